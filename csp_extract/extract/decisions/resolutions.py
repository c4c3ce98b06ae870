"""Resolutions and recommendations where they stand, for the decisions and the acts they ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from csp_extract.extract.decisions.fate import status_of
from csp_extract.extract.decisions.openings import Opening
from csp_extract.extract.decisions.rules import IN_MINUTES, IN_RECORDS, read_opening
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
# "What do we ask of you?": the items under it are requests.
_ASKS = re.compile(r"\bwhat\b.*\b(?:ask|want|need|asking)\b.*\byou\b", re.IGNORECASE)
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
_TELLS = "was noted"  # its verb is what became of the matter
_HEADED = "under a heading of recommendations"
_THAT = re.compile(r"(?:That|THAT)\s")
_ITEM_THAT = re.compile(r"[Tt]hat\s|THAT\s")
# "that two devices be purchased, was lost": what became of it is no part of the motion.
_TOLD_WITHIN = re.compile(
    r",?\s(?:was|were)\s(?:then\s)?(?:put\s(?:to\s\w+\s\w+\s)?and\s)?(?:lost|carried|defeated)\b.*$",
    re.DOTALL,
)
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
    said: int  # the passage that introduces it
    status: str = ""  # what became of it, where the paper tells


def resolutions_in(reading: Reading) -> list[Resolution]:
    """Return the resolutions and recommendations of the report, in order.

    Where a section holds the recommendations, what "Members are asked to" do elsewhere only tells
    the purpose of the paper.
    """
    found: list[Resolution] = []
    taken: set[int] = set()
    barred = _barred(reading.about.kind)
    for passage in reading.passages:
        if passage.index in taken or passage.block.kind in _SILENT:
            continue
        opening = read_opening(passage.text, barred) or _by_section(passage)
        if opening is None:
            continue
        opening = replace(opening, who=_addressed(reading, opening.who))
        items = list(_items(reading, passage)) if opening.is_open else []
        for item in items:
            taken.add(item.index)
            label = _LABEL.match(reading.report.text, item.start)
            span = Span(label.end() if label else item.start, item.end)
            found.append(_resolution(span, span, reading, opening, passage))
        if not items and not opening.is_open:
            found.extend(_parts(reading, passage, opening))
    if any(_in_section(reading, each) for each in found):
        found = [each for each in found if each.rule != _ASKED or _in_section(reading, each)]
    return found


def _barred(kind: ReportKind | None) -> frozenset[str]:
    """Return the rules that decide nothing in a paper of this kind."""
    if kind is ReportKind.MINUTES:
        return IN_RECORDS
    return IN_MINUTES if kind is ReportKind.DECISION else IN_MINUTES | IN_RECORDS


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
        yield _resolution(Span(start, joint.start()), span, reading, opening, passage)
        start = act = joint.end()
    end = passage.start + opening.end if opening.end else _end(passage)
    yield _resolution(Span(start, end), Span(act, end), reading, opening, passage)


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
            yield _resolution(span, span, reading, opening, passage)


def _resolution(
    span: Span, act: Span, reading: Reading, opening: Opening, passage: Passage
) -> Resolution:
    """Return the resolution whose words are known; a motion that was lost is a rejection."""
    text = reading.report.text
    words = _TOLD_WITHIN.sub("", text[act.start : act.end]) if not opening.end else ""
    words = re.sub(r"(?:[;,]?\s+and)?[\s.;,]*$", "", words or text[act.start : act.end])
    end = act.start + len(words)
    status = "" if opening.rule == _TELLS else status_of(text, Span(span.start, act.end))
    is_lost = status == "lost"
    is_listed = bool(_SECTION.search(passage.block.section))
    how = "recommended" if opening.how == "requested" and is_listed else opening.how
    verb = opening.verb or (DecisionVerb.REJECTED if is_lost else verb_of(words, opening.how))
    return Resolution(
        Span(span.start, end),
        Span(act.start, end),
        verb,
        how,
        opening.who,
        opening.rule,
        passage.index,
        status,
    )


def _addressed(reading: Reading, who: str) -> str:
    """Return who is asked; "you" are the committee that the paper goes to."""
    return reading.about.committee if who == "you" else who


def _end(passage: Passage) -> int:
    """Return where the words of a passage end."""
    return passage.start + len(passage.text.rstrip(" .;"))


def _by_section(passage: Passage) -> Opening | None:
    """Return how a sentence under a heading of recommendations opens: with "That"."""
    if _COMMITTEE.fullmatch(" ".join(passage.text.split())):
        return Opening(0, 0, "recommended", _who_of(passage), is_open=True, rule=_HEADED)
    section = passage.block.row_head or passage.block.section
    if _ASKS.search(section) and passage.block.kind is BlockKind.BULLET and passage.is_first:
        return Opening(0, 0, "recommended", "you", is_open=False, rule=_HEADED)
    if not _SECTION.search(section) or _NOT_SECTION.search(section):
        return None
    that = _ITEM_THAT if passage.block.lead_in >= 0 else _THAT
    if not that.match(passage.text):
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
        if block.kind in _SILENT:
            break
        is_item = re.match(r"\(?[a-z0-9]{1,4}[).]$|[•*-]$", block.label)
        if is_item or _LABEL.match(reading.report.text, block.start):
            places.append(place)
        elif not places or place - places[-1] > 1:
            break
    return places
