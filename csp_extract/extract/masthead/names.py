"""Whose paper it is: the body and the partnership, by where and how often they are named."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from csp_extract.extract.organisations import parties_in
from csp_extract.records.year import MONTH_NAMES

_BODY = re.compile(
    r"(?:District|Borough|City|County|County Borough|Metropolitan|Unitary|Town)? ?Council$"
    r"|Fire (?:and Rescue )?Authority$|^Office of (?:the )?Police|Combined Authority$"
    r"|Police and Crime Commissioner$|Fire and Crime Commissioner$|Police Authority$"
    r"|^Council of the|Corporation$|Comhairle|^(?:(?:London|Royal|Metropolitan) )?Borough of",
    re.IGNORECASE,
)
# A panel of several councils is the body of its papers where none of them is.
_PANEL = re.compile(r"\bPolice(?:,| and|,? fire and| &) Crime Panel$", re.IGNORECASE)
_PARTNERSHIP = re.compile(
    r"Safety (?:and \w+ )?(?:Partnership|Alliance)$|Community Safety (?:and \w+ )?(?:Board|Forum)$"
    r"|Public Protection (?:Partnership|Board)$|^Safer [A-Z]\w+ Communities$"
    r"|Crime (?:and Disorder )?(?:Reduction )?Partnership$"
    r"|Stronger Communities (?:Partnership|Board)$"
    r"|^Safe [A-Z]\w+(?: [A-Z]\w+)? Partnership$"
    r"|\bSafer (?!Neighbourhood)[\w’'& -]{2,60}(?:Partnership|Alliance|Board|Group|Forum)$",
    re.IGNORECASE,
)
_MINIMUM = 2  # a council named once in passing is not the author of the paper
# "Community Safety Partnership" may be anybody's; "Full Council" is a meeting.
_NOBODY = frozenset(
    "the full our a community safety safer partnership partnerships board district borough city"
    " county town parish metropolitan unitary welsh local council councils police fire crime and"
    " commissioner authority london royal refreshed draft new proposed joint annual".split()
)
_LEADING = re.compile(r"^(?:refreshed|draft|new|proposed|joint|annual|the|full) ", re.IGNORECASE)
# "the minutes of the 18 October Safety Forum": its day is no part of its name.
_MONTH = re.compile(rf"^(?:{MONTH_NAMES})\s")
_PERSON = re.compile(r"(?:vice-?|deputy )?(?:chair|head|manager|director|leader)", re.IGNORECASE)
_BOROUGH = re.compile(
    r"\b(?:(?:London|Royal|Metropolitan) |(?<!\bthe ))Borough of "
    r"(?:[A-Z][\w’'-]+(?: (?:and|upon) (?=[A-Z])| (?=[A-Z]))?){1,5}"
    r"|\b(?:(?:LONDON|ROYAL|METROPOLITAN) )?BOROUGH OF [A-Z][A-Z’'& -]{2,40}[A-Z]\b"
)
# Who is heard at a meeting is not the meeting: "Presentation by the Commissioner".
_HEARD = re.compile(
    r"\b(?:presentation|update|address|briefing|visit|question)s? (?:by|from|to|of)\b",
    re.IGNORECASE,
)
_OF_AREA = re.compile(r" for (?:the )?[A-Z][\w’'-]+(?: (?:and |& )?[A-Z][\w’'-]+){0,3}")


def body_of(masthead: Iterable[str], named: Sequence[str]) -> str:
    """Return the council or authority of a paper: as the masthead says, else the one named most.

    ``named`` holds all bodies that the paper names, as often as it does.
    """
    own = [line for line in masthead if not _HEARD.search(line)]
    lines = [name for line in own for name in names_in(line) if _is_proper(name)]
    bodies = [name for name in lines if _BODY.search(_office(name))]
    panels = [name for name in lines if _PANEL.search(name)]
    return next(iter(bodies + panels), "") or _most_named(filter(_is_proper, named), _BODY)


def partnership_of(named: Sequence[str]) -> str:
    """Return the partnership that a paper names most, by its full name; nothing where none is."""
    return _most_named(named, _PARTNERSHIP, minimum=1)


def names_in(text: str) -> list[str]:
    """Return the names of bodies in a text that are more than a common noun."""
    boroughs = [match[0] for match in _BOROUGH.finditer(text)]
    parties = [party for party in parties_in(text) if not party.is_common]
    return boroughs + [
        _MONTH.sub("", party.name) + _area_of(party.name, text, party.span.end) for party in parties
    ]


def _area_of(name: str, text: str, end: int) -> str:
    """Return the area that follows the name of a commissioner, with its "for"."""
    area = _OF_AREA.match(text, end) if name.endswith("Commissioner") else None
    return area[0] if area else ""


def _office(name: str) -> str:
    """Return the name without its area."""
    return name.partition(" for ")[0]


def _is_proper(name: str) -> bool:
    """Return whether a name says whose body it is, not only what sort."""
    return any(word not in _NOBODY for word in name.casefold().split())


def _most_named(named: Iterable[str], pattern: re.Pattern[str], minimum: int = _MINIMUM) -> str:
    """Return the name named most, the first of equals, capitals counted as words.

    A name that says whose body it is beats one that any place may have.
    """
    names = [
        name
        for name in named
        if pattern.search(_office(name)) and len(name.split()) > 1 and not _PERSON.match(name)
    ]
    names = [name for name in names if _is_proper(name)] or [
        _LEADING.sub("", name) for name in names
    ]
    counts = Counter(name.casefold() for name in names)
    in_words = {name.casefold() for name in names if not name.isupper()}
    # Of names told as often, one in running text says more than one in a heading.
    best = max(counts, key=lambda name: (counts[name], name in in_words), default="")
    if not best or counts[best] < minimum:
        return ""
    spellings = Counter(name for name in names if name.casefold() == best)
    return min(spellings, key=lambda name: (name.isupper(), -spellings[name]))
