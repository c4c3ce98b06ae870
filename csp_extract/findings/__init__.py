"""What an auditor should look at within one report, derived from its rows and nothing else.

A family is a function from the rows of one table of a report, and its row of reports.csv, to its
findings; each new one is added to ``FAMILIES``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from csp_extract.findings.dates import date_findings
from csp_extract.findings.money import money_findings
from csp_extract.findings.row import Row
from csp_extract.records import FindingRow

FAMILIES: Mapping[str, Callable[[Sequence[Row], Row], Iterator[FindingRow]]] = {
    "dates": date_findings,
    "amounts": money_findings,
}


def findings_within(rows: Mapping[str, Sequence[Row]]) -> list[FindingRow]:
    """Return the findings of every report, in the order of the reports and of their rows.

    ``rows`` are the cells of reports.csv and of the mention tables by name.
    """
    reports = {row["report_id"]: row for row in rows.get("reports", ())}
    found: dict[str, FindingRow] = {}
    for table, family in FAMILIES.items():
        by_report: dict[str, list[Row]] = {}
        for row in rows.get(table, ()):
            by_report.setdefault(row["report_id"], []).append(row)
        for report_id, own in by_report.items():
            report = reports.get(report_id, {})
            found.update({one.finding_id: one for one in family(own, report)})
    return list(found.values())


__all__ = ["FAMILIES", "findings_within"]
