"""Rules for weeks within a month, and for feasts that papers date things by."""

import re
from dataclasses import replace
from datetime import date, timedelta

from csp_extract.extract.dates.calendar import (
    MONTH,
    NO_YEAR,
    NUMBERS,
    WEEKDAYS,
    YEAR,
    Anchor,
    a_day,
    a_month,
    days,
    full_year,
    last_of,
    month_number,
    unknown,
)
from csp_extract.extract.dates.needs import FEAST, WEEK
from csp_extract.extract.dates.yearless import limit_of, tell, whole_month
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_FEAST = r"(?P<feast>[Cc]hristmas|Easter|Whitsun|New Year[’']s (?:Day|Eve)|Boxing Day|Halloween)"
_WEEK_OF = (
    r"\b(?P<place>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)\s"
    rf"(?:(?P<count>two|three)\s)?weeks?\s(?:of|in)\s(?P<month>{MONTH})"
)
_LONG_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_FIXED = {
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
}


def _weeks(match: re.Match[str], _: Anchor) -> DateValue | None:
    year, month = full_year(match["year"]), month_number(match["month"])
    return _weeks_of(match, year, month, Resolution.EXPLICIT)


def _weeks_yearless(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    month = month_number(match["month"])
    told = tell(*whole_month(month), anchor)
    return _weeks_of(match, told.start.year, month, told.resolution) if told else None


def _weeks_of(
    match: re.Match[str], year: int, month: int, resolution: Resolution
) -> DateValue | None:
    """Return seven days counted from the first or the last day of the month."""
    count = NUMBERS[match["count"]] if match["count"] else 1
    place = match["place"].casefold()
    if place in {"last", "final"}:
        end = last_of(year, month)
        return days(end - timedelta(days=7 * count - 1), end, resolution)
    start = date(year, month, 1 + 7 * _PLACES[place])
    end = min(start + timedelta(days=7 * count - 1), last_of(year, month))
    return days(start, end, resolution)


def _easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian reckoning.

    Source: the anonymous algorithm printed in Nature, 20 April 1876.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _feast_day(name: str, year: int) -> date:
    """Return the day of a feast in a year."""
    folded = name.casefold().replace("’", "'")
    if folded == "easter":
        return _easter(year)
    if folded == "whitsun":
        return _easter(year) + timedelta(days=49)
    return date(year, *_FIXED[folded])


def _feast(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if match["year"]:
        day = _feast_day(match["feast"], int(match["year"]))
        return a_day(day.year, day.month, day.day)
    if anchor.day is None:
        return unknown(Precision.DAY)
    years = (anchor.day.year - 1, anchor.day.year, anchor.day.year + 1)
    able = [_feast_day(match["feast"], year) for year in years]
    past = [day for day in able if day <= anchor.day][-1]
    coming = next(day for day in able if day > anchor.day)
    ago, ahead = (anchor.day - past).days, (coming - anchor.day).days
    is_past = ago < ahead if anchor.is_past is None else anchor.is_past
    day, other = (past, coming) if is_past else (coming, past)
    value = a_day(day.year, day.month, day.day, Resolution.RELATIVE)
    is_open = anchor.is_past is None or (anchor.is_past and limit_of(match) and ahead < ago)
    return replace(value, candidates=(other.isoformat(),)) if is_open else value


def _saturdays(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the stretch of so many weekdays, a week apart, before a feast."""
    value = _feast(match, anchor)
    if value is None or value.start is None or value.resolution is None:
        return value
    number = list(WEEKDAYS).index(match["weekday"][:2].casefold())
    last = value.start - timedelta(days=1)
    last -= timedelta(days=(last.weekday() - number) % 7)
    first = last - timedelta(weeks=NUMBERS[match["count"].casefold()] - 1)
    return days(first, last, value.resolution)


def _new_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the January that comes, or that came where the tense says so."""
    if anchor.day is None or re.match(r"\s(?:group|pupils|intake)", match.string[match.end() :]):
        return unknown(Precision.VAGUE) if anchor.day is None else None
    year = anchor.day.year + (anchor.is_past is not True)
    month = a_month(year, 1, Resolution.RELATIVE)
    return replace(month, precision=Precision.VAGUE) if month else None


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "week of a month",
        re.compile(rf"{_WEEK_OF},?\s(?P<year>{YEAR})"),
        _weeks,
        (
            Example("in the [[first week of December 2018]]", "2018-12-01/2018-12-07"),
            Example("the [[first two weeks of May 2016]]", "2016-05-01/2016-05-14"),
            Example("a stall in the [[last week of November 2015]]", "2015-11-24/2015-11-30"),
        ),
        ("the last week of the course",),
        needs=WEEK,
    ),
    Rule(
        "feast of a year",
        re.compile(rf"\b{_FEAST}\s(?P<year>{YEAR})(?!\s?[/–-]\s?\d)"),
        _feast,
        (
            Example("before [[Easter 2016]]", "2016-03-27"),
            Example("by [[Christmas 2019]] at the latest", "2019-12-25"),
        ),
        needs=FEAST,
    ),
)

# Feasts that take their year from the time of writing.
RELATIVE: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "week of a month without a year",
        re.compile(rf"{_WEEK_OF}{NO_YEAR}"),
        _weeks_yearless,
        (
            Example("It will be in the [[first week of December]].", "2019-12-01/2019-12-07"),
            Example("It was shut in the [[last two weeks of August]]", "2019-08-18/2019-08-31"),
        ),
        needs=WEEK,
    ),
    Rule(
        "feast",
        re.compile(
            r"(?:(?<=\b[Bb]y )|(?<=\b[Bb]efore )|(?<=\b[Uu]ntil )|(?<=\b[Aa]fter )"
            r"|(?<=\b[Ss]ince )|(?<=\b[Oo]n )|(?<=\b[Aa]t ))"
            rf"{_FEAST}(?P<year>(?!))?"
            r"(?!\s(?:[A-Z\d]|\w+\s(?:event|party|market|campaign)))"
        ),
        _feast,
        (
            Example("The trustees will decide by [[Christmas]].", "2019-12-25"),
            Example("It will be ready by [[Easter]]", "2020-04-12"),
        ),
        ("the Christmas campaign",),
        needs=FEAST,
    ),
    Rule(
        "weekdays before a feast",
        re.compile(
            rf"\b(?:the\s)?(?P<count>two|three|four|five|six)\s(?P<weekday>{_LONG_DAY})s\s"
            rf"(?:before|up\sto|leading\sup\sto)\s{_FEAST}(?P<year>(?!))?"
        ),
        _saturdays,
        (
            Example("on [[the four Saturdays before Christmas]]", "2019-11-30/2019-12-21"),
            Example("It will run on [[the two Fridays before Easter]]", "2020-04-03/2020-04-10"),
        ),
        needs=FEAST,
    ),
    Rule(
        "the new year",
        re.compile(
            r"(?:(?<=\b[Ii]n )|(?<=[Ii]nto )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=[Bb]efore )"
            r"|(?<=[Ff]rom ))"
            r"(?:early in )?the [Nn]ew [Yy]ear\b(?!\s?[’']s)"
        ),
        _new_year,
        (
            Example("Work will start in [[the new year]].", "2020-01"),
            Example("A bid is due in [[the New Year]]", "2020-01"),
        ),
        ("in the new year group",),
        needs=FEAST,
    ),
)
