"""A linear-chain conditional random field at run time: marginal probabilities and best path.

Training is far from here (``evaluate/learning``); what is left of it are two tables of weights.
The steps of the chain are plain Python on purpose: with a handful of labels a step in numpy costs
ten times what it computes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Table: TypeAlias = NDArray[np.float64]
# The items of a sequence, each as its features; a feature named twice counts twice.
Items: TypeAlias = Sequence[Iterable[str]]
_Rows: TypeAlias = list[list[float]]


@dataclass(frozen=True, eq=False)
class Chain:
    """The weights of a chain over sets of features.

    ``weights`` has a row for each name and a column for each label; ``moves`` tells in row and
    column what it is worth that one label follows on another. Features without a name here say
    nothing.
    """

    labels: tuple[str, ...]
    names: tuple[str, ...]
    weights: Table
    moves: Table

    @cached_property
    def _index(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.names)}

    @cached_property
    def _factors(self) -> _Rows:
        factors: Any = np.exp(self.moves).tolist()
        return list(factors)

    def column(self, label: str) -> int:
        """Return the column of a label.

        Raises:
            ValueError: the chain does not know it.
        """
        return self.labels.index(label)

    def scores(self, sequence: Items) -> Table:
        """Return what the features of each item say for each label: items x labels."""
        index, places, ends = self._index, [], []
        for features in sequence:
            places += [index[name] for name in features if name in index]
            ends.append(len(places))
        sums = np.zeros((len(places) + 1, len(self.labels)))
        np.cumsum(self.weights[places], axis=0, out=sums[1:])
        table: Table = sums[ends] - sums[[0, *ends[:-1]]] if ends else sums[:0]
        return table

    def marginals(self, sequence: Items) -> Table:
        """Return how probable each label is at each item: items x labels, each row sums to 1."""
        scores = self.scores(sequence)
        if not len(scores):
            return scores
        emitted: Any = np.exp(scores - scores.max(axis=1, keepdims=True)).tolist()
        ahead = _forward(emitted, self._factors)
        back = _backward(emitted, self._factors)
        table: Table = np.array(ahead) * np.array(back)
        table /= table.sum(axis=1, keepdims=True)
        return table

    def best(self, sequence: Items) -> list[str]:
        """Return the most probable labels of a sequence, taken together (Viterbi)."""
        rows: Any = self.scores(sequence).tolist()
        moves: Any = self.moves.T.tolist()
        if not rows:
            return []
        reached, ways = rows[0], []
        for row in rows[1:]:
            sums = [[old + move for old, move in zip(reached, into, strict=True)] for into in moves]
            way = [max(range(len(each)), key=each.__getitem__) for each in sums]
            reached = [each[at] + score for each, at, score in zip(sums, way, row, strict=True)]
            ways.append(way)
        place = max(range(len(reached)), key=reached.__getitem__)
        path = [place]
        for way in reversed(ways):
            place = way[place]
            path.append(place)
        return [self.labels[at] for at in reversed(path)]


def _forward(emitted: _Rows, factors: _Rows) -> _Rows:
    """Return what items so far say of each label, each row scaled to 1."""
    into = list(zip(*factors, strict=True))
    row = _scaled(emitted[0])
    rows = [row]
    for own in emitted[1:]:
        row = _scaled(
            [
                one * sum(a * b for a, b in zip(row, each, strict=True))
                for one, each in zip(own, into, strict=True)
            ]
        )
        rows.append(row)
    return rows


def _backward(emitted: _Rows, factors: _Rows) -> _Rows:
    """Return what items to come say of each label, each row scaled to 1."""
    row = [1.0] * len(factors)
    rows = [row]
    for own in reversed(emitted[1:]):
        said = [one * after for one, after in zip(own, row, strict=True)]
        row = _scaled([sum(a * b for a, b in zip(said, each, strict=True)) for each in factors])
        rows.append(row)
    return rows[::-1]


def _scaled(row: list[float]) -> list[float]:
    """Return a row whose sum is 1."""
    whole = sum(row)
    return [each / whole for each in row]
