"""A chain fitted to labelled sequences; the one place that needs python-crfsuite."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from csp_extract.errors import WrongCallError
from csp_extract.extract.learned import Chain
from csp_extract.extract.learned.weights import rounded


class Labelled(NamedTuple):
    """A sequence with the label of each of its items."""

    items: Sequence[Sequence[str]]
    labels: Sequence[str]


def fit_chain(
    sequences: Iterable[Labelled],
    *,
    l1: float = 0.1,
    l2: float = 0.1,
    min_freq: int = 2,
    rounds: int = 100,
) -> Chain:
    """Return the chain that makes the labels most likely (L-BFGS, with both penalties).

    Features seen fewer than ``min_freq`` times with one label are left out. The chain is rounded
    as its file will be, so that what is scored is what is shipped.

    Raises:
        WrongCallError: python-crfsuite is not installed.
    """
    try:
        import pycrfsuite  # noqa: PLC0415 only training needs it
    except ImportError as error:
        raise WrongCallError(
            "training needs python-crfsuite: pip install csp-extract[train]"
        ) from error
    numbers: dict[str, int] = {}  # names of its own: its dump parts words at white space
    trainer: Any = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {
            "c1": l1,
            "c2": l2,
            "max_iterations": rounds,
            "feature.minfreq": min_freq,
            "feature.possible_transitions": True,
        }
    )
    for items, labels in sequences:
        if items:
            trainer.append(_numbered(items, numbers), list(labels))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "chain"
        trainer.train(str(file))
        tagger: Any = pycrfsuite.Tagger()
        tagger.open(str(file))
        info = tagger.info()
        chain = _chain(info, list(numbers))
        tagger.close()
    return rounded(chain)


def _numbered(items: Sequence[Sequence[str]], numbers: dict[str, int]) -> list[list[str]]:
    """Return the items with a number for each feature."""
    return [[str(numbers.setdefault(name, len(numbers))) for name in item] for item in items]


def _chain(info: Any, names: Sequence[str]) -> Chain:
    """Return the chain that a model of crfsuite tells of itself."""
    labels = tuple(sorted(info.labels))
    column = {label: place for place, label in enumerate(labels)}
    weights = np.zeros((len(names), len(labels)))
    for (number, label), weight in info.state_features.items():
        weights[int(number), column[label]] = weight
    moves = np.zeros((len(labels), len(labels)))
    for (before, after), weight in info.transitions.items():
        moves[column[before], column[after]] = weight
    return Chain(labels, tuple(names), weights, moves)
