"""Printed lines: the words of a page that stand on one baseline and belong together.

The order of the stream is kept, for it is nearly always the order of reading; a sort by place
ruins columns.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from csp_extract.layout.lazy import once
from csp_extract.records import Page, Word

_GAP_EM = 1.6  # a wider gap parts cells, columns, labels and what they label
_REACH_PT = 110.0  # from a hanging number to its text
_SPREAD_EM = 5.0  # the same in a line that was justified in a narrow column
_EQUAL_PT = 0.6  # how far the gaps of a justified line differ
_FIGURES_EM = 0.8  # the same between two figures
_FIGURE = re.compile(r"[-+(£]*\d[\d,./]*[%kKmM)]*")
_PROSE_WORDS = 6
_PLAIN_NUMBER = re.compile(r"\d{1,3}")
_BRACKETED = re.compile(r"\(\d{1,3}\)")
_LEVEL_EM = 0.45  # how far baselines may differ on one line: superscripts


@dataclass(frozen=True)
class Line:
    """Words on one baseline of a page without a wide gap, in stream order."""

    page: int
    words: tuple[Word, ...]
    column: int = 0  # of the page, from 0; lines across all columns have -1
    right: float = 0.0  # right margin of the column, points
    left: float = 0.0  # its left margin

    @once
    def x0(self) -> float:
        """Left edge, points."""
        return min([word.x0 for word in self.words])

    @once
    def x1(self) -> float:
        """Right edge, points."""
        return max([word.x1 for word in self.words])

    @once
    def top(self) -> float:
        """Upper edge, points from the top of the page."""
        return min([word.top for word in self.words])

    @once
    def bottom(self) -> float:
        """Lower edge of its largest word, which stands on the baseline."""
        largest = max([word.size for word in self.words])
        return min([word.bottom for word in self.words if word.size == largest])

    @once
    def size(self) -> float:
        """Font size of most of its letters, points."""
        own = [word.size for word in self.words]
        if own.count(own[0]) == len(own):
            return round(own[0], 1) or 1.0
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[round(word.size, 1)] = sizes.get(round(word.size, 1), 0) + len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size)) or 1.0

    @once
    def is_bold(self) -> bool:
        """Whether all of its letters are bold, or its figures where it has no letters."""
        if not any([word.is_bold for word in self.words]):  # noqa: C419 a list is faster
            return False
        lettered = [word for word in self.words if any(map(str.isalpha, word.text))]
        return all(word.is_bold for word in lettered or self.words)

    @once
    def text(self) -> str:
        """Its words, parted by single spaces."""
        return " ".join([word.text for word in self.words])

    @once
    def is_caps(self) -> bool:
        """Whether it has letters and all are capitals."""
        if not self.text.isupper():
            return False  # nearly all lines
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 2 and all(letter.isupper() for letter in letters)

    def within(self, column: int, left: float, right: float) -> "Line":
        """Return the line in a column with these margins; what is known of its words stays so."""
        line = object.__new__(Line)
        line.__dict__.update(self.__dict__, column=column, left=left, right=right)
        return line


def lines_of(page: Page, words: Iterable[Word]) -> list[Line]:
    """Return the lines of a page's words in stream order, parted at wide gaps.

    The raised marks of footnotes are left out: they are no words of their sentence.
    """
    number = page.number
    runs = _runs([word for word in words if not word.is_raised])
    return [Line(number, tuple(piece)) for run in runs for piece in _parted(run)]


def _runs(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield words that follow one another in the stream on one baseline, left to right."""
    start = 0
    for at, (last, word) in enumerate(pairwise(words), 1):
        if last.is_hyphenated or not (
            (last.bottom == word.bottom and last.x1 <= word.x0)  # nearly all words
            or _follows(last, word)
        ):
            yield words[start:at]
            start = at
    if words:
        yield words[start:]


def _follows(last: Word, word: Word) -> bool:
    """Return whether a word stands on the baseline of another, to the right of it."""
    em = max(last.size, word.size, 1.0)
    return abs(last.bottom - word.bottom) <= _LEVEL_EM * em and word.x0 >= last.x1 - 0.5 * em


def _parted(run: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield the parts of a run between wide gaps."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(run)]
    if not gaps or max(gaps) <= _FIGURES_EM * max(min([word.size for word in run]), 1.0):
        yield run  # nearly all runs
        return
    widest = _GAP_EM if not _is_spread(run) else _SPREAD_EM
    if _hangs(run):
        yield run
        return
    part: list[Word] = []
    for word in run:
        em = max(part[-1].size, word.size, 1.0) if part else 1.0
        gap = (word.x0 - part[-1].x1) / em if part else 0.0
        if gap > widest or (gap > _FIGURES_EM and _are_figures(part[-1], word)):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _are_figures(left: Word, right: Word) -> bool:
    """Return whether both are figures, which no sentence sets far apart."""
    return all(_FIGURE.fullmatch(word.text) for word in (left, right))


def _hangs(run: Sequence[Word]) -> bool:
    """Return whether a run is a plain number in the margin and the sentence that it numbers."""
    if len(run) < _PROSE_WORDS or not _PLAIN_NUMBER.fullmatch(run[0].text):
        return False
    gaps = [(right.x0 - left.x1) / max(right.size, 1.0) for left, right in pairwise(run)]
    is_near = _GAP_EM < gaps[0] <= _REACH_PT / max(run[0].size, 1.0)
    return is_near and max(gaps[1:]) <= _GAP_EM and run[1].text[:1].isupper()


def _is_spread(run: Sequence[Word]) -> bool:
    """Return whether a run was justified: all of its gaps are wide and equal."""
    if len(run) < 3:
        return False
    gaps = [right.x0 - left.x1 for left, right in pairwise(run)]
    return any(
        len(some) > 1 and min(some) > 0 and max(some) - min(some) < _EQUAL_PT
        for some in (gaps, gaps[1:])  # the first word may be a hanging label
    )


def join_level(lines: Sequence[Line], is_label: Callable[["Line"], bool]) -> list[Line]:
    """Return lines with printed labels put back before the text on their baseline.

    Paragraph numbers and bullets hang in a margin, so that a wide gap parts them from their text,
    or the stream has them elsewhere.
    """
    left = [line for line in lines if is_label(line) and not _is_in_row(line, lines)]
    joined: dict[int, Line] = {}
    used: set[int] = set()
    for label in left:
        partner = _partner(label, lines, used | set(joined), is_label)
        if partner is not None:
            joined[id(partner)] = label
            used.add(id(label))
    return [
        replace(line, words=(*joined[id(line)].words, *line.words)) if id(line) in joined else line
        for line in lines
        if id(line) not in used
    ]


def _is_in_row(line: Line, lines: Sequence[Line]) -> bool:
    """Return whether a figure stands beside another one, as in rows of tables.

    "(8)" after a sum is a minus, "8.0" after "7.2" is a rate, and so is what stands before it;
    "3." before "3.1" stays a label.
    """
    is_bracketed = bool(_BRACKETED.fullmatch(line.text))
    if not (is_bracketed or _FIGURE.fullmatch(line.text)):
        return False
    return any(
        (other.x1 < line.x0 if is_bracketed else other is not line)
        and _is_level(line, other)
        and _FIGURE.fullmatch(other.text)
        and not line.text.startswith(other.text)
        and not other.text.startswith(line.text)
        for other in lines
    )


def _is_level(line: Line, other: Line) -> bool:
    """Return whether two lines stand on one baseline."""
    return abs(other.bottom - line.bottom) <= _LEVEL_EM * max(line.size, other.size)


def _partner(
    label: Line, lines: Sequence[Line], taken: set[int], is_label: Callable[["Line"], bool]
) -> Line | None:
    """Return the nearest line to the right of a label on its baseline."""
    near = [
        line
        for line in lines
        if -1.0 <= line.x0 - label.x1 <= _REACH_PT
        and _is_level(line, label)
        and line is not label
        and id(line) not in taken
        and not is_label(line)
        and any(map(str.isalpha, line.text))
    ]
    return min(near, key=lambda line: line.x0, default=None)
