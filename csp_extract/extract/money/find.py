"""Every sum of money of a report, with what it is."""

import re
from collections.abc import Iterator

from csp_extract.extract.found import Found, Span
from csp_extract.extract.money.cells import read_cell
from csp_extract.extract.money.context import (
    clause_at,
    kind_of,
    parties_of,
    per_of,
    purpose_of,
    qualifier_of,
    scope_of,
    status_of,
    years_in,
)
from csp_extract.extract.money.rules import read_sums
from csp_extract.extract.money.sums import Sum
from csp_extract.extract.money.totals import with_totals
from csp_extract.extract.organisations import acronyms_of
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import AmountStatus, AmountValue, BlockKind, Precision

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?!\d)")


def find_amounts(reading: Reading) -> list[Found[AmountValue]]:
    """Return every sum of money in the report, in order."""
    own = acronyms_of(reading.report.text)
    found: list[Found[AmountValue]] = []
    caption, table = "", -1
    for passage in reading.passages:
        if passage.block.table != table:
            table, caption = passage.block.table, _caption(reading, passage)
        found.extend(_in_passage(reading, passage, caption, own))
    return with_totals(reading, found)


def _in_passage(
    reading: Reading, passage: Passage, caption: str, own: dict[str, str]
) -> Iterator[Found[AmountValue]]:
    """Yield the sums of one passage."""
    if passage.block.kind is BlockKind.CELL:
        cell = read_cell(passage, caption)
        if cell is not None:
            yield _of_cell(passage, *cell)
            return
    for reads in read_sums(passage.text):
        yield _of_prose(reading, passage, reads, own)


def _caption(reading: Reading, passage: Passage) -> str:
    """Return the caption right before the table that a passage opens."""
    before = reading.blocks[passage.block_index - 1] if passage.block_index else None
    is_caption = before is not None and before.kind is BlockKind.CAPTION
    return reading.report.slice(before) if before is not None and is_caption else ""


def _of_cell(passage: Passage, span: Span, value: Sum) -> Found[AmountValue]:
    """Return the sum of a cell; its heads say what it is for, and for which year."""
    block = passage.block
    heads = f"{block.col_head} | {block.row_head}"
    at = Span(len(heads), len(heads))
    clause = Span(0, len(heads))
    amount = AmountValue(
        value=value.least,
        currency=value.currency,
        kind=kind_of(heads, clause, at),
        status=status_of(heads, clause, at) or AmountStatus.UNSTATED,
        purpose=block.row_head,
        financial_years=years_in(_years(heads)),
    )
    start, end = passage.start + span.start, passage.start + span.end
    return Found(Span(start, end), amount, "money: cell under a head")


def _of_prose(
    reading: Reading, passage: Passage, reads: Reads[Sum], own: dict[str, str]
) -> Found[AmountValue]:
    """Return a sum of running text with what its clause says of it."""
    text, span, value = passage.text, reads.span, reads.value
    clause = clause_at(text, span)
    funder, recipient = parties_of(text, clause, span, own)
    amount = AmountValue(
        value=value.least,
        value_max=value.most,
        currency=value.currency,
        qualifier=qualifier_of(text, span),
        per=per_of(text, span),
        kind=kind_of(text, clause, span),
        status=status_of(text, clause, span) or AmountStatus.UNSTATED,
        scope=scope_of(text, clause, span),
        funder=funder,
        recipient=recipient,
        purpose=purpose_of(text, clause, span),
        financial_years=years_in(_told_years(reading, passage, clause)),
    )
    place = Span(passage.start + span.start, passage.start + span.end)
    return Found(place, amount, f"money: {reads.rule}")


def _told_years(reading: Reading, passage: Passage, clause: Span) -> Iterator[str]:
    """Yield the financial years told in the clause of a sum, or else in its sentence alone."""
    inside = Span(passage.start + clause.start, passage.start + clause.end)
    years = [
        date
        for date in reading.dates
        if date.value.precision is Precision.FINANCIAL_YEAR
        and date.value.start is not None
        and passage.span.holds(date.span)
        and date.value.edtf
        and _YEAR.search(reading.report.text, date.span.start, date.span.end)
    ]
    near = [date for date in years if inside.holds(date.span)]
    is_one = len({date.value.edtf for date in years}) == 1
    for date in near or (years if is_one else []):
        assert date.value.start is not None
        yield f"{date.value.start.year}/{(date.value.start.year + 1) % 100:02}"


def _years(text: str) -> Iterator[str]:
    """Yield the financial years printed in the heads of a cell."""
    for match in _YEAR.finditer(text):
        first, last = int(match[1]), int(match[2])
        if (first + 1) % 100 == last:
            yield f"{first}/{last:02}"
