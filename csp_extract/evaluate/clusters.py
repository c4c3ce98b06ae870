"""How well clusters of mentions agree: pairs, and B-cubed."""

from collections import defaultdict
from collections.abc import Callable, Mapping
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


def compare_clusters(
    gold: Mapping[Any, Any],
    predicted: Mapping[Any, Any],
    is_judged: Callable[[Any, Any], bool] = lambda *_: True,
) -> ClusterCounts:
    """Return the counts for mentions with their gold and their predicted cluster.

    A mention that is not in ``predicted`` was not found: its pairs are missed, its B-cubed recall
    is nought, and it says nothing of precision. A mention without a cluster on one side has a
    cluster of its own there. Two mentions of one gold cluster of which nobody can say that they are
    one thing (``is_judged`` is false) are rewarded neither together nor apart.
    """
    counts = ClusterCounts(mentions=len(gold), found=sum(mention in predicted for mention in gold))
    wanted, got = _groups(gold), _groups({key: predicted[key] for key in gold if key in predicted})
    for mention, cluster in gold.items():
        mates = {one for one in wanted[cluster] if one == mention or is_judged(one, mention)}
        counts.pairs_gold += len(mates) - 1
        if mention not in predicted:
            continue
        others = {
            one
            for one in got[predicted[mention]]
            if one == mention or gold[one] != cluster or one in mates
        }
        both = len(mates & others)
        counts.pairs_predicted += len(others) - 1
        counts.pairs_right += both - 1
        counts.cubed_precision += both / len(others)
        counts.cubed_recall += both / len(mates)
    for name in ("pairs_gold", "pairs_predicted", "pairs_right"):  # each was met from both ends
        setattr(counts, name, getattr(counts, name) // 2)
    return counts


def _groups(clusters: Mapping[Any, Any]) -> dict[Any, list[Any]]:
    """Return the mentions of each cluster."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for mention, cluster in clusters.items():
        found[cluster].append(mention)
    return found
