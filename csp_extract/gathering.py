"""The record of every input: read now, or kept from an earlier run of the same program."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from csp_extract.batch import Input, Limits, Mark, Store, failed_record, mark_of, read_all
from csp_extract.errors import ProblemCode
from csp_extract.read import engine_name, find_engine
from csp_extract.records import ReportRecord, RunStatus, dump_record
from csp_extract.settings import Settings

_PACKAGE = Path(__file__).parent

Progress = Callable[[Input, ReportRecord], None]


def read_file(file: Path, settings: Settings) -> bytes:
    """Return the record of one file as JSON in UTF-8; the function that workers call."""
    from csp_extract.pipeline import extract  # noqa: PLC0415 the worker loads spaCy, not the caller

    return dump_record(extract(file, settings)).encode("utf-8")


@cache
def code_hash() -> str:
    """Return the hash of all rules, words and models: a change of them reads every file anew."""
    digest = hashlib.sha256()
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in {".py", ".toml", ".json"} and file.is_file():
            digest.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0")
            digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Gathered:
    """What the inputs gave."""

    records: list[ReportRecord]  # one for each input, in their order; later copies are duplicates
    marks: Mapping[Input, Mark]  # of the inputs that can be read
    reused: int  # inputs whose record was kept from an earlier run


def gather(
    inputs: Mapping[Input, Settings], store: Store, limits: Limits, progress: Progress
) -> Gathered:
    """Return the record of every input, read with its settings; only what is not kept is read."""
    marks = _marks(inputs)
    keys = {
        entry: Store.key(mark.sha256, inputs[entry], code_hash()) for entry, mark in marks.items()
    }
    known = {
        key: record
        for key in set(keys.values())
        if (record := store.get(key)) is not None and is_current(record)
    }
    reused = sum(key in known for key in keys.values())
    wanted = {key: entry for entry, key in keys.items() if key not in known}
    for entry in inputs:
        if entry not in keys or keys[entry] in known:
            progress(entry, known.get(keys.get(entry, ""), _unread(entry)))
    tasks = [(entry.file, partial(read_file, settings=inputs[entry])) for entry in wanted.values()]
    for (key, entry), outcome in zip(wanted.items(), read_all(tasks, limits), strict=True):
        known[key] = outcome.record
        if outcome.record.row.status is not RunStatus.FAILED:
            store.put(key, outcome.record)
        progress(entry, outcome.record)
    store.keep_only(set(keys.values()))
    found = (
        _at(entry, marks.get(entry), known.get(keys.get(entry, ""), _unread(entry)))
        for entry in inputs
    )
    return Gathered(_mark_duplicates(found), marks, reused)


def _marks(inputs: Iterable[Input]) -> dict[Input, Mark]:
    """Return the mark of every input that can be read."""
    marks = {}
    for entry in inputs:
        with suppress(OSError):  # gather names it among the failed
            marks[entry] = mark_of(entry.file)
    return marks


def is_current(record: ReportRecord) -> bool:
    """Return whether this machine's character recognition would read the file no better.

    A record made without any is read anew once there is one; what another version recognised is
    kept as long as there is none at all.
    """
    return record.row.ocr_engine in {"", engine_name()} or find_engine() is None


def _unread(entry: Input) -> ReportRecord:
    """Return the record of a file that cannot be opened."""
    return failed_record(entry.file.name, ProblemCode.NOT_FOUND, "cannot be opened")


def _at(entry: Input, mark: Mark | None, record: ReportRecord) -> ReportRecord:
    """Return the record with the path and the mark of its file filled in."""
    row = replace(record.row, path=entry.path)
    if mark is not None:
        row = replace(row, sha256=mark.sha256, bytes=mark.size)
    parts = tuple(_at(entry, mark, part) for part in record.parts)
    return replace(record, row=row, parts=parts)


def _mark_duplicates(records: Iterable[ReportRecord]) -> list[ReportRecord]:
    """Return the records with the second file of the same bytes named a duplicate of the first."""
    seen: dict[str, str] = {}
    marked = []
    for record in records:
        row = record.row
        if row.status is not RunStatus.FAILED and row.sha256 in seen:
            row = replace(row, status=RunStatus.DUPLICATE, duplicate_of=seen[row.sha256])
            marked.append(ReportRecord(replace(row, report_id="")))
            continue
        if row.status is not RunStatus.FAILED:
            seen[row.sha256] = row.report_id
        marked.append(record)
    return marked
