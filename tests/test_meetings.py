"""What happened since the last meeting is tied to the meeting before it in the archive."""

from dataclasses import replace
from datetime import date

from csp_extract.extract.mentions import extract_mentions
from csp_extract.extract.model import load_model
from csp_extract.extract.plain import lay_out_plain
from csp_extract.meetings import link_meetings
from csp_extract.records import ReportRecord, ReportRow
from csp_extract.settings import Given

TEXT = "Two operations have been run since the last meeting."


def _record(day: date, committee: str = "Crime Panel", text: str = TEXT) -> ReportRecord:
    report = lay_out_plain(text)
    found = extract_mentions(load_model(), report, f"r{day:%y%m%d}", Given())
    row = ReportRow(body="Tarn Council", committee=committee, meeting_date=day)
    return ReportRecord(row, text, (), found.mentions)


def _days(records: list[ReportRecord]) -> list[date | None]:
    return [mention.value.start for record in records for mention in record.of("dates")]


def test_last_meeting_is_the_one_before_of_the_same_series() -> None:
    """Another committee's meeting is not the last one."""
    records = [
        _record(date(2019, 11, 20)),
        _record(date(2019, 3, 6)),
        _record(date(2019, 9, 2), "Cabinet"),
    ]
    assert _days(link_meetings(records)) == [date(2019, 3, 6), None, None]


def test_records_themselves_are_left_alone() -> None:
    """The same file gives the same record whatever else the archive holds."""
    records = [_record(date(2019, 11, 20)), _record(date(2019, 3, 6))]
    kept = [replace(record) for record in records]
    link_meetings(records)
    assert records == kept


def test_day_that_the_paper_tells_comes_first() -> None:
    """The archive may lack a meeting; the paper knows when its committee last met."""
    text = f"{TEXT}\nThe minutes of the meeting held on 3 September 2019 were agreed."
    records = [_record(date(2019, 11, 20), text=text), _record(date(2019, 3, 6))]
    assert _days(link_meetings(records))[:2] == [date(2019, 9, 3), date(2019, 9, 3)]
