"""Which tables there are, and their columns: derived from the records, declared nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from csp_extract.records import (
    MENTION_TABLES,
    REVIEW_TABLES,
    TRACK_TABLES,
    Column,
    RedirectRow,
    ReportRow,
)
from csp_extract.records.column import Field, fields_of, is_code
from csp_extract.records.mention import Provenance

SCHEMA_VERSION = 2
_ID_COLUMNS: Mapping[str, str] = {
    "dates": "date_id",
    "amounts": "amount_id",
    "initiatives": "initiative_id",
    "priorities": "priority_id",
    "commitments": "commitment_id",
    "decisions": "decision_id",
    "measures": "measure_id",
    "candidates": "candidate_id",
}
# What a reader looks for first in a row of reports.csv; the report's own data follows.
_REPORT_FIRST = (
    "report_id path sha256 bytes pages status problem text_source language title body partnership"
    " committee meeting_date drafted_from drafted_to author contact kind item_number"
    " classification wards source_url duplicate_of part_of page_from page_to warnings"
    " drafted_from_words drafted_to_words ocr_engine superseded_by"
).split()


@dataclass(frozen=True)
class Table:
    """A table with its columns in order; the first of a mention table is its id."""

    name: str
    meaning: str
    columns: tuple[Field, ...]
    key_size: int = 1  # how many of the first columns name a row together

    @property
    def key(self) -> str:
        """The column that names a row."""
        return self.columns[0].name

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that name a row together."""
        return tuple(column.name for column in self.columns[: self.key_size])

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


def _mention_table(name: str, meaning: str) -> Table:
    """Return the table of a family: id, report, what the row says, then the proof."""
    proof = {column.name: column for column in fields_of(Provenance)}
    row_id = Field(_ID_COLUMNS[name], str, Column("id of the row, the same on every run"))
    report = proof.pop("report_id")
    return Table(name, meaning, (row_id, report, *fields_of(MENTION_TABLES[name]), *proof.values()))


def _report_table() -> Table:
    """Return the table of reports and inputs."""
    columns = {column.name: column for column in fields_of(ReportRow)}
    meaning = "each report, and each input file that gave none"
    return Table("reports", meaning, tuple(columns[name] for name in _REPORT_FIRST))


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        _report_table(),
        _mention_table("dates", "an expression that fixes time on the calendar"),
        _mention_table("amounts", "a sum of money"),
        _mention_table("initiatives", "an initiative in a report"),
        _mention_table("priorities", "an item of a list of priorities"),
        _mention_table("commitments", "a promise, plan or request in a report"),
        _mention_table("decisions", "a resolution or recommendation"),
        _mention_table("measures", "a performance figure"),
        _mention_table("candidates", "what looks like data, and what became of it"),
    )
}


# What is known across reports; no row of these stands on a page by itself.
ACROSS: Mapping[str, Table] = {
    name: Table(name, meaning, fields_of(TRACK_TABLES[name]), key_size)
    for name, meaning, key_size in (
        ("tracks", "a thing followed through the archive", 1),
        ("track_mentions", "a mention's place in a track", 3),
        ("changes", "what changed between a report and the next that tells of a track", 1),
        ("links", "a judgement that two mentions are the same thing, or not", 4),
        ("chain", "a link of money, initiative, priority and commitment", 3),
        ("findings", "something that an auditor should look at", 1),
        ("meetings", "a meeting that has papers, or that papers tell of", 1),
    )
}
REDIRECTS = Table(
    "redirects",
    "an id of an earlier output of this folder that now leads elsewhere",
    fields_of(RedirectRow),
    2,
)
EVERY: Mapping[str, Table] = {**TABLES, **ACROSS, REDIRECTS.name: REDIRECTS}

# What people write: read by every run, never published by one.
CORRECTIONS = Table(
    "corrections",
    "a thing that a person says of rows; kept through every run",
    fields_of(REVIEW_TABLES["corrections"]),
)


def sql_type(column: Field) -> str:
    """Return the SQLite type of a column; money and dates are text, exact and sortable."""
    return {int: "INTEGER", float: "REAL", bool: "INTEGER"}.get(column.kind, "TEXT")


def frictionless_type(kind: Any) -> str:
    """Return the Frictionless type of a field type."""
    if kind in {int, float, Decimal, date, bool}:
        names = {int: "integer", float: "number", Decimal: "number", date: "date", bool: "boolean"}
        return names[kind]
    return "string"


def describe(table: Table) -> dict[str, Any]:
    """Return the Frictionless description of a table: every column with its meaning."""
    fields = []
    for column in table.columns:
        described: dict[str, Any] = {
            "name": column.name,
            "type": frictionless_type(column.kind),
            "description": column.column.meaning,
        }
        if column.column.unit:
            described["unit"] = column.column.unit
        if is_code(column.kind):
            described["constraints"] = {"enum": [str(code) for code in column.kind]}
        fields.append(described)
    resource = {
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": f"one row for {table.meaning}",
        "encoding": "utf-8",
        "schema": {
            "fields": fields,
            "primaryKey": table.key if table.key_size == 1 else list(table.keys),
            "missingValues": [""],
        },
    }
    if table.name == "reports":
        resource["schema"] = {"fields": fields, "missingValues": [""]}
    return resource
