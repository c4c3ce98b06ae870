"""Rules for a unit of the calendar so many steps from that of writing: last year, next month."""

import re
from datetime import date, timedelta

from csp_extract.extract.dates.calendar import (
    MONTH,
    NO_YEAR,
    SEASONS,
    WEEKDAYS,
    Anchor,
    a_day,
    a_month,
    a_quarter,
    a_season,
    a_split_year,
    a_year,
    days,
    financial_year_of,
    month_number,
    unknown,
)
from csp_extract.extract.dates.needs import A_WEEKDAY, THIS_OR_LAST
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_WHICH = (
    r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Cc]urrent|[Cc]oming|[Ff]orthcoming"
    r"|[Ff]ollowing|[Uu]pcoming)"
)
STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "forthcoming": 1, "upcoming": 1,
          "following": 1, "this": 0, "current": 0}  # fmt: skip
_SEASON = "|".join(SEASONS)
_UNIT = (
    r"(?P<unit>week|month|quarter|(?:financial|municipal|civic|academic|school|calendar)\syear|year"
    rf"|{_SEASON})\b"
)


def _which_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    step = STEPS[match["which"].casefold()]
    if anchor.day is None:
        return unknown(Precision.MONTH)
    named = month_number(match["month"])
    year = anchor.day.year
    if step > 0 and named <= anchor.day.month:
        year += 1
    if step < 0 and named >= anchor.day.month:
        year -= 1
    return a_month(year, named, Resolution.RELATIVE)


def _unit(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    step = STEPS[match["which"].casefold()]
    if match["coming"]:
        step = 1
    unit = " ".join(match["unit"].casefold().split())
    # A report on a quarter is written in the next, and calls its own "this quarter" all the same.
    if unit == "quarter" and step == 0 and anchor.reported and anchor.is_past is not False:
        return counted(unit, step, anchor.reported)
    if anchor.day is None:
        return unknown(Precision.VAGUE)
    return counted(unit, step, anchor.day)


def counted(unit: str, step: int, day: date) -> DateValue | None:
    """Return the week, month, quarter, year or season so many steps from that of a day."""
    relative = Resolution.RELATIVE
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
        return days(monday, monday + timedelta(days=6), relative)
    if unit == "month":
        place = day.year * 12 + day.month - 1 + step
        return a_month(place // 12, place % 12 + 1, relative)
    if unit == "quarter":
        place = financial_year_of(day) * 4 + ((day.month - 4) % 12) // 3 + step
        return a_quarter(place % 4 + 1, place // 4, relative)
    if unit in SEASONS:
        return _season(unit, step, day)
    if unit == "calendar year":
        return a_year(day.year + step, relative)
    kinds = {
        "municipal year": (Precision.MUNICIPAL_YEAR, 5),
        "civic year": (Precision.MUNICIPAL_YEAR, 5),
        "academic year": (Precision.ACADEMIC_YEAR, 9),
        "school year": (Precision.ACADEMIC_YEAR, 9),
    }
    precision, month = kinds.get(unit, (Precision.FINANCIAL_YEAR, 4))
    return a_split_year(day.year - (day.month < month) + step, precision, relative)


def _season(name: str, step: int, day: date) -> DateValue | None:
    """Return the season before, about or after a day."""
    read = [a_season(name, day.year + by, Resolution.RELATIVE) for by in (-2, -1, 0, 1)]
    able = [value for value in read if value and value.start and value.end]
    if step < 0:
        return [value for value in able if value.end and value.end < day][-1]
    if step > 0:
        return next(value for value in able if value.start and value.start > day)
    return next(value for value in able if value.start and value.start.year == day.year)


def _weekday(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the weekday before or after the time of writing that is meant."""
    step = STEPS[match["which"].casefold()]
    if anchor.day is None:
        return unknown(Precision.DAY)
    if match["coming"] or (step == 0 and anchor.is_past is not True):
        step = 1
    number = list(WEEKDAYS).index(match["weekday"][:2].casefold())
    ahead = (number - anchor.day.weekday() - 1) % 7 + 1
    behind = (anchor.day.weekday() - number - 1) % 7 + 1
    day = anchor.day + timedelta(days=ahead if step > 0 else -behind)
    return a_day(day.year, day.month, day.day, Resolution.RELATIVE)


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "this, last or next weekday",
        re.compile(
            r"(?:(?<=\b[Oo]n )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil )|(?<=[a-z] ))"
            r"(?P<which>last|next|this)\s(?P<coming>coming\s)?"
            r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!s|\s(?:of|in|\d)|,?\s\d)"
        ),
        _weekday,
        (
            Example("The stall opened [[last Saturday]].", "2019-09-28"),
            Example("Bids close [[next Friday]] at noon", "2019-10-04"),
        ),
        ("the last Friday of term",),
        needs=A_WEEKDAY,
    ),
    Rule(
        "last or next month by name",
        re.compile(rf"\b{_WHICH}\s(?P<month>{MONTH}){NO_YEAR}"),
        _which_month,
        (
            Example("from [[next April]]", "2020-04"),
            Example("as we said [[last March]]", "2019-03"),
        ),
        needs=THIS_OR_LAST,
    ),
    Rule(
        "this, last or next",
        re.compile(
            rf"\b{_WHICH}\s(?P<coming>coming\s|upcoming\s)?{_UNIT}(?!\s(?:group|of\s|olds?|on\syear|mile|(?:19|20)\d\d)|(?<=year)[’']s\b)"
        ),
        _unit,
        (
            Example("the board will meet [[next month]]", "2019-11"),
            Example("in the [[current financial year]]", "2019-04-01/2020-03-31"),
            Example("[[last year]] it fell", "2018-04-01/2019-03-31"),
            Example("for [[this coming year]]", "2020-04-01/2021-03-31"),
        ),
        ("the last weekend", "this yearly event", "last year’s plan"),
        needs=THIS_OR_LAST,
    ),
)
