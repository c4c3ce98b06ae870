"""Find the commitments of a report."""

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import CommitmentValue


def find_commitments(reading: Reading) -> list[Found[CommitmentValue]]:
    """Return the commitments of the report, in order."""
    return []
