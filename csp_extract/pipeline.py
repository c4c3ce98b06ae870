"""The one module that calls the rooms, in order: bytes in, a report's record out."""

import hashlib
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from csp_extract.errors import ProblemCode, UnreadablePdfError
from csp_extract.extract.mentions import extract_mentions
from csp_extract.extract.model import load_model
from csp_extract.layout import lay_out
from csp_extract.read import needs_ocr, read_report
from csp_extract.records import About, Page, Report, ReportRecord, ReportRow, RunStatus
from csp_extract.settings import Settings

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
    report_id = f"r{sha256[:12]}"
    try:
        pages = read_report(data, name)
    except UnreadablePdfError as error:
        row = ReportRow(
            sha256=sha256,
            bytes=len(data),
            status=RunStatus.FAILED,
            problem=f"{error.code}: {error}",
        )
        return ReportRecord(row)
    return _extract_pages(pages, settings, report_id, sha256, len(data))


def _extract_pages(
    pages: Sequence[Page], settings: Settings, report_id: str, sha256: str, size: int
) -> ReportRecord:
    """Return the record of a file whose pages were read."""
    report = lay_out(tuple(pages))
    found = extract_mentions(load_model(), report, report_id, settings.given)
    problem = _problem(pages, report)
    about = {field.name: getattr(found.about, field.name) for field in fields(About)}
    row = ReportRow(
        **about,
        report_id=report_id,
        sha256=sha256,
        bytes=size,
        pages=report.page_count,
        status=RunStatus.PARTIAL if problem else RunStatus.OK,
        problem=problem,
        text_source=report.source,
        source_url=settings.given.source_url,
        page_from=1,
        page_to=report.page_count,
        warnings=report.warnings,
    )
    return ReportRecord(row, report.text, report.page_sizes, found.mentions)


def _problem(pages: Sequence[Page], report: Report) -> str:
    """Return why a report that was read is not whole, or nothing."""
    scanned = [page.number for page in pages if needs_ocr(page)]
    if scanned:
        return (
            f"{ProblemCode.NEEDS_OCR}: {_listed(scanned)} of {len(pages)} without a text layer; "
            "install Tesseract and the extra csp-extract[ocr] to read scans"
        )
    if not report.text.strip():
        return f"{ProblemCode.NO_TEXT}: no page holds text"
    return ""


def _listed(numbers: Sequence[int]) -> str:
    """Return page numbers as words: "page 3", "pages 1-6", "pages 2, 5"."""
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"pages {numbers[0]}-{numbers[-1]}"
    return f"pages {', '.join(map(str, numbers))}"
