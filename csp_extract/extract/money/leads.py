"""What the words above a table or a list say of the sums in it.

"The Commissioner's grant of £18,400 for 2019/20 is to be used as follows:" speaks for every figure
below, unless the figure's own heads say otherwise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from csp_extract.extract.found import Found
from csp_extract.extract.money.getters import TO_MANY
from csp_extract.extract.money.kinds import kind_of
from csp_extract.extract.money.payers import parties_of
from csp_extract.extract.money.setting import as_head
from csp_extract.extract.money.statuses import status_of
from csp_extract.extract.money.table import COMMON, COMPARED, fits
from csp_extract.extract.money.years import printed_years, years_in
from csp_extract.extract.reading import Reading
from csp_extract.records import AmountKind, AmountStatus, AmountValue, Block, BlockKind

_POINTS = re.compile(
    r"\b(?:as follows|following|below|the table|table \d|shows?|set out|made up|broken down"
    r"|breakdown|divided|split|spent on|used (?:for|on|to)|allocated (?:to|as|for)|these|this)\b"
    r"|:$",
    re.IGNORECASE,
)
_HEADS_BETWEEN = 3  # captions and notes between a table and the paragraph that leads it in


def with_leads(reading: Reading, amounts: Sequence[Found[AmountValue]]) -> list[Found[AmountValue]]:
    """Return the sums with what is empty filled from the sum that leads them in."""
    homes = [reading.passage_at(amount.span.start) for amount in amounts]
    blocks = [home.block_index if home else -1 for home in homes]
    by_block: dict[int, list[int]] = {}
    for place, block in enumerate(blocks):
        by_block.setdefault(block, []).append(place)
    found = list(amounts)
    for lead_block, places in _groups(reading, blocks):
        leads = by_block.get(lead_block, [])
        lead = _lead(reading, amounts, block=lead_block, leads=leads, places=places)
        if lead is not None:
            for place in places:
                found[place] = _filled(found[place], lead, reading.blocks[blocks[place]])
    return found


def _groups(reading: Reading, blocks: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield the sums of each table and each list, with the block that leads them in."""
    tables: dict[int, list[int]] = {}
    lists: dict[int, list[int]] = {}
    for place, index in enumerate(blocks):
        block = reading.blocks[index]
        if block.table >= 0:
            tables.setdefault(block.table, []).append(place)
        elif block.lead_in >= 0:
            lists.setdefault(block.lead_in, []).append(place)
    for places in tables.values():
        yield _above(reading, blocks[places[0]]), places
    yield from lists.items()


def _above(reading: Reading, index: int) -> int:
    """Return the paragraph right above a table, -1 where a heading parts them."""
    table = reading.blocks[index].table
    while index >= 0 and reading.blocks[index].table == table:
        index -= 1
    for above in range(index, max(-1, index - _HEADS_BETWEEN), -1):
        if _is_prose(reading.blocks[above]):
            return above
        if reading.blocks[above].kind is not BlockKind.CAPTION:
            return -1
    return -1


def _is_prose(block: Block) -> bool:
    """Return whether a block is running text."""
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.BULLET}


def _lead(
    reading: Reading,
    amounts: Sequence[Found[AmountValue]],
    *,
    block: int,
    leads: Sequence[int],
    places: Sequence[int],
) -> AmountValue | None:
    """Return what the lead-in says of the group: its total, its only sum, or its words."""
    values = [amounts[place].value.value for place in places]
    sums = set(values) | {sum((value for value in values if value is not None), Decimal(0))}
    told = [amounts[lead].value for lead in leads]
    last = reading.passages_of(block)[-1:] if block >= 0 else []
    shared = [lead for lead in leads if TO_MANY.fullmatch(f"to {amounts[lead].value.recipient}")]
    if len(shared) == 1:
        value = amounts[shared[0]].value
        is_last = last[0].span.holds(amounts[shared[0]].span)
        return value if is_last else replace(value, funder="")  # who got it may lead in the rest
    totals = [value for value in told if value.value in sums]
    if totals:
        return totals[0]
    if not last or not _POINTS.search(last[0].text):
        return None
    return amounts[leads[0]].value if len(leads) == 1 else _told(last[0].text)


def _told(text: str) -> AmountValue:
    """Return what a sentence without a sum of its own says of the sums that it leads in."""
    whole = as_head(text)
    funder, _ = parties_of(whole, {})
    years = years_in(printed_years(text))
    kind = kind_of(whole)
    return AmountValue(
        kind=kind,
        status=status_of(whole, kind) or AmountStatus.UNSTATED,
        funder=funder if kind is not None else "",
        financial_years=years if len(years) == 1 else (),
    )


def _filled(amount: Found[AmountValue], lead: AmountValue, block: Block) -> Found[AmountValue]:
    """Return a sum with its empty cells filled from the sum that leads it in.

    A row that names the payer tells what it keeps, and the cells of a table need not be of each
    year of several.
    """
    value = amount.value
    is_of_years = block.table < 0 or len(lead.financial_years) == 1
    years = lead.financial_years if is_of_years and value.kind is not AmountKind.OTHER else ()
    is_compared = value.kind in COMPARED
    is_open = value.status is AmountStatus.UNSTATED and not is_compared
    kind = value.kind or lead.kind
    is_told = is_open and lead.status in COMMON and fits(kind, lead.status)
    is_spent = is_open and not is_told and kind is AmountKind.SPEND
    status = lead.status if is_told else value.status
    return replace(
        amount,
        value=replace(
            value,
            kind=kind,
            status=AmountStatus.SPENT if is_spent else status,
            funder=value.funder or ("" if lead.funder in block.row_head else lead.funder),
            financial_years=value.financial_years or years,
        ),
    )
