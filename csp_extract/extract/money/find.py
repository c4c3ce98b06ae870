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
    printed_years,
    purpose_of,
    qualifier_of,
    scope_of,
    status_of,
    years_in,
)
from csp_extract.extract.money.leads import with_leads
from csp_extract.extract.money.rules import read_sums
from csp_extract.extract.money.sheet import Sheet, sheets_of
from csp_extract.extract.money.sums import Sum
from csp_extract.extract.money.table import as_decided, first_of, of_cell
from csp_extract.extract.money.totals import with_totals
from csp_extract.extract.organisations import acronyms_of, parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import AmountStatus, AmountValue, Precision

# A sentence that goes on about the grant of the one before.
_TAKES_UP = re.compile(r"(?:It|This|That|The (?:sum|amount|grant|award|allocation))\b")
_GIFT = re.compile(r"\b(?:grants?|award\w*|allocat\w+|fund(?:ing|s)?)\b", re.IGNORECASE)


def find_amounts(reading: Reading) -> list[Found[AmountValue]]:
    """Return every sum of money in the report, in order."""
    own = acronyms_of(reading.report.text)
    found: list[Found[AmountValue]] = []
    sheets = sheets_of(reading)
    for passage in reading.passages:
        found.extend(_in_passage(reading, passage, sheets.get(passage.block.table), own))
    led = [as_decided(amount) for amount in with_leads(reading, found)]
    return with_totals(reading, sheets, led)


def _in_passage(
    reading: Reading, passage: Passage, sheet: Sheet | None, own: dict[str, str]
) -> Iterator[Found[AmountValue]]:
    """Yield the sums of one passage."""
    if sheet is not None:
        cell = read_cell(passage, sheet.caption)
        if cell is not None:
            yield of_cell(passage, sheet, *cell)
            return
    for reads in read_sums(passage.text):
        yield _of_prose(reading, passage, reads, own)


def _of_prose(
    reading: Reading, passage: Passage, reads: Reads[Sum], own: dict[str, str]
) -> Found[AmountValue]:
    """Return a sum of running text with what its clause says of it."""
    text, span, value = passage.text, reads.span, reads.value
    clause = clause_at(text, span)
    funder, recipient = parties_of(text, clause, span, own)
    if not funder and _TAKES_UP.match(text):
        funder = _giver_before(reading, passage, own)
    amount = AmountValue(
        value=value.least,
        value_max=value.most,
        currency=value.currency,
        qualifier=qualifier_of(text, span),
        per=per_of(text, span),
        kind=kind_of(text, clause, span)
        or kind_of(text, Span(0, len(text)), span)
        or first_of(kind_of, passage.block.row_head, passage.block.section),
        status=status_of(text, clause, span)
        or status_of(text, Span(0, len(text)), span)
        or AmountStatus.UNSTATED,
        scope=scope_of(text, clause, span),
        funder=funder,
        recipient=recipient,
        purpose=purpose_of(text, clause, span),
        financial_years=years_in(_told_years(reading, passage, clause)),
    )
    place = Span(passage.start + span.start, passage.start + span.end)
    return Found(place, amount, f"money: {reads.rule}")


def _giver_before(reading: Reading, passage: Passage, own: dict[str, str]) -> str:
    """Return who gives the grant that the sentence before tells of, if one party alone is told."""
    before = reading.passages[passage.index - 1] if passage.index else None
    if before is None or before.block_index != passage.block_index or not _GIFT.search(before.text):
        return ""
    names = {party.name for party in parties_in(before.text, own)}
    return names.pop() if len(names) == 1 else ""


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
        and list(printed_years(reading.report.text[date.span.start : date.span.end]))
    ]
    near = [date for date in years if inside.holds(date.span)]
    is_one = len({date.value.edtf for date in years}) == 1
    for date in near or (years if is_one else []):
        assert date.value.start is not None
        yield f"{date.value.start.year}/{(date.value.start.year + 1) % 100:02}"
