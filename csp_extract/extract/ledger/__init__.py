"""The completeness ledger: nothing on a page that looks like data goes unaccounted for."""

from csp_extract.extract.ledger.find import Balance, balance_by_page, find_candidates

__all__ = ["Balance", "balance_by_page", "find_candidates"]
