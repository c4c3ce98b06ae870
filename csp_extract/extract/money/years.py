"""The financial years that a sum is for."""

import re
from collections.abc import Iterable, Iterator

from csp_extract.extract.found import Found, Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import DateValue, Precision

_PAIR = re.compile(r"(?<!\d)(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s([A-Za-z]{3,9})\s(20\d\d)(?!\d)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_APRIL = 4  # the financial year begins in it
_COMPARES = re.compile(r"\b(?:than|as|since|from|on)(?: \w+){0,2} $")


def years_in(labels: Iterable[str]) -> tuple[str, ...]:
    """Return financial years as tables write them, each once, in order."""
    return tuple(dict.fromkeys(labels))


def printed_years(text: str) -> Iterator[str]:
    """Yield the financial years printed in a text."""
    for match in _PAIR.finditer(text):
        first, last = int(match[1]), int(match[2])
        if (first + 1) % 100 == last:
            yield f"{first}/{last:02}"


def single_year(words: str) -> tuple[str, ...]:
    """Return the financial year that some words tell, where they tell one."""
    years = years_in(printed_years(words))
    return years if len(years) == 1 else ()


def paid_years(words: str) -> tuple[str, ...]:
    """Return the financial year in which the day of a payment falls, where one day is told."""
    days = [match for match in _DAY.finditer(words) if match[2][:3].casefold() in _MONTHS]
    if len(days) != 1:
        return ()
    month, year = _MONTHS.index(days[0][2][:3].casefold()) + 1, int(days[0][3])
    first = year if month >= _APRIL else year - 1
    return (f"{first}/{(first + 1) % 100:02}",)


def told_years(reading: Reading, passage: Passage, clause: Span) -> Iterator[str]:
    """Yield the financial years told in the clause of a sum, or else in its sentence alone."""
    inside = Span(passage.start + clause.start, passage.start + clause.end)
    years = [
        date for date in reading.dates if passage.span.holds(date.span) and _is_year(reading, date)
    ]
    near = [date for date in years if inside.holds(date.span)]
    is_one = len({date.value.edtf for date in years}) == 1
    for date in near or (years if is_one else []):
        if date.value.start is not None:
            yield f"{date.value.start.year}/{(date.value.start.year + 1) % 100:02}"


def _is_year(reading: Reading, date: Found[DateValue]) -> bool:
    """Return whether a date is a financial year that its sentence tells of, not a yardstick."""
    if date.value.precision is not Precision.FINANCIAL_YEAR or not date.value.edtf:
        return False
    text = reading.report.text
    if list(printed_years(text[date.span.start : date.span.end])):
        return True
    return not _COMPARES.search(text[max(0, date.span.start - 20) : date.span.start])
