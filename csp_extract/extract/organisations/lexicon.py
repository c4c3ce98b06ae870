"""The words of ``lexicon.toml``, read once."""

from dataclasses import dataclass
from functools import cache

from csp_extract.data import read_data


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Head nouns and names, all in lower case but the known names and their abbreviations."""

    organisation_heads: frozenset[str]
    role_heads: frozenset[str]
    continued_by_of: frozenset[str]
    compounds: tuple[str, ...]  # known names with an "and" or a comma among them
    known: dict[str, str]  # name or abbreviation as printed -> full name
    common_organisations: tuple[str, ...]
    common_roles: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of organisations."""
    raw = read_data(__package__)
    known = {name: name for name in raw["known"]}
    joined = [name.casefold() for name in known if " and " in name]
    known |= {short: name for name, shorts in raw["known"].items() for short in shorts}
    return Lexicon(
        organisation_heads=frozenset(raw["organisation_heads"]),
        role_heads=frozenset(raw["role_heads"]),
        continued_by_of=frozenset(raw["continued_by_of"]),
        compounds=(*raw["compounds"], *joined),
        known=known,
        common_organisations=tuple(raw["common"]["organisation"]),
        common_roles=tuple(raw["common"]["role"]),
    )
