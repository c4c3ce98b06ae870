"""Judgements: which mentions of a series are one thing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from csp_extract.records import TrackKind
from csp_extract.track.cluster import Edge
from csp_extract.track.items import Item

THRESHOLD = 0.5  # from here two mentions may be one thing
SURE = 0.8  # from here, and below its complement, nobody needs to look


def edges_of(kind: TrackKind, items: Sequence[Item]) -> list[Edge]:
    """Return the judged pairs of the items of one kind and series; the items are in order."""
    found = {}
    for left, right in sorted(set(_candidates(items))):
        reason = _reason(kind, items[left], items[right])
        if reason:
            found[left, right] = Edge((left, right), 1.0, reason)
    return list(found.values())


def _candidates(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a name."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for name in item.names:
            blocks[name].append(at)
    for block in blocks.values():
        yield from combinations(block, 2)


def _reason(kind: TrackKind, left: Item, right: Item) -> str:
    """Return why two items that share a name are one thing, or nothing."""
    if kind is TrackKind.FUNDING and left.cell("value") != right.cell("value"):
        return ""
    if kind is TrackKind.EVENT and left.cell("start") != right.cell("start"):
        return ""
    return "the same name"
