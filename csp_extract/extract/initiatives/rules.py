"""All rules of the family, and the reader that applies them to a piece of text."""

import re

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.delivered import DELIVERED
from csp_extract.extract.initiatives.named import NAMED
from csp_extract.extract.initiatives.plans import PLANNED
from csp_extract.extract.initiatives.purposes import PURPOSES
from csp_extract.extract.initiatives.told import TOLD
from csp_extract.extract.initiatives.words import OPENING, lexicon
from csp_extract.extract.rule import Family, Reads, Rule
from csp_extract.extract.sieve import Sieve

_COUNTS = frozenset("One Two Three Four Five Six Seven Eight Nine Ten Several Twelve".split())
_ORDERS = frozenset(lexicon()["imperatives"]["words"])
_SMALL = re.compile(r"(?:(?:out|up|to|the|of|for|in|and|a|an)\s)+")
# Whose it is, is no part of its name: "the Council's Alley Gates Scheme".
_OWNER = re.compile(
    r"(?:(?:The|Our)\s)?(?:[A-Z][\w&-]+\s){0,3}(?:Council|Partnership|Police|Constabulary|Commissioner|PCC|OPCC"
    r"|PFCC|CSP|Trust|Board|Authority|Service|Office)[’']s\s(?:own\s|new\s)?(?=[A-Z])"
)
RULES: tuple[Rule[None, str], ...] = (*PLANNED, *NAMED, *TOLD, *DELIVERED, *PURPOSES)
_WORTH_TRYING = Sieve(RULES)


def read_names(text: str) -> list[Reads[str]]:
    """Return the names of initiatives in a piece of text in order, none overlapping another.

    An earlier rule wins the place.
    """
    kept: list[Reads[str]] = []
    for rule in _WORTH_TRYING(text):
        for match in rule.pattern.finditer(text):
            value = rule.value(match, None)
            if value is None:
                continue
            span = _name_of(match)
            if not any(span.overlaps(other.span) for other in kept):
                kept.append(Reads(span, text[span.start : span.end], rule.name))
    return sorted(kept, key=lambda reads: reads.span)


def _name_of(match: re.Match[str]) -> Span:
    """Return the characters of the name, without an article or a word that opens the sentence."""
    start, end = match.span("name")
    if owner := _OWNER.match(match.string, start, end):
        start = owner.end()
    first, _, rest = match.string[start:end].partition(" ")
    if first in _COUNTS and rest[:1].islower():
        return Span(start + len(first) + 1, end)
    is_quoted = match.string[max(0, start - 1) : start] in set('“"‘')
    is_numbered = rest[:1].isdigit()  # "Review 2" is a name
    if first not in OPENING or not rest or is_quoted or is_numbered:
        return Span(start, end)
    is_inside = re.search(r"[a-z,]\s$", match.string[:start]) is not None
    if is_inside and first in _ORDERS and rest[:1].isupper():
        return Span(start, end)  # "the launch of the Report It app"
    small = _SMALL.match(rest)
    return Span(start + len(first) + 1 + (small.end() if small else 0), end)


FAMILY = Family("initiatives", RULES, read_names, str)
