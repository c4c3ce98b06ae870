"""Which mentions of money in one track of the gold are one award, as far as its fields say.

Some writers of the corpus follow each award by itself, some the whole pot of a year with its parts,
some a grant over all its years. What they agree on is the award: the money of one year, or of the
years of one decision, from one giver for one recipient or purpose.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from csp_extract.evaluate.fold import fold
from csp_extract.evaluate.gold_tables import place_of
from csp_extract.evaluate.rows import GoldRow

_DULL = frozenset("the a of and for in to community safety partnership council".split())


@dataclass(frozen=True)
class Awards:
    """The annotations of one body by report, and in which years the money of each track is."""

    gold: Mapping[str, Sequence[GoldRow]]

    @cached_property
    def _years(self) -> Mapping[str, set[tuple[str, ...]]]:
        found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for row in (row for rows in self.gold.values() for row in rows):
            if row.table == "amounts" and row.values.get("financial_years"):
                found[row.track].add(tuple(row.values["financial_years"]))
        return found

    @property
    def streams(self) -> frozenset[str]:
        """The tracks that follow money over several years."""
        return frozenset(track for track, years in self._years.items() if len(years) > 1)

    def is_judged(self, kind: str, left: str, right: str) -> bool:
        """Return whether two mentions of one track, by gold id, are surely one thing.

        ``kind`` is that of the track. Of money without a year, in a track of several years, nobody
        can say which award it is.
        """
        if kind != "funding":
            return True
        rows = [self.gold[name][place] for name, place in map(place_of, (left, right))]
        is_dated = all(row.values.get("financial_years") for row in rows)
        return (is_dated or len(self._years[rows[0].track]) <= 1) and is_one_award(*rows)


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
