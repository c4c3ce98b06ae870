"""What a report says of itself."""

from csp_extract.extract.masthead.about import read_about

__all__ = ["read_about"]
