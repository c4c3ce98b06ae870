"""Who is named in a piece of text: bodies by their head noun, offices, and common nouns for both.

A run of capitalised words is a party if it ends in a head noun ("Harbour District Council"), if it
is a known name or abbreviation, or if the report itself explains it. Lower-case subjects of
officialese ("officers", "the partnership") are parties too.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from csp_extract.extract.alternatives import one_of
from csp_extract.extract.found import Span
from csp_extract.extract.organisations.lexicon import lexicon

_CAP = r"[A-Z][\w'’&.\-]{0,30}(?<!\.)"
_LINK = r"(?:of|and|for|the|in|&|OF|AND|FOR|THE|IN)"
# Capitalised words with at most three small ones between: a name, or a list of names.
_RUN = re.compile(rf"\b{_CAP}(?:,? (?:{_LINK} ){{0,3}}{_CAP}){{0,60}}")
_AND = re.compile(r",? (?:and|AND|&) |, ")
# What a title says of a body, and what opens a sentence before one, is no part of its name.
_BEFORE = re.compile(
    r"(?:(?:In|For|From|By|At|With|Under|To|On|After|Before|Through|Within) (?=the |The )"
    r"|(?:Since|Following|Although|While|Whilst|When|During|Until|Because|And|But) )?"
    r"(?:(?:The|the) (?=(?:Work|Future|Role|Performance|Remit|Impact|Governance) of ))?"
    r"(?:(?:Report|REPORT|Minutes|MINUTES|Work|Future|Role|Performance|Remit|Impact|Governance|Review"
    r"|Progress|Update) (?:of|OF|by|BY|on|with) )?"
    r"(?:(?:The|THE|the|A|An|Our|Their|This|That|Both) )?"
)
_OF_THE = re.compile(r"\b(?:of|OF|with|by) (?:the|THE) (?=[A-Z])")
_OWNS = re.compile(r"['’]s?$")
_MAY_OWN = frozenset("'’s")  # what a name with such an ending ends in
_PUBLIC = frozenset({"constabulary", "council", "police"})
_NOTHING: Mapping[str, str] = MappingProxyType({})


class PartyKind(StrEnum):
    """A body, or the office of a person."""

    ORGANISATION = "organisation"
    ROLE = "role"


class Party(NamedTuple):
    """A body or an office named in a text; ``is_common`` where only a common noun names it."""

    span: Span  # half-open characters of the text searched, without article or bracket
    name: str
    kind: PartyKind
    is_common: bool = False


def parties_in(text: str, own: Mapping[str, str] = _NOTHING) -> list[Party]:
    """Return the parties named in the text, in order, none overlapping another.

    ``own`` holds the abbreviations that the report explains (:func:`acronyms_of`); those whose
    full name is a party's are parties as well.
    """
    return list(_parties(text, tuple(own.items())))


@lru_cache(maxsize=1024)  # each family asks for the parties of the same sentences
def _parties(text: str, acronyms: tuple[tuple[str, str], ...]) -> tuple[Party, ...]:
    own = dict(acronyms)
    named = [party for run in _RUN.finditer(text) for party in _named(text, run, own)]
    common = [
        Party(Span(*match.span()), match[0], _common_kind(match[0].casefold()), is_common=True)
        for match in _common_pattern().finditer(text)
        if not any(party.span.overlaps(Span(*match.span())) for party in named)
    ]
    return tuple(sorted(named + common))


def _named(text: str, run: re.Match[str], own: Mapping[str, str]) -> Iterator[Party]:
    """Yield the parties of one run of capitalised words."""
    start = run.start()
    for end, following in _pieces(run):
        before = _BEFORE.match(text, start, end)
        start = _after_title(text, before.end() if before else start, end)
        yield from _party(text, start, end, own)
        start = following


def _after_title(text: str, start: int, end: int) -> int:
    """Return where a name begins in the capitals of a title: "Review of the Harbour Partnership".

    What stands before "of the" is part of the name only where it names a body or an office.
    """
    for joint in _OF_THE.finditer(text, start, end):
        if not _holds_party(text[start : joint.start()].split()):
            return joint.end()
    return start


def _pieces(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where each name of a run ends and the next begins: lists and pairs come apart."""
    text, start = run.string, run.start()
    for joint in _AND.finditer(run.string, run.start(), run.end()):
        if joint.start() <= start:
            continue
        if _parts_names(text, start, joint, run.end()):
            yield joint.start(), joint.end()
            start = joint.end()
    yield run.end(), run.end()


def _parts_names(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Return whether an "and" or a comma stands between two names rather than inside one."""
    around = text[start:end].casefold()
    place = joint.start() - start
    for compound in lexicon().compounds:
        found = around.find(compound)
        if found != -1 and found <= place < found + len(compound):
            return False
    left, right = text[start : joint.start()].split(), text[joint.end() : end].split()
    if _is_office_of(left) and not _holds_party(right):
        return False  # "Director of Housing, Planning and Leisure"
    if joint[0] == ", " or _is_public_body(right):
        return True
    return _kind_of(left, is_whole=True) is not None and _holds_party(right)


def _is_public_body(words: list[str]) -> bool:
    """Return whether the words begin with the name of a council or a force: "Kent Police"."""
    return any(word.casefold() in _PUBLIC for word in words[1:4])


def _holds_party(words: list[str]) -> bool:
    """Return whether a head noun or a known name stands among the words."""
    lex = lexicon()
    heads = lex.organisation_heads | lex.role_heads
    return any(word.casefold().rstrip(",.") in heads or word in lex.known for word in words)


def _party(text: str, start: int, end: int, own: Mapping[str, str]) -> Iterator[Party]:
    """Yield the party of a name, cut back to the last word that can end one."""
    words = list(re.finditer(r"\S+", text[start:end]))
    for count in range(len(words), 0, -1):
        plain = [word[0] for word in words[:count]]
        stop = start + words[count - 1].end()
        name = _without_s(text[start:stop].rstrip(","))
        kind = _kind_of(plain, own=own)
        if kind is not None:
            if _is_office_of(plain):
                name = _known_in(text[start:end])  # "Director of Customers and Community"
            yield Party(Span(start, start + len(name)), name, kind)
            return


def _known_in(name: str) -> str:
    """Return the known name that a name begins with, or else all of it."""
    begun = (known for known in lexicon().known if name.startswith(f"{known} "))
    return max(begun, key=len, default=name)


def _without_s(name: str) -> str:
    """Return a name without the ending of what belongs to it: "the Council's"."""
    return _OWNS.sub("", name) if name[-1:] in _MAY_OWN else name


def _is_office_of(words: list[str]) -> bool:
    """Return whether "of" or "for" follows the head noun, and so belongs to the name."""
    plain = [word.casefold() for word in words]
    return any(
        word in {"of", "for"} and plain[place] in lexicon().continued_by_of
        for place, word in enumerate(plain[1:])
    )


def _kind_of(
    words: list[str], *, own: Mapping[str, str] = _NOTHING, is_whole: bool = False
) -> PartyKind | None:
    """Return what sort of party the words name, or ``None``.

    A lone head noun names nobody, unless it is one of the known names.
    """
    lex, name = lexicon(), _without_s(" ".join(words).rstrip(","))
    if name in own:
        return _kind_by_head(own[name].split())
    if name in lex.known:
        return _kind_by_head(lex.known[name].split()) or PartyKind.ORGANISATION
    if len(words) < 2 and not is_whole:
        return PartyKind.ORGANISATION if _is_lone_body(name) else None
    return _kind_by_head(words)


def _is_lone_body(name: str) -> bool:
    """Return whether a single capitalised word is the short name of a body: "the Council"."""
    return name.casefold() in {"council", "partnership", "commissioner", "board", "committee"}


def _kind_by_head(words: list[str]) -> PartyKind | None:
    """Return the kind that the head noun says: the last word, or the one before "of" or "for"."""
    lex = lexicon()
    head = _head(words)
    if head in lex.role_heads:
        return PartyKind.ROLE
    return PartyKind.ORGANISATION if head in lex.organisation_heads else None


def _head(words: list[str]) -> str:
    """Return the head noun in lower case."""
    plain = [_without_s(word.casefold().rstrip(",.")) for word in words]
    for place, word in enumerate(plain[1:], 1):
        if word in {"of", "for"} and plain[place - 1] in lexicon().continued_by_of:
            return plain[place - 1] if place < len(plain) - 1 else ""
    return plain[-1]


@cache
def _common_pattern() -> re.Pattern[str]:
    """Return the pattern of the common nouns, longest first; a compound's part is no match."""
    lex = lexicon()
    words = sorted((*lex.common_organisations, *lex.common_roles), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{one_of(words)})(?![\w-])", re.IGNORECASE)


def _common_kind(word: str) -> PartyKind:
    """Return whether a common noun names a body or an office."""
    is_role = word in lexicon().common_roles
    return PartyKind.ROLE if is_role else PartyKind.ORGANISATION
