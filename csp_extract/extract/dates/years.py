"""Rules for single years of the calendar, their parts, and plans that run over years."""

import re
from datetime import date

from csp_extract.extract.dates.calendar import (
    MONTH,
    NUMBERS,
    SEASONS,
    YEAR,
    Anchor,
    a_day,
    a_season,
    a_third,
    a_year,
    month_number,
    months,
)
from csp_extract.extract.dates.needs import A_YEAR, MONTHS_OR_YEAR, SEASON, THE_END
from csp_extract.extract.dates.told_years import is_told
from csp_extract.extract.dates.year_pairs import last_year
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Resolution

_SEASON = "|".join(
    (*SEASONS, *(name.title() for name in SEASONS), *(name.upper() for name in SEASONS))
)


def _year(match: re.Match[str], _: Anchor) -> DateValue | None:
    return a_year(int(match["year"]))


def _end(match: re.Match[str], _: Anchor) -> DateValue | None:
    first = int(match["first"])
    if not match["last"]:
        return a_day(first, 12, 31)
    if last_year(first, match["last"]) != first + 1:
        return None
    return a_day(first + 1, 3, 31)


def _part(match: re.Match[str], _: Anchor) -> DateValue | None:
    year = int(match["year"])
    return a_third(match["part"], date(year, 1, 1), date(year, 12, 31), Resolution.EXPLICIT)


def _season(match: re.Match[str], _: Anchor) -> DateValue | None:
    return a_season(match["season"], int(match["year"]))


def _years_from(match: re.Match[str], _: Anchor) -> DateValue | None:
    count = NUMBERS.get(match["count"].casefold()) or int(match["count"])
    month, year = month_number(match["month"]), int(match["year"])
    end_year, end_month = (year + count, month - 1) if month > 1 else (year + count - 1, 12)
    return months((year, month), (end_year, end_month))


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "calendar year",
        re.compile(rf"(?<![\d/£.,-])(?<!\d\s)(?P<year>{YEAR})(?![\d%]|\s?[/–-]\s?\d|,\d{{3}}|:\d)"),
        lambda match, anchor: _year(match, anchor) if is_told(match) else None,
        (
            Example("opened in [[2018]]", "2018"),
            Example("since [[2015]] the fund", "2015"),
            Example("by [[2030]]", "2030"),
        ),
        ("the Localism Act 2011", "2019 visitors came", "Equality Act 2010"),
        needs=A_YEAR,
    ),
    Rule(
        "end of a year",
        re.compile(
            rf"\b(?:end|close)\sof\s(?:the\s)?(?:(?:calendar|financial|year)\s){{0,2}}(?P<first>{YEAR})(?:\s?[/–-]\s?(?P<last>\d\d|20\d\d))?(?!\d)"
        ),
        _end,
        (
            Example("by the [[end of 2018]]", "2018-12-31"),
            Example("before the [[end of 2019/20]]", "2020-03-31"),
        ),
        needs=THE_END,
    ),
    Rule(
        "part of a year",
        re.compile(
            rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Bb]eginning\sof|[Ss]tart\sof|[Mm]iddle\sof)[-\s]?(?:in\s)?(?P<year>{YEAR})(?!\s?[/–-]\s?\d)"
        ),
        _part,
        (
            Example("in [[early 2018]]", "2018-01/2018-04"),
            Example("due [[late 2020]]", "2020-09/2020-12"),
        ),
        needs=A_YEAR,
    ),
    Rule(
        "season of a year",
        re.compile(
            rf"\b(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[-\s])?(?P<season>{_SEASON})\s(?:of\s)?(?P<year>{YEAR})(?:/\d\d(?!\d))?"
        ),
        _season,
        (
            Example("over the [[summer of 2018]]", "2018-22"),
            Example("[[Winter 2018/19]]", "2018-24"),
        ),
        ("Get Set for Summer",),
        needs=SEASON,
    ),
    Rule(
        "years from a month",
        re.compile(
            rf"\b(?P<count>two|three|four|five|2|3|4|5)[\s-]years?\s(?:period\s|term\s)?(?:from|starting(?:\sin)?|commencing(?:\sin)?|beginning(?:\sin)?)\s"
            rf"(?P<month>{MONTH})\s(?P<year>{YEAR})"
        ),
        _years_from,
        (
            Example("for [[three years from April 2016]]", "2016-04/2019-03"),
            Example("a [[two year period from January 2019]]", "2019-01/2020-12"),
        ),
        needs=MONTHS_OR_YEAR,
    ),
)
