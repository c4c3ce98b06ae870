"""The words of ``lexicon.toml``, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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
    raw = tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text("utf-8"))
    return Lexicon(
        verbs={form: DecisionVerb(code) for form, code in raw["verbs"].items()},
        status=raw["status"],
        acts=tuple(raw["acts"]),
    )
