"""A complete new set of tables in an empty folder."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from csp_extract.records import Correction, cells_of
from csp_extract.tables.cells import Row, guard
from csp_extract.tables.database import write_database
from csp_extract.tables.schema import CORRECTIONS, EVERY, SCHEMA_VERSION, Table, describe

_MARKS = frozenset(',"\n\r')
_MARK = "\ufeff"  # what Excel takes for the sign of UTF-8


def write_tables(
    rows: Mapping[str, Sequence[Row]], folder: Path, *, with_mark: bool = False
) -> dict[str, int]:
    """Write CSVs, database and description; return how many rows each table has.

    A table without rows is written with its header alone.
    """
    for name, table in EVERY.items():
        _write_csv(folder / f"{name}.csv", table, rows.get(name, ()), with_mark=with_mark)
    write_database(folder / "csp.sqlite", rows)
    _write_description(folder / "datapackage.json")
    return {name: len(rows.get(name, ())) for name in EVERY}


def _write_csv(file: Path, table: Table, rows: Sequence[Row], *, with_mark: bool) -> None:
    """Write one table as RFC 4180, lines ended by a line feed alone."""
    with file.open("w", encoding="utf-8", newline="") as handle:
        if with_mark:
            handle.write(_MARK)
        handle.write(_line(table.header))
        handle.writelines(_line(guard(row[name]) for name in table.header) for row in rows)


def write_corrections(file: Path, corrections: Iterable[Correction]) -> None:
    """Write corrections in their order; a write that dies leaves the file as it was."""
    part = file.with_name(f"{file.name}.part")
    _write_csv(part, CORRECTIONS, [cells_of(one) for one in corrections], with_mark=False)
    part.replace(file)


def _line(cells: Iterable[str]) -> str:
    """Return a line of CSV; the library's writer leaves a carriage return unquoted."""
    return ",".join(_quoted(cell) for cell in cells) + "\n"


def _quoted(cell: str) -> str:
    """Return a cell in quotation marks where it holds a mark of the format."""
    if _MARKS.isdisjoint(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def write_texts(folder: Path, texts: Mapping[str, str]) -> None:
    """Write the text of each report that has one, byte for byte as offsets count it."""
    folder.mkdir()
    for report_id, text in texts.items():
        if text:
            (folder / f"{report_id}.txt").write_text(text, encoding="utf-8", newline="")


def _write_description(file: Path) -> None:
    """Write the Frictionless description of the package."""
    package = {
        "name": "csp-extract",
        "profile": "tabular-data-package",
        "schema_version": SCHEMA_VERSION,
        "resources": [describe(table) for table in EVERY.values()],
    }
    file.write_text(json.dumps(package, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
