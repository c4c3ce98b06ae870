"""Lists matched as wholes: each item of one list has at most one partner in another."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from csp_extract.track.cluster import Edge, Pair
from csp_extract.track.items import Item

_UNCHOSEN = 0.5  # what a pair keeps of its score when its items have better partners


def align(items: Sequence[Item], edges: Sequence[Edge]) -> list[Edge]:
    """Return the edges, those between two lists weakened that the best assignment leaves out."""
    lists: dict[tuple[str, str], dict[Pair, float]] = defaultdict(dict)
    for edge in edges:
        left, right = (items[at] for at in edge.pair)
        if left.cell("rank") and right.cell("rank") and left.paper != right.paper:
            lists[left.paper.report_id, right.paper.report_id][edge.pair] = edge.score
    chosen = {pair for scores in lists.values() for pair in assign(scores)}
    left_out = {pair for scores in lists.values() for pair in scores} - chosen
    return [
        replace(edge, score=round(edge.score * _UNCHOSEN, 4)) if edge.pair in left_out else edge
        for edge in edges
    ]


def assign(scores: Mapping[Pair, float]) -> set[Pair]:
    """Return the pairs, none sharing an item, whose scores add up to the most.

    The Hungarian method on a square of costs, exact; lists are short.
    """
    rows = sorted({left for left, _ in scores})
    columns = sorted({right for _, right in scores})
    size = max(len(rows), len(columns))
    costs = [[0.0] * size for _ in range(size)]
    for (left, right), score in scores.items():
        costs[rows.index(left)][columns.index(right)] = -score
    pairs = _hungarian(costs)
    return {
        pair
        for row, column in enumerate(pairs)
        if row < len(rows)
        and column < len(columns)
        and (pair := (rows[row], columns[column])) in scores
    }


def _hungarian(costs: Sequence[Sequence[float]]) -> list[int]:
    """Return the column of each row in the cheapest assignment of a square of costs."""
    size = len(costs)
    prices = _Prices([0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1))
    for row in range(1, size + 1):
        prices.match[0] = row
        _augment(costs, prices)
    found = [0] * size
    for column, row in enumerate(prices.match[1:]):
        found[row - 1] = column
    return found


class _Prices(NamedTuple):
    """What the method has settled: a price of each row and column, and the row of each column.

    All count from 1; column 0 is where a new row waits.
    """

    of_row: list[float]
    of_column: list[float]
    match: list[int]


def _augment(costs: Sequence[Sequence[float]], prices: _Prices) -> None:
    """Give the waiting row a column, moving others along the cheapest path."""
    of_row, of_column, match = prices
    least, way = [math.inf] * len(match), [0] * len(match)
    done: set[int] = set()
    column = 0
    while match[column]:
        done.add(column)
        row = match[column]
        free = [other for other in range(1, len(match)) if other not in done]
        for other in free:
            cost = costs[row - 1][other - 1] - of_row[row] - of_column[other]
            if cost < least[other]:
                least[other], way[other] = cost, column
        following = min(free, key=lambda other: least[other])
        delta = least[following]
        for other in done:
            of_row[match[other]] += delta
            of_column[other] -= delta
        for other in free:
            least[other] -= delta
        column = following
    while column:
        match[column] = match[way[column]]
        column = way[column]
