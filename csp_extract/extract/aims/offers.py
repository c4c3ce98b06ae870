"""Lists that a sentence may hold: every way to read its joints as those of items."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from csp_extract.extract.aims.words import CUE
from csp_extract.extract.found import Span
from csp_extract.extract.priorities.items import NUMBERS, split_items
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind

_MIN_ITEMS = 2
_LONGEST = 30  # words of an item
_SHORT, _LONG = 12, 520  # characters of a list
_MIN_JOINTS = 2
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.FIELD, BlockKind.FOOTNOTE})
_STARTS = re.compile(
    r"(?:\b(?:are|were|is|was|be|been|being|includ\w+|as|on|upon|to|of|namely|that|cover\w*"
    r"|compris\w+|remain\w*|follows|below|for|chose|select\w+|identif\w+|adopt\w+|agreed|set"
    r"|against|tackl\w+|around|by|under|into|prioriti\w+|address\w*|in|between|with|has|have|had"
    r"|names?|named|lists?|gives?|first)\b\s?[:;–—-]?|[:;–—(,]|\s-)\s?[“\"]?(?=\S)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s(?=(?:remain\w*|continu\w+|are|were|is|was|be|been|have|has|had|as|stay\w*|stand|became"
    r"|form\w*|make|made|under|in|for|from)\b)|[)]|\s[–—-]\s"
    r"|,\s(?=(?:which|with|and\s(?:that|the|it|they))\b)|\.\s|[.;:]?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.?!]\s[A-Z]")
_TOLD = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)


class Offer(NamedTuple):
    """A list that a sentence may hold: its items, by their characters in the report."""

    passage: Passage
    near: str  # where priorities are spoken of: in the sentence, before it, above it
    items: tuple[Span, ...]


def offers_of(reading: Reading) -> list[list[Offer]]:
    """Return the offers of each sentence that has any, longest first where they start alike."""
    found = []
    for passage in reading.passages:
        near = _near(reading, passage)
        offers = list(_offers(passage, near)) if near else []
        if offers:
            found.append(offers)
    return found


def _near(reading: Reading, passage: Passage) -> str:
    """Return where priorities are spoken of; nothing where nowhere near, or nothing is joined."""
    text, block = passage.text, passage.block
    joints = text.count(",") + text.count(";") + text.count(" and ")
    if block.kind not in _PROSE or joints < _MIN_JOINTS:
        return ""
    if CUE.search(text):
        return "own"
    if not passage.is_first:
        return "before" if CUE.search(reading.passages[passage.index - 1].text) else ""
    if CUE.search(block.section):
        return "section"
    above = reading.blocks[passage.block_index - 1] if passage.block_index else None
    return "above" if above and CUE.search(reading.report.slice(above)[-150:]) else ""


def _offers(passage: Passage, near: str) -> Iterator[Offer]:
    """Yield the lists that a sentence may hold, each once."""
    text = passage.text
    starts = sorted({0, *(match.end() for match in _STARTS.finditer(text))})
    ends = sorted({len(text), *(match.start() for match in _ENDS.finditer(text))})
    for start in starts:
        seen = set()
        told = told_before(text[:start])
        for end in ends:
            if not _SHORT <= end - start <= _LONG:
                continue
            piece = text[start:end]
            if _SENTENCE.search(piece):
                break
            items = tuple(
                Span(passage.start + start + first, passage.start + start + last)
                for first, last in split_items(piece, told)
            )
            if len(items) >= _MIN_ITEMS and items not in seen and _are_short(passage, items):
                seen.add(items)
                yield Offer(passage, near, items)


def told_before(text: str) -> int:
    """Return how many items the words before a list say it has, 0 where they do not."""
    told = _TOLD.findall(text)
    return NUMBERS.index(told[-1].casefold()) + _MIN_ITEMS if told else 0


def _are_short(passage: Passage, items: tuple[Span, ...]) -> bool:
    """Return whether no item is too long to be one."""
    text, offset = passage.text, passage.start
    return all(len(text[start - offset : end - offset].split()) <= _LONGEST for start, end in items)
