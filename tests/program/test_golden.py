"""Whole tables of one small report, as they were last read by a person.

``CSP_EXTRACT_REWRITE_GOLDEN=1`` writes them anew; the test fails while it is set.
"""

import csv
import os
from pathlib import Path

import pytest

from csp_extract.tables import EVERY
from csp_extract.tables.read import read_rows

GOLDEN = Path(__file__).parents[1] / "golden" / "westhaven"
IS_REWRITING = "CSP_EXTRACT_REWRITE_GOLDEN" in os.environ
LEARNED = {"links", "track_mentions"}  # their scores change whenever weights are learned anew
UNSAID = {"source"}  # which rule found a row may change without the row changing


@pytest.mark.parametrize("name", [name for name in EVERY if name not in LEARNED])
def test_table_is_as_read(out: Path, name: str) -> None:
    """Every cell of the table is the one that was checked against the page."""
    header = [column for column in EVERY[name].header if column not in UNSAID]
    rows = [
        {column: cell for column, cell in row.items() if column not in UNSAID}
        for row in read_rows(out, name)
    ]
    file = GOLDEN / f"{name}.csv"
    if IS_REWRITING:
        with file.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, header, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    with file.open(encoding="utf-8", newline="") as handle:
        assert rows == list(csv.DictReader(handle))
    assert not IS_REWRITING, "tables were written anew: look at the difference, unset the flag"
