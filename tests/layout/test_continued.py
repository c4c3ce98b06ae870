"""Tables that are broken between pages or columns are one table, with nothing lost."""

from collections.abc import Sequence
from typing import Any

from csp_extract.layout import lay_out
from csp_extract.records import BlockKind, Grid, Page, Report

_HEAD = ("Action", "Owner")
_WIDTH = 120.0


def _grid(rows: int, x0: float, top: float) -> Grid:
    return Grid(
        tuple(
            tuple(
                (left, top + 20.0 * row, left + _WIDTH, top + 20.0 * (row + 1))
                for left in (x0, x0 + _WIDTH)
            )
            for row in range(rows)
        ),
        is_ruled=True,
    )


def _rows(line: Any, rows: Sequence[Sequence[str]], x0: float, top: float) -> list[Any]:
    return [
        line(text, x0 + 4 + _WIDTH * column, top + 15 + 20 * row, is_bold=tuple(cells) == _HEAD)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]


def _table(report: Report) -> list[tuple[int, int, int, str]]:
    return [
        (block.table, block.row, block.col, report.slice(block))
        for block in report.blocks
        if block.kind is BlockKind.CELL
    ]


def _pages(page_of: Any, line: Any, *parts: Sequence[Sequence[str]]) -> list[Page]:
    return [
        page_of(_rows(line, rows, 60, 200), number)._replace(grids=(_grid(len(rows), 60, 200),))
        for number, rows in enumerate(parts, 1)
    ]


def test_rest_of_a_row_goes_to_its_cells(page_of: Any, line: Any) -> None:
    """Words that go on a cell of the page before are no row of their own."""
    pages = _pages(
        page_of,
        line,
        [_HEAD, ("Fit lamps", "Warden"), ("Mend the fence by the", "Parks")],
        [_HEAD, ("old mill", ""), ("Paint", "Porter")],
    )
    report = lay_out(pages)
    assert _table(report)[4:] == [
        (0, 2, 0, "Mend the fence by the old mill"),
        (0, 2, 1, "Parks"),
        (0, 3, 0, "Paint"),
        (0, 3, 1, "Porter"),
    ]
    owners = [block.row_head for block in report.blocks if report.slice(block) == "Parks"]
    assert owners == ["Mend the fence by the old mill"]


def test_a_head_alone_at_the_foot_of_a_page_is_that_of_the_next(page_of: Any, line: Any) -> None:
    """So is a single row of a table that the page before holds."""
    report = lay_out(_pages(page_of, line, [_HEAD], [("Fit", "Warden"), ("Mend", "Clerk")]))
    heads = {report.slice(block): block.col_head for block in report.blocks}
    assert heads["Warden"] == "Owner"
    report = lay_out(_pages(page_of, line, [_HEAD, ("Fit", "Warden")], [("Mend", "Clerk")]))
    assert _table(report)[-1] == (0, 2, 1, "Clerk")


def test_table_goes_on_in_the_next_column(page_of: Any, line: Any) -> None:
    """It repeats its head there, which is said once."""
    left = [_HEAD, ("Fit", "Warden")]
    right = [_HEAD, ("Mend", "Clerk")]
    page = page_of([*_rows(line, left, 40, 600), *_rows(line, right, 310, 100)])
    page = page._replace(grids=(_grid(2, 310, 100), _grid(2, 40, 600)))
    cells = _table(lay_out([page]))
    assert cells[2:] == [
        (0, 1, 0, "Fit"),
        (0, 1, 1, "Warden"),
        (0, 2, 0, "Mend"),
        (0, 2, 1, "Clerk"),
    ]


def test_two_tables_one_above_the_other_stay_two(page_of: Any, line: Any) -> None:
    """On one page and in one column, a head begins a table."""
    first, second = [_HEAD, ("Fit", "Warden")], [_HEAD, ("Mend", "Clerk")]
    page = page_of([*_rows(line, first, 60, 200), *_rows(line, second, 60, 260)])
    page = page._replace(grids=(_grid(2, 60, 200), _grid(2, 60, 260)))
    assert {table for table, *_ in _table(lay_out([page]))} == {0, 1}
