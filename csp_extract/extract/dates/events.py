"""What happened or is to happen on a date: a few words of the report, as they stand."""

import re

from csp_extract.extract.dates.lexicon import words
from csp_extract.extract.dates.logs import ACT_COLUMN
from csp_extract.extract.dates.tense import FUTURE, PAST, Clause
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind

_TRIM = re.compile(rf"(?:[\s,(;:–-]|\b(?:{'|'.join(words()['between'])})\b)+$", re.IGNORECASE)
_LEAD = re.compile(rf"(?:[\s,;:(–-]|\b(?:{'|'.join(words()['lead'])})\b)+", re.IGNORECASE)
# A clause that opens with one of these has its subject before it.
_NO_SUBJECT = re.compile(
    r"(?:which|who|was|were|is|are|has|have|had|will|be|been|being|to|not|do|does|did)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:it|this|these|they|he|she|its|their|both|all)\b", re.IGNORECASE)
_MEETING_LABEL = re.compile(r"\bmeeting\b|\bcommittee\b|^date$", re.IGNORECASE)
_DATE_HEAD = re.compile(r"\b(?:date|when|due|deadline|target|period|year)\b", re.IGNORECASE)
_BEFORE_THING = re.compile(
    r"\b(?:the|a|an|our|its|their|this|final|draft|new|agreed|signed)\s$", re.IGNORECASE
)
_THING = re.compile(
    r"\s(?!(?:financial|municipal|academic|school|calendar|civic)\b|(?:and|or|but|to|in|on|at|of|for|with|by|from"
    r"|as|is|was|were|are|has|had|have|will|would|which|that|when|where|who|than|then|until|after|before)\b)"
    r"(?P<thing>[A-Za-z][\w’'&-]*(?:\s(?!(?:to|in|on|at|for|with|by|from|as|is|was|were|are|has|had"
    r"|have|will|would|which|that|when|where|who|than|then|until|after|before|and|or|but|be|it|the|a|[A-Za-z]+ed)\b)"
    r"[A-Za-z][\w’'&-]*){0,6})"
)
_THIN_WORDS = 7
_SUBJECT_WORDS = 9
_IS = re.compile(r"\b(?:is|are|has|have|can|may|must|should|continues?|remains?)\b")
_WORDS = 14  # an event in a few words
_CELL_WORDS = 2  # a cell says something of its own besides its date
_PLACED = frozenset({BlockKind.CELL, BlockKind.MASTHEAD, BlockKind.FIELD})


def event_of(reading: Reading, passage: Passage, clause: Clause, span: Span) -> str:
    """Return the words that say what happens then, an exact slice of the report."""
    before = _before(passage, clause, span)
    after = _first(passage.text[span.end : clause.span.end].strip(" ,.;:()"))
    label = passage.block.row_head.rstrip(" :")
    if passage.block.kind is BlockKind.FIELD and label and not _MEETING_LABEL.search(label):
        return label
    if passage.block.kind in _PLACED:
        own = max(before, after, key=lambda words: len(words.split()))
        return own if len(own.split()) >= _CELL_WORDS else _words_beside(reading, passage)
    named = _thing_of(passage.text, span)
    if named:
        return named
    if before and _is_verb(after) and not (PAST.search(before) or FUTURE.search(before)):
        start = passage.text.rindex(before, 0, span.start)
        return _first(passage.text[start : clause.span.end].strip(" ,.;:()"))
    if _PRONOUN.match(before) and len(before.split()) <= _THIN_WORDS:
        return _antecedent(reading, passage) or before
    return before or after


def _thing_of(text: str, span: Span) -> str:
    """Return the thing that a year belongs to, which stands right after it: "the 2019 survey"."""
    if not _BEFORE_THING.search(text, max(0, span.start - 24), span.start):
        return ""
    thing = _THING.match(text, span.end)
    return thing["thing"] if thing else ""


def _antecedent(reading: Reading, passage: Passage) -> str:
    """Return the subject of the sentence before, which a pronoun takes up."""
    if passage.is_first:
        return ""
    before = reading.passages[passage.index - 1].text
    cues = [match.start() for cue in (PAST, FUTURE, _IS) if (match := cue.search(before))]
    subject = before[: min(cues, default=0)].strip(" ,;:(")
    if not subject or len(subject.split()) > _SUBJECT_WORDS or _PRONOUN.match(subject):
        return ""
    return _TRIM.sub("", subject)


def _is_verb(words: str) -> bool:
    """Return whether words open with what their subject did or will do."""
    head = " ".join(words.split()[:2])
    return bool(PAST.match(head) or FUTURE.match(head))


def _before(passage: Passage, clause: Clause, span: Span) -> str:
    """Return the words of the clause up to the date, with the subject that stands before it."""
    start = clause.span.start
    text = _TRIM.sub("", passage.text[start : span.start])
    lead = _LEAD.match(text)
    own = text[lead.end() :] if lead else text
    if _NO_SUBJECT.match(own) and start:
        own = _TRIM.sub("", passage.text[: span.start])
        lead = _LEAD.match(own)
        own = own[lead.end() :] if lead else own
    return _last(own)


def _first(text: str) -> str:
    """Return the first words of a text, as they stand."""
    return " ".join(text.split(" ")[:_WORDS])


def _last(text: str) -> str:
    """Return the last words of a text, as they stand."""
    return " ".join(text.split(" ")[-_WORDS:]).lstrip(",;(")


def _words_beside(reading: Reading, passage: Passage) -> str:
    """Return what the row or the column of a cell is about, or which body a masthead names."""
    block = passage.block
    label = block.row_head if block.kind is not BlockKind.CELL or not block.col_head else ""
    if block.kind is BlockKind.MASTHEAD or _MEETING_LABEL.search(label):
        return reading.about.committee
    if block.kind is not BlockKind.CELL or block.is_head:
        return ""
    acts, left = [], []
    for other in reading.cells_of(block.table, block.row):
        text = reading.report.slice(other)
        if other == block or len(text.split()) < _CELL_WORDS:
            continue
        if ACT_COLUMN.match(other.col_head.strip()):
            acts.append(text)
        elif other.col < block.col:
            left.append(text)
    told = acts or left
    if told:
        return _first(max(told, key=len))
    head = block.col_head
    is_told = len(head.split()) >= _CELL_WORDS and head in reading.report.text
    return head if is_told and not _DATE_HEAD.search(head) else ""
