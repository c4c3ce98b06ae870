"""Rules for expressions that count from the time of writing or borrow their year."""

import re
from dataclasses import replace
from datetime import timedelta

from csp_extract.extract.dates.calendar import (
    AND,
    DASH,
    DAY,
    MONTH,
    NO_YEAR,
    PART,
    SEASONS,
    WEEKDAY,
    YEAR,
    Anchor,
    a_day,
    a_month,
    a_season,
    a_third,
    between_parts,
    day_number,
    days,
    follows_between,
    misprint,
    month_number,
    months,
    unknown,
)
from csp_extract.extract.dates.yearless import END, MonthDay, is_limit, tell, whole_month
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_SEASON = "|".join(SEASONS)
_SEASON_BEGUN_DAYS = 60  # a season told as past has nearly gone
_LINK = r"(?:\s?(?:[-–—]|to|until)\s?|\s?(?P<joint>and|&)\s?)"


def _beside(value: DateValue | None, other: DateValue | None) -> DateValue | None:
    """Return the reading that is chosen, with the other as a candidate."""
    if value is None or other is None or not other.edtf:
        return value
    return replace(value, candidates=(other.edtf,))


def _day(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    day = MonthDay(month_number(match["month"]), day_number(match["day"]))
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.DAY)
    weekday = match.groupdict().get("weekday") or ""
    told = tell(day, day, anchor, weekday, is_limit=is_limit(match))
    if told is None:
        return misprint(Precision.DAY)
    other = a_day(told.other.start.year, *day) if told.other else None
    return _beside(a_day(told.start.year, *day, told.resolution), other)


def _days(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    first, last = day_number(match["first"]), day_number(match["last"])
    if match["joint"] and last != first + 1 and not follows_between(match):
        return None  # "8 and 15 August" are two days
    return _stretch(MonthDay(month, first), MonthDay(month, last), anchor)


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


def _month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.MONTH)
    told = tell(*whole_month(month), anchor, is_limit=is_limit(match))
    if told is None:
        return None
    other = a_month(told.other.start.year, month) if told.other else None
    return _beside(a_month(told.start.year, month, told.resolution), other)


# The words beside a month that has no year and no day: "May" and "March" are names and verbs too.
_BEFORE = re.compile(
    r"(?:(?:\b(?:in|by|from|until|since|till|during|for|before|after|and|to|throughout|than|or|not"
    r"|last|of))\s|(?<=, ))$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s(?:will|saw|was|is)\b")
_NOUN = re.compile(
    r"\s(?:meetings?|reports?|figures?|Board|Committee|Cabinet|Panel|Council|round|edition|deadline"
    r"|survey|elections?|date|budget|workshop|event|session|draft|paper|minutes|bulletin)\b"
)
_GOES_ON = re.compile(r",|\sand\s")


def _is_told(match: re.Match[str]) -> bool:
    """Return whether the words around say that a name of a month is a month."""
    text, start = match.string, match.start()
    before = _BEFORE.search(text, max(0, start - 12), start)
    if start == 0:
        return _OPENS.match(text, match.end()) is not None
    if before is None:
        is_named = (
            text[max(0, start - 5) : start]
            .casefold()
            .endswith(("the ", "’s ", "'s ", "our ", "its "))
        )
        return is_named and _NOUN.match(text, match.end()) is not None
    return bool(before[0].strip()) or _GOES_ON.match(text, match.end()) is not None


def _end_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.DAY)
    told = tell(MonthDay(month, END), MonthDay(month, END), anchor, is_limit=is_limit(match))
    if told is None:
        return None
    end = told.end
    other = told.other.end if told.other else None
    return _beside(
        a_day(end.year, end.month, end.day, told.resolution),
        a_day(other.year, other.month, other.day) if other else None,
    )


def _part_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    whole = _month(match, anchor)
    if whole is None or whole.start is None or whole.end is None:
        return whole
    assert whole.resolution is not None
    return a_third(match["part"], whole.start, whole.end, whole.resolution)


def _parts(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the stretch from a part of one month to a part of another."""
    first, last = month_number(match["first"]), month_number(match["month"])
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    told = tell(whole_month(first)[0], whole_month(last)[1], anchor)
    return between_parts(match, told.start.year, told.end.year, told.resolution) if told else None


def _months(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    first, last = month_number(match["first"]), month_number(match["month"])
    if match["joint"] and not follows_between(match) and last != first % 12 + 1:
        return None  # "April and June" are two months, "May and June" a stretch
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    told = tell(whole_month(first)[0], whole_month(last)[1], anchor)
    if told is None:
        return None
    return months((told.start.year, first), (told.end.year, last), resolution=told.resolution)


def _season(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the season that the tense points at; without a tense it may be every year's."""
    if anchor.day is None or anchor.is_past is None:
        return None
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    read = [a_season(match["season"], year, Resolution.RELATIVE) for year in years]
    if anchor.is_past:
        edge = anchor.day - timedelta(days=_SEASON_BEGUN_DAYS)
        begun = [value for value in read if value and value.start and value.start <= edge]
        return begun[-1] if begun else None
    open_ = [value for value in read if value and value.end and value.end >= anchor.day]
    return open_[0] if open_ else None


def _end_of_season(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the season whose end is meant: which day that is, nobody knows."""
    return _season(match, replace(anchor, is_past=anchor.is_past or False))


def _same_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return a day of the month that the text told just before."""
    if anchor.near is None:
        return None
    return a_day(anchor.near.year, anchor.near.month, day_number(match["day"]), Resolution.INFERRED)


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
            rf"(?:{WEEKDAY},?\s)?(?P<first>{DAY}){_LINK}(?:{WEEKDAY},?\s)?(?P<last>{DAY})"
            rf"\s?(?:of\s)?(?P<month>{MONTH}){NO_YEAR}"
        ),
        _days,
        (
            Example("A stall will run on [[21 to 25 October]].", "2019-10-21/2019-10-25"),
            Example("Patrols will cover [[7-9 November]].", "2019-11-07/2019-11-09"),
            Example("It will run on [[Sat 5th and Sun 6th October]].", "2019-10-05/2019-10-06"),
        ),
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
    ),
    Rule(
        "month without a year",
        re.compile(
            rf"(?P<month>{MONTH}){NO_YEAR}"
            r"(?!\s(?:\d|[A-Z][a-z]+day|[A-Z][a-z]+\s(?:Road|Street|Day|Fair)))"
        ),
        lambda match, anchor: _month(match, anchor) if _is_told(match) else None,
        (
            Example("The scheme will start in [[January]].", "2020-01"),
            Example("[[November]] will see a week of action.", "2019-11"),
            Example("It is to go to the [[December]] meeting, and will be short.", "2019-12"),
        ),
        ("We may march in step", "officers from may"),
    ),
    Rule(
        "end of a month without a year",
        re.compile(rf"\b(?:[Ee]nd|[Cc]lose)[\s-](?:of\s)?(?P<month>{MONTH}){NO_YEAR}"),
        _end_of_month,
        (
            Example("Work will finish by the [[end of November]].", "2019-11-30"),
            Example("Bids will close at the [[end of February]].", "2020-02-29"),
            Example("It will be done by [[end Jan]]", "2020-01-31"),
        ),
    ),
    Rule(
        "part of a month without a year",
        re.compile(rf"\b(?P<part>{PART})(?:-|\s)(?:in\s)?(?P<month>{MONTH}){NO_YEAR}"),
        _part_of_month,
        (
            Example("It will open in [[mid-November]].", "2019-11-11/2019-11-20"),
            Example("It will close in [[late December]].", "2019-12-21/2019-12-31"),
            Example("It will be told by the [[middle of March]].", "2020-03-11/2020-03-20"),
        ),
    ),
    Rule(
        "parts of months without a year",
        re.compile(
            rf"\b(?P<early>{PART})[-\s](?P<first>{MONTH})(?:{DASH}|\s(?:to|until)\s)"
            rf"(?P<late>{PART})[-\s](?P<month>{MONTH}){NO_YEAR}"
        ),
        _parts,
        (
            Example("It will run from [[late October to early January]].", "2019-10-21/2020-01-10"),
            Example("It will shut from [[mid-March to mid-April]].", "2020-03-11/2020-04-20"),
        ),
    ),
    Rule(
        "months without a year",
        re.compile(
            rf"\b(?P<first>{MONTH})(?:{DASH}|\s(?:to|until|(?P<joint>and))\s)"
            rf"(?P<month>{MONTH}){NO_YEAR}(?!\s?[-/]\s?\d|\s\d{{1,2}}\b(?!,))"
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
    Rule(
        "end of a season",
        re.compile(rf"\bend\sof\s(?:the\s)?(?P<season>{_SEASON})\b(?!\s(?:of\s)?{YEAR}|\sterm)"),
        _end_of_season,
        (
            Example("It will be in post by the [[end of the summer]].", "2020-22"),
            Example("The survey will close at the [[end of winter]].", "2019-24"),
        ),
    ),
    Rule(
        "day of the month told before",
        re.compile(
            r"(?:(?<=on the )|(?<=until the )|(?<=by the )|(?<=from the ))"
            r"(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?=[.,;)]|\s(?:and|at|in|to|but|when)\b|$)"
            r"(?!\sand\s\d|\sto\s\d|\sat\s\d\d\d)"
        ),
        _same_month,
        (
            Example("It ran in November 2018, in Tarn on the [[7th]] and in Mere", "2018-11-07"),
            Example(
                "Booked for 17 June 2019, it was moved for the storm on the [[16th]].", "2019-06-16"
            ),
        ),
        ("it stands on the 2nd floor", "on the 5th occasion"),
    ),
)
