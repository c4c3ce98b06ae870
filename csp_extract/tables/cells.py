"""Cells as files have them: the guard against formulas, and rows in their order."""

from collections.abc import Iterable

from csp_extract.records import ReportRecord, cells_of
from csp_extract.tables.schema import TABLES

Row = dict[str, str]

_FORMULA = frozenset("=+-@\t\r")
_NUMERIC = frozenset("0123456789.-+")
LAST = "9999"  # a report without a meeting date comes after those with one


def guard(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula; numbers are left alone."""
    if cell[:1] not in _FORMULA or (len(cell) > 1 and set(cell) <= _NUMERIC):
        return cell
    return f"'{cell}"


def unguard(cell: str) -> str:
    """Return the cell without the guard."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA and cell[1:] else cell


def report_key(row: Row) -> tuple[str, str, str, str]:
    """Return the place of a report among others: body, meeting date, id, path."""
    return row["body"], row["meeting_date"] or LAST, row["report_id"], row["path"]


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
