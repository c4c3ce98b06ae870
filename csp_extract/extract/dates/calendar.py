"""The words of the calendar, and the values that expressions of them have.

Every value knows its first and last day, both inclusive, and its EDTF form.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from csp_extract.records import DateValue, Precision, Resolution
from csp_extract.records.year import MONTHS

SHORTS = (*dict.fromkeys(name[:3].title() for name in MONTHS), "Sept")
# Capitalised only: "may" and "march" are verbs. One flat list, which is searched faster.
MONTH = "(?:{})".format(
    "|".join(
        (
            *(rf"{name.title()}\b|{name.upper()}\b" for name in MONTHS),
            *(rf"{name}\b\.?|{name.upper()}\b\.?" for name in SHORTS if name != "May"),
        )
    )
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:s|nesday)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?"
    r"|Sat(?:urday)?|Sun(?:day)?|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)\b\.?"
)
LAST_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b)?"  # after a first one
DAY = rf"(?<![\d.,/£$€:]){LAST_DAY}"
YEAR = r"(?:19[5-9]\d|20\d\d)(?!\d)"
SHORT_YEAR = r"[’'](?P<short>\d\d)(?!\d)"
# After this no year is told.
NO_YEAR = rf"(?!\.?,?\s?(?:of\s)?(?:{YEAR}|[’']\d\d|\d\d\d\d))"
PART = r"(?:[Ee]arly|[Mm]id(?:dle\sof)?|[Ll]ate|[Bb]eginning\sof|[Ss]tart\sof)"
DASH = r"\s?[-–—‑]\s?"
AND = r"(?:,?\s?and\s|\s?&\s|,\s?)"
WEEKDAYS = {"mo": "MO", "tu": "TU", "we": "WE", "th": "TH", "fr": "FR", "sa": "SA", "su": "SU"}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "winter": (24, 12)}
_PIVOT = 70  # two-digit years from here on are of the last century


@dataclass(frozen=True)
class Anchor:
    """From where year-less and relative expressions count.

    ``day`` is a day on which the report was being written, or else its meeting; ``near`` an
    explicit day told just before; ``is_past`` what the tense of the clause says; ``reported`` the
    first day of the one quarter that the headings name.
    """

    day: date | None = None
    near: date | None = None
    is_past: bool | None = None
    reported: date | None = None


def month_number(word: str) -> int:
    """Return the number of a month from its name or short form."""
    short = word.strip(" .,").casefold()[:3]
    return next(at for at, name in enumerate(MONTHS, 1) if name.startswith(short))


def day_number(word: str) -> int:
    """Return the number of a day from "8" or "8th"."""
    return int("".join(letter for letter in word if letter.isdigit()))


def full_year(word: str) -> int:
    """Return a year from four figures or two."""
    digits = "".join(letter for letter in word if letter.isdigit())
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _PIVOT else 2000)


def value_of(
    start: date,
    end: date,
    edtf: str,
    precision: Precision,
    resolution: Resolution = Resolution.EXPLICIT,
) -> DateValue | None:
    """Return a value, or ``None`` where it would end before it starts."""
    if end < start:
        return None
    return DateValue(edtf, start, end, precision=precision, resolution=resolution)


def misprint(precision: Precision) -> DateValue:
    """Return the value of an expression that the calendar does not have: none."""
    return DateValue(precision=precision, resolution=Resolution.EXPLICIT)


def unknown(precision: Precision) -> DateValue:
    """Return the value of an expression that nothing in the report fixes."""
    return DateValue(precision=precision, resolution=Resolution.RELATIVE)


def a_day(
    year: int, month: int, day: int, resolution: Resolution = Resolution.EXPLICIT
) -> DateValue:
    """Return one day; without value where there is no such day, as 31 June."""
    try:
        found = date(year, month, day)
    except ValueError:
        return misprint(Precision.DAY)
    return DateValue(
        found.isoformat(), found, found, precision=Precision.DAY, resolution=resolution
    )


def days(start: date, end: date, resolution: Resolution = Resolution.EXPLICIT) -> DateValue | None:
    """Return a stretch of days."""
    edtf = f"{start.isoformat()}/{end.isoformat()}"
    return value_of(start, end, edtf, Precision.RANGE, resolution)


def last_of(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def a_month(
    year: int, month: int, resolution: Resolution = Resolution.EXPLICIT
) -> DateValue | None:
    """Return a month."""
    start, end = date(year, month, 1), last_of(year, month)
    return value_of(start, end, f"{year}-{month:02}", Precision.MONTH, resolution)


def months(
    first: tuple[int, int],
    last: tuple[int, int],
    precision: Precision = Precision.RANGE,
    resolution: Resolution = Resolution.EXPLICIT,
) -> DateValue | None:
    """Return a stretch of months, each given as year and month."""
    edtf = f"{first[0]}-{first[1]:02}/{last[0]}-{last[1]:02}"
    return value_of(date(*first, 1), last_of(*last), edtf, precision, resolution)


def a_year(year: int, resolution: Resolution = Resolution.EXPLICIT) -> DateValue | None:
    """Return a calendar year."""
    return value_of(date(year, 1, 1), date(year, 12, 31), str(year), Precision.YEAR, resolution)


_YEAR_STARTS = {
    Precision.FINANCIAL_YEAR: 4,
    Precision.MUNICIPAL_YEAR: 5,
    Precision.ACADEMIC_YEAR: 9,
}


def a_split_year(
    year: int, precision: Precision, resolution: Resolution = Resolution.EXPLICIT
) -> DateValue | None:
    """Return the financial, municipal or academic year that starts in a calendar year."""
    start = date(year, _YEAR_STARTS[precision], 1)
    end = date(year + 1, start.month, 1) - timedelta(days=1)
    edtf = f"{start.isoformat()}/{end.isoformat()}"
    return value_of(start, end, edtf, precision, resolution)


def financial_year_of(day: date) -> int:
    """Return the calendar year in which the financial year of a day starts."""
    return day.year if day.month >= 4 else day.year - 1


def a_quarter(
    number: int, financial_year: int, resolution: Resolution = Resolution.EXPLICIT
) -> DateValue | None:
    """Return a quarter of a financial year: the first is April to June."""
    month = 1 + number * 3 if number < 4 else 1
    year = financial_year + (number == 4)
    return months((year, month), (year, month + 2), Precision.QUARTER, resolution)


def a_half(
    number: int, financial_year: int, resolution: Resolution = Resolution.EXPLICIT
) -> DateValue | None:
    """Return a half of a financial year: the first is April to September."""
    first, last = ((0, 4), (0, 9)) if number == 1 else ((0, 10), (1, 3))
    ends = (financial_year + first[0], first[1]), (financial_year + last[0], last[1])
    return months(*ends, Precision.HALF, resolution)


def a_season(
    name: str, year: int, resolution: Resolution = Resolution.EXPLICIT
) -> DateValue | None:
    """Return a season by its months; winter runs into the next year."""
    code, month = SEASONS[name.casefold()]
    over = month + 2 > 12
    end = last_of(year + over, (month + 2 - 1) % 12 + 1)
    return value_of(date(year, month, 1), end, f"{year}-{code}", Precision.SEASON, resolution)


def a_third(part: str, start: date, end: date, resolution: Resolution) -> DateValue | None:
    """Return the early, middle or late third of a month or a year."""
    place = {"e": 0, "b": 0, "s": 0, "m": 1, "l": 2}[part[0].casefold()]
    if start.month == end.month:
        edges = ((1, 10), (11, 20), (21, end.day))[place]
        first, last = start.replace(day=edges[0]), start.replace(day=edges[1])
    else:
        first = start.replace(month=1 + 4 * place)
        last = last_of(start.year, 4 + 4 * place)
        edtf = f"{first:%Y-%m}/{last:%Y-%m}"
        return value_of(first, last, edtf, Precision.VAGUE, resolution)
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    return value_of(first, last, edtf, Precision.VAGUE, resolution)


def between_parts(
    match: re.Match[str], first_year: int, last_year: int, resolution: Resolution
) -> DateValue | None:
    """Return the stretch from the ``early`` part of one month to the ``late`` part of another."""
    ends = []
    for part, name, year in (("early", "first", first_year), ("late", "month", last_year)):
        whole = a_month(year, month_number(match[name]))
        assert whole is not None
        assert whole.start is not None
        assert whole.end is not None
        ends.append(a_third(match[part], whole.start, whole.end, resolution))
    first, last = ends
    if first is None or last is None or first.start is None or last.end is None:
        return None
    return days(first.start, last.end, resolution)


_MOVED = re.compile(
    r"\b(?:put back|moved|postponed|brought forward|delayed|changed|slipped|deferred|rearranged"
    r"|rescheduled|revised|shifted)\sfrom\s(?:the\s)?$"
)


def is_moved(match: re.Match[str]) -> bool:
    """Return whether something was put back from the first day to the last: no stretch."""
    return _MOVED.search(match.string, max(0, match.start() - 40), match.start()) is not None


def follows_between(match: re.Match[str]) -> bool:
    """Return whether "between" stands right before, so that "and" joins the ends of a stretch."""
    before = match.string[max(0, match.start() - 12) : match.start()].casefold()
    return before.endswith(("between ", "between the "))
