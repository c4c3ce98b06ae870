"""What the command ``evaluate`` does: score, group, compare, guard, and write what is asked for."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from csp_extract.errors import WrongCallError
from csp_extract.evaluate import (
    GROUPS,
    Outcome,
    ReportScore,
    board_of,
    by_other_bodies,
    falls,
    of_splits,
    rates_of,
    read_manifest,
    reliability_of,
    score_run,
    write_board,
    write_differences,
    write_lapses,
    write_page,
    write_reliability,
)
from csp_extract.evaluate.calibration import of_rules
from csp_extract.evaluate.manifest import TRAIN
from csp_extract.evaluate.rows import GoldRow, PredictedReport, read_gold, read_predicted
from csp_extract.evaluate.score import Lapse
from csp_extract.evaluate.tracking_run import (
    score_tracking,
    tracking_board,
    write_tracking,
    write_tracking_lapses,
)


@dataclass(frozen=True)
class Wishes:
    """What the caller asked for."""

    splits: tuple[str, ...] = ()
    by: str = "body"
    against: Path | None = None
    gate: Path | None = None
    errors: Path | None = None
    as_json: Path | None = None
    page: Path | None = None
    calibrate: Path | None = None
    unseen: Path | None = None
    with_baseline: bool = False


class Evaluation(NamedTuple):
    """The board as text, and the scores that fell under the gate."""

    text: str
    falls: tuple[str, ...]


def evaluate_run(gold: Path, out: Path, wishes: Wishes) -> Evaluation:
    """Return the board of a run, and write the files that were asked for.

    Raises:
        WrongCallError: there is no gold or no run, or the gold has no such split or group.
    """
    if wishes.by not in GROUPS:
        raise WrongCallError(f"no group {wishes.by}; there are {', '.join(GROUPS)}")
    manifest = read_manifest(gold)
    names = of_splits(manifest, wishes.splits) if wishes.splits else None
    scores = score_run(gold, out, names, with_baseline=wishes.with_baseline)
    groups = {name: row[wishes.by] for name, row in manifest.items()}
    board = board_of(scores, groups)
    tracking = {} if wishes.with_baseline else score_tracking(gold, *_both(gold, out, names), out)
    if tracking:
        board["tracking"] = tracking_board(tracking)
    reliability = reliability_of(row for score in scores for row in score.outcomes)
    if reliability:
        board["confidence"] = reliability
    text = write_board(board) + write_tracking(board.get("tracking", {}))
    lapses = [lapse for score in scores for lapse in score.lapses]
    if wishes.against is not None:
        before = score_run(gold, wishes.against, names)
        text += "\n" + write_differences(before, scores)
    _write_files(wishes, board, lapses, write_tracking_lapses(tracking))
    if reliability:
        text += "\n" + write_reliability(reliability)
    if wishes.calibrate is not None:
        seen = _unschooled(scores, manifest)
        text += "\n" + _calibrate(wishes.calibrate, _shifts(wishes.unseen), seen, groups)
    if wishes.gate is None:
        return Evaluation(text, ())
    committed = json.loads(wishes.gate.read_text("utf-8"))
    return Evaluation(text, tuple(falls(board, committed)))


def _write_files(
    wishes: Wishes, board: Mapping[str, Any], lapses: Sequence[Lapse], of_tracking: str
) -> None:
    """Write the errors, the board and the page to the files that were named."""
    if wishes.errors is not None:
        wishes.errors.write_text(write_lapses(lapses) + of_tracking, encoding="utf-8")
    if wishes.as_json is not None:
        wishes.as_json.write_text(json.dumps(board, indent=1) + "\n", encoding="utf-8")
    if wishes.page is not None:
        wishes.page.write_text(write_page(board, lapses), encoding="utf-8")


def _both(
    gold: Path, out: Path, names: frozenset[str] | None
) -> tuple[dict[str, tuple[GoldRow, ...]], dict[str, PredictedReport]]:
    """Return the gold and the run of the reports of the board."""
    wanted = {
        name: rows for name, rows in read_gold(gold).items() if names is None or name in names
    }
    return wanted, {name: one for name, one in read_predicted(out).items() if name in wanted}


def _shifts(unseen: Path | None) -> dict[str, float]:
    """Return the shift of each table that unseen papers showed.

    Raises:
        WrongCallError: the file is none that an opening of the test bodies wrote.
    """
    if unseen is None:
        return {}
    try:
        shown = json.loads(unseen.read_text("utf-8"))
        return {table: float(figures["shift"]) for table, figures in shown.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WrongCallError(f"no shifts of unseen papers in {unseen}: {error}") from error


def _unschooled(
    scores: Sequence[ReportScore], manifest: Mapping[str, Mapping[str, str]]
) -> list[ReportScore]:
    """Return the scores without what trained parts found in papers that they were trained on."""
    taught = {name for name, line in manifest.items() if line["split"] == TRAIN}
    return [
        replace(score, outcomes=of_rules(score.outcomes)) if score.name in taught else score
        for score in scores
    ]


def _calibrate(
    place: Path,
    shifts: Mapping[str, float],
    scores: Sequence[ReportScore],
    groups: Mapping[str, str],
) -> str:
    """Write how often the rows of each rule are right; return how well that holds elsewhere."""
    bodies: dict[str, list[Outcome]] = defaultdict(list)
    for score in scores:
        bodies[groups.get(score.name, score.name)].extend(score.outcomes)
    rates = rates_of((row for body in sorted(bodies) for row in bodies[body]), shifts)
    place.write_text(json.dumps(rates, indent=1) + "\n", encoding="utf-8")
    held = write_reliability(reliability_of(by_other_bodies(bodies)))
    return f"written to {place}; each body by what was measured on the others:\n{held}"
