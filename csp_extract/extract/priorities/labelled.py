"""Priorities that carry their number or name: "Priority 2: ..." as heading, line, field or cell."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from csp_extract.extract.found import Found, Span
from csp_extract.extract.priorities.lists import CLOSING
from csp_extract.extract.priorities.owner import kind_of, period_of
from csp_extract.extract.priorities.rules import ITEMS, LABEL, UNNUMBERED
from csp_extract.extract.priorities.words import HEADING, chapters
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind, PriorityValue

_MIN_ITEMS = 2
_MIN_CHAPTERS = 3
_CHAPTER_WORDS = 12
_LONG = 40  # words; the label says that they are a priority, however many
_LINES = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.MASTHEAD, BlockKind.CELL})
_TOPS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.MASTHEAD})


class _Item(NamedTuple):
    """A priority beside its label, with the heading or line that it stands in."""

    span: Span
    label: str
    number: str
    block: Block


def labelled(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield the priorities that a label of their own names."""
    items = sorted((*_numbered(reading), *_unnumbered(reading)), key=lambda item: item.span)
    seen: set[str] = set()
    for rank, item in enumerate(items, 1):
        number = item.number.casefold()
        is_heading = item.block.kind is BlockKind.HEADING
        if is_heading and (number in seen or item.label.casefold().startswith("outcome")):
            continue  # the chapter on a priority that a list has told, or on what came of it
        seen.add(number or reading.report.text[item.span.start : item.span.end])
        end = item.span.start + len(CLOSING.sub("", _words(reading, item.span)))
        if len(_words(reading, item.span).split()) <= _LONG and end > item.span.start:
            value = PriorityValue(
                owner=reading.about.partnership,
                rank=int(number) if number.isdigit() else rank,
                period=period_of(" / ".join(item.block.path)),
                kind=kind_of(item.label),
            )
            yield Found(Span(item.span.start, end), value, "priorities: numbered priority")


def _words(reading: Reading, span: Span) -> str:
    """Return the words of a span."""
    return reading.report.text[span.start : span.end]


def _numbered(reading: Reading) -> Iterator[_Item]:
    """Yield what stands after "Priority 2:", or in the line under "Priority 2"."""
    for passage in reading.passages:
        match = next((m for rule in ITEMS if (m := rule.pattern.match(passage.text))), None)
        if match:
            span = Span(passage.start + match.end(), passage.end)
            yield _Item(span, match[0], match["number"], passage.block)
    for block, following in zip_longest(reading.blocks, reading.blocks[1:]):
        label = LABEL.fullmatch(reading.report.slice(block)) if block.kind in _LINES else None
        if label and following and _can_be_named(reading, block, following):
            yield _Item(Span(following.start, following.end), label[0], label["number"], block)
        if block.kind is BlockKind.FIELD and (label := LABEL.fullmatch(block.row_head)):
            yield _Item(Span(block.start, block.end), label[0], label["number"], block)


def _can_be_named(reading: Reading, label: Block, block: Block) -> bool:
    """Return whether the block after a label can say what the label numbers: words, no figure."""
    is_beside = block.kind in _LINES and block.table == label.table and block.row == label.row
    return is_beside and reading.report.slice(block)[:1].isalpha()


def _unnumbered(reading: Reading) -> Iterator[_Item]:
    """Yield what stands after "Priority:" where several headings or lines begin with it."""
    rows: list[tuple[Block, int, str]] = []
    for block in reading.blocks:
        is_field = block.kind is BlockKind.FIELD
        text = f"{block.row_head}: x" if is_field else reading.report.slice(block)
        match = UNNUMBERED.match(text) if is_field or block.kind in _LINES else None
        if match:
            start = block.start + (0 if is_field else match.end())
            rows.append((block, start, match["noun"].casefold()))
    counts = Counter(noun for _, _, noun in rows)
    for block, start, noun in rows:
        if counts[noun] >= _MIN_ITEMS:
            yield _Item(Span(start, block.end), noun, "", block)


def chapters_under(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield the headings under one that names priorities, where each is a priority's chapter."""
    for index, block in enumerate(reading.blocks):
        text = reading.report.slice(block)
        if block.kind in _TOPS and HEADING.fullmatch(text):
            heads = list(_heads_below(reading, index))
            texts = [reading.report.slice(head) for head in heads]
            if len(heads) >= _MIN_CHAPTERS and all(_is_chapter(text) for text in texts):
                for rank, head in enumerate(heads, 1):
                    value = PriorityValue(
                        reading.about.partnership,
                        rank,
                        len(heads),
                        period_of(text, *head.path),
                        kind_of(text),
                    )
                    yield Found(Span(head.start, head.end), value, "priorities: chapter of each")


def _heads_below(reading: Reading, index: int) -> Iterator[Block]:
    """Yield the headings one level below a heading, down to the next of its own level."""
    top, level = reading.blocks[index].level, 0
    following = reading.blocks[index + 1 :]
    if reading.blocks[index].kind is not BlockKind.HEADING:
        # A line above the first of them, that the layout took for none of its kind.
        if not following or following[0].kind is not BlockKind.HEADING:
            return
        top = following[0].level - 1
    for block in following:
        if block.kind is not BlockKind.HEADING:
            continue
        if block.level <= top:
            return
        level = level or block.level
        if block.level == level:
            yield block


def _is_chapter(text: str) -> bool:
    """Return whether a heading can be the name of a priority, not of a part of any paper."""
    is_label = any(rule.pattern.match(text) for rule in ITEMS) or UNNUMBERED.match(text)
    is_part = re.search(rf"\b(?:{chapters()})\b", text, re.IGNORECASE)
    return not is_label and not is_part and len(text.split()) <= _CHAPTER_WORDS
