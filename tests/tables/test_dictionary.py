"""The dictionary in the docs is the one that the records give, and no column is without meaning."""

from pathlib import Path

from csp_extract.tables import TABLES
from csp_extract.tables.dictionary import write_dictionary

DOCS = Path(__file__).parents[2] / "docs" / "tables.md"


def test_docs_are_not_stale() -> None:
    """``python -m csp_extract.tables > docs/tables.md`` was called after the last change."""
    assert DOCS.read_text("utf-8") == write_dictionary()


def test_every_column_has_a_meaning() -> None:
    """A column that says nothing of itself is a column that nobody can use."""
    for table in TABLES.values():
        for column in table.columns:
            assert column.column.meaning, f"{table.name}.{column.name}"
