"""Printed page numbers: those of a paper, and those that run through a whole pack."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from csp_extract.packs.sheet import Sheet

_MOST = 0.8  # of the pages carry the number that runs through the pack
_FEW = 3
_SAID = re.compile(
    r"\b(?:page|tudalen)\s*\|?\s*(\d{1,4})(?:\s*(?:of|o|/)\s*(\d{1,4}))?\b", re.IGNORECASE
)
_OF = re.compile(r"(?<![\d/])(\d{1,3})\s*(?:/|of)\s*(\d{1,3})$")
_BARE = re.compile(r"[-–—|\s]*(\d{1,4})[-–—|\s]*")


class Number(NamedTuple):
    """A printed page number, and of how many, 0 where it does not say."""

    page: int
    of: int


def numbers_on(sheet: Sheet) -> frozenset[Number]:
    """Return the page numbers in the margins of a page."""
    return frozenset(number for line in sheet.edges for number in _numbers_in(line.text))


def _numbers_in(text: str) -> Iterator[Number]:
    """Yield the page numbers that a line holds."""
    for said in _SAID.finditer(text):
        yield Number(int(said[1]), int(said[2] or 0))
    last = _OF.search(text)
    if last:
        yield Number(int(last[1]), int(last[2]))
    bare = _BARE.fullmatch(text)
    if bare:
        yield Number(int(bare[1]), 0)


def running_offset(numbers: Sequence[frozenset[Number]]) -> int | None:
    """Return how far the numbers that run through the file are ahead of its pages.

    ``None`` where no numbers run through it: a supplement goes on from the pages of its agenda, so
    they may be ahead, and never behind.
    """
    counts: Counter[int] = Counter()
    for place, found in enumerate(numbers, 1):
        counts.update({number.page - place for number in found if number.page >= place})
    best = max(counts, key=lambda offset: (counts[offset], -offset), default=0)
    return best if counts[best] >= max(_FEW, _MOST * len(numbers)) else None


def own_numbers(numbers: frozenset[Number], place: int, offset: int | None) -> frozenset[Number]:
    """Return the numbers of a page without the one that runs through the file."""
    if offset is None:
        return numbers
    return frozenset(number for number in numbers if number.page != place + offset)


def begins(numbers: frozenset[Number], before: frozenset[Number]) -> bool:
    """Return whether a page is numbered 1, and the page before it was not its cover."""
    is_first = any(number.page == 1 for number in numbers)
    return is_first and not any(number.page == 0 for number in before)


def ends(numbers: frozenset[Number]) -> bool:
    """Return whether a page is numbered as the last of its paper."""
    return any(number.page == number.of for number in numbers)


def goes_on(numbers: frozenset[Number], before: frozenset[Number]) -> bool:
    """Return whether a page is numbered as the one after the page before."""
    return any(
        number.page > 1 and Number(number.page - 1, number.of) in before for number in numbers
    )
