"""Promises that the structure makes: logs of actions, lists under a lead-in, recommendations."""

import re
from collections.abc import Iterator
from dataclasses import replace

from csp_extract.extract.commitments.acts import Manner
from csp_extract.extract.commitments.asked import RECEIVES, act_of
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.logs import Row, rows_of
from csp_extract.extract.commitments.manners import (
    DIRECTED,
    INTENDED,
    PLANNED,
    RECOMMENDED,
    REQUESTED,
    RESOLVED,
    WILL,
)
from csp_extract.extract.commitments.place import Placed
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.reader import plain
from csp_extract.extract.commitments.subjects import subject_of
from csp_extract.extract.commitments.verbs import base_of, is_participle
from csp_extract.extract.commitments.when import DATED, without_date
from csp_extract.extract.decisions.resolutions import Resolution, resolutions_in
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind, DecisionVerb

_LEAD = re.compile(
    r"(?P<who>[^.;:]{0,90}?)\s?\b(?P<how>will(?: also)?(?: now)?|(?:is|are|am) to|plans? to"
    r"|aims? to"
    r"|intends? to|(?:is|are) (?:planning|looking|seeking) to|hopes? to|to|will be)\b"
    r"(?:[^.:;]{0,40})?:?$"
)
_LEADS_ON = (":", "will", "also", "now", "to", "be")  # how a lead-in may end
# "... focus on five areas, which are:" names things; it promises none of them as an act.
_NAMES = re.compile(
    r"\b(?:which|that|these)\s(?:are|were|is)\W*$"
    r"|\b(?:priorities|areas|aims|themes|objectives|outcomes)\b[^:]{0,30}:$",
    re.IGNORECASE,
)
# "that no interests were declared" records what was.
_RECORDS = re.compile(r"^(?:that\s)?[^,;]{0,90}?\b(?:was|were)\s(?:not\s)?[a-z]+(?:ed|n|de|t)\b")
# "award the club £400": money decided by deciding it.
_AWARDS = re.compile(r"(?:[Tt]o\s)?(?:award|grant|allocate)s?\s[^.;]{0,90}?£")
# "the timetable is as follows:", and each item has its day.
_TIMETABLE = re.compile(
    r"\b(?:timeline|timetable|timescales?|milestones|key\s(?:dates|stages))\b[^:]{0,100}:$",
    re.IGNORECASE,
)
_CONDITIONS = re.compile(r"\bconditions?\b[^.;]{0,40}:\s?$|\bon condition that:?\s?$")
_LONG = 30  # words that a step has fewer of
_NEEDS_WORDS = 3  # a cell or item with fewer names a thing, not an act
_VERB_FIRST = re.compile(r"(?:To\s|to\s)?(?P<verb>[A-Za-z-]+)\s+\w")
_NO_ACTS = frozenset({DecisionVerb.NOTED, DecisionVerb.REJECTED, DecisionVerb.DEFERRED})
# Decisions that ask nobody for an act: what they decide is done by deciding it.
_TELLING = frozenset({"was noted", "one person decided", "amendment put"})


def listed_promises(reading: Reading) -> Iterator[Placed]:
    """Yield the promises of recommendations, logs of actions and lists, in that order."""
    for resolution in resolutions_in(reading):
        yield from _asked(reading, resolution)
    for row in rows_of(reading):
        yield from _logged(reading, row)
    yield from _items(reading)
    yield from _steps(reading)


def _asked(reading: Reading, resolution: Resolution) -> Iterator[Placed]:
    """Yield the act that a resolution or recommendation asks for; noting is none."""
    text = plain(reading.report.text[resolution.act.start : resolution.act.end]).rstrip(" .;:")
    is_no_act = resolution.verb in _NO_ACTS and not RECEIVES.search(text)
    if is_no_act or resolution.rule in _TELLING:
        return
    text = re.sub(r"[;,]? and$", "", text)
    if _RECORDS.match(text) and not re.search(r"\bbe\s", text):
        return
    manner = {"requested": REQUESTED, "recommended": RECOMMENDED}.get(resolution.how, RESOLVED)
    promise = None if _AWARDS.match(text) else act_of(text, resolution.who, manner)
    if promise is not None:
        span = Span(resolution.span.start, resolution.span.end)
        yield Placed(span, promise, "resolution or recommendation", span)


def _logged(reading: Reading, row: Row) -> Iterator[Placed]:
    """Yield the act of a row that is not done; an owner in a column is taken as printed."""
    span = Span(row.action.start, row.action.end)
    text = plain(reading.report.text[span.start : span.end]).strip()
    least = 1 if row.is_whole else _NEEDS_WORDS
    if row.is_done or len(re.findall(r"[A-Za-z]{2,}", text)) < least:
        return
    act = re.sub(r"^(?:ACTION|Action)?\s?:?\s?(?:[Tt]o\s)?", "", text)
    head = row.action.col_head.casefold()
    manner = DIRECTED if row.is_log else PLANNED
    manner = WILL if "we will" in head else RECOMMENDED if "recommendation" in head else manner
    promise = Promise(without_date(act), _plain_owner(row.owner), *manner, Span(0, len(text)))
    yield Placed(span, promise, "log of actions", span, row.due)


def _plain_owner(words: str) -> str:
    """Return the words of an owner's cell; a mark for nobody is nobody."""
    owner = plain(words).strip(" .-–")
    return "" if owner.casefold() in {"tbc", "tba", "n/a", "none", "all partners tbc"} else owner


def _items(reading: Reading) -> Iterator[Placed]:
    """Yield the acts of lists whose lead-in or heading promises them."""
    for index, block in enumerate(reading.blocks):
        for place in reading.items_of(index):
            item = reading.blocks[place]
            manner, owner = _manner_of(plain(reading.report.slice(block)), item.section)
            if manner is not None:
                yield from _item(reading, item, manner, owner, block)
            elif _CONDITIONS.search(plain(reading.report.slice(block))):
                yield from _condition(reading, item)
            elif _TIMETABLE.search(plain(reading.report.slice(block))):
                yield from _stage(reading, item)


def _stage(reading: Reading, item: Block) -> Iterator[Placed]:
    """Yield the stage of a timetable, by its noun or its verb, where it has a day."""
    text = plain(reading.report.slice(item)).rstrip(" .;,")
    if DATED.search(text):
        span = Span(item.start, item.start + len(text))
        words = without_date(text).rstrip(" –-")
        yield Placed(span, Promise(words, "", *PLANNED, Span(0, len(text))), "stage", span)


def _steps(reading: Reading) -> Iterator[Placed]:
    """Yield the acts of short paragraphs under a heading that promises acts: "Next steps"."""
    for passage in reading.passages:
        block = passage.block
        is_under = block.section and lexicon().ahead.fullmatch(block.section.strip(" :"))
        if not is_under or block.kind is not BlockKind.PARAGRAPH or block.lead_in >= 0:
            continue
        words = passage.text.split()
        if words[0][:1].isupper() and words[0].lower() in lexicon().acts and len(words) < _LONG:
            item = replace(block, start=passage.start, end=passage.end)
            yield from _item(reading, item, PLANNED, "", item)


def _condition(reading: Reading, item: Block) -> Iterator[Placed]:
    """Yield what a condition of a grant asks of somebody."""
    text = plain(reading.report.slice(item)).rstrip(" .;,")
    promise = act_of(f"that {text}", "", REQUESTED)
    if promise is not None and promise.owner and not text.startswith(("if ", "If ")):
        span = Span(item.start, item.start + len(text))
        yield Placed(span, promise, "condition", span)


def _manner_of(lead_in: str, section: str) -> tuple[Manner | None, str]:
    """Return in what manner a lead-in promises for its items, and for whom."""
    last = re.split(r"(?<=[.;])\s", lead_in.rstrip())[-1]
    lead = _LEAD.search(last) if last.endswith(_LEADS_ON) else None
    if _NAMES.search(last):
        return None, ""
    if lead and (last.endswith((":", lead["how"]))):
        subject = subject_of(last, 0, lead.end("who"))
        how = lead["how"].split()[0]
        if not subject.can_promise:
            return None, ""
        manner = (
            WILL if how == "will" else INTENDED if how[0] in "aih" and how[:2] != "ar" else PLANNED
        )
        return manner, subject.owner
    if (lexicon().ahead.search(last) and last.endswith(":")) or lexicon().ahead.fullmatch(section):
        return PLANNED, ""
    return None, ""


def _item(
    reading: Reading, item: Block, manner: Manner, owner: str, lead_in: Block
) -> Iterator[Placed]:
    """Yield the act of one item: what begins with a verb."""
    text = plain(reading.report.slice(item)).rstrip(" .;,")
    text = re.sub(r"[;,]? and$", "", text)
    first = _VERB_FIRST.match(text)
    if first is None or len(text.split()) < _NEEDS_WORDS or not first["verb"].isascii():
        return
    if re.search(r"\s[–—]\s[A-Z]", text):
        return  # a heading, and sentences of its own after it
    verb = first["verb"].lower()
    if is_participle(verb) or verb in {"the", "a", "an", "this", "that", "our", "all", "there"}:
        return
    act = re.sub(r"^[Tt]o\s", "", text)
    if verb.endswith("ing") and not re.match(r"[\w-]+\s(?:for|of)\b", act):
        act = base_of(verb) + act[len(verb) :]
    elif verb in lexicon().states:
        return
    span = Span(item.start, item.start + len(text))
    sentence = Span(lead_in.start, item.end)
    promise = Promise(without_date(act[0].lower() + act[1:]), owner, *manner, Span(0, len(text)))
    yield Placed(span, promise, "item of a list", sentence)
