"""Records become tables: CSV, SQLite, texts and their description."""

from csp_extract.tables.read import load_tables
from csp_extract.tables.schema import TABLES, Table
from csp_extract.tables.write import write_tables

__all__ = ["TABLES", "Table", "load_tables", "write_tables"]
