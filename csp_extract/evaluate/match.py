"""Which predicted row is which annotation: one to one within a report and a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from csp_extract.evaluate.fold import fold
from csp_extract.evaluate.locate import Place
from csp_extract.evaluate.rows import GoldRow, PredictedRow
from csp_extract.evaluate.same import common_share, same_value

_ENOUGH = 0.5  # of the shorter span, by the annotation guide


@dataclass(frozen=True)
class Matched:
    """The pairs of one table of one report, and what is left on either side, as indexes."""

    pairs: tuple[tuple[int, int], ...]  # gold, predicted
    missed: tuple[int, ...]  # gold without a partner, optional ones left out
    spurious: tuple[int, ...]  # predicted without a partner


def match_rows(
    gold: Sequence[GoldRow],
    places: Sequence[Sequence[Place]],
    predicted: Sequence[PredictedRow],
    *,
    is_strict: bool = False,
) -> Matched:
    """Return the best one-to-one pairs, closest first; ties go to the right value, then to order.

    Tolerant: an overlap of at least half the shorter span, initiatives also by name or alias.
    Strict: the same span.
    """
    scored = sorted(_scored(gold, places, predicted, is_strict=is_strict))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for *_, left, right in scored:
        if left not in used_gold and right not in used_predicted:
            used_gold.add(left)
            used_predicted.add(right)
            pairs.append((left, right))
    return Matched(
        tuple(sorted(pairs)),
        tuple(at for at, row in enumerate(gold) if at not in used_gold and not row.is_optional),
        tuple(at for at in range(len(predicted)) if at not in used_predicted),
    )


def _scored(
    gold: Sequence[GoldRow],
    places: Sequence[Sequence[Place]],
    predicted: Sequence[PredictedRow],
    *,
    is_strict: bool,
) -> Iterator[tuple[bool, float, bool, int, int]]:
    """Yield every possible pair with what makes it good, best first when sorted."""
    for left, (row, own) in enumerate(zip(gold, places, strict=True)):
        for right, other in enumerate(predicted):
            closeness = _strict(own, other) if is_strict else _tolerant(row, own, other)
            if closeness > 0:
                yield row.is_optional, -closeness, not same_value(row, other), left, right


def _strict(places: Sequence[Place], other: PredictedRow) -> float:
    """Return 1 for the same span."""
    return float((other.start, other.end) in places)


def _tolerant(row: GoldRow, places: Sequence[Place], other: PredictedRow) -> float:
    """Return how close two rows are, 0 where they cannot be the same."""
    overlap = max((_overlap(place, other) for place in places), default=0.0)
    if overlap == 0 and row.table == "initiatives" and _share_name(row, other):
        return 0.1
    return overlap


def _overlap(place: Place, other: PredictedRow) -> float:
    """Return the overlap as a share of the union, 0 where under half of the shorter span."""
    shared = min(place[1], other.end) - max(place[0], other.start)
    lengths = place[1] - place[0], other.end - other.start
    if shared < _ENOUGH * min(lengths):
        return 0.0
    return shared / (sum(lengths) - shared) if shared > 0 else 0.0


def _share_name(row: GoldRow, other: PredictedRow) -> bool:
    """Return whether two initiatives share a name or an alias of at least two words."""
    mine = [row.quote, row.values.get("name", ""), *row.values.get("aliases", [])]
    theirs = [other.cells["name"], *other.cells["aliases"].split("; ")]
    return any(
        fold(one) == fold(two)
        or (
            min(len(one.split()), len(two.split())) > 1
            and common_share(fold(one).split(), fold(two).split()) > _ENOUGH
        )
        for one in mine
        for two in theirs
        if one and two
    )
