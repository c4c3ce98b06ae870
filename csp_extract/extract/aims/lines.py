"""What each block of a report looks like to the chain that tells which are priorities."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from csp_extract.extract.aims.words import CUE, class_of, cues_of, is_named, words_of
from csp_extract.extract.priorities.rules import ITEMS, LEAD_INS
from csp_extract.extract.priorities.words import OTHER_LIST, PROGRESS
from csp_extract.extract.reading import Reading
from csp_extract.extract.sieve import Sieve
from csp_extract.records import Block, BlockKind

_KINDS = frozenset(
    {
        BlockKind.BULLET,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.CELL,
        BlockKind.FIELD,
        BlockKind.MASTHEAD,
    }
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|should|did|can|could|may)\b")
_WORTH_TRYING = Sieve(LEAD_INS)
_REACH = 220  # characters of a lead-in before its items
_FAR = 12  # lines from the first of a run
_LONG = 25  # words; a longer line is none of a run
_NEAR = (-2, -1, 1, 2)


class Line(NamedTuple):
    """A block that may be a priority: its place, its words, whether rules found one in it."""

    place: int  # of its block in the report
    block: Block
    text: str
    is_ruled: bool


def lines_of(reading: Reading) -> list[Line]:
    """Return the blocks that may be priorities, in order."""
    starts = [row.span for row in reading.priorities]
    return [
        Line(
            index,
            block,
            reading.report.slice(block),
            any(span.start < block.end and block.start < span.end for span in starts),
        )
        for index, block in enumerate(reading.blocks)
        if block.kind in _KINDS and words_of(reading.report.slice(block))
    ]


def looks_of(reading: Reading, lines: Sequence[Line]) -> list[list[str]]:
    """Return the features of each line, those of its list and its neighbours among them."""
    own = [list(_of_line(line)) for line in lines]
    near = [list(_from_afar(line)) for line in lines]
    ruled = {line.block.lead_in for line in lines if line.is_ruled}
    paper = ["paper ruled"] if ruled else []
    runs = _runs(lines)
    rows = []
    for at, line in enumerate(lines):
        row = ["bias", *paper, *own[at], *_of_list(reading, line, ruled), *runs[at]]
        row += _of_place(reading, line.block)
        for step in _NEAR:
            facts = near[at + step] if 0 <= at + step < len(lines) else ("none",)
            row += (f"{step} {fact}" for fact in facts)
        rows.append(row)
    return rows


def _of_line(line: Line) -> Iterator[str]:
    """Yield what a line itself shows: its kind, length, words and signs."""
    words, text = words_of(line.text), line.text
    yield f"kind={line.block.kind}"
    yield f"len={min(len(words) // 3, 9)}"
    yield f"kind={line.block.kind} len={min(len(words) // 4, 6)}"
    yield f"label={_shape(line.block.label)}"
    yield f"first={words[0].lower()}"
    yield f"opens={class_of(words[0])}"
    yield f"last={words[-1].lower()}"
    yield f"capital={text[0].isupper()} end={_end(text)}"
    yield f"verb={_VERB.search(text) is not None}"
    yield f"digit={any(map(str.isdigit, text))}"
    if "£" in text:
        yield "money"
    yield from (f"w={word.lower()}" for word in dict.fromkeys(words[:12]))
    if any(rule.pattern.match(text) for rule in ITEMS):
        yield "labelled"
    yield from cues_of(text, "own")
    if line.is_ruled:
        yield "ruled"


def _of_list(reading: Reading, line: Line, ruled: set[int]) -> Iterator[str]:
    """Yield what leads in the list in which a line stands."""
    lead_in = line.block.lead_in
    if lead_in < 0 or line.block.kind is BlockKind.HEADING:
        return
    yield f"led {line.block.kind}"
    yield f"lead kind={reading.blocks[lead_in].kind}"
    yield from _of_lead(reading.report.slice(reading.blocks[lead_in]), "lead")
    yield f"size={min(len(reading.items_of(lead_in)), 8)}"
    if lead_in in ruled:
        yield "sibling ruled"


def _runs(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """Return for each line what stands before the run of lines alike in which it stands."""
    forms = [(line.block.kind, _shape(line.block.label)) for line in lines]
    may_go_on = [_may_go_on(line.text) for line in lines]
    rows: list[tuple[str, ...]] = []
    for at, form in enumerate(forms):
        first = at - 1
        while first >= 0 and at - first < _FAR and may_go_on[first] and forms[first] == form:
            first -= 1
        if first < 0:
            rows.append(())
            continue
        place = f"run at={min(at - first, 6)} kind={lines[first].block.kind}"
        rows.append((place, *_of_lead(lines[first].text, "run")))
    return rows


def _may_go_on(text: str) -> bool:
    """Return whether a line can be one of a run that goes on after it."""
    return len(text.split()) < _LONG and not text.endswith(":")


@lru_cache(maxsize=1024)
def _of_lead(text: str, where: str) -> tuple[str, ...]:
    """Return the last words of a lead-in, and what it names; the items of a list share them."""
    return tuple(_told_by(text[-_REACH:], where))


def _told_by(text: str, where: str) -> Iterator[str]:
    """Yield the last words of a text that leads in a list, and what it names."""
    yield from (f"{where}={word.lower()}" for word in words_of(text)[-6:])
    yield from cues_of(text, f"{where} cue")
    yield f"{where} end={_end(text)}{is_named(text)}"
    if CUE.search(text) and any(rule.pattern.search(text) for rule in _WORTH_TRYING(text)):
        yield f"{where} rule"
    if OTHER_LIST.search(text):
        yield f"{where} other"


def _of_place(reading: Reading, block: Block) -> Iterator[str]:
    """Yield the headings above a block, and the column in which it stands."""
    yield from _of_section(block.section)
    for heading in block.path[:-1]:
        yield from cues_of(heading, "above")
    if block.table >= 0:
        head = reading.head_of(block)
        yield from (f"column={word.lower()}" for word in words_of(head)[:5])
        yield from cues_of(head, "column cue")
        yield f"at={min(block.row, 2)},{min(block.col, 3)}{block.is_head}"


@lru_cache(maxsize=256)
def _of_section(section: str) -> tuple[str, ...]:
    """Return the words of the heading that a block stands under, and what it names."""
    words = (f"section={word.lower()}" for word in words_of(section)[:6])
    progress = ("section of progress",) if PROGRESS.search(section) else ()
    return (*words, *cues_of(section, "section cue"), *progress)


def _from_afar(line: Line) -> Iterator[str]:
    """Yield what a line looks like to those near by."""
    words = words_of(line.text)
    yield f"{line.block.kind}{_shape(line.block.label)} len={min(len(words) // 4, 6)}"
    yield f"opens={class_of(words[0])}"
    yield f"first={words[0].lower()}"
    yield f"end={_end(line.text)}"
    yield f"named={is_named(line.text)}"
    if line.is_ruled:
        yield "ruled"


@lru_cache(maxsize=256)
def _shape(label: str) -> str:
    """Return the shape of a label: letter, number, bullet, none."""
    sign = label.strip("().")[:1]
    return "letter" if sign.isalpha() else "number" if sign.isdigit() else "bullet" * bool(sign)


def _end(text: str) -> str:
    """Return the sign in which a text ends."""
    return "a" if text[-1:].isalnum() else text[-1:]
