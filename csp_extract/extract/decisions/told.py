"""Whether a paper tells what a meeting did: minutes by name, or by what only minutes say."""

import re
from functools import lru_cache

from csp_extract.extract.reading import Reading
from csp_extract.records import ReportKind

_NAMED = re.compile(
    r"\b(?:minutes?|notes)\s(?:of\s(?:a|the)\s|of\s(?:the\s)?(?:last\s)?)?(?:[\w-]+\s){0,4}?meeting\b",
    re.IGNORECASE,
)
_OPENING = 1500  # characters among which a paper says what it is
_MARKS = (
    re.compile(r"\bRESOLVED\b"),
    re.compile(r"^(?:ACTION|Action)s?\b[^\n]{0,12}:", re.MULTILINE),
    re.compile(r"\bapologies\b", re.IGNORECASE),
    re.compile(r"\b(?:meeting|session)\s(?:closed|ended|concluded|finished|rose)\s(?:at|by)\b"),
    re.compile(r"\b(?:Members|Committee|Panel|Board|Commission)\s(?:requested|noted|received)\b"),
    re.compile(
        r"\b(?:Members|Councillors)\s(?:raised|asked|discussed|considered|welcomed|queried)\b"
    ),
    re.compile(r"\bthanked\s(?:the\s)?[^.;]{3,60}?\sfor\b"),
    re.compile(r"\b[Ii]t\swas\s(?:agreed|resolved|noted)\b"),
    re.compile(r"\b(?:asked\swhether|replied\sthat|in\s(?:response|reply)\sto)\b"),
)
# What only the record of a meeting prints: its resolutions, its minutes, the end of the meeting.
_PRINTED = re.compile(
    r"^(?:\d[\d.]*\s+)?(?:(?:(?:UNANIMOUSLY|Unanimously)\s)?(?:RESOLVED|Resolved)"
    r"(?:\s?[:–-]|,?\sthat\b|$)|AGREED\s?[:–-]|Minutes:|Decision:$|Decision Maker\b"
    r"|Decision of [A-Z]|Matter for [Dd]ecision|Decision details$|Issue - (?:decisions|meetings)$)"
    r"|(?:\d[\d.]*\s+)?(?:There (?:was|were) submitted|At a MEETING of)\b"
    r"|\b[Mm]inutes\s[^.;]{3,120}?\b(?:was|were)\s(?:then\s|duly\s)?(?:(?:confirmed|approved|agreed|accepted)\b"
    r"(?=\s(?:and\ssigned|as\sa)\b)|signed\b)"
    r"|\b(?:RESOLVED\s?(?:that|to|[/:–-])|[Tt]he meeting (?:closed|ended|finished) at\b)",
    re.MULTILINE,
)
# A paper that opens so is the record of a meeting by its own word.
_TITLED = re.compile(
    r"\A(?:[^\n]*\n){0,4}?(?:(?:draft|unconfirmed|confirmed|action)\s)?(?:minutes?|notes?|record)\s(?:of|from)\s"
    r"(?!the\s(?:last|previous)\b|(?:last|previous)\b)"
    r"|\A(?:[^\n]*\n){0,4}?[^\n]{0,80}\brecord\sof\s(?:decisions|proceedings|the\smeeting)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\A(?:[^\n]*\n){0,3}?(?:draft\s)?minutes\s*\n", re.IGNORECASE)
_ENOUGH = 3
# Minutes say in the past what was said in the present: "the team was small and would grow".
_PAST = re.compile(
    r"\b(?:was|were|had|presented|outlined|sought|welcomed|noted|stated|advised|explained|asked"
    r"|confirmed|reported|requested|raised|considered|highlighted|queried|commented)\b"
)
# A meeting that is told twice what it did is the matter of the paper.
_DID = re.compile(
    r"^(?:The\s)?(?:Sub-)?(?:Committee|Panel|Board|Commission|Cabinet|Members|Forum|Council)\s(?:also\s|then\s)?"
    r"(?:noted|resolved|agreed|approved|endorsed|received)\b",
    re.MULTILINE,
)
_PRESENT = re.compile(r"\b(?:is|are|has|have|will)\b")
_WOULD = re.compile(r"\bwould\b")
_MANY = 6  # verbs in the past that make a paper one of the past
_FEWER = 4  # times as many as in the present


def is_told(reading: Reading) -> bool:
    """Return whether the paper is minutes or notes of a meeting."""
    text, kind = reading.report.text, reading.about.kind
    if kind is ReportKind.MINUTES or _is_record(text):
        return True
    return kind is not ReportKind.DECISION and _tells(text)


@lru_cache(maxsize=4)  # several families ask it of the report that they read
def _is_record(text: str) -> bool:
    """Return whether a paper prints or says that it is the record of a meeting."""
    return bool(_PRINTED.search(text) or _TITLED.match(text) or _ALONE.match(text))


@lru_cache(maxsize=4)
def _tells(text: str) -> bool:
    """Return whether a paper tells what a meeting did."""
    if _is_past(text) or len(_DID.findall(text)) > 1:
        return True
    marks = sum(bool(mark.search(text)) for mark in _MARKS)
    return marks >= _ENOUGH or (marks > 1 and bool(_NAMED.search(text, 0, _OPENING)))


def _is_past(text: str) -> bool:
    """Return whether a paper tells in the past, and what was to come as what would be."""
    past = len(_PAST.findall(text))
    is_told = past >= _MANY and _WOULD.search(text) is not None
    return is_told and len(_PRESENT.findall(text)) * _FEWER <= past
