"""Tables read back: as rows of cells, or as data frames."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from csp_extract.errors import StaleSchemaError, WrongCallError
from csp_extract.records.column import from_cell
from csp_extract.tables.cells import Row, unguard
from csp_extract.tables.schema import EVERY, Table

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
