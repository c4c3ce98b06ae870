"""Ruled tables: the words of each cell, with the heads of its row and its column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from csp_extract.layout.lazy import once
from csp_extract.layout.line import Line, lines_of
from csp_extract.records import Grid, Page, Word

_Rect = tuple[float, float, float, float]

_LONG_CELL = 110  # words; a grid with such a cell lays out a page and is no table
_FEW_ROWS = 2
SAME_PT = 6.0  # by which the columns of two parts of a table may miss each other
_MARGIN_PT = 1.5
_FIGURE = re.compile(r"[-+(£€$]*\d[\d,.]*[%kKmM)]*\*?|[-–—]|nil|n/a|tbc", re.IGNORECASE)

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Cell:
    """A cell with its place in the table."""

    lines: tuple[Line, ...]
    row: int
    col: int
    row_head: str = ""
    col_head: str = ""
    is_head: bool = False

    @once
    def text(self) -> str:
        """Its words, parted by single spaces."""
        return " ".join(line.text for line in self.lines)

    @once
    def is_bold(self) -> bool:
        """Whether all of its lines are bold."""
        return bool(self.lines) and all(line.is_bold for line in self.lines)


@dataclass(frozen=True)
class Table:
    """A table on one page: rows of cells, ``None`` where a spanning cell covers the place."""

    page: int
    rows: tuple[tuple[Cell | None, ...], ...]
    lefts: tuple[float, ...]  # left edges of its columns, points
    head_rows: int = 0
    cells: tuple[Cell, ...] = field(default=())  # those with words, in reading order, heads known


def cut_tables(page: Page, beside: Sequence[Page] = ()) -> tuple[list[tuple[int, Table]], set[int]]:
    """Return the tables of a page by the stream index of their first word, and all words taken.

    ``beside`` are the pages before and after it: a single row is a table where one of them has the
    others.
    """
    found: list[tuple[int, Table]] = []
    taken: set[int] = set()
    others = [_lefts(grid) for other in beside for grid in other.grids]
    for grid in page.grids:
        indexes = _indexes(page.words, grid)
        held = {index for row in indexes for cell in row for index in cell} - taken
        fewest = 1 if any(_are_same(_lefts(grid), other) for other in others) else _FEW_ROWS
        table = _table(page, grid, indexes, fewest)
        if held and table is not None:
            found.append((min(held), table))
            taken |= held
    return found, taken


def _lefts(grid: Grid) -> tuple[float, ...]:
    """Return the left edges of a grid's columns, points."""
    return tuple(
        min(own)
        for column in zip(*grid.rows, strict=True)
        if (own := [cell[0] for cell in column if cell is not None])
    )


def _are_same(lefts: Sequence[float], others: Sequence[float]) -> bool:
    """Return whether two grids have the same columns."""
    return len(lefts) == len(others) and all(
        abs(one - two) < SAME_PT for one, two in zip(lefts, others, strict=True)
    )


def _indexes(words: Sequence[Word], grid: Grid) -> list[list[list[int]]]:
    """Return the stream indexes of the words in each cell of a grid."""
    held: list[list[list[int]]] = [[[] for _ in row] for row in grid.rows]
    rows = [_Row.of(*row) for row in zip(grid.rows, held, strict=True) if any(row[0])]
    first = min([row.top for row in rows], default=0.0)
    last = max([row.bottom for row in rows], default=0.0)
    for index, word in enumerate(words):
        y = (word.top + word.bottom) / 2
        own = _at(rows, (word.x0 + word.x1) / 2, y) if first <= y <= last else None
        if own is not None:
            own.append(index)
    return held


class _Row(NamedTuple):
    """The cells of a row, each with the words in it."""

    top: float
    bottom: float
    cells: list[tuple[_Rect, list[int]]]

    @classmethod
    def of(cls, cells: Iterable[_Rect | None], held: Iterable[list[int]]) -> Self:
        """Return a row that has some cells; no word of it is higher or lower than they are."""
        own = [
            ((x0 - _MARGIN_PT, top - _MARGIN_PT, x1 + _MARGIN_PT, bottom), words)
            for (x0, top, x1, bottom), words in (
                (cell, words) for cell, words in zip(cells, held, strict=True) if cell is not None
            )
        ]
        return cls(min(cell[1] for cell, _ in own), max(cell[3] for cell, _ in own), own)


def _at(rows: Iterable[_Row], x: float, y: float) -> list[int] | None:
    """Return the words in the first cell around a point."""
    for row_top, row_bottom, cells in rows:
        if row_top <= y <= row_bottom:
            for (x0, top, x1, bottom), held in cells:
                if x0 <= x <= x1 and top <= y <= bottom:
                    return held
    return None


def _table(page: Page, grid: Grid, indexes: list[list[list[int]]], fewest: int) -> Table | None:
    """Return a grid as a table; ``None`` for frames and for grids that lay out a page."""
    filled_columns = {col for row in indexes for col, cell in enumerate(row) if cell}
    filled_rows = [row for row in indexes if any(row)]
    longest = max((len(cell) for row in indexes for cell in row), default=0)
    if len(filled_columns) < 2 or len(filled_rows) < fewest or longest > _LONG_CELL:
        return None
    rows = tuple(
        tuple(
            Cell(tuple(lines_of(page, [page.words[at] for at in held])), number, col)
            if grid.rows[row][col] is not None
            else None
            for col, held in enumerate(cells)
        )
        for number, (row, cells) in enumerate(
            (at, cells) for at, cells in enumerate(indexes) if any(cells)
        )
    )
    return with_heads(Table(page.number, rows, _lefts(grid)))


def with_heads(table: Table, head_rows: int | None = None) -> Table:
    """Return the table with the heads of its cells filled in."""
    count = _head_rows(table.rows) if head_rows is None else head_rows
    heads = [" / ".join(_unique(_column_heads(table.rows[:count], col))) for col in _columns(table)]
    cells = tuple(_headed(table.rows, count, heads))
    return Table(table.page, table.rows, table.lefts, count, cells)


def _columns(table: Table) -> range:
    """Return the columns of a table."""
    return range(max(len(row) for row in table.rows))


def _head_rows(rows: Sequence[Sequence[Cell | None]]) -> int:
    """Return how many rows at the top are heads: set in bold, or words above figures."""
    if is_form(rows):
        return 0
    count = 0
    for row in rows[:3]:
        cells = [cell for cell in row if cell is not None and cell.lines]
        if not cells or not all(cell.is_bold for cell in cells):
            break
        count += 1
    if count == len(rows):
        return 1
    return count or int(is_worded_row(rows[0]) and any(_has_figures(row) for row in rows[1:]))


def is_form(rows: Sequence[Sequence[Cell | None]]) -> bool:
    """Return whether the table is a form: labels on the left, their values on the right."""
    pairs = [[cell for cell in row if cell is not None and cell.lines] for row in rows]
    pairs = [pair for pair in pairs if len(pair) == 2]
    if len(pairs) < max(1, len(rows) - 1) or max(map(len, rows)) > 3:
        return False
    labels = [pair[0] for pair in pairs]
    marked = sum(
        label.text.rstrip().endswith(":") or (label.is_bold and not pair[1].is_bold)
        for label, pair in zip(labels, pairs, strict=True)
    )
    return marked * 2 > len(labels)


def is_figure(text: str) -> bool:
    """Return whether the words of a cell are a figure, or say that there is none."""
    return _FIGURE.fullmatch(text) is not None


def is_worded_row(row: Sequence[Cell | None]) -> bool:
    """Return whether most cells of a row are filled and none is a figure, years aside."""
    texts = [cell.text for cell in row if cell is not None and cell.lines]
    is_filled = len(texts) * 2 > len(row)
    return is_filled and not any(is_figure(text) and not _YEAR.fullmatch(text) for text in texts)


def _has_figures(row: Sequence[Cell | None]) -> bool:
    """Return whether a cell of the row is a figure."""
    return any(cell is not None and is_figure(cell.text) for cell in row)


def _column_heads(rows: Sequence[Sequence[Cell | None]], col: int) -> Iterator[str]:
    """Yield the heads over a column, a spanning one for every column that it spans."""
    for row in rows:
        place = min(col, len(row) - 1)
        while place > 0 and row[place] is None:
            place -= 1
        cell = row[place]
        if cell is not None and cell.text:
            yield cell.text


def _unique(texts: Iterator[str]) -> list[str]:
    """Return texts without immediate repetition."""
    return list(dict.fromkeys(texts))


def _headed(
    rows: Sequence[Sequence[Cell | None]], head_rows: int, heads: Sequence[str]
) -> Iterator[Cell]:
    """Yield the cells that hold words, in reading order, with their heads."""
    for row in rows:
        first = next((cell for cell in row if cell is not None and cell.lines), None)
        label = first.text.rstrip(":") if first and not is_figure(first.text) else ""
        for cell in row:
            if cell is None or not cell.lines:
                continue
            is_head = cell.row < head_rows or (cell is first and bool(label) and cell.col == 0)
            yield Cell(
                cell.lines,
                cell.row,
                cell.col,
                row_head="" if is_head else label,
                col_head="" if cell.row < head_rows else heads[cell.col],
                is_head=is_head,
            )
