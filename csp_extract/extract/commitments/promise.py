"""What a rule reads in a sentence before dates and initiatives are tied to it."""

from dataclasses import dataclass

from csp_extract.extract.found import Span
from csp_extract.records import CommitmentModality, Strength


@dataclass(frozen=True, slots=True)
class Promise:
    """An act that somebody says will be done."""

    action: str  # base form of the verb, and the object in the words of the text
    owner: str
    modality: CommitmentModality | None  # empty where no word says in what manner
    strength: Strength | None
    clause: Span  # half-open characters of the text read


def show(promise: Promise) -> str:
    """Write a promise the way the examples do: ``owner: action (modality)``."""
    return f"{promise.owner or '-'}: {promise.action} ({promise.modality or '-'})"
