"""Rows found again: by their id, and where an upgrade changed it, by their report and words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from csp_extract.records import MENTION_TABLES, Correction, folded

Row = Mapping[str, str]
Key = tuple[str, str]  # table and id


def key_column(table: str) -> str:
    """Return the column that holds the ids of a mention table."""
    return {"priorities": "priority_id"}.get(table, f"{table.removesuffix('s')}_id")


class Shelf:
    """The rows of the mention tables, as corrections look them up."""

    def __init__(self, rows: Mapping[str, Sequence[Row]]) -> None:
        self.rows: dict[Key, Row] = {
            (table, row[key_column(table)]): row
            for table in MENTION_TABLES
            for row in rows.get(table, ())
        }

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, str, str], list[str]]:
        """The ids of the rows by table, report and folded words."""
        found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for (table, row_id), row in self.rows.items():
            found[table, row["report_id"], folded(row["text"])].append(row_id)
        return found

    def row_of(self, correction: Correction) -> str:
        """Return the id of the row that a correction is about, nothing where it is gone."""
        named = correction.report_id, correction.page, correction.text
        return self._find(correction.table, correction.row_id, *named)

    def other_of(self, correction: Correction) -> str:
        """Return the id of the other row of a judgement, nothing where it is gone."""
        named = correction.other_report, correction.other_page, correction.other_text
        return self._find(correction.table, correction.other_id, *named)

    def _find(self, table: str, row_id: str, report_id: str, page: str, text: str) -> str:
        """Return the row of an id, else the only one with its words: in the report, on the page."""
        if (table, row_id) in self.rows:
            return row_id
        found = self._by_words.get((table, report_id, folded(text)), []) if text else []
        if len(found) > 1:
            found = [one for one in found if self.rows[table, one]["page"] == page]
        return found[0] if len(found) == 1 else ""
