"""The numbers of a report that may be figures of performance, and what each looks like."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.measures.figures import NUMBER
from csp_extract.extract.measures.numerals import SPELT
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.roles.looks import of_block, of_paper, tokens
from csp_extract.records import BlockKind

_NUMBER = re.compile(
    rf"(?P<value>{NUMBER}|(?<![\w-])(?:{SPELT})(?!\w))(?P<percent>\s?%|\sper\s?cent)?"
)
_PROSE = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CELL, BlockKind.FIELD, BlockKind.MASTHEAD}
)
_REACH = 80  # characters on either side
_FEW = 6  # words on either side


class Number(NamedTuple):
    """A number in its place."""

    span: Span  # of the number, its share sign with it
    value: str
    is_share: bool
    passage: Passage


def numbers_of(reading: Reading) -> list[Number]:
    """Return the numbers of running text and of cells, those of dates and sums left out."""
    taken = sorted(found.span for group in (reading.dates, reading.amounts) for found in group)
    found: list[Number] = []
    place = 0
    for passage in reading.passages:
        if passage.block.kind not in _PROSE or passage.block.is_head:
            continue
        while place < len(taken) and taken[place].end <= passage.start:
            place += 1
        own = []
        for span in taken[place:]:
            if span.start >= passage.end:
                break
            own.append(span)
        for match in _NUMBER.finditer(passage.text):
            span = Span(passage.start + match.start(), passage.start + match.end())
            if not any(span.overlaps(other) for other in own):
                found.append(Number(span, match["value"], bool(match["percent"]), passage))
    return found


def looks_of(reading: Reading, numbers: Sequence[Number]) -> list[list[str]]:
    """Return the features of each number."""
    papers = of_paper(reading)
    rows, last = [], -1
    for number in numbers:
        text = number.passage.text
        at, end = number.span.start - number.passage.start, number.span.end - number.passage.start
        is_joined = last == number.passage.index
        last = number.passage.index
        rows.append(
            [
                "bias",
                *papers,
                f"joined={is_joined}",
                f"first={at == 0}",
                f"whole={at == 0 and end >= len(text) - 1}",
                *_of_number(number),
                *_around(text, at, end),
                *of_block(reading, number.passage.block),
                f"block={number.passage.block.kind}",
            ]
        )
    return rows


def _of_number(number: Number) -> Iterator[str]:
    """Yield how a number is written."""
    value = number.value
    yield f"share={number.is_share}"
    yield "spelt" if value[0].isalpha() else f"digits={len(value.replace(',', ''))}"
    if value[0].isalpha():
        yield f"is={value.lower()}"
    if "." in value:
        yield "decimal"
    elif value.isdigit() and len(value) == 4 and value[:2] in {"19", "20"}:
        yield "year"


def _around(text: str, at: int, end: int) -> Iterator[str]:
    """Yield the words on either side, by place and in any place."""
    before = tokens(text[max(0, at - _REACH) : at])[-_FEW:]
    after = tokens(text[end : end + _REACH])[:_FEW]
    yield f"l={text[max(0, at - 2) : at].strip()[-1:]}"
    yield f"r={text[end : end + 2].strip()[:1] if not text[end : end + 1].isalpha() else ''}"
    for place, word in enumerate(reversed(before)):
        yield f"<{word}"
        if place < 3:
            yield f"-{place}={word}"
    for place, word in enumerate(after):
        yield f">{word}"
        if place < 3:
            yield f"+{place}={word}"
            yield f"+{place}e={word[-3:]}"
    yield f"-- {' '.join(before[-2:])}"
    yield f"++ {' '.join(after[:2])}"
    yield f"-+ {' '.join((*before[-1:], *after[:1]))}"
