"""What reading finds on a page: words, ruling lines and table grids, placed in points.

All coordinates have their origin at the top left of the page as a reader sees it (after rotation
and crop); ``top < bottom`` and ``x0 < x1``.
"""

from math import cos, radians, sin
from typing import NamedTuple

from csp_extract.records.codes import TextSource


class Word(NamedTuple):
    """A run of characters without white space, as printed.

    ``line`` numbers the reader's own lines on the page in stream order; ``is_hyphenated`` is set
    when the word ends in a hyphen that the typesetter put at the end of a line.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float  # of the font, points
    is_bold: bool
    is_italic: bool
    line: int
    is_hyphenated: bool
    is_raised: bool = False  # the mark of a footnote
    confidence: float = 1.0  # how surely its characters were recognised; a text layer is certain


class Edge(NamedTuple):
    """A straight horizontal or vertical ruling line."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        """Whether the line is wider than it is high."""
        return self.x1 - self.x0 >= self.bottom - self.top


class Grid(NamedTuple):
    """A table's cells by row: boxes ``(x0, top, x1, bottom)``, ``None`` under a spanning cell."""

    rows: tuple[tuple[tuple[float, float, float, float] | None, ...], ...]
    is_ruled: bool


class Page(NamedTuple):
    """One page of a PDF, numbered from 1, words in stream order.

    A scan may lean, or lie on its side. Words, edges and grids are placed on the page as turned
    to be read; ``seen`` is the way back.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    edges: tuple[Edge, ...]
    grids: tuple[Grid, ...]
    image_cover: float  # share of the page that pictures cover, 0 to 1
    source: TextSource
    warnings: tuple[str, ...]
    turn: float = 0.0  # degrees clockwise by which the page was turned to be read
    doubt: str = ""  # why its text layer cannot be trusted
    is_unread: bool = False  # what it prints should have been recognised, and was not

    @property
    def seen_size(self) -> tuple[float, float]:
        """Width and height of the page as a reader sees it, before it was turned."""
        return (self.height, self.width) if self._is_on_side else (self.width, self.height)

    @property
    def _is_on_side(self) -> bool:
        return round(self.turn / 90) % 2 == 1

    def seen(
        self, x0: float, top: float, x1: float, bottom: float
    ) -> tuple[float, float, float, float]:
        """Return a box where a reader sees it: its middle turned back, its sides level."""
        if not self.turn:
            return x0, top, x1, bottom  # nearly all pages, and asked for every word
        turned = (self.width, self.height)
        return self._moved((x0, top, x1, bottom), -self.turn, turned, self.seen_size)

    def turned(
        self, x0: float, top: float, x1: float, bottom: float
    ) -> tuple[float, float, float, float]:
        """Return where a box that a reader sees lies on the page as turned: undoes ``seen``."""
        turned = (self.width, self.height)
        return self._moved((x0, top, x1, bottom), self.turn, self.seen_size, turned)

    def _moved(
        self,
        box: tuple[float, float, float, float],
        degrees: float,
        before: tuple[float, float],
        after: tuple[float, float],
    ) -> tuple[float, float, float, float]:
        """Return a box whose middle goes round the middle of the page, clockwise."""
        if not self.turn:
            return box
        x0, top, x1, bottom = box
        angle = radians(degrees)
        right, down = (x0 + x1 - before[0]) / 2, (top + bottom - before[1]) / 2
        x = after[0] / 2 + right * cos(angle) - down * sin(angle)
        y = after[1] / 2 + right * sin(angle) + down * cos(angle)
        half = (x1 - x0) / 2, (bottom - top) / 2
        across, along = reversed(half) if self._is_on_side else half
        return x - across, y - along, x + across, y + along


class Bookmark(NamedTuple):
    """An entry of a PDF's outline: its words, the page it leads to, its depth from 0."""

    title: str
    page: int
    level: int
