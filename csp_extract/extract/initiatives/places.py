"""Where an initiative is: by its name, by its sentences, or by the heading it stands under."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from csp_extract.extract.initiatives.thing import Clause, Thing
from csp_extract.extract.initiatives.words import kind_of
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Reading
from csp_extract.records import InitiativeKind

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_DAY = (
    r"(?:Mon(?:days?)?|Tues?(?:days?)?|Wed(?:nesdays?)?|Thur?s?(?:days?)?|Fri(?:days?)?"
    r"|Sat(?:urdays?)?|Sun(?:days?)?|Christmas|Easter|New\sYear)\b"
)
_WORD = rf"(?!{_MONTH}|{_DAY})[A-Z][\w’'-]+"
_NAME = rf"{_WORD}(?:(?:\s(?:(?:of|and|in|the|upon|on|y|yr)\s)?|-){_WORD}){{0,3}}"
_NUMBER = r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|all|both|every|\d+)\s)?"
_COMMON = (
    rf"(?:the\s)?{_NUMBER}(?:town\scentres?|city\scentre|parks|primary\sschools|secondary\sschools"
    r"|schools|villages|pharmacies|market\stowns|town|wards|estates)\b(?!\s[a-z]+er\b)"
)
_PREPOSITION = r"(?:in|across|throughout|within|around|at(?!\sthe\b))"
_NEAR = re.compile(
    rf"\s{_PREPOSITION}\s(?P<area>(?:the\s)?{_NAME}(?:\s(?:town\scentre|wards?|estate))?)"
)
# Farther off in its sentence, where the sentence tells what was done there.
_FAR = re.compile(
    rf"\s(?:{_PREPOSITION}|on|along|at)\s(?P<area>(?:the\s)?{_NAME}"
    rf"(?:\s(?:town\scentre|promenade|harbourside|estate|commons))?|{_COMMON})"
)
_LEAD = re.compile(
    rf"\b(?:in|at|on|upon|about)\s(?P<area>(?:the\s)?{_NAME})(?:,\s|\s[^,.;:]{{0,50}}"
    r"\b(?:under|as|conducted|start(?:ed)?|ran|runs?|held|launch(?:ed)?)\s)(?:the\s|an?\s)?$"
)
# Right behind the name: in brackets, or after a comma where a cell holds no more.
_BESIDE = re.compile(rf"\s\((?P<area>{_NAME})\)|,\s(?P<rest>{_NAME})$")
_OF_NAME = re.compile(rf"\s(?:in|at|for|of)\s(?P<area>(?:the\s)?{_NAME})$")
_USED = re.compile(
    rf"\b(?:in|at|across|near|around)\s(?:the\s)?(?P<area>{_WORD}(?:[\s-]{_WORD}){{0,3}})(?![\w’'-])"
)
_VENUE = re.compile(
    r"\b(?:Hall|School|Academy|College|University|Centre|Church|Library|Station|House|Club|Hub"
    r"|Offices?|Theatre|Museum|Stadium|Hotel|Institute|Guildhall|Room|Ground|Fair|Show|Regatta"
    r"|Festival|Day|Week)$"
)
_NOT_PLACES = re.compile(
    r"(?:the\s)?(?:Q\d|Year|Spring|Summer|Autumn|Winter|Quarter|Phase|Christmas|Easter|Section|Annex"
    r"|Report|Appendix|Table|Government|Act|Members?|Officers?|Cabinet|Council|Police|Home\sOffice"
    r"|Partnership|Board|Panel|Committee|District|County|Borough|Covid|CCTV|Prevention|Violence)\b"
    r"|.*\d|[A-Z]{2,}$"
)
_CENTRE = re.compile(r"[A-Z][\w’'-]+ (?:City|Town|Village|District) Centre$")
# "across the borough": all of it.
_WHOLE = re.compile(
    r"\s(?:across|throughout)\s(?P<area>(?:the\s)?(?:whole\s)?(?:borough|district|county|city|force\sarea|town)"
    r"(?:\s(?:borough|centre))?)\b(?!\s(?:council|partnership))",
    re.IGNORECASE,
)
_NEAREST, _FARTHEST = 45, 130  # characters after a mention


def area_of(reading: Reading, thing: Thing) -> str:
    """Return where a thing is, or nothing. A venue is no area: "at the Guildhall"."""
    return next((area for area in _areas(reading, thing) if area and _is_place(area)), "")


def _is_place(words: str) -> bool:
    """Return whether words after "in" name a place: no body, time, building or paper."""
    if _CENTRE.search(words):
        return True
    is_paper = kind_of(words) in {InitiativeKind.STRATEGY, InitiativeKind.PUBLICATION}
    return not (is_paper or parties_in(words) or _NOT_PLACES.match(words) or _VENUE.search(words))


def _areas(reading: Reading, thing: Thing) -> Iterator[str]:
    """Yield what could be the area of a thing, the surest first."""
    yield _in_name(reading, thing.name)
    for clause in thing.mentions:
        match = _BESIDE.match(clause.text, clause.span.end)
        area = (match["area"] or match["rest"]) if match else ""
        yield area if _is_used_as_place(reading, area) else ""
    for pattern, reach in ((_NEAR, _NEAREST), (_FAR, _FARTHEST), (_WHOLE, _FARTHEST)):
        for clause in thing.mentions:
            yield _after(pattern, clause, reach)
    for clause in thing.mentions:
        match = _LEAD.search(clause.text[: clause.span.start])
        yield match["area"] if match else ""
    for clause in thing.mentions:
        section = clause.passage.block.section
        yield section if _is_used_as_place(reading, section) else ""


def _after(pattern: re.Pattern[str], clause: Clause, reach: int) -> str:
    """Return the place after a mention, within reach and in its own part of the sentence."""
    text, end = clause.text, clause.span.end
    match = pattern.search(text, clause.span.start)
    if match is None or match.start() > end + reach or match.start() < end < match.start("area"):
        return ""
    stop = r"[;:]|\bnot\b|,\sand\b" if pattern is _NEAR else r"[,;:]|\b(?:not|and|with)\b"
    return "" if re.search(stop, text[end : match.start()]) else match["area"]


def _in_name(reading: Reading, name: str) -> str:
    """Return the place that a name ends with, or begins with: "NightBus Holm", "Beck CCTV".

    The name of an operation says nothing, and that of a strategy only whose it is.
    """
    if kind_of(name) in {InitiativeKind.OPERATION, InitiativeKind.STRATEGY}:
        return ""
    match = _OF_NAME.search(name)
    if match and _is_used_as_place(reading, match["area"]):
        return match["area"]
    words = name.split()
    for size in (2, 1):
        for part in (words[-size:], words[:size]):
            place = " ".join(part)
            if len(words) > size and _is_used_as_place(reading, place, besides=name):
                return place
    return ""


def _is_used_as_place(reading: Reading, words: str, besides: str = "") -> bool:
    """Return whether the report says "in" or "at" these words, other than within a name.

    The name of its own body is no place to it.
    """
    if words in f"{reading.about.body} {reading.about.partnership}":
        return False
    text = reading.report.text
    starts = _places_in(text).get(words.removeprefix("the "), ())
    return any(not besides or not text.startswith(besides, start) for start in starts)


@lru_cache(maxsize=2)  # one report is read at a time
def _places_in(text: str) -> Mapping[str, Sequence[int]]:
    """Return where each capitalised name stands that follows "in" or "at"."""
    found: dict[str, list[int]] = {}
    for match in _USED.finditer(text):
        found.setdefault(match["area"], []).append(match.start("area"))
    return found
