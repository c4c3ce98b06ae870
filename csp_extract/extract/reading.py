"""A report as the families read it: passages in order, and what was found so far."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from csp_extract.extract.found import Found, Span
from csp_extract.records import (
    About,
    AmountValue,
    Block,
    CandidateValue,
    CommitmentValue,
    DateValue,
    DecisionValue,
    InitiativeValue,
    MeasureValue,
    PriorityValue,
    Report,
)
from csp_extract.settings import Given


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, bullet, cell, field or heading: what rules read, and what a row quotes."""

    index: int  # place in Reading.passages
    start: int
    end: int
    text: str  # exactly report.text[start:end]
    block: Block
    block_index: int
    is_first: bool  # the first sentence of its block

    @property
    def span(self) -> Span:
        """The characters of the passage in the report text."""
        return Span(self.start, self.end)


@dataclass
class Reading:
    """A report, its passages, and the mentions of each family as they are found.

    Families run in the order of the pipeline; each reads what earlier ones left here and returns
    its own, which the pipeline component then stores.
    """

    report: Report
    passages: tuple[Passage, ...]
    given: Given = field(default_factory=Given)
    about: About = field(default_factory=About)
    dates: Sequence[Found[DateValue]] = ()
    amounts: Sequence[Found[AmountValue]] = ()
    priorities: Sequence[Found[PriorityValue]] = ()
    initiatives: Sequence[Found[InitiativeValue]] = ()
    commitments: Sequence[Found[CommitmentValue]] = ()
    decisions: Sequence[Found[DecisionValue]] = ()
    measures: Sequence[Found[MeasureValue]] = ()
    candidates: Sequence[Found[CandidateValue]] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the report."""
        return self.report.blocks

    def passage_at(self, offset: int) -> Passage | None:
        """Return the passage that holds the character, or the nearest one before it."""
        place = bisect_right(self._starts, offset) - 1
        return self.passages[place] if place >= 0 else None

    def passages_of(self, block_index: int) -> list[Passage]:
        """Return the passages of one block, in order."""
        return self._by_block.get(block_index, [])

    def items_of(self, block_index: int) -> list[int]:
        """Return the indexes of the list items that the block leads in."""
        return self._items.get(block_index, [])

    def cells_of(self, table: int, row: int) -> list[Block]:
        """Return the cells of one row of a table, in reading order."""
        return self._cells.get((table, row), [])

    def head_of(self, block: Block) -> str:
        """Return the heading of a cell's column; where the table was seen without, its first cell.

        A plain first row is as good a heading as a bold one, if what it says is what one looks for.
        """
        return block.col_head.strip() or self._first_row.get((block.table, block.col), "")

    @cached_property
    def _first_row(self) -> dict[tuple[int, int], str]:
        return {
            (block.table, block.col): self.report.slice(block).strip()
            for block in self.report.blocks
            if block.table >= 0 and block.row == 0
        }

    @cached_property
    def _cells(self) -> dict[tuple[int, int], list[Block]]:
        groups: dict[tuple[int, int], list[Block]] = {}
        for block in self.report.blocks:
            if block.table >= 0:
                groups.setdefault((block.table, block.row), []).append(block)
        return groups

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    @cached_property
    def _by_block(self) -> dict[int, list[Passage]]:
        groups: dict[int, list[Passage]] = {}
        for passage in self.passages:
            groups.setdefault(passage.block_index, []).append(passage)
        return groups

    @cached_property
    def _items(self) -> dict[int, list[int]]:
        groups: dict[int, list[int]] = {}
        for index, block in enumerate(self.report.blocks):
            if block.lead_in >= 0:
                groups.setdefault(block.lead_in, []).append(index)
        return groups
