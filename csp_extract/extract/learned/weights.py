"""The weights of a chain as text: whole hundredths, the same bytes for the same chain."""

import json
from typing import Any

import numpy as np

from csp_extract.extract.learned.chain import Chain

_STEPS = 100  # to one: what is below half a hundredth is nothing


def rounded(chain: Chain) -> Chain:
    """Return a chain as its file has it: hundredths, features sorted, those worth nothing gone."""
    weights = np.rint(chain.weights * _STEPS) / _STEPS
    order = sorted(range(len(chain.names)), key=chain.names.__getitem__)
    kept = [place for place in order if weights[place].any()]
    moves = np.rint(chain.moves * _STEPS) / _STEPS
    return Chain(chain.labels, tuple(chain.names[place] for place in kept), weights[kept], moves)


def write_chain(chain: Chain) -> str:
    """Return a chain as text, a line for the names and for the weights of each label."""
    chain = rounded(chain)
    parts: dict[str, Any] = {
        "labels": list(chain.labels),
        "moves": _whole(chain.moves),
        "names": list(chain.names),
        **{
            f"weights {label}": column
            for label, column in zip(chain.labels, _whole(chain.weights.T), strict=True)
        },
    }
    lines = (
        f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in parts.items()
    )
    return "{" + ",\n".join(lines) + "}\n"


def read_chain(text: str) -> Chain:
    """Return the chain that ``write_chain`` wrote."""
    parts = json.loads(text)
    labels = tuple(parts["labels"])
    columns = [np.array(parts[f"weights {label}"], dtype="float64") for label in labels]
    weights = np.column_stack(columns) / _STEPS
    return Chain(labels, tuple(parts["names"]), weights, np.array(parts["moves"]) / _STEPS)


def _whole(table: Any) -> Any:
    """Return a table of hundredths as lists of whole numbers."""
    return np.rint(table * _STEPS).astype(int).tolist()
