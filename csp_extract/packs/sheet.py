"""A page as a reader glances at it: its lines from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from csp_extract.records import Page, Word

_EDGE = 0.13  # part of the page's height in which running heads and feet stand
_HEAD_LINES = 22  # a masthead and a title are over by then


class Line(NamedTuple):
    """A printed line: its words, its place, and whether it stands in the upper or lower margin."""

    text: str
    top: float
    bottom: float
    x0: float
    is_head: bool
    is_foot: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a page by place: as the PDF parts them, and put together by their baseline."""

    number: int
    cells: tuple[Line, ...]
    rows: tuple[Line, ...]
    is_picture: bool

    @classmethod
    def of(cls, page: Page) -> Self:
        """Make the sheet of a page."""
        groups: dict[int, list[Word]] = {}
        for word in page.words:
            groups.setdefault(word.line, []).append(word)
        cells = [_line(words, page.height) for words in groups.values()]
        cells.sort(key=lambda line: (round(line.top), line.x0))
        return cls(page.number, tuple(cells), tuple(_rows(cells)), page.image_cover > 0)

    @property
    def opening(self) -> tuple[Line, ...]:
        """The lines that may hold a masthead and a title."""
        return self.cells[:_HEAD_LINES]

    @property
    def opening_rows(self) -> tuple[Line, ...]:
        """The same, put together by their baseline."""
        return self.rows[:_HEAD_LINES]

    @property
    def edges(self) -> tuple[Line, ...]:
        """The lines in the margins, single and put together."""
        return tuple(line for line in (*self.rows, *self.cells) if line.is_head or line.is_foot)


def _line(words: Sequence[Word], height: float) -> Line:
    """Return words as a line."""
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return Line(
        " ".join(word.text for word in words),
        top,
        bottom,
        min(word.x0 for word in words),
        bottom < _EDGE * height,
        top > (1 - _EDGE) * height,
    )


def _rows(cells: Sequence[Line]) -> list[Line]:
    """Return lines that stand on one baseline as one, from left to right."""
    rows: list[list[Line]] = []
    for cell in cells:
        last = rows[-1][0] if rows else None
        if last is not None and abs(last.bottom - cell.bottom) < (cell.bottom - cell.top) / 2:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [_joined(sorted(row, key=lambda line: line.x0)) for row in rows]


def _joined(row: Sequence[Line]) -> Line:
    """Return the lines of a row as one."""
    return row[0]._replace(text=" ".join(line.text for line in row))
