"""How well clusters of mentions agree: pairs, and B-cubed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from csp_extract.evaluate.score import Rate


class Agreement(NamedTuple):
    """The rates of one comparison."""

    mentions: int
    pairs: Rate
    b_cubed: Rate


@dataclass
class ClusterCounts:
    """Counts that add up over bodies."""

    mentions: int = 0
    found: int = 0
    pairs_right: int = 0
    pairs_predicted: int = 0
    pairs_gold: int = 0
    cubed_precision: float = 0.0
    cubed_recall: float = 0.0

    def add(self, other: "ClusterCounts") -> None:
        """Add the counts of another set of mentions."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def agreement(self) -> Agreement:
        """Return the rates of all that was added."""
        pairs = Rate.of(self.pairs_right, self.pairs_predicted, self.pairs_gold)
        precision = self.cubed_precision / self.found if self.found else 0.0
        recall = self.cubed_recall / self.mentions if self.mentions else 0.0
        total = precision + recall
        f1 = 2 * precision * recall / total if total else 0.0
        return Agreement(self.mentions, pairs, Rate(precision, recall, f1))


def compare_clusters(gold: Mapping[Any, Any], predicted: Mapping[Any, Any]) -> ClusterCounts:
    """Return the counts for mentions with their gold and their predicted cluster.

    A mention that is not in ``predicted`` was not found: its pairs are missed, its B-cubed recall
    is nought, and it says nothing of precision. A mention without a cluster on one side has a
    cluster of its own there.
    """
    found = {mention: predicted[mention] for mention in gold if mention in predicted}
    wanted, got = Counter(gold.values()), Counter(found.values())
    both = Counter((gold[mention], cluster) for mention, cluster in found.items())
    counts = ClusterCounts(mentions=len(gold), found=len(found))
    counts.pairs_gold = sum(map(_pairs, wanted.values()))
    counts.pairs_predicted = sum(map(_pairs, got.values()))
    counts.pairs_right = sum(map(_pairs, both.values()))
    for (left, right), size in both.items():
        counts.cubed_precision += size * size / got[right]
        counts.cubed_recall += size * size / wanted[left]
    return counts


def _pairs(size: int) -> int:
    """Return how many pairs a cluster of that size has."""
    return size * (size - 1) // 2
