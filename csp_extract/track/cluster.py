"""Clusters of mentions that are one thing: merged along edges, best first, never over a veto."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from csp_extract.records import LinkRow

Pair = tuple[int, int]  # indexes of two items, the smaller first
_MEAN = 0.8  # of the threshold: a cluster may hold a pair that alone would not have been linked


@dataclass(frozen=True)
class Edge:
    """A pair of items with the probability that they are one thing, and what speaks for it."""

    pair: Pair
    score: float
    reason: str
    is_vetoed: bool = False
    verdict: LinkRow | None = None  # what a person judged of the pair


def clusters_of(
    count: int,
    edges: Sequence[Edge],
    threshold: float,
    is_vetoed: Callable[[int, int], bool] = lambda *_: False,
    joined: Iterable[Pair] = (),
) -> list[list[int]]:
    """Return the clusters of items ``0 .. count - 1``, each in order, in order of their first.

    Pairs ``joined`` by a person are one from the start, whatever speaks against it.

    Two clusters merge along an edge of at least the threshold, if no pair across them is vetoed and
    all pairs across them, those without an edge too, are on average nearly as likely.
    """
    known = {edge.pair: edge for edge in edges}
    member = list(range(count))
    groups: dict[int, list[int]] = {at: [at] for at in range(count)}
    for pair in joined:
        _merge(member, groups, *sorted(member[at] for at in pair))
    wanted = (edge for edge in edges if edge.score >= threshold and not edge.is_vetoed)
    for edge in sorted(wanted, key=lambda edge: (-edge.score, edge.pair)):
        left, right = sorted(member[at] for at in edge.pair)
        across = [tuple(sorted(pair)) for pair in product(groups[left], groups[right])]
        if (
            left != right
            and _mean(known.get((one, two)) for one, two in across) >= threshold * _MEAN
            and not any(
                _is_vetoed(known.get((one, two))) or is_vetoed(one, two) for one, two in across
            )
        ):
            _merge(member, groups, left, right)
    return [groups[at] for at in sorted(groups)]


def _merge(member: list[int], groups: dict[int, list[int]], left: int, right: int) -> None:
    """Put the group of one head into that of another."""
    if left != right:
        for at in groups[right]:
            member[at] = left
        groups[left] = sorted(groups[left] + groups.pop(right))


def _mean(edges: Iterable[Edge | None]) -> float:
    """Return the mean score of pairs; one without an edge has none."""
    scores = [edge.score if edge is not None else 0.0 for edge in edges]
    return sum(scores) / len(scores)


def _is_vetoed(edge: Edge | None) -> bool:
    """Return whether a pair is known to be vetoed."""
    return edge is not None and edge.is_vetoed
