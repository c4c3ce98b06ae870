"""Rules for days that tell no year: they borrow it, or count from the time of writing."""

import re

from csp_extract.extract.dates.calendar import (
    AND,
    DASH,
    DAY,
    LAST_DAY,
    MONTH,
    NO_YEAR,
    WEEKDAY,
    Anchor,
    a_day,
    day_number,
    days,
    follows_between,
    misprint,
    month_number,
    unknown,
)
from csp_extract.extract.dates.needs import (
    DAY_AFTER_MONTH,
    DAY_ALONE,
    IN_FIGURES,
)
from csp_extract.extract.dates.yearless import (
    MonthDay,
    beside,
    limit_of,
    tell,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision

_ORDINAL = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
# "2 March Street" is where somebody lives.
_NO_STREET = (
    r"(?!\s(?:Street|Road|Close|Avenue|Lane|Drive|Way|Court|Gardens|Terrace|Place|Square|Grove"
    r"|Crescent|Walk|Hill|Rise|Mews|Gate|Row|House|Hall|Estate)\b)"
)
_LINK = r"(?:\s?(?:[-–—/]|to|until)\s?|\s?(?P<joint>and|&)\s?)"


def _day(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    day = MonthDay(month_number(match["month"]), day_number(match["day"]))
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.DAY)
    weekday = match.groupdict().get("weekday") or ""
    told = tell(day, day, anchor, weekday, limit=limit_of(match))
    if told is None:
        return misprint(Precision.DAY)
    other = a_day(told.other.start.year, *day) if told.other else None
    return beside(a_day(told.start.year, *day, told.resolution), other)


def _in_figures(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.DAY)
    day = MonthDay(int(match["month"]), int(match["day"]))
    told = tell(day, day, anchor, limit=limit_of(match))
    return a_day(told.start.year, *day, told.resolution) if told else None


def _days(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    until = month_number(match.groupdict().get("until") or match["month"])
    first, last = day_number(match["first"]), day_number(match["last"])
    if match["joint"] and last != first + 1 and not follows_between(match):
        return None  # "8 and 15 August" are two days
    return _stretch(MonthDay(month, first), MonthDay(until, last), anchor)


def _over_months(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if match["joint"] and not follows_between(match):
        return None  # "27 June and 4 July" are two days
    first = MonthDay(month_number(match["month"]), day_number(match["first"]))
    last = MonthDay(month_number(match["until"]), day_number(match["last"]))
    return _stretch(first, last, anchor)


def _stretch(first: MonthDay, last: MonthDay, anchor: Anchor) -> DateValue | None:
    """Return a stretch of days that tell no year."""
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    told = tell(first, last, anchor)
    return days(told.start, told.end, told.resolution) if told else None


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "day without a year",
        re.compile(
            rf"(?:(?P<weekday>{WEEKDAY}),?\s(?:the\s)?)?(?P<day>{DAY})\s?(?:of\s)?(?P<month>{MONTH})"
            rf"{NO_YEAR}{_NO_STREET}"
        ),
        _day,
        (
            Example("The panel will meet on [[14 October]].", "2019-10-14"),
            Example("It will open on [[Monday 3rd February]]", "2020-02-03"),
        ),
        ("The 12 Marches were quiet", "10 may have come", "at 4 March Street, Tarn"),
        needs=DAY_ALONE,
    ),
    Rule(
        "month before the day without a year",
        re.compile(
            rf"(?:\b(?P<weekday>{WEEKDAY}),?\s)?\b(?P<month>{MONTH})\s(?:the\s)?"
            r"(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:(?:st|nd|rd|th|ST|ND|RD|TH)\b|(?=[.;)]|,\s(?!\d))))"
            rf"(?!,?\s(?:of\s)?\d{{4}}|{DASH}\d|\s(?:to|and)\s\d)"
        ),
        _day,
        (
            Example("The stall will be out on [[October 14th]].", "2019-10-14"),
            Example("It was shut from [[Monday September 2nd]] on", "2019-09-02"),
            Example("Bids were opened on [[August 12]], and read", "2019-08-12"),
        ),
        ("March 12 officers", "we may 2nd it"),
        needs=DAY_AFTER_MONTH,
    ),
    Rule(
        "days without a year, the month before them",
        re.compile(
            rf"\b(?P<month>{MONTH})\s(?P<first>{_ORDINAL})(?:\s?(?:[-–—]|to|until)\s?|\s(?P<joint>and)\s)"
            rf"(?:(?P<until>{MONTH})\s)?(?P<last>{_ORDINAL})(?!,?\s(?:of\s)?\d{{4}})"
        ),
        _days,
        (
            Example("It will run from [[October 14th to 18th]].", "2019-10-14/2019-10-18"),
            Example("Patrols went out [[July 28th - August 3rd]]", "2019-07-28/2019-08-03"),
        ),
        needs=DAY_AFTER_MONTH,
    ),
    Rule(
        "day and month in figures",
        re.compile(
            r"(?:(?<=\bdue )|(?<=\bDue )|(?<=\b[Bb]y )|(?<=\b[Oo]n )|(?<=[Uu]ntil )"
            r"|(?<=[Dd]eadline )|(?<=[Ee]nding )|(?<=[Cc]ommencing )|(?<=\b[Ww]/[ce] )"
            r"|(?<=[Dd]ated ))"
            r"(?P<day>0[1-9]|[12]\d|3[01])/(?P<month>0[1-9]|1[0-2])(?![/\d]|\s(?:of|wards|people|cases))"
        ),
        _in_figures,
        (
            Example("Bids will be due by [[14/10]].", "2019-10-14"),
            Example("It was sent round on [[02/09]]", "2019-09-02"),
        ),
        ("on 12/15 of the plots", "open 24/7, on 10/11 of the days"),
        needs=IN_FIGURES,
    ),
    Rule(
        "days without a year",
        re.compile(
            rf"(?:{WEEKDAY},?\s)?(?P<first>{DAY}){_LINK}(?:{WEEKDAY},?\s)?(?P<last>{LAST_DAY})"
            rf"\s?(?:of\s)?(?P<month>{MONTH}){NO_YEAR}"
        ),
        _days,
        (
            Example("A stall will run on [[21 to 25 October]].", "2019-10-21/2019-10-25"),
            Example("Patrols will cover [[7-9 November]].", "2019-11-07/2019-11-09"),
            Example("It was run on the night of [[13/14 September]].", "2019-09-13/2019-09-14"),
            Example("It will run on [[Sat 5th and Sun 6th October]].", "2019-10-05/2019-10-06"),
        ),
        needs=DAY_ALONE,
    ),
    Rule(
        "day of a list without a year",
        re.compile(
            rf"(?:(?P<weekday>{WEEKDAY}),?\s)?(?P<day>{DAY})(?={AND}(?:{WEEKDAY},?\s)?"
            rf"(?:{DAY}{AND}){{0,6}}{DAY}\s?(?:of\s)?(?P<month>{MONTH}){NO_YEAR})"
        ),
        _day,
        (
            Example("Skips will be offered on [[19th]] and 26th October.", "2019-10-19"),
            Example("It will open on [[5]], 12 and 19 November.", "2019-11-05"),
        ),
        needs=DAY_ALONE,
    ),
    Rule(
        "days over months without a year",
        re.compile(
            rf"(?:{WEEKDAY},?\s)?(?P<first>{DAY})\s?(?P<month>{MONTH}){_LINK}"
            rf"(?:{WEEKDAY},?\s)?(?P<last>{DAY})\s?(?P<until>{MONTH}){NO_YEAR}"
        ),
        _over_months,
        (
            Example("It will run from [[Sat 23 Nov to Sun 8 December]].", "2019-11-23/2019-12-08"),
            Example("Patrols will cover [[28 October – 3 November]]", "2019-10-28/2019-11-03"),
        ),
        needs=DAY_ALONE,
    ),
)
