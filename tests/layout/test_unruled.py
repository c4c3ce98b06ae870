"""Tables without rules whose columns come near one another, or that stand one upon another."""

from typing import Any

from csp_extract.layout import lay_out
from csp_extract.records import BlockKind, Report


def _table(report: Report) -> list[tuple[int, int, int, str]]:
    return [
        (block.table, block.row, block.col, report.slice(block))
        for block in report.blocks
        if block.kind is BlockKind.CELL
    ]


def test_words_near_the_figures_before_them_are_a_column(page_of: Any, line: Any) -> None:
    """Figures end at the right of their column; a white strip parts them from the next."""
    rows = [("Measure", "Change", "RAG"), ("Thefts", "-6.5%", "Green"), ("Fires", "+41.2%", "Red")]
    rows.append(("Calls", "0.0%", "Amber"))
    lines = [
        part
        for at, (name, change, rag) in enumerate(rows)
        for part in (
            line(name, 60, 200 + 18 * at, is_bold=not at),
            line(change, 300 - 5.5 * len(change), 200 + 18 * at, is_bold=not at),
            line(rag, 310, 200 + 18 * at, is_bold=not at),
        )
    ]
    cells = _table(lay_out([page_of(lines)]))
    assert [cell[1:] for cell in cells[3:6]] == [(1, 0, "Thefts"), (1, 1, "-6.5%"), (1, 2, "Green")]


def test_a_second_head_begins_a_second_table(page_of: Any, line: Any) -> None:
    """Bold words in all columns, once rows stand above that are not bold."""
    rows = [("Coming in", "£"), ("Grant", "5,500"), ("Total", "5,500"), ("Going out", "£")]
    rows += [("Marshals", "3,000"), ("Lamps", "2,500")]
    lines = [
        line(text, x, 200 + 18 * at, is_bold=row[1] == "£")
        for at, row in enumerate(rows)
        for x, text in zip((60, 300), row, strict=True)
    ]
    cells = _table(lay_out([page_of(lines)]))
    assert [cell[0] for cell in cells] == [0] * 6 + [1] * 6
