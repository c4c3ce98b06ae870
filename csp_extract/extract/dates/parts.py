"""Rules for parts of the year or month of writing, or of the next: its end, its first months."""

import re
from datetime import date

from csp_extract.extract.dates.calendar import (
    DAY,
    MONTH,
    NUMBERS,
    Anchor,
    a_day,
    a_month,
    a_third,
    day_number,
    financial_year_of,
    full_year,
    misprint,
    month_number,
    months,
    unknown,
    value_of,
)
from csp_extract.extract.dates.needs import MONTHS_OR_YEAR, OF_YEAR, THE_END
from csp_extract.extract.dates.units import STEPS, counted
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution


def _part_of_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return what of the calendar year is past at the time of writing, is to come, or its start."""
    if anchor.day is None:
        return unknown(Precision.VAGUE)
    part, day = match["part"].casefold(), anchor.day
    year = day.year - (match["which"].casefold() == "last")
    if part == "earlier" and year == day.year:
        start, end = date(year, 1, 1), day
    elif part == "later" and year == day.year:
        start, end = day, date(year, 12, 31)
    else:
        return a_third(part, date(year, 1, 1), date(year, 12, 31), Resolution.RELATIVE)
    return value_of(start, end, f"{start}/{end}", Precision.VAGUE, Resolution.RELATIVE)


def _month_of_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return a month of the calendar year before, of or after that of writing."""
    if anchor.day is None:
        return unknown(Precision.MONTH)
    year = anchor.day.year + STEPS[match["which"].casefold()]
    month = month_number(match["month"])
    if match["day"]:
        return a_day(year, month, day_number(match["day"]), Resolution.RELATIVE)
    return a_month(year, month, Resolution.RELATIVE)


def _months_of_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the first or last so many months of a financial year."""
    groups = match.groupdict()
    if groups.get("pair"):
        if full_year(match["end"]) != int(match["pair"]) + 1:
            return misprint(Precision.RANGE)
        year, resolution = int(match["pair"]), Resolution.EXPLICIT
    elif anchor.day is None:
        return unknown(Precision.RANGE)
    else:
        year = financial_year_of(anchor.day) + STEPS.get((groups.get("which") or "").casefold(), 0)
        resolution = Resolution.RELATIVE
    count = NUMBERS.get(match["count"].casefold()) or int(match["count"])
    count *= 3 if match["unit"] == "quarters" else 1
    if not 1 <= count <= 12:
        return None
    first = year * 12 + 3 + (0 if match["place"].casefold() == "first" else 12 - count)
    last = first + count - 1
    ends = (first // 12, first % 12 + 1), (last // 12, last % 12 + 1)
    return months(*ends, resolution=resolution)


def _end_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if anchor.day is None:
        return unknown(Precision.DAY)
    month = counted("month", STEPS.get((match["which"] or "").casefold(), 0), anchor.day)
    end = month.end if month else None
    return a_day(end.year, end.month, end.day, Resolution.RELATIVE) if end else None


def _end_of_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if anchor.day is None:
        return unknown(Precision.DAY)
    day, unit = anchor.day, (match["kind"] or "").casefold().strip()
    if unit in {"financial", "municipal", "academic", "school"}:
        whole = counted(f"{unit} year", 0, day)
        if whole is None or whole.end is None:
            return None
        return a_day(whole.end.year, whole.end.month, whole.end.day, Resolution.RELATIVE)
    return a_day(day.year, 12, 31, Resolution.RELATIVE)


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "end of the year",
        re.compile(
            r"\bend\sof\s(?:the|this)\s(?P<kind>(?:calendar|financial|municipal|academic|school)\s)?year\b"
        ),
        _end_of_year,
        (
            Example("by the [[end of the year]]", "2019-12-31"),
            Example("by the [[end of the financial year]]", "2020-03-31"),
        ),
        needs=THE_END,
    ),
    Rule(
        "part of this year",
        re.compile(
            r"\b(?P<part>[Ee]arly|[Ee]arlier|[Ll]ate|[Ll]ater|[Mm]id)(?:\sin|-)?\s(?:the\s)?(?P<which>this|last)\syear\b"
            r"(?![’']s\s(?:plan|budget))"
        ),
        _part_of_year,
        (
            Example("We will report [[later this year]].", "2019-10-01/2019-12-31"),
            Example("It opened [[earlier this year]].", "2019-01-01/2019-10-01"),
            Example("It was due [[early last year]]", "2018-01/2018-04"),
        ),
        needs=OF_YEAR,
    ),
    Rule(
        "month of last or next year",
        re.compile(
            rf"(?:(?P<day>{DAY})\s(?:of\s)?|\b)(?P<month>{MONTH})\s(?:of\s)?"
            r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\syear\b"
        ),
        _month_of_year,
        (
            Example("granted in [[July of last year]]", "2018-07"),
            Example("It will open in [[March next year]].", "2020-03"),
            Example("It took effect on [[1 April this year]]", "2019-04-01"),
        ),
        ("the march of this yearly event",),
        needs=OF_YEAR,
    ),
    Rule(
        "first or last months of a year",
        re.compile(
            r"\b(?P<place>[Ff]irst|[Ll]ast|[Ff]inal)\s(?P<count>two|three|four|five|six|seven|eight"
            r"|nine|ten|eleven|[2-9]|1[01])\s(?P<unit>months|quarters)\s(?:of|in)\s(?:the\s)?"
            r"(?:(?:financial\s)?(?:year\s)?(?P<pair>20\d\d)\s?[/–-]\s?(?P<end>20\d\d|\d\d)(?!\d)"
            r"|(?P<which>this|last|next)?(?:current\s)?\s?(?:financial\s)?year\b)"
        ),
        _months_of_year,
        (
            Example("in the [[first five months of this year]]", "2019-04/2019-08"),
            Example("the [[first three quarters of 2018/19]]", "2018-04/2018-12"),
            Example("the [[last two months of the financial year]]", "2020-02/2020-03"),
        ),
        needs=MONTHS_OR_YEAR,
    ),
    Rule(
        "end of the month",
        re.compile(r"\bend\sof\s(?:the|(?P<which>this|next|last|the\scurrent))\smonth\b"),
        _end_of_month,
        (
            Example("He will write again by the [[end of the month]].", "2019-10-31"),
            Example("It will close at the [[end of next month]]", "2019-11-30"),
        ),
        needs=THE_END,
    ),
)
