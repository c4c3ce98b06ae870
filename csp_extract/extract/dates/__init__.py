"""Dates as UK public bodies write them."""

from dataclasses import dataclass
from datetime import date

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import DateValue


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which a report was drafted, as far as its words bound them."""

    earliest: date | None = None
    latest: date | None = None


def find_dates(reading: Reading) -> tuple[list[Found[DateValue]], Window]:
    """Return every date expression of the report in order, and its drafting window."""
    return [], Window()


def read_date(text: str) -> DateValue | None:
    """Return the first date expression of a text, read without context."""
    return None
