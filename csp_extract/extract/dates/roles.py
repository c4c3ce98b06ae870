"""What a date does in its sentence: the role that its place, its verb and its cue words give."""

import re
from datetime import date

from csp_extract.extract.dates.lexicon import any_of, words
from csp_extract.extract.dates.tense import FUTURE, Clause, is_past
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, Bound, DateRole, DateValue, Precision

_CUES = tuple((DateRole(role), any_of(cues)) for role, cues in words()["roles"].items())
_FIGURES = any_of(words()["figures"])
_STRETCHES = frozenset(
    {
        Precision.FINANCIAL_YEAR,
        Precision.MUNICIPAL_YEAR,
        Precision.ACADEMIC_YEAR,
        Precision.QUARTER,
        Precision.HALF,
    }
)
_POINTS = frozenset({Precision.DAY, Precision.MONTH})
_LABELLED = frozenset({BlockKind.FIELD, BlockKind.CELL})
_DUE_COLUMN = re.compile(
    r"\b(?:by when|due|deadline|target|timescales?|complet(?:e|ion)(?: by)?|when|by)\b",
    re.IGNORECASE,
)
_TITLES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION})
_LIMITS = frozenset({Bound.TO, Bound.SINCE, Bound.BY, Bound.BEFORE})
_LASTING = frozenset({Bound.TO, Bound.SINCE})
_DUE = frozenset({Bound.BY, Bound.BEFORE})
_COVERS = re.compile(r"\b(?:for|to|of|into|cover(?:s|ing)?)\s(?:the\s)?$")
_MONEY = re.compile(r"£|\b(?:budgets?|grants?|allocations?|funding|settlement)\b")
_NOT_BEFORE = re.compile(r"\b(?:not|no|never|unlikely)\b.{0,60}\bbefore\s(?:the\s)?$")
_THROUGHOUT = re.compile(
    r"\b(?:during|throughout|over|across|between|for the whole of)\s(?:the\s)?$", re.IGNORECASE
)
_AS_AT = re.compile(
    r"\b(?:as at|position (?:at|on)|st(?:oo|an)d at(?: £?[\d,.]+\w? (?:on|at))?|correct at"
    r"|actions at)"
    r"\s(?:the\s)?$",
    re.IGNORECASE,
)
_AT = re.compile(r"\bat\s(?:the\s)?$")
_FUNDED = any_of(words()["funded"])
_MEASURED = any_of(words()["measured"])
# A count of things: "203 members", "£1,310", "37%"; not a date, a time or a number of a paper.
_COUNT = re.compile(
    r"£\d|\d%|\d per cent|(?<![\d/.:-])\b(?!(?:19|20)\d\d\b)\d[\d,]*\b(?![/.:-]\d)"
    r"(?!\s?(?:st|nd|rd|th|am|pm)?\s?(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|\btimes\b"
)
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
    r",?\s(?:at|commencing at|from)\s\d{1,2}[.:]?\d{0,2}\s?(?:am|pm|a\.m|p\.m|hours)?"
)
_HELD = re.compile(r"\bbe\s(?:held|brought|arranged|made|given|presented|submitted|considered)\b")
_NEGATED = re.compile(
    r"(?:\b(?:did|was|were|had|has|have|could)\s?(?:not|n[’']t)|\b[Tt]here\s(?:was|were)\sno"
    r"|\brather\sthan|\binstead\sof)\s(?:(?!and|but|which|that|until)[\w’'-]+\s){0,8}$"
)
_ASKED = re.compile(r"recommend|resol(?:ved|ution)|asked to", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:by|on|in|for|at|before)\s(?:the\s)?$")
_SET_FOR = re.compile(
    r"\b(?:programmed|promised|set|due)\sfor\s(?:the\s)?$|\b[Cc]los(?:e|es|ing)\s(?:at\s\w+\s)?on\s$"
)
_IN_PLACE = re.compile(
    r"\b(?:in place|open|available|employed|live|running|operating|operated|out on)\b"
)
_REPORT_LABEL = re.compile(r"\bdate of (?:this )?(?:report|draft)|report date\b", re.IGNORECASE)
_DECISION_LABEL = re.compile(r"\bdecision\b", re.IGNORECASE)
_MEETING_COLUMN = re.compile(r"^(?:date\sof\s)?(?:the\s)?meeting(?:\sdate)?s?$", re.IGNORECASE)
_MEETING_LABEL = re.compile(r"meeting|committee|^date(?! of decision)", re.IGNORECASE)
_NEAR = 50  # characters from a cue to the date it is about
_EVENT_DAYS = 21
_YEARS_DAYS = 300
_MONTHS_DAYS = 55
_CELL_WORDS = 8
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
    placed = _by_place(passage, value)
    if placed is not None:
        return placed
    at = span.start - clause.span.start
    past = is_past(clause.text, at)
    if meeting and value.start and value.start > meeting:
        past = False
    if _is_period(passage, clause, span, value, past=past):
        return DateRole.PERIOD
    cited = _cited(passage.text, span, value)
    if cited is not None:
        is_to_come = past is False and span.start and passage.block.kind not in _TITLES
        return DateRole.PLANNED if is_to_come else cited
    return _role_by_cues(passage, clause, at, value, past=past)


def _by_place(passage: Passage, value: DateValue) -> DateRole | None:
    """Return the role that the label or the column head of a date gives it."""
    block = passage.block
    if block.kind is BlockKind.MASTHEAD:
        return DateRole.MEETING
    head = (block.col_head or block.row_head) if block.kind in _LABELLED else ""
    if block.kind is BlockKind.CELL and _DUE_COLUMN.search(block.col_head):
        return DateRole.DEADLINE
    if _REPORT_LABEL.search(head):
        return DateRole.OTHER
    if _MEETING_COLUMN.search(head) or (not block.col_head and _MEETING_LABEL.search(head)):
        return DateRole.MEETING
    if _DECISION_LABEL.search(head):
        return DateRole.EVENT
    is_stretch = value.precision in _STRETCHES or _is_long(value, _EVENT_DAYS)
    is_alone = block.kind is BlockKind.CELL and len(passage.text.split()) <= _CELL_WORDS
    return DateRole.PERIOD if is_alone and is_stretch else None


def _is_period(
    passage: Passage, clause: Clause, span: Span, value: DateValue, *, past: bool | None
) -> bool:
    """Return whether figures, plans or money cover the expression."""
    before, text = clause.text[: span.start - clause.span.start], clause.text
    is_point = value.precision in _POINTS
    if _AS_AT.search(before) or (value.bound in _LASTING and _FUNDED.search(text)):
        return True
    if passage.block.kind in _TITLES or _is_long(value, _YEARS_DAYS):
        return not is_point
    is_measured = bool(_MEASURED.search(text))
    if value.precision in _STRETCHES:
        return past is not False or bool(_COVERS.search(before) or _MONEY.search(text))
    if past is False:
        return False
    if value.precision is Precision.RANGE:
        is_count = bool(_COUNT.search(text)) and _is_long(value, _MONTHS_DAYS)
        return is_measured or is_count or "s to " in passage.text[span.start : span.end]
    if value.bound in _LIMITS or _AT.search(before):
        return past is not None and bool(_COUNT.search(text) or _FIGURES.search(text))
    if value.precision is Precision.YEAR:
        return is_measured or bool(_FIGURES.search(text) or _COUNT.search(text))
    is_day = value.precision is Precision.DAY
    return not is_day and (is_measured or bool(_THROUGHOUT.search(before)))


def _cited(text: str, span: Span, value: DateValue) -> DateRole | None:
    """Return the role of a date that only tells which meeting or which paper is meant."""
    before = text[max(0, span.start - 80) : span.start]
    if value.precision not in _POINTS or _BY_BODY.search(before):
        return None
    is_meeting = _OF_BODY.search(before) or _MET_ON.search(before)
    if is_meeting or (span.start == 0 and _CLOCK.match(text, span.end)):
        return DateRole.MEETING
    if before in {"On ", "In "} and _THEN_MET.match(text, span.end):
        return DateRole.MEETING
    return DateRole.PUBLICATION if _OF_PAPER.search(before) else None


def _role_by_cues(
    passage: Passage, clause: Clause, at: int, value: DateValue, *, past: bool | None
) -> DateRole:
    """Return the role that the verbs and cue words of the clause give."""
    before = clause.text[:at]
    if value.bound in _DUE and (past is not True or value.bound is Bound.BY):
        return DateRole.PLANNED if _NOT_BEFORE.search(before) else DateRole.DEADLINE
    is_asked = _ASKED.search(passage.block.section) and not _HELD.search(clause.text)
    if past is None and value.precision in _POINTS and is_asked and _PREPOSITION.search(before):
        return DateRole.DEADLINE  # what a meeting is asked to have done
    if _SET_FOR.search(before):
        return DateRole.DEADLINE
    if past is not False and _NEGATED.search(before):
        return DateRole.OTHER
    if value.bound is Bound.SINCE and _IN_PLACE.search(clause.text):
        return DateRole.LAUNCH
    cued = _cued(clause.text, at)
    if cued is not None:
        return DateRole.PLANNED if cued is DateRole.MEETING and past is False else cued
    if past is False or (past is None and FUTURE.search(clause.text)):
        return DateRole.PLANNED
    return DateRole.EVENT if past or passage.block.kind is not BlockKind.CELL else DateRole.OTHER


def _is_long(value: DateValue, days: int) -> bool:
    """Return whether a stretch has so many days: a few in a row are an event, years are a plan."""
    if value.precision is not Precision.RANGE or value.start is None or value.end is None:
        return False
    return (value.end - value.start).days >= days


def _cued(clause: str, at: int) -> DateRole | None:
    """Return the role whose cue stands nearest before the expression, or after it."""
    found = [
        (abs(at - match.end()) if match.end() <= at else 2 * abs(match.start() - at), place, role)
        for place, (role, pattern) in enumerate(_CUES)
        for match in pattern.finditer(clause)
    ]
    near = [cue for cue in found if cue[0] <= _NEAR]
    return min(near)[2] if near else None
