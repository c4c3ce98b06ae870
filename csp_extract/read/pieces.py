"""The text of a page cut into words, before their places are known."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from statistics import median
from typing import NamedTuple

from csp_extract.read.bulk import boxes_of, text_objects
from csp_extract.read.glyphs import HYPHEN_MARKS, SOFT_HYPHEN

_PIECE = re.compile(rf"[^\s{HYPHEN_MARKS}]+[{HYPHEN_MARKS}]?|[{HYPHEN_MARKS}]|\n")
_MARKS = HYPHEN_MARKS + SOFT_HYPHEN
# A label that is too wide for its margin touches the words that it numbers: "(iii)agrees".
_GLUED = re.compile(r"(\((?:[ivx]{2,5}|\d{1,2})\))[^\W\d_]{2}")
_SHORT = 4  # letters: in a shorter word no gap can be told from the others
_LONGEST = 24  # letters of a word of papers, or more than that
_SAMPLE = 60  # words from which it is told whether a page is set letter by letter
# Parts of the height of a letter's box: kerning takes from a space, and leaves this at least;
# between the letters of one word there is less than that; words too long to be one tell of less.
_SPACE, _NARROW, _TIGHT = 0.09, 0.05, 0.03


class Raw(NamedTuple):
    """A word as PDFium has it: its first and last character, and the reader's line."""

    text: str
    first: int
    last: int
    line: int
    is_hyphenated: bool = False


def pieces_of(text: str) -> Iterator[Raw]:
    """Yield the words of a page's text; a hyphen at the end of a line parts two words."""
    line = 0
    has_marks = any(mark in text for mark in _MARKS)
    for match in _PIECE.finditer(text):
        first, end = match.span()
        word = match[0]
        if word == "\n":
            line += 1
        elif has_marks and word[-1] in _MARKS:
            yield Raw(word.rstrip(_MARKS), first, end - 1, line, is_hyphenated=True)
            line += word[-1] in HYPHEN_MARKS
        elif word[0] == "(" and (glued := _GLUED.match(word)):
            yield from _parts(Raw(word, first, end - 1, line), [glued.end(1)])
        else:
            yield Raw(word, first, end - 1, line)


def parted_at_gaps(textpage: int, pieces: Sequence[Raw]) -> list[Raw]:
    """Return the words, parted where PDFium swallowed a space.

    Chromium sets each letter by itself, and PDFium takes a space that kerning made narrow (between
    ``LEGAL`` and ``AND``) for none. On pages whose words are set in one go, only words longer than
    any of English are looked into: there, a whole line can have lost its spaces.
    """
    is_apart = _is_set_apart(textpage, pieces[:_SAMPLE])
    longest, space = (_SHORT, _SPACE) if is_apart else (_LONGEST, _NARROW)
    if all([len(raw.text) <= longest for raw in pieces]):  # noqa: C419 a list is faster
        return list(pieces)
    letters = [
        raw.first + place
        for raw in pieces
        if len(raw.text) > longest
        for place in range(len(raw.text))
    ]
    boxes = boxes_of(textpage, letters, letters)
    lefts, rights = iter(boxes.x0.tolist()), iter(boxes.x1.tolist())
    heights = iter((boxes.y1 - boxes.y0).tolist())
    parted: list[Raw] = []
    for raw in pieces:
        count = len(raw.text)
        if count <= longest:
            parted.append(raw)
            continue
        height, *_ = islice(heights, count)
        own, ends = [*islice(lefts, count)], [*islice(rights, count)]
        gaps = [left - end for left, end in zip(own[1:], ends, strict=False)]
        parted.extend(_parts(raw, _spaces(gaps, height, space)))
    return parted


def _is_set_apart(textpage: int, sample: Sequence[Raw]) -> bool:
    """Return whether most words of a sample are set letter by letter."""
    long = [raw for raw in sample if len(raw.text) > _SHORT]
    starts = text_objects(textpage, [raw.first for raw in long])
    seconds = text_objects(textpage, [raw.first + 1 for raw in long])
    apart = sum(start != second for start, second in zip(starts, seconds, strict=True))
    return apart > len(long) / 2


def _spaces(gaps: Sequence[float], height: float, space: float) -> list[int]:
    """Return where in a word a space was swallowed: places of the letters after it."""
    if max(gaps) < space * height or median(gaps) > _TIGHT * height:
        return []
    return [place for place, gap in enumerate(gaps, 1) if gap >= space * height]


def _parts(raw: Raw, places: Sequence[int]) -> Iterator[Raw]:
    """Yield the parts of a word, or the whole of it."""
    if not places:
        yield raw
        return
    for start, end in pairwise((0, *places, len(raw.text))):
        is_last = end == len(raw.text)
        yield Raw(
            raw.text[start:end],
            raw.first + start,
            raw.last if is_last else raw.first + end - 1,
            raw.line,
            raw.is_hyphenated and is_last,
        )
