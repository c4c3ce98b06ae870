"""Cells as files have them: the guard against formulas, and rows in their order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from csp_extract.records import ReportRecord, cells_of
from csp_extract.tables.schema import ACROSS, TABLES

Row = dict[str, str]

# What makes a spreadsheet run a cell, and the wide forms that some take for the same. A cell that
# already has guards before such a character gets one more, so that taking one off is exact.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?")
LAST = "9999"  # a report without a meeting date comes after those with one


def guard(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula; numbers are left alone."""
    if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def unguard(cell: str) -> str:
    """Return the cell without the guard."""
    return cell[1:] if _GUARDED.match(cell) else cell


def report_key(row: Row) -> tuple[str, str, str, int, str]:
    """Return the place of a report among others: body, meeting date, id, path.

    The papers of a pack stand in the order of their pages.
    """
    report_id = row["part_of"] or row["report_id"]
    page = int(row["page_from"]) if row["part_of"] else 0
    return row["body"], row["meeting_date"] or LAST, report_id, page, row["path"]


def rows_of(records: Iterable[ReportRecord]) -> dict[str, list[Row]]:
    """Return the rows of every table in the order of the contract."""
    pairs = [(cells_of(record.row), record) for record in records]
    pairs.sort(key=lambda pair: report_key(pair[0]))
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    rows["reports"] = [row for row, _ in pairs]
    for _, record in pairs:
        for name, table in TABLES.items():
            if name != "reports":
                rows[name].extend(_mention_rows(record, name, table.key))
    return rows


def rows_across(found: Mapping[str, Sequence[Any]]) -> dict[str, list[Row]]:
    """Return the rows of the tables across reports, each table in one order for one content."""
    return {name: [cells_of(record) for record in found.get(name, ())] for name in ACROSS}


def _mention_rows(record: ReportRecord, name: str, key: str) -> list[Row]:
    """Return the rows of one report in one table, by page, place and id."""
    mentions = sorted(
        record.of(name),
        key=lambda mention: (
            mention.provenance.page,
            mention.provenance.char_start,
            mention.mention_id,
        ),
    )
    return [
        {
            key: mention.mention_id,
            **cells_of(mention.value),
            **cells_of(mention.provenance),
        }
        for mention in mentions
    ]
