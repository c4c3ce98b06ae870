"""Dates that cannot be as printed: by their weekday, their year, their order or their tense."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from csp_extract.findings.row import Row, finding
from csp_extract.records import (
    DateRole,
    FindingKind,
    FindingRow,
    Precision,
    ReportKind,
    Resolution,
    Severity,
)


class Dated(NamedTuple):
    """What the findings need of a row of dates.csv."""

    row_id: str
    report_id: str
    text: str  # as printed, on one line
    before: str  # the words of its sentence that stand before it
    edtf: str
    start: date | None
    end: date | None
    precision: str
    role: str

    @classmethod
    def of(cls, row: Row) -> "Dated":
        """Return the date of a row."""
        before = row["quote"][: int(row["char_start"]) - int(row["quote_start"])]
        return cls(
            row["date_id"],
            row["report_id"],
            " ".join(row["text"].split()),
            before,
            row["edtf"],
            _day(row["start"]),
            _day(row["end"]),
            row["precision"],
            row["role"],
        )


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


_WEEKDAY = re.compile(
    r"\b(?P<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs?|day|sday|nesday|rsday|urday)?\b\.?",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?<!\d)(?P<first>\d{4})\s?(?P<mark>[/–-])\s?(?P<last>\d{2}|\d{4})(?!\d)")
_LONG_YEAR = re.compile(r"\b(?:19|20)\d{3}\b")
_NEIGHBOURS = (-1, 1)  # years in which the weekday might have been looked up
# Words right before a day that tell it as done, whatever the rest of the sentence says.
_DONE = re.compile(
    r"\b(?:(?:was|were|has been|have been|had been)\s(?:\w+ly\s)?"
    r"(?:\w{3,}ed|held|made|given|sent|paid|told|shown|taken|put|set)"
    r"|took place|met|(?:were|was)\sborn)\s(?:by\s[^,.;]{1,40}\s)?(?:on|in)\s(?:the\s)?$"
)
# A paper or minutes cited by their day.
_CITED = re.compile(
    r"\b(?:[Mm]inutes(?:\sof)?|[Rr]eport\s(?:to|of)\s(?:the\s)?[A-Z][^.;,]{1,50}|[Nn]otes\sof\s[^.;,]{1,40}"
    r"|[Ll]etter\s(?:of|dated)|dated)(?:,|\sof|\son)?\s$"
)
_PLANS = re.compile(
    r"\b(?:to|will|would|shall|should|may|might)\s(?:have\s)?be(?:en)?\b"
    r"|\b(?:will|shall|due|planned|that)\b"
)
_FAR_YEARS = 40  # no report tells of a day so far ahead, nor so far back but in its history
_SATURDAY = 5


def date_findings(rows: Sequence[Row], report: Row) -> Iterator[FindingRow]:
    """Yield what cannot be right among the dates of a report, from its rows of dates.csv."""
    meeting = _day(report.get("meeting_date", ""))
    stated = [
        Dated.of(row)
        for row in rows
        if row["resolution"] == Resolution.EXPLICIT and row["precision"] != Precision.RECURRENCE
    ]
    for dated in stated:
        yield from _weekday(dated)
        yield from _valueless(dated)
        if meeting is not None:
            yield from _improbable(dated, meeting)
            if report.get("kind") != ReportKind.MINUTES:
                yield from _told_too_early(dated, meeting)
    yield from _weekend(stated, meeting)


def _finding(
    dated: Dated, kind: FindingKind, message: str, severity: Severity = Severity.MEDIUM
) -> FindingRow:
    """Return a finding about one date."""
    return finding(dated.report_id, kind, severity, message, (dated.row_id,))


def _long(day: date) -> str:
    """Return a day as papers write it."""
    return f"{day.day} {day:%B %Y}"


def _weekday(dated: Dated) -> Iterator[FindingRow]:
    """Yield a finding where a printed weekday is not that of its day."""
    start, end = dated.start, dated.end
    is_of_days = dated.precision in {Precision.DAY, Precision.RANGE}
    if start is None or end is None or not is_of_days or len(dated.edtf) not in {10, 21}:
        return
    names = [match for match in _WEEKDAY.finditer(dated.text) if _is_before_day(match)]
    # One name before a stretch is that of its first day, two are those of both ends.
    if len(names) > 2 or (len(names) == 1 and names[0].start() > 0 and start != end):
        return
    for match, day in zip(names, (start, end), strict=False):
        if f"{day:%a}".casefold() != match["name"].casefold():
            yield _finding(dated, FindingKind.WEEKDAY_WRONG, _wrong(dated.text, match, day))
            return


def _is_before_day(match: re.Match[str]) -> bool:
    """Return whether a day follows a weekday: "Sat 16 June", "Thursday the 12th", "Fri, June 5"."""
    return (
        re.match(r",?\s(?:the\s)?(?:\d|[A-Z][a-z]{2,8}\s\d)", match.string[match.end() :])
        is not None
    )


def _wrong(printed: str, match: re.Match[str], day: date) -> str:
    """Return the message on a weekday, with the year in which it would be right."""
    message = f"{' '.join(printed.split())}: {_long(day)} was a {day:%A}."
    for by in _NEIGHBOURS:
        try:
            other = day.replace(year=day.year + by)
        except ValueError:
            continue  # 29 February
        if f"{other:%a}".casefold() == match["name"].casefold():
            return f"{message} In {other.year} the weekday would be right."
    return message


def _valueless(dated: Dated) -> Iterator[FindingRow]:
    """Yield a finding for an expression that the calendar does not have."""
    if dated.start is not None:
        return
    pair = _PAIR.search(dated.text)
    if pair is not None:
        yield _finding(dated, FindingKind.MISPRINT, _pair(dated.text, pair))
    elif _LONG_YEAR.search(dated.text):
        yield _finding(dated, FindingKind.MISPRINT, f"{dated.text}: the year has five figures.")
    elif dated.precision == Precision.RANGE:
        message = f"{dated.text}: it ends before it begins, or on a day that does not exist."
        yield _finding(dated, FindingKind.END_BEFORE_START, message)
    else:
        yield _finding(dated, FindingKind.MISPRINT, f"{dated.text}: there is no such date.")


def _pair(printed: str, pair: re.Match[str]) -> str:
    """Return the message on two years of which the second is not the next."""
    first, last = int(pair["first"]), pair["last"]
    expected = str(first + 1)[-len(last) :]
    return f"{printed}: the year after {first} is {first + 1}, and would be printed {expected}."


def _improbable(dated: Dated, meeting: date) -> Iterator[FindingRow]:
    """Yield a finding for a year that is too far from the report's own."""
    if dated.start is not None and dated.start.year > meeting.year + _FAR_YEARS:
        message = f"{dated.text}: so far ahead of {meeting.year}."
        yield _finding(dated, FindingKind.MISPRINT, message)


def _told_too_early(dated: Dated, meeting: date) -> Iterator[FindingRow]:
    """Yield a finding where a report tells as done what lies after its own meeting."""
    if dated.start is None or dated.start <= meeting or _PLANS.search(dated.before):
        return
    if _DONE.search(dated.before) or _CITED.search(dated.before):
        message = f"{dated.text} is told as past, but lies after the meeting of {_long(meeting)}."
        yield _finding(dated, FindingKind.PAST_AFTER_MEETING, message)


def _weekend(stated: Sequence[Dated], meeting: date | None) -> Iterator[FindingRow]:
    """Yield a finding where a meeting is on a Saturday or a Sunday, once for each day."""
    told: set[date] = set()
    for dated in stated:
        day = dated.start
        is_day = dated.role == DateRole.MEETING and dated.precision == Precision.DAY
        if not is_day or day is None or day in told or day.weekday() < _SATURDAY:
            continue
        told.add(day)
        message = f"The meeting of {_long(day)} would be on a {day:%A}."
        severity = Severity.MEDIUM if day == meeting else Severity.LOW
        yield _finding(dated, FindingKind.MEETING_ON_WEEKEND, message, severity)
