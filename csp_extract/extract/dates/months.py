"""Rules for months and stretches of months."""

import re
from datetime import date

from csp_extract.extract.dates.calendar import (
    AND,
    DASH,
    DAY,
    MONTH,
    PART,
    SHORT_YEAR,
    SHORTS,
    YEAR,
    Anchor,
    a_day,
    a_month,
    a_third,
    between_parts,
    day_number,
    follows_between,
    full_year,
    is_moved,
    last_of,
    misprint,
    month_number,
    months,
)
from csp_extract.extract.dates.needs import A_MONTH, MONTH_TO_MONTH, THE_END, YEAR_PAIR
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_Y = rf"(?:,?\s?(?:of\s)?(?P<year>{YEAR})(?!\s?[-–/]\s?\d\d(?!\d))|,?[\s-]?{SHORT_YEAR})"
_TO = rf"(?:{DASH}|\s(?:to|(?P<until>until|till)|through|(?P<joint>and|&))\s|\s?/\s?)"

_SHORT = "|".join(f"{name}|{name.upper()}" for name in (*SHORTS, "June", "July"))


def _year(match: re.Match[str]) -> int:
    return full_year(match["year"] or match["short"])


def _month(match: re.Match[str], _: Anchor) -> DateValue | None:
    return a_month(_year(match), month_number(match["month"]))


def _misprint(match: re.Match[str], _: Anchor) -> DateValue | None:
    """Return the literal reading of a year that nobody meant, where there is such a year."""
    year, month = int(match["year"]), month_number(match["month"])
    if year > date.max.year:
        return misprint(Precision.DAY if match["day"] else Precision.MONTH)
    return a_day(year, month, day_number(match["day"])) if match["day"] else a_month(year, month)


def _short(match: re.Match[str], _: Anchor) -> DateValue | None:
    return a_month(full_year(match["two"]), month_number(match["month"]))


def _end(match: re.Match[str], _: Anchor) -> DateValue | None:
    year, month = _year(match), month_number(match["month"])
    return a_day(year, month, last_of(year, month).day)


def _part(match: re.Match[str], _: Anchor) -> DateValue | None:
    whole = a_month(_year(match), month_number(match["month"]))
    if whole is None or whole.start is None or whole.end is None:
        return None
    return a_third(match["part"], whole.start, whole.end, Resolution.EXPLICIT)


def _parts(match: re.Match[str], _: Anchor) -> DateValue | None:
    year = _year(match)
    is_over = month_number(match["first"]) > month_number(match["month"])
    return between_parts(match, year - is_over, year, Resolution.EXPLICIT)


def _stretch(match: re.Match[str], _: Anchor) -> DateValue | None:
    year = _year(match)
    first, last = month_number(match["first"]), month_number(match["month"])
    start_year = full_year(match["begin"]) if match["begin"] else year - (first > last)
    is_next = (year * 12 + last) - (start_year * 12 + first) == 1
    if match["joint"] and not follows_between(match) and not is_next:
        return None  # "September 2015 and January 2016" are two months
    if match["until"] and match["begin"] and match.string[: match.start()].endswith(" in "):
        return None  # "extended in May 2019 until June 2020": when, and for how long
    if is_moved(match):
        return None
    return months((start_year, first), (year, last)) or misprint(Precision.RANGE)


def _short_stretch(match: re.Match[str], _: Anchor) -> DateValue | None:
    first = (full_year(match["from"]), month_number(match["first"]))
    last = (full_year(match["two"]), month_number(match["month"]))
    return months(first, last) or misprint(Precision.RANGE)


def _of_split_year(match: re.Match[str], _: Anchor) -> DateValue | None:
    month, year = month_number(match["month"]), int(match["year"])
    if full_year(match["next"]) != year + 1:
        return misprint(Precision.MONTH)
    return a_month(year + (month < 4), month)


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "month and year",
        re.compile(rf"\b(?P<month>{MONTH}){_Y}"),
        _month,
        (
            Example("adopted in [[March 2017]]", "2017-03"),
            Example("[[SEPTEMBER 2020]]", "2020-09"),
            Example("from [[Sept. ’18]]", "2018-09"),
        ),
        ("She may 2019 times", "we march in 20 groups"),
        needs=A_MONTH,
    ),
    Rule(
        "month and year in a table",
        re.compile(rf"\b(?P<month>{_SHORT})[-–\s](?P<two>[012]\d)(?![\d:])(?!\s?[A-Z][a-z])"),
        _short,
        (
            Example("due [[Mar-19]]", "2019-03"),
            Example("[[Oct 21]]", "2021-10"),
            Example("[[NOV-19]]", "2019-11"),
        ),
        needs=A_MONTH,
    ),
    Rule(
        "stretch of months in a table",
        re.compile(
            rf"\b(?P<first>{MONTH})[-–\s’']?(?P<from>[012]\d)(?:{DASH}|\sto\s)"
            rf"(?P<month>{MONTH})[-–\s’']?(?P<two>[012]\d)(?!\d)"
        ),
        _short_stretch,
        (
            Example("[[Apr 19 - Mar 20]]", "2019-04/2020-03"),
            Example("total [[Jul-18 to Sep-18]]", "2018-07/2018-09"),
            Example("figures for [[April 22 - March 23]]", "2022-04/2023-03"),
        ),
        needs=MONTH_TO_MONTH,
    ),
    Rule(
        "end of a month",
        re.compile(rf"\b(?:[Ee]nd|[Cc]lose)[\s-](?:of\s)?(?P<month>{MONTH}){_Y}"),
        _end,
        (
            Example("by the [[end of November 2017]]", "2017-11-30"),
            Example("before the [[end of February 2020]]", "2020-02-29"),
            Example("done by [[end Sept 2018]]", "2018-09-30"),
        ),
        needs=THE_END,
    ),
    Rule(
        "part of a month",
        re.compile(rf"\b(?P<part>{PART})[-\s]?(?:in\s)?(?P<month>{MONTH}){_Y}"),
        _part,
        (
            Example("in [[mid-March 2018]]", "2018-03-11/2018-03-20"),
            Example("from [[early June 2019]]", "2019-06-01/2019-06-10"),
        ),
        needs=A_MONTH,
    ),
    Rule(
        "parts of months",
        re.compile(
            rf"\b(?P<early>{PART})[-\s](?P<first>{MONTH})(?:{DASH}|\s(?:to|until)\s)"
            rf"(?P<late>{PART})[-\s](?P<month>{MONTH}){_Y}"
        ),
        _parts,
        (
            Example("from [[mid-July to early September 2017]]", "2017-07-11/2017-09-10"),
            Example("shut [[late December – early January 2019]]", "2018-12-21/2019-01-10"),
        ),
        needs=MONTH_TO_MONTH,
    ),
    Rule(
        "stretch of months",
        re.compile(rf"\b(?P<first>{MONTH})(?:,?\s(?P<begin>{YEAR}))?{_TO}(?P<month>{MONTH}){_Y}"),
        _stretch,
        (
            Example("in [[April to June 2019]]", "2019-04/2019-06"),
            Example("between [[October 2018 and March 2019]]", "2018-10/2019-03"),
            Example("[[November – January 2020]]", "2019-11/2020-01"),
        ),
        needs=MONTH_TO_MONTH,
    ),
    Rule(
        "misprinted year",
        re.compile(
            rf"(?:(?P<day>{DAY})\s?(?:of\s)?|\b)(?P<month>{MONTH}),?\s"
            r"(?P<year>(?:19|20)\d{3}|2[1-9]\d\d)(?!\d|[,.]\d)"
        ),
        _misprint,
        (
            Example("adopted in [[March 20201]].", ""),
            Example("signed on [[3rd May 20109]] by all", ""),
            Example("due on [[3 May 2109]]", "2109-05-03"),
        ),
        needs=A_MONTH,
    ),
    Rule(
        "month of a list",
        re.compile(rf"\b(?P<month>{MONTH})(?={AND}(?:{MONTH}{AND}){{0,6}}{MONTH}{_Y})"),
        _month,
        (
            Example("in [[April]], July and October 2019", "2019-04"),
            Example("in April, [[July]] and October 2019", "2019-07"),
        ),
        needs=MONTH_TO_MONTH,
    ),
    Rule(
        "month of a financial year",
        re.compile(
            rf"\b(?P<month>{MONTH})\s(?P<year>20\d\d)\s?[-–/]\s?(?P<next>\d\d|20\d\d)(?!\d)"
        ),
        _of_split_year,
        (
            Example("in [[November 2024-25]]", "2024-11"),
            Example("figures for [[February 2018/19]]", "2019-02"),
        ),
        needs=YEAR_PAIR,
    ),
)
