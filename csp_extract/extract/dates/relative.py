"""Rules for expressions that count from the time of writing or borrow their year."""

import re
from dataclasses import replace
from datetime import date

from csp_extract.extract.dates.calendar import (
    DASH,
    DAY,
    MONTH,
    NO_YEAR,
    SEASONS,
    WEEKDAY,
    YEAR,
    Anchor,
    a_day,
    a_month,
    a_season,
    a_third,
    day_number,
    days,
    last_of,
    month_number,
    months,
    unknown,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_SEASON = "|".join(SEASONS)
_AHEAD = 4  # months ahead that a month without year and tense may lie


def _nearest_year(month: int, day: int, anchor: Anchor) -> int:
    """Return the year in which a month and day fit the tense, counted from the anchor."""
    assert anchor.day is not None
    year = anchor.day.year
    here = (month, day)
    now = (anchor.day.month, anchor.day.day)
    if anchor.is_past is True:
        return year - (here > now)
    if anchor.is_past is False:
        return year + (here < now)
    # Without a tense the nearer one; reports tell more of what is past.
    distance = (month - anchor.day.month) % 12
    over = month < anchor.day.month
    return year + over if distance <= _AHEAD else year - (not over)


def _other_year(month: int, day: int, year: int, anchor: Anchor) -> int:
    """Return the year of the other reading: back for what is to come, on for what is past."""
    assert anchor.day is not None
    is_after = (year, month, day) > (anchor.day.year, anchor.day.month, anchor.day.day)
    return year - 1 if is_after else year + 1


def _year_of_weekday(weekday: str | None, month: int, day: int, near: int) -> int | None:
    """Return the one year about the nearest in which the day falls on the printed weekday."""
    if not weekday:
        return None
    fitting = []
    for year in (near, near - 1, near + 1):
        try:
            name = date(year, month, day).strftime("%a")
        except ValueError:
            continue  # 29 February
        if name.casefold() == weekday[:3].casefold():
            fitting.append(year)
    return fitting[0] if fitting else None


def _beside(value: DateValue | None, other: DateValue | None, anchor: Anchor) -> DateValue | None:
    """Return the nearer reading, with the other as a candidate where no tense decides."""
    if value is None or other is None or not other.edtf or anchor.is_past is not None:
        return value
    return replace(value, candidates=(other.edtf,))


def _resolution(anchor: Anchor) -> Resolution:
    return Resolution.INFERRED if anchor.near else Resolution.RELATIVE


def _day(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month, day = month_number(match["month"]), day_number(match["day"])
    if anchor.near is not None:
        return a_day(anchor.near.year, month, day, Resolution.INFERRED)
    if anchor.day is None:
        return unknown(Precision.DAY)
    year = _nearest_year(month, day, anchor)
    told = _year_of_weekday(match["weekday"], month, day, year)
    if told is not None:
        return a_day(told, month, day, Resolution.RELATIVE)
    other = a_day(_other_year(month, day, year, anchor), month, day)
    return _beside(a_day(year, month, day, Resolution.RELATIVE), other, anchor)


def _days(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    first, last = day_number(match["first"]), day_number(match["last"])
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    year = anchor.near.year if anchor.near else _nearest_year(month, first, anchor)
    if first >= last or last > last_of(year, month).day:
        return None
    return days(date(year, month, first), date(year, month, last), _resolution(anchor))


def _over_months(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    first, last = month_number(match["month"]), month_number(match["until"])
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    day = day_number(match["last"])
    year = anchor.near.year if anchor.near else _nearest_year(last, day, anchor)
    start = a_day(year - (first > last), first, day_number(match["first"]))
    end = a_day(year, last, day)
    if start.start is None or end.start is None:
        return None
    return days(start.start, end.start, _resolution(anchor))


def _month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    if anchor.near is not None:
        return a_month(anchor.near.year, month, Resolution.INFERRED)
    if anchor.day is None:
        return unknown(Precision.MONTH)
    # The month of writing itself is past or to come as the tense says.
    edge = 1 if anchor.is_past else 31
    year = _nearest_year(month, edge, anchor)
    other = a_month(_other_year(month, edge, year, anchor), month)
    return _beside(a_month(year, month, Resolution.RELATIVE), other, anchor)


def _end_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    if anchor.day is None:
        return unknown(Precision.DAY)
    near = anchor.near
    year = near.year if near else _nearest_year(month, 28, anchor)
    return a_day(year, month, last_of(year, month).day, _resolution(anchor))


def _part_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    whole = _month(match, anchor)
    if whole is None or whole.start is None or whole.end is None:
        return whole
    assert whole.resolution is not None
    return a_third(match["part"], whole.start, whole.end, whole.resolution)


def _months(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    first, last = month_number(match["first"]), month_number(match["month"])
    is_between = match.string[: match.start()].endswith("etween ")
    if match["joint"] and not is_between and last != first % 12 + 1:
        return None  # "April and June" are two months, "May and June" a stretch
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    year = (
        anchor.near.year
        if anchor.near
        else _nearest_year(last, 1 if anchor.is_past else 28, anchor)
    )
    return months((year - (first > last), first), (year, last), resolution=_resolution(anchor))


def _season(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the season that the tense points at; without a tense it may be every year's."""
    if anchor.day is None or anchor.is_past is None:
        return None
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    read = [a_season(match["season"], year, Resolution.RELATIVE) for year in years]
    if anchor.is_past:
        begun = [value for value in read if value and value.start and value.start <= anchor.day]
        return begun[-1] if begun else None
    open_ = [value for value in read if value and value.end and value.end >= anchor.day]
    return open_[0] if open_ else None


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "day without a year",
        re.compile(
            rf"(?:(?P<weekday>{WEEKDAY}),?\s(?:the\s)?)?(?P<day>{DAY})\s?(?:of\s)?(?P<month>{MONTH}){NO_YEAR}"
        ),
        _day,
        (
            Example("The panel will meet on [[14 October]].", "2019-10-14"),
            Example("It will open on [[Monday 3rd February]]", "2020-02-03"),
        ),
        ("The 12 Marches were quiet", "10 may have come"),
    ),
    Rule(
        "days without a year",
        re.compile(
            rf"(?P<first>{DAY})\s?(?:[-–—]|to|and)\s?(?P<last>{DAY})\s?(?P<month>{MONTH}){NO_YEAR}"
        ),
        _days,
        (
            Example("A stall will run on [[21 to 25 October]].", "2019-10-21/2019-10-25"),
            Example("Patrols will cover [[7-9 November]].", "2019-11-07/2019-11-09"),
        ),
    ),
    Rule(
        "days over months without a year",
        re.compile(
            rf"(?:{WEEKDAY},?\s)?(?P<first>{DAY})\s?(?P<month>{MONTH})(?:{DASH}|\sto\s|\suntil\s)"
            rf"(?:{WEEKDAY},?\s)?(?P<last>{DAY})\s?(?P<until>{MONTH}){NO_YEAR}"
        ),
        _over_months,
        (
            Example("It will run from [[Sat 23 Nov to Sun 8 December]].", "2019-11-23/2019-12-08"),
            Example("Patrols will cover [[28 October – 3 November]]", "2019-10-28/2019-11-03"),
        ),
    ),
    Rule(
        "month without a year",
        re.compile(
            r"(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Ff]rom )|(?<=[Uu]ntil )|(?<=[Ss]ince )"
            r"|(?<=[Dd]uring )|(?<=[Ff]or )|(?<= of )|(?<=before )|(?<=after )|(?<=and )|(?<=to )"
            r"|(?<=throughout )|(?<=^)(?=\w+\s(?:will|saw|was|is)\b))"
            rf"(?P<month>{MONTH}){NO_YEAR}"
            r"(?!\s(?:\d|[A-Z][a-z]+day|[A-Z][a-z]+\s(?:Road|Street|Day|Fair)))"
        ),
        _month,
        (
            Example("The scheme will start in [[January]].", "2020-01"),
            Example("[[November]] will see a week of action.", "2019-11"),
        ),
        ("We may march in step", "officers from may"),
    ),
    Rule(
        "end of a month without a year",
        re.compile(rf"\bend\sof\s(?P<month>{MONTH}){NO_YEAR}"),
        _end_of_month,
        (
            Example("Work will finish by the [[end of November]].", "2019-11-30"),
            Example("Bids will close at the [[end of February]].", "2020-02-29"),
        ),
    ),
    Rule(
        "part of a month without a year",
        re.compile(rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[-\s](?P<month>{MONTH}){NO_YEAR}"),
        _part_of_month,
        (
            Example("It will open in [[mid-November]].", "2019-11-11/2019-11-20"),
            Example("It will close in [[late December]].", "2019-12-21/2019-12-31"),
        ),
    ),
    Rule(
        "months without a year",
        re.compile(
            rf"\b(?P<first>{MONTH})(?:{DASH}|\s(?:to|until|(?P<joint>and))\s)"
            rf"(?P<month>{MONTH}){NO_YEAR}(?!\s?[-/]?\s?\d)"
        ),
        _months,
        (
            Example("Patrols will run from [[November to February]].", "2019-11/2020-02"),
            Example("Talks will be given in [[October – December]]", "2019-10/2019-12"),
            Example("Between [[April and September]] it fell", "2019-04/2019-09"),
            Example("Stalls will be held in [[November and December]].", "2019-11/2019-12"),
        ),
    ),
    Rule(
        "season without a year",
        re.compile(
            r"(?:(?<=in )|(?<=by )|(?<=over )|(?<=during )|(?<=throughout )|(?<=until )|(?<=the ))"
            rf"(?P<season>{_SEASON})\b(?:\smonths)?"
            rf"(?!\s(?:of\s)?(?:{YEAR}|holidays?|term|fair|fete|school))"
        ),
        _season,
        (
            Example("It will reopen in the [[spring]].", "2020-21"),
            Example("Visits will go on over the [[winter months]].", "2019-24"),
        ),
        ("Get Set for Summer", "thefts rise in the summer"),
    ),
)
