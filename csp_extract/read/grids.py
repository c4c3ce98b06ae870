"""Ruled tables: the cells that ruling lines make, and the tables that touching cells make.

They are the tables of pdfplumber's ``find_tables``, found among PDFium's edges, so that the page
need not be parsed a second time.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from csp_extract.read.crossings import CROSS_PT, Crossing, Point, Rules, crossings_of, rules_of
from csp_extract.records import Edge, Grid

Cell = tuple[float, float, float, float]

_FEW = 2  # level and upright lines that the least table has
_SIDES = 3  # upright lines that end together where a table of two columns is broken
_MANY = 4_000  # edges on a page: a drawing; the search would take minutes


def grids_of(edges: Sequence[Edge]) -> tuple[Grid, ...]:
    """Return the ruled tables that the edges draw, from top to bottom; mostly there are none."""
    level = sum([edge.is_horizontal for edge in edges])
    if min(level, len(edges) - level) < _FEW or len(edges) > _MANY:
        return ()
    rules = rules_of(edges)
    rules.level.extend(_closing(rules))
    cells = _cells(crossings_of(rules))
    return tuple(sorted((_grid(own) for own in _tables(cells)), key=_place))


def _closing(rules: Rules) -> Iterator[Edge]:
    """Yield the level edges that tables lack where they go on over the end of a page or a column.

    Some producers print the sides of a row that is broken there, and nothing across its end.
    """
    level = list(rules.level)
    for end in (1, 3):  # top and bottom
        for place in {edge[end] for edge in rules.upright}:
            sides = [edge.x0 for edge in rules.upright if edge[end] == place]
            left, right = min(sides), max(sides)
            across = [edge for edge in level if edge.x0 < right and edge.x1 > left + CROSS_PT]
            is_open = not any(abs(edge.top - place) <= CROSS_PT for edge in across)
            if len(sides) >= _SIDES and len(across) >= _FEW and is_open:
                yield Edge(left, place, right, place)


def _cells(crossings: Mapping[Point, Crossing]) -> list[Cell]:
    """Return the least rectangle that begins at each crossing and whose corners edges join.

    They are those of pdfplumber's ``intersections_to_cells``.
    """
    columns: defaultdict[float, list[Point]] = defaultdict(list)
    rows: defaultdict[float, list[Point]] = defaultdict(list)
    cells: list[Cell] = []
    for point in sorted(crossings, reverse=True):
        cell = _cell(crossings, point, columns[point[0]], rows[point[1]])
        if cell is not None:
            cells.append(cell)
        columns[point[0]].append(point)
        rows[point[1]].append(point)
    return cells


def _cell(
    crossings: Mapping[Point, Crossing],
    point: Point,
    below: Sequence[Point],
    right: Sequence[Point],
) -> Cell | None:
    """Return the least rectangle that begins at a crossing; the nearest others come last."""
    upright, level = crossings[point]
    across = [other for other in reversed(right) if level & crossings[other].level]
    for down in reversed(below) if across else ():
        if not upright & crossings[down].upright:
            continue
        for other in across:
            corner = crossings.get((other[0], down[1]))
            if (
                corner is not None
                and crossings[down].level & corner.level
                and crossings[other].upright & corner.upright
            ):
                return (*point, other[0], down[1])
    return None


def _tables(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Yield the cells of each table: those that touch at corners. One cell alone is a frame."""
    at_corner: defaultdict[Point, list[Cell]] = defaultdict(list)
    for cell in cells:
        for corner in _corners(cell):
            at_corner[corner].append(cell)
    left = dict.fromkeys(cells)
    while left:
        table = [left.popitem()[0]]
        for cell in table:  # it grows meanwhile
            for corner in _corners(cell):
                for other in at_corner.pop(corner, ()):
                    if other in left:
                        del left[other]
                        table.append(other)
        if len(table) > 1:
            yield table


def _corners(cell: Cell) -> tuple[Point, ...]:
    """Return the corners of a cell."""
    x0, top, x1, bottom = cell
    return (x0, top), (x0, bottom), (x1, top), (x1, bottom)


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
