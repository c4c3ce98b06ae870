"""The text of a page cut into words, before their places are known."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from csp_extract.read.bulk import boxes_of, text_objects
from csp_extract.read.glyphs import HYPHEN_MARKS, SOFT_HYPHEN

_MARKS = HYPHEN_MARKS + SOFT_HYPHEN
# no code beyond these is white space
_SPACES = np.array([chr(code).isspace() for code in range(0x3002)])
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


class Pieces(NamedTuple):
    """Words as PDFium has them, by columns: the parts of a ``Raw``."""

    texts: Sequence[str]
    firsts: Sequence[int]
    lasts: Sequence[int]
    lines: Sequence[int]
    hyphenated: Sequence[bool]

    def rows(self) -> Iterator[Raw]:
        """Yield the words one by one."""
        return map(Raw, *self)


def in_columns(rows: Iterable[Raw]) -> Pieces:
    """Return words by columns."""
    columns = tuple(zip(*rows, strict=True))
    return Pieces(*columns) if columns else Pieces((), (), (), (), ())


def pieces_of(text: str) -> Pieces:
    """Return the words of a page's text; a hyphen at the end of a line parts two words."""
    printed = text
    for mark in HYPHEN_MARKS:
        printed = printed.replace(mark, "\n")
    letters = np.frombuffer(printed.encode("utf-32-le"), dtype=np.uint32)
    space = np.ones(len(letters) + 2, dtype=bool)
    space[1:-1] = _SPACES[np.minimum(letters, len(_SPACES) - 1)]
    edges = np.flatnonzero(space[1:] != space[:-1])
    firsts, lasts = edges[::2], edges[1::2] - 1
    lines = np.cumsum(letters == ord("\n"))[firsts].tolist()
    texts = printed.split()
    pieces = Pieces(texts, firsts.tolist(), lasts.tolist(), lines, [False] * len(texts))
    if any(mark in text for mark in _MARKS):
        pieces = in_columns(_hyphenated(raw, text) for raw in pieces.rows())
    return in_columns(_unglued(pieces)) if _GLUED.search(printed) else pieces


def _hyphenated(raw: Raw, text: str) -> Raw:
    """Return a word without the hyphen that PDFium saw at its end, if there is one."""
    after = text[raw.last + 1 : raw.last + 2]
    if after and after in HYPHEN_MARKS:
        return raw._replace(text=raw.text.rstrip(_MARKS), last=raw.last + 1, is_hyphenated=True)
    if raw.text[-1] == SOFT_HYPHEN:
        return raw._replace(text=raw.text.rstrip(_MARKS), is_hyphenated=True)
    return raw


def _unglued(pieces: Pieces) -> Iterator[Raw]:
    """Yield the words, parted from labels that touch them."""
    for raw in pieces.rows():
        glued = _GLUED.match(raw.text) if raw.text[:1] == "(" else None
        if glued:
            yield from _parts(raw, [glued.end(1)])
        else:
            yield raw


def parted_at_gaps(textpage: Any, pieces: Pieces) -> Pieces:
    """Return the words, parted where PDFium swallowed a space.

    Chromium sets each letter by itself, and PDFium takes a space that kerning made narrow (between
    ``LEGAL`` and ``AND``) for none. On pages whose words are set in one go, only words longer than
    any of English are looked into: there, a whole line can have lost its spaces.
    """
    is_apart = _is_set_apart(textpage, pieces)
    longest, space = (_SHORT, _SPACE) if is_apart else (_LONGEST, _NARROW)
    long = {
        first: len(text)
        for text, first in zip(pieces.texts, pieces.firsts, strict=True)
        if len(text) > longest
    }
    places = _swallowed(textpage, long, space) if long else {}
    if not places:
        return pieces
    parted = (part for raw in pieces.rows() for part in _parts(raw, places.get(raw.first, ())))
    return in_columns(parted)


def _swallowed(
    textpage: Any, words: Mapping[int, int], space: float
) -> Mapping[int, Sequence[int]]:
    """Return where spaces were swallowed in words that have any, by their first character.

    ``words`` are the numbers of their letters by the same.
    """
    firsts, counts = list(words), list(words.values())
    letters = [at for first, count in words.items() for at in range(first, first + count)]
    boxes = boxes_of(textpage, letters, letters)
    owner = np.repeat(np.arange(len(words)), counts)
    ends = np.cumsum(counts)
    heights = (boxes.y1 - boxes.y0)[ends - counts]
    gaps = boxes.x0[1:] - boxes.x1[:-1]
    is_wide = (gaps >= space * heights[owner[1:]]) & (owner[1:] == owner[:-1])
    places = {}
    for at in set(owner[1:][is_wide].tolist()):
        own = gaps[ends[at] - counts[at] : ends[at] - 1].tolist()
        places[firsts[at]] = _spaces(own, float(heights[at]), space)
    return places


def _is_set_apart(textpage: Any, pieces: Pieces) -> bool:
    """Return whether most words of a sample are set letter by letter."""
    sample = zip(pieces.texts[:_SAMPLE], pieces.firsts[:_SAMPLE], strict=True)
    long = [first for text, first in sample if len(text) > _SHORT]
    starts = text_objects(textpage, long)
    seconds = text_objects(textpage, [first + 1 for first in long])
    apart = sum(start != second for start, second in zip(starts, seconds, strict=True))
    return apart > len(long) / 2


def _spaces(gaps: Sequence[float], height: float, space: float) -> list[int]:
    """Return where in a word a space was swallowed: places of the letters after it."""
    if median(gaps) > _TIGHT * height:
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
