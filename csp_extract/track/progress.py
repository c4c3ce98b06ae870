"""What later papers say of a thing: the passages that share its words, and what they tell."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from csp_extract.track.items import Paper
from csp_extract.track.words import cues, fold, tokens

if TYPE_CHECKING:
    from csp_extract.track.items import Item
    from csp_extract.track.thread import Series

_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z£\d“‘'\"(])")
_CELL = 70  # characters of a line from which it is a sentence and no cell of a table
_ENOUGH = 0.4  # of a thing's words, by what they tell, that a passage must have
_DATED = 0.15  # what the month in which it was due adds to the share
_LOOKED_AT = 8  # passages of a paper that share most words
_ROW = 3  # cells after a cell that may belong to its row


@dataclass(frozen=True)
class Passage:
    """A sentence, or a row of short cells, of a paper."""

    paper: Paper
    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        """Its telling words."""
        return frozenset(tokens(self.text))

    @cached_property
    def is_done(self) -> bool:
        """Whether it tells of something as done."""
        plain = fold(self.text)
        return bool(cues("done").search(plain)) and not self.is_undone

    @cached_property
    def is_undone(self) -> bool:
        """Whether it tells that something did not happen, or not yet."""
        return bool(cues("undone").search(fold(self.text)))


@dataclass(frozen=True)
class Library:
    """The passages of a series, found by their words."""

    papers: Sequence[Paper]

    @cached_property
    def passages(self) -> Mapping[str, tuple[Passage, ...]]:
        """The passages of each paper, in reading order."""
        return {
            paper.report_id: tuple(Passage(paper, text) for text in passages_of(paper.text))
            for paper in self.papers
        }

    @cached_property
    def _rarity(self) -> tuple[Mapping[str, int], int]:
        every = [passage for own in self.passages.values() for passage in own]
        return Counter(word for passage in every for word in passage.words), len(every)

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, tuple[int, ...]]]:
        """Where each word stands: by report, the places of the passages that hold it."""
        found: dict[str, dict[str, list[int]]] = {}
        for report, passages in self.passages.items():
            own = found.setdefault(report, defaultdict(list))
            for at, passage in enumerate(passages):
                for word in passage.words:
                    own[word].append(at)
        return {r: {w: tuple(p) for w, p in own.items()} for r, own in found.items()}

    def weight(self, word: str) -> float:
        """Return how much a word tells in this series: rare ones most."""
        counts, whole = self._rarity
        return math.log((whole + 2) / (counts.get(word, 0) + 1))

    def about(self, words: frozenset[str], paper: Paper) -> list[tuple[float, Passage]]:
        """Return the passages of a paper that share words, best first, with the share."""
        whole = sum(self.weight(word) for word in words) or 1.0
        shares: dict[int, float] = defaultdict(float)
        for word in words:
            for at in self._places[paper.report_id].get(word, ()):
                shares[at] += self.weight(word) / whole
        passages = self.passages[paper.report_id]
        ranked = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(share, passages[at]) for at, share in ranked]


class Told(NamedTuple):
    """A passage that tells of a thing, with the share of the thing's words that it has."""

    share: float
    passage: Passage


def told_done(item: "Item", series: "Series") -> Told | None:
    """Return the passage of a later paper that best tells a thing as done, where one does."""
    return _best(item, series, lambda passage: passage.is_done)


def told_undone(item: "Item", series: "Series") -> Told | None:
    """Return the passage of a later paper that best tells a thing as not done, or not yet."""
    return _best(item, series, lambda passage: passage.is_undone)


def _best(item: "Item", series: "Series", is_wanted: Callable[[Passage], bool]) -> Told | None:
    """Return the wanted passage of a later paper that shares most of a thing's words."""
    best: Told | None = None
    for paper in series.after(item.paper):
        for share, passage in series.library.about(item.words, paper)[:_LOOKED_AT]:
            weight = share + _DATED * _names_month(passage, item)
            is_better = best is None or weight > best.share
            if weight >= _ENOUGH and is_better and is_wanted(passage):
                best = Told(weight, passage)
    return best


def _names_month(passage: Passage, item: "Item") -> bool:
    """Return whether a passage names the month in which a thing was due."""
    days = item.days
    return days is not None and f"{days[1]:%B %Y}".casefold() in fold(passage.text)


def passages_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text; a cell of a table is followed by those after it."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if len(line) < _CELL and not line.endswith((".", ";", ":")):
            row = [line]
            for other in lines[at + 1 : at + 1 + _ROW]:
                if len(other) >= 2 * _CELL:
                    break
                row.append(other)
            yield " | ".join(row)
            continue
        yield from _END.split(line)
