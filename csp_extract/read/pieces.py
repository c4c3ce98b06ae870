"""The text of a page cut into words, before their places are known."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from statistics import median
from typing import NamedTuple

from csp_extract.read.bulk import Box, boxes_of, text_objects
from csp_extract.read.glyphs import HYPHEN_MARKS, SOFT_HYPHEN

_PIECE = re.compile(rf"[^\s{HYPHEN_MARKS}]+[{HYPHEN_MARKS}]?|[{HYPHEN_MARKS}]|\n")
_SHORT = 4  # letters: in a shorter word no gap can be told from the others
_SAMPLE = 60  # words from which it is told whether a page is set letter by letter
# Parts of the height of a letter's box: kerning takes from a space, and leaves this at least;
# between the letters of one word there is less than that.
_SPACE, _TIGHT = 0.09, 0.03


class Raw(NamedTuple):
    """A word as PDFium has it: its first and last character, and the reader's line."""

    text: str
    first: int
    last: int
    line: int
    is_hyphenated: bool


def pieces_of(text: str) -> Iterator[Raw]:
    """Yield the words of a page's text; a hyphen at the end of a line parts two words."""
    line = 0
    for match in _PIECE.finditer(text):
        word = match[0]
        if word == "\n":
            line += 1
            continue
        is_hyphenated = word[-1] in HYPHEN_MARKS or word.endswith(SOFT_HYPHEN)
        plain = word.rstrip(HYPHEN_MARKS + SOFT_HYPHEN)
        yield Raw(plain, match.start(), match.end() - 1, line, is_hyphenated)
        line += word[-1] in HYPHEN_MARKS


def parted_at_gaps(textpage: int, pieces: Sequence[Raw]) -> list[Raw]:
    """Return the words, parted where PDFium swallowed a space.

    Chromium sets each letter by itself, and PDFium takes a space that kerning made narrow (between
    ``LEGAL`` and ``AND``) for none. Pages whose words are set in one go are left alone.
    """
    if not _is_set_apart(textpage, pieces[:_SAMPLE]):
        return list(pieces)
    letters = [
        raw.first + place
        for raw in pieces
        if len(raw.text) > _SHORT
        for place in range(len(raw.text))
    ]
    boxes = iter(boxes_of(textpage, letters, letters))
    parted: list[Raw] = []
    for raw in pieces:
        own = list(islice(boxes, len(raw.text))) if len(raw.text) > _SHORT else []
        parted.extend(_parts(raw, _gaps(own)) if own else (raw,))
    return parted


def _is_set_apart(textpage: int, sample: Sequence[Raw]) -> bool:
    """Return whether most words of a sample are set letter by letter."""
    long = [raw for raw in sample if len(raw.text) > _SHORT]
    starts = text_objects(textpage, [raw.first for raw in long])
    seconds = text_objects(textpage, [raw.first + 1 for raw in long])
    apart = sum(start != second for start, second in zip(starts, seconds, strict=True))
    return apart > len(long) / 2


def _gaps(boxes: Sequence[Box]) -> list[int]:
    """Return where in a word a space was swallowed: places of the letters after it."""
    gaps = [right[0] - left[2] for left, right in pairwise(boxes)]
    height = boxes[0][3] - boxes[0][1]
    if max(gaps) < _SPACE * height or median(gaps) > _TIGHT * height:
        return []
    return [place for place, gap in enumerate(gaps, 1) if gap >= _SPACE * height]


def _parts(raw: Raw, places: Iterable[int]) -> Iterator[Raw]:
    """Yield the parts of a word."""
    for start, end in pairwise((0, *places, len(raw.text))):
        is_last = end == len(raw.text)
        yield Raw(
            raw.text[start:end],
            raw.first + start,
            raw.last if is_last else raw.first + end - 1,
            raw.line,
            raw.is_hyphenated and is_last,
        )
