"""Findings are printed worst first."""

from pathlib import Path

from csp_extract.desk.audit import audit
from csp_extract.tables import write_tables


def test_gravest_first(tmp_path: Path) -> None:
    """The order is by severity; one kind can be asked for."""
    rows = [
        {"finding_id": f"f{nth}", "kind": kind, "severity": severity, "track_id": "",
         "report_id": "", "message": f"message {nth}", "row_ids": "d1"}
        for nth, (kind, severity) in enumerate(
            (("silent", "low"), ("date_moved", "high"), ("silent", "medium"))
        )
    ]  # fmt: skip
    write_tables({"findings": rows}, tmp_path)
    assert [line.split()[0] for line in audit(tmp_path)] == ["high", "medium", "low"]
    assert [line.split("message ")[1][0] for line in audit(tmp_path, "silent")] == ["2", "0"]
