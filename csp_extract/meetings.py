"""The meeting that "since the last meeting" means: the one before it in the archive.

A record says what its file says, and so leaves the day empty; it is set when all files are read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from csp_extract.records import DateValue, Mention, Provenance, ReportRecord

_RULE = "dates: since the last meeting"  # the source of the rows that are to be linked
Series = tuple[str, str]  # body and committee


def link_meetings(records: Sequence[ReportRecord]) -> list[ReportRecord]:
    """Return the records with each "last meeting" on the day of the one before in its series."""
    days: dict[Series, set[date]] = {}
    for record in records:
        if record.row.meeting_date is not None:
            days.setdefault(_series(record), set()).add(record.row.meeting_date)
    return [_link(record, days) for record in records]


def _series(record: ReportRecord) -> Series:
    """Return whose meetings a report belongs to."""
    return record.row.body.casefold(), record.row.committee.casefold()


def _link(record: ReportRecord, days: Mapping[Series, Iterable[date]]) -> ReportRecord:
    """Return a record with its "last meeting" filled in, where the archive has it."""
    meeting, series = record.row.meeting_date, _series(record)
    if meeting is None or not all(series):
        return record
    before = [day for day in days.get(series, ()) if day < meeting]
    if not before or not any(mention.provenance.source == _RULE for mention in record.of("dates")):
        return record
    dates = tuple(_dated(mention, max(before)) for mention in record.of("dates"))
    return replace(record, mentions={**record.mentions, "dates": dates})


def _dated(mention: Mention[DateValue], day: date) -> Mention[DateValue]:
    """Return a mention of the last meeting on its day; any other as it is."""
    proof: Provenance = mention.provenance
    if proof.source != _RULE:
        return mention
    return replace(mention, value=replace(mention.value, edtf=day.isoformat(), start=day, end=day))
