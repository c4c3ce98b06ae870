"""What is known of all mentions of one kind and series, before any two are compared."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from csp_extract.records import TrackKind
from csp_extract.track.items import Item


@dataclass(frozen=True)
class Context:
    """What is known of all mentions of one kind and series: how rare each word is."""

    rarity: Mapping[str, float]
    beside: frozenset[frozenset[str]] = frozenset()  # pairs of names that one report tells

    @classmethod
    def of(cls, items: Sequence[Item]) -> "Context":
        """Return the context of the items: a word of every mention is worth nothing."""
        counts = Counter(word for item in items for word in item.words | item.around)
        whole = math.log(len(items) + 1) or 1.0
        return cls(
            {word: math.log((len(items) + 1) / count) / whole for word, count in counts.items()},
            frozenset(_beside(items)),
        )

    def weight(self, words: frozenset[str]) -> float:
        """Return how much some words tell together."""
        if words not in self._weights:
            self._weights[words] = self._sum(words)
        return self._weights[words]

    @cached_property
    def _weights(self) -> dict[frozenset[str], float]:
        """What is known of the words of mentions, which come back in every pair."""
        return {}

    def _sum(self, words: frozenset[str]) -> float:
        known = self.rarity
        return sum([known.get(word, 1.0) for word in words])

    def share(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the common words as a share of all words, by what they tell."""
        common = self._sum(left & right)
        return common / ((self.weight(left) + self.weight(right) - common) or 1.0)

    def inside(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the common words as a share of the side that tells less."""
        least = min(self.weight(left), self.weight(right))
        return self._sum(left & right) / least if least else 0.0


def _beside(items: Sequence[Item]) -> Iterator[frozenset[str]]:
    """Yield the pairs of names, one within the other, that two things have in one report."""
    papers: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.kind is TrackKind.INITIATIVE:
            papers[item.paper.report_id].append(item)
    for own in papers.values():
        for left, right in combinations(own, 2):
            for one, other in product(left.names, right.names):
                if one != other and (one in other or other in one):
                    yield frozenset({one, other})
