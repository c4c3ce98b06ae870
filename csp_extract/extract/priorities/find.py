"""Lists that a report calls priorities, item by item."""

import re
from collections.abc import Iterator, Sequence

from csp_extract.extract.found import Found, Span
from csp_extract.extract.priorities.below import told_below
from csp_extract.extract.priorities.columns import in_columns
from csp_extract.extract.priorities.focus import FOCUS
from csp_extract.extract.priorities.items import items_of
from csp_extract.extract.priorities.labelled import chapters_under, labelled
from csp_extract.extract.priorities.lists import THEY, listed
from csp_extract.extract.priorities.ordinal import told_in_turn
from csp_extract.extract.priorities.rules import INLINE, ITEMS
from csp_extract.extract.priorities.value import ranked, value_of
from csp_extract.extract.priorities.words import NAME, OTHER_OWNER
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Rule
from csp_extract.records import BlockKind, PriorityValue

_CHOSE = re.compile(r"\b(?:selected|chose|picked|settled on)\b|\bthese\b[^.:;]{3,60},\swhich\b")
_LONG_WORD = re.compile(r"[a-z]{5,}")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.MASTHEAD, BlockKind.FIELD})
# A field's label that is the beginning of a sentence: "The aims of the CSP are: ...".
_SAYS = re.compile(r"\b(?:are|were|remain|include|as|be|is|on|namely)$")


def find_priorities(reading: Reading) -> list[Found[PriorityValue]]:
    """Return the items of every list of priorities, in order."""
    found = [*listed(reading), *_inline(reading), *in_columns(reading), *told_in_turn(reading)]
    own = list(labelled(reading))
    # "Priority 2: abuse" above its progress repeats a list that the report gives in full.
    if len(own) > len(found) or not _repeats(reading, own, found):
        found.extend(own)
    return _unique(_with_lines(reading, found) or list(chapters_under(reading)))


def _with_lines(
    reading: Reading, found: Sequence[Found[PriorityValue]]
) -> Sequence[Found[PriorityValue]]:
    """Return the rows, and the lists of plain lines of which no other rule knows an item."""
    lists: dict[int, list[Found[PriorityValue]]] = {}
    for index, row in told_below(reading):
        lists.setdefault(index, []).append(row)
    new = [
        rows
        for rows in lists.values()
        if not any(row.span.overlaps(other.span) for row in rows for other in found)
    ]
    return [*found, *(row for rows in new for row in rows)]


def _repeats(
    reading: Reading, own: Sequence[Found[PriorityValue]], found: Sequence[Found[PriorityValue]]
) -> bool:
    """Return whether any of the labelled items says again, in part, what a list has said."""
    told = {word for row in found for word in _long_words(reading, row)}
    return any(told & set(_long_words(reading, row)) for row in own)


def _long_words(reading: Reading, row: Found[PriorityValue]) -> list[str]:
    """Return the words of an item that can tell it from another."""
    return _LONG_WORD.findall(reading.report.text[row.span.start : row.span.end].casefold())


def _unique(found: Sequence[Found[PriorityValue]]) -> list[Found[PriorityValue]]:
    """Return the rows in order, the first of those that overlap."""
    kept: list[Found[PriorityValue]] = []
    for row in sorted(found, key=lambda row: row.span):
        if not kept or not kept[-1].span.overlaps(row.span):
            kept.append(row)
    return kept


def _inline(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield the items of lists that stand within one sentence."""
    for passage in reading.passages:
        if passage.block.kind not in _PROSE:
            continue
        start = _taken_up(reading, passage)
        text = reading.report.text[start : passage.end]
        is_named = NAME.search(text) or FOCUS.search(text)
        if not is_named or OTHER_OWNER.search(text) or _is_item(passage.text):
            continue
        for rule in INLINE:
            match = _read(rule, text)
            if match:
                yield from _in_sentence(reading, passage, start, match)
                break


def _read(rule: Rule[None, str], text: str) -> re.Match[str] | None:
    """Return the first match that the rule does not decline; later words may name a list too."""
    match = rule.pattern.search(text)
    while match and not rule.value(match, None):
        match = rule.pattern.search(text, match.start() + 1)
    return match


def _is_item(text: str) -> bool:
    """Return whether a line is itself one priority: "Priority 2: harm and injury"."""
    return any(rule.pattern.match(text) for rule in ITEMS)


def _taken_up(reading: Reading, passage: Passage) -> int:
    """Return where a sentence begins, or the one before where it says "They are".

    The label of a field is the beginning of its sentence where it ends in a verb.
    """
    block = passage.block
    if block.kind is BlockKind.FIELD and passage.is_first and _SAYS.search(block.row_head):
        return max(0, reading.report.text.rfind(block.row_head, 0, passage.start))
    before = reading.passages[passage.index - 1] if passage.index else None
    if before is None or before.block_index != passage.block_index:
        return passage.start
    is_answer = before.text.endswith("?") and NAME.search(before.text)
    is_said_on = is_answer or THEY.match(passage.text) or _CHOSE.search(passage.text)
    return before.start if is_said_on else passage.start


def _in_sentence(
    reading: Reading, passage: Passage, start: int, match: re.Match[str]
) -> Iterator[Found[PriorityValue]]:
    """Yield the items of the list that the match holds."""
    spans = list(items_of(match))
    offset = start + match.start("items")
    # Words of the items say nothing of whose list it is.
    lead = match.string[: match.start("items")] + match.string[match.end("items") :]
    value = value_of(reading, lead, passage.block, len(spans))
    for rank, (first, last) in enumerate(spans, 1):
        yield Found(
            Span(offset + first, offset + last), ranked(value, rank), "priorities: in a sentence"
        )
