"""The meeting that "since the last meeting" means, by its day.

It is the one of which the paper itself tells the day, else the one before it in the archive. A
record says what its file says, and so leaves the day empty; it is set when all files are read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from csp_extract.records import DateValue, Mention, Provenance, ReportRecord, cells_of
from csp_extract.track import told_of

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
    if not any(mention.provenance.source == _RULE for mention in record.of("dates")):
        return record
    before = _told(record, meeting) or [day for day in days.get(series, ()) if day < meeting]
    if not before:
        return record
    dates = tuple(_dated(mention, max(before)) for mention in record.of("dates"))
    return replace(record, mentions={**record.mentions, "dates": dates})


def _told(record: ReportRecord, meeting: date) -> list[date]:
    """Return the day that a paper gives the last meeting of its committee, if it gives one."""
    found = {
        mention.value.start
        for mention in record.of("dates")
        if told_of(
            {**cells_of(mention.value), **cells_of(mention.provenance)}, record.row.committee
        )
        is False
    }
    return [day for day in found if day is not None and day < meeting] if len(found) == 1 else []


def _dated(mention: Mention[DateValue], day: date) -> Mention[DateValue]:
    """Return a mention of the last meeting on its day; any other as it is."""
    proof: Provenance = mention.provenance
    if proof.source != _RULE:
        return mention
    return replace(mention, value=replace(mention.value, edtf=day.isoformat(), start=day, end=day))
