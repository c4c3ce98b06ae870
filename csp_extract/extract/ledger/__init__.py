"""The completeness ledger: nothing on a page that looks like data goes unaccounted for."""

from csp_extract.extract.ledger.find import find_candidates

__all__ = ["find_candidates"]
