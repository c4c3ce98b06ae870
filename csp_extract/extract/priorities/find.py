"""Lists that a report calls priorities, item by item."""

import re
from collections.abc import Iterator, Sequence

from csp_extract.extract.found import Found, Span
from csp_extract.extract.priorities.owner import kind_of, owner_of, period_of, told_period
from csp_extract.extract.priorities.rules import ITEMS, LEAD_INS, NAMES, OTHER_LIST
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import Block, BlockKind, PriorityKind, PriorityValue

_HEADING = re.compile(
    rf"(?:[\w’'&/()–-]+\s){{0,6}}?(?:{NAMES})(?:\s(?:for|of|in|to|and|[\w/–-]*\d[\w/–-]*|the|\w+)){{0,5}}:?",
    re.IGNORECASE,
)
_COLUMN = re.compile(rf"(?:[\w’']+\s){{0,2}}(?:{NAMES}|theme|objective|priority)", re.IGNORECASE)
_CLOSING = re.compile(r"(?:\s?[;,.]|\s?[;,]\s?(?:and|&))+$")
_INLINE = re.compile(r"(?:are|were|as|namely|:|include|remain)\s?:?\s(?P<items>.+)$", re.DOTALL)
_LONG = 26  # words; a longer item is text about a priority
_MIN_ITEMS = 2


def find_priorities(reading: Reading) -> list[Found[PriorityValue]]:
    """Return the items of every list of priorities, in order."""
    found: list[Found[PriorityValue]] = []
    for index, block in enumerate(reading.blocks):
        items = reading.items_of(index)
        lead = _lead_of(reading, index, block) if items or block.kind else ""
        if lead and len(items) >= _MIN_ITEMS:
            found.extend(_listed(reading, block, items, lead))
        elif lead and block.kind is BlockKind.PARAGRAPH:
            found.extend(_inline(reading, index, lead))
    found.extend(_labelled(reading))
    found.extend(_column(reading))
    return _unique(found)


def _unique(found: Sequence[Found[PriorityValue]]) -> list[Found[PriorityValue]]:
    """Return the rows in order, the first of those that overlap."""
    kept: list[Found[PriorityValue]] = []
    for row in sorted(found, key=lambda row: row.span):
        if not kept or not kept[-1].span.overlaps(row.span):
            kept.append(row)
    return kept


def _lead_of(reading: Reading, index: int, block: Block) -> str:
    """Return the sentence that makes the items under a block priorities, or nothing.

    Where the last sentence leads in a list of another sort, the items belong to that.
    """
    if block.kind is BlockKind.HEADING:
        text = reading.report.slice(block)
        return text if _HEADING.fullmatch(text) and not OTHER_LIST.search(text) else ""
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.BULLET}:
        return ""
    sentences = [passage.text for passage in reading.passages_of(index)]
    if not sentences:
        return ""
    last = sentences[-1]
    if _leads(last):
        return last
    if OTHER_LIST.search(last) or last.rstrip().endswith(":"):
        return ""
    return next((text for text in reversed(sentences) if _leads(text)), "")


def _leads(sentence: str) -> bool:
    """Return whether a sentence says that priorities follow."""
    if not any(rule.pattern.search(sentence) for rule in LEAD_INS):
        return False
    other = OTHER_LIST.search(sentence)
    cue = max(
        (match.end() for rule in LEAD_INS if (match := rule.pattern.search(sentence))), default=0
    )
    return other is None or other.end() <= cue


def _listed(
    reading: Reading, block: Block, items: Sequence[int], lead: str
) -> Iterator[Found[PriorityValue]]:
    """Yield the items of a bulleted or numbered list."""
    above = " / ".join(block.path)
    spans = [_item_span(reading, item) for item in items]
    kept = [span for span in spans if span is not None]
    if len(kept) * 2 < len(items):
        return
    kind = kind_of(lead)
    is_own = kind is PriorityKind.STRATEGIC
    value = PriorityValue(
        owner=owner_of(reading, lead, above),
        list_size=len(kept),
        period=period_of(lead, above) or (told_period(reading.report.text) if is_own else ""),
        kind=kind,
    )
    for rank, span in enumerate(kept, 1):
        yield Found(span, _ranked(value, rank), "priorities: list under a lead-in")


def _ranked(value: PriorityValue, rank: int) -> PriorityValue:
    """Return the value of an item with its place in the list."""
    return PriorityValue(value.owner, rank, value.list_size, value.period, value.kind, value.themes)


def _item_span(reading: Reading, index: int) -> Span | None:
    """Return the words of an item without label and closing punctuation; none for long text."""
    block = reading.blocks[index]
    text = reading.report.slice(block)
    label = next((match for rule in ITEMS if (match := rule.pattern.match(text))), None)
    start = label.end() if label else 0
    head = re.match(r"[^.:–]{4,90}?(?=\s?[:–]\s|\s-\s)", text[start:])
    end = start + head.end() if head and len(text.split()) > 8 else len(text)
    end = len(_CLOSING.sub("", text[:end]))
    if end <= start or len(text[start:end].split()) > _LONG:
        return None
    return Span(block.start + start, block.start + end)


def _inline(reading: Reading, index: int, lead: str) -> Iterator[Found[PriorityValue]]:
    """Yield the items of a list within one sentence."""
    passage = next(one for one in reading.passages_of(index) if one.text == lead)
    cue = max(match.end() for rule in LEAD_INS if (match := rule.pattern.search(lead)))
    match = _INLINE.search(lead, max(0, cue - 9))
    if match is None:
        return
    spans = list(_split(match["items"], match.start("items")))
    if len(spans) < _MIN_ITEMS or any(end - start > 140 for start, end in spans):
        return
    block = reading.blocks[index]
    value = PriorityValue(
        owner=owner_of(reading, lead, " / ".join(block.path)),
        list_size=len(spans),
        period=period_of(lead[: match.start("items")]),
        kind=kind_of(lead[: match.start("items")]),
    )
    for rank, (start, end) in enumerate(spans, 1):
        span = Span(passage.start + start, passage.start + end)
        yield Found(span, _ranked(value, rank), "priorities: list in a sentence")


def _split(items: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the items of a sentence: parted by semicolons, else by commas and a last "and"."""
    joint = r"\s?;\s(?:and\s)?" if ";" in items else r"\s?,\s(?:and\s)?|\sand\s(?=[^,]*$)"
    start = 0
    for match in re.finditer(rf"{joint}|$", items):
        piece = items[start : match.start()]
        first = start + len(piece) - len(piece.lstrip("“\"'( "))
        words = re.sub(r"^\(?(?:[a-z]|[ivx]+|\d)\)\s", "", items[first : match.start()])
        first = match.start() - len(words)
        last = first + len(words.rstrip(".;,:”\"') "))
        if last > first:
            yield offset + first, offset + last
        start = match.end()


def _labelled(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield priorities that carry their number: "Priority 2: ..." as heading, line or cell."""
    rows: list[tuple[Passage, re.Match[str]]] = [
        (passage, match)
        for passage in reading.passages
        for rule in ITEMS
        if passage.is_first and (match := rule.pattern.match(passage.text))
    ]
    for rank, (passage, match) in enumerate(rows, 1):
        end = len(_CLOSING.sub("", passage.text))
        if len(passage.text.split()) <= _LONG and end > match.end():
            value = PriorityValue(
                owner=reading.about.partnership,
                rank=int(match["number"]) if match["number"].isdigit() else rank,
                period=period_of(" / ".join(passage.block.path)),
                kind=kind_of(match[0]),
            )
            span = Span(passage.start + match.end(), passage.start + end)
            yield Found(span, value, "priorities: numbered priority")


def _column(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield the cells of a column that is headed as one of priorities."""
    counts: dict[int, int] = {}
    for block in reading.blocks:
        is_headed = _COLUMN.fullmatch(block.col_head.strip()) is not None
        if block.kind is not BlockKind.CELL or not is_headed or not block.end > block.start:
            continue
        text = reading.report.slice(block)
        if block.col_head == text or not 1 < len(text.split()) <= _LONG:
            continue
        counts[block.table] = counts.get(block.table, 0) + 1
        end = block.start + len(_CLOSING.sub("", text))
        value = PriorityValue(
            owner=owner_of(reading, block.col_head, " / ".join(block.path)),
            rank=counts[block.table],
            period=period_of(block.col_head, " / ".join(block.path)),
            kind=kind_of(block.col_head),
        )
        yield Found(Span(block.start, end), value, "priorities: column of a table")
