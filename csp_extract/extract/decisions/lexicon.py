"""The words of ``lexicon.toml``, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from csp_extract.data import read_data
from csp_extract.records import DecisionVerb


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs of decision and words of status, in lower case."""

    verbs: Mapping[str, DecisionVerb]
    status: Mapping[str, str]
    acts: tuple[str, ...]  # base forms that open what a committee is asked to do


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of decisions."""
    raw = read_data(__package__)
    return Lexicon(
        verbs={form: DecisionVerb(code) for form, code in raw["verbs"].items()},
        status=raw["status"],
        acts=tuple(raw["acts"]),
    )
