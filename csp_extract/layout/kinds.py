"""What each chunk is: title, heading, paragraph, item, field, cell; and its address."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from csp_extract.layout.chunks import Chunk
from csp_extract.layout.labels import para_of
from csp_extract.layout.numbers import numbers_below, numbers_row
from csp_extract.records import BlockKind

_LONG = 16  # words; a longer chunk is no heading
_PROSE = 14  # words; a plain chunk as long as this ends the masthead
_LARGER_PT = 0.9
_SMALLER = 0.87
_FIELD = re.compile(r"(?P<label>[A-Z][A-Za-z()/’' &-]{1,44}?):\s+(?P<value>\S.*)", re.DOTALL)
_CAPTION = re.compile(r"(?:table|figure|chart|graph)\s+\d{1,3}[a-z]?\b", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$")
_NOT_TITLE = re.compile(
    r"(?:joint )?report (?:of|to|by|from)\b.*|agenda\b.*|item\b.*|.*\b(?:council|committee|panel"
    r"|board|cabinet|authority|commission|executive|council’s)(?: \([^)]*\))?"
    r"|(?:meeting\b[^\d]{0,12})?(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4}.*|public"
    r"|(?:19|20)\d\d\W+(?:19|20)?\d\d"
    r"|part (?:i|ii|1|2|a|b)|appendix \w+"
    r"|minutes (?:of|from) (?:the )?(?:previous|last) meeting|apologies\b.*|declarations? of .*"
    r"|(?:not )?for (?:decision|information|publication).*|\W*",
    re.IGNORECASE | re.DOTALL,
)
_FOOTNOTE = re.compile(r"(?:\d{1,2}|\*|†)\s*\S")


@dataclass
class Shape:
    """What a chunk is; offsets are known only when the text is composed."""

    kind: BlockKind
    level: int = 0
    para: str = ""
    section: str = ""
    path: tuple[str, ...] = ()
    lead_in: int = -1
    row_head: str = ""
    skip: int = 0  # words at the start that are a label printed in running text


def body_size(chunks: Sequence[Chunk]) -> float:
    """Return the font size of most words outside tables."""
    printed: defaultdict[float, int] = defaultdict(int)
    for chunk in chunks:
        for line in chunk.lines if chunk.cell is None else ():
            printed[line.size] += len(line.words)
    sizes: Counter[float] = Counter()
    for size, count in printed.items():
        sizes[round(size * 2) / 2] += count
    return max(sizes, key=lambda size: (sizes[size], size), default=11.0)


def shapes_of(chunks: Sequence[Chunk]) -> list[Shape]:
    """Return the shape of every chunk."""
    return _Shaper(chunks).shape()


class _Shaper:
    """Walks through the chunks with the headings above in mind."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self.body = body_size(chunks)
        self.opening = self._opening()
        self.title = self._title()
        self.levels = self._levels()
        self.levels_above: list[int] = []  # of the headings in force
        self.path: tuple[str, ...] = ()  # their words
        self.para = ""
        self.is_under_heading = True  # no numbered paragraph since the last heading
        self.bullets: list[tuple[float, int]] = []  # left edge and index of the items above
        self.lead = -1

    def shape(self) -> list[Shape]:
        """Return the shapes in order."""
        shapes = [self._shape(index, chunk) for index, chunk in enumerate(self.chunks)]
        for index, chunk in enumerate(self.chunks[:-1]):
            _pair_field(chunk, self.chunks[index + 1], shapes[index], shapes[index + 1])
        return shapes

    def _shape(self, index: int, chunk: Chunk) -> Shape:
        """Return the shape of one chunk and remember it for those below."""
        if chunk.cell is not None:
            self.bullets = []
            if numbers_row(chunk, self._after(index)):
                self.para, self.is_under_heading = para_of(chunk.text), False
            return self._addressed(Shape(BlockKind.CELL, lead_in=-1))
        if index in self.title:
            return Shape(BlockKind.TITLE, level=1)
        if index < self.opening:
            return self._opening_shape(chunk)
        if self.is_footnote(chunk):
            return self._addressed(Shape(BlockKind.FOOTNOTE))
        if chunk.text[-1:].isdigit() and _LEADERS.search(chunk.text):
            return self._addressed(Shape(BlockKind.CONTENTS))
        if self.is_heading(index):
            return self._heading(index, chunk)
        return self._running(index, chunk)

    def _addressed(self, shape: Shape) -> Shape:
        """Return the shape with the address and the headings in force."""
        shape.path = self.path
        shape.section = self.path[-1] if self.path else ""
        shape.para = self.para or shape.section
        return shape

    def _opening_shape(self, chunk: Chunk) -> Shape:
        """Return the shape of a line above the first section."""
        match = _FIELD.fullmatch(chunk.text)
        if match and len(match["value"].split()) < 40:
            skip = len(match["label"].split())
            return Shape(BlockKind.FIELD, row_head=match["label"], skip=skip)
        return Shape(BlockKind.MASTHEAD)

    def _heading(self, index: int, chunk: Chunk) -> Shape:
        """Return the shape of a heading, which ends the address of the paragraphs above."""
        level = self._level(chunk)
        kept = [depth for depth in self.levels_above if depth < level]
        self.levels_above = [*kept, level]
        self.path = (*self.path[: len(kept)], chunk.text.rstrip(":"))
        self.para = para_of(chunk.label.text) if chunk.label else ""
        self.is_under_heading = True
        self.bullets, self.lead = [], index
        return self._addressed(Shape(BlockKind.HEADING, level=level))

    def _running(self, index: int, chunk: Chunk) -> Shape:
        """Return the shape of a paragraph, an item, a caption or a field at the end."""
        label = chunk.label
        if label is not None and (label.is_bullet or self._is_item(chunk)):
            return self._item(index, chunk)
        if label is not None and (chunk.text or numbers_below(chunk, self._after(index))):
            self.para, self.is_under_heading = para_of(label.text), False
        self.bullets, self.lead = [], index
        may_be_caption = _CAPTION.match(chunk.text) or self._is_over_table(index, chunk)
        if may_be_caption and chunk_is_short(chunk):
            return self._addressed(Shape(BlockKind.CAPTION))
        is_at_end = index >= len(self.chunks) - 14
        match = _FIELD.fullmatch(chunk.text) if is_at_end else None
        if match and len(match["value"].split()) < 20:
            shape = Shape(BlockKind.FIELD, row_head=match["label"])
            shape.skip = len(match["label"].split())
            return self._addressed(shape)
        return self._addressed(Shape(BlockKind.PARAGRAPH))

    def _after(self, index: int) -> Chunk | None:
        """Return the chunk after one, if it is not the last."""
        return self.chunks[index + 1] if index + 1 < len(self.chunks) else None

    def _is_over_table(self, index: int, chunk: Chunk) -> bool:
        """Return whether a short line without a number or a stop stands right above a table."""
        following = self._after(index)
        is_above = following is not None and following.cell is not None
        return is_above and chunk.label is None and chunk.text[-1:] not in ".:;,"

    def _is_item(self, chunk: Chunk) -> bool:
        """Return whether a lettered or numbered chunk is an item of a list under a lead-in."""
        assert chunk.label is not None
        kind = chunk.label.kind
        is_under_decimal = kind == "whole" and "." in self.para  # "1." under paragraph 3.2
        return kind in {"letter", "roman", "upper", "bracketed"} or is_under_decimal

    def _item(self, index: int, chunk: Chunk) -> Shape:
        """Return the shape of an item, under the item or the paragraph that leads it in."""
        left = chunk.first.x0
        self.bullets = [(edge, at) for edge, at in self.bullets if edge < left - 4]
        lead_in = self.bullets[-1][1] if self.bullets else self.lead
        self.bullets.append((left, index))
        shape = self._addressed(Shape(BlockKind.BULLET, level=len(self.bullets), lead_in=lead_in))
        assert chunk.label is not None
        if not chunk.label.is_bullet and (not self.para or self.is_under_heading):
            shape.para = para_of(chunk.label.text)
        return shape

    def is_footnote(self, chunk: Chunk) -> bool:
        """Return whether a chunk is a note at the foot: small print that begins with its mark."""
        is_small = chunk.first.size < _SMALLER * self.body
        return is_small and bool(_FOOTNOTE.match(chunk.first.text))

    def is_heading(self, index: int) -> bool:
        """Return whether a chunk is a heading, by its print or by its number."""
        chunk = self.chunks[index]
        if chunk.cell is not None or (chunk.label and chunk.label.is_bullet):
            return False
        stands_out = self._stands_out(chunk)
        if not stands_out and not self._is_parent(index, chunk):
            return False  # nearly all chunks
        if not chunk_is_short(chunk) or not any(map(str.isalpha, chunk.text)):
            return False
        return not stands_out or chunk.is_caps or not chunk.text.endswith((".", ";", ","))

    def _is_parent(self, index: int, chunk: Chunk) -> bool:
        """Return whether a short numbered chunk is followed by a number that goes deeper."""
        following = self._after(index)
        if chunk.label is None or following is None or following.label is None:
            return False
        number, deeper = para_of(chunk.label.text), para_of(following.label.text)
        is_short = len(chunk.text.split()) <= 9 and chunk.text[-1:] not in ".;,"
        return is_short and deeper.startswith(number + ".")

    def _stands_out(self, chunk: Chunk) -> bool:
        """Return whether a chunk is printed otherwise than running text."""
        return chunk.is_bold or chunk.is_caps or self._is_large(chunk)

    def _is_large(self, chunk: Chunk) -> bool:
        """Return whether a chunk is printed larger than running text."""
        return chunk.first.size > self.body + _LARGER_PT

    def _opening(self) -> int:
        """Return the index of the first chunk under the masthead."""
        for index, chunk in enumerate(self.chunks[:60]):
            is_numbered = chunk.label is not None and not chunk.label.is_bullet
            is_prose = len(chunk.text.split()) >= _PROSE and not self._stands_out(chunk)
            is_form = _FIELD.fullmatch(chunk.text) is not None
            if chunk.cell is None and (is_numbered or (is_prose and not is_form)):
                return self._back_over_heading(index)
        return 0

    def _back_over_heading(self, index: int) -> int:
        """Return the index of the heading above the first prose, if its print comes again."""
        above = self.chunks[index - 1] if index else None
        if above is None or above.cell is not None or not self._stands_out(above):
            return index
        style = self._style(above)
        again = sum(
            self._style(chunk) == style and self.is_heading(at)
            for at, chunk in enumerate(self.chunks)
            if at > index and chunk.cell is None
        )
        return index - 1 if again >= 2 and chunk_is_short(above) else index

    def _title(self) -> frozenset[int]:
        """Return the index of the title: the largest print of the masthead, the last of equals."""
        standing = [
            index
            for index in range(self.opening)
            if self.chunks[index].cell is None
            and self._stands_out(self.chunks[index])
            and len(self.chunks[index].text.split()) > 1
            and not _NOT_TITLE.fullmatch(self.chunks[index].text)
            and (
                self._is_large(self.chunks[index]) or not _FIELD.fullmatch(self.chunks[index].text)
            )
        ]
        if not standing:
            return frozenset()
        return frozenset({max(standing, key=lambda at: (round(self.chunks[at].first.size), at))})

    def _style(self, chunk: Chunk) -> tuple[float, bool, bool]:
        """Return what the print of a heading says of its rank: larger first, capitals, bold."""
        return -round(chunk.first.size * 2) / 2, not chunk.is_caps, not chunk.is_bold

    def _levels(self) -> dict[tuple[float, bool, bool], int]:
        """Return the level of each style of unnumbered headings."""
        styles = {
            self._style(chunk)
            for index, chunk in enumerate(self.chunks)
            if index >= self.opening and self.is_heading(index)
        }
        return {style: level for level, style in enumerate(sorted(styles), 1)}

    def _level(self, chunk: Chunk) -> int:
        """Return the depth of a heading: by its number, else by its print."""
        if chunk.label is not None and chunk.label.kind in {"decimal", "whole", "mixed"}:
            return para_of(chunk.label.text).count(".") + 1
        return self.levels.get(self._style(chunk), 1)


def chunk_is_short(chunk: Chunk) -> bool:
    """Return whether a chunk has as few words as a heading."""
    return len(chunk.text.split()) <= _LONG


def _pair_field(left: Chunk, right: Chunk, shape: Shape, other: Shape) -> None:
    """Make a field of a label and the value that stands beside it on the same line."""
    if left.cell is not None or right.cell is not None or shape.kind is BlockKind.FIELD:
        return
    is_level = (
        abs(left.first.bottom - right.first.bottom) < 2 and left.first.page == right.first.page
    )
    is_label = left.text.endswith(":") or (left.is_bold and not right.is_bold)
    if is_level and right.first.x0 > left.first.x1 and is_label and len(left.text.split()) <= 7:
        other.kind, other.row_head = BlockKind.FIELD, left.text.rstrip(":")
