"""Blocks into passages: the sentences, items, cells and headings that rules read and rows quote."""

import re
from collections.abc import Iterator

from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import Block, BlockKind, Report

# A full stop after one of these does not end a sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev cllr cllrs councillor st no nos para paras sec ref tel ext inc ltd co"
    " e.g i.e eg ie etc viz cf vs approx c circa p pp vol fig dept insp supt sgt det ch"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat"
    " hon esq rt min max incl excl".split()
)
# Before a capital these end it all the same ("back on 24 Nov. Cabinet then decides").
_CALENDAR = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri"
    " sat".split()
)
_STOP = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s)")
_LAST_WORD = re.compile(r"[A-Za-z][A-Za-z.]*$")
_OPENS = re.compile(r"\s+[\"'“‘(\[]*[A-Z0-9£€$•]")
_SPLIT_KINDS = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.FOOTNOTE, BlockKind.CELL}
)


def split_sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a block's text as spans without outer white space."""
    start = 0
    for stop in _STOP.finditer(text):
        if not _ends_sentence(text, stop):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """Return whether the stop ends its sentence: what follows opens one, no short form precedes."""
    if not _OPENS.match(text, stop.end()):
        return False
    if stop[0][0] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop.start() - 20), stop.start())
    if word is None:
        return True
    if word[0].lower() in _CALENDAR:
        return re.match(r"\s+[A-Z]", text[stop.end() : stop.end() + 4]) is not None
    is_initial = len(word[0]) == 1 and word[0].isupper() and _is_in_name(text, stop.end())
    return word[0].lower() not in ABBREVIATIONS and not is_initial


def _is_in_name(text: str, end: int) -> bool:
    """Return whether a capitalised word follows: "J. Smith" rather than "Plan B. It"."""
    following = re.match(r"\s+([A-Z][a-z]+)", text[end : end + 30])
    return following is not None and following[1] not in {"The", "It", "This", "In", "A", "At"}


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span without white space at its ends, unless nothing is left."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield Span(left, right)


def passages_of(report: Report) -> tuple[Passage, ...]:
    """Return the passages of a report in reading order."""
    passages: list[Passage] = []
    for block_index, block in enumerate(report.blocks):
        for number, span in enumerate(_spans_of(report, block)):
            passages.append(
                Passage(
                    index=len(passages),
                    start=span.start,
                    end=span.end,
                    text=report.text[span.start : span.end],
                    block=block,
                    block_index=block_index,
                    is_first=number == 0,
                )
            )
    return tuple(passages)


def _spans_of(report: Report, block: Block) -> Iterator[Span]:
    """Yield the passages of a block as spans of the report text."""
    text = report.text[block.start : block.end]
    if block.kind in _SPLIT_KINDS:
        pieces: Iterator[Span] = split_sentences(text)
    else:
        pieces = _trimmed(text, 0, len(text))
    for piece in pieces:
        yield Span(block.start + piece.start, block.start + piece.end)
