"""Predictions against gold: precision, recall and F1 per family, by the annotation guide."""

from pathlib import Path

from csp_extract.evaluate.board import board_of, write_board, write_lapses
from csp_extract.evaluate.rows import read_gold, read_predicted
from csp_extract.evaluate.score import Lapse, ReportScore, score_report

__all__ = ["Lapse", "ReportScore", "board_of", "score_run", "write_board", "write_lapses"]


def score_run(
    gold: Path, out: Path, names: frozenset[str] | None = None
) -> tuple[ReportScore, ...]:
    """Return the score of every report with gold, in the order of their names.

    ``gold`` is a folder of ``NAME.gold.jsonl`` or one such file, ``out`` the folder of a run;
    reports are tied by the name of their PDF. ``names`` limits the board to some reports.

    Raises:
        WrongCallError: there is no gold, or no run.
    """
    wanted = read_gold(gold)
    predicted = read_predicted(out)
    return tuple(
        score_report(name, rows, predicted.get(name))
        for name, rows in sorted(wanted.items())
        if names is None or name in names
    )
