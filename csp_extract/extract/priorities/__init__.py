"""Lists of priorities: whose, in which order, for which years."""

from csp_extract.extract.priorities.find import find_priorities
from csp_extract.extract.priorities.rules import FAMILY

FAMILIES = (FAMILY,)

__all__ = ["FAMILIES", "find_priorities"]
