"""Find the measures of a report."""

import re
from collections.abc import Iterator

from csp_extract.extract.found import Found, Span
from csp_extract.extract.measures.base import complete
from csp_extract.extract.measures.rules import FAMILY, figures
from csp_extract.extract.measures.tables import field_measures, table_measures
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind, Direction, MeasureValue

FAMILIES = (FAMILY,)
__all__ = ["FAMILIES", "find_measures"]

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CELL, BlockKind.FIELD})
_FEW = 4  # words of a line that is no sentence
_AHEAD = re.compile(r"\b(?:will|would|could|aims? to|is to|are to|plans? to|target of)\b")


def find_measures(reading: Reading) -> list[Found[MeasureValue]]:
    """Return the figures of performance of the report, in order."""
    found = [*table_measures(reading), *field_measures(reading)]
    for passage in reading.passages:
        if _is_prose(passage):
            found.extend(_in_sentence(reading, passage))
    return found


def _is_prose(passage: Passage) -> bool:
    """Return whether a passage tells something; a sentence may follow the lines of a masthead."""
    if passage.block.kind is BlockKind.MASTHEAD:
        return passage.text.endswith((".", ";")) and len(passage.text.split()) > _FEW
    return passage.block.kind in _PROSE and not passage.block.is_head


def _in_sentence(reading: Reading, passage: Passage) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of a sentence with the period and the base that govern it."""
    reads = figures(passage.text)
    if not reads:
        return
    span_of_passage = passage.span
    taken = [
        mention.span
        for group in (reading.dates, reading.amounts)
        for mention in group
        if span_of_passage.holds(mention.span)
    ]
    ends = [each.span.start for each, _ in reads[1:]] + [len(passage.text)]
    for (each, at), following in zip(reads, ends, strict=True):
        span = Span(passage.start + each.span.start, passage.start + each.span.end)
        if any(other.start <= passage.start + at < other.end for other in taken):
            continue
        if each.value.direction in {None, Direction.NONE} and _is_ahead(reading, span):
            continue
        yield Found(span, complete(reading, passage, span, following, each.value), each.rule)


def _is_ahead(reading: Reading, span: Span) -> bool:
    """Return whether a count is promised or foretold: "will train 40 door staff"."""
    before = reading.report.text[max(0, span.start - 60) : span.start]
    said = next(reversed(list(_AHEAD.finditer(before))), None)
    promised = any(found.span.holds(span) for found in reading.commitments)
    return promised or (said is not None and "." not in before[said.end() :])
