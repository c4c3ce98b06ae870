"""Predictions against gold: precision, recall and F1 per family, by the annotation guide."""

from pathlib import Path

from csp_extract.evaluate.baselines import baseline
from csp_extract.evaluate.board import board_of, write_board, write_lapses
from csp_extract.evaluate.calibration import (
    Outcome,
    by_other_bodies,
    rates_of,
    reliability_of,
    write_reliability,
)
from csp_extract.evaluate.compare import falls, write_differences
from csp_extract.evaluate.manifest import GROUPS, of_splits, read_manifest
from csp_extract.evaluate.page import write_page
from csp_extract.evaluate.rows import read_gold, read_predicted
from csp_extract.evaluate.score import Lapse, ReportScore, score_report

__all__ = [
    "GROUPS",
    "Lapse",
    "Outcome",
    "ReportScore",
    "board_of",
    "by_other_bodies",
    "falls",
    "of_splits",
    "rates_of",
    "read_manifest",
    "reliability_of",
    "score_run",
    "write_board",
    "write_differences",
    "write_lapses",
    "write_page",
    "write_reliability",
]


def score_run(
    gold: Path, out: Path, names: frozenset[str] | None = None, *, with_baseline: bool = False
) -> tuple[ReportScore, ...]:
    """Return the score of every report with gold, in the order of their names.

    ``gold`` is a folder of ``NAME.gold.jsonl`` or one such file, ``out`` the folder of a run;
    reports are tied by the name of their PDF. ``names`` limits the board to some reports;
    ``with_baseline`` scores simple means on the same texts instead of the run.

    Raises:
        WrongCallError: there is no gold, or no run.
    """
    wanted = read_gold(gold)
    predicted = read_predicted(out)
    if with_baseline:
        predicted = {name: baseline(report) for name, report in predicted.items()}
    return tuple(
        score_report(name, rows, predicted.get(name))
        for name, rows in sorted(wanted.items())
        if names is None or name in names
    )
