"""Tables that go on over the end of a page or a column: one table, its heads said once."""

from collections.abc import Sequence
from dataclasses import replace

from csp_extract.layout.chunks import Chunk
from csp_extract.layout.tables import SAME_PT, Cell, Table, with_heads

_OPENINGS = "(["
_STOPS = (".", ":", ";", "!", "?")


def continues(last: Table, table: Table) -> bool:
    """Return whether a table goes on from the page or the column before.

    It has the same columns in the same places; or it repeats the heads over columns as wide.
    """
    if table.page - last.page not in {0, 1} or len(table.lefts) != len(last.lefts):
        return False
    steps = [one - two for one, two in zip(table.lefts, last.lefts, strict=True)]
    if max(steps) - min(steps) >= SAME_PT:
        return False
    if table.page > last.page and max(map(abs, steps)) < SAME_PT:
        return True
    is_after = table.page > last.page or steps[0] > last.lefts[-1] - last.lefts[0]
    return is_after and last.head_rows > 0 and _heads(table, last) == _heads(last, last)


def _heads(table: Table, first: Table) -> list[str]:
    """Return the words of as many rows at the top of a table as are heads of its first part."""
    return [cell.text for row in table.rows[: first.head_rows] for cell in row if cell]


def without_repeated_head(last: Table, table: Table) -> Table:
    """Return the part of a table that goes on, with the heads of the part before."""
    heads, again = _heads(last, last), _heads(table, last)
    kept = tuple(
        tuple(cell and replace(cell, row=number) for cell in row)
        for number, row in enumerate(
            table.rows[last.head_rows :] if heads == again else table.rows, last.head_rows
        )
    )
    both = with_heads(replace(table, rows=(*last.rows[: last.head_rows], *kept)), last.head_rows)
    old = {id(cell.lines) for row in last.rows[: last.head_rows] for cell in row if cell}
    new = [cell for cell in both.cells if id(cell.lines) not in old]
    above = max((cell.row for cell in last.cells), default=-1)
    step = above + 1 - min((cell.row for cell in new), default=0)
    cells = tuple(replace(cell, row=cell.row + step) for cell in new)
    return replace(both, cells=cells)


def completed(chunks: Sequence[Chunk], cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Give the rest of a row that was broken between two pages to the cells that it belongs to.

    Returns the cells of the rows below. All words of a rest go on a cell above that is open.
    """
    top = min((cell.row for cell in cells), default=0)
    rest = [cell for cell in cells if cell.row == top]
    above = _last_row(chunks)
    if not rest or not all(_goes_over(above.get(cell.col), cell) for cell in rest):
        return tuple(cells)
    for cell in rest:
        _complete(above, cell)
    return tuple(replace(cell, row=cell.row - 1) for cell in cells if cell.row > top)


def _last_row(chunks: Sequence[Chunk]) -> dict[int, Chunk]:
    """Return the cells of the row that ends a table, by their columns."""
    found: dict[int, Chunk] = {}
    for chunk in reversed(chunks):
        last = chunks[-1].cell
        if chunk.cell is None or last is None or chunk.cell.row != last.row:
            break
        found[chunk.cell.col] = chunk
    return found


def _goes_over(chunk: Chunk | None, cell: Cell) -> bool:
    """Return whether the words of a cell go on those of a cell that ended the page before."""
    if chunk is None or chunk.cell is None or chunk.cell.is_head != cell.is_head:
        return False
    is_open = not chunk.text.endswith(_STOPS)
    return is_open and (cell.text[0].islower() or cell.text[0] in _OPENINGS)


def _complete(row: dict[int, Chunk], cell: Cell) -> None:
    """Add words to a cell of a row, and to the label of the row where they are a part of that."""
    own = row[cell.col]
    label = own.text.rstrip(":")
    for line in cell.lines:
        own.grow(line)
    for chunk in row.values():
        if chunk.cell is not None and chunk.cell.row_head == label:
            chunk.cell = replace(chunk.cell, row_head=own.text.rstrip(":"))
