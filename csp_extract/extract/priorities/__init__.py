"""Find the priorities of a report."""

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import PriorityValue


def find_priorities(reading: Reading) -> list[Found[PriorityValue]]:
    """Return the priorities of the report, in order."""
    return []
