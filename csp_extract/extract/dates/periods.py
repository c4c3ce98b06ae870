"""Whether a date is the stretch that figures, plans or money cover."""

import re

from csp_extract.extract.dates.lexicon import any_of, words
from csp_extract.extract.dates.placed import STRETCHES, is_long
from csp_extract.extract.dates.tense import Clause
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, Bound, DateValue, Precision

TITLES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION})
_POINTS = frozenset({Precision.DAY, Precision.MONTH})
_FIGURES = any_of(words()["figures"])
_LIMITS = frozenset({Bound.TO, Bound.SINCE, Bound.BY, Bound.BEFORE})
_LASTING = frozenset({Bound.TO, Bound.SINCE})
_COVERS = re.compile(r"\b(?:for|to|of|into|cover(?:s|ing)?)\s(?:the\s)?$")
_MONEY = re.compile(r"£|\b(?:budgets?|grants?|allocations?|funding|settlement)\b")
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
_FOR_PERIOD = re.compile(
    r"\b(?:period|financial years?|quarter|half[- ]year|years?|months)"
    r"(?:\s(?:of|from|covering|to|position)){0,2}\s?\(?$",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:Assessment|Plan|Strategy|Report|Review|Survey|Profile|Agreement|Programme)\s(?:for\s)?$"
)
_IN_PLACE_UNTIL = re.compile(r"\b(?:open|consult\w*|closed?)\b", re.IGNORECASE)
_FUNDED = any_of(words()["funded"])
_MEASURED = any_of(words()["measured"])
# A count of things: "203 members", "£1,310", "37%"; not a date, a time or a number of a paper.
_COUNT = re.compile(
    r"£\d|\d%|\d per cent|(?<![\d/.:-])\b(?!(?:19|20)\d\d\b)\d[\d,]*\b(?![/.:-]\d)"
    r"(?!\s?(?:st|nd|rd|th|am|pm)?\s?(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|\btimes\b"
)
# "set up in 2013", "was adopted by Council in 2016": what was done then, whatever it was about.
_DONE_IN = re.compile(
    r"\b(?:\w{2,}ed|set up|begun|held|made|taken|given|brought|written|built)(?:\s\w+ly)?"
    r"(?:\sby\s(?:[\w’'&-]+\s){0,4}[\w’'&-]+)?,?\s[Ii]n\s(?:early\s|late\s)?$"
)
_YEARS_DAYS = 300
_MONTHS_DAYS = 55
# "there were 17 offences in April": what was counted, not what happened.
_THERE_WERE = re.compile(r"\b[Tt]here (?:were|was|had been|have been)\b|\bcounts?\b|\bnumbered\b")


def is_period(
    passage: Passage, clause: Clause, span: Span, value: DateValue, *, past: bool | None
) -> bool:
    """Return whether figures, plans or money cover the expression."""
    before, text = clause.text[: span.start - clause.span.start], clause.text
    if _AS_AT.search(before) or _FOR_PERIOD.search(before):
        return True
    if value.bound in _LASTING and (_FUNDED.search(text) or value.bound is Bound.TO):
        return not _IN_PLACE_UNTIL.search(text)
    if passage.block.kind in TITLES or is_long(value, _YEARS_DAYS):
        return value.precision not in _POINTS
    if value.precision in STRETCHES:
        return _is_stretch_covered(before, text, value, past=past)
    if past is False:
        return False
    if value.precision is Precision.RANGE:
        is_count = bool(_COUNT.search(text)) and is_long(value, _MONTHS_DAYS)
        is_plural = "s to " in passage.text[span.start : span.end]
        return bool(_MEASURED.search(text)) or is_count or is_plural
    return _is_counted(before, text, value, past=past)


def _is_stretch_covered(before: str, text: str, value: DateValue, *, past: bool | None) -> bool:
    """Return whether a year or a quarter is one of figures or money, not one of plans."""
    if value.precision is Precision.FINANCIAL_YEAR or past is not False:
        return True
    return bool(_COVERS.search(before) or _MONEY.search(text))


def _is_counted(before: str, text: str, value: DateValue, *, past: bool | None) -> bool:
    """Return whether a day, a month, a season or a year is one that something is counted over."""
    is_count = bool(_COUNT.search(text))
    if value.bound in _LIMITS or _AT.search(before):
        is_told = past is not None or value.bound is Bound.SINCE
        return is_told and bool(is_count or _FIGURES.search(text))
    if value.precision is Precision.DAY:
        return False
    if value.precision is Precision.YEAR:
        if _DONE_IN.search(before) and not _MEASURED.search(before[-40:]):
            return False
        return bool(_PAPER.search(before) or _MEASURED.search(text) or _FIGURES.search(text)) or (
            is_count
        )
    is_measured = bool(_MEASURED.search(text) or _THROUGHOUT.search(before))
    return is_measured or (is_count and bool(_THERE_WERE.search(text)))
