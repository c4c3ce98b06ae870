"""An initiative while its mentions are gathered, and the sentences that say something of it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage


class Clause(NamedTuple):
    """A sentence that says something of an initiative, and where it names it."""

    passage: Passage
    span: Span  # in the passage; empty at its start where the sentence only takes the thing up
    noun: str = ""  # the noun that takes the thing up: "The scheme"

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.passage.text


@dataclass
class Thing:
    """An initiative while its mentions are gathered."""

    span: Span
    name: str
    rule: str
    lead_in: str = ""
    aliases: list[str] = field(default_factory=list)
    mentions: list[Clause] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)  # of the other names that were read
    taken_up: list[Clause] = field(default_factory=list)  # "It", "The scheme" right after
    after: list[Clause] = field(default_factory=list)  # what else its paragraph says, of it alone

    @property
    def clauses(self) -> list[Clause]:
        """The sentences that are surely about it."""
        return [*self.mentions, *self.taken_up]
