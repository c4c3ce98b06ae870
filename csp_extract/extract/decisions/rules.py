"""How a resolution or recommendation opens in a sentence: all rules, and their reader."""

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from csp_extract.extract.decisions.asked_for import ASKED
from csp_extract.extract.decisions.made import MADE
from csp_extract.extract.decisions.motions import MOTIONS
from csp_extract.extract.decisions.openings import Opening
from csp_extract.extract.decisions.verbs import verb_of
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Family, Reads, Rule
from csp_extract.extract.sieve import Sieve

RULES: tuple[Rule[str, Opening], ...] = (*ASKED, *MOTIONS, *MADE)
_WORTH_TRYING = Sieve(RULES)

# "The board agreed to" and "it was agreed that" decide in minutes, "I have approved" in the record
# of a decision; elsewhere they tell of another meeting.
IN_MINUTES = frozenset(
    {
        "body agreed",
        "body resolved",
        "it was resolved that",
        "was noted",
        "recommendation moved",
        "proposed and agreed",
        "councillor moved that",
    }
)
IN_RECORDS = frozenset({"one person decided", "to award"})
_TOLD = IN_MINUTES | IN_RECORDS


def read_opening(sentence: str, barred: Collection[str] = ()) -> Opening | None:
    """Return how a sentence introduces a decision, or ``None``; barred rules are not tried."""
    return _opening(sentence, frozenset(barred))


@lru_cache(maxsize=8192)  # asked by decisions and by commitments, of every sentence
def _opening(sentence: str, barred: frozenset[str]) -> Opening | None:
    plain = sentence.replace("\n", " ")
    for rule in _WORTH_TRYING(plain):
        match = None if rule.name in barred else rule.pattern.search(plain)
        if match is not None:
            return rule.value(match, plain)
    return None


def is_told_of(sentence: str) -> bool:
    """Return whether a sentence tells what a meeting or a person did: "The Panel noted it"."""
    opening = read_opening(sentence)
    return opening is not None and opening.rule in _TOLD


def read(sentence: str) -> list[Reads[Opening]]:
    """Return the decision of a sentence, from its introduction to its last word."""
    opening = read_opening(sentence)
    if opening is None or opening.is_open:
        return []
    end = opening.end or len(sentence.rstrip(" .;"))
    verb = opening.verb or verb_of(sentence[opening.act : end], opening.how)
    return [Reads(Span(opening.start, end), replace(opening, verb=verb), opening.rule)]


def show(opening: Opening) -> str:
    """Write a decision the way the examples do: its verb."""
    return str(opening.verb)


FAMILY: Family[str, Opening] = Family("decisions", RULES, read, show)
