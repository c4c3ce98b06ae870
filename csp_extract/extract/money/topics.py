"""What a paragraph goes on about: sums whose own sentence leaves open what the one before told."""

import re
from collections.abc import Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import AmountKind, AmountValue

# A sentence that goes on about the money of the one before.
_TAKES_UP = re.compile(
    r"(?:(?:It|They|This|That|These|Those|He|She|Of (?:it|this|that|these|the)|Half|Part|All)\b"
    r"|(?:The|A) (?:sum|amount|grant|award|allocation|money|fund|funding|first|second|third|balance"
    r"|rest|remainder|remaining|total|other|cost|price|further|final|net|same)\b)"
)
_GIVEN = frozenset(
    {AmountKind.GRANT, AmountKind.ALLOCATION, AmountKind.CONTRIBUTION, AmountKind.MATCH_FUNDING}
)
# Sums of a paragraph that share its year.
_YEARLY = _GIVEN | {AmountKind.BUDGET}


def with_topics(
    reading: Reading, amounts: Sequence[Found[AmountValue]]
) -> list[Found[AmountValue]]:
    """Return the sums with payer, purpose and year carried on from the sentence before."""
    found: list[Found[AmountValue]] = []
    for amount in amounts:
        before = found[-1] if found else None
        found.append(_carried(reading, before, amount) if before else amount)
    return found


def _carried(
    reading: Reading, before: Found[AmountValue], amount: Found[AmountValue]
) -> Found[AmountValue]:
    """Return a sum with what is open taken from the sum before, if its sentence takes it up."""
    home, last = reading.passage_at(amount.span.start), reading.passage_at(before.span.start)
    if home is None or last is None or home.block_index != last.block_index:
        return amount
    is_same = home.index == last.index
    value, told = amount.value, before.value
    if home.block.table >= 0 or is_same:
        return amount
    if not _TAKES_UP.match(home.text):
        is_open = value.kind in _YEARLY and not value.financial_years
        years = told.financial_years if is_open and len(told.financial_years) == 1 else ()
        return replace(amount, value=replace(value, financial_years=years)) if years else amount
    is_given = (value.kind or told.kind) in _GIVEN and told.kind in _GIVEN
    return replace(
        amount,
        value=replace(
            value,
            kind=value.kind or told.kind,
            funder=value.funder or (told.funder if is_given else ""),
            financial_years=value.financial_years or told.financial_years,
        ),
    )
