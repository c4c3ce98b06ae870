"""The clauses of a report, cut where one statement ends and another may begin."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind

_AUXILIARY = r"(?:will|shall|is|are|was|were|has|have|had|can|may|should|would|could|must|to)"
_CUT = re.compile(
    r";\s|:\s|\s[–—-]\s|[.!?]\s(?=\S)|,\s(?=to\s)"
    r"|,?\s(?:but|whereas|whilst|while|although|because|so\sthat)\s"
    r"|,\s(?=(?:which|who|where|with)\s)"
    rf"|,?\s(?:and|then)\s(?=(?:[\w’'&()-]+\s){{0,8}}?{_AUXILIARY}\s)"
    r"|,\s(?=(?:the|it|they|we|he|she|this|there|a)\s(?:[\w’'&()-]+\s){0,5}?"
    rf"{_AUXILIARY}\s)"
    r"|\s(?=that\s(?:the|a|it|they|he|she|we|this|all|an)\s)"
)
_SHORTEST = 6  # characters
_SILENT = frozenset({BlockKind.TITLE, BlockKind.CONTENTS, BlockKind.CAPTION})


class Clause(NamedTuple):
    """A clause, or a stretch of one: half-open characters of the report, and its passage."""

    span: Span
    passage: Passage
    place: int  # within its passage, from 0


def clauses_of(reading: Reading) -> list[Clause]:
    """Return the clauses of the report in reading order, titles and contents left out."""
    return [
        Clause(Span(passage.start + start, passage.start + end), passage, place)
        for passage in reading.passages
        if passage.block.kind not in _SILENT
        for place, (start, end) in enumerate(_cuts(passage.text))
    ]


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield first and last character of each clause; a scrap goes with its neighbour."""
    start = 0
    for cut in _CUT.finditer(text):
        if cut.start() - start >= _SHORTEST and len(text) - cut.end() >= _SHORTEST:
            yield start, cut.start()
            start = cut.end()
    yield start, len(text)


_OPENS = re.compile(r"[\s\"“‘'(]*(?:(?:and|but|then|so|also)\s)?[-–•\s]*")
_CLOSES = re.compile(r"[\s.;:,\"”)-]+\Z")


def words_of(reading: Reading, clause: Clause) -> Span | None:
    """Return the words of a clause without what joins it to others; ``None`` for no words."""
    text = reading.report.text
    start, end = clause.span
    opening = _OPENS.match(text, start, end)
    start = opening.end() if opening else start
    closing = _CLOSES.search(text, start, end)
    end = closing.start() if closing else end
    return Span(start, end) if start < end else None
