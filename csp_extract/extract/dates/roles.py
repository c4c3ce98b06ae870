"""What a date does in its sentence: the role that its place, its verb and its cue words give."""

import re
from datetime import date

from csp_extract.extract.dates.lexicon import any_of, words
from csp_extract.extract.dates.periods import TITLES, is_period
from csp_extract.extract.dates.placed import role_of_place
from csp_extract.extract.dates.tense import FUTURE, Clause, is_past
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, Bound, DateRole, DateValue, Precision

_CUES = tuple((DateRole(role), any_of(cues)) for role, cues in words()["roles"].items())
_POINTS = frozenset({Precision.DAY, Precision.MONTH})
_DUE = frozenset({Bound.BY, Bound.BEFORE})
_NOT_BEFORE = re.compile(r"\b(?:not|no|never|unlikely)\b.{0,60}\bbefore\s(?:the\s)?$")
_BODY = (
    r"(?:Board|Panel|Committee|Sub-Committee|Cabinet|Council|Executive|Group|[Mm]eeting|[Mm]inutes"
    r"|[Nn]otes|[Pp]apers|Forum)"
)
_MET = (
    r"(?:(?:last\s)?(?:met|considered|resolved|agreed|asked|approved|discussed|talked|received|heard"
    r"|noted|endorsed|looked))"
)
_OF_BODY = re.compile(
    r"\b(?:[Mm]inutes|[Nn]otes|[Pp]apers|[Rr]eports?)\s(?:of|to)\s(?:the\s)?(?:[A-Z][\w-]*,?\s){0,5}"
    rf"(?:of\s|on\s|dated\s|held\son\s|and\s)?$|\b{_BODY}(?:\s\(|,\s|\s(?:on|of)\s|\s)$"
    r"|\breport\sof\s$"
)
_MET_ON = re.compile(
    rf"(?:\b{_BODY}|\bMembers),?\s(?:which\s)?{_MET}\s(?:[\w’'-]+\s){{0,8}}(?:on|in)\s$"
)
_THEN_MET = re.compile(rf",?\s(?:the\s)?(?:[A-Z][\w-]*\s){{0,3}}{_BODY}\s{_MET}\b")
_BY_BODY = re.compile(rf"\bby\s(?:the\s)?(?:[A-Z][\w-]*\s){{0,3}}{_BODY}\son\s$")
_OF_PAPER = re.compile(
    r"\b(?:Assessment|Report|Review|Strategy|Survey|Evaluation|Summary|Profile|Bulletin|Guidance"
    r"|report|assessment|evaluation|guidance|survey)(?:\s\(|,\s|\sof\s)$"
)
_CLOCK = re.compile(
    r",?\s(?:(?:at|commencing at|from)\s\d{1,2}"
    r"|(?:[-–]\s)?\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m|p\.m|hours)\b)"
)
# "Safer Tarn Board - Friday, 3 May 2019 10.00 am"
_TITLE_OF_BODY = re.compile(rf"\b{_BODY},?\s[-–]\s$")
_HELD = re.compile(r"\bbe\s(?:held|brought|arranged|made|given|presented|submitted|considered)\b")
_NEGATED = re.compile(
    r"(?:\b(?:did|was|were|had|has|have|could)\s?(?:not|n[’']t)|\b[Tt]here\s(?:was|were)\sno"
    r"|\brather\sthan|\binstead\sof)\s(?:(?!and|but|which|that|until)[\w’'-]+\s){0,8}$"
)
_ASKED = re.compile(r"recommend|resol(?:ved|ution)|asked to", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:by|on|in|for|at|before)\s(?:the\s)?$|\bmeeting\s(?:of|on|in)\s(?:the\s)?$"
)
_ASKS = re.compile(
    r"\b(?:asks?|asked|instruct(?:s|ed)?|request(?:s|ed)?|directs?|invites?|requires?|ACTION|aims?|is|are"
    r"|undertook|undertakes?|agreed|agrees?)\b[^.;]*\bto\s|\b(?:asks?|requests?)\sthat\b",
)
_DELIVERS = re.compile(
    r"\b(?:report|submit|bring|present|provide|circulate|lay|laid|produce|prepare|supply)\b"
)
_TO_MEETING = re.compile(
    r"\b(?:(?:to|at|for|attend)\s(?:its|the|their|our)\s(?:next\s)?meeting\s(?:of|on|in)"
    r"|(?:meets?\snext|next\smeets?|next\smeeting(?:\s(?:is|will\sbe(?:\sheld)?))?)(?:\son)?)\s(?:the\s)?$"
)
# What starts, ends or falls due is, while still to come, one more thing that is planned.
_PROCESS = re.compile(r"(?:begin|start|commenc|due|expir|end\s|laps)\w*", re.IGNORECASE)
_SET_FOR = re.compile(
    r"\b(?:programmed|promised|set|due)\sfor\s(?:the\s)?$|\b[Cc]los(?:e|es|ing)\s(?:at\s\w+\s)?on\s$"
)
_IN_PLACE = re.compile(
    r"\b(?:in place|open|available|employed|live|running|operating|operated|out on)\b"
)
_NEAR = 50  # characters from a cue to the date it is about
_LAST_MEETING = re.compile(r"\w+\s(?:\w+[’']s\s)?(?:last|previous)\s")


def role_of(
    passage: Passage, clause: Clause, span: Span, value: DateValue, meeting: date | None
) -> DateRole:
    """Return what an expression does; ``span`` counts from the passage's start.

    What is told of a day after the meeting is still to come.
    """
    if value.precision is Precision.RECURRENCE:
        return DateRole.RECURRENCE
    if value.start is None and _LAST_MEETING.match(passage.text, span.start):
        return DateRole.MEETING
    placed = role_of_place(passage, span, value, meeting)
    if placed is not None:
        return placed
    at = span.start - clause.span.start
    past = is_past(clause.text, at)
    if meeting and value.start and value.start > meeting:
        past = False
    if is_period(passage, clause, span, value, past=past):
        return DateRole.PERIOD
    cited = _cited(passage.text, span, value)
    if cited is not None:
        is_to_come = past is False and span.start and passage.block.kind not in TITLES
        return DateRole.PLANNED if is_to_come else cited
    return _role_by_cues(passage, clause, span, value, past=past)


def _cited(text: str, span: Span, value: DateValue) -> DateRole | None:
    """Return the role of a date that only tells which meeting or which paper is meant."""
    before = text[max(0, span.start - 80) : span.start]
    if value.precision not in _POINTS or _BY_BODY.search(before):
        return None
    is_meeting = _OF_BODY.search(before) or _MET_ON.search(before)
    is_title = span.start == 0 or _TITLE_OF_BODY.search(before)
    if is_meeting or (is_title and _CLOCK.match(text, span.end)):
        return DateRole.MEETING
    if before in {"On ", "In "} and _THEN_MET.match(text, span.end):
        return DateRole.MEETING
    return DateRole.PUBLICATION if _OF_PAPER.search(before) else None


def _role_by_cues(
    passage: Passage, clause: Clause, span: Span, value: DateValue, *, past: bool | None
) -> DateRole:
    """Return the role that the verbs and cue words of the clause give."""
    at, end = span.start - clause.span.start, span.end - clause.span.start
    before = clause.text[:at]
    asked = _role_of_asking(passage, clause, before, value, past=past)
    if asked is not None:
        return asked
    if past is not False and _NEGATED.search(before):
        return DateRole.OTHER
    if value.bound is Bound.SINCE and _IN_PLACE.search(clause.text):
        return DateRole.LAUNCH
    cued = _cued(clause.text, at, end)
    if cued is not None:
        role, word = cued
        is_process = past is False and (role is DateRole.MEETING or _PROCESS.match(word))
        return DateRole.PLANNED if is_process else role
    if past is False or (past is None and FUTURE.search(clause.text)):
        return DateRole.PLANNED
    return DateRole.EVENT if past or passage.block.kind is not BlockKind.CELL else DateRole.OTHER


def _role_of_asking(
    passage: Passage, clause: Clause, before: str, value: DateValue, *, past: bool | None
) -> DateRole | None:
    """Return the role of a day by when something is asked for, or of a meeting that is to come."""
    if value.bound in _DUE and (past is not True or value.bound is Bound.BY):
        return DateRole.PLANNED if _NOT_BEFORE.search(before) else DateRole.DEADLINE
    if past is not True and _TO_MEETING.search(before) and not _DELIVERS.search(before):
        return DateRole.MEETING
    is_asked = value.precision in _POINTS and _is_asked(passage, clause, before)
    return DateRole.DEADLINE if _SET_FOR.search(before) or (past is not True and is_asked) else None


def _cued(clause: str, at: int, end: int) -> tuple[DateRole, str] | None:
    """Return the role whose cue stands nearest before the expression, or after it, and the cue.

    Words of the expression itself, as in "week commencing", are no cue.
    """
    found = [
        (abs(at - match.end()) if match.end() <= at else 2 * abs(match.start() - at), place, match)
        for place, (_, pattern) in enumerate(_CUES)
        for match in pattern.finditer(clause)
        if match.end() <= at or match.start() >= end
    ]
    near = [cue for cue in found if cue[0] <= _NEAR]
    if not near:
        return None
    _, place, match = min(near, key=lambda cue: cue[:2])
    return _CUES[place][0], match[0]


def _is_asked(passage: Passage, clause: Clause, before: str) -> bool:
    """Return whether a meeting asks for something to be delivered then."""
    if not _PREPOSITION.search(before) or _HELD.search(clause.text):
        return False
    if _ASKED.search(passage.block.section):
        return True
    return bool(_ASKS.search(before) and _DELIVERS.search(before))
