"""What the clauses round its mentions say of an initiative: status, parties, reach."""

import re
from collections.abc import Iterable
from functools import cache

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.rules import lexicon
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Passage
from csp_extract.records import InitiativeStatus

_NEAR = 60  # characters from a mention to the cue that is about it
_NOUNS = "|".join(lexicon()["audiences"]["nouns"])
_REACH = re.compile(
    r"\b(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6})\s(?:[\w’'-]+\s){0,3}?"
    rf"(?:{_NOUNS}|attendees|participants|households|members of staff)\b"
)
_AUDIENCE = re.compile(
    r"\s(?:for|to|aimed at|targeting|targeted at|with|offered to)\s"
    rf"(?P<who>(?:(?!to\b|of\b|for\b)[\w’'-]+\s){{0,5}}?(?:{_NOUNS}))\b"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_AREA = re.compile(
    rf"\s(?:in|across|throughout)\s(?P<area>(?:the\s)?(?!{_MONTH})[A-Z][\w’'-]+"
    r"(?:(?:\s(?:(?:of|on|and)\s)?|-)[A-Z][\w’'-]+){0,3})"
)
_EFFECT = re.compile(r"\b(?:which|that|who|and this|this|these)\s$")
_FROM = re.compile(
    r"\bfund\w*(?:\s\w+){0,4}?\sfrom\s(?:the\s)?(?P<who>[\w’'& -]{3,50}?)"
    r"(?=\s(?:to|for|towards)\b|[.,:;])"
)
_TOGETHER = re.compile(r"\b(?:working|work|worked|partnership) with\s(?:the\s)?$")
_STOP = re.compile(r"[.;]|\b(?:which|and|to|for|in|on|at|who|that|during|since)\b")


@cache
def _pattern(section: str, name: str) -> re.Pattern[str]:
    """Return the pattern of one list of cues."""
    return re.compile(rf"\b(?:{'|'.join(lexicon()[section][name])})\b", re.IGNORECASE)


def status_of(mentions: Iterable[tuple[Passage, Span]], lead: str) -> InitiativeStatus:
    """Return the status that the cue nearest to a mention says; a lead-in speaks for its items."""
    found: list[tuple[int, int, InitiativeStatus]] = []
    for passage, span in mentions:
        found.extend(_cues(passage.text, span))
    if found:
        return min(found)[2]
    if lead:
        led = _cues(lead, Span(len(lead), len(lead)), reach=200)
        if led:
            return min(led)[2]
    return InitiativeStatus.UNSTATED


def _cues(text: str, span: Span, reach: int = _NEAR) -> list[tuple[int, int, InitiativeStatus]]:
    """Return the cues near a span with their distance; longer cues first where they tie."""
    found = []
    for place, name in enumerate(lexicon()["statuses"]):
        for match in _pattern("statuses", name).finditer(text):
            if name == "planned" and _EFFECT.search(text[: match.start()]):
                continue  # "which will help" tells of an effect, not of a plan
            if match.start() >= span.end:
                distance = match.start() - span.end
            elif match.end() <= span.start:
                distance = (span.start - match.end()) * 3 // 2
            else:
                distance = 0 if name == "recurring" else reach + 1
            if distance <= reach:
                found.append((distance - len(match[0]), place, InitiativeStatus(name)))
    return found


def party_after(text: str, span: Span, role: str) -> str:
    """Return the party that a cue such as "led by" names after a mention, or nothing."""
    for match in _pattern("parties", role).finditer(text, span.end):
        following = text[match.end() : match.end() + 70]
        for party in parties_in(following):
            if not re.search(r"[.;]", following[: party.span.start]) and party.span.start < 25:
                return party.name
    return ""


def leader_before(text: str, span: Span) -> str:
    """Return the subject of a verb of delivery whose object the mention is, or nothing."""
    parties = [party for party in parties_in(text[: span.start]) if party.span.end < span.start]
    for party in reversed(parties):
        between = text[party.span.end : span.start]
        if re.search(r"\b(?:with|by|from|to)\s(?:the\s)?$", text[: party.span.start]):
            continue
        if _pattern("parties", "acts").search(between) and len(between) < 110:
            return "" if re.search(r"[.;]|\bby\b", between) else party.name
    return ""


def partners_of(text: str, span: Span, lead: str) -> tuple[str, ...]:
    """Return the parties told to help, in order, but for who leads."""
    found = [
        party.name
        for party in parties_in(text[: span.start])
        if _TOGETHER.search(text[: party.span.start])
    ]
    for match in _pattern("parties", "partners").finditer(text, span.end):
        rest = text[match.end() :]
        stop = _STOP.search(rest, 3)
        end = len(rest) if stop is None else _list_end(rest, stop.start())
        found += [party.name for party in parties_in(rest[:end]) if not party.is_common]
    return tuple(dict.fromkeys(name for name in found if name != lead))


def _list_end(text: str, stop: int) -> int:
    """Return where a list of names ends: an "and" before a last name belongs to it."""
    full = re.search(r"[.;]|\b(?:which|who|to|for|on|during)\b", text[stop:])
    return stop + full.start() if full else len(text)


def _near(pattern: re.Pattern[str], text: str, start: int, last: int) -> re.Match[str] | None:
    """Return the first match that begins between two places; it may end later, with its word."""
    match = pattern.search(text, start)
    return match if match and match.start() <= last else None


def reach_of(text: str, span: Span) -> int | None:
    """Return how many people it reached, where the words after its name say so."""
    match = _near(_REACH, text, span.end, span.end + 75)
    return int(match["number"].replace(",", "")) if match else None


def audience_of(text: str, span: Span) -> str:
    """Return whom it is for: in its name, or right after it."""
    match = _near(_AUDIENCE, text, span.start, span.end + 50)
    return match["who"] if match else ""


def area_of(text: str, span: Span) -> str:
    """Return where it is: a name of a place after "in" or "across" near its name.

    A venue, told with "at", is no area.
    """
    match = _near(_AREA, text, span.end, span.end + 45)
    if match is None or parties_in(match["area"]):
        return ""
    return match["area"]


def funder_of_list(lead_in: str) -> str:
    """Return who pays for the items that a sentence leads in."""
    match = _FROM.search(lead_in)
    return match["who"] if match else ""
