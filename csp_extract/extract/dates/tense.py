"""What the words around a date say of its time: done, to come, by when, what for."""

import re
from functools import lru_cache
from typing import NamedTuple

from csp_extract.extract.dates.lexicon import any_of, words
from csp_extract.extract.found import Span

_BREAK = re.compile(
    r"[;:]\s|,\s(?:and|but|with|which|while|where|when|who)\s"
    r"|\s(?:and|but)\s(?=(?:the|a|an|will|was|were|is|are|has)\s)"
    r"|\sand\s(?=(?:\S+\s){1,5}?(?:will|was|were|is|are|has|have|had)\s)"
    r"|,\s(?=(?:will|has|have|was|is|were|are)\s)"
    r"|\s(?:which|while|whilst|where)\s|,\s(?=(?:with|the)\s)|\.\s"
)
_IN_NAME = re.compile(r"\b[A-Z][a-z]+\sand\s[A-Z]$")  # "the Police and Crime Plan will"
FUTURE = any_of(words()["future"])
PAST = any_of(words()["past"])
_TIMELESS = any_of(words()["timeless"])
# "will be held", "is launched": the participle after these tells nothing done.
_NOT_YET = re.compile(r"\b(?:be|being|will|shall|is|are|to)\s(?:\w+ly\s)?$", re.IGNORECASE)
# "as planned", "than it had been hoped": the plan is no longer one.
_AS_PLANNED = re.compile(
    r"\b(?:as|than|after|[Ii]nstead of)\s(?:(?:we|they|it|had|been|was|first)\s){0,3}$"
)
_RECALLS = re.compile(r"\s(?:recall|remember|be aware|have seen)\b")
_WAS_TO = re.compile(
    r"\b(?:was|were|had been)\s(?:\w+ly\s)?"
    r"(?:to\s\w+|(?:promised|planned|arranged|booked|fixed|programmed|due)\sfor)"
)
# "was due to open": what was to come once may have come since.
_ONCE = re.compile(
    r"\b(?:was|were|been|had)\s(?:\w+ly\s|then\s)?(?:to\s(?:have\s)?)?$", re.IGNORECASE
)
# "planned for October had to be postponed": its day may have come since.
_PUT_OFF = re.compile(
    r"\b(?:was|were|has been|have been|had to be)\s(?:then\s|since\s)?(?:postponed|cancelled"
    r"|called off|put (?:back|off)|abandoned|rescheduled|rearranged|moved)\b"
)
# "of licensed premises", "the finished plan": what a thing is like, and nothing done then.
_BEFORE_NOUN = re.compile(
    r"\b(?:the|a|an|of|its|their|our|his|her|these|those|any|all|other|more|for|with)\s$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\s[a-z]{3,}\b(?<!\sfrom)(?<!\sinto)(?<!\supon)(?<!\swith)(?<!\sthat)(?<!\sthe)(?<!\sand)"
)
# A note of what is to be done: "to come to the next meeting".
_TO_DO = re.compile(r"^\W*to\s(?!the\b|an?\b|date\b|our\b|its\b|their\b|all\b)[a-z]{2,}\b")
# "was still expected", "were then due": the plan counts, not the verb before it.
_PLANNED = re.compile(
    r"\s(?:still|then|now|also|not|both|all)\s(?:expected|due|planned|hoped|intended|anticipated|scheduled)\b"
)
_JOINED = re.compile(r"\b(?:and|or)\s(?:\w+ly\s)?$", re.IGNORECASE)


class Clause(NamedTuple):
    """The clause that holds an expression, as a span of its passage."""

    span: Span
    text: str


def clause_of(text: str, span: Span) -> Clause:
    """Return the clause of a sentence that holds a span."""
    start, end = 0, len(text)
    for opens, closes in _breaks(text):
        if closes <= span.start:
            start = closes
        elif opens >= span.end:
            end = opens
            break
    return Clause(Span(start, end), text[start:end])


@lru_cache(maxsize=256)  # a sentence is asked for once for each of its dates, and more
def _breaks(text: str) -> tuple[Span, ...]:
    """Return the spans between the clauses of a sentence."""
    return tuple(
        Span(*match.span())
        for match in _BREAK.finditer(text)
        if not _IN_NAME.search(text, max(0, match.start() - 20), match.end() + 1)
    )


class Cue(NamedTuple):
    """A word that tells the time of its clause: past, to come, or neither for sure."""

    start: int
    end: int
    weight: float  # the heavier of two that stand equally near wins
    is_past: bool | None


def is_past(clause: str, at: int) -> bool | None:
    """Return what the verb cue nearest to a place of the clause says; ``None`` without one.

    A plan of the past says nothing: its day may have come or not.
    """
    cues = _cues(clause)
    return min(cues, key=lambda cue: _distance(cue, at) - cue.weight).is_past if cues else None


def has_verb(clause: str) -> bool:
    """Return whether a clause has a cue of its time, be it one that leaves the time open."""
    return bool(_cues(clause))


@lru_cache(maxsize=256)
def _cues(clause: str) -> tuple[Cue, ...]:
    """Return the cues of a clause."""
    past = (
        Cue(*match.span(), 0.0, is_past=True)
        for match in PAST.finditer(clause)
        if not _TIMELESS.fullmatch(match[0])
        and not _is_to_come(clause, match.start())
        and not _is_adjective(clause, match)
        and not _PLANNED.match(clause, match.end())
    )
    future = (
        Cue(*match.span(), 0.5, _told_then(clause, match))
        for match in FUTURE.finditer(clause)
        if not _AS_PLANNED.search(clause, max(0, match.start() - 24), match.start())
        and not _RECALLS.match(clause, match.end())
    )
    asked = (Cue(*match.span(), 0.5, is_past=False) for match in _TO_DO.finditer(clause))
    once = (Cue(*match.span(), 1.0, is_past=None) for match in _WAS_TO.finditer(clause))
    return (*past, *future, *asked, *once)


def _is_adjective(clause: str, match: re.Match[str]) -> bool:
    """Return whether a participle only says what the noun after it is like."""
    if not match[0].endswith("ed") or not _NOUN.match(clause, match.end()):
        return False
    return _BEFORE_NOUN.search(clause, max(0, match.start() - 8), match.start()) is not None


def _told_then(clause: str, match: re.Match[str]) -> bool | None:
    """Return false for what is to come, nothing for what was to come at some time in the past."""
    before = clause[max(0, match.start() - 24) : match.start()]
    is_once = _ONCE.search(before) and match[0].casefold() != "still to"
    return None if is_once or _PUT_OFF.search(clause, match.end()) else False


def _is_to_come(clause: str, at: int) -> bool:
    """Return whether a participle hangs on "will be": beside it, or joined to one that does."""
    before = clause[max(0, at - 24) : at]
    return bool(
        _NOT_YET.search(before) or (_JOINED.search(before) and FUTURE.search(clause, 0, at))
    )


def _distance(cue: Cue, at: int) -> float:
    """Return how far a cue stands from a place; what stands after it counts double."""
    if cue.end <= at:
        return at - cue.end
    return 2.0 * max(0, cue.start - at)
