"""Clusters of mentions that are one thing: merged along edges, best first, never over a veto."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[int, int]  # indexes of two items, the smaller first
_MEAN = 0.8  # of the threshold: a cluster may hold a pair that alone would not have been linked


@dataclass(frozen=True)
class Edge:
    """A pair of items with the probability that they are one thing, and what speaks for it."""

    pair: Pair
    score: float
    reason: str
    is_vetoed: bool = False


def clusters_of(count: int, edges: Sequence[Edge], threshold: float) -> list[list[int]]:
    """Return the clusters of items ``0 .. count - 1``, each in order, in order of their first.

    Two clusters merge along an edge of at least the threshold, if no pair across them is vetoed
    and the known pairs across them are on average at least as likely as not.
    """
    known = {edge.pair: edge for edge in edges}
    member = list(range(count))
    groups: dict[int, list[int]] = {at: [at] for at in range(count)}
    wanted = (edge for edge in edges if edge.score >= threshold and not edge.is_vetoed)
    for edge in sorted(wanted, key=lambda edge: (-edge.score, edge.pair)):
        left, right = sorted(member[at] for at in edge.pair)
        if left != right and _may_merge(groups[left], groups[right], known, threshold):
            for at in groups[right]:
                member[at] = left
            groups[left] = sorted(groups[left] + groups.pop(right))
    return [groups[at] for at in sorted(groups)]


def _may_merge(
    left: Sequence[int], right: Sequence[int], known: Mapping[Pair, Edge], threshold: float
) -> bool:
    """Return whether nothing that is known of the pairs across two clusters forbids a merger."""
    across = [known.get((min(one, other), max(one, other))) for one in left for other in right]
    if any(edge is not None and edge.is_vetoed for edge in across):
        return False
    return sum(edge.score for edge in across if edge is not None) >= threshold * len(across) * _MEAN
