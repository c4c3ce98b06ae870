"""What a date does in its sentence, and what happened or is to happen then."""

import re

from csp_extract.extract.dates.lexicon import any_of, words
from csp_extract.extract.dates.tense import FUTURE, Clause, is_past
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, Bound, DateRole, DateValue, Precision

_BOUNDS = tuple(
    (any_of(cues, after=r"\s(?:the\s)?$"), Bound(bound))
    for bound, cues in words()["bounds"].items()
)
_CUES = tuple((DateRole(role), any_of(cues)) for role, cues in words()["roles"].items())
_FIGURES = any_of(words()["figures"])
_STRETCHES = frozenset(
    {
        Precision.FINANCIAL_YEAR,
        Precision.MUNICIPAL_YEAR,
        Precision.ACADEMIC_YEAR,
        Precision.QUARTER,
        Precision.HALF,
        Precision.YEAR,
    }
)
_POINTS = frozenset({Precision.DAY, Precision.MONTH})
_LABELLED = frozenset({BlockKind.FIELD, BlockKind.CELL})
_DUE_COLUMN = re.compile(
    r"\b(?:by when|due|deadline|target|timescales?|complet(?:e|ion)(?: by)?|when|by)\b",
    re.IGNORECASE,
)
_THROUGHOUT = re.compile(
    r"\b(?:during|throughout|over|across|for the whole of)\s(?:the\s)?$", re.IGNORECASE
)
_ASKED = re.compile(r"recommend|resol(?:ved|ution)|asked to|decision", re.IGNORECASE)
_MEETING_LABEL = re.compile(r"meeting|committee|date$|^date|decision", re.IGNORECASE)
_TRIM = re.compile(rf"(?:\s|\b(?:{'|'.join(words()['between'])}|\())+$", re.IGNORECASE)
_NEAR = 50  # characters from a cue to the date it is about
_EVENT_DAYS = 21
_WORDS = 14  # an event in a few words


def bound_of(text: str, span: Span) -> Bound | None:
    """Return which way the words before an expression limit time."""
    before = text[max(0, span.start - 40) : span.start]
    return next((bound for pattern, bound in _BOUNDS if pattern.search(before)), None)


def role_of(passage: Passage, clause: Clause, span: Span, value: DateValue) -> DateRole:
    """Return what an expression does; ``span`` counts from the passage's start."""
    if value.precision is Precision.RECURRENCE:
        return DateRole.RECURRENCE
    block = passage.block
    if block.kind is BlockKind.MASTHEAD or (
        block.kind in _LABELLED and not block.col_head and _MEETING_LABEL.search(block.row_head)
    ):
        return DateRole.MEETING
    if block.kind is BlockKind.CELL and _DUE_COLUMN.search(block.col_head):
        return DateRole.DEADLINE
    is_limit = value.bound in {Bound.TO, Bound.SINCE}
    is_stretch = value.precision in _STRETCHES or _is_long(value)
    if (is_stretch or is_limit) and _FIGURES.search(clause.text):
        return DateRole.PERIOD
    return _role_by_cues(passage, clause, span.start - clause.span.start, value)


def _role_by_cues(passage: Passage, clause: Clause, at: int, value: DateValue) -> DateRole:
    """Return the role that the verbs and cue words of the clause give."""
    past = is_past(clause.text, at)
    if value.bound is Bound.BY and past is not True:
        return DateRole.DEADLINE
    if value.precision in _STRETCHES:
        return DateRole.PERIOD
    if past is None and value.precision in _POINTS and _ASKED.search(passage.block.section):
        return DateRole.DEADLINE  # what a meeting is asked to have done
    if _THROUGHOUT.search(clause.text[:at]) and value.precision is not Precision.DAY:
        return DateRole.PERIOD
    cued = _cued(clause.text, at)
    if cued is not None:
        return DateRole.PLANNED if cued is DateRole.MEETING and past is False else cued
    if value.bound is Bound.FROM and value.precision in _POINTS and past is not False:
        return DateRole.LAUNCH  # what holds from a day on began then
    if past is False or FUTURE.search(clause.text):
        return DateRole.PLANNED
    return DateRole.EVENT if past or passage.block.kind is not BlockKind.CELL else DateRole.OTHER


def _is_long(value: DateValue) -> bool:
    """Return whether a stretch of days is long enough for figures: days in a row are an event."""
    if value.precision is not Precision.RANGE or value.start is None or value.end is None:
        return False
    return (value.end - value.start).days >= _EVENT_DAYS


def _cued(clause: str, at: int) -> DateRole | None:
    """Return the role whose cue stands nearest before the expression, or after it."""
    found = [
        (abs(at - match.end()) if match.end() <= at else 2 * abs(match.start() - at), place, role)
        for place, (role, pattern) in enumerate(_CUES)
        for match in pattern.finditer(clause)
    ]
    near = [cue for cue in found if cue[0] <= _NEAR]
    return min(near)[2] if near else None


def event_of(passage: Passage, clause: Clause, span: Span) -> str:
    """Return the words of the clause that say what happens then, an exact slice of the report."""
    if passage.block.kind in {BlockKind.CELL, BlockKind.MASTHEAD, BlockKind.FIELD}:
        return ""
    before = passage.text[clause.span.start : span.start]
    before = _TRIM.sub("", before)
    if len(before.split()) >= 2:
        return _last_words(before)
    after = passage.text[span.end : clause.span.end].strip(" ,.;:()")
    return " ".join(after.split(" ")[:_WORDS])


def _last_words(text: str) -> str:
    """Return the last words of a text, as they stand."""
    words = text.strip(" ,;(").split(" ")
    return " ".join(words[-_WORDS:])
