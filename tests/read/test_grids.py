"""Ruled tables are found by their lines, and pages without rules have none."""

from collections.abc import Callable

import pytest
from pdfplumber import table
from reportlab.pdfgen.canvas import Canvas

from csp_extract.read.grids import _as_plumbed, _cells
from csp_extract.records import Page

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


def test_cells_are_those_of_pdfplumber(page_of: PageOf) -> None:
    """The faster search finds the same rectangles, in the same order."""

    def draw(canvas: Canvas) -> None:
        canvas.grid([72, 150, 272, 372], [700, 680, 660, 640])
        canvas.rect(72, 400, 300, 90)
        canvas.line(72, 450, 200, 450)
        canvas.line(200, 400, 200, 450)

    merged = table.merge_edges([_as_plumbed(edge) for edge in page_of(draw).edges], 3, 3, 3, 3)
    crossings = table.edges_to_intersections(merged, 3, 3)
    assert _cells(crossings) == table.intersections_to_cells(crossings)
