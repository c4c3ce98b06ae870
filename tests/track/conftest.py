"""A small archive as rows of tables, made by hand."""

from collections.abc import Callable
from typing import Any

import pytest

Row = dict[str, str]
Rows = dict[str, list[Row]]


class Archive:
    """Rows of reports and mentions, and the texts of the reports."""

    def __init__(self) -> None:
        self.rows: Rows = {
            name: [] for name in "reports initiatives priorities amounts commitments dates".split()
        }
        self.texts: dict[str, str] = {}

    def report(self, day: str, text: str = "", **cells: str) -> str:
        """Add a report of a meeting and return its id."""
        kind = cells.get("kind", "report")
        report_id = f"{day}-{kind}"
        about = dict.fromkeys("partnership committee duplicate_of path title".split(), "")
        self.rows["reports"].append(
            {**about, "body": "Harbour Council", "meeting_date": day, "kind": kind, **cells,
             "report_id": report_id}
        )  # fmt: skip
        self.texts[report_id] = text
        return report_id

    def mention(self, table: str, report_id: str, text: str, **cells: str) -> str:
        """Add a mention and return its id."""
        key = {"dates": "date_id", "amounts": "amount_id", "initiatives": "initiative_id",
               "priorities": "priority_id", "commitments": "commitment_id"}[table]  # fmt: skip
        place = len(self.rows[table])
        row_id = f"{table[0]}{place}"
        row = {key: row_id, "report_id": report_id, "text": text, "quote": text}
        self.rows[table].append({**row, "char_start": str(place), **cells})
        return row_id


@pytest.fixture
def archive() -> Archive:
    """Return an empty archive."""
    return Archive()


Make = Callable[..., Any]
