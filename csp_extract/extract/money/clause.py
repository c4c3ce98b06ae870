"""A clause with a sum, as those who look for payers and getters read it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.money.words import cues
from csp_extract.extract.organisations import Party

PAID_BY = re.compile(
    r"\b(?:found|met|paid for|funded|borne|contributed|covered|provided|shared|given|matched)\sby\b"
    r"|\b(?:contributions?|funding|money|contributed|grants?)\b[^.;]{0,40}\bfrom\b|\bcontribut\w+\b"
)
TELLING = re.compile(
    r"\b(?:informed|told|advised|heard|noted|reported|reminded|assured|observed"
    r"|asked (?:who|what|how|why|whether|if|to (?:approve|agree|note|consider|endorse)))\b"
)
# "the board has a delegated budget of", "the office held a fund of": whose money it is.
HOLDS = re.compile(
    r"\s(?:has|have|had|holds?|held)\s(?:an?|its own|their own|the)\s(?:[\w-]+\s){0,4}?"
    r"(?:budget|fund|allocation|allowance|grant)\sof\s(?:just\s|about\s|around\s|some\s|only\s)?$"
)
_FAR = 120  # characters: no verb governs a sum from further off


class Clause(NamedTuple):
    """The words of a clause, its sum in them, and the parties on either side of it."""

    text: str
    at: Span
    before: Sequence[Party]
    after: Sequence[Party]

    @property
    def head(self) -> str:
        """The words before the sum."""
        return self.text[: self.at.start]

    def up_to(self, party: Party) -> str:
        """Return the words between a party and the sum, on whichever side it stands."""
        if party.span.end <= self.at.start:
            return self.text[party.span.end : self.at.start]
        return self.text[self.at.end : party.span.start]

    def in_bracket(self) -> Party | None:
        """Return the party right before the bracket that the sum opens: "the Police (£900)"."""
        return next((party for party in self.before if self.up_to(party) == " ("), None)


def says(side: str, words: str) -> bool:
    """Return whether a verb of giving or getting stands among the words."""
    return len(words) < _FAR and bool(cues("parties", side).search(words))
