"""Sums of sums: which amounts are the parts of which total."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from csp_extract.extract.found import Found, Span, Target
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Reading
from csp_extract.records import AmountValue

TOTAL = re.compile(
    r"\b(?:in total|total(?:ling|s)?|altogether|combined|overall|in all|sum of)\b", re.IGNORECASE
)
_REACH = 40  # characters from a word of totalling to its sum
_ROUNDING = Decimal("0.01")  # parts may be rounded to a hundredth of the total
_MOST = 12  # parts


def with_totals(
    reading: Reading, amounts: Sequence[Found[AmountValue]]
) -> list[Found[AmountValue]]:
    """Return the sums with every total pointing at its parts.

    What the words say of the payer of one of them holds for all, unless they say otherwise.
    """
    found = list(amounts)
    for place, amount in enumerate(amounts):
        parts = _cell_parts(reading, amounts, amount) or _prose_parts(reading, amounts, place)
        if not parts:
            continue
        targets = {"total_of": tuple(Target("amounts", part.span) for part in parts)}
        found[place] = replace(found[place], targets=targets)
        _share_funder(reading, found, [place, *(amounts.index(part) for part in parts)])
    return found


def _share_funder(reading: Reading, found: list[Found[AmountValue]], places: Sequence[int]) -> None:
    """Fill the empty funders of a total and its parts where one alone is told.

    Another body named among the sums may have paid some of them, so then nothing is filled in.
    """
    told = {found[place].value.funder for place in places} - {""}
    spans = [found[place].span for place in places]
    among = reading.report.text[min(spans).start : max(spans).end]
    if len(told) != 1 or {party.name for party in parties_in(among)} - told:
        return
    (funder,) = told
    for place in places:
        found[place] = replace(found[place], value=replace(found[place].value, funder=funder))


def _prose_parts(
    reading: Reading, amounts: Sequence[Found[AmountValue]], place: int
) -> Sequence[Found[AmountValue]]:
    """Return the neighbouring sums that add up to a sum called a total."""
    amount = amounts[place]
    if not _is_called_total(reading, amount.span):
        return ()
    block = _block(reading, amount)
    before = [*takewhile(lambda other: _block(reading, other) == block, reversed(amounts[:place]))][
        ::-1
    ]
    after = list(
        takewhile(
            lambda other: _block(reading, other) == block or _leads(reading, block, other),
            amounts[place + 1 :],
        )
    )
    runs = [before[-count:] for count in range(2, min(len(before), _MOST) + 1)]
    runs += [after[:count] for count in range(min(len(after), _MOST), 1, -1)]
    return next((run for run in runs if _adds_up(run, amount)), ())


def _is_called_total(reading: Reading, span: Span) -> bool:
    """Return whether words of totalling stand next to a sum."""
    text = reading.report.text
    around = text[max(0, span.start - _REACH) : span.start] + " | " + text[span.end : span.end + 12]
    return bool(TOTAL.search(around))


def _block(reading: Reading, amount: Found[AmountValue]) -> int:
    """Return the index of the block that holds a sum."""
    passage = reading.passage_at(amount.span.start)
    return passage.block_index if passage else -1


def _leads(reading: Reading, block: int, other: Found[AmountValue]) -> bool:
    """Return whether a sum stands in an item that the block leads in."""
    return reading.blocks[_block(reading, other)].lead_in == block


def _adds_up(parts: Sequence[Found[AmountValue]], total: Found[AmountValue]) -> bool:
    """Return whether parts add up to a total, one printed for each within its rounding."""
    values = [part.value.value for part in parts]
    if total.value.value is None or any(value is None for value in values):
        return False
    added = sum((value for value in values if value is not None), Decimal(0))
    return abs(added - total.value.value) <= abs(total.value.value) * _ROUNDING / len(values)


def _cell_parts(
    reading: Reading, amounts: Sequence[Found[AmountValue]], amount: Found[AmountValue]
) -> Sequence[Found[AmountValue]]:
    """Return the figures above a figure in the row of totals, if they add up to it."""
    own = reading.blocks[_block(reading, amount)]
    if own.table < 0 or not TOTAL.search(own.row_head):
        return ()
    above = []
    for other in amounts:
        cell = reading.blocks[_block(reading, other)]
        is_above = cell.table == own.table and cell.col == own.col and cell.row < own.row
        if is_above and not TOTAL.search(cell.row_head):
            above.append(other)
    return above if len(above) > 1 and _adds_up(above, amount) else ()
