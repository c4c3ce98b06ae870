"""What is learned from annotated text: weights over the words of a sequence, and their decoder."""

from csp_extract.extract.learned.chain import Chain, Items
from csp_extract.extract.learned.part import Part

__all__ = ["Chain", "Items", "Part"]
