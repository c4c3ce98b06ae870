"""Rules for quarters and halves of years."""

import re

from csp_extract.extract.dates.calendar import (
    Anchor,
    a_quarter,
    financial_year_of,
    full_year,
    misprint,
    months,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "final": 4,
}  # fmt: skip
_PAIR = r"(?P<first>20\d\d)(?:\s?[/–-]\s?(?P<last>20\d\d|\d\d))?(?!\d)"
_OF = r"(?:,?\s(?:of\s(?:the\s)?)?(?:financial\syear\s|FY\s?)?|\s?\()"
_NUMBER = (
    r"(?:[Qq](?:uarter|tr)?\.?\s?(?P<number>[1-4])|QUARTER\s(?P<capital>[1-4])"
    r"|(?P<word>[Ff]irst|1st|[Ss]econd|2nd|[Tt]hird|3rd|[Ff]ourth|4th|[Ff]inal)\s[Qq]uarter)"
)
_HALF = r"(?:H(?P<number>[12])|(?P<word>[Ff]irst|[Ss]econd)\s(?:half|six\smonths))"


def _number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    digit = groups.get("number") or groups.get("capital")
    return int(digit) if digit else _ORDINALS[match["word"].casefold()]


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
    is_ahead = quarter is not None and quarter.start is not None and quarter.start > day
    if is_ahead and anchor.near is None and anchor.is_past is not False:
        return a_quarter(_number(match), year - 1, Resolution.INFERRED)  # figures are of the past
    return quarter


def _half(match: re.Match[str], _: Anchor) -> DateValue | None:
    year, number = int(match["first"]), _number(match)
    if match["last"]:
        if full_year(match["last"]) != year + 1:
            return misprint(Precision.HALF)
        first, last = ((year, 4), (year, 9)) if number == 1 else ((year, 10), (year + 1, 3))
    else:
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
    ),
    Rule(
        "quarter of a short year",
        re.compile(rf"\b{_NUMBER},?\s(?P<first>[012]\d)\s?[/-]\s?(?P<last>[0-3]\d)(?![\d/])"),
        _short_quarter,
        (
            Example("in [[Q4 19/20]]", "2020-01/2020-03"),
            Example("[[Quarter 2 21/22]]", "2021-07/2021-09"),
        ),
    ),
    Rule(
        "quarter of a financial year",
        re.compile(rf"\b{_NUMBER}{_OF}{_PAIR}\)?"),
        _quarter,
        (
            Example("in [[Q2 2017/18]]", "2017-07/2017-09"),
            Example("[[Quarter 3 of 2024-25]] saw", "2024-10/2024-12"),
            Example("the [[fourth quarter of 2018/19]]", "2019-01/2019-03"),
        ),
    ),
    Rule(
        "stretch of quarters",
        re.compile(
            r"\b[Qq](?:uarters?)?\s?(?P<from>[1-4])\s?(?:[-–&]|to|and)\s?[Qq]?(?P<to>[1-4])"
            rf"{_OF}{_PAIR}"
        ),
        _quarters,
        (
            Example("for [[Q1-Q3 2019/20]]", "2019-04/2019-12"),
            Example("[[Quarters 1 and 2 of 2020/21]]", "2020-04/2020-09"),
        ),
    ),
    Rule(
        "half of a year",
        re.compile(rf"\b{_HALF}{_OF}{_PAIR}"),
        _half,
        (
            Example("in [[H1 2019/20]]", "2019-04/2019-09"),
            Example("the [[second half of 2018]]", "2018-07/2018-12"),
        ),
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
    ),
)
