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
_WHOLE_YEARS = re.compile(
    r"\b(?:1(?:st)? )?April(?: (?P<first>20\d\d))? (?:to|until|-|–) "
    r"(?:(?:the end of|31(?:st)?) )?March (?P<last>20\d\d)"
)
# "three years from 1 April 2031", "the two years to March 2033", "the three years 2031-34".
_STRETCH = re.compile(
    r"\b(?P<count>two|three|four|five)\syears(?:,?\sfrom\s(?:1(?:st)?\s)?April\s(?P<first>20\d\d)"
    r"|\s(?:to|until|ending)\s(?:(?:the end of|31(?:st)?)\s)?March\s(?P<last>20\d\d)"
    r"|,?\s(?P<from>20\d\d)\s?[-–]\s?(?:20)?(?P<to>\d\d))\b"
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_MOST_YEARS = 5  # of a span that is still told year by year
_TO = re.compile(r"\s?(?:to|until|-|–|—)\s?")
_COMPARES = re.compile(r"\b(?:than|as|since|from|on)(?: \w+){0,2} $", re.IGNORECASE)


# "deferred until 2031/32", "based on 2031/32 prices", "at the rate of 2031/32": no year of the sum.
_NOT_ITS = re.compile(
    r"\b(?:until|till|based on|(?:deferred|postponed|put off) to"
    r"|(?:rates?|level|prices|sum is that) of) $",
    re.IGNORECASE,
)


def years_in(labels: Iterable[str]) -> tuple[str, ...]:
    """Return financial years as tables write them, each once, in order."""
    return tuple(dict.fromkeys(labels))


def printed_years(text: str) -> Iterator[str]:
    """Yield the financial years printed in a text; "2016/17 to 2018/19" tells three."""
    before: re.Match[str] | None = None
    for match in _PAIR.finditer(text):
        first, last = int(match[1]), int(match[2])
        if (first + 1) % 100 != last:
            continue
        if before and _TO.fullmatch(text, before.end(), match.start()):
            yield from _span_of(int(before[1]) + 1, first - 1)
        yield _label(first)
        before = match


def _label(first: int) -> str:
    """Return a financial year by the year that it begins in."""
    return f"{first}/{(first + 1) % 100:02}"


def _span_of(first: int, last: int) -> Iterator[str]:
    """Yield the financial years from one to another, none where they are too many."""
    if last - first < _MOST_YEARS:
        yield from map(_label, range(first, last + 1))


def spanned_years(text: str) -> tuple[str, ...]:
    """Return the years of a text that tells whole financial years by their first and last month."""
    match = _WHOLE_YEARS.search(text)
    if match is None:
        return ()
    return tuple(
        _span_of(
            int(match["first"] or match["last"]) - (not match["first"]), int(match["last"]) - 1
        )
    )


def stretched_years(words: str) -> tuple[str, ...]:
    """Return the years that some words count and tie to the first or last of them."""
    match = _STRETCH.search(words)
    if match is None:
        return ()
    count = _COUNTS[match["count"]]
    if match["to"] and (int(match["from"]) + count) % 100 != int(match["to"]):
        return ()
    first = int(match["first"] or match["from"] or int(match["last"]) - count)
    return tuple(_span_of(first, first + count - 1))


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
    return (_label(year if month >= _APRIL else year - 1),)


def told_years(reading: Reading, passage: Passage, clause: Span) -> Iterator[str]:
    """Yield the financial years told in the clause of a sum, or else alone before it."""
    inside = Span(passage.start + clause.start, passage.start + clause.end)
    years = [
        date for date in reading.dates if passage.span.holds(date.span) and _is_year(reading, date)
    ]
    near = [date for date in years if inside.holds(date.span)]
    before = [date for date in years if date.span.end <= inside.start]
    is_one = len({date.value.edtf for date in years}) == 1
    for date in near or (before if is_one else []):
        if date.value.start is not None and date.value.end is not None:
            yield from _span_of(date.value.start.year, date.value.end.year - 1)


def _is_year(reading: Reading, date: Found[DateValue]) -> bool:
    """Return whether a date is a financial year that its sentence tells of, not a yardstick."""
    text = reading.report.text
    if date.value.precision is Precision.RANGE:
        return _is_whole(date.value)
    if date.value.precision is not Precision.FINANCIAL_YEAR or not date.value.edtf:
        return False
    before = text[max(0, date.span.start - 20) : date.span.start]
    if _NOT_ITS.search(before):
        return False
    if list(printed_years(text[date.span.start : date.span.end])):
        return True
    return not _COMPARES.search(before)


def _is_whole(value: DateValue) -> bool:
    """Return whether a stretch of days is made of whole financial years."""
    start, end = value.start, value.end
    if start is None or end is None or end.year - start.year > _MOST_YEARS:
        return False
    return (start.month, start.day) == (_APRIL, 1) and (end.month, end.day) == (_APRIL - 1, 31)
