"""Every sum of money of a report, with what it is."""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

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
from csp_extract.extract.money.sums import Sum
from csp_extract.extract.money.totals import TOTAL, with_totals
from csp_extract.extract.organisations import acronyms_of, parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import AmountKind, AmountStatus, AmountValue, Block, BlockKind, Precision

Code = TypeVar("Code", AmountKind, AmountStatus)

_FUNDERS = re.compile(
    r"\b(?:source|funders?|funded by|contributors?|from|donors?)\b", re.IGNORECASE
)
_RECIPIENTS = re.compile(
    r"\b(?:recipients?|awarded to|grantees?|applicants?|organisations?|providers?|payees?"
    r"|districts?|boroughs?|councils?|wards?|clubs?|groups?)\b",
    re.IGNORECASE,
)
# A sentence that goes on about the grant of the one before.
_TAKES_UP = re.compile(r"(?:It|This|That|The (?:sum|amount|grant|award|allocation))\b")
_GIFT = re.compile(r"\b(?:grants?|award\w*|allocat\w+|fund(?:ing|s)?)\b", re.IGNORECASE)


def find_amounts(reading: Reading) -> list[Found[AmountValue]]:
    """Return every sum of money in the report, in order."""
    own = acronyms_of(reading.report.text)
    found: list[Found[AmountValue]] = []
    caption, table = "", -1
    for passage in reading.passages:
        if passage.block.table != table:
            table, caption = passage.block.table, _caption(reading, passage)
        found.extend(_in_passage(reading, passage, caption, own))
    return with_totals(reading, with_leads(reading, found))


def _in_passage(
    reading: Reading, passage: Passage, caption: str, own: dict[str, str]
) -> Iterator[Found[AmountValue]]:
    """Yield the sums of one passage."""
    if passage.block.kind is BlockKind.CELL:
        cell = read_cell(passage, caption)
        if cell is not None:
            yield _of_cell(reading, passage, caption, *cell)
            return
    for reads in read_sums(passage.text):
        yield _of_prose(reading, passage, reads, own)


def _caption(reading: Reading, passage: Passage) -> str:
    """Return the caption right before the table that a passage opens."""
    before = reading.blocks[passage.block_index - 1] if passage.block_index else None
    is_caption = before is not None and before.kind is BlockKind.CAPTION
    return reading.report.slice(before) if before is not None and is_caption else ""


def _of_cell(
    reading: Reading, passage: Passage, caption: str, span: Span, value: Sum
) -> Found[AmountValue]:
    """Return the sum of a cell; its heads say what it is for, of whom, and for which year.

    What the heads leave open the caption may say.
    """
    block = passage.block
    heads = f"{block.col_head} | {block.row_head}"
    label = "" if TOTAL.search(block.row_head) else block.row_head
    of_row = _head_of_label(reading, passage)
    is_funder, is_recipient = bool(_FUNDERS.search(of_row)), bool(_RECIPIENTS.search(of_row))
    amount = AmountValue(
        value=value.least,
        currency=value.currency,
        kind=_first_of(kind_of, block.col_head, block.row_head, caption, block.section),
        status=_first_of(status_of, block.col_head, block.row_head, caption)
        or AmountStatus.UNSTATED,
        funder=label if is_funder else _fund_named(caption),
        recipient=label if is_recipient else "",
        purpose="" if is_funder or is_recipient else label,
        financial_years=years_in(printed_years(heads))
        or years_in(printed_years(caption))
        or _section_years(block),
    )
    start, end = passage.start + span.start, passage.start + span.end
    return Found(Span(start, end), amount, "money: cell under a head")


def _fund_named(caption: str) -> str:
    """Return the one fund that a caption names as what the table shares out, or nothing."""
    names = {
        party.name for party in parties_in(caption) if party.name.endswith((" Fund", " Grant"))
    }
    return names.pop() if len(names) == 1 else ""


def _section_years(block: Block) -> tuple[str, ...]:
    """Return the financial year that the heading above tells, where it tells one."""
    years = years_in(printed_years(block.section))
    return years if len(years) == 1 else ()


def _first_of(read: Callable[[str, Span, Span], Code | None], *texts: str) -> Code | None:
    """Return the code that the first of some heads gives, the nearest head first."""
    for text in texts:
        code = read(text, Span(0, len(text)), Span(len(text), len(text)))
        if code is not None:
            return code
    return None


def _head_of_label(reading: Reading, passage: Passage) -> str:
    """Return the head over the label of a cell's row: "Source", "Scheme", "Recipient"."""
    for block in reversed(reading.blocks[: passage.block_index]):
        if block.table != passage.block.table or block.row != passage.block.row:
            break
        if reading.report.slice(block).rstrip(":") == passage.block.row_head:
            return block.col_head
    return ""


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
        or _first_of(kind_of, passage.block.row_head, passage.block.section),
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
