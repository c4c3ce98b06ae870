"""What one file gives: its row of reports.csv, its text and its mentions; and how it is kept."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from csp_extract.records.about import ReportRow
from csp_extract.records.candidate import CandidateValue
from csp_extract.records.column import fields_of, from_cell, to_cell
from csp_extract.records.mention import Mention, Provenance
from csp_extract.records.values import (
    AmountValue,
    CommitmentValue,
    DateValue,
    DecisionValue,
    InitiativeValue,
    MeasureValue,
    PriorityValue,
    Value,
)

# The mention tables in the order of the pipeline, with the value that each row adds.
MENTION_TABLES: Mapping[str, type[Value]] = {
    "dates": DateValue,
    "amounts": AmountValue,
    "initiatives": InitiativeValue,
    "priorities": PriorityValue,
    "commitments": CommitmentValue,
    "decisions": DecisionValue,
    "measures": MeasureValue,
    "candidates": CandidateValue,
}


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """Everything that extraction knows of one file; what looks across files is not in it.

    The record of a pack has no text and no mentions of its own: each of its papers is a part.
    """

    row: ReportRow
    text: str = ""
    page_sizes: tuple[tuple[float, float], ...] = ()  # width, height in points
    mentions: Mapping[str, tuple[Mention[Any], ...]] = field(default_factory=dict)
    parts: "tuple[ReportRecord, ...]" = ()

    def each(self) -> "Iterator[ReportRecord]":
        """Yield the record, and those of the papers in it."""
        yield self
        yield from self.parts

    def of(self, table: str) -> tuple[Mention[Any], ...]:
        """Return the mentions of one table in reading order."""
        return self.mentions.get(table, ())


def cells_of(record: Any) -> dict[str, str]:
    """Return the columns of a record as table cells."""
    return {
        column.name: to_cell(getattr(record, column.name)) for column in fields_of(type(record))
    }


def _read(kind: type, cells: Mapping[str, str]) -> Any:
    """Return a record of the given type from its cells."""
    columns = fields_of(kind)
    return kind(**{column.name: from_cell(cells[column.name], column.kind) for column in columns})


def dump_record(record: ReportRecord) -> str:
    """Return the record as JSON, the same for the same record."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def _plain(record: ReportRecord) -> dict[str, Any]:
    """Return the record as what JSON knows."""
    return {
        "row": cells_of(record.row),
        "text": record.text,
        "page_sizes": record.page_sizes,
        "mentions": {
            table: [
                [mention.mention_id, cells_of(mention.provenance), cells_of(mention.value)]
                for mention in record.of(table)
            ]
            for table in MENTION_TABLES
        },
        "parts": [_plain(part) for part in record.parts],
    }


def load_record(text: str | bytes) -> ReportRecord:
    """Return the record that ``dump_record`` wrote.

    Raises:
        ValueError, KeyError: the text was not written by this version of the program.
    """
    return _record(json.loads(text))


def _record(raw: Mapping[str, Any]) -> ReportRecord:
    """Return the record behind what JSON knows."""
    return ReportRecord(
        row=_read(ReportRow, raw["row"]),
        text=raw["text"],
        page_sizes=tuple((width, height) for width, height in raw["page_sizes"]),
        mentions={
            table: tuple(
                Mention(mention_id, _read(Provenance, proof), _read(MENTION_TABLES[table], value))
                for mention_id, proof, value in rows
            )
            for table, rows in raw["mentions"].items()
        },
        parts=tuple(_record(part) for part in raw["parts"]),
    )
