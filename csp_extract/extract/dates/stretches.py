"""Rules for stretches that a date closes or opens: the year to, the week beginning, the end of."""

import re
from dataclasses import replace
from datetime import date, timedelta

from csp_extract.extract.dates.calendar import (
    DAY,
    MONTH,
    NO_YEAR,
    NUMBERS,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
    Anchor,
    a_day,
    a_quarter,
    day_number,
    days,
    full_year,
    last_of,
    misprint,
    month_number,
    months,
    unknown,
)
from csp_extract.extract.dates.needs import MONTHS_OR_YEAR, THE_END, WEEK
from csp_extract.extract.dates.yearless import END, MonthDay, tell
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_W = rf"(?:{WEEKDAY},?\s(?:the\s)?)?"
_Y = rf"(?:,?\s?(?P<year>{YEAR})(?!\s?[-–/]\s?\d\d(?!\d))|,?\s?{SHORT_YEAR})"
_COUNTS = "|".join((*list(NUMBERS)[2:], "eighteen", r"[2-9]", r"1[0-8]", "24"))
_LONG = (
    rf"(?:(?P<count>{_COUNTS})[-\s][Mm]onths?|(?P<unit>[Yy]ear|[Qq]uarter|[Hh]alf[-\s][Yy]ear))"
    r"(?:\speriod)?\s(?:to|ending|ended|up\sto|until)(?:\son)?(?:\sthe)?(?:\send(?:\sof)?)?\s"
)
_DAY_OR_MONTH = rf"(?:{_W}(?P<day>{DAY})\s?(?:of\s)?)?(?P<month>{MONTH})"
_FIGURES = (
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?P<sep>[./])(?P<month>1[0-2]|0?[1-9])(?P=sep)"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])"
)
_WEEK = (
    r"\b(?:[Ww]/?[cb]\.?|[Ww](?:/|\s)?(?P<ends>e)\b\.?"
    r"|[Ww]eek\s?(?:[Cc]ommencing|[Bb]eginning|[Ss]tarting|of|(?P<ending>[Ee]nding|[Ee]nded)))"
    r"(?:\son)?:?\s(?:the\s)?"
)
_UNITS = {"year": 12, "quarter": 3, "half": 6}
_PAIR = r"(?P<first>20\d\d)\s?[/–-]\s?(?P<last>20\d\d|\d\d)(?!\d)"


def _count(match: re.Match[str]) -> int:
    """Return how many months a stretch has."""
    if match["unit"]:
        return _UNITS[match["unit"][:7].casefold().split("-")[0].split()[0]]
    word = match["count"].casefold()
    return NUMBERS.get(word) or (18 if word == "eighteen" else int(word))


def _back(match: re.Match[str], end: date, resolution: Resolution) -> DateValue | None:
    """Return the stretch of so many months that a day or a month closes."""
    place = end.year * 12 + end.month - 1 - _count(match)
    if match["day"] and end != last_of(end.year, end.month):
        start = last_of(place // 12, place % 12 + 1)
        start = start.replace(day=min(end.day, start.day)) + timedelta(days=1)
        return days(start, end, resolution)
    start = date((place + 1) // 12, (place + 1) % 12 + 1, 1)
    if match["day"]:
        return days(start, end, resolution)
    return months((start.year, start.month), (end.year, end.month), resolution=resolution)


def _long(match: re.Match[str], _: Anchor) -> DateValue | None:
    groups = match.groupdict()
    year = full_year(match["year"] or groups["short"])
    month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
    if not match["day"]:
        return _back(match, last_of(year, month), Resolution.EXPLICIT)
    end = a_day(year, month, day_number(match["day"])).end
    return _back(match, end, Resolution.EXPLICIT) if end else misprint(Precision.RANGE)


def _long_yearless(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    day = MonthDay(month, day_number(match["day"]) if match["day"] else END)
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    told = tell(day, day, anchor)
    return _back(match, told.end, told.resolution) if told else None


def _from(match: re.Match[str], _: Anchor) -> DateValue | None:
    year, month = full_year(match["year"] or match["short"]), month_number(match["month"])
    place = year * 12 + month - 1 + _count(match) - 1
    return months((year, month), (place // 12, place % 12 + 1))


def _seven(match: re.Match[str], day: date, resolution: Resolution) -> DateValue | None:
    """Return the seven days that a day opens or closes."""
    if match["ends"] or match["ending"]:
        return days(day - timedelta(days=6), day, resolution)
    return days(day, day + timedelta(days=6), resolution)


def _week(match: re.Match[str], _: Anchor) -> DateValue | None:
    groups = match.groupdict()
    year = full_year(match["year"] or groups["short"])
    month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
    day = a_day(year, month, day_number(match["day"])).start
    return _seven(match, day, Resolution.EXPLICIT) if day else misprint(Precision.RANGE)


def _week_yearless(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    day = MonthDay(month_number(match["month"]), day_number(match["day"]))
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    told = tell(day, day, anchor)
    if told is None:
        return None
    value = _seven(match, told.start, told.resolution)
    other = _seven(match, told.other.start, told.resolution) if told.other else None
    return replace(value, candidates=(other.edtf,)) if value and other else value


def _from_week(match: re.Match[str], _: Anchor) -> DateValue | None:
    """Return the stretch from a week to a day."""
    year = full_year(match["year"] or match["short"])
    until = month_number(match["until"])
    month = month_number(match["month"]) if match["month"] else until
    start = a_day(year - (month > until), month, day_number(match["day"])).start
    end = a_day(year, until, day_number(match["to"])).end
    return days(start, end) or misprint(Precision.RANGE) if start and end else None


_QUARTERS = {"1": 1, "first": 1, "2": 2, "second": 2, "3": 3, "third": 3, "4": 4, "fourth": 4}


def _end_of_quarter(match: re.Match[str], _: Anchor) -> DateValue | None:
    if full_year(match["last"]) != int(match["first"]) + 1:
        return misprint(Precision.DAY)
    number = _QUARTERS[(match["number"] or match["word"]).casefold()]
    quarter = a_quarter(number, int(match["first"]))
    end = quarter.end if quarter else None
    return a_day(end.year, end.month, end.day) if end else None


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "so many months to a day",
        re.compile(rf"\b{_LONG}{_DAY_OR_MONTH}{_Y}"),
        _long,
        (
            Example("in the [[year to 31 March 2015]].", "2014-04-01/2015-03-31"),
            Example("the [[six months to September 2017]]", "2017-04/2017-09"),
            Example("the [[year ended 30th June 2019]]", "2018-07-01/2019-06-30"),
            Example("for the [[quarter ending December 2018]]", "2018-10/2018-12"),
            Example("[[Quarter to end June 2018]]", "2018-04/2018-06"),
            Example("[[12 month period to 14 May 2019]]", "2018-05-15/2019-05-14"),
        ),
        ("a year to remember", "three months to go"),
        needs=MONTHS_OR_YEAR,
    ),
    Rule(
        "so many months to a day in figures",
        re.compile(rf"\b{_LONG}{_FIGURES}"),
        _long,
        (
            Example("in the [[year ending 31/03/2019]]", "2018-04-01/2019-03-31"),
            Example("[[9 months to 31.12.18]]", "2018-04-01/2018-12-31"),
        ),
        needs=MONTHS_OR_YEAR,
    ),
    Rule(
        "so many months from a month",
        re.compile(
            rf"\b(?P<count>{_COUNTS})[-\s]months?(?P<unit>(?!))?(?:\speriod)?\s"
            rf"(?:from|starting(?:\sin)?|beginning(?:\sin)?|commencing(?:\sin)?)\s(?P<month>{MONTH}){_Y}"
        ),
        _from,
        (
            Example("in the [[three months from June 2017]]", "2017-06/2017-08"),
            Example("for [[18 months from April 2019]]", "2019-04/2020-09"),
        ),
        needs=MONTHS_OR_YEAR,
    ),
    Rule(
        "week of a day",
        re.compile(rf"{_WEEK}{_W}(?P<day>{DAY})\s?(?:of\s)?(?P<month>{MONTH}){_Y}"),
        _week,
        (
            Example("in the [[week beginning 7 March 2022]]", "2022-03-07/2022-03-13"),
            Example("[[w/c Monday 3rd June 2019]]", "2019-06-03/2019-06-09"),
            Example("the [[week ending 8 November 2019]]", "2019-11-02/2019-11-08"),
        ),
        ("a week of action", "the week of the fair"),
        needs=WEEK,
    ),
    Rule(
        "week of a day in figures",
        re.compile(rf"{_WEEK}{_FIGURES}"),
        _week,
        (
            Example("[[w/c 03/06/2019]]", "2019-06-03/2019-06-09"),
            Example("[[Week commencing 7.3.22]]", "2022-03-07/2022-03-13"),
        ),
        needs=WEEK,
    ),
    Rule(
        "from a week to a day",
        re.compile(
            rf"{_WEEK}{_W}(?P<day>{DAY})(?:\s?(?P<month>{MONTH}))?(?:\s?[-–—]\s?|\s(?:to|until)\s)"
            rf"{_W}(?P<to>{DAY})\s?(?P<until>{MONTH}){_Y}"
        ),
        _from_week,
        (
            Example("[[w/c 25 June to Fri 31 Aug 2018]]", "2018-06-25/2018-08-31"),
            Example("[[week beginning 2 to 27 May 2016]]", "2016-05-02/2016-05-27"),
        ),
        needs=WEEK,
    ),
    Rule(
        "end of a quarter",
        re.compile(
            r"\b(?:[Ee]nd|[Cc]lose)\sof\s(?:the\s)?(?:Q(?:uarter|tr)?\.?\s?(?P<number>[1-4])"
            rf"|(?P<word>first|second|third|fourth)\squarter),?(?:\sof)?\s{_PAIR}"
        ),
        _end_of_quarter,
        (
            Example("due by the [[end of Quarter 3 of 2018-19]]", "2018-12-31"),
            Example("by the [[end of Q4 2019/20]]", "2020-03-31"),
        ),
        needs=THE_END,
    ),
)

RELATIVE: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "so many months to a day without a year",
        re.compile(rf"\b{_LONG}{_DAY_OR_MONTH}{NO_YEAR}"),
        _long_yearless,
        (
            Example("893 visits in the [[five months to August]].", "2019-04/2019-08"),
            Example("in the [[quarter ended 30 June]]", "2019-04-01/2019-06-30"),
        ),
        ("it took a year to march on",),
        needs=MONTHS_OR_YEAR,
    ),
    Rule(
        "week of a day without a year",
        re.compile(rf"{_WEEK}{_W}(?P<day>{DAY})\s?(?:of\s)?(?P<month>{MONTH}){NO_YEAR}"),
        _week_yearless,
        (
            Example("It will go up in [[w/c 14 Oct]]", "2019-10-14/2019-10-20"),
            Example("It will be in the [[week commencing 4 November]].", "2019-11-04/2019-11-10"),
        ),
        needs=WEEK,
    ),
)
