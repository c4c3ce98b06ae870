"""The data dictionary: every table and column with its meaning, from the records themselves."""

from collections.abc import Iterator

from csp_extract.records.column import Field, is_code
from csp_extract.tables.schema import CORRECTIONS, EVERY, Table, frictionless_type

_HEAD = """# The tables

Made by `python -m csp_extract.tables`; do not edit by hand. CSV is UTF-8 with a header row
and `LF` line ends. An empty cell means that the report does not say. Lists are parted by `; `.
"""


def write_dictionary() -> str:
    """Return the description of all tables as Markdown."""
    every = (*EVERY.values(), CORRECTIONS)
    return "\n".join([_HEAD, *(line for table in every for line in _lines(table))]) + "\n"


def _lines(table: Table) -> Iterator[str]:
    """Yield the description of one table."""
    yield f"## {table.name}.csv"
    yield ""
    yield f"One row for {table.meaning}."
    yield ""
    yield "| column | type | meaning |"
    yield "|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {frictionless_type(column.kind)} | {_meaning(column)} |"
    yield ""


def _meaning(column: Field) -> str:
    """Return the meaning of a column, its unit and the words that it may hold."""
    parts = [column.column.meaning]
    if column.column.unit:
        parts.append(f"({column.column.unit})")
    if is_code(column.kind):
        parts.append("— one of " + ", ".join(f"`{code}`" for code in column.kind))
    return " ".join(parts).replace("|", "\\|")
