"""Every date of a report: read twice, first what stands by itself, then what counts from it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from csp_extract.extract.dates.bounds import bound_of, told_bound
from csp_extract.extract.dates.calendar import Anchor
from csp_extract.extract.dates.drafting import window_of
from csp_extract.extract.dates.events import event_of
from csp_extract.extract.dates.grammar import (
    EXPLICIT,
    INHERITED,
    RELATIVE,
    longest_first,
    near,
    read_dates,
)
from csp_extract.extract.dates.logs import due_in_logs
from csp_extract.extract.dates.periods import TITLES
from csp_extract.extract.dates.roles import role_of
from csp_extract.extract.dates.setting import tense_of
from csp_extract.extract.dates.tense import clause_of
from csp_extract.extract.dates.undated import day_of_paper
from csp_extract.extract.dates.window import Window
from csp_extract.extract.found import Found, Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind, Bound, DateValue, Precision

_UNREAD = frozenset({BlockKind.CONTENTS})


def read_date(text: str) -> DateValue | None:
    """Return the first date expression of a text, read without context."""
    found = read_dates(text, _no_anchor, EXPLICIT)
    return found[0].value if found else None


def find_dates(reading: Reading) -> tuple[list[Found[DateValue]], Window]:
    """Return every date expression of the report in order, and its drafting window."""
    passages = [passage for passage in reading.passages if passage.block.kind not in _UNREAD]
    explicit = {
        passage.index: read_dates(passage.text, _no_anchor, EXPLICIT) for passage in passages
    }
    told = [(passage, reads) for passage in passages for reads in explicit[passage.index]]
    meeting = reading.about.meeting_date
    day = window_of(reading, told).day_of_writing(meeting) if meeting else day_of_paper(told)
    quarter = _reported_quarter(told)
    counted = {
        passage.index: longest_first(
            [*explicit[passage.index], *_relative(passage, explicit[passage.index], day, quarter)]
        )
        for passage in passages
    }
    told = [(passage, reads) for passage in passages for reads in counted[passage.index]]
    found = [_found(reading, passage, reads, meeting or day) for passage, reads in told]
    return due_in_logs(reading, found), window_of(reading, told)


def _no_anchor(_: Span) -> Anchor:
    """Return the anchor of expressions that stand by themselves."""
    return Anchor()


def _reported_quarter(told: Sequence[tuple[Passage, Reads[DateValue]]]) -> date | None:
    """Return the first day of the quarter that title and headings name, if it is one alone."""
    starts = {
        reads.value.start
        for passage, reads in told
        if passage.block.kind in TITLES and reads.value.precision is Precision.QUARTER
    }
    return starts.pop() if len(starts) == 1 else None


def _relative(
    passage: Passage, explicit: list[Reads[DateValue]], day: date | None, quarter: date | None
) -> list[Reads[DateValue]]:
    """Return the expressions of a passage that count from the time of writing.

    Each is read with the tense of its clause, and with the day told just before it.
    """
    text = passage.text

    def anchor_of(span: Span) -> Anchor:
        past = True if told_bound(text, span) is Bound.SINCE else tense_of(passage, span)
        return Anchor(day, near(explicit, span, text) or _year_of_head(passage), past, quarter)

    counted = read_dates(text, anchor_of, RELATIVE)
    told = longest_first([*explicit, *counted])

    def told_before(span: Span) -> Anchor:
        return Anchor(day, near(told, span, text), tense_of(passage, span))

    return [*counted, *read_dates(text, told_before, INHERITED)]


def _year_of_head(passage: Passage) -> date | None:
    """Return the first day of the year that the heads of a cell tell."""
    block = passage.block
    heads = f"{block.col_head} {block.row_head}" if block.kind is BlockKind.CELL else ""
    return _year_in(heads) if heads.strip() else None


@lru_cache(maxsize=256)  # every cell of a column has the same head
def _year_in(heads: str) -> date | None:
    found = read_dates(heads, _no_anchor, EXPLICIT)
    return next((reads.value.start for reads in found if reads.value.start), None)


def _found(
    reading: Reading, passage: Passage, reads: Reads[DateValue], meeting: date | None
) -> Found[DateValue]:
    """Return an expression with its bound, role and event, at its place in the report."""
    clause = clause_of(passage.text, reads.span)
    value = replace(reads.value, bound=bound_of(passage, reads.span, reads.value))
    value = replace(
        value,
        role=role_of(passage, clause, reads.span, value, meeting),
        event=event_of(reading, passage, clause, reads.span),
    )
    span = Span(passage.start + reads.span.start, passage.start + reads.span.end)
    return Found(span, value, f"dates: {reads.rule}")
