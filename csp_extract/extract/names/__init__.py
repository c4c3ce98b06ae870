"""Which words of a sentence name an initiative; learned from annotated text."""

from csp_extract.extract.names.sift import sift

__all__ = ["sift"]
