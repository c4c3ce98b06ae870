"""A sum in a table: what its heads, its row, the caption and the heading above say of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from csp_extract.extract.found import Found, Span
from csp_extract.extract.money.codes import per_in
from csp_extract.extract.money.kinds import kind_of
from csp_extract.extract.money.resolved import is_own
from csp_extract.extract.money.setting import Setting, as_head
from csp_extract.extract.money.sheet import TOTAL, Sheet
from csp_extract.extract.money.statuses import status_of
from csp_extract.extract.money.sums import Sum
from csp_extract.extract.money.years import (
    paid_years,
    printed_years,
    single_year,
    spanned_years,
    years_in,
)
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import (
    AmountKind,
    AmountStatus,
    AmountValue,
    Block,
    ReportKind,
)

Code = TypeVar("Code", AmountKind, AmountStatus)

_FUND = re.compile(
    r"\b(?:(?:[A-Z][\w'’-]+\s(?:(?:and|of|for|the|&)\s)?){1,6}(?:Fund|Grant|Pot)"
    r"|(?:[A-Z][\w'’-]+\s){0,3}(?:[Pp]ooled|[Jj]oint|[Ss]hared)\s[Bb]udget|[Tt]op[ -][Ss]lice)\b"
)
_LEFT = re.compile(
    r"\b(?:left over|carried|brought|balances?|underspen\w+|reserves?)\b", re.IGNORECASE
)
_PAID_BY = re.compile(
    r"\b(?:matched|funded|paid|met|contributed|given)\sby\s(?:the\s)?"
    r"(?P<who>[A-Za-z][\w'’ -]{2,50}?)(?=\s*(?:20\d\d|[£(,/]|$))",
    re.IGNORECASE,
)
# What a table shows as decided, where no word tells how far it has come.
_DECIDED = frozenset(
    {AmountKind.BUDGET, AmountKind.ALLOCATION, AmountKind.GRANT, AmountKind.CONTRIBUTION}
    | {AmountKind.MATCH_FUNDING}
)
_FORECAST = re.compile(r"\b(?:forecast|projected)\b", re.IGNORECASE)
_ALL = re.compile(r"all\b|(?:(?:full|whole) )?year(?= ?\(|$)", re.IGNORECASE)
_RULE = "money: cell under a head"
_SHARED_OUT = _DECIDED - {AmountKind.BUDGET}
# What words above a table may say of every sum in it; what became of one sum is said beside it.
COMMON = frozenset(
    {
        AmountStatus.AGREED,
        AmountStatus.CONFIRMED,
        AmountStatus.FORECAST,
        AmountStatus.PROPOSED,
        AmountStatus.RECEIVED,
        AmountStatus.SPENT,
    }
)
_NOT_OF_BUDGETS = frozenset({AmountStatus.SPENT, AmountStatus.FORECAST, AmountStatus.RECEIVED})
COMPARED = frozenset({AmountKind.VARIANCE, AmountKind.OTHER})


def of_cell(passage: Passage, sheet: Sheet, span: Span, value: Sum) -> Found[AmountValue]:
    """Return the sum of a cell; what its heads leave open the caption and the heading may say."""
    block = passage.block
    kind, is_headed = _kind(block, sheet)
    amount = AmountValue(
        value=value.least,
        currency=value.currency,
        kind=kind,
        per=per_in(block.col_head),
        status=_status(block, sheet, kind, is_headed=is_headed),
        funder=_funder(block, sheet),
        recipient=_recipient(block, sheet),
        purpose=_purpose(block, sheet),
        financial_years=_years(block, sheet, kind),
    )
    start, end = passage.start + span.start, passage.start + span.end
    return Found(Span(start, end), amount, _RULE)


def with_fields(sheet: Sheet, amount: Found[AmountValue]) -> Found[AmountValue]:
    """Return a sum in the words of a cell with what the fields of its form say of it."""
    value = amount.value
    told = replace(
        value,
        funder=value.funder or sheet.field("funder"),
        recipient=value.recipient or sheet.field("recipient"),
        purpose=value.purpose or sheet.field("purpose"),
        financial_years=value.financial_years or _years_of_form(sheet),
    )
    return replace(amount, value=told)


def _years_of_form(sheet: Sheet) -> tuple[str, ...]:
    """Return the years of the period that a form names."""
    period = sheet.field("period")
    return spanned_years(period) or years_in(printed_years(period))


def _kind(block: Block, sheet: Sheet) -> tuple[AmountKind | None, bool]:
    """Return what a sum is, and whether the head of its own column says so."""
    head = first_of(kind_of, block.col_head)
    if head is not None:
        return head, True
    over_labels = next((label.head for label in sheet.labels.get(block.row, ())), "")
    return (
        first_of(kind_of, block.row_head, over_labels, sheet.caption, block.section),
        False,
    )


def _status(
    block: Block, sheet: Sheet, kind: AmountKind | None, *, is_headed: bool
) -> AmountStatus:
    """Return how far a sum has come: in words of its heads, else by what sort of column it is."""
    own = kind if kind in COMPARED else None  # "Difference from received" has not come in
    told = first_of(lambda head: status_of(head, own), block.col_head, block.row_head)
    if told is None and kind in COMPARED:
        is_forecast = kind is AmountKind.VARIANCE and any(
            map(_FORECAST.search, sheet.heads.values())
        )
        return AmountStatus.FORECAST if is_forecast else AmountStatus.UNSTATED
    if told is None and kind is AmountKind.SPEND:
        return AmountStatus.SPENT
    if told is None:
        above = first_of(status_of, sheet.caption)
        told = above if above in COMMON and fits(kind, above) else None
    if told is None and is_headed and kind in _DECIDED - {AmountKind.ALLOCATION}:
        return AmountStatus.AGREED
    return told or AmountStatus.UNSTATED


def fits(kind: AmountKind | None, status: AmountStatus) -> bool:
    """Return whether words above a table may tell that of a sum: no budget is a forecast."""
    return kind is not AmountKind.BUDGET or status not in _NOT_OF_BUDGETS


def as_decided(reading: Reading, amount: Found[AmountValue]) -> Found[AmountValue]:
    """Return a cell that shares out a grant as agreed, where no word tells more of it.

    Shares of what another body allocates are confirmed by it. The sum of a form that is a notice of
    decision is agreed as well; it is what the title says.
    """
    value = amount.value
    if value.status is not AmountStatus.UNSTATED:
        return amount
    home = reading.passage_at(amount.span.start)
    is_form = home is not None and home.block.table >= 0 and not home.block.col_head
    is_notice = is_form and reading.about.kind is ReportKind.DECISION
    if amount.rule != _RULE and not is_notice:
        return amount
    kind = value.kind or (first_of(kind_of, reading.about.title) if is_notice else None)
    if kind is None and is_notice and value.recipient:
        kind = AmountKind.GRANT
    if kind not in _SHARED_OUT:
        return amount
    is_of_another = kind is AmountKind.ALLOCATION and bool(value.funder)
    is_confirmed = is_of_another and not is_own(reading, value.funder)
    status = AmountStatus.CONFIRMED if is_confirmed else AmountStatus.AGREED
    return replace(amount, value=replace(value, kind=kind, status=status))


def _funder(block: Block, sheet: Sheet) -> str:
    """Return who pays: in the row, at the head of the column, or the fund of the caption."""
    paid = sheet.payer_in(block.row)
    if paid:
        return paid.who
    label = sheet.label(block.row, "funder")
    if label and _LEFT.search(label):
        return ""
    if label and block.row not in sheet.totals:
        parties = parties_in(label)
        return parties[0].name if parties and parties[0].span.start == 0 else label
    if label:
        return ""
    paid_by = _PAID_BY.search(block.col_head)
    if paid_by:
        return paid_by["who"].strip()
    return sheet.payer_over(block.col) or sheet.field("funder") or fund_in(sheet.caption)


def _recipient(block: Block, sheet: Sheet) -> str:
    """Return who gets a sum: in its row, or in the row of a form that says so."""
    if block.row in sheet.totals:
        return ""
    return sheet.label(block.row, "recipient") or sheet.field("recipient")


def fund_in(words: str) -> str:
    """Return the one fund that a caption or a heading names, or nothing."""
    names = {match[0] for match in _FUND.finditer(words)}
    return names.pop() if len(names) == 1 else ""


def _purpose(block: Block, sheet: Sheet) -> str:
    """Return what a sum is for: the words of its row that name no payer or getter.

    What several pay into is the fund that the caption names.
    """
    paid = sheet.payer_in(block.row)
    if paid and block.row not in sheet.totals:
        return paid.what
    if sheet.is_of_payers:
        return sheet.label(block.row, "purpose") or fund_in(sheet.caption)
    if block.row in sheet.totals:
        return ""
    told = sheet.label(block.row, "purpose") or sheet.field("purpose")
    return told or ("" if sheet.labels.get(block.row) else block.row_head)


def _years(block: Block, sheet: Sheet, kind: AmountKind | None) -> tuple[str, ...]:
    """Return the years of a sum; a difference is of the year of the column that it follows."""
    own = years_in(printed_years(f"{block.col_head} | {block.row_head}"))
    if own:
        return own
    if kind in COMPARED:
        heads = sheet.head_before(block.col)
        before = next((found for head in heads if (found := years_in(printed_years(head)))), ())
        if kind is not AmountKind.VARIANCE:
            return ()
        if before:
            return before
    is_sum = bool(TOTAL.match(block.col_head) or _ALL.match(block.col_head))
    over = [head for col, head in sheet.heads.items() if is_sum and col < block.col]
    summed = years_in(year for head in over for year in (*printed_years(head), *paid_years(head)))
    return summed or (
        _years_of_form(sheet)
        or paid_years(f"{block.col_head} | {block.row_head}")
        or single_year(" | ".join(sheet.heads.values()))  # one column tells the year of all
        or years_in(printed_years(sheet.caption))
        or single_year(block.section)
    )


def first_of(read: Callable[[Setting], Code | None], *texts: str) -> Code | None:
    """Return the code that the first of some heads gives, the nearest head first."""
    for text in texts:
        code = read(as_head(text))
        if code is not None:
            return code
    return None
