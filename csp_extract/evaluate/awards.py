"""Which mentions of money in one track of the gold are one award, as far as its fields say.

Some writers of the corpus follow each award by itself, some the whole pot of a year with its parts,
some a grant over all its years. What they agree on is the award: the money of one year, or of the
years of one decision, from one giver for one recipient or purpose.
"""

from collections.abc import Iterator

from csp_extract.evaluate.fold import fold
from csp_extract.evaluate.rows import GoldRow

_DULL = frozenset("the a of and for in to community safety partnership council".split())


def is_one_award(left: GoldRow, right: GoldRow) -> bool:
    """Return whether nothing that two annotations state sets their awards apart.

    Apart are other financial years, another giver, recipient or purpose, and a share and its pot.
    """
    return all(
        not mine or not theirs or not mine.isdisjoint(theirs)
        for mine, theirs in zip(_marks(left), _marks(right), strict=True)
    ) and not (_is_part(left) != _is_part(right) and _value(left) != _value(right))


def _marks(row: GoldRow) -> Iterator[frozenset[str]]:
    """Yield what sets an award apart: its years, who gives it, who has it, what it is for."""
    yield frozenset(row.values.get("financial_years", ()))
    for column in ("funder", "recipient", "purpose"):
        yield frozenset(fold(str(row.values.get(column, ""))).split()) - _DULL


def _is_part(row: GoldRow) -> bool:
    """Return whether money is said to go to somebody: a share of the pot, not the pot."""
    return "recipient" in row.values


def _value(row: GoldRow) -> str:
    """Return the sum."""
    return str(row.values.get("value", ""))
