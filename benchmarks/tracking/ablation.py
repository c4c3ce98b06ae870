"""What each feature and each veto of the tracker is worth."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from csp_extract.evaluate.awards import Awards
from csp_extract.evaluate.gold_tables import body_of, gold_id, gold_tables
from csp_extract.evaluate.manifest import of_splits, read_manifest
from csp_extract.evaluate.rows import GoldRow, PredictedReport, read_gold, read_predicted
from csp_extract.evaluate.score import Rate
from csp_extract.records import TrackKind
from csp_extract.track import fit
from csp_extract.track.features import FEATURES, told
from csp_extract.track.items import Item, items_of, papers_of
from csp_extract.track.vetoes import VETOES

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
Pairs = Mapping[str, Sequence[fit.Judged]]  # by body


class Body(NamedTuple):
    """The annotations of one body, and what a run read."""

    gold: Mapping[str, Sequence[GoldRow]]
    run: Mapping[str, PredictedReport]

    @property
    def tracks(self) -> dict[str, str]:
        """The track of each annotation that has one, by its id."""
        return {
            gold_id(name, place): row.track
            for name, rows in self.gold.items()
            for place, row in enumerate(rows)
            if row.track and not row.is_optional
        }


def features_without(out: Path) -> Iterator[str]:
    """Yield the table of features: how well pairs are told with all, and without each."""
    yield (
        "F1 of pairs of mentions, one thing or two. *Left out*: each training body by the weights"
        " of the others; *development*: by the weights of all training bodies. The first line of a"
        " kind has all features, the others what changes without one, in points."
    )
    yield ""
    yield "| kind | without | weight | left out | development |"
    yield "|---|---|---:|---:|---:|"
    train, development = (_judged(out, split) for split in ("train", "development"))
    for kind in TrackKind:
        own, other = ({body: pairs[kind] for body, pairs in part.items()} for part in
                      (train, development))  # fmt: skip
        worth = fit.fit(kind, _all(own))
        whole = _left_out(kind, own), _rate(kind, worth, _all(other)).f1
        yield f"| {kind} | | | {whole[0]:.3f} | {whole[1]:.3f} |"
        for place, feature in enumerate(FEATURES[kind]):
            less, fewer = _without(own, place), _without(other, place)
            weights = fit.fit(kind, _all(less))
            changed = (
                100 * (_left_out(kind, less) - whole[0]),
                100 * (_rate(kind, weights, _all(fewer)).f1 - whole[1]),
            )
            yield (
                f"| | {told(feature)} | {worth[feature.__name__]:+.2f} | {changed[0]:+.1f} |"
                f" {changed[1]:+.1f} |"
            )


def vetoes_told(out: Path) -> Iterator[str]:
    """Yield the table of vetoes: the pairs that each forbids, and those that are one thing."""
    yield (
        "Pairs of annotated mentions of the open bodies that a veto forbids, of them those that no"
        " other veto forbids, and those of all that the gold has as one thing."
    )
    yield ""
    yield "| kind | veto: the two | forbids | alone | wrongly |"
    yield "|---|---|---:|---:|---:|"
    tally: dict[tuple[TrackKind, str], Counter[str]] = defaultdict(Counter)
    for split in ("train", "development"):
        for body in _bodies(out, split).values():
            _count_vetoes(body, tally)
    for kind, vetoes in VETOES.items():
        for veto in vetoes:
            words = (veto.__doc__ or "").splitlines()[0].rstrip(".").lower()
            counts = tally[kind, veto.__name__]
            yield f"| {kind} | {words} | {counts['all']} | {counts['alone']} | {counts['wrong']} |"


def _count_vetoes(body: Body, tally: Mapping[tuple[TrackKind, str], Counter[str]]) -> None:
    """Count what each veto forbids in one body."""
    tables, texts = gold_tables(body.gold, body.run)
    tracks, awards = body.tracks, Awards(body.gold)
    groups: dict[TrackKind, list[Item]] = defaultdict(list)
    for item in items_of(tables, papers_of(tables["reports"], texts)):
        if item.row_id in tracks:
            groups[item.kind].append(item)
    for kind, items in groups.items():
        for left, right in combinations(items, 2):
            forbidding = [veto.__name__ for veto in VETOES[kind] if veto(left, right)]
            is_same = tracks[left.row_id] == tracks[right.row_id]
            is_wrong = is_same and awards.is_judged(kind, left.row_id, right.row_id)
            for name in forbidding:
                tally[kind, name].update(all=1, alone=len(forbidding) == 1, wrong=is_wrong)


def _bodies(out: Path, split: str) -> dict[str, Body]:
    """Return the bodies of a split."""
    names = of_splits(read_manifest(GOLD), (split,))
    run = {name: report for name, report in read_predicted(out).items() if name in names}
    found: dict[str, dict[str, Sequence[GoldRow]]] = defaultdict(dict)
    for name, rows in read_gold(GOLD).items():
        if name in names:
            found[body_of(name)][name] = rows
    return {body: Body(gold, run) for body, gold in found.items()}


def _judged(out: Path, split: str) -> dict[str, dict[TrackKind, list[fit.Judged]]]:
    """Return the judged pairs of each body of a split, by kind."""
    return {
        name: fit.judged_by_kind(
            *gold_tables(body.gold, body.run), body.tracks, Awards(body.gold).is_judged
        )
        for name, body in _bodies(out, split).items()
    }


def _without(pairs: Pairs, place: int) -> dict[str, list[fit.Judged]]:
    """Return the pairs with one feature at nought, so that nothing can be learned from it."""
    return {
        body: [
            pair._replace(values=(*pair.values[:place], 0.0, *pair.values[place + 1 :]))
            for pair in own
        ]
        for body, own in pairs.items()
    }


def _all(pairs: Pairs) -> list[fit.Judged]:
    """Return the pairs of all bodies."""
    return [pair for own in pairs.values() for pair in own]


def _left_out(kind: TrackKind, pairs: Pairs) -> float:
    """Return how well the pairs of each body are told by the weights of the others."""
    right = predicted = same = 0
    for body, own in pairs.items():
        worth = fit.fit(kind, _all({name: rest for name, rest in pairs.items() if name != body}))
        for pair in own:
            is_linked = fit.chance(kind, worth, pair) >= fit.THRESHOLD
            right += is_linked and pair.is_same
            predicted += is_linked
            same += pair.is_same
    return Rate.of(right, predicted, same).f1


def _rate(kind: TrackKind, worth: Mapping[str, float], pairs: Sequence[fit.Judged]) -> Rate:
    """Return how well pairs are told by some weights."""
    linked = [fit.chance(kind, worth, pair) >= fit.THRESHOLD for pair in pairs]
    right = sum(is_linked and pair.is_same for is_linked, pair in zip(linked, pairs, strict=True))
    return Rate.of(right, sum(linked), sum(pair.is_same for pair in pairs))
