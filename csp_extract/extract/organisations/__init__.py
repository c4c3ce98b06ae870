"""Organisations and offices, as far as the fields of other families need them."""

from csp_extract.extract.organisations.acronyms import acronyms_of
from csp_extract.extract.organisations.parties import Party, PartyKind, parties_in

__all__ = ["Party", "PartyKind", "acronyms_of", "parties_in"]
