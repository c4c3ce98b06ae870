"""Tables without ruling lines: lines side by side in the same places over several rows.

Prose is never a table: the stream must give the cells row by row, the columns must stay clear of
one another, and the first row must look like a head, or the first column like the labels of a form.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import pairwise

from csp_extract.layout.labels import is_label_line
from csp_extract.layout.line import Line
from csp_extract.layout.tables import Cell, Table, is_figure, is_form, is_worded_row, with_heads

_LEVEL_EM = 0.45
_WRAPS = 5  # lines of a cell that may stand between two rows
_NEAR_PT = 4.0
_LOOSE_LINES = 3.5  # a wider step down ends a table
_FEWEST = 3  # rows that tell where columns part, and where another table begins
_WHITE_PT = 4.0  # the least white between two columns; words of a line stand nearer
_WIDE = 4  # heads that make a table of a single row, where a page ends after it
_WORDS = 14  # a cell longer on average is no cell of a table without rules

_NUMBER = re.compile(r"\d{1,3}")


@dataclass
class _Region:
    """Lines of a would-be table, row by row and band by band."""

    rows: list[dict[int, list[Line]]] = field(default_factory=list)
    bands: list[tuple[float, float]] = field(default_factory=list)


def cut_unruled(lines: Sequence[Line]) -> list[Line | Table]:
    """Return the lines of a page with those that make a table without rules put together."""
    items: list[Line | Table] = []
    place = 0
    while place < len(lines):
        length, table = _table_at(lines[place:])
        if table is not None:
            items.append(table)
            place += length
        else:
            items.append(lines[place])
            place += 1
    return items


def _table_at(lines: Sequence[Line]) -> tuple[int, Table | None]:
    """Return how many lines a table takes that begins with the first line, and the table."""
    chain = _chain(lines)
    if len(chain) < 2:
        return 0, None
    region = _Region([], [(line.x0, line.x1) for line in chain])
    length = _grow(region, lines)
    _part_bands(region)
    rows = _cells(region)
    if not _is_table(rows):
        return 0, None
    lefts = tuple(left for left, _ in region.bands)
    return length, with_heads(Table(lines[0].page, rows, lefts))


def _chain(lines: Sequence[Line]) -> list[Line]:
    """Return the lines at the start that stand side by side on one baseline."""
    chain = list(lines[:1])
    for line in lines[1:]:
        last = chain[-1]
        is_level = abs(line.bottom - last.bottom) <= _LEVEL_EM * max(line.size, last.size)
        if line.page != last.page or not is_level or line.x0 <= last.x1:
            break
        chain.append(line)
    return chain


def _grow(region: _Region, lines: Sequence[Line]) -> int:
    """Add rows to a region as long as they fit its bands; return the lines it takes."""
    length = wraps = 0
    last_band: int | None = None
    pending: list[Line] = []
    while length + len(pending) < len(lines):
        rest = lines[length + len(pending) :]
        chain = _chain(rest)
        if region.rows and not _is_below(_lowest(region, pending), rest[0]):
            break
        if not pending and _begins_another(region, chain):
            break
        _open_left(region, chain[0])
        places = [_band(region, line) for line in chain]
        if None in places or len(set(places)) < len(places):
            break
        pending.extend(chain)
        wraps = wraps + 1 if len(chain) == 1 and places[0] == last_band else 0
        last_band = places[-1]
        if wraps > _WRAPS:
            break
        if len(chain) > 1:
            _add(region, pending)
            length += len(pending)
            pending = []
    return length + _add_tail(region, pending)


def _begins_another(region: _Region, chain: Sequence[Line]) -> bool:
    """Return whether a row of bold words in all columns is the head of the next table."""
    if len(region.rows) < _FEWEST or len(chain) < len(region.bands):
        return False
    body = [line for row in region.rows[1:] for cell in row.values() for line in cell]
    return all(line.is_bold and not is_figure(line.text) for line in chain) and not all(
        line.is_bold for line in body
    )


def _part_bands(region: _Region) -> None:
    """Part every band through which a white strip runs from the first row to the last.

    Figures that end at the right of their column come near the words of the next.
    """
    for at in reversed(range(len(region.bands))):
        cells = [row[at] for row in region.rows if at in row]
        middle = _strip([cell[0] for cell in cells])
        if len(cells) < _FEWEST or middle is None:
            continue
        left, right = region.bands[at]
        region.bands[at : at + 1] = [(left, middle), (middle, right)]
        region.rows = [_parted(row, at, middle) for row in region.rows]


def _parted(row: dict[int, list[Line]], at: int, middle: float) -> dict[int, list[Line]]:
    """Return a row with the cell of one band parted at a place across the page."""
    parted = {band + (band > at): cell for band, cell in row.items() if band != at}
    for line in row.get(at, ()):
        count = sum(word.x0 < middle for word in line.words)
        for band, words in ((at, line.words[:count]), (at + 1, line.words[count:])):
            if words:
                parted.setdefault(band, []).append(replace(line, words=words))
    return dict(sorted(parted.items()))


def _strip(lines: Sequence[Line]) -> float | None:
    """Return the middle of the white strip that parts the words of all lines, if there is one."""
    gaps = [
        [(one.x1, two.x0) for one, two in pairwise(line.words) if two.x0 - one.x1 > _WHITE_PT]
        for line in lines
    ]
    for gap in gaps[0] if gaps else ():
        left, right = reduce(_common, gaps[1:], gap)
        if right - left > _WHITE_PT:
            return (left + right) / 2
    return None


def _common(strip: tuple[float, float], gaps: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the widest part of a strip that is white in a line with these gaps, too."""
    parts = [(max(strip[0], left), min(strip[1], right)) for left, right in gaps]
    return max(parts, key=lambda part: part[1] - part[0], default=(0.0, 0.0))


def _lowest(region: _Region, pending: Sequence[Line]) -> Line:
    """Return the lowest line of the row so far: the cell with most lines, not the last one."""
    row = [line for cell in region.rows[-1].values() for line in cell] if region.rows else []
    return max((*row, *pending), key=lambda line: line.bottom)


def _is_below(above: Line, line: Line) -> bool:
    """Return whether a line stands near and not far above the line before it in the stream."""
    step = (line.bottom - above.bottom) / max(line.size, 1.0)
    return above.page == line.page and -1.4 * _WRAPS < step < _LOOSE_LINES


def _band(region: _Region, line: Line) -> int | None:
    """Return the band that a line fits into, widening it; ``None`` where it meets none or two."""
    met = [
        at
        for at, (left, right) in enumerate(region.bands)
        if line.x0 < right + _NEAR_PT and line.x1 > left - _NEAR_PT
    ]
    if len(met) != 1:
        return None
    at = met[0]
    left, right = region.bands[at]
    region.bands[at] = min(left, line.x0), max(right, line.x1)
    return at


def _open_left(region: _Region, line: Line) -> None:
    """Add a band to the left for the first row label under heads without a corner cell."""
    is_new = line.x1 < region.bands[0][0] - _NEAR_PT
    if is_new and all(len(row) == len(region.bands) for row in region.rows) and region.rows:
        region.bands.insert(0, (line.x0, line.x1))
        region.rows = [{at + 1: cell for at, cell in row.items()} for row in region.rows]


def _add(region: _Region, lines: Sequence[Line]) -> None:
    """Add lines in stream order: a row begins where the stream comes back to the left."""
    last = max(region.rows[-1], default=-1) if region.rows else len(region.bands)
    for line in lines:
        at = _band(region, line)
        if at is None:
            continue
        if at < last:
            region.rows.append({})
        region.rows[-1].setdefault(at, []).append(line)
        last = at


def _add_tail(region: _Region, pending: Sequence[Line]) -> int:
    """Add lines under the last cell of the last row, or beside it; return how many."""
    if not region.rows:
        return 0
    row = region.rows[-1]
    last = max(row)
    top = min(line.top for cell in row.values() for line in cell)
    for count, line in enumerate(pending):
        at = _band(region, line)
        is_beside = at is not None and at > last and abs(line.top - top) < _LEVEL_EM * line.size
        if is_beside:
            last = at or last
            row[last] = [line]
            continue
        cell = row[last]
        is_near = 0 < line.bottom - cell[-1].bottom < 1.4 * line.size
        if last == 0 or not is_near or abs(line.x0 - cell[0].x0) > _NEAR_PT:
            return count
        cell.append(line)
    return len(pending)


def _cells(region: _Region) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of a region as cells, empty ones without lines."""
    return tuple(
        tuple(Cell(tuple(row.get(at, ())), number, at) for at in range(len(region.bands)))
        for number, row in enumerate(region.rows)
    )


def _is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    """Return whether rows look like a table with a head, or like a form."""
    if len(rows) < 2 or all(_is_lone_label(row[0]) for row in rows):
        return False
    body = [cell for row in rows[1:] for cell in row if cell.lines]
    if sum(len(cell.text.split()) for cell in body) > _WORDS * len(body):
        return False
    if is_form(rows):
        return True
    values = [cell for row in rows[1:] for cell in row[1:] if cell.lines]
    figures = sum(is_figure(cell.text) for cell in values)
    head = [cell for cell in rows[0] if cell.lines]
    is_set_off = all(cell.is_bold for cell in head) and not all(cell.is_bold for cell in body)
    is_worded = is_worded_row(rows[0])
    is_filled = len([cell for cell in rows[0][1:] if cell.lines]) == len(rows[0]) - 1
    if is_set_off:
        is_wide = len(head) >= _WIDE
        return bool(values) and (len(rows) > 2 or is_wide or figures == len(values))
    return is_filled and is_worded and len(rows) > 2 and figures > 0.7 * len(values)


def _is_lone_label(cell: Cell) -> bool:
    """Return whether a cell is nothing but the printed number or bullet of a paragraph."""
    return bool(cell.lines) and all(
        is_label_line(line) or _NUMBER.fullmatch(line.text) for line in cell.lines
    )
