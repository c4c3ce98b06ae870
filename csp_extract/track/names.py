"""What papers say of two names: that they are of one thing, or that one thing ended in another.

"Noon Club, renamed Midday Club"; "the Midday Club, as the Noon Club has been called since May": one
initiative under two names. "Noon Club was folded into Midday Club", "Midday Club replaced Noon
Club": one that ended in another.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from csp_extract.track.items import Item, Paper
from csp_extract.track.library import passages_of
from csp_extract.track.words import cues, fold, stems, tokens

_BETWEEN = 120  # characters between two names that a cue may join
_AFTER = 60  # characters after the second name in which the cue may follow
_SHORTEST = 5  # letters from which a single word is a name to look for
_PLANNED = re.compile(
    r"\b(?:will|would|should|could|may|might|to|be|if|proposed?)(?: \w+)?(?: be)? $"
)
_ACTIVE = re.compile(r"brings?|brought|bringing|took|takes|taken|taking|replaces|replacing|succe")


class Relation(StrEnum):
    """How a paper ties two names."""

    RENAMED = "renamed"
    MERGED = "merged"
    REPLACED = "replaced"


class Said(NamedTuple):
    """What a passage says of an old and a new name, both folded."""

    relation: Relation
    old: str
    new: str
    paper: Paper
    text: str


class _Name(NamedTuple):
    """A name where it stands in a passage."""

    start: int
    end: int
    name: str


def said_of_names(items: Sequence[Item]) -> list[Said]:
    """Return what the papers of some initiatives say of their names, in order of meetings."""
    names = sorted({name for item in items for name in item.names if _is_sought(name)})
    if len(names) < 2:
        return []
    longest_first = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
    found: dict[Said, None] = {}
    for paper in sorted({item.paper for item in items}, key=lambda paper: paper.order):
        for cells in passages_of(paper.text):
            text = " | ".join(cells)
            plain = fold(text)
            if _any_cue().search(plain):
                places = [_Name(*match.span(), match[0]) for match in pattern.finditer(plain)]
                for relation, old, new in _ties(plain, places):
                    found[Said(relation, old, new, paper, text)] = None
    return list(found)


def _is_sought(name: str) -> bool:
    """Return whether a name tells a thing apart: "the pilot" does not."""
    words = frozenset(tokens(name)) - stems("generic")
    return bool(words) and (" " in name or len(name) >= _SHORTEST)


@cache
def _any_cue() -> re.Pattern[str]:
    """Return all cues as one pattern."""
    return re.compile("|".join(cues(relation).pattern for relation in Relation))


def _ties(plain: str, places: Sequence[_Name]) -> Iterator[tuple[Relation, str, str]]:
    """Yield the relation, the old and the new name that a passage tells."""
    if len({place.name for place in places}) < 2:
        return
    for relation in (Relation.MERGED, Relation.REPLACED):
        cue = cues(relation).search(plain)
        if cue is not None:
            if not _PLANNED.search(plain[: cue.start()]):
                for old, new in _around(places, cue):
                    yield relation, old, new
            return
    for left, right in pairwise(places):
        if left.name != right.name and _is_renamed(plain, left, right):
            yield Relation.RENAMED, left.name, right.name


def _around(places: Sequence[_Name], cue: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield the old names and the new one, which stand on two sides of a cue."""
    before = [place.name for place in places if place.end <= cue.start()]
    after = [place.name for place in places if place.start >= cue.end()]
    if not before or not after:
        return
    is_active = _ACTIVE.match(cue[0]) is not None and " by" not in cue[0]
    olds, new = (after, before[-1]) if is_active else (before, after[0])
    yield from ((old, new) for old in dict.fromkeys(olds) if old != new)


def _is_renamed(plain: str, left: _Name, right: _Name) -> bool:
    """Return whether a cue of a new name joins two names that stand near one another."""
    between = plain[left.end : right.start]
    if len(between) > _BETWEEN:
        return False
    is_told_after = between.lstrip().startswith((", as ", "as ")) or between.startswith(", as ")
    after = plain[right.end : right.end + _AFTER] if is_told_after else ""
    return bool(cues(Relation.RENAMED).search(between) or cues(Relation.RENAMED).search(after))
