"""Resolutions and recommendations where they stand, for the decisions and the acts they ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from csp_extract.extract.decisions.fate import status_of
from csp_extract.extract.decisions.lexicon import lexicon
from csp_extract.extract.decisions.openings import Opening
from csp_extract.extract.decisions.rules import IN_MINUTES, IN_RECORDS, read_opening
from csp_extract.extract.decisions.sections import ALONE, ITEM_THAT, SECTION, by_section, heads
from csp_extract.extract.decisions.told import is_told
from csp_extract.extract.decisions.verbs import verb_of
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind, DecisionVerb, ReportKind

_FEW = 2  # words of a heading that was taken for an item
_LABEL = re.compile(
    r"(?:\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[).])\s+|\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)(?=[a-z])"
)
# "(a) to note it; and (b) to support it": a label within a sentence.
_INLINE = re.compile(r"(?P<before>[;,.]\s(?:and\s)?)(?=\((?:[a-h]|[ivx]{1,4}|\d)\)\s)")
_AND_THAT = re.compile(
    r"[;,]?\s(?:and|AND)\s(?=that\s|to\s(?:note|approve|endorse|agree"
    r"|request|say|comment|consider|support|recommend|ask|delegate|appoint|authorise|review|invite"
    r"|adopt|confirm|refer|write|instruct)\s)"
)
_ASKED = "is asked to"
_TELLS = "was noted"  # its verb is what became of the matter
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
    barred = _barred(reading)
    for passage in reading.passages:
        if passage.index in taken:
            continue
        opening = heads(passage)
        if opening is None and passage.block.kind not in _SILENT:
            opening = read_opening(passage.text, barred) or by_section(passage)
        if opening is None:
            continue
        opening = replace(opening, who=_addressed(reading, opening.who))
        items = list(_items(reading, passage, opening)) if opening.is_open else []
        if any(item.text.rstrip().endswith("?") for item in items):
            items, opening = [], replace(opening, is_open=False)
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


def _barred(reading: Reading) -> frozenset[str]:
    """Return the rules that decide nothing in a paper of this kind."""
    if is_told(reading):
        return IN_RECORDS
    is_record = reading.about.kind is ReportKind.DECISION
    return IN_MINUTES if is_record else IN_MINUTES | IN_RECORDS


def _in_section(reading: Reading, resolution: Resolution) -> bool:
    """Return whether a resolution stands under a heading of recommendations."""
    passage = reading.passage_at(resolution.span.start)
    return passage is not None and bool(SECTION.search(passage.block.section))


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
    """Yield what the labelled parts of one paragraph decide: "Resolved: (a) to note ...; (b)"."""
    text = reading.report.text
    starts = [passage.start + opening.act]
    starts += [label.end("before") for label in _INLINE.finditer(text, starts[0], _end(passage))]
    starts += [
        other.start
        for other in reading.passages_of(passage.block_index)
        if other.index > passage.index and _LABEL.match(other.text)
    ]
    for place, start in enumerate(starts):
        label = _LABEL.match(text, start)
        last = reading.passage_at(start)
        if label is not None and last is not None:
            end = min([_end(last), *(other for other in starts[place + 1 :])])
            span = Span(label.end(), end)
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
    is_listed = bool(SECTION.search(passage.block.section))
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


def _items(reading: Reading, passage: Passage, opening: Opening) -> Iterator[Passage]:
    """Yield the first sentences of the items that an open introduction leads in."""
    places: list[int] = []
    if passage.block.kind is not BlockKind.HEADING:
        places = reading.items_of(passage.block_index) or _following(reading, passage)
    for place in places or _paragraphs(reading, passage, opening):
        first = reading.passages_of(place)[:1]
        yield from (passage for passage in first if _says_enough(passage.text))


def _says_enough(text: str) -> bool:
    """Return whether an item is no heading: "Next steps" says less than "noted progress"."""
    words = text.split()
    return len(words) > _FEW or (len(words) == _FEW and words[0].lower() in lexicon().verbs)


def _paragraphs(reading: Reading, passage: Passage, opening: Opening) -> Iterator[int]:
    """Yield the unlabelled paragraphs that an introduction on a line of its own leads in.

    "RESOLVED that" goes on in the one paragraph after it; others begin with "That" each.
    """
    goes_on = opening.rule == ALONE or passage.text.rstrip(" :–-").endswith("that")
    is_heading = passage.block.kind is BlockKind.HEADING  # by_section reads what begins with "That"
    for place in range(passage.block_index + 1, min(passage.block_index + 9, len(reading.blocks))):
        block = reading.blocks[place]
        text = reading.report.slice(block)
        is_first = place == passage.block_index + 1
        is_that = ITEM_THAT.match(text) and not is_heading and not text.rstrip().endswith(":")
        if block.kind in _SILENT or not (is_that or (is_first and goes_on and text[:1].islower())):
            return
        yield place


def _following(reading: Reading, passage: Passage) -> list[int]:
    """Return the labelled blocks right after an introduction that the layout did not tie to it."""
    places: list[int] = []
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
