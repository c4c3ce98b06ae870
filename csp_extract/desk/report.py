"""One report's record on a terminal."""

import json

from csp_extract.desk.query import write_csv
from csp_extract.records import ReportRecord, cells_of
from csp_extract.tables.cells import rows_of
from csp_extract.tables.schema import TABLES

_SHOWN = 100  # characters of a text on a line
_PROOF = frozenset(
    "page_end para section char_start char_end quote quote_start bbox text_source confidence"
    " source corrected".split()
)


def print_record(record: ReportRecord, form: str) -> str:
    """Return the record as text, as JSON, or as CSV with one line for every row of every table."""
    rows = rows_of(record.each())
    if form == "json":
        return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"
    if form == "csv":
        header = ["table", "row_id", "page", "para", "text", "quote"]
        lines = [
            (name, row[TABLES[name].key], row["page"], row["para"], row["text"], row["quote"])
            for name, table in rows.items()
            if name != "reports"
            for row in table
        ]
        return write_csv(header, lines)
    reports = (cells_of(paper.row).items() for paper in record.each())
    parts = [
        "\n".join("".join(f"{name}: {cell}\n" for name, cell in row if cell) for row in reports)
    ]
    for name, table in rows.items():
        if name != "reports" and table:
            parts.append(f"\n{name}\n" + "".join(_line(name, row) for row in table))
    return "".join(parts)


def _line(name: str, row: dict[str, str]) -> str:
    """Return a row on one line: page, words, and what they mean."""
    skipped = {TABLES[name].key, "report_id", "page", "text"} | _PROOF
    said = "; ".join(f"{key}={cell}" for key, cell in row.items() if cell and key not in skipped)
    text = row["text"].replace("\n", " ")[:_SHOWN]
    return f"  p{row['page']} {row['para']}: {text} [{said}]\n"
