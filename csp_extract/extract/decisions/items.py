"""The lines under a lead-in that are each decided."""

import re
from collections.abc import Iterator

from csp_extract.extract.decisions.bodies import BODY
from csp_extract.extract.decisions.clauses import SUBJUNCTIVE, is_body_act
from csp_extract.extract.decisions.labels import DOTTED, LABEL, TAKEN_OFF
from csp_extract.extract.decisions.leads import Lead, lead_of
from csp_extract.extract.decisions.rules import is_told_of
from csp_extract.extract.decisions.verbs import opens_with_act, opens_with_verb
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import Block, BlockKind

_FIRST = re.compile(r"\(?[1aiA][).]{1,2}$|[•*-]$")
_HEADLONG = 5  # words of a heading that the layout took for a paragraph
_FEW = 2  # words of a heading that was taken for an item
_REACH = 15  # blocks after a lead-in that may be its items
_THAT = re.compile(r"[“\"‘'(]?(?:[Tt]hat|THAT|[Tt]o|and that)[\s,]")
_SHOULD = re.compile(r"[A-Za-z][^.:;?]{3,90}?\sshould\s(?!be\s(?:aware|noted)\b|note\b)")
_PASSIVE = re.compile(rf"^{SUBJUNCTIVE}")
_TAKES_ALL = re.compile(r"[\d.\s]*(?:unanimously\s)?(?:resolved|agreed)\b", re.IGNORECASE)
_ONLY_BODY = re.compile(rf"(?:{BODY})\s?[:–-]?")
MADE = frozenset({"resolved", "agreed"})  # how a lead tells that a meeting decided
_STOPS = frozenset(
    {BlockKind.HEADING, BlockKind.TITLE, BlockKind.CONTENTS, BlockKind.CELL, BlockKind.FIELD}
)


def items_of_lead(reading: Reading, passage: Passage, lead: Lead | None) -> list[Passage]:
    """Return the first sentences of the items under a lead-in; questions are not decided.

    ``lead`` is what the line says that leads them in, ``None`` where an open sentence does.
    """
    tied = reading.items_of(passage.block_index)
    after = max([passage.block_index, *tied])
    places = (
        [*tied, *_following(reading, passage, after)]
        if not tied or _is_lettered(reading, tied)
        else tied
    )
    items = [
        first
        for place in places
        for first in reading.passages_of(place)[:1]
        if len(first.text.split()) > _FEW or opens_with_verb(first.text)
    ]
    items = _one_list(items)
    if lead is None:
        return [item for item in items if not _is_question(item) and _may_be_bare(item)]
    if not items:
        items = list(_next(reading, passage, lead))
    is_headed = passage.block.kind is BlockKind.HEADING
    strict = lead.is_strict or (is_headed and not _is_own_list(lead, items))
    return [item for item in items if _is_decided(item, lead, strict=strict)]


def _one_list(items: list[Passage]) -> list[Passage]:
    """Return the items that are labelled alike, or read as decided whatever their label.

    After a list "(a), (b)" a "2." may be the next matter; after an item that ends with a colon,
    other labels are of its parts.
    """
    kept: list[Passage] = []
    is_open = False
    for item in items:
        is_alike = not kept or _shape(item) == _shape(kept[0])
        if not is_alike and not reads_as_decided(_unlabelled(item)):
            if is_open:
                continue
            break
        kept.append(item)
        is_open = item.text.rstrip(" -–").endswith(":") or (is_open and not is_alike)
    return kept


def _unlabelled(item: Passage) -> str:
    """Return the words of an item without a label that the layout left in them."""
    label = LABEL.match(item.text)
    return item.text[label.end() :] if label else item.text


def _shape(item: Passage) -> str:
    """Return how the label of an item looks: "(1)" and "(2)" look alike, "(a)" does not."""
    inner = LABEL.match(item.text)
    label = item.block.label or (inner[0] if inner else "")
    return re.sub(r"[^\W\d]+", "a", re.sub(r"\d+", "1", label.strip()))


def _may_be_bare(item: Passage) -> bool:
    """Return whether an item is decided under an open sentence; a paragraph must read so."""
    is_dotted = DOTTED.match(item.block.label or item.text)
    return not is_dotted or reads_as_decided(_unlabelled(item))


def _is_own_list(lead: Lead, items: list[Passage]) -> bool:
    """Return whether a heading of decisions made stands over a list that begins with it."""
    return lead.how in MADE and bool(items) and bool(_FIRST.match(items[0].block.label))


def _is_question(item: Passage) -> bool:
    return item.text.rstrip().endswith("?")


def _is_decided(item: Passage, lead: Lead, *, strict: bool) -> bool:
    """Return whether an item reads as one that its lead-in makes a decision."""
    if _is_question(item) or lead_of(item.text):
        return False
    text = _unlabelled(item)
    if lead.needs_verb:
        return opens_with_verb(text)
    if not strict and not DOTTED.match(item.block.label or item.text):
        return True
    return reads_as_decided(text)


def takes_all(heading: str) -> bool:
    """Return whether everything listed under a heading was decided: "RESOLVED", "AGREED –"."""
    return _TAKES_ALL.match(heading) is not None


def _is_lettered(reading: Reading, places: list[int]) -> bool:
    """Return whether items carry letters or numbers, so that a later one can be told."""
    return all(len(reading.blocks[place].label) > 1 for place in places)


def reads_as_decided(text: str) -> bool:
    """Return whether words read as what is decided: "That ...", "Note ...", "... be noted"."""
    return bool(
        _THAT.match(text)
        or opens_with_verb(text)
        or _PASSIVE.match(text)
        or is_body_act(text)
        or _SHOULD.match(text)
    )


def _following(reading: Reading, passage: Passage, after: int) -> Iterator[int]:
    """Yield the labelled blocks right after a lead-in that the layout did not tie to it."""
    first = after + 1
    last = min(after + _REACH, len(reading.blocks))
    if first < last and _ONLY_BODY.fullmatch(reading.report.slice(reading.blocks[first])):
        first += 1  # "Cabinet" on a line of its own, then what it decided
    before = first - 1
    for place in range(first, last):
        block = reading.blocks[place]
        if block.kind in _STOPS or (
            block.kind is BlockKind.MASTHEAD and passage.block.kind is not BlockKind.MASTHEAD
        ):
            break
        if _is_labelled(reading, block):
            yield place
            before = place
        elif before < first or place - before > 1 or _ends_list(reading.report.slice(block)):
            break


def _ends_list(text: str) -> bool:
    """Return whether a line without a label leads in or heads something else."""
    is_heading = text[:1].isupper() and len(text.split()) <= _HEADLONG
    return text.endswith(":") or (is_heading and not text.endswith((".", ";", "and")))


def _tells(text: str) -> bool:
    """Return whether a sentence tells what a meeting did, and does not lead in what it did."""
    return not text.endswith(":") and is_told_of(text)


def _is_labelled(reading: Reading, block: Block) -> bool:
    """Return whether a block is a lettered, numbered or bulleted line."""
    return bool(
        TAKEN_OFF.match(block.label)
        or DOTTED.match(block.label)
        or LABEL.match(reading.report.text, block.start)
    )


def _next(reading: Reading, passage: Passage, lead: Lead) -> Iterator[Passage]:
    """Yield the unlabelled lines right after a lead-in that read as what it decides."""
    for place in range(
        passage.block_index + 1, min(passage.block_index + _REACH, len(reading.blocks))
    ):
        block = reading.blocks[place]
        if block.kind in _STOPS or block.label:
            return
        sentences = reading.passages_of(place)
        is_first = place == passage.block_index + 1
        first = sentences[0]
        if not (
            _THAT.match(first.text)
            or (is_first and (lead.takes_next or _PASSIVE.match(first.text)))
            or opens_with_act(first.text)
            or (lead.needs_verb and opens_with_verb(first.text))
            or (is_first and lead.how in MADE and _tells(first.text))
        ):
            return
        yield first
        yield from (each for each in sentences[1:] if _THAT.match(each.text))
