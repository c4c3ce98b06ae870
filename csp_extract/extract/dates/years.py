"""Rules for years of all kinds: calendar, financial, municipal, academic, and plans over years."""

import re
from datetime import date

from csp_extract.extract.dates.calendar import (
    DASH,
    MONTH,
    NUMBERS,
    SEASONS,
    YEAR,
    Anchor,
    a_day,
    a_season,
    a_split_year,
    a_third,
    a_year,
    follows_between,
    full_year,
    misprint,
    month_number,
    months,
    value_of,
)
from csp_extract.extract.dates.needs import (
    A_YEAR,
    FISCAL,
    MONTHS_OR_YEAR,
    SEASON,
    THE_END,
    YEAR_PAIR,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_PAIR = (
    r"(?<![\d/£.-])(?P<first>(?:19|2[01])\d\d)\s?(?P<dash>[-–—‑/])\s?"
    r"(?P<last>(?:19|20)\d\d|\d{1,2})(?![\d%]|[/-]\d)"
)
_KIND = (
    r"(?:(?P<kind>[Ff]inancial|[Mm]unicipal|[Cc]ivic|[Aa]cademic|[Ss]chool|[Cc]alendar|FY)\s?"
    r"(?:[Yy]ear)?\s?(?:of\s)?)"
)
_SEASON = "|".join(
    (*SEASONS, *(name.title() for name in SEASONS), *(name.upper() for name in SEASONS))
)
# A bare year needs a word that puts it on the calendar.
_IN = (
    r"(?:\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Tt]o|[Tt]hroughout|[Bb]efore"
    r"|[Aa]fter|[Oo]f|[Ff]or|[Cc]alendar [Yy]ear|[Yy]ear|[Bb]etween|[Aa]nd|[Uu]p to|than"
    r"|[Tt]hrough|[Ll]ate|with|[Ss]ummer|[Oo]ver|[Ii]nto|[Aa]cross|vs\.?|versus|against"
    r"|(?<!the )[Dd]ecember|[Cc]ensus|[Ss]trategy|[Aa]ssessment|[Ss]urvey|[Rr]eview|[Pp]lan"
    r"|[Rr]eport|[Ss]tatement|[Ee]lections?)\s)"
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


def _last_year(first: int, word: str) -> int:
    """Return the second year of a pair from four figures, two, or one."""
    if len(word) == 4:
        return int(word)
    scale = 100 if len(word) > 1 else 10
    year = first - first % scale + int(word)
    return year if year > first else year + scale


_CODE = re.compile(r"\b(?!FYE?\b)[A-Z]{3,8}\s$")


def _pair(match: re.Match[str], _: Anchor) -> DateValue | None:
    groups = match.groupdict()
    first, last = int(match["first"]), _last_year(int(match["first"]), match["last"])
    kind = groups.get("kind") or groups.get("after")
    if last == first + 1 and (kind or "").casefold() != "calendar":
        return a_split_year(first, _kind(kind))
    if match["dash"] == "/":
        if _CODE.search(match.string, max(0, match.start() - 9), match.start()):
            return None  # the number of a paper
        return misprint(Precision.FINANCIAL_YEAR)
    if len(match["last"]) == 1 or not first < last <= first + 25:
        is_year = len(match["last"]) == 4 or _is_told(match)
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


_SPLIT = re.compile(r"\b(?P<kind>financial|municipal|academic|school)\syear\s$", re.IGNORECASE)


def _span(match: re.Match[str], _: Anchor) -> DateValue | None:
    first, last = int(match["first"]), int(match["last"])
    kind = _SPLIT.search(match.string, max(0, match.start() - 16), match.start())
    if kind is not None and last == first + 1:
        return a_split_year(first, _kind(kind["kind"]))
    return value_of(date(first, 1, 1), date(last, 12, 31), f"{first}/{last}", Precision.RANGE)


def _year(match: re.Match[str], _: Anchor) -> DateValue | None:
    return a_year(int(match["year"]))


def _end(match: re.Match[str], _: Anchor) -> DateValue | None:
    first = int(match["first"])
    if not match["last"]:
        return a_day(first, 12, 31)
    if _last_year(first, match["last"]) != first + 1:
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


_BEFORE = re.compile(rf"{_IN}(?:the\s)?$|^\W*$|[(|:]\s?$|\([^()]{{0,20}},\s$")
_NOUN = re.compile(r"\s(?:[Cc]ensus|(?:[a-z]+\s)?[Ee]lections?|[Ss]urvey|[Cc]onsultation)\b")
_AFTER = re.compile(
    r"\s?(?:[).,;:|]|$)|\s(?:and|to|in|at|the|were|was|is|has|by|when|compared|for|as|saw|which|report|review|figures?|survey|election|plan|strategy|assessment|programme)\b"
)


def _is_told(match: re.Match[str]) -> bool:
    """Return whether the words around a bare year put it on the calendar."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    if before.endswith(("The ", "the ")) and _NOUN.match(match.string, match.end()):
        return True
    return bool(_BEFORE.search(before)) and (
        match.start() > 0 or bool(_AFTER.match(match.string, match.end()))
    )


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
            r"|(?<=[Yy]ear )|(?<=[Tt]he )(?=\d\d/\d\d\s(?:financial\s)?year\b))"
            r"(?P<first>[012]\d)/(?P<last>[0-3]\d)(?![\d/%]|\s(?:of|cases|people|wards))"
        ),
        _short_pair,
        (
            Example("a fall in [[19/20]] and later", "2019-04-01/2020-03-31"),
            Example("the budget for [[20/21]]", "2020-04-01/2021-03-31"),
            Example("grant of the [[15/16]] year", "2015-04-01/2016-03-31"),
            Example("Academic year [[22/23]] saw more", "2022-09-01/2023-08-31"),
        ),
        ("met in 12/15 wards", "open 24/7"),
        needs=YEAR_PAIR,
    ),
    Rule(
        "calendar year",
        re.compile(rf"(?<![\d/£.,-])(?<!\d\s)(?P<year>{YEAR})(?![\d%]|\s?[/–-]\s?\d|,\d{{3}}|:\d)"),
        lambda match, anchor: _year(match, anchor) if _is_told(match) else None,
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
