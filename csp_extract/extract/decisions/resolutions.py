"""Resolutions and recommendations where they stand, for the decisions and the acts they ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from csp_extract.extract.decisions.cells import by_label
from csp_extract.extract.decisions.clauses import SUBJUNCTIVE_CLAUSE
from csp_extract.extract.decisions.fate import fate_of, is_voted, status_of
from csp_extract.extract.decisions.items import items_of_lead, reads_as_decided
from csp_extract.extract.decisions.labels import DOTTED, LABEL, lettered_in
from csp_extract.extract.decisions.leads import Lead
from csp_extract.extract.decisions.openings import BARE_THAT, Opening
from csp_extract.extract.decisions.papers import barred_in
from csp_extract.extract.decisions.rules import is_told_of, read_opening
from csp_extract.extract.decisions.sections import by_section, in_section, lead_at
from csp_extract.extract.decisions.told import is_told
from csp_extract.extract.decisions.verbs import ACTS, verb_of
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind, DecisionVerb

_LEAD = 7  # words at most between an opening and the first of its lettered items
_WHOLE = 8  # words of a sentence before its items that decide by themselves
_AND_THAT = re.compile(rf"[;,]?\s(?:and|AND)\s(?=that\s|to\s(?:{ACTS})\s)")
# What "Members are asked to" do elsewhere only tells the purpose of a paper with recommendations.
_SOUGHT = frozenset({"recommended", "requested"})
_PURPOSES = frozenset({"is asked to", "we ask you to", "please note", "may wish to"})
_MOTIONS = frozenset(
    {"moved that", "councillor moved that", "recommendation moved", "motion led in"}
)
_TELLS = "was noted"  # its verb is what became of the matter
# "that two devices be purchased, was lost": what became of it is no part of the motion.
_TOLD_WITHIN = re.compile(
    r",?\s(?:was|were)\s(?:then\s)?(?:put\s(?:to\s\w+\s\w+\s)?and\s)?(?:lost|carried|defeated)\b"
)
_PROPOSES = re.compile(r"\b(?:proposed|suggested)\sthat\b")
_ANSWERS = re.compile(
    r"(?:This|It|The proposal|Everyone|Everybody|All|Members|The [A-Z]\w+)\s(?:was|agreed)\b"
)
_DONE = re.compile(r"[A-Z]{3,}\b|[a-z]+ed\b")  # "NOTED the report", "agreed that": it was decided
# "(a) to note it; and (b) to support it": a label within a sentence.
_INLINE = re.compile(r"(?P<before>[;,.]\s(?:and\s)?|\sand\s)(?=\((?:[a-h]|[ivx]{1,4}|\d)\)\s)")
_QUOTED = re.compile(r"[“\"‘']+(?=[Tt]hat\b)")
_SILENT = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.CONTENTS})
_SENTENCE = re.compile(r".{12,}[.:;]$", re.DOTALL)


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
    told = is_told(reading)
    barred = barred_in(reading, told=told)
    for passage in reading.passages:
        if passage.index in taken or passage.block.kind is BlockKind.CONTENTS:
            continue
        for resolution in _decided_by(reading, passage, barred, told=told):
            place = reading.passage_at(resolution.span.start)
            taken.add(place.index if place else passage.index)
            found.append(resolution)
    if any(each.how in _SOUGHT and in_section(reading, each.span.start) for each in found):
        found = [
            each
            for each in found
            if each.rule not in _PURPOSES or in_section(reading, each.span.start)
        ]
    return _distinct(found)


def _distinct(found: list[Resolution]) -> list[Resolution]:
    """Return the resolutions in order, each stretch of words decided once.

    A heading and the line under it both lead in the items: the line may say who is asked.
    """
    kept: list[Resolution] = []
    for each in sorted(found, key=lambda each: each.span):
        if not kept or not kept[-1].span.overlaps(each.span):
            kept.append(each)
        elif kept[-1].act == each.act and not kept[-1].who:
            kept[-1] = replace(kept[-1], who=each.who)
    return kept


def _decided_by(
    reading: Reading, passage: Passage, barred: frozenset[str], *, told: bool
) -> Iterator[Resolution]:
    """Yield what a sentence decides, or the lines that it leads in."""
    led = lead_at(reading, passage, told=told)
    if led is not None:
        lead, rule = led
        opening = Opening(0, 0, lead.how, lead.who, is_open=True, rule=rule)
        yield from _items(reading, passage, opening, lead)
        return
    if _is_silent(passage):
        return
    opening_found = by_label(reading, passage, told=told) or _read(
        reading, passage, barred, told=told
    )
    if opening_found and opening_found.rule == BARE_THAT and not passage.block.row_head:
        how = "resolved" if told else opening_found.how  # of a meeting in its minutes
        opening_found = by_section(passage) or replace(opening_found, how=how)
    if opening_found is None:
        return
    opening = replace(opening_found, who=_addressed(reading, opening_found.who))
    items = list(_items(reading, passage, opening, None)) if opening.is_open else []
    if len(passage.text[opening.act :].split()) > _WHOLE:  # it decides, and its items tell of it
        items = [each for each in items if reads_as_decided(reading.report.text[slice(*each.act)])]
    yield from items
    if not items and (not opening.is_open or opening.act < len(passage.text.rstrip(" :–-"))):
        yield from _parts(reading, passage, opening)


def _read(
    reading: Reading, passage: Passage, barred: frozenset[str], *, told: bool
) -> Opening | None:
    """Return how a sentence opens, by its own words or by the heading that it stands under."""
    opening = read_opening(_with_answer(reading, passage), barred) or by_section(passage)
    # In minutes what is lettered and in the subjunctive was resolved, whatever leads it in.
    is_lettered = told and passage.is_first and bool(passage.block.label)
    if opening is None and is_lettered and SUBJUNCTIVE_CLAUSE.match(passage.text):
        return Opening(0, 0, "resolved", "", is_open=False, rule="lettered subjunctive")
    return opening


def _is_silent(passage: Passage) -> bool:
    """Return whether a passage is a heading or a line of a masthead, and no sentence."""
    if passage.block.kind is BlockKind.MASTHEAD:
        return not _SENTENCE.fullmatch(passage.text)
    return passage.block.kind in _SILENT


def _with_answer(reading: Reading, passage: Passage) -> str:
    """Return a sentence, with the next one where that says that all agreed to it."""
    if not _PROPOSES.search(passage.text) or passage.index + 1 >= len(reading.passages):
        return passage.text
    answer = reading.passages[passage.index + 1]
    if answer.block_index != passage.block_index or not _ANSWERS.match(answer.text):
        return passage.text
    return reading.report.text[passage.start : answer.end]


def _items(
    reading: Reading, passage: Passage, opening: Opening, lead: Lead | None
) -> Iterator[Resolution]:
    """Yield the items that a line or an open sentence leads in."""
    for item in items_of_lead(reading, passage, lead):
        label = LABEL.match(reading.report.text, item.start, item.end)
        is_paragraph = bool(DOTTED.match(item.block.label))
        if (label or item.block.label or lead is None) and not is_paragraph:
            span = Span(label.end() if label else item.start, item.end)
            how = "agreed" if lead and lead.needs_verb and _DONE.match(item.text) else opening.how
            yield _resolution(span, span, reading, replace(opening, how=how), passage)
        else:
            own = read_opening(item.text) if lead and is_told_of(item.text) else None
            yield from _parts(reading, item, own or replace(opening, is_open=False))


def _parts(reading: Reading, passage: Passage, opening: Opening) -> Iterator[Resolution]:
    """Yield what a sentence decides; "that ... and that ..." decides two things."""
    start, act = passage.start + opening.start, passage.start + opening.act
    if LABEL.match(reading.report.text, act):
        yield from _labelled(reading, passage, opening)
        return
    items = lettered_in(reading.report.text, act, _end(passage))
    if items and len(reading.report.text[act : items[0].start].split()) <= _LEAD:
        for span in items:
            yield _resolution(span, span, reading, opening, passage)
        return
    joints = list(_AND_THAT.finditer(reading.report.text, act, _end(passage)))
    for joint in joints:
        span = Span(act, joint.start())
        yield _resolution(Span(start, joint.start()), span, reading, opening, passage)
        start = act = joint.end()
    end = passage.start + opening.end if opening.end else _end(passage)
    yield _resolution(Span(start, end), Span(act, end), reading, opening, passage)


def _labelled(reading: Reading, passage: Passage, opening: Opening) -> Iterator[Resolution]:
    """Yield what numbered sentences decide: "Resolved: 1) To note ... 2)", and the items after."""
    text = reading.report.text
    own = reading.passages_of(passage.block_index)
    starts = [passage.start + opening.act]
    starts += [label.end("before") for label in _INLINE.finditer(text, starts[0], _end(passage))]
    starts += [
        other.start for other in own if other.index > passage.index and LABEL.match(other.text)
    ]
    starts += [item.start for item in items_of_lead(reading, passage, None)]
    for place, start in enumerate(starts):
        label = LABEL.match(text, start)
        last = reading.passage_at(start)
        if last is not None:
            end = min([_end(last), *starts[place + 1 :]])
            span = Span(label.end() if label else start, end)
            yield _resolution(span, span, reading, opening, passage)


def _resolution(
    span: Span, act: Span, reading: Reading, opening: Opening, passage: Passage
) -> Resolution:
    """Return the resolution whose words are known; a motion that was lost is a rejection."""
    text = reading.report.text
    if quote := _QUOTED.match(text, act.start, act.end):
        span = act = Span(quote.end(), act.end)
    words = _TOLD_WITHIN.split(text[act.start : act.end], maxsplit=1)[0] if not opening.end else ""
    words = re.sub(r"(?:[;,]?\s+and)?[\s.;,”]*$", "", words or text[act.start : act.end])
    end = act.start + len(words)
    status = "" if opening.rule == _TELLS else status_of(text, Span(span.start, act.end))
    if not status and opening.rule in _MOTIONS:
        is_amendment = "amendment" in text[passage.start : act.start].casefold()
        status = fate_of(text, Span(span.start, passage.end), is_amendment=is_amendment)
    if not status and is_voted(text[passage.start : act.end]):
        status = "carried"
    is_lost = status == "lost"
    is_listed = in_section(reading, passage.start)
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
