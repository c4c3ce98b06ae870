"""Judgements: which mentions of a series are one thing."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

from csp_extract.data import read_data
from csp_extract.records import TrackKind
from csp_extract.track.align import align
from csp_extract.track.cluster import Edge, Pair
from csp_extract.track.context import Context
from csp_extract.track.features import FEATURES, told
from csp_extract.track.items import Item
from csp_extract.track.names import Relation as Renaming
from csp_extract.track.names import Said
from csp_extract.track.vetoes import veto_of

UNSURE = 0.3  # from here a person may want to look
SURE = 0.8  # from here, and below its complement, nobody needs to look
KEPT = 0.1  # a pair less likely than this is no judgement, it is two different things
_BLOCK = 40  # items that a word may bring together; one that is in more tells nothing
_WORDS = 6  # rarest words of an item that bring it together with others
_REASONS = 3
_SAID = 0.97  # how sure the words of a paper make a new name


def weights(kind: TrackKind) -> Mapping[str, float]:
    """Return what each feature of a kind is worth, and the bias."""
    found: Mapping[str, float] = read_data(__package__, "weights.toml")[kind]
    return found


def threshold(kind: TrackKind) -> float:
    """Return from which probability two mentions of a kind may be one thing."""
    return weights(kind)["threshold"]


def edges_of(kind: TrackKind, items: Sequence[Item], said: Sequence[Said] = ()) -> list[Edge]:
    """Return the judged pairs of the items of one kind and series; the items are in order.

    ``said`` is what the papers say of their names, which beats what the names look like.
    """
    context = Context.of(items)
    pairs = sorted(set(candidates(kind, items, context)))
    edges = [edge_of(kind, items, pair, context) for pair in pairs]
    if kind is TrackKind.PRIORITY:
        edges = align(items, edges)
    edges = [edge for edge in edges if edge.score >= KEPT or edge.is_vetoed]
    return _with_new_names(items, edges, said)


def _with_new_names(
    items: Sequence[Item], edges: Sequence[Edge], said: Sequence[Said]
) -> list[Edge]:
    """Return the edges with those between mentions under an old and a new name of one thing."""
    named: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for name in item.names:
            named[name].append(at)
    known = {edge.pair: edge for edge in edges}
    for one in said:
        if one.relation is not Renaming.RENAMED:
            continue
        for ends in product(named[one.old], named[one.new]):
            pair = min(ends), max(ends)
            is_vetoed = pair in known and known[pair].is_vetoed
            if pair[0] != pair[1] and not is_vetoed:
                known[pair] = Edge(pair, _SAID, "are said to be one thing under two names")
    return [known[pair] for pair in sorted(known)]


def edge_of(kind: TrackKind, items: Sequence[Item], pair: Pair, context: Context) -> Edge:
    """Return the judgement of one pair."""
    left, right = (items[at] for at in pair)
    veto = veto_of(kind, left, right)
    if veto:
        return Edge(pair, 0.0, veto, is_vetoed=True)
    worth = weights(kind)
    values = values_of(kind, left, right, context)
    parts = {name: worth.get(name, 0.0) * value for name, value in values.items()}
    score = 1 / (1 + math.exp(-(worth["bias"] + sum(parts.values()))))
    return Edge(pair, round(score, 4), _reason(kind, parts) if score >= KEPT else "")


def values_of(kind: TrackKind, left: Item, right: Item, context: Context) -> dict[str, float]:
    """Return the features of a pair by name."""
    return {feature.__name__: feature(left, right, context) for feature in FEATURES[kind]}


@cache
def _sentences(kind: TrackKind) -> Mapping[str, str]:
    """Return the sentence of each feature of a kind by its name."""
    return {feature.__name__: told(feature) for feature in FEATURES[kind]}


def _reason(kind: TrackKind, parts: Mapping[str, float]) -> str:
    """Return what speaks for a pair and against it, the weightiest first, in words."""
    sentences = _sentences(kind)
    heavy = sorted(parts, key=lambda name: (-abs(parts[name]), name))[:_REASONS]
    return ", ".join(
        sentences[name] if parts[name] > 0 else f"but {sentences[name]}"
        for name in sorted(heavy, key=lambda name: (parts[name] <= 0, -abs(parts[name])))
        if abs(parts[name]) >= 0.1
    )


def candidates(kind: TrackKind, items: Sequence[Item], context: Context) -> Iterator[Pair]:
    """Yield the pairs that share a name, a rare word, a sum or a day."""
    if kind is TrackKind.PRIORITY:
        yield from combinations(range(len(items)), 2)
        return
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for key in _keys(item, context):
            blocks[key].append(at)
    for key, block in sorted(blocks.items()):
        if len(block) <= _BLOCK or key.startswith("name "):
            yield from combinations(block, 2)


def _keys(item: Item, context: Context) -> Iterator[str]:
    """Yield what brings an item together with others."""
    yield from {f"name {name}" for name in item.names if name}
    words = item.words or item.around
    rare = sorted(words, key=lambda word: (-context.rarity.get(word, 1.0), word))
    yield from {f"word {word}" for word in rare[:_WORDS]}
    if item.kind is TrackKind.FUNDING and item.cell("value"):
        yield f"sum {float(item.cell('value')):g}"
    if item.kind in {TrackKind.EVENT, TrackKind.COMMITMENT} and item.days:
        yield f"day {item.days[1]}"
