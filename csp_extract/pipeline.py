"""The one module that calls the rooms, in order: bytes in, a report's record out."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from csp_extract.errors import ProblemCode, UnreadablePdfError
from csp_extract.extract.mentions import extract_mentions
from csp_extract.extract.model import load_model
from csp_extract.layout import lay_out
from csp_extract.packs import Split, split_pack
from csp_extract.read import engine_name, find_engine, read_report
from csp_extract.read.outline import read_outline
from csp_extract.records import (
    About,
    Page,
    ReportKind,
    ReportRecord,
    ReportRow,
    RunStatus,
    TextSource,
)
from csp_extract.settings import Given, OcrMode, Settings

_DEFAULT = Settings()


def extract(
    source: Path | bytes, settings: Settings = _DEFAULT, name: str = "report.pdf"
) -> ReportRecord:
    """Return what a report says: a pure function of its bytes, the settings and this program.

    A file that cannot be read gives a record with the status ``failed`` and the problem.

    Raises:
        OSError: the path cannot be read.
    """
    data = source.read_bytes() if isinstance(source, Path) else source
    name = source.name if isinstance(source, Path) else name
    sha256 = hashlib.sha256(data).hexdigest()
    file = ReportRow(report_id=f"r{sha256[:12]}", sha256=sha256, bytes=len(data))
    try:
        pages = read_report(data, name, settings.ocr)
        split = split_pack(pages, read_outline(data, name))
    except UnreadablePdfError as error:
        problem = f"{error.code}: {error}"
        row = replace(file, report_id="", status=RunStatus.FAILED, problem=problem)
        return ReportRecord(row)
    if split.parts:
        return _extract_pack(pages, split, settings, file)
    record = _extract_pages(pages, settings, file)
    return _warned(record, split.warnings)


def _extract_pack(
    pages: Sequence[Page], split: Split, settings: Settings, file: ReportRow
) -> ReportRecord:
    """Return the record of a pack: a row for the file, and a part for each paper in it.

    What a paper does not say of its meeting is filled in from the front sheet, which speaks for
    all papers of the pack; only in its row, so that its mentions are those of the paper alone.
    """
    parts = []
    for part in split.parts:
        own = replace(file, report_id=f"{file.report_id}-{part.page_from}", part_of=file.report_id)
        record = _extract_pages(pages[part.page_from - 1 : part.page_to], settings, own)
        parts.append(_of_agenda(record) if part.is_agenda else record)
    front = parts[0].row if split.parts[0].is_agenda else ReportRow()
    sources = {part.row.text_source for part in parts if part.row.text_source}
    row = replace(
        front,
        report_id=file.report_id,
        sha256=file.sha256,
        bytes=file.bytes,
        part_of="",
        kind=ReportKind.AGENDA,
        status=RunStatus.PARTIAL if any(part.row.problem for part in parts) else RunStatus.OK,
        problem=_problem(pages, settings.ocr, has_text=any(part.text.strip() for part in parts)),
        ocr_engine=_engine(pages, settings.ocr),
        text_source=sources.pop() if len(sources) == 1 else TextSource.MIXED,
        source_url=settings.given.source_url,
        pages=len(pages),
        page_from=1,
        page_to=len(pages),
        warnings=split.warnings,
    )
    return ReportRecord(row, parts=tuple(_of_meeting(part, front) for part in parts))


def _of_agenda(record: ReportRecord) -> ReportRecord:
    """Return the record of a front sheet, whatever its masthead calls it."""
    return replace(record, row=replace(record.row, kind=ReportKind.AGENDA))


def _of_meeting(part: ReportRecord, front: ReportRow) -> ReportRecord:
    """Return the record of a paper with its meeting as the front sheet of its pack has it."""
    row = part.row
    return replace(
        part,
        row=replace(
            row,
            body=row.body or front.body,
            committee=row.committee or front.committee,
            meeting_date=row.meeting_date or front.meeting_date,
        ),
    )


def _warned(record: ReportRecord, warnings: tuple[str, ...]) -> ReportRecord:
    """Return a record with more warnings."""
    row = replace(record.row, warnings=(*record.row.warnings, *warnings))
    return replace(record, row=row)


def _extract_pages(pages: Sequence[Page], settings: Settings, file: ReportRow) -> ReportRecord:
    """Return the record of pages that are one paper; ``file`` says whose they are."""
    report = lay_out(tuple(pages))
    found = extract_mentions(load_model(), report, file.report_id, settings.given)
    problem = _problem(pages, settings.ocr, has_text=bool(report.text.strip()))
    about = {field.name: getattr(found.about, field.name) for field in fields(About)}
    row = replace(
        file,
        **about,
        pages=report.page_count,
        status=RunStatus.PARTIAL if problem else RunStatus.OK,
        problem=problem,
        text_source=report.source,
        ocr_engine=_engine(pages, settings.ocr),
        source_url=settings.given.source_url,
        page_from=pages[0].number,
        page_to=pages[-1].number,
        warnings=(*report.warnings, *_told_by_caller(settings.given)),
    )
    return ReportRecord(row, report.text, report.page_sizes, found.mentions)


def _told_by_caller(given: Given) -> Iterator[str]:
    """Yield what of a row is the caller's word and not the paper's."""
    told = [name for name in ("body", "committee", "meeting_date") if getattr(given, name)]
    if told:
        yield f"given by the caller, not read: {', '.join(told)}"


def _problem(pages: Sequence[Page], ocr: OcrMode, *, has_text: bool) -> str:
    """Return why a report that was read is not whole, or nothing."""
    unread = [page.number for page in pages if page.is_unread]
    if unread:
        return (
            f"{ProblemCode.NEEDS_OCR}: {_listed(unread)} of {len(pages)} without a text layer "
            f"that can be read; {_remedy(ocr)}"
        )
    if not has_text:
        return f"{ProblemCode.NO_TEXT}: no page holds text"
    return ""


def _engine(pages: Sequence[Page], ocr: OcrMode) -> str:
    """Return the name of the engine where a page needed one."""
    is_needed = any(page.doubt or page.source is TextSource.OCR for page in pages)
    return engine_name() if is_needed and ocr is not OcrMode.NEVER else ""


def _remedy(ocr: OcrMode) -> str:
    """Return what a user can do about pages that need character recognition."""
    if ocr is OcrMode.NEVER:
        return "--ocr auto reads scans"
    if find_engine() is None:
        return (
            "install Tesseract with its English data to read scans "
            "(Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-eng; macOS: brew install "
            "tesseract), see csp-extract doctor"
        )
    return "Tesseract failed on them"


def _listed(numbers: Sequence[int]) -> str:
    """Return page numbers as words: "page 3", "pages 1-6", "pages 2, 5"."""
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"pages {numbers[0]}-{numbers[-1]}"
    return f"pages {', '.join(map(str, numbers))}"
