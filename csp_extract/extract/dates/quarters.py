"""Rules for quarters and halves of years."""

import re
from datetime import date, timedelta

from csp_extract.extract.dates.calendar import (
    NUMBERS,
    Anchor,
    a_half,
    a_quarter,
    financial_year_of,
    full_year,
    misprint,
    months,
    unknown,
)
from csp_extract.extract.dates.needs import HALF, QUARTER
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "final": 4,
}  # fmt: skip
_PAIR = r"(?P<first>20\d\d)(?:\s?(?:[/–-]|\bto\b)\s?(?P<last>20\d\d|\d\d))?(?!\d)"
_OF = r"(?:,?\s(?:of\s(?:the\s)?)?(?:financial\syear\s|FY\s?)?|\s?\()"
_NUMBER = (
    r"(?:[Qq](?:uarter|tr)?\.?\s?(?P<number>[1-4])|QUARTER\s(?P<capital>[1-4])"
    r"|[Qq]uarter\s(?P<spelt>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)"
    r"|(?P<word>[Ff]irst|1st|[Ss]econd|2nd|[Tt]hird|3rd|[Ff]ourth|4th|[Ff]inal)\s(?:[Qq]uarter|[Qq]tr))"
)
_HALF = (
    r"(?:H(?P<number>[12])|[Hh]alf[-\s](?P<digit>[12])|[Hh]alf\s(?P<spelt>[Oo]ne|[Tt]wo)"
    r"|(?P<word>[Ff]irst|1st|[Ss]econd|2nd)\s(?:half|six\smonths))"
)
_FROM_TO = (
    r"\b[Qq](?:uarters?|trs?)?\s?(?P<from>[1-4])\s?(?:[-–&]|to|and)\s?"
    r"[Qq]?(?:uarters?\s|trs?\s)?(?P<to>[1-4])"
)
_THIS = (
    r"\s(?:(?:of|in)\s)?(?:(?P<which>this|last|next|the\s(?:current|present|previous|last|coming|same))\s"
    r"|(?<=of\s)the\s|(?<=in\s)the\s)(?:financial\s)?year\b"
)
_BEGUN_DAYS = 45  # a quarter told as past is half over at least
_STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1}


def _number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    digit = groups.get("number") or groups.get("capital") or groups.get("digit")
    if digit:
        return int(digit)
    return (
        NUMBERS.get((groups.get("spelt") or "").casefold()) or _ORDINALS[match["word"].casefold()]
    )


def _quarter(match: re.Match[str], _: Anchor) -> DateValue | None:
    year = int(match["first"])
    if match["last"] and full_year(match["last"]) != year + 1:
        return misprint(Precision.QUARTER)
    return a_quarter(_number(match), year)


def _quarters(match: re.Match[str], _: Anchor) -> DateValue | None:
    year = int(match["first"])
    start, end = a_quarter(int(match["from"]), year), a_quarter(int(match["to"]), year)
    if start is None or end is None or start.start is None or end.end is None:
        return None
    first, last = start.start, end.end
    return months((first.year, first.month), (last.year, last.month))


def _near_quarter(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    day = anchor.near or anchor.day
    if day is None:
        return DateValue(precision=Precision.QUARTER, resolution=Resolution.INFERRED)
    year = financial_year_of(day)
    quarter = a_quarter(_number(match), year, Resolution.INFERRED)
    begun = day - timedelta(days=_BEGUN_DAYS if anchor.is_past else 0)
    is_ahead = quarter is not None and quarter.start is not None and quarter.start > begun
    if is_ahead and anchor.near is None and anchor.is_past is not False:
        return a_quarter(_number(match), year - 1, Resolution.INFERRED)  # figures are of the past
    return quarter


def _near_quarters(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return a stretch of quarters of the financial year of a day told near, or of writing."""
    day = anchor.near or anchor.day
    if day is None:
        return DateValue(precision=Precision.RANGE, resolution=Resolution.INFERRED)
    year = financial_year_of(day)
    first, last = a_quarter(int(match["from"]), year), a_quarter(int(match["to"]), year)
    if first is None or last is None or first.start is None or last.end is None:
        return None
    by = -1 if anchor.near is None and anchor.is_past is not False and first.start > day else 0
    ends = (first.start.year + by, first.start.month), (last.end.year + by, last.end.month)
    return months(*ends, resolution=Resolution.INFERRED)


def _year_meant(match: re.Match[str], day: date) -> int:
    """Return the financial year that "of this year", "of last year" mean at a time of writing."""
    which = (match["which"] or "").casefold().split(" ")[-1]
    return financial_year_of(day) + _STEPS.get(which, 0)


def _quarter_of_this(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if anchor.day is None:
        return unknown(Precision.QUARTER)
    return a_quarter(_number(match), _year_meant(match, anchor.day), Resolution.RELATIVE)


def _half_of_this(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if anchor.day is None:
        return unknown(Precision.HALF)
    return a_half(_number(match), _year_meant(match, anchor.day), Resolution.RELATIVE)


def _near_half(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    day = anchor.near or anchor.day
    if day is None:
        return DateValue(precision=Precision.HALF, resolution=Resolution.INFERRED)
    return a_half(_number(match), financial_year_of(day), Resolution.INFERRED)


def _half(match: re.Match[str], _: Anchor) -> DateValue | None:
    year, number = int(match["first"]), _number(match)
    if match["last"]:
        is_next = full_year(match["last"]) == year + 1
        return a_half(number, year) if is_next else misprint(Precision.HALF)
    first, last = ((year, 1), (year, 6)) if number == 1 else ((year, 7), (year, 12))
    return months(first, last, Precision.HALF)


def _short_quarter(match: re.Match[str], _: Anchor) -> DateValue | None:
    year = full_year(match["first"])
    return a_quarter(_number(match), year) if full_year(match["last"]) == year + 1 else None


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "quarter after its year",
        re.compile(rf"(?<![\d/-]){_PAIR}[,:]?\s?[-–(]?\s?(?:{_NUMBER})\b"),
        _quarter,
        (
            Example("at [[2019/20 Q1]] it stood", "2019-04/2019-06"),
            Example("[[2020-21 Quarter 4]]", "2021-01/2021-03"),
        ),
        needs=QUARTER,
    ),
    Rule(
        "quarter of a short year",
        re.compile(rf"\b{_NUMBER},?\s(?P<first>[012]\d)\s?[/-]\s?(?P<last>[0-3]\d)(?![\d/])"),
        _short_quarter,
        (
            Example("in [[Q4 19/20]]", "2020-01/2020-03"),
            Example("[[Quarter 2 21/22]]", "2021-07/2021-09"),
        ),
        needs=QUARTER,
    ),
    Rule(
        "quarter of a financial year",
        re.compile(rf"\b{_NUMBER}{_OF}{_PAIR}\)?"),
        _quarter,
        (
            Example("in [[Q2 2017/18]]", "2017-07/2017-09"),
            Example("[[Quarter 3 of 2024-25]] saw", "2024-10/2024-12"),
            Example("calls in [[Q3 2023 to 2024]] fell", "2023-10/2023-12"),
            Example("the [[fourth quarter of 2018/19]]", "2019-01/2019-03"),
        ),
        needs=QUARTER,
    ),
    Rule(
        "stretch of quarters",
        re.compile(rf"{_FROM_TO}{_OF}{_PAIR}"),
        _quarters,
        (
            Example("for [[Q1-Q3 2019/20]]", "2019-04/2019-12"),
            Example("[[Quarters 1 and 2 of 2020/21]]", "2020-04/2020-09"),
        ),
        needs=QUARTER,
    ),
    Rule(
        "half of a year",
        re.compile(rf"\b{_HALF}{_OF}{_PAIR}"),
        _half,
        (
            Example("in [[H1 2019/20]]", "2019-04/2019-09"),
            Example("the [[second half of 2018]]", "2018-07/2018-12"),
        ),
        needs=HALF,
    ),
)

# Quarters that take their year from the text around.
NEAR: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "quarter without a year",
        re.compile(rf"\b{_NUMBER}\b(?!{_OF}20\d\d)"),
        _near_quarter,
        (
            Example("In [[Q1]] the figure fell", "2019-04/2019-06"),
            Example("and that for [[Quarter 4]] alone", "2019-01/2019-03"),
            Example("the [[second quarter]] July to September", "2019-07/2019-09"),
        ),
        ("a quarter of the burglaries", "the last quarter mile"),
        needs=QUARTER,
    ),
    Rule(
        "stretch of quarters without a year",
        re.compile(rf"{_FROM_TO}\b(?!{_OF}20\d\d|,?\s\d\d/)"),
        _near_quarters,
        (
            Example("Over [[Q1 - Q2]] it fell", "2019-04/2019-09"),
            Example("in [[quarters 1 to 3]] of it", "2019-04/2019-12"),
        ),
        needs=QUARTER,
    ),
    Rule(
        "quarter of this or last year",
        re.compile(rf"\b{_NUMBER}{_THIS}"),
        _quarter_of_this,
        (
            Example("In [[Q1 of this year]] nine were seized", "2019-04/2019-06"),
            Example("the [[third quarter of last year]]", "2018-10/2018-12"),
            Example("more than in [[Quarter 3 last year]]", "2018-10/2018-12"),
            Example("It fell in [[quarter two of the current financial year]]", "2019-07/2019-09"),
        ),
        needs=QUARTER,
    ),
    Rule(
        "half of this or last year",
        re.compile(rf"\b{_HALF}{_THIS}"),
        _half_of_this,
        (
            Example("in the [[first half of this year]]", "2019-04/2019-09"),
            Example("the [[second half of the last financial year]]", "2018-10/2019-03"),
        ),
        ("the first half of the match",),
        needs=HALF,
    ),
    Rule(
        "half without a year",
        re.compile(
            r"\b(?:H(?P<number>[12])|[Hh]alf[-\s](?P<digit>[12])|[Hh]alf\s(?P<spelt>[Oo]ne|[Tt]wo))\b"
            rf"(?!{_OF}20\d\d|\s(?:of|in|hours?|per|days?|pints?))"
        ),
        _near_half,
        (
            Example("Visits in [[half 1]] fell short", "2019-04/2019-09"),
            Example("At [[H2]] it is on course", "2019-10/2020-03"),
        ),
        ("half two hours were lost",),
        needs=HALF,
    ),
)
