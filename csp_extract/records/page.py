"""What reading finds on a page: words, ruling lines and table grids, placed in points.

All coordinates have their origin at the top left of the page as a reader sees it (after rotation
and crop); ``top < bottom`` and ``x0 < x1``.
"""

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
    """One page of a PDF, numbered from 1, words in stream order."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    edges: tuple[Edge, ...]
    grids: tuple[Grid, ...]
    image_cover: float  # share of the page that pictures cover, 0 to 1
    source: TextSource
    warnings: tuple[str, ...]


class Bookmark(NamedTuple):
    """An entry of a PDF's outline: its words, the page it leads to, its depth from 0."""

    title: str
    page: int
    level: int
