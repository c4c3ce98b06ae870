"""What a clause does in its paper: decide, promise, measure; learned from annotated text."""

from csp_extract.extract.roles.weigh import weigh

__all__ = ["weigh"]
