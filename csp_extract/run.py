"""The main job: inputs to records to published tables."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from csp_extract import __version__
from csp_extract.across import Archive, look_across
from csp_extract.balance import Balance, balance_by_page, balance_of
from csp_extract.batch import (
    Input,
    Limits,
    Mark,
    Store,
    complete,
    find_inputs,
    hold,
    mark_of,
    publish,
    read_metadata,
)
from csp_extract.batch.alike import name_alike
from csp_extract.batch.publish import ASIDE, aside
from csp_extract.errors import OutputError
from csp_extract.gathering import Gathered, Progress, code_hash, gather
from csp_extract.meetings import link_meetings
from csp_extract.read import engine_name
from csp_extract.records import MENTION_TABLES, ReportRecord
from csp_extract.review import Waiting, restore
from csp_extract.reviewing import Book, open_book
from csp_extract.settings import Given, Settings
from csp_extract.tables import (
    TABLES,
    read_last,
    read_rows,
    rows_of,
    write_tables,
    write_texts,
)
from csp_extract.tables.schema import SCHEMA_VERSION

_RUN = "run.json"
_ORIGINALS = ".uncorrected.json"  # the rows that people changed or dropped, as the rules found them
_PLACES = ".inputs.json"
# The tables of the last output from which ids are led to where they are now.
_LED = (*(name for name in MENTION_TABLES if name != "candidates"), "track_mentions", "redirects")


@dataclass(frozen=True)
class RunOptions:
    """How a run is to be done; nothing of it changes what a report says, but ``settings``."""

    limits: Limits = field(default_factory=Limits)
    with_mark: bool = False
    settings: Settings = field(default_factory=Settings)
    corrections: Path | None = None  # the file that people's corrections are kept in
    metadata: Path | None = None  # a table of what is known of the files


@dataclass(frozen=True)
class Summary:
    """What a run found: rows by table, inputs by status, and what went wrong."""

    rows: dict[str, int]
    statuses: dict[str, int]
    problems: tuple[tuple[str, str], ...]  # path, problem
    pages: int
    reused: int
    balance: Balance
    uneven: tuple[tuple[str, int], ...]  # path, page: pages whose ledger does not balance
    corrections: int = 0
    waiting: tuple[Waiting, ...] = ()  # corrections that changed nothing, and why
    strangers: tuple[str, ...] = ()  # paths that the metadata tells of and no input has


def run(
    names: Sequence[str], out: Path, options: RunOptions, progress: Progress = lambda *_: None
) -> Summary:
    """Read all inputs and publish their tables in OUT; only what is new or changed is read.

    Raises:
        WrongCallError: a name stands for nothing.
        OutputError: OUT cannot be written, or another run holds it.
    """
    found = find_inputs(names)
    known = read_metadata(options.metadata) if options.metadata else {}
    inputs = {entry: _with_given(options.settings, known.get(entry.path)) for entry in found}
    with hold(out):
        complete(out)
        book = open_book(out, options.corrections)
        try:
            gathered = gather(inputs, Store(out / ".records"), options.limits, progress)
            papers = [paper for record in gathered.records for paper in record.each()]
            papers = link_meetings(name_alike(papers))
            texts = _texts(papers)
            archive = look_across(
                rows_of(papers), texts, book.corrections, before=read_last(out, _LED)
            )
            folder = aside(out)
            write_texts(folder / "texts", texts)
            counts = write_tables(archive.rows, folder, with_mark=options.with_mark)
            made = _made(folder, names, gathered.marks, options)
            _finish(out, {**made, "rows": counts}, book, archive)
        except OSError as error:
            raise OutputError(f"cannot write to {out}: {error.strerror or error}") from error
    return replace(
        _summary(gathered, counts),
        corrections=len(book.corrections),
        waiting=archive.waiting,
        strangers=tuple(sorted(known.keys() - {entry.path for entry in found})),
    )


def _with_given(settings: Settings, given: Given | None) -> Settings:
    """Return the settings of one file: what is known of it is known better than by all."""
    return replace(settings, given=given) if given else settings


@dataclass(frozen=True)
class Followed:
    """What following the rows of an output anew came to."""

    rows: dict[str, int]
    corrections: int
    waiting: tuple[Waiting, ...]


def track_again(out: Path, as_of: date | None = None, corrections: Path | None = None) -> Followed:
    """Correct the rows of OUT and follow them through its reports anew, and publish the tables.

    Raises:
        WrongCallError: OUT holds no tables, or the corrections cannot be read.
        OutputError: OUT cannot be written, or another run holds it.
    """
    with hold(out):
        complete(out)
        book = open_book(out, corrections)
        rows = restore(
            {name: list(read_rows(out, name)) for name in TABLES}, _read_json(out / _ORIGINALS)
        )
        ids = [row["report_id"] for row in rows["reports"] if row["report_id"]]
        texts = {report_id: _text(out, report_id) for report_id in ids}
        with_mark = (out / "reports.csv").read_bytes().startswith(BOM_UTF8)
        try:
            archive = look_across(rows, texts, book.corrections, as_of, read_last(out, _LED))
            made = _read_json(out / _RUN)
            counts = write_tables(archive.rows, aside(out), with_mark=with_mark)
            told = {"as_of": as_of.isoformat() if as_of else "", "rows": counts}
            _finish(out, {**made, **told}, book, archive)
        except OSError as error:
            raise OutputError(f"cannot write to {out}: {error.strerror or error}") from error
    return Followed(counts, len(book.corrections), archive.waiting)


def _finish(out: Path, made: Mapping[str, Any], book: Book, archive: Archive) -> None:
    """Write run.json with the hash of every file that was written aside, and publish them all."""
    folder = out / ASIDE
    outputs = {**made.get("outputs", {}), **_hashes(folder)}
    told = {"tracked_by": code_hash(), "corrections": book.account(archive.waiting)}
    _write_json(folder / _RUN, {**made, **told, "outputs": outputs})
    _write_json(folder / _ORIGINALS, archive.originals)
    publish(out)


def _texts(records: Iterable[ReportRecord]) -> dict[str, str]:
    """Return the text of each report by its id."""
    return {record.row.report_id: record.text for record in records if record.row.report_id}


def _read_json(file: Path) -> dict[str, Any]:
    """Return what an earlier call wrote, nothing where there is no file."""
    found: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return found


def _text(out: Path, report_id: str) -> str:
    """Return the text of a report of OUT; a report without words has no file."""
    file = out / "texts" / f"{report_id}.txt"
    return file.read_bytes().decode("utf-8") if file.exists() else ""


def _hashes(folder: Path) -> dict[str, str]:
    """Return the hash of every file of a folder by its path in it."""
    return {
        file.relative_to(folder).as_posix(): mark_of(file).sha256
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.startswith(".")
    }


def _made(
    folder: Path, names: Sequence[str], marks: Mapping[Input, Mark], options: RunOptions
) -> dict[str, Any]:
    """Return what made the output, for run.json; where each input lies is written beside it."""
    # The first path of some bytes stands for all files that hold them.
    places = {
        mark.sha256: str(entry.file.resolve()) for entry, mark in reversed(list(marks.items()))
    }
    _write_json(folder / _PLACES, places)
    return {
        "program": "csp-extract",
        "version": __version__,
        "rules": code_hash(),
        "schema_version": SCHEMA_VERSION,
        "settings": asdict(options.settings),
        "metadata": mark_of(options.metadata).sha256 if options.metadata else "",
        "ocr_engine": engine_name(),
        "inputs": sorted(names),
        "files": [{"path": entry.path, **mark._asdict()} for entry, mark in marks.items()],
    }


def _write_json(file: Path, value: object) -> None:
    """Write a value for people and programs, the same bytes for the same value."""
    text = json.dumps(value, indent=1, ensure_ascii=False, default=str)
    file.write_text(f"{text}\n", encoding="utf-8", errors="backslashreplace", newline="")


def _summary(gathered: Gathered, rows: dict[str, int]) -> Summary:
    """Return what the run found."""
    records = gathered.records
    statuses: dict[str, int] = {}
    for record in records:
        status = str(record.row.status)
        statuses[status] = statuses.get(status, 0) + 1
    problems = tuple(
        (record.row.path, record.row.problem) for record in records if record.row.problem
    )
    pages = sum(record.row.pages or 0 for record in records)
    balance = balance_of(mention for record in records for mention in record.of("candidates"))
    uneven = tuple(
        (record.row.path, page)
        for record in records
        for page, account in balance_by_page(record).items()
        if not account.is_even
    )
    return Summary(rows, statuses, problems, pages, gathered.reused, balance, uneven)
