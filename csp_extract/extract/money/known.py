"""Rows of a table that are headed by who gets money elsewhere in the report, and not by a purpose.

"Corby got £900, Ashby £700" in running text tells that the rows Corby and Ashby of a table are
getters as well, whatever their names.
"""

from collections.abc import Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import AmountValue


def with_known_getters(
    reading: Reading, amounts: Sequence[Found[AmountValue]]
) -> list[Found[AmountValue]]:
    """Return the sums, a row's purpose that is a getter by name told as its recipient."""
    known = {_name(amount.value.recipient) for amount in amounts} - {""}
    return [
        replace(amount, value=replace(value, recipient=value.purpose, purpose=""))
        if not (value := amount.value).recipient
        and _name(value.purpose) in known
        and _is_cell(reading, amount)
        else amount
        for amount in amounts
    ]


def _name(words: str) -> str:
    """Return a name without its article, whatever its case."""
    return words.casefold().removeprefix("the ")


def _is_cell(reading: Reading, amount: Found[AmountValue]) -> bool:
    """Return whether a sum stands in a table."""
    home = reading.passage_at(amount.span.start)
    return home is not None and home.block.table >= 0
