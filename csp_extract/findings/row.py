"""A finding with its id."""

from collections.abc import Mapping

from csp_extract.records import FindingKind, FindingRow, Severity, id_of

Row = Mapping[str, str]


def finding(
    report_id: str, kind: FindingKind, severity: Severity, message: str, row_ids: tuple[str, ...]
) -> FindingRow:
    """Return a finding that one report shows by itself, its id a hash of kind and rows."""
    name = id_of("f", report_id, kind, *row_ids)
    return FindingRow(name, kind, severity, "", report_id, message, row_ids)
