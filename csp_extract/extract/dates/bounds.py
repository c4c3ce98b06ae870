"""Which way a date limits time: by the words right before it, or by the head of its column."""

import re

from csp_extract.extract.dates.lexicon import any_of, words
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, Bound, DateValue, Precision

_BEFORE = r"\s(?:the\s|about\s|around\s|at\sleast\s)?$"
_BOUNDS = tuple(
    (any_of(cues, after=_BEFORE), Bound(bound)) for bound, cues in words()["bounds"].items()
)
# A time of day between the word and the date: "by noon on", "until 5 pm on".
_CLOCK = re.compile(
    r"\s(?:noon|midday|midnight|close\sof\s(?:play|business)|\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|hours)?)"
    r"\son(?=\s$)"
)
# These tell where something came from or was moved to, and limit nothing.
_LIMITS_NOTHING = any_of(words()["limits_nothing"], after=r"\s(?:the\s)?$")
_BY_COLUMN = re.compile(
    r"\b(?:by\swhen|when\sby|due|deadline|target|complet(?:e|ion)\sby)\b|^by$|\bby(?:\sdate)?$",
    re.IGNORECASE,
)
_REACH = 60  # characters before a date that are looked at
_ENDS = frozenset({Bound.FROM, Bound.TO})


def bound_of(passage: Passage, span: Span, value: DateValue) -> Bound | None:
    """Return which way an expression limits time, if it does.

    A stretch has its first and its last day: "from" and "to" before it are its own.
    """
    if value.precision is Precision.RECURRENCE:
        return None
    bound = told_bound(passage.text, span)
    if bound is None and passage.block.kind is BlockKind.CELL:
        head = passage.block.col_head.strip().rstrip("?:")
        return Bound.BY if not passage.block.is_head and _BY_COLUMN.search(head) else None
    return None if bound in _ENDS and value.precision is Precision.RANGE else bound


def told_bound(text: str, span: Span) -> Bound | None:
    """Return which way the words before an expression limit time."""
    before = _CLOCK.sub("", text[max(0, span.start - _REACH) : span.start])
    if _LIMITS_NOTHING.search(before):
        return None
    return next((bound for pattern, bound in _BOUNDS if pattern.search(before)), None)
