"""Expressions that a rule bounds and dateparser values: "three weeks ago", "in two months' time".

dateparser sees the single expression alone, never running text, with English, the order day before
month and the day to count from pinned; how far it counts is then counted from the day of writing.
"""

import re
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from csp_extract.extract.dates.calendar import Anchor, a_day, a_month, a_year, days, unknown
from csp_extract.extract.dates.needs import AGO, TIME, YESTERDAY
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_COUNT = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_BASE = date(2000, 1, 1)  # the first of a month and of a year, so that both count in wholes
_SPAN = r"(?:days?|weeks?|months?|years?)"


@cache
def _parser() -> Any:
    """Return dateparser with everything pinned that it would otherwise guess."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 slow to load, and seldom needed

    settings = {
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": datetime(_BASE.year, _BASE.month, _BASE.day),  # noqa: DTZ001 a day, no moment
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    return DateDataParser(languages=["en"], settings=settings)


@lru_cache(maxsize=256)
def _from_base(words: str) -> date | None:
    """Return the day that dateparser reads; for each base to count from it compiles anew."""
    data = _parser().get_date_data(words)
    return None if data is None or data.date_obj is None else data.date_obj.date()


def _counted(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return what dateparser reads, as wide as the unit that is counted in."""
    if anchor.day is None:
        return unknown(Precision.VAGUE)
    words = re.sub(r"(?<=s)[’']|[’']s\b|\stime$", "", match[0].replace("’", "'")).strip()
    counted = _from_base(words.casefold())
    return None if counted is None else _as_wide(anchor.day, counted, match[0].casefold())


def _as_wide(day: date, counted: date, words: str) -> DateValue | None:
    """Return the day, week, month or year as far from a day as what was counted is from the base.

    It is as wide as the unit of the words.
    """
    relative = Resolution.RELATIVE
    years = counted.year - _BASE.year
    if "month" in words:
        year, month = divmod(12 * (day.year + years) + day.month - 1 + counted.month - 1, 12)
        return a_month(year, month + 1, relative)
    if "year" in words:
        return a_year(day.year + years, relative)
    moved = day + (counted - _BASE)
    if "week" in words:
        monday = moved - timedelta(days=moved.weekday())
        return days(monday, monday + timedelta(days=6), relative)
    return a_day(moved.year, moved.month, moved.day, relative)


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "so long ago",
        re.compile(rf"\b{_COUNT}\s{_SPAN}\sago\b", re.IGNORECASE),
        _counted,
        (
            Example("The post fell vacant [[three weeks ago]].", "2019-09-09/2019-09-15"),
            Example("It opened [[two months ago]] in Tarn", "2019-08"),
        ),
        ("long ago", "the Agora opened"),
        needs=AGO,
    ),
    Rule(
        "so far ahead",
        re.compile(rf"\bin\s{_COUNT}\s{_SPAN}(?:[’']s?)?\stime\b", re.IGNORECASE),
        _counted,
        (
            Example("We will report [[in two months’ time]].", "2019-12"),
            Example("The lease ends [[in a year's time]]", "2020"),
        ),
        ("in good time", "in two months"),
        needs=TIME,
    ),
    Rule(
        "the day before or after",
        re.compile(r"\b(?:yesterday|tomorrow)\b", re.IGNORECASE),
        _counted,
        (
            Example("It was announced [[yesterday]].", "2019-09-30"),
            Example("The bid closes [[tomorrow]]", "2019-10-02"),
        ),
        ("the day before the visit",),
        needs=YESTERDAY,
    ),
)
