"""Resolutions and recommendations where they stand, for the decisions and the acts they ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from csp_extract.extract.decisions.rules import Opening, read_opening
from csp_extract.extract.decisions.verbs import verb_of
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind, DecisionVerb, ReportKind

_SECTION = re.compile(
    r"\b(?:recommendations?|decisions?(?: required| made| taken)?|resolved|resolution"
    r"|actions? required"
    r"|proposed decision)\b",
    re.IGNORECASE,
)
_NOT_SECTION = re.compile(
    r"\b(?:reasons?|background|options|implications|previous|progress)\b", re.IGNORECASE
)
_FEW = 2  # words of a heading that was taken for an item
_LABEL = re.compile(r"(?:\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[).])\s+")
_AND_THAT = re.compile(
    r"[;,]?\s(?:and|AND)\s(?=that\s|to\s(?:note|approve|endorse|agree"
    r"|request)\s)"
)
_COMMITTEE = re.compile(r"That (?:the )?(?:[A-Z][\w&,-]*(?: (?:and|of|for))? ?){1,8}:?")
_ASKED = "is asked to"
_HEADED = "under a heading of recommendations"
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
    """Return the resolutions and recommendations of the report, in order.

    Where a section holds the recommendations, what "Members are asked to" do elsewhere only tells
    the purpose of the paper.
    """
    found: list[Resolution] = []
    taken: set[int] = set()
    is_minutes = reading.about.kind is ReportKind.MINUTES
    for passage in reading.passages:
        if passage.index in taken or passage.block.kind in _SILENT:
            continue
        opening = read_opening(passage.text, is_minutes=is_minutes) or _by_section(passage)
        if opening is None:
            continue
        items = list(_items(reading, passage)) if opening.is_open else []
        for item in items:
            taken.add(item.index)
            found.append(_resolution(item.span, item.span, reading, opening))
        if not items and not opening.is_open:
            found.extend(_parts(reading, passage, opening))
    if any(_in_section(reading, each) for each in found):
        found = [each for each in found if each.rule != _ASKED or _in_section(reading, each)]
    return found


def _in_section(reading: Reading, resolution: Resolution) -> bool:
    """Return whether a resolution stands under a heading of recommendations."""
    passage = reading.passage_at(resolution.span.start)
    return passage is not None and bool(_SECTION.search(passage.block.section))


def _parts(reading: Reading, passage: Passage, opening: Opening) -> Iterator[Resolution]:
    """Yield what a sentence decides; "that ... and that ..." decides two things."""
    start, act = passage.start + opening.start, passage.start + opening.act
    if _LABEL.match(reading.report.text, act):
        yield from _labelled(reading, passage, opening)
        return
    joints = list(_AND_THAT.finditer(reading.report.text, act, _end(passage)))
    for joint in joints:
        span = Span(act, joint.start())
        yield _resolution(Span(start, joint.start()), span, reading, opening)
        start = act = joint.end()
    yield _resolution(Span(start, _end(passage)), Span(act, _end(passage)), reading, opening)


def _labelled(reading: Reading, passage: Passage, opening: Opening) -> Iterator[Resolution]:
    """Yield what the numbered sentences of one paragraph decide: "Resolved: 1) To note ... 2)"."""
    text = reading.report.text
    starts = [passage.start + opening.act]
    starts += [
        other.start
        for other in reading.passages_of(passage.block_index)
        if other.index > passage.index and _LABEL.match(other.text)
    ]
    for start in starts:
        label = _LABEL.match(text, start)
        last = reading.passage_at(start)
        if label is not None and last is not None:
            span = Span(label.end(), _end(last))
            yield _resolution(span, span, reading, opening)


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
    if _COMMITTEE.fullmatch(" ".join(passage.text.split())):
        return Opening(0, 0, "recommended", _who_of(passage), is_open=True, rule=_HEADED)
    section = passage.block.row_head or passage.block.section
    if not _SECTION.search(section) or _NOT_SECTION.search(section):
        return None
    if not _THAT.match(passage.text):
        return None
    is_made = re.search(r"resol|made|taken|^decisions?$", section, re.IGNORECASE)
    how = "resolved" if is_made else "recommended"
    is_open = passage.text.rstrip().endswith(":")
    who = _who_of(passage) if is_open else ""
    return Opening(0, 0, how, who, is_open, _HEADED)


def _who_of(passage: Passage) -> str:
    """Return who decides, from "That the Committee:"; more than a few words name nobody."""
    words = " ".join(passage.text.split())
    who = re.sub(r"^(?:That|THAT)\s(?:the\s)?|:$|\s(?:is|are)\s.*", "", words)
    return who if len(who) < 60 else ""


def _items(reading: Reading, passage: Passage) -> Iterator[Passage]:
    """Yield the first sentences of the items that an open introduction leads in."""
    places = reading.items_of(passage.block_index) or _following(reading, passage)
    for place in places:
        first = reading.passages_of(place)[:1]
        yield from (passage for passage in first if len(passage.text.split()) > _FEW)


def _following(reading: Reading, passage: Passage) -> list[int]:
    """Return the labelled blocks right after an introduction that the layout did not tie to it."""
    places = []
    for place in range(passage.block_index + 1, min(passage.block_index + 15, len(reading.blocks))):
        block = reading.blocks[place]
        if not re.match(r"\(?[a-z0-9]{1,4}[).]$|[•*-]$", block.label) or block.kind in _SILENT:
            break
        places.append(place)
    return places
