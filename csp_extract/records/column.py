"""What a column means, and how its cells are written and read back.

A field of a record is a column when its type is annotated with a :class:`Column`. The CSV header,
the database schema, the data dictionary and the reading of stored records all come from here.
"""

import types
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from csp_extract.records.report import Box

LIST_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """The meaning of a column, shown to users, and its unit where the type cannot say it."""

    meaning: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A column with the name and the Python type of the record field behind it."""

    name: str
    kind: Any  # the bare type: str, int, Decimal, date, a StrEnum, tuple[str, ...], tuple[Box, ...]
    column: Column


def fields_of(record_type: type[Any]) -> tuple[Field, ...]:
    """Return the columns of a record type in the order of declaration."""
    named: Any = record_type  # mypy takes a dataclass type for unhashable
    return _fields(named)


@cache
def _fields(record_type: Any) -> tuple[Field, ...]:
    """Return the columns of a record type, worked out once."""
    hints = get_type_hints(record_type, include_extras=True)
    found = []
    for field in fields(record_type):
        hint = hints[field.name]
        if get_origin(hint) is Annotated:
            bare, column = get_args(hint)[:2]
            found.append(Field(field.name, _without_none(bare), column))
    return tuple(found)


def _without_none(hint: Any) -> Any:
    """Return ``T`` of ``T | None``; an optional cell is an empty one."""
    if get_origin(hint) in (Union, types.UnionType):
        (bare,) = [arg for arg in get_args(hint) if arg is not types.NoneType]
        return bare
    return hint


def to_cell(value: Any) -> str:
    """Write a field's value as the text of a table cell; nothing is the empty cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case float():
            return format(value, ".4f")
        case date():
            return value.isoformat()
        case tuple() if value and isinstance(value[0], Box):
            return ";".join(str(box) for box in value)
        case tuple():
            return LIST_SEPARATOR.join(str(item).replace(";", ",") for item in value)
        case _:
            return str(value)


def from_cell(cell: str, kind: Any) -> Any:
    """Read a table cell back as the field type ``kind``.

    Raises:
        ValueError: the cell does not hold a value of that type.
    """
    if kind is str:
        return cell
    if get_origin(kind) is tuple:
        return _read_tuple(cell, get_args(kind)[0])
    if cell == "":
        return None
    return _READERS.get(kind, kind)(cell)


def _read_tuple(cell: str, item: Any) -> tuple[Any, ...]:
    """Read a list cell; an empty cell is an empty list."""
    if cell == "":
        return ()
    if item is Box:
        return tuple(Box.read(part) for part in cell.split(";"))
    return tuple(cell.split(LIST_SEPARATOR))


def _read_bool(cell: str) -> bool:
    """Read ``true`` or ``false``."""
    if cell not in {"true", "false"}:
        raise ValueError(f"neither true nor false: {cell!r}")
    return cell == "true"


_READERS: dict[Any, Callable[[str], Any]] = {
    bool: _read_bool,
    int: int,
    float: float,
    Decimal: Decimal,
    date: date.fromisoformat,
}


def is_code(kind: Any) -> bool:
    """Return whether a field type is a closed set of words."""
    return isinstance(kind, type) and issubclass(kind, StrEnum)
