"""What later papers say of a thing: the passages that share its words, and what they tell."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from csp_extract.track.items import Paper
from csp_extract.track.words import cues, fold, form_stems, tokens

if TYPE_CHECKING:
    from csp_extract.track.items import Item
    from csp_extract.track.thread import Series

_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z£\d“‘'\"(])")
_CELL = 70  # characters of a line from which it is a sentence and no cell of a table
_ENOUGH = 0.4  # of what would make a passage surely one about the thing
_OBJECT = 0.5  # what the share of the words that tell the thing, not the act, counts for
_ACT = 0.2  # what the promised act adds, and what words of things to come take away
_MONTH = 0.15  # what the month in which it was due adds
_DAY = 0.3  # what the very day adds
_LOOKED_AT = 8  # passages of a paper that share most words
_ROW = 3  # cells after a cell that may belong to its row
_MENTIONED = 0.6  # of the words that tell a thing, from which a passage speaks of it
_RESTATED = 0.6  # of a passage: a promise of that length is what it tells


class Verdict(StrEnum):
    """What a passage tells of the thing it is about."""

    DONE = "done"
    UNDONE = "undone"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Passage:
    """A sentence, or a cell with those after it in its row."""

    paper: Paper
    cells: tuple[str, ...]
    is_promise: bool = False

    @property
    def text(self) -> str:
        """Its words as a reader sees them."""
        return " | ".join(self.cells)

    @cached_property
    def words(self) -> frozenset[str]:
        """The telling words of the sentence, or of the cell that begins the row."""
        return frozenset(tokens(self.cells[0]))

    @cached_property
    def plain(self) -> str:
        """Its text, folded."""
        return fold(self.text)

    @cached_property
    def verdict(self) -> Verdict:
        """What it tells: a cell by the first cell of its row that tells anything."""
        if self.is_promise:
            return Verdict.NOTHING
        told = (_verdict(fold(cell)) for cell in (*self.cells[1:], self.cells[0]))
        return next((one for one in told if one is not Verdict.NOTHING), Verdict.NOTHING)

    @cached_property
    def is_to_come(self) -> bool:
        """Whether it has words of things to come."""
        return bool(cues("to_come").search(self.plain))


def _verdict(plain: str) -> Verdict:
    """Return what folded words tell."""
    if cues("undone").search(plain):
        return Verdict.UNDONE
    return Verdict.DONE if cues("done").search(plain) else Verdict.NOTHING


@dataclass(frozen=True)
class Library:
    """The passages of a series, found by their words."""

    papers: Sequence[Paper]
    promises: Mapping[str, Sequence[str]] = field(default_factory=dict)  # their words, by report

    @cached_property
    def passages(self) -> Mapping[str, tuple[Passage, ...]]:
        """The passages of each paper, in reading order."""
        return {
            paper.report_id: tuple(
                Passage(paper, cells, self._is_promise(paper, cells))
                for cells in passages_of(paper.text)
            )
            for paper in self.papers
        }

    def _is_promise(self, paper: Paper, cells: Sequence[str]) -> bool:
        """Return whether a passage is, for the most part, a promise of its own."""
        return any(
            len(words) >= _RESTATED * len(cells[0]) and words in cells[0]
            for words in self.promises.get(paper.report_id, ())
        )

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

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        counts, whole = self._rarity
        return {word: math.log((whole + 2) / (count + 1)) for word, count in counts.items()}

    def weight(self, word: str) -> float:
        """Return how much a word tells in this series: rare ones most."""
        return self._weights.get(word) or math.log(self._rarity[1] + 2)

    def share(self, words: frozenset[str], among: frozenset[str]) -> float:
        """Return the share of some words that stand among others, by what they tell."""
        whole = sum(self.weight(word) for word in words)
        return sum(self.weight(word) for word in words & among) / (whole or 1.0)

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
    return _best(item, series, Verdict.DONE)


def told_undone(item: "Item", series: "Series") -> Told | None:
    """Return the passage of a later paper that best tells a thing as not done, or not yet."""
    return _best(item, series, Verdict.UNDONE)


def is_told(item: "Item", papers: Sequence[Paper], series: "Series") -> bool:
    """Return whether a paper has a passage with most telling words of a thing, whatever it says."""
    thing = item.words - form_stems() or item.words
    return any(
        series.library.share(thing, passage.words) >= _MENTIONED
        for paper in papers
        for _, passage in series.library.about(thing, paper)[:_LOOKED_AT]
    )


def _best(item: "Item", series: "Series", verdict: Verdict) -> Told | None:
    """Return the passage of a later paper with a verdict that is most surely about a thing."""
    best: Told | None = None
    for paper in series.after(item.paper):
        for share, passage in series.library.about(item.words, paper)[:_LOOKED_AT]:
            weight = _sureness(share, passage, item, series.library)
            is_better = best is None or weight > best.share
            if weight >= _ENOUGH and is_better and passage.verdict is verdict:
                best = Told(weight, passage)
    return best


def _sureness(share: float, passage: Passage, item: "Item", library: Library) -> float:
    """Return how surely a passage is about a thing: by its words, its act and its day."""
    thing = item.words - form_stems()
    is_act, day = item.act in passage.words, item.days[1] if item.days else None
    is_day = day is not None and f"{day.day} {day:%B}".casefold() in passage.plain
    weight = (1 - _OBJECT) * share + _OBJECT * library.share(thing, passage.words)
    weight += _ACT * is_act - _ACT * passage.is_to_come + _DAY * is_day
    is_month = day is not None and f"{day:%B %Y}".casefold() in passage.plain
    return weight + _MONTH * is_month


def passages_of(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the sentences of a text; a cell of a table is followed by those after it."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if len(line) < _CELL and not line.endswith((".", ";", ":")):
            row = [line]
            for other in lines[at + 1 : at + 1 + _ROW]:
                if len(other) >= 2 * _CELL:
                    break
                row.append(other)
            yield tuple(row)
            continue
        yield from ((sentence,) for sentence in _END.split(line))
