"""Lines become chunks: paragraphs, items and headings before their kind is known."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from csp_extract.layout.labels import Label, label_of
from csp_extract.layout.lazy import once
from csp_extract.layout.line import Line
from csp_extract.layout.tables import Cell

_LOOSE = 1.35  # a step between lines this much wider than usual parts paragraphs
_INDENT_EM = 0.7
_SIZE_PT = 0.6
_EDGE_PT = 2.0
_NOTE = 0.87  # print smaller than this part of the text's is a note
# "REPORT OF THE DIRECTOR OF PLACE" is a line of a masthead, and goes on with "AND ..." alone.
_SIGNED = re.compile(r"(?:joint )?report (?:of|by|from)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:and|of|for|the|in|with|on|to)\b|[&(–-]", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")


@dataclass
class Chunk:
    """Lines that belong together, with the label they begin with, or one cell of a table."""

    lines: list[Line] = field(default_factory=list)
    label: Label | None = None
    cell: Cell | None = None
    table: int = -1

    @property
    def first(self) -> Line:
        """Its first line, label included."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @property
    def text_x0(self) -> float:
        """Where its words begin on the first line, after the label; points."""
        width = self.label.width if self.label else 0
        words = self.first.words[width:] or self.first.words
        return words[0].x0

    def grow(self, line: Line) -> None:
        """Add a line at the end; what was known of the words is to be worked out again."""
        self.lines.append(line)
        for known in ("text", "is_bold", "is_caps"):
            self.__dict__.pop(known, None)

    @once
    def text(self) -> str:
        """Its words without the label."""
        texts = [line.text for line in self.lines]
        if self.label is not None:
            texts[0] = " ".join([word.text for word in self.first.words[self.label.width :]])
        return " ".join(texts).strip()

    @once
    def is_bold(self) -> bool:
        """Whether all of its lines are bold."""
        return all(line.is_bold for line in self.lines)

    @once
    def is_caps(self) -> bool:
        """Whether all of its lines are in capitals."""
        return all(line.is_caps for line in self.lines)


def usual_step(lines: Sequence[Line]) -> float:
    """Return the usual step from one baseline to the next in parts of the font size."""
    steps = [
        (right.bottom - left.bottom) / right.size
        for left, right in pairwise(lines)
        if left.page == right.page and left.size == right.size and right.bottom > left.bottom
    ]
    close = [step for step in steps if step < 2.6]
    return median(close) if close else 1.2


def chunks_of(lines: Iterable[Line], step: float) -> list[Chunk]:
    """Return the chunks of lines in reading order; they may run over pages and columns."""
    chunks: list[Chunk] = []
    for line in lines:
        label = label_of(line)
        if chunks and label is not None and _is_wrapped(chunks[-1], line, label, step):
            label = None
        above = _over_notes(chunks, line)
        if above is not None and label is None and _continues(above, line, step):
            above.grow(line)
        else:
            chunks.append(Chunk([line], label))
    return chunks


def _over_notes(chunks: Sequence[Chunk], line: Line) -> Chunk | None:
    """Return the chunk before a line; at the top of a page, the one above the notes at the foot."""
    for chunk in reversed(chunks):
        is_note = chunk.cell is None and chunk.first.size < _NOTE * line.size
        if not is_note or chunk.last.page >= line.page:
            return chunk
    return None


def _is_wrapped(chunk: Chunk, line: Line, label: Label, step: float) -> bool:
    """Return whether what looks like a label is a word of a sentence that wrapped there.

    "... as paragraph" / "3.1.4 says": the line before is full and open, and the figure stands
    where the text of the chunk stands, not in the margin.
    """
    if label.is_bullet or chunk.cell is not None:
        return False
    is_flush = abs(line.x0 - _left_of(chunk)) < _INDENT_EM * line.size
    is_hanging = len(line.words) > 1 and line.words[1].x0 - line.words[0].x1 > 0.6 * line.size
    is_open = not _ENDS.search(chunk.last.text) and _is_full(chunk.last)
    is_like = _same_style(chunk, line)
    return (
        is_flush
        and is_open
        and is_like
        and not is_hanging
        and not _is_loose(chunk.last, line, step)
    )


def _left_of(chunk: Chunk) -> float:
    """Return where the lines of a chunk begin after the first."""
    return chunk.lines[1].x0 if len(chunk.lines) > 1 else chunk.text_x0


def _continues(chunk: Chunk, line: Line, step: float) -> bool:
    """Return whether a line without a label goes on with the chunk before it."""
    last = chunk.last
    if chunk.cell is not None or not _same_style(chunk, line):
        return False
    if last.page != line.page or line.bottom < last.bottom or last.column != line.column:
        return _goes_over(chunk, line)
    if _is_loose(last, line, step) or _would_have_fitted(last, line):
        return False
    if _is_signed_off(chunk, line):
        return False
    return _is_aligned(chunk, line)


def _is_signed_off(chunk: Chunk, line: Line) -> bool:
    """Return whether a line in bold that says whose report it is has ended before the line."""
    is_signed = chunk.is_bold and len(chunk.lines) == 1 and _SIGNED.match(chunk.text)
    is_open = chunk.text.endswith((",", "&")) or _GOES_ON.match(line.text)
    return bool(is_signed) and not is_open


def _same_style(chunk: Chunk, line: Line) -> bool:
    """Return whether the line is printed like the chunk: its size, and bold throughout or not."""
    if abs(chunk.last.size - line.size) > _SIZE_PT:
        return False
    if chunk.is_bold:
        return line.words[0].is_bold  # a heading ends where plain words begin
    ends_bold = chunk.last.words[-1].is_bold
    return not line.is_bold or ends_bold or len(line.words) < 2


def _goes_over(chunk: Chunk, line: Line) -> bool:
    """Return whether a chunk runs over the end of its page or column into the line."""
    is_open = not _ENDS.search(chunk.last.text)
    is_lower = line.words[0].text[:1].islower()
    if chunk.is_bold and line.is_bold:
        return False
    if is_open:
        return is_lower or _is_full(chunk.last)
    return (
        chunk.last.text.endswith(".")
        and _is_full(chunk.last)
        and chunk.label is not None
        and (not chunk.label.is_bullet)
    )


def _is_full(line: Line) -> bool:
    """Return whether a line reaches the right margin of its column."""
    return line.right - line.x1 < 3.0 * line.size


def _is_loose(last: Line, line: Line, step: float) -> bool:
    """Return whether the step down to the line is wider than that within paragraphs."""
    return (line.bottom - last.bottom) / line.size > step * _LOOSE


def _would_have_fitted(last: Line, line: Line) -> bool:
    """Return whether the first word of the line would have fitted on the line before.

    Then the line before was ended on purpose: by the end of a paragraph or an item.
    """
    first = line.words[0]
    width = first.x1 - first.x0 + 0.3 * line.size
    slack = 0.0 if _ENDS.search(last.text) else 1.5 * line.size
    return width + slack < _room(last, line)


def _room(last: Line, line: Line) -> float:
    """Return how much wider a line could have been: on either side, if its text is set so."""
    if abs(last.x0 - line.x0) < _INDENT_EM * line.size:
        return last.right - last.x1
    if abs(last.x1 - line.x1) < _EDGE_PT:
        return last.x0 - last.left  # set to the right
    is_centred = abs(last.x0 + last.x1 - line.x0 - line.x1) < 2 * _EDGE_PT
    return (last.right - last.x1) * (2 if is_centred else 1)


def _is_aligned(chunk: Chunk, line: Line) -> bool:
    """Return whether a line begins where the lines of the chunk begin."""
    indent = _INDENT_EM * line.size
    if len(chunk.lines) > 1:
        return abs(line.x0 - chunk.lines[-1].x0) < indent or _is_centred(chunk, line)
    starts = (chunk.text_x0, chunk.first.x0)
    is_first_indent = 0 < chunk.text_x0 - line.x0 < 4 * line.size and chunk.label is None
    return (
        any(abs(line.x0 - start) < indent for start in starts)
        or _is_centred(chunk, line)
        or (is_first_indent and _is_full(chunk.first))
        or (chunk.label is not None and chunk.first.x0 - indent < line.x0 < chunk.text_x0 + indent)
    )


def _is_centred(chunk: Chunk, line: Line) -> bool:
    """Return whether both are centred on one axis and printed as a heading is."""
    axis = (chunk.last.x0 + chunk.last.x1) / 2 - (line.x0 + line.x1) / 2
    return abs(axis) < 2.0 and line.is_bold and chunk.is_bold
