"""What a date does by its place: under a label, in a column, or on the day of the meeting."""

import re
from datetime import date

from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, DateRole, DateValue, Precision

STRETCHES = frozenset(
    {
        Precision.FINANCIAL_YEAR,
        Precision.MUNICIPAL_YEAR,
        Precision.ACADEMIC_YEAR,
        Precision.QUARTER,
        Precision.HALF,
    }
)
_LABELLED = frozenset({BlockKind.FIELD, BlockKind.CELL})
_DUE_COLUMN = re.compile(
    r"\b(?:by when|due|deadline|target|timescales?|complet(?:e|ion)(?: by)?|when|by|finish"
    r"|(?:revised|agreed|original|end) date)\b",
    re.IGNORECASE,
)
_ENDS_COLUMN = re.compile(
    r"(?:ends?|completed|closed|date (?:completed|closed))(?: on)?", re.IGNORECASE
)
_PROGRESS_COLUMN = re.compile(
    r"\b(?:progress|status|position|update|outcome|what happened|where (?:are|is|has)|did we"
    r"|have we|done|result)\b",
    re.IGNORECASE,
)
# How a column of progress says that something was done, before the day on which it was.
_DONE = re.compile(r"\b(?:done|yes|sent|met|held|approved|achieved)\b[^.]{0,60}$", re.IGNORECASE)
_REPORT_LABEL = re.compile(r"\bdate of (?:this )?(?:report|draft)|report date\b", re.IGNORECASE)
_PUBLICATION_LABEL = re.compile(r"\bpubli(?:cation|shed)\b", re.IGNORECASE)
_DECISION_LABEL = re.compile(r"\bdecision\b", re.IGNORECASE)
_MEETING_COLUMN = re.compile(r"^(?:date\sof\s)?(?:the\s)?meeting(?:\sdate)?s?$", re.IGNORECASE)
_MEETING_LABEL = re.compile(r"meeting|committee|^(?:date|when)(?! of decision)", re.IGNORECASE)
_PLAIN_LABEL = re.compile(r"(?:date|when):?", re.IGNORECASE)
_HEADS = frozenset({BlockKind.MASTHEAD, BlockKind.TITLE, BlockKind.HEADING})
_OPENING_BLOCKS = 12
_CELL_WORDS = 8
_EVENT_DAYS = 21


def role_of_place(
    passage: Passage, span: Span, value: DateValue, meeting: date | None
) -> DateRole | None:
    """Return the role that the place of a date gives it: its label, its column, its heading."""
    block = passage.block
    is_day = value.precision is Precision.DAY
    if block.kind is BlockKind.MASTHEAD and not is_day:
        return DateRole.PERIOD if value.precision is not Precision.MONTH else None
    if block.kind is BlockKind.MASTHEAD:
        return DateRole.MEETING
    if is_day and value.start == meeting and value.bound is None and _is_opening(passage):
        return DateRole.MEETING
    return _of_head(passage, span, value, meeting) if block.kind in _LABELLED else None


def _is_opening(passage: Passage) -> bool:
    return passage.block.kind in _HEADS or passage.block_index < _OPENING_BLOCKS


def _of_head(
    passage: Passage, span: Span, value: DateValue, meeting: date | None
) -> DateRole | None:
    """Return the role that the head of a column or the label of a field gives."""
    block = passage.block
    head, is_cell = block.col_head or block.row_head, block.kind is BlockKind.CELL
    before = passage.text[: span.start]
    if is_cell and _PROGRESS_COLUMN.search(block.col_head) and _DONE.search(before):
        return DateRole.EVENT
    if is_cell and _ENDS_COLUMN.fullmatch(block.col_head.strip()):
        return DateRole.COMPLETION
    if is_cell and _DUE_COLUMN.search(block.col_head):
        return DateRole.DEADLINE
    if _REPORT_LABEL.search(head):
        return DateRole.OTHER
    if _MEETING_COLUMN.search(head) or (not block.col_head and _MEETING_LABEL.search(head)):
        is_other = _PLAIN_LABEL.fullmatch(head.strip()) and meeting and value.start != meeting
        return DateRole.OTHER if is_other else DateRole.MEETING
    if _PUBLICATION_LABEL.search(head):
        return DateRole.PUBLICATION
    if _DECISION_LABEL.search(head):
        return DateRole.EVENT
    is_stretch = value.precision in STRETCHES or is_long(value, _EVENT_DAYS)
    is_alone = is_cell and len(passage.text.split()) <= _CELL_WORDS
    return DateRole.PERIOD if is_alone and is_stretch else None


def is_long(value: DateValue, days: int) -> bool:
    """Return whether a stretch has so many days: a few in a row are an event, years are a plan."""
    if value.precision is not Precision.RANGE or value.start is None or value.end is None:
        return False
    return (value.end - value.start).days >= days
