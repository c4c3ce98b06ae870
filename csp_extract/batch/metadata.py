"""What a caller knows of files better than their mastheads, from a table of it."""

import csv
from dataclasses import fields
from datetime import date
from pathlib import Path

from csp_extract.errors import WrongCallError
from csp_extract.settings import Given

_COLUMNS = frozenset({"path", *(field.name for field in fields(Given))})


def read_metadata(file: Path) -> dict[str, Given]:
    """Return what a CSV file gives of each input, by its path as ``reports.csv`` has it.

    An empty cell gives nothing, and so does a column that is left out.

    Raises:
        WrongCallError: the file is no such table, or a line of it cannot be one.
    """
    found: dict[str, Given] = {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle, restval="")
            _check(file, list(reader.fieldnames or ()))
            for row in reader:
                _add(found, row)
    except (OSError, ValueError, csv.Error) as error:
        raise WrongCallError(f"cannot read {file}, line {len(found) + 2}: {error}") from error
    return found


def _check(file: Path, header: list[str]) -> None:
    """Hold the columns to those that there are.

    Raises:
        WrongCallError: one is unknown, or there is no path.
    """
    unknown = sorted(set(header) - _COLUMNS)
    if unknown:
        known = ", ".join(sorted(_COLUMNS))
        raise WrongCallError(f"{file} has an unknown column {unknown[0]!r}; known are {known}")
    if "path" not in header:
        raise WrongCallError(f"{file} has no column path")


def _add(found: dict[str, Given], row: dict[str, str]) -> None:
    """Take in a line.

    Raises:
        ValueError: it has more cells than the head, tells of no path, or of one a second time, or
            its day is none.
    """
    if None in row:
        raise ValueError("more cells than the head has columns")
    cells = {column: cell.strip() for column, cell in row.items()}
    path, day = cells.pop("path"), cells.pop("meeting_date", "")
    if not path or path in found:
        raise ValueError(f"{path!r} is told of twice" if path else "no path")
    found[path] = Given(**cells, meeting_date=date.fromisoformat(day) if day else None)
