"""What the papers of a series say, passage by passage, found by their words."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from csp_extract.track.items import Paper
from csp_extract.track.words import cues, fold, tokens

_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z£\d“‘'\"(])")
_CELL = 70  # characters of a line from which it is a sentence and no cell of a table
_ROW = 3  # cells after a cell that may belong to its row
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
    def all_words(self) -> frozenset[str]:
        """The telling words of the sentence, or of the whole row."""
        return frozenset(tokens(self.text))

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
    def is_done_beside(self) -> bool:
        """Whether a cell after the first begins with a word of what happened, not of what did not.

        Of the cells after it the first that tells anything counts: those behind may be of the next
        row.
        """
        for cell in map(fold, self.cells[1:]):
            if cues("undone").search(cell):
                return False
            if cues("done").match(cell):
                return True
        return False

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

    def seldom(self, word: str) -> float:
        """Return how seldom a word is used in this series: 1 for one that is never."""
        return self.weight(word) / math.log(self._rarity[1] + 2)

    def share(self, words: frozenset[str], among: frozenset[str]) -> float:
        """Return the share of some words that stand among others, by what they tell."""
        whole = sum(self.weight(word) for word in words)
        return sum(self.weight(word) for word in words & among) / (whole or 1.0)

    def sharing(self, words: frozenset[str], paper: Paper) -> Iterator[Passage]:
        """Yield the passages of a paper that have one of some words at their head."""
        own = self._places[paper.report_id]
        passages = self.passages[paper.report_id]
        for at in sorted({at for word in words for at in own.get(word, ())}):
            yield passages[at]

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
