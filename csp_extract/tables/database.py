"""The same tables in SQLite, with keys, indexes, search over the quotes, and views."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

from csp_extract.records.column import from_cell
from csp_extract.tables.cells import Row
from csp_extract.tables.schema import EVERY, TABLES, Table, sql_type

_YEARS = "/* years */"  # where a view has a column for each year
_MINOR = Decimal(100)  # pence in a pound, cents in a euro or a dollar


def write_database(file: Path, rows: Mapping[str, Sequence[Row]]) -> None:
    """Write all tables into a new SQLite file."""
    with closing(sqlite3.connect(file)) as base:
        for name, table in EVERY.items():
            _write_table(base, table, rows.get(name, ()))
        _write_search(base, rows)
        for name, query in views().items():
            base.execute(f'CREATE VIEW "{name}" AS {_with_years(query, rows)}')
        base.commit()


def views() -> dict[str, str]:
    """Return the standing questions: the name and the query of every view."""
    folder = files("csp_extract.tables").joinpath("views")
    found = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return {
        entry.name.removesuffix(".sql"): entry.read_text("utf-8")
        for entry in found
        if entry.name.endswith(".sql")
    }


def _with_years(query: str, rows: Mapping[str, Sequence[Row]]) -> str:
    """Return a query with a column for every year in which a list of priorities was told."""
    held = (row for row in rows.get("track_mentions", ()) if row["table"] == "priorities")
    years = sorted({row["meeting_date"][:4] for row in held if row["meeting_date"]})
    columns = [
        f"coalesce(group_concat(DISTINCT CASE WHEN substr(m.meeting_date, 1, 4) = '{year}'"
        f" THEN coalesce(p.rank, '.') END), '') AS \"{year}\","
        for year in years
    ]
    return query.replace(_YEARS, "\n       ".join(columns))


def _write_table(base: sqlite3.Connection, table: Table, rows: Sequence[Row]) -> None:
    """Create one table and fill it."""
    columns = [f'"{column.name}" {sql_type(column)}' for column in table.columns]
    if table.name == "amounts":
        columns += ["value_minor INTEGER", "value_max_minor INTEGER"]
    told = ", ".join([*columns, *_constraints(table)])
    base.execute(f'CREATE TABLE "{table.name}" ({told})')
    marks = ", ".join("?" * len(columns))
    base.executemany(
        f'INSERT INTO "{table.name}" VALUES ({marks})',  # noqa: S608 names come from the schema
        (list(_values(table, row)) for row in rows),
    )
    for column in ("report_id", "track_id"):
        if column in table.header and column != table.key:
            base.execute(f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")')


def _constraints(table: Table) -> Iterator[str]:
    """Yield what the database holds a table to; reports.csv also lists what gave no report."""
    if table.name == "reports":
        yield 'UNIQUE ("report_id")'
        return
    keys = ", ".join(f'"{key}"' for key in table.keys)
    yield f"PRIMARY KEY ({keys})"
    if "report_id" in table.header:
        yield 'FOREIGN KEY ("report_id") REFERENCES "reports" ("report_id")'
    if "track_id" in table.header and table.name != "tracks":
        yield 'FOREIGN KEY ("track_id") REFERENCES "tracks" ("track_id")'


def _values(table: Table, row: Row) -> Iterator[Any]:
    """Yield a row's values with the types of the database; an empty cell is null."""
    for column in table.columns:
        cell = row[column.name]
        is_number = column.kind in {int, float, bool}
        yield from_cell(cell, column.kind) if is_number else cell or None
    if table.name == "amounts":
        for name in ("value", "value_max"):
            yield int(Decimal(row[name]) * _MINOR) if row[name] else None


def _write_search(base: sqlite3.Connection, rows: Mapping[str, Sequence[Row]]) -> None:
    """Create the full-text search over all quotes."""
    base.execute('CREATE VIRTUAL TABLE search USING fts5("table", row_id, quote)')
    for name, table in TABLES.items():
        if name != "reports":
            base.executemany(
                "INSERT INTO search VALUES (?, ?, ?)",
                ((name, row[table.key], row["quote"]) for row in rows.get(name, ())),
            )
