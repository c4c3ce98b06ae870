"""Ruled tables are found by their lines, and pages without rules have none."""

from collections.abc import Callable
from typing import Any

import pytest
from pdfplumber import table
from reportlab.pdfgen.canvas import Canvas

from csp_extract.records import Edge, Page

PageOf = Callable[[Callable[[Canvas], None]], Page]


def _table(canvas: Canvas) -> None:
    """Draw a table of two columns and three rows."""
    canvas.grid([72, 272, 372], [700, 680, 660, 640])
    for row, (left, right) in enumerate((("Item", "Cost"), ("Lamps", "£900"), ("Locks", "£450"))):
        canvas.drawString(76, 686 - 20 * row, left)
        canvas.drawString(276, 686 - 20 * row, right)


def test_a_ruled_table_is_a_grid(page_of: PageOf) -> None:
    """Three rows of two cells, placed as drawn."""
    page = page_of(_table)
    (grid,) = page.grids
    assert grid.is_ruled
    assert [len(row) for row in grid.rows] == [2, 2, 2]
    assert grid.rows[0][0] == pytest.approx((72, page.height - 700, 272, page.height - 680), abs=1)


def test_a_rule_under_a_heading_is_no_table(page_of: PageOf) -> None:
    """A level line alone makes no cells."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Purpose")
        canvas.line(72, 696, 400, 696)

    page = page_of(draw)
    assert not page.grids
    assert len(page.edges) == 1


def test_a_row_without_a_rule_at_its_end_is_a_row(page_of: PageOf) -> None:
    """Some producers print the sides of a row that goes on over the page, and nothing below."""

    def draw(canvas: Canvas) -> None:
        canvas.grid([72, 172, 272], [700, 680, 660])
        for x in (72, 172, 272):
            canvas.line(x, 660, x, 645)
        canvas.drawString(76, 650, "Lamps")

    (grid,) = page_of(draw).grids
    assert len(grid.rows) == 3


def test_tables_are_those_of_pdfplumber(page_of: PageOf) -> None:
    """The faster search finds the same cells, of lines in pieces, near misses and spans, too."""

    def draw(canvas: Canvas) -> None:
        canvas.grid([72, 150, 272, 372], [700, 680, 660, 640])
        canvas.rect(72, 400, 300, 90)
        canvas.line(72, 450, 200, 451.5)
        canvas.line(200, 402, 200, 425)
        canvas.line(201, 426, 201, 450)
        canvas.rect(400, 100, 50, 50)

    page = page_of(draw)
    edges = [_as_plumbed(edge) for edge in page.edges]
    crossings = table.edges_to_intersections(table.merge_edges(edges, 3, 3, 3, 3), 3, 3)
    theirs = table.cells_to_tables(table.intersections_to_cells(crossings))
    ours = [{cell for row in grid.rows for cell in row if cell} for grid in page.grids]
    assert ours == [set(cells) for cells in theirs]
    assert [len(cells) for cells in ours] == [9, 3]


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
