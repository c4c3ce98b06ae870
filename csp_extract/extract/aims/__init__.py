"""Which lines and lists within sentences are priorities; learned from annotated text."""

from csp_extract.extract.aims.sift import sift

__all__ = ["sift"]
