"""Lists that a report calls priorities, item by item."""

import re
from collections.abc import Iterator, Sequence

from csp_extract.extract.found import Found, Span
from csp_extract.extract.priorities.inline import FOCUS, INLINE, split_items
from csp_extract.extract.priorities.owner import (
    is_police,
    kind_of,
    owner_of,
    period_of,
    told_period,
)
from csp_extract.extract.priorities.rules import ITEMS, LEAD_INS
from csp_extract.extract.priorities.words import NAMES, OTHER_LIST, OTHER_OWNER, PARTNER
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import Block, BlockKind, PriorityKind, PriorityValue

_HEADING = re.compile(
    rf"(?:[\w’'&/()–-]+\s){{0,6}}?(?:{NAMES})(?:\s(?:for|of|in|to|and|[\w/–-]*\d[\w/–-]*|the|\w+)){{0,5}}:?"
    rf"|What\s(?:are|were)\s(?:[\w’']+\s){{0,4}}?(?:{NAMES})(?:\s[\w/–-]+){{0,4}}\?",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    rf"(?:[\w’'-]+\s){{0,2}}(?:{NAMES}|theme|objective|priority|aim|ambition|outcome)"
    r"(?:,?\s(?:for\s)?20\d\d(?:\s?(?:[/–-]|to)\s?\d{2,4})?)?",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:\s?[;,.]|\s?[;,]\s?(?:and|&))+$")
_COUNTED = re.compile(r"\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]{1,2}")
_PRINTED = re.compile(r"\(?(\d{1,2}|[a-z]|[ivx]{1,4})\)\s?(?=\w)|(\d{1,2})[.]\s")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
# "Progress against priorities": what was done about each, not a list of them.
_PROGRESS = re.compile(
    r"\b(?:progress|performance|deliver\w*|actions?|achiev\w+|against|updates?)\b", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s?\([^()]*(?:\([^()]*\)[^()]*)*\)")
_CHOSE = re.compile(r"\b(?:selected|chose|picked|settled on)\b")
_ALL = re.compile(r"all\b")
_SHORT = 4  # characters of a number or letter in a column of its own
_THEY = re.compile(
    r"(?:(?:For|From|In)\s[^,.:]{3,40},?\s)?(?:[Tt]hey|[Tt]hese|Those)\s(?:are|were|remain|include)\b"
)
_LIST = re.compile(r"\b(?:list|they|these|following|below|agreed|adopted|now)\b", re.IGNORECASE)
_NAME = re.compile(rf"\b(?:{NAMES})\b", re.IGNORECASE)
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET})
_LONG = 26  # words; a longer item is text about a priority
_MIN_ITEMS = 2


def find_priorities(reading: Reading) -> list[Found[PriorityValue]]:
    """Return the items of every list of priorities, in order."""
    found: list[Found[PriorityValue]] = []
    for index, block in enumerate(reading.blocks):
        items = _items_under(reading, index)
        lead = _lead_of(reading, index, block) if len(items) >= _MIN_ITEMS else ""
        if lead and not OTHER_OWNER.search(lead):
            found.extend(_listed(reading, block, items, lead))
    found.extend(_inline(reading))
    found.extend(_column(reading))
    labelled = list(_labelled(reading))
    # "Priority 2: abuse" above its progress repeats a list that the report gives in full.
    if not found or len(labelled) > len(found):
        found.extend(labelled)
    return _unique(found)


def _caption(reading: Reading, table: int) -> str:
    """Return the line above a table."""
    first = next(place for place, block in enumerate(reading.blocks) if block.table == table)
    text = reading.report.slice(reading.blocks[first - 1]) if first else ""
    return text if _NAME.search(text) and len(text.split()) < 12 else ""


def _unique(found: Sequence[Found[PriorityValue]]) -> list[Found[PriorityValue]]:
    """Return the rows in order, the first of those that overlap."""
    kept: list[Found[PriorityValue]] = []
    for row in sorted(found, key=lambda row: row.span):
        if not kept or not kept[-1].span.overlaps(row.span):
            kept.append(row)
    return kept


def _items_under(reading: Reading, index: int) -> list[int]:
    """Return the items that a block leads in, or the run of numbered blocks that follows it."""
    items = reading.items_of(index)
    if items:
        return items
    for place in range(index + 1, len(reading.blocks)):
        block = reading.blocks[place]
        label = _COUNTED.fullmatch(block.label) or (
            None if block.label else _PRINTED.match(reading.report.slice(block))
        )
        if label is None or (label[1] or label[label.lastindex or 1]) not in {
            str(len(items) + 1),
            "abcdefghijklmnop"[len(items) % 16],
            _ROMAN[len(items) % len(_ROMAN)],
        }:
            break
        items = [*items, place]
    return items


def _lead_of(reading: Reading, index: int, block: Block) -> str:
    """Return the sentence that makes the items under a block priorities, or nothing.

    Where the last sentence leads in a list of another sort, the items belong to that.
    """
    text = reading.report.slice(block)
    if block.kind is BlockKind.HEADING or _HEADING.fullmatch(text):
        is_list = _HEADING.fullmatch(text) and not _PROGRESS.search(text)
        return text if is_list and not OTHER_LIST.search(text) else ""
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.BULLET}:
        return ""
    sentences = [passage.text for passage in reading.passages_of(index)]
    if not sentences:
        return ""
    last = sentences[-1]
    if _leads(last):
        return last
    if _THEY.match(last) and _NAME.search(" ".join(sentences[-2:-1])):
        return f"{sentences[-2]} {last}"
    is_lead = last.rstrip().endswith(":")
    if OTHER_LIST.search(last):
        return ""
    if is_lead:
        return f"{block.section}: {last}" if _is_headed(block, last) else ""
    return next((text for text in reversed(sentences) if _leads(text)), "")


def _is_headed(block: Block, last: str) -> bool:
    """Return whether "The list now reads:" stands under a heading that names priorities."""
    return _HEADING.fullmatch(block.section) is not None and _LIST.search(last) is not None


def _leads(sentence: str) -> bool:
    """Return whether a sentence says that priorities follow."""
    if not any(rule.pattern.search(sentence) for rule in LEAD_INS):
        return False
    other = OTHER_LIST.search(sentence)
    if other and other[0][:9].casefold() == "following" and not _NAME.search(other[0]):
        return False  # "on the priorities the following points were raised"
    if other and not any(rule.pattern.search(sentence) for rule in LEAD_INS[:-1]):
        return False  # a colon alone leads in whatever was named last
    cue = max(
        (match.end() for rule in LEAD_INS if (match := rule.pattern.search(sentence))), default=0
    )
    return other is None or other.end() <= cue


def _listed(
    reading: Reading, block: Block, items: Sequence[int], lead: str
) -> Iterator[Found[PriorityValue]]:
    """Yield the items of a bulleted or numbered list."""
    spans = [_item_span(reading, item) for item in items]
    kept = [span for span in spans if span is not None]
    if len(kept) * 2 < len(items):
        return
    value = _value_of(reading, lead, block, len(kept))
    for rank, span in enumerate(kept, 1):
        yield Found(span, _ranked(value, rank), "priorities: list under a lead-in")


def _ranked(value: PriorityValue, rank: int) -> PriorityValue:
    """Return the value of an item with its place in the list."""
    return PriorityValue(value.owner, rank, value.list_size, value.period, value.kind, value.themes)


def _item_span(reading: Reading, index: int) -> Span | None:
    """Return the words of an item without label and closing punctuation; none for long text."""
    block = reading.blocks[index]
    text = reading.report.slice(block)
    printed = None if block.label else _PRINTED.match(text)
    start = printed.end() if printed else 0
    label = next((match for rule in ITEMS if (match := rule.pattern.match(text[start:]))), None)
    start += label.end() if label else 0
    head = re.match(r"[^.:–]{4,90}?(?=\s?[:–]\s|\s-\s)", text[start:])
    end = start + head.end() if head and len(text.split()) > 8 else len(text)
    end = len(_CLOSING.sub("", text[:end]))
    if end <= start or len(_BRACKETS.sub("", text[start:end]).split()) > _LONG:
        return None
    return Span(block.start + start, block.start + end)


def _inline(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield the items of lists that stand within one sentence."""
    for passage in reading.passages:
        start = _taken_up(reading, passage)
        text = reading.report.text[start : passage.end]
        is_named = _NAME.search(text) or FOCUS.search(text)
        if passage.block.kind not in _PROSE or not is_named or OTHER_OWNER.search(text):
            continue
        for rule in INLINE:
            match = rule.pattern.search(text)
            if match and rule.value(match, None):
                yield from _in_sentence(reading, passage, start, match)
                break


def _taken_up(reading: Reading, passage: Passage) -> int:
    """Return where a sentence begins, or the one before where it says "They are"."""
    is_said_on = _THEY.match(passage.text) or _CHOSE.search(passage.text)
    if not is_said_on or not passage.index:
        return passage.start
    before = reading.passages[passage.index - 1]
    return before.start if before.block_index == passage.block_index else passage.start


def _in_sentence(
    reading: Reading, passage: Passage, start: int, match: re.Match[str]
) -> Iterator[Found[PriorityValue]]:
    """Yield the items of the list that the match holds."""
    spans = list(split_items(match["items"]))
    if sum(PARTNER.fullmatch(match["items"][first:last]) is not None for first, last in spans) > 1:
        return
    offset = start + match.start("items")
    # Words of the items say nothing of whose list it is.
    lead = match.string[: match.start("items")] + match.string[match.end("items") :]
    value = _value_of(reading, lead, passage.block, len(spans))
    for rank, (first, last) in enumerate(spans, 1):
        yield Found(
            Span(offset + first, offset + last), _ranked(value, rank), "priorities: in a sentence"
        )


def _value_of(reading: Reading, lead: str, block: Block, size: int) -> PriorityValue:
    """Return what the words that lead in a list say of each of its items."""
    above = " / ".join(block.path)
    kind = kind_of(lead)
    owner = owner_of(reading, lead, above, reading.report.slice(block))
    is_own = kind is PriorityKind.STRATEGIC
    if is_own and is_police(owner):
        kind = PriorityKind.POLICING
    return PriorityValue(
        owner=owner,
        list_size=size,
        period=period_of(lead, above) or (told_period(reading.report.text) if is_own else ""),
        kind=kind,
    )


def _labelled(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield priorities that carry their number: "Priority 2: ..." as heading, line or cell."""
    rows: list[tuple[Passage, re.Match[str]]] = [
        (passage, match)
        for passage in reading.passages
        for rule in ITEMS
        if passage.is_first and (match := rule.pattern.match(passage.text))
    ]
    seen: set[str] = set()
    for rank, (passage, match) in enumerate(rows, 1):
        number = match["number"].casefold()
        is_heading = passage.block.kind is BlockKind.HEADING
        if is_heading and (number in seen or match[0].casefold().startswith("outcome")):
            continue  # the chapter on a priority that a list has told, or on what came of it
        seen.add(number)
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


def _first_columns(reading: Reading) -> dict[int, int]:
    """Return for each table the column that says what its rows are, after one of numbers.

    Where its cells say the same twice, it only tells what the things beside them belong to.
    """
    cells: dict[tuple[int, int], list[str]] = {}
    for block in reading.blocks:
        if block.table >= 0 and block.row > 0:
            text = reading.report.slice(block).strip().casefold()
            cells.setdefault((block.table, block.col), []).append(text)
    first: dict[int, int] = {}
    for (table, col), texts in sorted(cells.items()):
        is_numbers = all(len(text) <= _SHORT for text in texts)
        if table not in first and not is_numbers:
            is_told = len(set(texts)) == len(texts) and not any(_ALL.match(text) for text in texts)
            first[table] = col if is_told else -1
    return first


def _column(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield the cells of a column that is headed as one of priorities."""
    counts: dict[int, int] = {}
    columns = _first_columns(reading)
    for block in reading.blocks:
        is_headed = _COLUMN.fullmatch(block.col_head.strip()) is not None
        if block.kind is not BlockKind.CELL or not is_headed or not block.end > block.start:
            continue
        if columns.get(block.table) != block.col:
            continue  # what a row is about stands first; later columns say what it belongs to
        text = reading.report.slice(block)
        if block.col_head == text or not 1 < len(text.split()) <= _LONG:
            continue
        counts[block.table] = counts.get(block.table, 0) + 1
        end = block.start + len(_CLOSING.sub("", text))
        value = PriorityValue(
            owner=owner_of(reading, block.col_head, " / ".join(block.path)),
            rank=counts[block.table],
            period=period_of(
                block.col_head, _caption(reading, block.table), " / ".join(block.path)
            ),
            kind=kind_of(block.col_head),
        )
        yield Found(Span(block.start, end), value, "priorities: column of a table")
