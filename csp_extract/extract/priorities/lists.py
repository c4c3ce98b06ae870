"""Lists of priorities under a lead-in or a heading: bullets, numbers, or bare lines."""

import re
from collections.abc import Iterator, Sequence

from csp_extract.extract.found import Found, Span
from csp_extract.extract.priorities.rules import ITEMS, LABEL, LEAD_INS
from csp_extract.extract.priorities.value import ranked, value_of
from csp_extract.extract.priorities.words import HEADING, NAME, OTHER_LIST, OTHER_OWNER, PROGRESS
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import split_sentences
from csp_extract.records import Block, BlockKind, PriorityValue

CLOSING = re.compile(r"(?:\s?[;,.]|\s?[;,]\s?(?:and|&))+$")
LONG = 26  # words; a longer item is text about a priority
_COUNTED = re.compile(r"\(?(\d{1,2}|[A-Za-z]|[IVXivx]{1,4})[.)]{1,2}")
_PRINTED = re.compile(r"\(?(\d{1,2}|[a-z]|[ivx]{1,4})\)\s?(?=\w)|(\d{1,2}|[IVX]{1,4})[.]\s")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_BRACKETS = re.compile(r"\s?\([^()]*(?:\([^()]*\)[^()]*)*\)")
THEY = re.compile(
    r"(?:(?:For|From|In)\s[^,.:]{3,40},?\s)?(?:[Tt]hey|[Tt]hese|Those)\s"
    r"(?:are|were|remain|include|seek|sought|aim|aimed|cover|covered|relate|related|comprise|focus|focused)\b"
)
_LIST = re.compile(r"\b(?:list|they|these|following|below|agreed|adopted|now)\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_BARE = re.compile(r"[A-Z“\"‘][^.:?!]*[^.:?!\d]")
_BARE_WORDS = 14
_COLONS = (":", ":-", ": -", ":–", ": –")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.MASTHEAD})
_BULLETS = frozenset("•·*-–—oO▪■●◦")
_MIN_ITEMS = 2
_LEAD_REACH = 200  # characters of a lead-in before its colon
_RUN_IN = re.compile(
    r"(?P<lead>[^.:;]{10,200}:)\s?[-–—]*\s(?P<label>\(?[1ai][.)]\s)?(?P<first>[A-Z][^:;?!]{3,120})$"
)
# "Priority 1 Reduce crime", in a list of priorities.
_UNPOINTED = re.compile(rf"{LABEL.pattern}\s(?=[A-Z])")
_COLON = re.compile(r"\s?:\s?[-–—]+$")
# "ASB: fewer calls", "Prevent (Cllr Hale)": what stands beside each item of a list is none of it.
_BESIDE = re.compile(r"(?P<item>[^.:–]{2,90}?)(?:\s?[:–]\s|\s-\s|\s\((?=[^()]*[a-z][^()]*\)$)).+")


def listed(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield the items of every list that its lead-in makes one of priorities."""
    for index, block in enumerate(reading.blocks):
        items = _items_under(reading, index)
        lead = _lead_of(reading, block) if len(items) >= _MIN_ITEMS else ""
        if lead and not OTHER_OWNER.search(lead):
            yield from _rows(reading, block, _spans_of(reading, items), lead)
        elif run := _run_in(reading, index):
            yield from _rows(reading, block, *run)


def _items_under(reading: Reading, index: int) -> Sequence[int]:
    """Return the items that a block leads in: bullets, or the run of blocks that follows it."""
    return (
        reading.items_of(index)
        or _numbered(reading, index)
        or _bulleted(reading, index)
        or _bare_lines(reading, index)
    )


def _numbered(reading: Reading, index: int, before: int = 0) -> list[int]:
    """Return the run of blocks numbered from 1, a or i that follows a block.

    ``before`` items have come already.
    """
    items: list[int] = []
    for place in range(index + 1, len(reading.blocks)):
        block = reading.blocks[place]
        label = _COUNTED.fullmatch(block.label) or (
            None if block.label else _PRINTED.match(reading.report.slice(block))
        )
        if label is None or (label[1] or label[label.lastindex or 1]).casefold() not in {
            str(len(items) + before + 1),
            "abcdefghijklmnop"[(len(items) + before) % 16],
            _ROMAN[(len(items) + before) % len(_ROMAN)],
        }:
            break
        items = [*items, place]
    return items


def _bulleted(reading: Reading, index: int) -> list[int]:
    """Return the run of bullets that follows a block, where the layout saw no list."""
    items: list[int] = []
    is_bullet = bool(reading.blocks[index].label) and reading.blocks[index].label in _BULLETS
    if is_bullet and not reading.report.slice(reading.blocks[index]).endswith(_COLONS):
        return items
    for place in range(index + 1, len(reading.blocks)):
        block = reading.blocks[place]
        if not block.label or block.label not in _BULLETS:
            break
        if is_bullet and not _BARE.fullmatch(reading.report.slice(block)):
            break  # its fellow, which tells the next thing
        if not is_bullet and block.lead_in >= 0:
            break
        items.append(place)
    return items


def _bare_lines(reading: Reading, index: int, before: int = 0) -> list[int]:
    """Return the short lines that follow a block that says how many there are, as many as it says.

    Without a number the block must end in a colon, and the lines go on until a sentence.
    ``before`` items have come already.
    """
    text = reading.report.slice(reading.blocks[index])
    number = _NUMBER.search(text)
    count = _NUMBERS[number[0].casefold()] - before if number else 0
    is_lead = before or text.endswith(":") or (count and HEADING.fullmatch(text))
    if not is_lead or (before and not count) or not NAME.search(text):
        return []
    items = []
    for place in range(index + 1, min(len(reading.blocks), index + 10)):
        block = reading.blocks[place]
        line = reading.report.slice(block)
        is_bare = not block.label and block.kind in _PROSE and _BARE.fullmatch(line)
        if not is_bare or len(line.split()) > _BARE_WORDS:
            break
        items.append(place)
    return items[:count] if count and len(items) >= count else [] if count else items


def _lead_of(reading: Reading, block: Block) -> str:
    """Return the sentence that makes the items under a block priorities, or nothing.

    Where the last sentence leads in a list of another sort, the items belong to that.
    """
    text = reading.report.slice(block)
    if block.kind is BlockKind.HEADING or HEADING.fullmatch(text):
        is_list = HEADING.fullmatch(text) and not PROGRESS.search(text)
        return text if is_list and not OTHER_LIST.search(text) else ""
    if block.kind not in _PROSE:
        return ""
    sentences = [text[span.start : span.end] for span in split_sentences(text)]
    if not sentences:
        return ""
    last = _COLON.sub(":", sentences[-1])
    if _leads(last):
        return last
    if THEY.match(last) and NAME.search(" ".join(sentences[-2:-1])):
        return f"{sentences[-2]} {last}"
    is_lead = last.rstrip().endswith(":")
    if OTHER_LIST.search(last):
        return ""
    if is_lead:
        return f"{block.section}: {last}" if _is_headed(block, last) else ""
    return next((text for text in reversed(sentences) if _leads(text)), "")


def _is_headed(block: Block, last: str) -> bool:
    """Return whether "The list now reads:" stands under a heading that names priorities."""
    return HEADING.fullmatch(block.section) is not None and _LIST.search(last) is not None


def _leads(sentence: str) -> bool:
    """Return whether a sentence says that priorities follow."""
    if not any(rule.pattern.search(sentence) for rule in LEAD_INS):
        return False
    other = OTHER_LIST.search(sentence)
    if other and other[0][:9].casefold() == "following" and not NAME.search(other[0]):
        return False  # "on the priorities the following points were raised"
    is_cued = any(rule.pattern.search(sentence) for rule in LEAD_INS[:-1])
    if other and not is_cued and NAME.search(sentence, other.end()) is None:
        return False  # a colon alone leads in whatever was named last
    cue = max(
        (match.end() for rule in LEAD_INS if (match := rule.pattern.search(sentence))), default=0
    )
    return other is None or other.end() <= cue


def _rows(
    reading: Reading, block: Block, spans: Sequence[Span], lead: str
) -> Iterator[Found[PriorityValue]]:
    """Yield the items of a list whose lead-in is told."""
    value = value_of(reading, lead, block, len(spans))
    for rank, span in enumerate(spans, 1):
        yield Found(span, ranked(value, rank), "priorities: list under a lead-in")


def _spans_of(reading: Reading, items: Sequence[int]) -> Sequence[Span]:
    """Return the words of the items of a list, or nothing where most of them are too long."""
    spans = [item_span(reading, item) for item in items]
    kept = [span for span in spans if span is not None]
    return _without_notes(reading, kept) if len(kept) * 2 >= len(items) else ()


def _run_in(reading: Reading, index: int) -> tuple[Sequence[Span], str] | None:
    """Return the items of a list whose first is printed on the line of its lead-in, and that."""
    block = reading.blocks[index]
    text = reading.report.slice(block)
    colon = text.rfind(":")  # the lead ends in the last one, which few blocks have
    is_prose = block.kind in _PROSE and colon >= 0
    match = _RUN_IN.search(text, max(0, colon - _LEAD_REACH)) if is_prose else None
    if match is None or not _leads(match["lead"]):
        return None
    others = _numbered(reading, index, 1) if match["label"] else _bare_lines(reading, index, 1)
    end = block.start + len(CLOSING.sub("", text))
    spans = _spans_of(reading, others)
    return (
        ((Span(block.start + match.start("first"), end), *spans), match["lead"]) if spans else None
    )


def _without_notes(reading: Reading, spans: Sequence[Span]) -> Sequence[Span]:
    """Return the items without what stands beside each of them, where it does beside all."""
    texts = [reading.report.text[span.start : span.end] for span in spans]
    notes = [match for text in texts if (match := _BESIDE.fullmatch(text))]
    if len(notes) < len(spans):
        return spans
    return [
        Span(span.start, span.start + note.end("item"))
        for span, note in zip(spans, notes, strict=True)
    ]


def item_span(reading: Reading, index: int) -> Span | None:
    """Return the words of an item without label and closing punctuation; none for long text."""
    block = reading.blocks[index]
    text = reading.report.slice(block)
    printed = None if block.label else _PRINTED.match(text)
    start = printed.end() if printed else 0
    label = next((match for rule in ITEMS if (match := rule.pattern.match(text[start:]))), None)
    label = label or _UNPOINTED.match(text[start:])
    start += label.end() if label else 0
    head = re.match(r"[^.:–]{4,90}?(?=\s?[:–]\s|\s-\s)", text[start:])
    end = start + head.end() if head and len(text.split()) > 8 else len(text)
    end = len(CLOSING.sub("", text[:end]))
    if end <= start or len(_BRACKETS.sub("", text[start:end]).split()) > LONG:
        return None
    return Span(block.start + start, block.start + end)
