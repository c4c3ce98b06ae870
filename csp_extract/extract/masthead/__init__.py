"""What a report says of itself."""

from csp_extract.extract.reading import Reading
from csp_extract.records import About


def read_about(reading: Reading) -> About:
    """Return what the report says of itself."""
    return About()
