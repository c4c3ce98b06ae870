"""What sort of thing an initiative is: by its name, by the noun beside it, or by what it did."""

import re

from csp_extract.extract.initiatives.thing import Thing
from csp_extract.extract.initiatives.words import CLASSES, HEADS, kind_of
from csp_extract.extract.reading import Reading
from csp_extract.records import InitiativeKind

# What is quoted may have words of its own before its noun: “Lock It” burglary campaign.
_NOUN_AFTER = re.compile(
    rf"(?:[”\"’]\s(?:[a-z-]+\s){{1,3}}?(?={HEADS})|[”\"’']?\s)(?P<noun>[a-z]+)\b"
)
_OCCASIONS = frozenset(
    "morning afternoon evening day week play film drama production performance show visit"
    " exhibition presentation".split()
)
_FOR = r"(?:\s(?:for|on|about|with|in|against|aimed\sat)\s[^,;.]{2,60})?"
_BEFORE = re.compile(
    rf"\b(?P<noun>{HEADS}|{CLASSES})s?{_FOR}(?:,\s|\s[–—-]\s|\s\(|\s(?=[“\"‘])|,?\s(?:[\w’'-]+,?\s){{0,6}}?(?:entitled|called"
    r"|titled|branded|known as|named|renamed|re-named|rebranded(?: as)?|under the name of)\s)"
    r"(?:the\s)?[“\"‘]?$"
)
_BESIDE = re.compile(
    r"(?:,\s|\s[–—-]\s|\s\(|\s(?:is|was|will\sbe)\s(?:now\s)?)(?:a|an|the|our|its|their)\s"
    rf"(?:[\w’'&-]+\s){{0,5}}?(?P<noun>{HEADS}|{CLASSES})s?\b"
)
# "three projects: ...", and a column headed "Nature of project".
_SERIES = re.compile(rf"\b(?P<noun>{HEADS})s(?:\s[^.:;]{{0,60}})?:\s[^.:]*$", re.IGNORECASE)
_LISTED = re.compile(rf"\b(?P<noun>{HEADS})s?\b")
_EQUIPMENT = re.compile(r"\b(?:CCTV|ANPR|cameras?|gates|lighting|alarms)\b")
_HAPPENED = re.compile(r"\b(?:held|took place|attended|staged|hosted)\b")


def kind_of_thing(reading: Reading, thing: Thing) -> InitiativeKind:
    """Return the kind of a thing; ``other`` where nothing says it."""
    said = kind_of(thing.name) or _by_nouns(reading, thing)
    if said:
        return said
    for alias in thing.aliases:
        if kind := kind_of(alias):
            return kind
    if said := _by_list(reading, thing):
        return said
    happened = any(_HAPPENED.search(clause.text) for clause in thing.mentions)
    return InitiativeKind.EVENT if happened else InitiativeKind.OTHER


def _by_list(reading: Reading, thing: Thing) -> InitiativeKind | None:
    """Return the kind that the column or the noun before a list says of all that it names."""
    for clause in thing.mentions:
        head = _LISTED.search(reading.head_of(clause.passage.block).casefold())
        cue = _SERIES.search(clause.text[: clause.span.start])
        for match in (head, cue):
            if match and (kind := kind_of(match["noun"])):
                return kind
    if _EQUIPMENT.search(thing.name):
        return InitiativeKind.EQUIPMENT
    return None


def _by_nouns(reading: Reading, thing: Thing) -> InitiativeKind | None:
    """Return the kind of the noun that stands beside the name or takes it up."""
    text = reading.report.text
    for clause in thing.mentions:
        start = clause.passage.start
        for match in (
            _noun_before(text[start : start + clause.span.start]),
            _BESIDE.match(text, start + clause.span.end),
            _NOUN_AFTER.match(text, start + clause.span.end),
        ):
            if match and (kind := _kind_of_noun(match["noun"])):
                return kind
    nouns = (clause.noun for clause in thing.taken_up if clause.noun)
    return next((kind for noun in nouns if (kind := _kind_of_noun(noun))), None)


def _noun_before(text: str) -> re.Match[str] | None:
    """Return the noun nearest to the name that ends a text: "training for bars, a film called"."""
    match = _BEFORE.search(text)
    while match and (nearer := _BEFORE.search(text, match.end("noun"))):
        match = nearer
    return match


def _kind_of_noun(noun: str) -> InitiativeKind | None:
    """Return the kind of a common noun; a morning or an evening is an event."""
    if kind := kind_of(noun):
        return kind
    return InitiativeKind.EVENT if re.fullmatch(CLASSES, noun) and noun in _OCCASIONS else None
