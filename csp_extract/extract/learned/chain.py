"""A linear-chain conditional random field at run time: how likely each label is at each item.

Training is far from here (``evaluate/learning``); what is left of it are two tables of weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain as joined
from itertools import repeat
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Table: TypeAlias = NDArray[np.float64]
_Places: TypeAlias = NDArray[np.intp]
# The items of a sequence, each as its features; a feature named twice counts twice.
Items: TypeAlias = Sequence[Sequence[str]]


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
    def _padded(self) -> Table:
        """The weights, and a last row of noughts for items of which nothing is known."""
        return np.vstack([self.weights, np.zeros((1, len(self.labels)))])

    def column(self, label: str) -> int:
        """Return the column of a label.

        Raises:
            ValueError: the chain does not know it.
        """
        return self.labels.index(label)

    def marginals(self, sequences: Sequence[Items]) -> list[Table]:
        """Return how probable each label is: for each sequence items x labels, rows sum to 1."""
        lengths = np.array([len(sequence) for sequence in sequences], dtype=np.intp)
        ends = lengths.cumsum()
        scores = self._scores(list(joined.from_iterable(sequences)))
        if not len(scores):
            return [scores for _ in sequences]
        emitted: Table = np.exp(scores - scores.max(axis=1, keepdims=True))
        factors = np.exp(self.moves)
        items, steps = _steps_of(lengths)
        ahead, back = np.empty_like(emitted), np.empty_like(emitted)
        ahead[items] = _passed(emitted[items], steps, factors)
        # What comes after an item is what comes before it in the sequence read from its end.
        items = (np.repeat(2 * ends - lengths - 1, lengths) - np.arange(len(emitted)))[items]
        back[items] = _passed(emitted[items], steps, factors.T)
        # Either side counts the item itself; a label that has no chance at all is never divided by.
        table: Table = ahead * back / np.maximum(emitted, np.finfo(float).tiny)
        table /= table.sum(axis=1, keepdims=True)
        return np.split(table, ends[:-1])

    def _scores(self, items: Sequence[Sequence[str]]) -> Table:
        """Return what the features of each item say for each label: items x labels."""
        if not items:
            return self.weights[:0]
        sizes = np.array([len(features) for features in items], dtype=np.intp)
        unknown = len(self.names)
        features = joined.from_iterable(items)
        places = np.fromiter(map(self._index.get, features, repeat(unknown)), dtype=np.intp)
        places = np.append(places, unknown)  # the last item may have no features
        table: Table = np.add.reduceat(self._padded[places], sizes.cumsum() - sizes)
        table[sizes == 0] = 0
        return table


def _passed(emitted: Table, steps: Sequence[slice], factors: Table) -> Table:
    """Return what the items up to each say of its labels, each row but the first scaled.

    ``steps`` has the rows of the first items of all sequences, of the second, and so on, longer
    sequences first. They go on together: a step costs numpy the same for one as for a hundred.
    """
    table = np.empty_like(emitted)
    row = table[steps[0]] = emitted[steps[0]]
    for step in steps[1:]:
        own = emitted[step]
        row = row[: len(own)].dot(factors)
        row *= own
        row /= np.add.reduce(row, axis=1, keepdims=True)
        table[step] = row
    return table


def _steps_of(lengths: _Places) -> tuple[_Places, list[slice]]:
    """Return the items of sequences that follow on one another in order of step, and each step.

    The order has the first items of all sequences, longest first, then the second ones.
    """
    order = np.argsort(-lengths, kind="stable")
    starts = (lengths.cumsum() - lengths)[order]
    steps = np.arange(lengths[order[0]])
    alive = len(lengths) - np.searchsorted(lengths[order[::-1]], steps, side="right")
    ends = alive.cumsum()
    ranks = np.arange(ends[-1]) - np.repeat(ends - alive, alive)
    items = starts[ranks] + np.repeat(steps, alive)
    return items, list(map(slice, (ends - alive).tolist(), ends.tolist()))
