"""Records become tables: CSV, SQLite, texts and their description."""

from csp_extract.tables.cells import rows_across, rows_of
from csp_extract.tables.read import load_tables, read_corrections, read_last, read_rows
from csp_extract.tables.schema import ACROSS, EVERY, TABLES, Table
from csp_extract.tables.write import write_corrections, write_tables, write_texts

__all__ = [
    "ACROSS",
    "EVERY",
    "TABLES",
    "Table",
    "load_tables",
    "read_corrections",
    "read_last",
    "read_rows",
    "rows_across",
    "rows_of",
    "write_corrections",
    "write_tables",
    "write_texts",
]
