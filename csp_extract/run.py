"""The main job: inputs to records to published tables."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from csp_extract import __version__
from csp_extract.batch import Input, Store, complete, find_inputs, hold, publish, read_all
from csp_extract.batch.publish import aside
from csp_extract.errors import OutputError
from csp_extract.records import ReportRecord, RunStatus, dump_record
from csp_extract.settings import Settings
from csp_extract.tables import write_tables
from csp_extract.tables.schema import SCHEMA_VERSION

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True)
class RunOptions:
    """How a run is to be done; nothing of it changes what a report says, but ``settings``."""

    jobs: int = 1
    timeout_s: float = 120.0
    with_mark: bool = False
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True)
class Summary:
    """What a run found: rows by table, inputs by status, and what went wrong."""

    rows: dict[str, int]
    statuses: dict[str, int]
    problems: tuple[tuple[str, str], ...]  # path, problem
    pages: int
    reused: int


Progress = Callable[[Input, ReportRecord], None]


def run(
    names: Sequence[str], out: Path, options: RunOptions, progress: Progress = lambda *_: None
) -> Summary:
    """Read all inputs and publish their tables in OUT; only what is new or changed is read.

    Raises:
        WrongCallError: a name stands for nothing.
        OutputError: OUT cannot be written, or another run holds it.
    """
    inputs = find_inputs(names)
    with hold(out):
        complete(out)
        try:
            records, reused = _records(inputs, Store(out / ".records"), options, progress)
            records = _mark_duplicates(records)
            rows = write_tables(records, aside(out), with_mark=options.with_mark)
            _write_run(out, inputs, names, rows)
            publish(out)
        except OSError as error:
            raise OutputError(f"cannot write to {out}: {error.strerror or error}") from error
    return _summary(records, rows, reused)


def read_file(file: Path, settings: Settings) -> str:
    """Return the record of one file as JSON; the function that workers call."""
    from csp_extract.pipeline import extract  # noqa: PLC0415 the worker loads spaCy, not the caller

    return dump_record(extract(file, settings))


@cache
def code_hash() -> str:
    """Return the hash of all rules, words and models: a change of them reads every file anew."""
    digest = hashlib.sha256()
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in {".py", ".toml", ".json"} and file.is_file():
            digest.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0")
            digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _records(
    inputs: Sequence[Input], store: Store, options: RunOptions, progress: Progress
) -> tuple[list[ReportRecord], int]:
    """Return the record of every input in order, and how many were kept from an earlier run."""
    keys = {
        entry: Store.key(entry.file.read_bytes(), options.settings, code_hash()) for entry in inputs
    }
    kept = {entry: store.get(key) for entry, key in keys.items()}
    wanted = [entry for entry in inputs if kept[entry] is None]
    found: dict[Input, ReportRecord] = {}
    for entry, record in kept.items():
        if record is not None:
            found[entry] = record
            progress(entry, record)
    reader = partial(read_file, settings=options.settings)
    files = [entry.file for entry in wanted]
    outcomes = (
        read_all(files, reader, jobs=options.jobs, timeout_s=options.timeout_s) if files else ()
    )
    for entry, outcome in zip(wanted, outcomes, strict=True):
        found[entry] = outcome.record
        if outcome.record.row.status is not RunStatus.FAILED:
            store.put(keys[entry], outcome.record)
        progress(entry, outcome.record)
    store.keep_only(set(keys.values()))
    records = [_at(found[entry], entry) for entry in inputs]
    return records, len(inputs) - len(wanted)


def _at(record: ReportRecord, entry: Input) -> ReportRecord:
    """Return the record with the path and the hash of its file filled in."""
    row = replace(record.row, path=entry.path)
    if not row.sha256:
        data = entry.file.read_bytes()
        row = replace(row, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data))
    return replace(record, row=row)


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


def _write_run(
    out: Path, inputs: Sequence[Input], names: Sequence[str], rows: dict[str, int]
) -> None:
    """Write run.json: what made the output, and the hash of every file of it."""
    folder = out / ".next"
    made: dict[str, Any] = {
        "program": "csp-extract",
        "version": __version__,
        "rules": code_hash(),
        "schema_version": SCHEMA_VERSION,
        "inputs": list(names),
        "files": {entry.path: _hash(entry.file) for entry in inputs},
        "rows": rows,
        "outputs": {
            file.relative_to(folder).as_posix(): _hash(file)
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        },
    }
    text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    (folder / "run.json").write_text(text, encoding="utf-8")
    places = {entry.path: str(entry.file.resolve()) for entry in inputs}
    (folder / ".inputs.json").write_text(json.dumps(places, indent=1), encoding="utf-8")


def _hash(file: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _summary(records: Sequence[ReportRecord], rows: dict[str, int], reused: int) -> Summary:
    """Return what the run found."""
    statuses: dict[str, int] = {}
    for record in records:
        status = str(record.row.status)
        statuses[status] = statuses.get(status, 0) + 1
    problems = tuple(
        (record.row.path, record.row.problem) for record in records if record.row.problem
    )
    pages = sum(record.row.pages or 0 for record in records)
    return Summary(rows, statuses, problems, pages, reused)
