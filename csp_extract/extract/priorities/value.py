"""What is said of a whole list of priorities, and so of each of its items."""

from dataclasses import replace

from csp_extract.extract.priorities.owner import (
    is_police,
    kind_of,
    owner_of,
    period_of,
    planned_period,
    told_period,
)
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, PriorityKind, PriorityValue


def value_of(reading: Reading, lead: str, block: Block, size: int) -> PriorityValue:
    """Return what the words that lead in a list say of each of its items."""
    above = " / ".join(block.path)
    kind = kind_of(lead)
    owner = owner_of(reading, lead, above, reading.report.slice(block))
    is_own = kind is PriorityKind.STRATEGIC
    if is_own and is_police(owner):
        kind = PriorityKind.POLICING
    return PriorityValue(
        owner=owner,
        list_size=size,
        period=period_of(lead, above)
        or (told_period(reading.report.text) if is_own else "")
        or planned_period(reading.report.slice(block)),
        kind=kind,
    )


def ranked(value: PriorityValue, rank: int) -> PriorityValue:
    """Return the value of an item with its place in the list."""
    return replace(value, rank=rank)
