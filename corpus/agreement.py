"""Measure how far two careful readers agree: ``python corpus/agreement.py``; the ceiling of scores.

The second annotation of a report (``second/``) is scored against the first (``gold/``) as if it
were a prediction; the board is printed, and the figures are written to ``agreement.json``.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent
sys.path.insert(0, str(CORPUS / "render"))

from source import printed, read_source  # noqa: E402

from csp_extract.evaluate import board_of, write_board  # noqa: E402
from csp_extract.evaluate.locate import locate  # noqa: E402
from csp_extract.evaluate.rows import (  # noqa: E402
    TABLES,
    GoldRow,
    PredictedReport,
    PredictedRow,
    read_gold,
)
from csp_extract.evaluate.score import COLUMNS, score_report  # noqa: E402


def main() -> None:
    """Print the agreement on all reports that were annotated twice."""
    first, second = read_gold(CORPUS / "gold"), read_gold(CORPUS / "second")
    scores = [score_report(name, first[name], _as_run(name, rows)) for name, rows in second.items()]
    board = board_of(scores, {score.name: score.name.split("-")[0] for score in scores})
    print(write_board(board), end="")
    (CORPUS / "agreement.json").write_text(json.dumps(board, indent=1) + "\n", "utf-8")


def _as_run(name: str, rows: Sequence[GoldRow]) -> PredictedReport:
    """Return an annotation as a run would have it."""
    file = next((CORPUS / "reports").glob(f"*/{name}.md"))
    text = "\n".join(printed(read_source(file).blocks))
    tables = {table: _rows(table, rows, text) for table in TABLES}
    about = next(row.values for row in rows if row.table == "report")
    return PredictedReport(name, text, _cells("report", about), tables)


def _rows(table: str, rows: Sequence[GoldRow], text: str) -> tuple[PredictedRow, ...]:
    """Return the annotations of one table at their places, each place used once."""
    own = [row for row in rows if row.table == table and not row.is_optional]
    used: set[tuple[int, int]] = set()
    found: list[PredictedRow] = []
    for number, (row, places) in enumerate(zip(own, locate(own, text), strict=True)):
        place = next((place for place in places if place not in used), None)
        if place is None:
            continue
        used.add(place)
        cells = _cells(table, row.values)
        words = {"text": row.quote, "para": row.para, "source": "second annotator"}
        found.append(PredictedRow(table, f"{table}{number}", *place, {**cells, **words}))
    return tuple(found)


def _cells(table: str, values: Mapping[str, Any]) -> dict[str, str]:
    """Return values as a table writes them."""
    names = {*COLUMNS[table], "start", "end", "edtf", "value", "value_max", "verb", "name"}
    cells = dict.fromkeys(names, "")
    for name, value in values.items():
        cells[name] = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return cells


if __name__ == "__main__":
    main()
