"""Initiatives: what somebody delivers, named or clearly marked off."""

from csp_extract.extract.initiatives.find import find_initiatives
from csp_extract.extract.initiatives.rules import FAMILY

FAMILIES = (FAMILY,)

__all__ = ["FAMILIES", "find_initiatives"]
