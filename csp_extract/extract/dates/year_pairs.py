"""Rules for pairs of years: financial, municipal, academic years, and plans over several."""

import re
from datetime import date

from csp_extract.extract.dates.calendar import (
    DASH,
    YEAR,
    Anchor,
    a_split_year,
    follows_between,
    full_year,
    misprint,
    value_of,
)
from csp_extract.extract.dates.needs import A_YEAR, FISCAL, YEAR_PAIR
from csp_extract.extract.dates.told_years import is_told
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision

_PAIR = (
    r"(?<![\d/£.-])(?P<first>(?:19|2[01])\d\d)\s?(?P<dash>[-–—‑/])\s?"
    r"(?P<last>(?:19|20)\d\d|\d{1,2})(?![\d%]|[/-]\d)"
)
_KIND = (
    r"(?:(?P<kind>[Ff]inancial|[Mm]unicipal|[Cc]ivic|[Aa]cademic|[Ss]chool|[Cc]alendar|FY)\s?"
    r"(?:[Yy]ear)?\s?(?:of\s)?)"
)


def _kind(word: str | None) -> Precision:
    """Return which sort of year a word means; a plain pair is a financial year."""
    match (word or "").casefold()[:4]:
        case "muni" | "civi":
            return Precision.MUNICIPAL_YEAR
        case "acad" | "scho":
            return Precision.ACADEMIC_YEAR
        case _:
            return Precision.FINANCIAL_YEAR


def last_year(first: int, word: str) -> int:
    """Return the second year of a pair from four figures, two, or one."""
    if len(word) == 4:
        return int(word)
    scale = 100 if len(word) > 1 else 10
    year = first - first % scale + int(word)
    return year if year > first else year + scale


_CODE = re.compile(r"\b(?!FYE?\b)[A-Z]{3,8}\s$")


def _pair(match: re.Match[str], _: Anchor) -> DateValue | None:
    groups = match.groupdict()
    first, last = int(match["first"]), last_year(int(match["first"]), match["last"])
    kind = groups.get("kind") or groups.get("after")
    if last == first + 1 and (kind or "").casefold() != "calendar":
        return a_split_year(first, _kind(kind))
    if match["dash"] == "/":
        if _CODE.search(match.string, max(0, match.start() - 9), match.start()):
            return None  # the number of a paper
        return misprint(Precision.FINANCIAL_YEAR)
    if len(match["last"]) == 1 or not first < last <= first + 25:
        is_year = len(match["last"]) == 4 or is_told(match)
        return misprint(Precision.RANGE) if is_year else None  # "in 2016-71" is no number
    return value_of(date(first, 1, 1), date(last, 12, 31), f"{first}/{last}", Precision.RANGE)


def _short_financial(match: re.Match[str], _: Anchor) -> DateValue | None:
    if match["from"]:
        first = full_year(match["from"])
        if full_year(match["to"]) != first + 1:
            return misprint(Precision.FINANCIAL_YEAR)
        return a_split_year(first, Precision.FINANCIAL_YEAR)
    # FY18 is the year that ends in 2018, as accountants count.
    return a_split_year(full_year(match["one"]) - 1, Precision.FINANCIAL_YEAR)


def _split_years(match: re.Match[str], _: Anchor) -> DateValue | None:
    first, last = int(match["first"]), full_year(match["begin"])
    if match["joint"] and not follows_between(match):
        return None
    if full_year(match["next"]) != first + 1 or full_year(match["last"]) != last + 1:
        return misprint(Precision.RANGE)
    start, end = date(first, 4, 1), date(last + 1, 3, 31)
    edtf = f"{start.isoformat()}/{end.isoformat()}"
    return value_of(start, end, edtf, Precision.RANGE) or misprint(Precision.RANGE)


def _short_pair(match: re.Match[str], _: Anchor) -> DateValue | None:
    first = full_year(match["first"])
    if full_year(match["last"]) != first + 1:
        return None
    kind = _SPLIT.search(match.string, max(0, match.start() - 16), match.start())
    return a_split_year(first, _kind(kind["kind"] if kind else None))


# "from 2016 to 2017": the end has a beginning of its own, and the years are those of the calendar.
_FROM = re.compile(r"\b(?:from|between)\s$", re.IGNORECASE)
_SPLIT = re.compile(r"\b(?P<kind>financial|municipal|academic|school)\syear\s$", re.IGNORECASE)


def _span(match: re.Match[str], _: Anchor) -> DateValue | None:
    first, last = int(match["first"]), int(match["last"])
    kind = _SPLIT.search(match.string, max(0, match.start() - 16), match.start())
    if last == first + 1 and not _FROM.search(
        match.string, max(0, match.start() - 8), match.start()
    ):
        return a_split_year(first, _kind(kind["kind"] if kind else None))
    return value_of(date(first, 1, 1), date(last, 12, 31), f"{first}/{last}", Precision.RANGE)


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "pair of years",
        re.compile(
            rf"(?:\b{_KIND})?{_PAIR}(?:(?=\s(?P<after>municipal|civic|academic|school|calendar)\syear))?"
        ),
        _pair,
        (
            Example("the budget for [[2017 / 18]]", "2017-04-01/2018-03-31"),
            Example("grants in [[2017-18]] and later", "2017-04-01/2018-03-31"),
            Example("in [[2023-4]]", "2023-04-01/2024-03-31"),
            Example("the [[2021/22]] municipal year", "2021-05-01/2022-04-30"),
            Example("the [[academic year 2018/19]]", "2018-09-01/2019-08-31"),
            Example("Plan [[2016 - 2020]]", "2016/2020"),
            Example("the strategy [[2021-24]]", "2021/2024"),
            Example("as in [[2108/19]]", ""),
            Example("the year [[2017/19]]", ""),
            Example("from its own programme in [[2016-71]]", ""),
        ),
        ("minute 44/2024-25 refers", "agreed (DMPD 2013/96)", "decision PCC/D/2023/18", "£2017-18"),
        needs=YEAR_PAIR,
    ),
    Rule(
        "short financial year",
        re.compile(
            r"\bFYE?\s?(?:(?P<from>\d\d)\s?[/–-]\s?(?P<to>\d\d)|(?:20)?(?P<one>\d\d))(?!\d|[/–-]\d)"
        ),
        _short_financial,
        (
            Example("spent in [[FY18]]", "2017-04-01/2018-03-31"),
            Example("for [[FY 18/19]]", "2018-04-01/2019-03-31"),
        ),
        needs=FISCAL,
    ),
    Rule(
        "from year to year",
        re.compile(
            rf"(?<![\d/£.,-])(?P<first>{YEAR})"
            r"(?:\s(?:to|until)\s|(?<=[Bb]etween\s\d{4})\sand\s)"
            rf"(?P<last>{YEAR})(?!\s?[/–-]\s?\d|,\d)"
        ),
        _span,
        (
            Example("from [[2016 to 2020]]", "2016/2020"),
            Example("ran from [[2011 to 2013]] in Tarn", "2011/2013"),
            Example("between [[2018 and 2021]]", "2018/2021"),
            Example("Safer Tarn Plan [[2023 to 2026]]", "2023/2026"),
            Example("in the financial year [[2023 to 2024]]", "2023-04-01/2024-03-31"),
            Example("the grant for [[2021 to 2022]] is spent", "2021-04-01/2022-03-31"),
            Example("rose from [[2021 to 2022]]", "2021/2022"),
        ),
        needs=A_YEAR,
    ),
    Rule(
        "stretch of financial years",
        re.compile(
            rf"(?<![\d/£.-])(?P<first>{YEAR})\s?[/–-]\s?(?P<next>\d\d)"
            rf"(?:{DASH}|\s(?:to|until|(?P<joint>and))\s)(?P<begin>{YEAR}|(?<=[-–—])[012]\d(?=/))\s?[/–-]\s?(?P<last>\d\d)(?!\d)"
        ),
        _split_years,
        (
            Example("for [[2018/19 to 2020/21]]", "2018-04-01/2021-03-31"),
            Example("the plan [[2019/20-2021/22]]", "2019-04-01/2022-03-31"),
            Example("Performance, [[2013-14 to 2016-17]]", "2013-04-01/2017-03-31"),
            Example("two years ([[2017/18-18/19]]) of it", "2017-04-01/2019-03-31"),
        ),
        needs=YEAR_PAIR,
    ),
    Rule(
        "pair of short years",
        # Two bare pairs of figures are a fraction or a score but for these words before.
        re.compile(
            r"(?:(?<=[Ii]n )|(?<=[Ff]or )|(?<=[Dd]uring )|(?<=[Ff]rom )|(?<=[Ss]ince )"
            r"|(?<=[Yy]ear )|(?<=[Pp]eriod )|(?<=[Tt]he )(?=\d\d/\d\d\s(?:financial\s)?year\b))"
            r"(?P<first>[012]\d)(?:/|(?<=[Yy]ear \d\d)-|(?<=[Pp]eriod \d\d)-)"
            r"(?P<last>[0-3]\d)(?![\d/%]|\s(?:of|cases|people|wards))"
        ),
        _short_pair,
        (
            Example("a fall in [[19/20]] and later", "2019-04-01/2020-03-31"),
            Example("the budget for [[20/21]]", "2020-04-01/2021-03-31"),
            Example("grant of the [[15/16]] year", "2015-04-01/2016-03-31"),
            Example("grants for the period [[21-22]]", "2021-04-01/2022-03-31"),
            Example("Academic year [[22/23]] saw more", "2022-09-01/2023-08-31"),
        ),
        ("met in 12/15 wards", "open 24/7"),
        needs=YEAR_PAIR,
    ),
)
