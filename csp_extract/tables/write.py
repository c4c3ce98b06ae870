"""A complete new set of tables in an empty folder."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from csp_extract.records import ReportRecord
from csp_extract.tables.cells import Row, guard, rows_of
from csp_extract.tables.database import write_database
from csp_extract.tables.schema import SCHEMA_VERSION, TABLES, Table, describe

_MARKS = frozenset(',"\n\r')
_MARK = "\ufeff"  # what Excel takes for the sign of UTF-8


def write_tables(
    records: Iterable[ReportRecord], folder: Path, *, with_mark: bool = False
) -> dict[str, int]:
    """Write CSVs, database, texts and description; return how many rows each table has.

    The same records give the same bytes, in whatever order they come.
    """
    records = list(records)
    rows = rows_of(records)
    for name, table in TABLES.items():
        _write_csv(folder / f"{name}.csv", table, rows[name], with_mark=with_mark)
    write_database(folder / "csp.sqlite", rows)
    _write_texts(folder / "texts", records)
    _write_description(folder / "datapackage.json")
    return {name: len(rows[name]) for name in TABLES}


def _write_csv(file: Path, table: Table, rows: Sequence[Row], *, with_mark: bool) -> None:
    """Write one table as RFC 4180, lines ended by a line feed alone."""
    with file.open("w", encoding="utf-8", newline="") as handle:
        if with_mark:
            handle.write(_MARK)
        handle.write(_line(table.header))
        handle.writelines(_line(guard(row[name]) for name in table.header) for row in rows)


def _line(cells: Iterable[str]) -> str:
    """Return a line of CSV; the library's writer leaves a carriage return unquoted."""
    return ",".join(_quoted(cell) for cell in cells) + "\n"


def _quoted(cell: str) -> str:
    """Return a cell in quotation marks where it holds a mark of the format."""
    if _MARKS.isdisjoint(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _write_texts(folder: Path, records: Iterable[ReportRecord]) -> None:
    """Write the text of each report that has one, byte for byte as offsets count it."""
    folder.mkdir()
    for record in records:
        if record.row.report_id and record.text:
            file = folder / f"{record.row.report_id}.txt"
            file.write_text(record.text, encoding="utf-8", newline="")


def _write_description(file: Path) -> None:
    """Write the Frictionless description of the package."""
    package = {
        "name": "csp-extract",
        "profile": "tabular-data-package",
        "schema_version": SCHEMA_VERSION,
        "resources": [describe(table) for table in TABLES.values()],
    }
    file.write_text(json.dumps(package, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
