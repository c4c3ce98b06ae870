"""Find the decisions of a report."""

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import DecisionValue


def find_decisions(reading: Reading) -> list[Found[DecisionValue]]:
    """Return the decisions of the report, in order."""
    return []
