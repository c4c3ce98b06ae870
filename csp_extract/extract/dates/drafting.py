"""What a report tells as done and as to come: the evidence for when it was drafted."""

import re
from collections.abc import Iterable

from csp_extract.extract.dates.bounds import told_bound
from csp_extract.extract.dates.tense import clause_of, is_past
from csp_extract.extract.dates.window import Told, Window, infer_window
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind, Bound, DateValue, Precision, ReportKind

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET})
_DAYS = frozenset({Precision.DAY, Precision.RANGE})
# Minutes are written after their meeting and a decision on its day: neither has a window before.
_AFTERWARDS = frozenset({ReportKind.MINUTES, ReportKind.DECISION})
_LABELLED_WORDS = 5  # of a field that holds a day and nothing else
_LONGEST_DAYS = 366
_AS_AT = re.compile(
    r"\b(?:as (?:at|of)|status (?:at|on)|position (?:at|on)|correct (?:at|to)|updated?(?: on)?"
    r"|actions at)(?: the)?\s?$",
    re.IGNORECASE,
)
_DATE_OF_REPORT = re.compile(
    r"(?:date of (?:this |the )?(?:report|draft)|report date|date (?:drafted|prepared|written)"
    r"|drafted|prepared|date):?",
    re.IGNORECASE,
)
Read = tuple[Passage, Reads[DateValue]]


def window_of(reading: Reading, reads: Iterable[Read]) -> Window:
    """Return the days between which a report was drafted, as far as its words bound them."""
    if reading.about.kind in _AFTERWARDS:
        return Window()
    done: list[Told] = []
    to_come: list[Told] = []
    for passage, read in reads:
        value = read.value
        if value.precision not in _DAYS or value.start is None or value.end is None:
            continue
        if (value.end - value.start).days > _LONGEST_DAYS:
            continue  # the years of a plan
        past = is_done(passage, read.span)
        is_meeting = value.end == reading.about.meeting_date and passage.block.kind not in _PROSE
        if past is True:
            done.append(Told(value.end, passage.text))
        elif past is False and not is_meeting:
            to_come.append(Told(value.end, passage.text))
    return infer_window(done, to_come, reading.about.meeting_date)


def is_done(passage: Passage, span: Span) -> bool | None:
    """Return whether a day is told as past; ``None`` where its words do not say."""
    if _AS_AT.search(passage.text, 0, span.start):
        return True
    block = passage.block
    if block.kind not in _PROSE:
        is_own_date = _DATE_OF_REPORT.fullmatch(block.row_head.strip()) and not block.col_head
        # Written on that day or before.
        return False if is_own_date and len(passage.text.split()) <= _LABELLED_WORDS else None
    bound = told_bound(passage.text, span)
    if bound is Bound.SINCE:
        return True
    clause = clause_of(passage.text, span)
    past = is_past(clause.text, span.start - clause.span.start)
    if past is True and bound is Bound.BEFORE:
        return None  # "asked before 3 May": that day may be still to come
    return past
