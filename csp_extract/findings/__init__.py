"""What an auditor should look at, derived from what a report says and from nothing else.

A family is a function from a record to its findings; each new one is added to ``FAMILIES``.
"""

from collections.abc import Callable, Iterator

from csp_extract.findings.money import money_findings
from csp_extract.records import Finding, ReportRecord

FAMILIES: tuple[Callable[[ReportRecord], Iterator[Finding]], ...] = (money_findings,)


def findings_of(record: ReportRecord) -> list[Finding]:
    """Return the findings of one report, by family and place; none is told twice."""
    found = {finding.finding_id: finding for family in FAMILIES for finding in family(record)}
    return list(found.values())


__all__ = ["FAMILIES", "findings_of"]
