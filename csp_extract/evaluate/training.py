"""The weights of the tracker, learned from the gold of the training bodies and proved on each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from csp_extract.evaluate import tellings
from csp_extract.evaluate.awards import Awards
from csp_extract.evaluate.gold_tables import body_of, gold_id, gold_tables
from csp_extract.evaluate.learning.proof import Tally
from csp_extract.evaluate.manifest import TRAIN, of_splits, read_manifest
from csp_extract.evaluate.rows import GoldRow, PredictedReport, read_gold, read_predicted
from csp_extract.evaluate.score import Rate
from csp_extract.evaluate.stories import read_stories
from csp_extract.evaluate.tellings import Heard, fit_tellings, heard_in, kept_by
from csp_extract.records import TrackKind
from csp_extract.tables import TABLES, read_rows
from csp_extract.track import fit
from csp_extract.track.learned import pairs_said

Case = TypeVar("Case", fit.Judged, Heard)


class Trained(NamedTuple):
    """The file of the weights, and how well each kind is told on bodies left out, as lines."""

    file: Path
    told: str


def train_tracker(gold: Path, out: Path, judged_outs: Sequence[Path] = ()) -> Trained:
    """Learn what each feature is worth from every pair that the training bodies judge.

    What people judged in other outputs (``csp-extract correct``) teaches too.

    Raises:
        WrongCallError: there is no gold, no manifest beside it, or no run.
    """
    names = of_splits(read_manifest(gold), (TRAIN,))
    wanted = {name: rows for name, rows in read_gold(gold).items() if name in names}
    run = {name: report for name, report in read_predicted(out).items() if name in names}
    bodies: dict[str, dict[str, Sequence[GoldRow]]] = defaultdict(dict)
    for name, rows in wanted.items():
        bodies[body_of(name)][name] = rows
    judged = {body: _judged(own, run) for body, own in bodies.items()}
    judged |= {str(place): _said(place) for place in judged_outs}
    lines = [f"{'kind':<12} {'pairs':>6} {'same':>6}  {'P':>5} {'R':>5} {'F1':>5}  bodies left out"]
    found = {}
    for kind in TrackKind:
        pairs = {body: own[kind] for body, own in judged.items()}
        found[kind] = {"threshold": fit.THRESHOLD, **fit.fit(kind, _all(pairs))}
        rate = _left_out(kind, pairs)
        count, same = len(_all(pairs)), sum(pair.is_same for pair in _all(pairs))
        lines.append(f"{kind:<12} {count:>6} {same:>6}  " + " ".join(f"{x:>5.3f}" for x in rate))
    heard = _heard(gold, bodies, run)
    worth = {"threshold": tellings.THRESHOLD, **fit_tellings(_all(heard))}
    told = " ".join(f"{part:>5.3f}" for part in _heard_left_out(heard))
    lines.append(f"{'kept':<12} {len(_all(heard)):>6} {'':>6}  {told}  (the paper that tells it)")
    fit.FILE.write_text(fit.write_weights(found, worth), encoding="utf-8")
    return Trained(fit.FILE, "\n".join(lines) + "\n")


def _judged(
    gold: Mapping[str, Sequence[GoldRow]], run: Mapping[str, PredictedReport]
) -> dict[TrackKind, list[fit.Judged]]:
    """Return the judged pairs of one body by kind; optional annotations teach nothing."""
    tracks = {
        gold_id(name, place): row.track
        for name, rows in gold.items()
        for place, row in enumerate(rows)
        if row.track and not row.is_optional
    }
    return fit.judged_by_kind(*gold_tables(gold, run), tracks, Awards(gold).is_judged)


def _heard(
    gold: Path,
    bodies: Mapping[str, Mapping[str, Sequence[GoldRow]]],
    run: Mapping[str, PredictedReport],
) -> dict[str, list[Heard]]:
    """Return what later papers may tell of the promises of each body that has a story."""
    stories = read_stories(gold, bodies)
    return {body: heard_in(bodies[body], run, story) for body, story in stories.items()}


def _heard_left_out(heard: Mapping[str, Sequence[Heard]]) -> Rate:
    """Return how well promises are told as kept, each body by the signs' worth in the others."""
    counts = [
        kept_by(own, fit_tellings(_all({name: one for name, one in heard.items() if name != body})))
        for body, own in heard.items()
    ]
    return Rate.of(*sum(counts, Tally()))


def _said(out: Path) -> dict[TrackKind, list[fit.Judged]]:
    """Return the pairs that people judged in an output, by kind."""
    rows = {name: list(read_rows(out, name)) for name in TABLES}
    texts = {file.stem: file.read_bytes().decode("utf-8") for file in (out / "texts").glob("*.txt")}
    return pairs_said(rows, texts, read_rows(out, "links"))


def _all(cases: Mapping[str, Sequence[Case]]) -> list[Case]:
    """Return the cases of all bodies."""
    return [case for own in cases.values() for case in own]


def _left_out(kind: TrackKind, pairs: Mapping[str, Sequence[fit.Judged]]) -> Rate:
    """Return how well pairs are told, each body by the weights of the others."""
    right = predicted = same = 0
    for body, own in pairs.items():
        worth = fit.fit(kind, _all({name: rest for name, rest in pairs.items() if name != body}))
        for pair in own:
            is_linked = fit.chance(kind, worth, pair) >= fit.THRESHOLD
            right += is_linked and pair.is_same
            predicted += is_linked
            same += pair.is_same
    return Rate.of(right, predicted, same)
