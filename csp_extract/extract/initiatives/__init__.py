"""Find the initiatives of a report."""

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import InitiativeValue


def find_initiatives(reading: Reading) -> list[Found[InitiativeValue]]:
    """Return the initiatives of the report, in order."""
    return []
