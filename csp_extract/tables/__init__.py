"""Records become tables: CSV, SQLite, texts and their description."""

from csp_extract.tables.cells import rows_across, rows_of
from csp_extract.tables.read import load_tables
from csp_extract.tables.schema import ACROSS, EVERY, TABLES, Table
from csp_extract.tables.write import write_tables, write_texts

__all__ = [
    "ACROSS",
    "EVERY",
    "TABLES",
    "Table",
    "load_tables",
    "rows_across",
    "rows_of",
    "write_tables",
    "write_texts",
]
