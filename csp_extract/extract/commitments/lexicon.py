"""The words of ``lexicon.toml``, read once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from csp_extract.data import read_data


@dataclass(frozen=True, slots=True)
class Scope:
    """A cue that turns a promise into something else, as far as it reaches."""

    kind: str
    pattern: re.Pattern[str]
    is_forward: bool  # the promise stands after the cue
    reach: int  # characters
    ends_at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs in their base form, heads of columns, and scopes; all in lower case."""

    happens: frozenset[str]
    states: frozenset[str]
    fates: frozenset[str]
    under_way: frozenset[str]
    ready: frozenset[str]
    minds: frozenset[str]
    purposes: frozenset[str]
    somebody: frozenset[str]
    acts: frozenset[str]
    ahead: re.Pattern[str]
    columns: Mapping[str, frozenset[str]]
    bases: Mapping[str, str]
    scopes: tuple[Scope, ...]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of commitments."""
    raw = read_data(__package__)
    sets = {
        name: frozenset(raw[name].split())
        for name in (
            "happens",
            "states",
            "fates",
            "under_way",
            "ready",
            "minds",
            "purposes",
            "somebody",
            "acts",
        )
    }
    ahead = [line for lines in raw["ahead"].strip().splitlines() for line in lines.split("|")]
    return Lexicon(
        **sets,
        ahead=_any_of(ahead),
        columns={name: frozenset(words.split()) for name, words in raw["columns"].items()},
        bases=raw["bases"],
        scopes=tuple(
            Scope(
                kind=scope["kind"],
                pattern=_any_of(scope["words"]),
                is_forward=scope["direction"] == "forward",
                reach=scope["reach"],
                ends_at=tuple(scope["ends_at"]),
            )
            for scope in raw["scopes"]
        ),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of the phrases as whole words, longest first."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)
