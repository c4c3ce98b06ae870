"""What each feature is worth: logistic regression over judged pairs, written as a readable file."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from csp_extract.records import TrackKind
from csp_extract.track.context import Context
from csp_extract.track.features import FEATURES, told
from csp_extract.track.items import Item, Row, items_of, papers_of
from csp_extract.track.link import candidates, values_of
from csp_extract.track.telling import SIGNS, TABLE
from csp_extract.track.vetoes import veto_of

_RIDGE = 1.0  # pulls weights to nought: with few judgements, no feature is trusted far
_STEPS = 40


THRESHOLD = 0.5
FILE = Path(__file__).with_name("weights.toml")


class Judged(NamedTuple):
    """A pair of mentions as numbers, and whether a person says that they are one thing."""

    values: tuple[float, ...]
    is_same: bool


IsJudged = Callable[[TrackKind, str, str], bool]


def judged_by_kind(
    rows: Mapping[str, Sequence[Row]],
    texts: Mapping[str, str],
    tracks: Mapping[str, str],
    is_judged: IsJudged,
) -> dict[TrackKind, list[Judged]]:
    """Return the judged pairs of one body's rows by kind; ``tracks`` says what each row is.

    ``is_judged`` says of two rows of one track, by id, whether they surely are one thing.
    """
    groups: dict[TrackKind, list[Item]] = {kind: [] for kind in TrackKind}
    for item in items_of(rows, papers_of(rows["reports"], texts)):
        groups[item.kind].append(item)
    return {
        kind: judged_pairs(
            kind, sorted(items, key=lambda item: item.order), tracks, partial(is_judged, kind)
        )
        for kind, items in groups.items()
    }


def judged_pairs(
    kind: TrackKind,
    items: Sequence[Item],
    tracks: Mapping[str, str],
    is_judged: Callable[[str, str], bool],
) -> list[Judged]:
    """Return the pairs of a series that the matcher would look at and a person has judged.

    ``tracks`` says which thing each row is, by row id; pairs that a veto forbids teach nothing.
    """
    context = Context.of(items)
    found = []
    for left, right in sorted(set(candidates(kind, items, context))):
        one, two = items[left], items[right]
        if not {one.row_id, two.row_id} <= tracks.keys() or veto_of(kind, one, two):
            continue
        is_same = tracks[one.row_id] == tracks[two.row_id]
        if is_same and not is_judged(one.row_id, two.row_id):
            continue
        found.append(Judged(tuple(values_of(kind, one, two, context).values()), is_same))
    return found


def fit(kind: TrackKind, pairs: Sequence[Judged]) -> dict[str, float]:
    """Return the weight of each feature and the bias that make the judgements most likely."""
    return logistic([feature.__name__ for feature in FEATURES[kind]], pairs)


def logistic(names: Sequence[str], cases: Sequence[Judged]) -> dict[str, float]:
    """Return what each number of the cases is worth, by name, and the bias.

    Newton's method with a ridge.
    """
    import numpy as np  # noqa: PLC0415 only training needs it

    table = np.array([[1.0, *case.values] for case in cases])
    wanted = np.array([float(case.is_same) for case in cases])
    penalty = np.diag([0.0] + [_RIDGE] * len(names))
    worth = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-table @ worth))
        slope = table.T @ (wanted - chance) - penalty @ worth
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + penalty
        worth += np.linalg.solve(curve + 1e-9 * np.eye(len(worth)), slope)
    rounded = [round(float(value), 3) for value in worth]
    return {"bias": rounded[0], **dict(zip(names, rounded[1:], strict=True))}


def chance(kind: TrackKind, worth: Mapping[str, float], pair: Judged) -> float:
    """Return how likely a pair is one thing."""
    names = [feature.__name__ for feature in FEATURES[kind]]
    parts = (worth[name] * value for name, value in zip(names, pair.values, strict=True))
    return 1 / (1 + math.exp(-worth["bias"] - sum(parts)))


def write_weights(
    found: Mapping[TrackKind, Mapping[str, float]], telling: Mapping[str, float]
) -> str:
    """Return the weights as a file to read: each with the sentence it stands for."""
    lines = [
        "# What each feature is worth to the tracker, learned from the judged pairs of training",
        "# bodies by `csp-extract train`, never by hand. Pairs are linked from `threshold` on.",
    ]
    for kind, worth in found.items():
        sentences = {feature.__name__: told(feature) for feature in FEATURES[kind]}
        lines += ["", f"[{kind}]", *_lines(worth, sentences)]
    lines += ["", "# Signs that a passage of a later paper tells what became of a promise."]
    lines += [f"[{TABLE}]", *_lines(telling, {sign.__name__: told(sign) for sign in SIGNS})]
    return "\n".join(lines) + "\n"


def _lines(worth: Mapping[str, float], sentences: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each weight, with its sentence."""
    for name, value in worth.items():
        comment = f"  # {sentences[name]}" if name in sentences else ""
        yield f"{name} = {value}{comment}"
