"""What a person may put into a cell: what its column can hold, written as the program writes it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from csp_extract.errors import WrongCallError
from csp_extract.records import MENTION_TABLES, is_code
from csp_extract.records.column import Field, fields_of, from_cell, to_cell

# A stretch of time and the columns of its first and last day, which follow from it.
_STRETCHES: Mapping[str, tuple[str, str, str]] = {
    "commitments": ("due", "due_start", "due_end"),
    "dates": ("edtf", "start", "end"),
}
_LEDGER = "candidates"
_PLACES = frozenset({"mentions"})  # offsets into the text: proof, not what a row says
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # codes of ISO 8601-2, and the month each begins in
_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEAR = re.compile(r"(\d{4})/(\d\d)")
_WHOLE = 30  # figures of a number; more is a slip of the hand


def can_be_set(table: str) -> list[str]:
    """Return the columns of a table that a person may set; none where rows cannot be corrected."""
    if table not in MENTION_TABLES or table == _LEDGER:
        return []
    hidden = {*_PLACES, *_STRETCHES.get(table, ())[1:]}
    return [field.name for field in fields_of(MENTION_TABLES[table]) if field.name not in hidden]


def allowed(table: str, column: str, value: str) -> dict[str, str]:
    """Return the cells that a value gives: its own, and those that follow from it.

    Raises:
        WrongCallError: the table has no such column to set, or the column cannot hold the value.
    """
    columns = can_be_set(table)
    if column not in columns:
        told = f"it has {', '.join(columns)}" if columns else "its rows cannot be corrected"
        raise WrongCallError(f"no column {column} of {table} can be set; {told}")
    (field,) = [one for one in fields_of(MENTION_TABLES[table]) if one.name == column]
    plain = " ".join(value.split())
    try:
        cell = to_cell(_read(field, plain))
        stretch = _STRETCHES.get(table, ("",))
        return _stretched(stretch, cell) if column == stretch[0] else {column: cell}
    except (ValueError, ArithmeticError) as error:
        raise WrongCallError(f"{table}.{column} cannot hold {plain!r}: {_why(field)}") from error


def _read(field: Field, plain: str) -> Any:
    """Return the typed value of a cell.

    Raises:
        ValueError, ArithmeticError: it is none.
    """
    value = from_cell(plain, field.kind)
    check = _CHECKS.get(field.name)
    for item in value if isinstance(value, tuple) else [value]:
        if check is not None and item and not check(str(item)):
            raise ValueError(item)
    is_number = isinstance(value, int | Decimal)
    if is_number and (not Decimal(value).is_finite() or abs(Decimal(value).adjusted()) > _WHOLE):
        raise ValueError(value)
    if isinstance(value, int) and value < 0:
        raise ValueError(value)
    return value


def _why(field: Field) -> str:
    """Return what a column can hold, in words."""
    if is_code(field.kind):
        return f"one of {', '.join(field.kind)}"
    return _HINTS.get(field.name) or f"it is {field.column.meaning}"


def _stretched(columns: tuple[str, ...], cell: str) -> dict[str, str]:
    """Return the cells of a stretch with its first and last day.

    Raises:
        ValueError: the calendar has no such stretch.
    """
    first, last = _days(cell) if cell else (None, None)
    return dict(zip(columns, (cell, to_cell(first), to_cell(last)), strict=True))


def _days(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of a day, month, season, year or stretch of them.

    Raises:
        ValueError: it is none of these, or ends before it begins.
    """
    begin, mark, end = edtf.partition("/")
    if not mark:
        return _part(begin)
    first = None if begin == ".." else _part(begin)[0]
    last = None if end == ".." else _part(end)[1]
    if first is None and last is None:
        raise ValueError(edtf)
    if first and last and last < first:
        raise ValueError(edtf)
    return first, last


def _part(edtf: str) -> tuple[date, date]:
    """Return the first and the last day of a day, month, season or year."""
    match = _PART.fullmatch(edtf)
    if match is None:
        raise ValueError(edtf)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    begin, months = (1, 12) if not month else (_SEASONS.get(month, month), 3 if month > 12 else 1)
    after = begin + months
    following = date(year + (after - 1) // 12, (after - 1) % 12 + 1, 1)
    return date(year, begin, 1), following - timedelta(days=1)


def _is_stretch(cell: str) -> bool:
    return bool(_days(cell))


def _is_financial_year(cell: str) -> bool:
    match = _YEAR.fullmatch(cell)
    return match is not None and (int(match[1]) + 1) % 100 == int(match[2])


def _is_id(letter: str) -> Callable[[str], bool]:
    return lambda cell: re.fullmatch(rf"{letter}[0-9a-f]{{12}}", cell) is not None


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "edtf": _is_stretch,
    "due": _is_stretch,
    "status_date": _is_stretch,
    "financial_years": _is_financial_year,
    "currency": lambda cell: re.fullmatch("[A-Z]{3}", cell) is not None,
    "initiative_id": _is_id("i"),
    "amount_ids": _is_id("a"),
    "total_of": _is_id("a"),
    "date_ids": _is_id("d"),
    "priority_ids": _is_id("p"),
}
_STRETCH_HINT = "a day, month or year such as 2021-03-31, 2021-03, 2021, or two of them with /"
_HINTS: Mapping[str, str] = {
    **dict.fromkeys(("edtf", "due", "status_date"), _STRETCH_HINT),
    "financial_years": "years such as 2020/21, parted by '; '",
    "currency": "a code such as GBP",
    **dict.fromkeys(
        ("initiative_id", "amount_ids", "total_of", "date_ids", "priority_ids"),
        "ids of rows, parted by '; '",
    ),
}


@cache
def reference_columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table that name rows of other tables, or of its own."""
    if table == _LEDGER:
        return ("row_id",)
    names = {field.name for field in fields_of(MENTION_TABLES[table])}
    return tuple(
        name for name in _CHECKS if name in names and (name.endswith(("_id", "_ids", "_of")))
    )
