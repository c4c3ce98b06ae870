"""Words that tell how far a thing is, near what names it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.thing import Clause, Thing
from csp_extract.extract.initiatives.words import lexicon
from csp_extract.extract.sieve import Spared
from csp_extract.records import BlockKind, InitiativeStatus

_NEAR = 60  # characters from a mention to the cue that is about it
_PLAN = 40  # a plan farther off is about something else
_TAKEN_UP = 30  # how much farther off a sentence is that says "It"
_OBJECT, _CELL, _SECTION = 20, 30, 20  # farther off, where a mention tells less
_ELSEWHERE = re.compile(
    r"\b(?:recommend\w*|next|future|forward|ahead|purpose|summary|introduction|conclusions?|decision"
    r"|proposals?)\b",
    re.IGNORECASE,
)
_EFFECT = re.compile(r"\b(?:which|that|who|and this|this|these)\s$")
_EFFECT_VERB = re.compile(
    r"\s(?:also\s)?(?:help|allow|enable|ensure|enhance|improve|give|provide|mean|reduce|support|make"
    r"|assist|bring|increase|benefit)\b"
)
_ADVERBIAL = re.compile(r"\s*(?:[.,;)]|$|(?:in|at|on|by|for|with|and|to|from|during)\b)")
_NEVER = re.compile(r"\b(?:not|never)\s$")
_ASIDE = re.compile(
    r"(?:\s\([^)]{2,40}\))?,\s(?:(?:which|who|under|for|a|an|the)\s)[^,;.]{5,140},\s"
)


class Cue(NamedTuple):
    """A cue of a status near a mention; the least is the one that is about it."""

    distance: int  # less the length of the cue: a longer cue knows better
    place: int  # in the order of certainty
    status: InitiativeStatus
    end: int = -1  # where the cue ends in the report, -1 where it is told elsewhere


@cache
def _pattern(name: str) -> Spared:
    """Return the pattern of the cues of one status."""
    cues = "|".join(lexicon()["statuses"][name])
    return Spared(re.compile(rf"\b(?:{cues})\b", re.IGNORECASE))


def cues_about(thing: Thing) -> Iterator[Cue]:
    """Yield the cues of every sentence about a thing, their ends as places in the report."""
    for clause in thing.mentions:
        span = Span(clause.span.start, _past_aside(clause.text, clause.span.end))
        for cue in cues_near(clause.text, span, _NEAR):
            yield cue._replace(
                distance=cue.distance + _aloof(clause), end=clause.passage.start + cue.end
            )
    for clause in thing.taken_up:
        for cue in cues_near(clause.text, clause.span, _NEAR):
            yield cue._replace(
                distance=cue.distance + _TAKEN_UP, end=clause.passage.start + cue.end
            )


def _aloof(clause: Clause) -> int:
    """Return how much less a mention tells that is no subject, or stands where none reports."""
    opens = clause.text[: clause.span.start] in {"", "The ", "Our ", "A ", "An ", "This year’s "}
    block = clause.passage.block
    is_cell = block.kind is BlockKind.CELL
    is_elsewhere = _ELSEWHERE.search(block.section) is not None
    return (0 if opens else _OBJECT) + (_CELL if is_cell else 0) + (_SECTION if is_elsewhere else 0)


def _past_aside(text: str, end: int) -> int:
    """Return where the sentence goes on after an aside: "the scheme, which ..., will open"."""
    aside = _ASIDE.match(text, end)
    return aside.end() - 1 if aside else end


def cues_near(text: str, span: Span, reach: int) -> Iterator[Cue]:
    """Yield the cues near a span with their distance; what a plan holds is no cue of its own."""
    plans = [
        match
        for match in _pattern("planned").finditer(text)
        if not (_EFFECT.search(text[: match.start()]) and _EFFECT_VERB.match(text, match.end()))
    ]
    for place, name in enumerate(lexicon()["statuses"]):
        status = InitiativeStatus(name)
        for match in plans if name == "planned" else _pattern(name).finditer(text):
            is_plan = status is InitiativeStatus.PLANNED or "continue" in match[0]
            if not is_plan and _is_planned(text, plans, match):
                continue
            if status is InitiativeStatus.RECURRING and _is_about_another(text, match, span):
                continue
            if status is InitiativeStatus.PLANNED and reach == _NEAR and not _governs(match, span):
                continue
            distance = _distance(match, span, reach, status)
            if distance <= reach and not _NEVER.search(
                text, max(0, match.start() - 8), match.start()
            ):
                yield Cue(distance - len(match[0]), place, status, match.end())


def _is_planned(text: str, plans: Sequence[re.Match[str]], match: re.Match[str]) -> bool:
    """Return whether a cue is only what is planned: "will be launched", "to be completed"."""
    return any(
        plan.start() <= match.start() < plan.end() + 22
        and not re.search(r"[,.;]", text[plan.end() : match.start()])
        for plan in plans
    )


def _governs(match: re.Match[str], span: Span) -> bool:
    """Return whether a cue of a plan stands close enough to be about the thing itself."""
    if match.start() >= span.end:
        return match.start() - span.end <= _PLAN
    return span.start - match.end() <= _PLAN


def _distance(match: re.Match[str], span: Span, reach: int, status: InitiativeStatus) -> int:
    """Return how far a cue is from a mention; what stands before it is farther off."""
    if match.start() >= span.end:
        return match.start() - span.end
    if match.end() <= span.start:
        return (span.start - match.end()) * 3 // 2
    return 0 if status is InitiativeStatus.RECURRING else reach + 1


def _is_about_another(text: str, match: re.Match[str], span: Span) -> bool:
    """Return whether a word such as "weekly" stands before another noun: "a weekly note"."""
    if " " in match[0]:
        return False
    if span.start <= match.start() < span.end:
        return False
    is_before = match.end() <= span.start
    return span.start - match.end() > 15 if is_before else not _ADVERBIAL.match(text, match.end())
