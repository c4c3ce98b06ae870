"""Ruled tables: pdfplumber's table functions over PDFium's edges.

The functions find the same tables as pdfplumber's own ``find_tables`` and cost a fraction, since
the page need not be parsed a second time.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from csp_extract.records import Edge, Grid

Cell = tuple[float, float, float, float]
Point = tuple[float, float]

_FEW = 2  # level and upright lines that the least table has
_SIDES = 3  # upright lines that end together where a table of two columns is broken
_SNAP_PT = 3.0
_JOIN_PT = 3.0
_CROSS_PT = 3.0
_MANY = 4_000  # edges on a page: a drawing; the search would take minutes


def grids_of(edges: Sequence[Edge]) -> tuple[Grid, ...]:
    """Return the ruled tables that the edges draw, from top to bottom; mostly there are none."""
    level = sum(edge.is_horizontal for edge in edges)
    if min(level, len(edges) - level) < _FEW or len(edges) > _MANY:
        return ()
    return tuple(sorted((_grid(cells) for cells in _tables(edges)), key=_place))


def _tables(edges: Sequence[Edge]) -> list[list[Cell]]:
    """Return the cells of each table."""
    from pdfplumber import table  # noqa: PLC0415 slow to load, and most pages draw no table

    merged = table.merge_edges(
        [_as_plumbed(edge) for edge in edges], _SNAP_PT, _SNAP_PT, _JOIN_PT, _JOIN_PT
    )
    merged += [_as_plumbed(edge) for edge in _closing(merged)]
    crossings = table.edges_to_intersections(merged, _CROSS_PT, _CROSS_PT)
    found: list[list[Cell]] = table.cells_to_tables(_cells(crossings))
    return found


def _closing(edges: Sequence[Mapping[str, Any]]) -> Iterator[Edge]:
    """Yield the level edges that tables lack where they go on over the end of a page or a column.

    Some producers print the sides of a row that is broken there, and nothing across its end.
    """
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    level = [edge for edge in edges if edge["orientation"] == "h"]
    for end in ("top", "bottom"):
        for place in {edge[end] for edge in upright}:
            sides = [edge["x0"] for edge in upright if edge[end] == place]
            left, right = min(sides), max(sides)
            across = [
                edge for edge in level if edge["x0"] < right and edge["x1"] > left + _CROSS_PT
            ]
            is_open = not any(abs(edge["top"] - place) <= _CROSS_PT for edge in across)
            if len(sides) >= _SIDES and len(across) >= _FEW and is_open:
                yield Edge(left, place, right, place)


def _cells(crossings: Mapping[Point, Mapping[str, Sequence[Mapping[str, Any]]]]) -> list[Cell]:
    """Return the least rectangle that begins at each crossing and whose corners edges join.

    They are those of pdfplumber's ``intersections_to_cells``, which looks through all crossings and
    takes their edges apart for each pair anew.
    """
    upright, level = (
        {point: {id(edge) for edge in edges[way]} for point, edges in crossings.items()}
        for way in "vh"
    )
    columns: defaultdict[float, list[Point]] = defaultdict(list)
    rows: defaultdict[float, list[Point]] = defaultdict(list)
    cells: list[Cell] = []
    for point in sorted(crossings, reverse=True):
        x, y = point
        below = [other for other in reversed(columns[x]) if upright[point] & upright[other]]
        right = [other for other in reversed(rows[y]) if level[point] & level[other]]
        columns[x].append(point)
        rows[y].append(point)
        corners = (
            (x, y, across[0], down[1])
            for down in below
            for across in right
            if level[down] & level.get((across[0], down[1]), set())
            and upright[across] & upright[across[0], down[1]]
        )
        cells.extend(islice(corners, 1))
    return cells[::-1]


def _as_plumbed(edge: Edge) -> dict[str, Any]:
    """Return an edge as pdfplumber has it."""
    return {
        "x0": edge.x0,
        "x1": edge.x1,
        "top": edge.top,
        "bottom": edge.bottom,
        "width": edge.x1 - edge.x0,
        "height": edge.bottom - edge.top,
        "orientation": "h" if edge.is_horizontal else "v",
    }


def _grid(cells: list[Cell]) -> Grid:
    """Return cells by row and column; a place that a spanning cell covers holds ``None``."""
    tops = sorted({cell[1] for cell in cells})
    lefts = sorted({cell[0] for cell in cells})
    by_corner = {(cell[1], cell[0]): cell for cell in cells}
    return Grid(
        tuple(tuple(by_corner.get((top, left)) for left in lefts) for top in tops), is_ruled=True
    )


def _place(grid: Grid) -> tuple[float, float]:
    """Return the top left corner of a grid, top first."""
    first = next(cell for row in grid.rows for cell in row if cell is not None)
    return first[1], first[0]
