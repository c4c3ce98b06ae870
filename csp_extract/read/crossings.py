"""Where the ruling lines of a page cross, once those that were drawn in pieces are whole.

Lines are put together as pdfplumber does it, and its reach is kept: it is the reference.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import inf
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from csp_extract.records import Edge

Point = tuple[float, float]

_SNAP_PT = 3.0  # lines nearer than this are on one line
_JOIN_PT = 3.0  # pieces of a line nearer than this are one piece
CROSS_PT = 3.0  # by which a line may miss the one that it meets
_UPRIGHT, _LEVEL = 0, 1  # the place of a line among its four numbers; its ends are the others


class Rules(NamedTuple):
    """The ruling lines of a page."""

    upright: list[Edge]
    level: list[Edge]


class Crossing(NamedTuple):
    """The lines that cross in one point, by their places among the upright and the level ones."""

    upright: set[int]
    level: set[int]


def rules_of(edges: Iterable[Edge]) -> Rules:
    """Return the lines that edges make together."""
    upright: list[Edge] = []
    level: list[Edge] = []
    for edge in edges:
        (level if edge.is_horizontal else upright).append(edge)
    return Rules(
        _joined(_snapped(upright, _UPRIGHT), _UPRIGHT), _joined(_snapped(level, _LEVEL), _LEVEL)
    )


def _snapped(edges: Sequence[Edge], way: int) -> list[Edge]:
    """Return edges moved to where those that are nearly on one line are on average."""
    last, lines = -inf, 0
    of_place: dict[float, int] = {}
    for place in sorted({edge[way] for edge in edges}):
        lines += place > last + _SNAP_PT
        of_place[place] = lines
        last = place
    found: list[Edge] = []
    for _, line in groupby(
        sorted(edges, key=lambda edge: of_place[edge[way]]), key=lambda edge: of_place[edge[way]]
    ):
        own = list(line)
        place = sum(edge[way] for edge in own) / len(own)
        found += [_moved(edge, way, place - edge[way]) for edge in own]
    return found


def _moved(edge: Edge, way: int, by: float) -> Edge:
    """Return an edge moved across its own way."""
    x0, top, x1, bottom = edge
    return (
        Edge(x0 + by, top, x1 + by, bottom)
        if way == _UPRIGHT
        else Edge(x0, top + by, x1, bottom + by)
    )


def _joined(edges: Iterable[Edge], way: int) -> list[Edge]:
    """Return edges, those on one line that touch put together."""
    start, end = 1 - way, 3 - way
    found: list[Edge] = []
    for edge in sorted(edges, key=itemgetter(way, start)):
        last = found[-1] if found else None
        if last is None or last[way] != edge[way] or edge[start] > last[end] + _JOIN_PT:
            found.append(edge)
        elif edge[end] > last[end]:
            found[-1] = Edge._make((*last[:end], edge[end], *last[end + 1 :]))
    return found


def crossings_of(rules: Rules) -> dict[Point, Crossing]:
    """Return the points where lines cross or meet."""
    upright, level = np.array(rules.upright), np.array(rules.level)
    x, top, bottom = upright[:, 0, None], upright[:, 1, None], upright[:, 3, None]
    left, y, right = level[:, 0], level[:, 1], level[:, 2]
    crosses = (
        (top <= y + CROSS_PT)
        & (bottom >= y - CROSS_PT)
        & (x >= left - CROSS_PT)
        & (x <= right + CROSS_PT)
    )
    found: dict[Point, Crossing] = {}
    for one, two in np.argwhere(crosses).tolist():
        crossing = found.setdefault(
            (rules.upright[one].x0, rules.level[two].top), Crossing(set(), set())
        )
        crossing.upright.add(one)
        crossing.level.add(two)
    return found
