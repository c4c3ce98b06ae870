"""The words of ``lexicon.toml``, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from csp_extract.data import read_data
from csp_extract.records import Direction


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of direction, of count and of what was done, and heads of columns, in lower case."""

    directions: Mapping[str, Direction]
    counted: frozenset[str]
    outputs: frozenset[str]
    uncounted: frozenset[str]
    labels: frozenset[str]
    links: tuple[str, ...]
    no_figure: frozenset[str]
    rag_heads: frozenset[str]
    change_heads: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of measures."""
    raw = read_data(__package__)
    directions = {word: code for code in Direction for word in raw[code.value].split()}
    nouns = raw["counted"].split()
    return Lexicon(
        directions=directions,
        counted=frozenset({*nouns, *(f"{noun}s" for noun in nouns)}),
        outputs=frozenset(raw["outputs"].split()),
        uncounted=frozenset(raw["uncounted"].split()),
        labels=frozenset(raw["labels"].split()),
        links=tuple(sorted(set(raw["links"].split()))),
        no_figure=frozenset(raw["no_figure"].split()),
        rag_heads=frozenset(raw["rag_heads"].split()),
        change_heads=frozenset(raw["change_heads"].split()),
    )


def direction_of(word: str) -> Direction | None:
    """Return which way a word says that a figure moved, or ``None``."""
    return lexicon().directions.get(word.casefold())
