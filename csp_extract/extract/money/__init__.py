"""Sums of money as UK public bodies write them."""

from csp_extract.extract.money.find import find_amounts
from csp_extract.extract.money.payments import with_payments
from csp_extract.extract.money.rules import FAMILY

FAMILIES = (FAMILY,)

__all__ = ["FAMILIES", "find_amounts", "with_payments"]
