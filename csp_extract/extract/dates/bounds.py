"""Which way a date limits time: by the words right before it, or by the head of its column."""

import re
from itertools import chain

from csp_extract.extract.dates.lexicon import any_of, words
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, Bound, DateValue, Precision

_BEFORE = r"\s(?:the\s|about\s|around\s|at\sleast\s)?$"
_BOUNDS = tuple(
    (any_of(cues, after=_BEFORE), Bound(bound)) for bound, cues in words()["bounds"].items()
)
# Without any of these no date limits time; most have none.
_ANY = re.compile(
    rf"\bsince\b|{any_of(chain(*words()['bounds'].values()), after=_BEFORE).pattern}", re.IGNORECASE
)
# A time of day between the word and the date: "by noon on", "until 5 pm on".
_CLOCK = re.compile(
    r"\s(?:noon|midday|midnight|close\sof\s(?:play|business)|\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|hours)?)"
    r"\son(?=\s(?:the\s)?$)"
)
# These tell where something came from or was moved to, and limit nothing.
_LIMITS_NOTHING = any_of(words()["limits_nothing"], after=r"\s(?:the\s)?$")
_BY_COLUMN = re.compile(r"\b(?:by\swhen|when\sby)\b|^by\b|\bby(?:\sdate)?$", re.IGNORECASE)
# "will not reply until", "was not received until": when something begins.
_NOT_UNTIL = re.compile(
    r"(?:\b(?:not|never|nor|nothing|nobody|no)|n[’']t)\s(?:[^\s,;:.]+\s){0,7}(?:until|till)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "since the referendum of", "since it opened in".
_SINCE_EVENT = re.compile(
    r"\bsince\s(?!then\b)(?:[^\s,;:.]+\s){1,7}(?:in|on|of|at)\s(?:the\s)?$", re.IGNORECASE
)
# "since the last meeting on": the day only says which meeting is meant.
_SINCE_MEETING = re.compile(r"\b(?:meeting|report|update)\s(?:[^\s,;:.]+\s){0,3}$")
# "to the May meeting" limits nothing.
_MEETING = re.compile(r"\s(?:meeting|Board|Panel|Committee|Cabinet|Council)\b")
_IS_WEEK = re.compile(r"[Ww](?:/|eek)")
_REACH = 60  # characters before a date that are looked at
_ENDS = frozenset({Bound.FROM, Bound.TO})


def bound_of(passage: Passage, span: Span, value: DateValue) -> Bound | None:
    """Return which way an expression limits time, if it does.

    A stretch has its first and its last day: "from" and "to" before it are its own.
    """
    if value.precision is Precision.RECURRENCE:
        return None
    bound = told_bound(passage.text, span)
    if bound is None and span.start == 0 and passage.block.kind is BlockKind.FIELD:
        label = passage.block.row_head.rstrip(" :") + " "
        bound = told_bound(label, Span(len(label), len(label)))
    if bound is None and passage.block.kind is BlockKind.CELL:
        head = passage.block.col_head.strip().rstrip("?:")
        return Bound.BY if not passage.block.is_head and _BY_COLUMN.search(head) else None
    if bound is Bound.TO and _MEETING.match(passage.text, span.end):
        return None
    is_stretch = value.precision is Precision.RANGE and not _IS_WEEK.match(passage.text, span.start)
    return None if bound in _ENDS and is_stretch else bound


def told_bound(text: str, span: Span) -> Bound | None:
    """Return which way the words before an expression limit time."""
    before = _CLOCK.sub("", text[max(0, span.start - _REACH) : span.start])
    if not _ANY.search(before) or _LIMITS_NOTHING.search(before):
        return None
    if _NOT_UNTIL.search(before):
        return None
    if _SINCE_EVENT.search(before):
        return None if _SINCE_MEETING.search(before) else Bound.SINCE
    return next((bound for pattern, bound in _BOUNDS if pattern.search(before)), None)
