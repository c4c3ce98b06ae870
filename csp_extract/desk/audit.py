"""What an auditor should look at, the gravest first."""

from collections.abc import Iterator
from pathlib import Path

from csp_extract.records import Severity
from csp_extract.tables.read import read_rows


def audit(out: Path, kind: str = "") -> Iterator[str]:
    """Yield the findings of OUT as lines: how soon to look, what it is, where, and the sentence.

    Raises:
        WrongCallError: OUT holds no tables.
    """
    paths = {row["report_id"]: row["path"] for row in read_rows(out, "reports")}
    rows = [row for row in read_rows(out, "findings") if kind in {"", row["kind"]}]
    grave = list(Severity)
    for row in sorted(rows, key=lambda row: grave.index(Severity(row["severity"]))):
        where = paths.get(row["report_id"], "")
        yield f"{row['severity']:<7} {row['kind']:<20} {where}: {row['message']} [{row['row_ids']}]"
