"""The text of a report, put together from its chunks, and where each word of it stands.

Words are written down by columns, as no line of Python is spent on each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, repeat, zip_longest
from operator import add
from typing import NamedTuple

from csp_extract.layout.chunks import Chunk
from csp_extract.layout.hyphens import Hyphens, goes_on, is_broken
from csp_extract.layout.kinds import Shape
from csp_extract.layout.line import Line
from csp_extract.records import Block, Box, Page, Place, Word


class Composed(NamedTuple):
    """What a report says, its blocks and the places of its words, in order."""

    text: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...]


@dataclass
class _Words:
    """The words of a report in the order of its text."""

    words: list[Word] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)  # of each word
    lines: list[int] = field(default_factory=list)  # of each word, numbered through the report
    joints: dict[int, str] = field(default_factory=dict)  # what follows a word, if it is no space
    healed: dict[int, str] = field(default_factory=dict)  # words without the hyphen they end in

    def columns(self) -> tuple[list[str], list[str]]:
        """Return the texts of the words, and what follows each."""
        texts, joints = [word.text for word in self.words], [" "] * len(self.words)
        for column, own in ((texts, self.healed), (joints, self.joints)):
            for at, text in own.items():
                column[at] = text
        return texts, joints


def composed(chunks: Sequence[Chunk], shapes: Sequence[Shape], pages: Sequence[Page]) -> Composed:
    """Return chunks as a text with a line for each, and the way back to the pages."""
    if not chunks:
        return Composed("", (), ())
    hyphens = Hyphens([word for page in pages for word in page.words])
    found = _Words()
    firsts = [_add(found, chunk.lines, hyphens) for chunk in chunks]
    texts, joints = found.columns()
    written = list(map(add, texts, joints))
    starts = list(accumulate(map(len, written), initial=0))
    ends = list(map(add, starts, map(len, texts)))
    boxes = _boxes(found, {page.number: page for page in pages})
    sure = [word.confidence for word in found.words]
    places = zip(starts, ends, found.lines, boxes, sure, strict=False)  # a text starts after all
    blocks = []
    for chunk, shape, first, after in zip(
        chunks, shapes, firsts, [*firsts[1:], len(texts)], strict=True
    ):
        own = first + (chunk.label.width if chunk.label else 0) + shape.skip
        start = starts[own if own < after else first]
        blocks.append(_block(chunk, shape, start, ends[after - 1]))
    return Composed(
        "".join(written), tuple(blocks), tuple(map(tuple.__new__, repeat(Place), places))
    )


def _add(found: _Words, lines: Sequence[Line], hyphens: Hyphens) -> int:
    """Add the words of a chunk; return the place of the first.

    No space follows a line whose last word the next one completes.
    """
    first = len(found.words)
    number = found.lines[-1] + 1 if found.lines else 0
    for line, following in zip_longest(lines, lines[1:]):
        found.words += line.words
        found.pages += [line.page] * len(line.words)
        found.lines += [number] * len(line.words)
        number += 1
        at, last = len(found.words) - 1, line.words[-1]
        begins = following.words[0] if following else None
        if is_broken(last, is_last=begins is None):
            found.healed[at], found.joints[at] = hyphens.join(last, begins), ""
        elif begins is not None and goes_on(last, begins):
            found.joints[at] = ""
    found.joints[len(found.words) - 1] = "\n"
    return first


def _boxes(found: _Words, pages: dict[int, Page]) -> Iterator[Box]:
    """Return where a reader sees the words."""
    _, *columns = zip(*found.words, strict=True)
    boxes = map(tuple.__new__, repeat(Box), zip(found.pages, *columns[:4], strict=True))
    if not any(page.turn for page in pages.values()):
        return boxes
    return (Box(box.page, *pages[box.page].seen(*box[1:])) for box in boxes)


def _block(chunk: Chunk, shape: Shape, start: int, end: int) -> Block:
    """Return a chunk as the block between two places of the text."""
    cell = chunk.cell
    return Block(
        kind=shape.kind,
        start=start,
        end=end,
        label=chunk.label.text if chunk.label else "",
        para=shape.para or f"p{chunk.first.page}",
        section=shape.section,
        path=shape.path,
        level=shape.level,
        lead_in=shape.lead_in,
        table=chunk.table,
        row=cell.row if cell else -1,
        col=cell.col if cell else -1,
        row_head=cell.row_head if cell else shape.row_head,
        col_head=cell.col_head if cell else "",
        is_head=cell.is_head if cell else False,
    )
