"""Priorities in plain lines below a heading that names them: no bullet, number or lead-in tells."""

import re
from collections.abc import Iterator, Sequence

from csp_extract.extract.found import Found, Span
from csp_extract.extract.priorities.items import split_items
from csp_extract.extract.priorities.value import ranked, value_of
from csp_extract.extract.priorities.words import HEADING, NAME, PROGRESS, chapters
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind, PriorityValue

_MIN_LINES = 2
_MIN_WITHIN = 3  # items of a list that is one line, without a verb that says what it is
_MOST = 12  # lines; more are a chapter
_WORDS = 14
_LINE = re.compile(r"[A-Z“\"‘][^.:?!;]*[^.:?!;,\d]")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|can|could|may|must|met|agreed|noted|said)\b"
)
_PART = re.compile(rf"\b(?:{chapters()})\b", re.IGNORECASE)


def told_below(reading: Reading) -> Iterator[tuple[int, Found[PriorityValue]]]:
    """Yield the priorities that the lines below a heading are, with its index."""
    for index, block in enumerate(reading.blocks):
        head = reading.report.slice(block)
        is_head = block.kind is BlockKind.HEADING and HEADING.fullmatch(head)
        if not is_head or PROGRESS.search(head) or not NAME.search(head):
            continue
        lines = _lines_below(reading, index)
        spans = _within(reading, lines[:1]) or _lines(reading, lines)
        value = value_of(reading, head, block, len(spans))
        for rank, span in enumerate(spans, 1):
            yield index, Found(span, ranked(value, rank), "priorities: lines below a heading")


def _lines_below(reading: Reading, index: int) -> Sequence[Block]:
    """Return the plain paragraphs below a heading, if there is nothing else down to the next."""
    lines: list[Block] = []
    for block in reading.blocks[index + 1 :]:
        if block.kind in {BlockKind.HEADING, BlockKind.TITLE}:
            break
        if block.kind is not BlockKind.PARAGRAPH or block.label or len(lines) > _MOST:
            return ()
        lines.append(block)
    return lines


def _within(reading: Reading, lines: Sequence[Block]) -> Sequence[Span]:
    """Return the items of a first line that is a list and nothing but a list."""
    for block in lines:
        text = reading.report.slice(block)
        if not _VERB.search(text) and ":" not in text and not re.search(r"[.?!]\s", text):
            items = list(split_items(text))
            if len(items) >= _MIN_WITHIN and all(
                _is_short(text[start:end]) for start, end in items
            ):
                return [Span(block.start + start, block.start + end) for start, end in items]
    return ()


def _lines(reading: Reading, lines: Sequence[Block]) -> Sequence[Span]:
    """Return the lines that are priorities; a sentence may stand before them."""
    texts = [reading.report.slice(block) for block in lines]
    first = 0 if texts and _is_line(texts[0]) else 1
    if len(texts) - first < _MIN_LINES or not all(_is_line(text) for text in texts[first:]):
        return ()
    return [Span(block.start, block.end) for block in lines[first:]]


def _is_line(text: str) -> bool:
    """Return whether a line names something, and tells nothing of it."""
    return _LINE.fullmatch(text) is not None and _is_short(text)


def _is_short(text: str) -> bool:
    """Return whether words can be the name of a priority."""
    return len(text.split()) <= _WORDS and not _VERB.search(text) and not _PART.search(text)
