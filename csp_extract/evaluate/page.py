"""The board as a page: every error with the words around it."""

import html
from collections.abc import Iterable, Mapping
from typing import Any

from csp_extract.evaluate.board import write_board
from csp_extract.evaluate.score import Lapse

_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; color: #222 }
pre { background: #f4f5f8; padding: 1rem; overflow-x: auto }
table { border-collapse: collapse; width: 100% } th { text-align: left; background: #eef }
td, th { border-bottom: 1px solid #ddd; padding: .3rem .5rem; vertical-align: top }
.missed { color: #a33 } .spurious { color: #a60 }
"""


def write_page(board: Mapping[str, Any], lapses: Iterable[Lapse]) -> str:
    """Return a page that needs nothing else: the board, then the errors table by table."""
    by_table: dict[str, list[Lapse]] = {}
    for lapse in lapses:
        by_table.setdefault(lapse.table, []).append(lapse)
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Scores</title>',
        f"<style>{_STYLE}</style></head><body><h1>Scores against gold</h1>",
        f"<pre>{html.escape(write_board(board))}</pre>",
    ]
    for table, rows in by_table.items():
        parts.append(f"<h2>{html.escape(table)}: {len(rows)} errors</h2><table><thead><tr>")
        heads = ("report", "para", "what", "wanted", "got", "in the report")
        parts.append("".join(f"<th>{head}</th>" for head in heads))
        parts.append("</tr></thead><tbody>" + "".join(map(_row, rows)) + "</tbody></table>")
    return "".join(parts) + "</body></html>\n"


def _row(lapse: Lapse) -> str:
    """Return an error as a row."""
    kind = lapse.kind if lapse.kind in {"missed", "spurious"} else "column"
    cells = (lapse.report, lapse.para, lapse.kind, lapse.wanted, lapse.got, lapse.around)
    return (
        f'<tr class="{kind}">'
        + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)
        + "</tr>"
    )
