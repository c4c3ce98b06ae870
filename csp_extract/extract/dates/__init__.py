"""Dates as UK public bodies write them."""

from csp_extract.extract.dates.find import find_dates, read_date
from csp_extract.extract.dates.grammar import FAMILY
from csp_extract.extract.dates.window import Window

FAMILIES = (FAMILY,)

__all__ = ["FAMILIES", "Window", "find_dates", "read_date"]
