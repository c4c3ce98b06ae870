"""Resolutions and recommendations where they stand, for the decisions and the acts they ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from csp_extract.extract.decisions.rules import Opening, read_opening
from csp_extract.extract.decisions.verbs import verb_of
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind, DecisionVerb

_SECTION = re.compile(
    r"\b(?:recommendations?|decisions?(?: required| made| taken)?|resolved|resolution|actions? required"
    r"|proposed decision)\b",
    re.IGNORECASE,
)
_NOT_SECTION = re.compile(
    r"\b(?:reasons?|background|options|implications|previous|progress)\b", re.IGNORECASE
)
_THAT = re.compile(r"(?:That|THAT)\s")
_SILENT = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.MASTHEAD, BlockKind.CONTENTS})


@dataclass(frozen=True, slots=True)
class Resolution:
    """One thing resolved or recommended."""

    span: Span  # its words in the report
    act: Span  # what is decided, without what introduces it
    verb: DecisionVerb
    how: str  # resolved, agreed, recommended, requested: what the paper calls it
    who: str  # who is asked, where the introduction says so
    rule: str


def resolutions_in(reading: Reading) -> list[Resolution]:
    """Return the resolutions and recommendations of the report, in order."""
    found: list[Resolution] = []
    taken: set[int] = set()
    for passage in reading.passages:
        if passage.index in taken or passage.block.kind in _SILENT:
            continue
        opening = read_opening(passage.text) or _by_section(passage)
        if opening is None:
            continue
        items = list(_items(reading, passage)) if opening.is_open else []
        for item in items:
            taken.add(item.index)
            found.append(_resolution(item.span, item.span, reading, opening))
        if not items and not opening.is_open:
            act = Span(passage.start + opening.act, _end(passage))
            start = passage.start + opening.start
            found.append(_resolution(Span(start, act.end), act, reading, opening))
    return found


def _resolution(span: Span, act: Span, reading: Reading, opening: Opening) -> Resolution:
    """Return the resolution whose words are known."""
    text = reading.report.text
    end = act.start + len(re.sub(r"(?:[;,]?\s+and)?[\s.;,]*$", "", text[act.start : act.end]))
    verb = verb_of(text[act.start : end], opening.how)
    return Resolution(
        Span(span.start, end), Span(act.start, end), verb, opening.how, opening.who, opening.rule
    )


def _end(passage: Passage) -> int:
    """Return where the words of a passage end."""
    return passage.start + len(passage.text.rstrip(" .;"))


def _by_section(passage: Passage) -> Opening | None:
    """Return how a sentence under a heading of recommendations opens: with "That"."""
    section = passage.block.section or passage.block.row_head
    if not _SECTION.search(section) or _NOT_SECTION.search(section):
        return None
    if not _THAT.match(passage.text):
        return None
    is_made = re.search(r"resol|made|taken|^decisions?$", section, re.IGNORECASE)
    how = "resolved" if is_made else "recommended"
    is_open = passage.text.rstrip().endswith(":")
    who = ""
    if is_open:
        who = re.sub(
            r"^(?:That|THAT)\s(?:the\s)?|:$|\s(?:is|are).*", "", " ".join(passage.text.split())
        )
    return Opening(
        0, 0, how, who if len(who) < 60 else "", is_open, "under a heading of recommendations"
    )


def _items(reading: Reading, passage: Passage) -> Iterator[Passage]:
    """Yield the first sentences of the items that an open introduction leads in."""
    places = reading.items_of(passage.block_index) or _following(reading, passage)
    for place in places:
        first = reading.passages_of(place)[:1]
        yield from first


def _following(reading: Reading, passage: Passage) -> list[int]:
    """Return the labelled blocks right after an introduction that the layout did not tie to it."""
    places = []
    for place in range(passage.block_index + 1, min(passage.block_index + 15, len(reading.blocks))):
        block = reading.blocks[place]
        if not re.match(r"\(?[a-z0-9]{1,4}[).]$|[•*-]$", block.label) or block.kind in _SILENT:
            break
        places.append(place)
    return places
