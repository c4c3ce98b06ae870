"""Tables read back: as rows of cells, or as data frames."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from csp_extract.errors import StaleSchemaError, WrongCallError
from csp_extract.records import Correction
from csp_extract.records.column import from_cell
from csp_extract.tables.cells import Row, unguard
from csp_extract.tables.schema import CORRECTIONS, EVERY, Table

if TYPE_CHECKING:
    import pandas as pd


def read_rows(out: Path, name: str) -> Iterator[Row]:
    """Yield the rows of a table of OUT as cells, guards taken off.

    Raises:
        WrongCallError: OUT has no such table.
        StaleSchemaError: another version of the program wrote it.
    """
    file = out / f"{name}.csv"
    if not file.exists():
        raise WrongCallError(f"no {name}.csv in {out}: run csp-extract run first")
    with file.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        if list(reader.fieldnames or ()) != EVERY[name].header:
            raise StaleSchemaError(f"{file} has other columns than this version writes; run again")
        for row in reader:
            yield {column: unguard(cell) for column, cell in row.items()}


def read_corrections(file: Path) -> list[Correction]:
    """Return the corrections in a file, in their order; a column that is left out is empty.

    Raises:
        WrongCallError: the file is no such table, or a line of it cannot be one.
    """
    found: list[Correction] = []
    try:
        with file.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            header = list(reader.fieldnames or ())
            unknown = sorted(set(header) - set(CORRECTIONS.header))
            if unknown or "kind" not in header:
                told = f"an unknown column {unknown[0]}" if unknown else "no column kind"
                raise WrongCallError(f"{file} is no table of corrections: {told}")
            found.extend(_correction(row) for row in reader)
    except (OSError, ValueError, csv.Error) as error:
        raise WrongCallError(f"cannot read {file}, line {len(found) + 2}: {error}") from error
    return found


def _correction(row: Row) -> Correction:
    """Return the correction of a line.

    Raises:
        ValueError: it has no kind that there is.
    """
    cells = {column.name: unguard(row.get(column.name) or "") for column in CORRECTIONS.columns}
    if not cells["kind"]:
        raise ValueError("kind is empty")
    columns = CORRECTIONS.columns
    return Correction(**{one.name: from_cell(cells[one.name], one.kind) for one in columns})


def read_last(out: Path, names: Iterable[str] = tuple(EVERY)) -> dict[str, list[Row]]:
    """Return tables that the last run left in OUT, whatever version wrote it, none where none."""
    found = {}
    for name in names:
        file = out / f"{name}.csv"
        if file.exists():
            with file.open(encoding="utf-8-sig", newline="") as handle:
                rows = csv.DictReader(handle)
                found[name] = [{key: unguard(cell) for key, cell in row.items()} for row in rows]
    return found


def load_tables(out: Path | str) -> "dict[str, pd.DataFrame]":
    """Return every table of OUT as a data frame; empty cells are missing values.

    Dates are ``datetime.date``, sums ``Decimal``, lists tuples; counts are nullable integers.
    """
    import pandas as pd  # noqa: PLC0415 over a second to load, and most commands need none

    return {
        name: _typed(pd.DataFrame(list(read_rows(Path(out), name)), columns=table.header), table)
        for name, table in EVERY.items()
    }


def _typed(frame: "pd.DataFrame", table: Table) -> "pd.DataFrame":
    """Return the frame with the types of its columns."""
    for column in table.columns:
        cells = frame[column.name]
        if column.kind is int:
            frame[column.name] = cells.replace("", None).astype("Int64")
        elif column.kind is float:
            frame[column.name] = cells.replace("", None).astype("Float64")
        elif column.kind in {date, Decimal}:
            frame[column.name] = [from_cell(cell, column.kind) for cell in cells]
    return frame
