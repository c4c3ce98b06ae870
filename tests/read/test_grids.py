"""Ruled tables are found by their lines, and pages without rules have none."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

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
