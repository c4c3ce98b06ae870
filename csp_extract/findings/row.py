"""A finding with its id."""

import hashlib
from collections.abc import Mapping

from csp_extract.records import FindingKind, FindingRow, Severity

Row = Mapping[str, str]


def finding(
    report_id: str, kind: FindingKind, severity: Severity, message: str, row_ids: tuple[str, ...]
) -> FindingRow:
    """Return a finding that one report shows by itself, its id a hash of kind and rows."""
    name = "|".join((report_id, kind, *row_ids))
    digest = hashlib.sha256(name.encode()).hexdigest()
    return FindingRow(f"f{digest[:12]}", kind, severity, "", report_id, message, row_ids)
