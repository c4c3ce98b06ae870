"""A laid-out report: its text in reading order, its blocks, and the way back to the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import NamedTuple, Self

from csp_extract.records.codes import BlockKind, TextSource


class Box(NamedTuple):
    """A rectangle on a page in points from the top left corner; pages count from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    def __str__(self) -> str:
        """Write the box as tables do: ``page x0 top x1 bottom``."""
        return f"{self.page} {self.x0:.2f} {self.top:.2f} {self.x1:.2f} {self.bottom:.2f}"

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what ``str`` wrote.

        Raises:
            ValueError: not five numbers.
        """
        page, x0, top, x1, bottom = text.split()
        return cls(int(page), float(x0), float(top), float(x1), float(bottom))


class Place(NamedTuple):
    """Where a printed word's characters stand in the report text, and its box on the page.

    ``line`` numbers the printed lines of the report in reading order: words of one line make one
    box. A word broken over two lines has two places that follow on one another.
    """

    char_start: int
    char_end: int
    line: int
    box: Box
    confidence: float = 1.0  # how surely its characters were recognised


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the report that a reader sees as one thing.

    ``start`` and ``end`` are half-open offsets into ``Report.text`` of the block's own words; the
    printed label or bullet stands before ``start``.
    """

    kind: BlockKind
    start: int
    end: int
    label: str = ""  # printed number, letter or bullet: "3.1.4", "(iv)", "•"
    para: str = ""  # address for the tables, by the annotation guide
    section: str = ""  # text of the nearest heading
    path: tuple[str, ...] = ()  # texts of all headings above, outermost first
    level: int = 0  # depth: of a heading from 1, of a bullet from 1
    lead_in: int = -1  # index of the block that introduces this item of a list, -1 where none
    table: int = -1  # number of the table a cell stands in, from 0 through the report
    row: int = -1
    col: int = -1
    row_head: str = ""  # a cell's row label; a field's label
    col_head: str = ""  # a cell's column heading, spanning heads first, joined by " / "
    is_head: bool = False  # a cell that is itself a row or column heading


@dataclass(frozen=True)
class Report:
    """A report as laid out: ``text`` never changes, everything else points into it."""

    text: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...]  # in order of char_start
    page_count: int
    page_sizes: tuple[tuple[float, float], ...]  # width, height of each page in points
    source: TextSource
    ocr_pages: frozenset[int] = frozenset()
    warnings: tuple[str, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [place.char_start for place in self.places]

    @cached_property
    def _ends(self) -> list[int]:
        return [place.char_end for place in self.places]

    def places_of(self, start: int, end: int) -> tuple[Place, ...]:
        """Return the places of the words that the characters ``[start, end)`` touch."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return self.places[first:last]

    def boxes_of(self, start: int, end: int) -> tuple[Box, ...]:
        """Return one box for each printed line that the characters ``[start, end)`` touch."""
        return tuple(_one_box_a_line(self.places_of(start, end)))

    def confidence_of(self, start: int, end: int) -> float:
        """Return how surely all words that the characters ``[start, end)`` touch are right.

        It is 1 in a text layer.
        """
        return prod(place.confidence for place in self.places_of(start, end))

    def slice(self, block: Block) -> str:
        """Return a block's own words."""
        return self.text[block.start : block.end]


def _one_box_a_line(places: Iterable[Place]) -> Iterable[Box]:
    """Yield the hull of each run of places on one printed line."""
    line, hull = None, None
    for place in places:
        if hull is not None and place.line == line:
            box = place.box
            hull = Box(
                hull.page,
                min(hull.x0, box.x0),
                min(hull.top, box.top),
                max(hull.x1, box.x1),
                max(hull.bottom, box.bottom),
            )
            continue
        if hull is not None:
            yield hull
        line, hull = place.line, place.box
    if hull is not None:
        yield hull
