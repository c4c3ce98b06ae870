"""What is learned from annotated text: weights over the words of a sequence, and their decoder."""

from csp_extract.extract.learned.chain import Chain, Items
from csp_extract.extract.learned.part import Part
from csp_extract.extract.learned.rule import is_learned, rule_of

__all__ = ["Chain", "Items", "Part", "is_learned", "rule_of"]
