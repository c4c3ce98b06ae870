"""Whom an initiative is for, how many it reached, and where it is."""

import re

from csp_extract.extract.initiatives.gather import Thing
from csp_extract.extract.initiatives.words import lexicon
from csp_extract.extract.organisations import parties_in

_NOUNS = "|".join(lexicon()["audiences"]["nouns"])
# Reach counts people: no households, and not those who do the work.
_PERSONS = "|".join(
    noun
    for noun in lexicon()["audiences"]["nouns"]
    if noun not in lexicon()["audiences"]["not_counted"]
)
_ONES = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})+|(?<!year\s)(?<!years\s)(?!20\d\d\b)\d{1,6}(?![\d,.]*%)"
    rf"|(?:{'|'.join(_ONES)})\s(?:hundred|thousand)|(?:{'|'.join((*_TENS, *_ONES))}))"
)
_WHO = (
    rf"(?:{_PERSONS}|attendees|participants|delegates"
    r"|members\sof\s(?:the\s)?[\w’' ]{0,20}?staff|members\sof\sthe\spublic)"
)
_GAP = r"(?:(?!\d|and\b|of\b)[\w’'-]+\s){0,3}?"  # "46 front-line staff"
_REACH = re.compile(rf"\b{_NUMBER}\s{_GAP}{_WHO}\b", re.IGNORECASE)
# What people do who are reached, or what is done with them.
_CAME = re.compile(
    rf"\b{_NUMBER}\s{_GAP}{_WHO}(?:\s[\w’'-]+){{0,3}}?\s(?:attended|called|came|took\spart|have|were"
    rf"|joined|visited|benefited|signed|completed|had)\b",
    re.IGNORECASE,
)
_SERVED = re.compile(
    rf"\b(?:work(?:s|ed)?\swith|reached|trained|helped|supported|seen|attended\sby|delivered\sto|engaged(?:\swith)?|drew"
    rf"|drawn|given\sto|shown\sto|visited)\s(?:some\s|about\s|around\s|over\s|nearly\s|more\sthan\s|up\sto\s|a\stotal\sof\s)?{_NUMBER}(?![\d,]|\s(?:per\scent|homes|schools|vehicles|shops|premises|businesses))"
    rf"(?=(?:\s[\w’'-]+){{0,3}}?\s{_WHO}\b|[.,;])",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"\s(?:for|to|aimed at|targeting|targeted at|with|offered to)\s"
    rf"(?P<who>(?:(?!to\b|of\b|for\b|the\b)[\w’'-]+\s){{0,5}}?(?:{_NOUNS})"
    r"(?:\s(?:at\srisk|sleeping|living|leaving|aged|with\s[a-z]+|in\s[a-z]+)(?:\s[\w’'-]+){0,5})?)(?![\w-])"
)
_HELPS = re.compile(
    r"\b(?:helps|works\swith|work\swith|supports|serves|aimed\sat|targets|is\sfor|are\sfor)\s(?:up\sto\s\d+\s|all\s|some\s)?"
    rf"(?P<who>(?:(?!to\b|of\b|for\b|the\b)[\w’'-]+\s){{0,4}}?(?:{_NOUNS})"
    r"(?:\s(?:at\srisk|sleeping|living|leaving|aged)(?:\s(?!each|every|in\b|by\b|from\b)[\w’'-]+){0,6})?)(?![\w-])"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_AREA = re.compile(
    rf"\s(?:in|across|throughout|within|at(?!\sthe\b))\s(?P<area>(?:the\s)?(?!{_MONTH})[A-Z][\w’'-]+"
    r"(?:(?:\s(?:(?:of|on|and|in|the)\s)?|-)[A-Z][\w’'-]+){0,3})"
)
_VENUE = re.compile(
    r"\b(?:Hall|School|Academy|College|University|Centre|Church|Library|Park|Station|House|Club|Hub"
    r"|Offices?|Theatre|Museum|Stadium|Hotel|Institute|Guildhall|Room|Ground|Market|Christmas|Easter)$"
)
_NOT_PLACES = re.compile(
    r"(?:the\s)?(?:Q\d|Year|Spring|Summer|Autumn|Winter|Quarter|Phase|Christmas|Easter|Section|Annex|Report|Appendix|Table|Government|Act)\b|.*\d"
)


def _near(pattern: re.Pattern[str], text: str, start: int, last: int) -> re.Match[str] | None:
    """Return the first match that begins between two places; it may end later, with its word."""
    match = pattern.search(text, start)
    return match if match and match.start() <= last else None


def reach_of(thing: Thing) -> int | None:
    """Return how many people it reached, where its own sentences say so."""
    for clause in thing.mentions:
        before = _CAME.search(clause.text[: clause.span.start])
        match = (
            _near(_REACH, clause.text, clause.span.end, clause.span.end + 75)
            or _SERVED.search(clause.text, clause.span.end)
            or before
        )
        if match:
            return _count(match["number"])
    for clause in (*thing.taken_up, *thing.after):
        if match := _SERVED.search(clause.text) or _CAME.search(clause.text):
            return _count(match["number"])
    return None


def _count(words: str) -> int:
    """Return a number in figures or words."""
    figures = words.replace(",", "")
    if figures.isdigit():
        return int(figures)
    first, _, unit = words.casefold().partition(" ")
    scale = {"hundred": 100, "thousand": 1000}.get(unit, 1)
    return (_ONES | _TENS)[first] * scale


def audience_of(thing: Thing) -> str:
    """Return whom it is for: in its name, right before or after it, or as "It" goes on."""
    for clause in thing.mentions:
        if match := _near(_AUDIENCE, clause.text, clause.span.start, clause.span.end + 50):
            return _without_count(match["who"])
        before = clause.text[max(0, clause.span.start - 60) : clause.span.start]
        if match := re.search(_AUDIENCE.pattern + r",\s$", before):
            return _without_count(match["who"])
    for clause in (*thing.mentions, *thing.taken_up):
        if match := _HELPS.search(clause.text, clause.span.end):
            return _without_count(match["who"])
    return ""


def _without_count(words: str) -> str:
    """Return a group of people without its number; "186 people" names nobody."""
    group = re.sub(r"^(?:(?:\d[\d,]*|the|some|many|over|about|up|to)\s)+", "", words)
    return "" if group in {"people", "residents", "visitors"} else group


def area_of(thing: Thing) -> str:
    """Return where it is: a name of a place after "in" or "across" near its name.

    A venue is no area: "at the Guildhall", "at Beck School".
    """
    for clause in thing.mentions:
        match = _near(_AREA, clause.text, clause.span.start, clause.span.end + 45)
        if match is None or match.start() < clause.span.end < match.start("area"):
            continue
        area = match["area"]
        if not (parties_in(area) or _NOT_PLACES.match(area) or _VENUE.search(area)):
            return area
    return ""
