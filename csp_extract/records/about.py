"""What a report says of itself, and its row in reports.csv."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from csp_extract.records.codes import ReportKind, RunStatus, TextSource
from csp_extract.records.column import Column


@dataclass(frozen=True, slots=True)
class About:
    """A report's own data, as printed; what the report does not say is empty."""

    language: Annotated[str, Column("ISO 639-1 code of the language it is written in")] = ""
    title: Annotated[str, Column("title as printed")] = ""
    body: Annotated[str, Column("council or authority whose paper it is")] = ""
    partnership: Annotated[str, Column("community safety partnership it reports on")] = ""
    committee: Annotated[str, Column("committee or panel it was written for")] = ""
    meeting_date: Annotated[date | None, Column("day of the meeting")] = None
    drafted_from: Annotated[
        date | None, Column("last day the report tells as past: it was written on it or later")
    ] = None
    drafted_to: Annotated[
        date | None, Column("first day the report tells as to come: it was written on it or before")
    ] = None
    drafted_from_words: Annotated[str, Column("sentence that tells drafted_from as past")] = ""
    drafted_to_words: Annotated[str, Column("sentence that tells drafted_to as to come")] = ""
    author: Annotated[str, Column("author, by name or office")] = ""
    contact: Annotated[str, Column("whom to ask, as printed")] = ""
    kind: Annotated[ReportKind | None, Column("sort of paper")] = None
    item_number: Annotated[str, Column("agenda item number as printed")] = ""
    classification: Annotated[str, Column("public or exempt, as printed")] = ""
    wards: Annotated[str, Column("wards affected, as printed")] = ""


@dataclass(frozen=True, slots=True)
class ReportRow(About):
    """A row of reports.csv: a report, or an input file that gave none."""

    report_id: Annotated[
        str,
        Column("r and the first 12 hex digits of the file's SHA-256; in a pack - and first page"),
    ] = ""
    path: Annotated[str, Column("the file, relative to the INPUT that named it")] = ""
    sha256: Annotated[str, Column("hash of the file's bytes")] = ""
    bytes: Annotated[int | None, Column("size of the file", unit="bytes")] = None
    pages: Annotated[
        int | None, Column("number of pages of the file, or of the paper in a pack", unit="pages")
    ] = None
    status: Annotated[RunStatus | None, Column("what became of the file")] = None
    problem: Annotated[str, Column("why it is not ok: a code, a colon and a sentence")] = ""
    text_source: Annotated[TextSource | None, Column("where its characters came from")] = None
    ocr_engine: Annotated[
        str,
        Column("what recognised characters, its version and data; none where it was missing"),
    ] = ""
    source_url: Annotated[str, Column("where the file was published, as the caller gave it")] = ""
    duplicate_of: Annotated[str, Column("report_id of the report with the same bytes or words")] = (
        ""
    )
    superseded_by: Annotated[
        str,
        Column(
            "report_id of the paper that takes its place: the final of a draft, or one of the same"
            " meeting that holds its words; its own rows stay, and are not counted again"
        ),
    ] = ""
    part_of: Annotated[str, Column("report_id of the pack it was filed in")] = ""
    page_from: Annotated[int | None, Column("first page of the report in the file")] = None
    page_to: Annotated[int | None, Column("last page of the report in the file")] = None
    warnings: Annotated[tuple[str, ...], Column("doubts about the reading, with their place")] = ()
