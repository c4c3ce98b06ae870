"""What people judged of pairs of mentions: it stands above every score and every veto."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import product

from csp_extract.records import Judgement, LinkRow
from csp_extract.track.cluster import Edge, Pair, clusters_of
from csp_extract.track.items import Item


def judged(
    items: Sequence[Item], edges: Iterable[Edge], judgements: Iterable[LinkRow]
) -> list[Edge]:
    """Return the edges with those that people judged in the place of the matcher's.

    A pair that the matcher never looked at has an edge too once a person judged it.
    """
    known = {edge.pair: edge for edge in edges}
    places = {(item.table, item.row_id): at for at, item in enumerate(items)}
    for one in judgements:
        left = places.get((one.left_table, one.left_id))
        right = places.get((one.right_table, one.right_id))
        if left is None or right is None:
            continue
        pair = min(left, right), max(left, right)
        known[pair] = _edge(pair, known.get(pair), one)
    return [known[pair] for pair in sorted(known)]


def _edge(pair: Pair, edge: Edge | None, said: LinkRow) -> Edge:
    """Return the edge of a pair as a person judged it; the matcher's score stays to be seen."""
    is_same = said.judgement is Judgement.SAME
    reasons = [f"judged {said.judgement}" + (f": {said.reasons}" if said.reasons else "")]
    if edge is not None and edge.reason:
        reasons.append(f"the matcher: {edge.reason}")
    score = edge.score if edge is not None and not edge.is_vetoed else None
    verdict = replace(said, score=score, reasons="; ".join(reasons))
    return Edge(pair, float(is_same), reasons[0], is_vetoed=not is_same, verdict=verdict)


def clusters_as_judged(
    count: int,
    edges: Sequence[Edge],
    threshold: float,
    is_vetoed: Callable[[int, int], bool],
    is_one_list: Callable[[int, int], bool] = lambda *_: False,
) -> list[list[int]]:
    """Return the clusters of items, those made one that people judged to be.

    Two mentions that are one thing bring all that was linked to either with them. Where a person
    also judged some of those to be different, or two items of one list would fall together, the two
    come together by themselves, and the rest goes where the scores lead it.
    """
    same = [edge.pair for edge in edges if edge.verdict and not edge.is_vetoed]
    apart = {edge.pair for edge in edges if edge.verdict and edge.is_vetoed}
    scored = [edge for edge in edges if edge.pair not in same]
    alone: list[Pair] = []
    while True:
        clusters = clusters_of(count, scored, threshold, is_vetoed, alone)
        clusters, hindered = _merged(
            clusters, same, lambda one, two: (one, two) in apart or is_one_list(one, two)
        )
        if not hindered:
            return clusters
        alone += hindered


def _merged(
    clusters: Sequence[list[int]], same: Iterable[Pair], is_apart: Callable[[int, int], bool]
) -> tuple[list[list[int]], list[Pair]]:
    """Return the clusters merged over pairs, and the pairs that would join what is apart."""
    head = {at: own[0] for own in clusters for at in own}
    groups = {own[0]: list(own) for own in clusters}
    hindered = []
    for left, right in same:
        one, two = sorted((head[left], head[right]))
        if one == two:
            continue
        if any(is_apart(*sorted(pair)) for pair in product(groups[one], groups[two])):
            hindered.append((left, right))
        else:
            head.update(dict.fromkeys(groups[two], one))
            groups[one] = sorted(groups[one] + groups.pop(two))
    return [groups[at] for at in sorted(groups)], hindered
