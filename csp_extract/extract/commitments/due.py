"""The day by which an act is due: the date in its clause, or the one that opens the sentence."""

import re
from datetime import date, timedelta

from csp_extract.extract.found import Found, Span
from csp_extract.extract.reading import Reading
from csp_extract.records import Bound, DateRole, DateValue, Precision

_NO_DUE = frozenset({DateRole.PERIOD, DateRole.RECURRENCE})
_AT_MEETING = re.compile(
    r"\bat (?:the|this|tonight’s|today’s) (?:meeting|committee)$|\bat the meeting\b"
)
_OPENS = re.compile(r"(?:In|By|On|From|During|At|Before|Until|Over|Throughout)\b")
_BY = re.compile(r"\b(?:by|before)\s(?:the\s)?(?:end\sof\s)?(?:the\s)?$")
_DURING = re.compile(r"\b(?:in|during|throughout|through|within)\s(?:the\s)?$")
# What was to be done longer ago than that is told of, and due no more.
_OVERDUE = timedelta(days=183)
_REACH = 90  # characters of a sentence's opening that may hold the date of its acts


def due_of(reading: Reading, sentence: Span, clause: Span) -> DateValue | None:
    """Return the date by which the act of a clause is due, or ``None`` where none is stated."""
    inside = [found for found in _ahead(reading) if clause.holds(found.span)]
    if not inside and clause.start > sentence.start:
        opening = Span(sentence.start, min(clause.start, sentence.start + _REACH))
        if _OPENS.match(reading.report.text, sentence.start):
            inside = [found for found in _ahead(reading) if opening.holds(found.span)]
    inside = inside or [found for found in _stretches(reading) if clause.holds(found.span)]
    if inside:
        return min(inside, key=lambda found: _rank(reading, found)).value
    words = " ".join(reading.report.text[clause.start : clause.end].split())
    meeting = reading.about.meeting_date or reading.given.meeting_date
    if meeting and _AT_MEETING.search(words):
        return DateValue(meeting.isoformat(), meeting, meeting, precision=Precision.DAY)
    return None


def _rank(reading: Reading, found: Found[DateValue]) -> tuple[bool, bool, int]:
    """Return the order of dates: a deadline first, what is past at the meeting last."""
    value, meeting = found.value, reading.about.meeting_date
    is_deadline = value.role is DateRole.DEADLINE or value.bound is Bound.BY
    is_past = bool(meeting and value.end and value.end < meeting)
    return not is_deadline, is_past, found.span.start


def _is_limit(reading: Reading, found: Found[DateValue]) -> bool:
    """Return whether a stretch of plans limits an act: "by the end of Q2"."""
    before = reading.report.text[max(0, found.span.start - 20) : found.span.start]
    return found.value.role is DateRole.PERIOD and bool(_BY.search(before))


def _stretches(reading: Reading) -> list[Found[DateValue]]:
    """Return the stretches in or during which an act falls: "in Quarter 2", "during 2021/22"."""
    written = reading.about.drafted_from or date.min
    return [
        found
        for found in reading.dates
        if found.value.role is DateRole.PERIOD
        and found.value.end is not None
        and found.value.end >= written
        and _DURING.search(reading.report.text[max(0, found.span.start - 20) : found.span.start])
    ]


def _ahead(reading: Reading) -> list[Found[DateValue]]:
    """Return the dates that can be a due date: not past when the report was written.

    Where nothing tells when that was, not past for half a year at the meeting.
    """
    meeting = reading.about.meeting_date
    written = reading.about.drafted_from or (meeting - _OVERDUE if meeting else date.min)
    return [
        found
        for found in reading.dates
        if found.value.edtf
        and (found.value.role not in _NO_DUE or _is_limit(reading, found))
        and (found.value.end is None or found.value.end >= written)
    ]
