"""Find the measures of a report."""

import re
from collections.abc import Iterator
from dataclasses import replace

from csp_extract.extract.found import Found, Span
from csp_extract.extract.measures.rules import FAMILY, read
from csp_extract.extract.measures.tables import table_measures
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind, DateRole, Direction, MeasureValue

FAMILIES = (FAMILY,)
__all__ = ["FAMILIES", "find_measures"]

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CELL, BlockKind.FIELD})
_COMPARED = re.compile(
    r"(?:\bcompared\s(?:to|with)|\bagainst|\bwhen\scompared\s(?:to|with)|\bfrom)\s"
    r"(?P<base>(?:the\s)?(?:same|previous|preceding|last|corresponding|prior|\d{4})[^,.;()]{3,70})"
    r"|\b(?:on|than|over)\s(?P<year>(?:the\s)?(?:previous|last|preceding)\s(?:year|quarter|month|period))"
)

_AHEAD = re.compile(r"\b(?:will|would|could|aims? to|is to|are to|plans? to|up to|target of)\b")
_YEAR_TO = re.compile(
    r"\b(?:(?:cumulative|rolling|financial|full)\s)?(?:\d{1,2}\smonths?|twelve\smonths|year|quarter|months"
    r"|period)\s(?:to|ending|ended|up\sto)\s(?:the\s)?$"
)


def find_measures(reading: Reading) -> list[Found[MeasureValue]]:
    """Return the figures of performance of the report, in order."""
    found = list(table_measures(reading))
    for passage in reading.passages:
        if passage.block.kind in _PROSE and not passage.block.is_head:
            found.extend(_in_sentence(reading, passage))
    return found


def _in_sentence(reading: Reading, passage: Passage) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of a sentence with the period and the base that govern it."""
    reads = read(passage.text)
    taken = [
        mention.span
        for group in (reading.dates, reading.amounts)
        for mention in group
        if passage.span.holds(mention.span)
    ]
    for each in reads:
        span = Span(passage.start + each.span.start, passage.start + each.span.end)
        if any(
            span.start <= other.start < span.end and _has_figure(reading, span, other)
            for other in taken
        ):
            continue
        if each.value.direction is Direction.NONE and _is_ahead(reading, span):
            continue
        value = each.value if each.value.period else _with_period(reading, passage, each.value)
        yield Found(span, value, each.rule)


def _has_figure(reading: Reading, span: Span, other: Span) -> bool:
    """Return whether a date or sum takes the first figure of the span."""
    first = re.search(r"\d", reading.report.text[span.start : span.end])
    return first is not None and other.start <= span.start + first.start() < other.end


def _with_period(reading: Reading, passage: Passage, value: MeasureValue) -> MeasureValue:
    """Return the figure with the stretch that its sentence names, and what it compares with."""
    period = next(
        (
            date.span
            for date in reading.dates
            if date.value.role is DateRole.PERIOD and passage.span.holds(date.span)
        ),
        None,
    )
    compared = _COMPARED.search(passage.text.replace("\n", " "))
    base = (compared["base"] or compared["year"]) if compared else ""
    words = _stretch(reading, period) if period else ""
    if (
        compared
        and period
        and passage.start + compared.start() <= period.start < passage.start + compared.end()
    ):
        words = ""
    return replace(value, period=" ".join(words.split()), compared_with=" ".join(base.split()))


def _stretch(reading: Reading, period: Span) -> str:
    """Return the words of a period with the "year to" before them."""
    before = _YEAR_TO.search(reading.report.text, max(0, period.start - 45), period.start)
    return reading.report.text[before.start() if before else period.start : period.end]


def _is_ahead(reading: Reading, span: Span) -> bool:
    """Return whether a count is promised or foretold: "will train 40 door staff"."""
    before = reading.report.text[max(0, span.start - 60) : span.start]
    said = next(reversed(list(_AHEAD.finditer(before))), None)
    promised = any(found.span.holds(span) for found in reading.commitments)
    return promised or (said is not None and "." not in before[said.end() :])
