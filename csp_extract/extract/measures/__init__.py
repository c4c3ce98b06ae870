"""Find the measures of a report."""

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import MeasureValue


def find_measures(reading: Reading) -> list[Found[MeasureValue]]:
    """Return the measures of the report, in order."""
    return []
