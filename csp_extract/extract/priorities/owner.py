"""Whose priorities a list holds, of which kind, and for which years."""

import re
from collections import Counter

from csp_extract.extract.organisations import acronyms_of, parties_in
from csp_extract.extract.priorities.words import NAME, lexicon
from csp_extract.extract.reading import Reading
from csp_extract.records import PriorityKind

_PERIOD = re.compile(
    r"(?<![\d£.])(20\d\d)\s?(?:[/–—-]|to)\s?((?:20)?\d\d)(?![\d/])|(?<=\bfor )(20\d\d)(?!\s?[/–-])"
)
# "which replaced those of the 2014/15 plan": the years of another list.
_EARLIER = re.compile(
    r"\b(?:replac\w+|from|since|of)\s(?:the\s)?(?:[\w-]+\s){0,5}?(?:(?:previous|last|former|old)\s[^.:]{0,40}"
    r"|(?:in|from|of)\sthe\s20\d\d[^.:]{0,40}(?:[Pp]lan|[Ss]trategy))"
)
_TOLD = re.compile(
    r"\bpriorities for (?:the (?:year|period) )?(20\d\d\s?[/–—-]\s?(?:20)?\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEARS = (
    r"(?:20\d\d\s?(?:[/–—-]|to)\s?(?:20)?\d\d(?![\d/])"
    r"|(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\s20\d\d\sto\s(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\s20\d\d)"
)
_PLANS = r"(?:Plan|Strategy|Agreement|Framework)"
# The years of a plan, whose list it is: "the Safer Tarn Plan 2017-20 holds", "it covers 2017-20".
_PLANNED = re.compile(
    rf"\b{_PLANS}\b(?:\s(?:for|covering)\b)?(?:\s[A-Z]\w+){{0,3}},?\s\(?(?P<after>{_YEARS})"
    rf"|(?P<before>{_YEARS})\s(?:[A-Z][\w’'/&-]+\s(?:and\s)?){{0,5}}{_PLANS}\b"
    rf"|\b(?:cover(?:s|ed|ing)?|runs?|ran|lasts?)\s(?:from\s|for\s)?(?:the\s)?"
    rf"(?:(?:period|years?)\s)?(?:from\s)?(?P<run>{_YEARS})"
)
_OWN = re.compile(r"\b(?:partnership|csp|board|our|strategic assessment)\b", re.IGNORECASE)
_COUNCIL = re.compile(r"\b(?:council|(?<!fire )authority|corporate)\b", re.IGNORECASE)
_STEADY = 2  # times that a report speaks of "the Board" when it is about one
_BOARDS = r"(?:Board|Partnership|Group|Executive)"
_TITLED = re.compile(
    rf"(?P<board>[A-Z][\w’'-]+(?:\s(?:(?:and|of|for|&)\s)?[A-Z][\w’'-]+){{0,7}}\s{_BOARDS})\b"
)
_SPOKEN = re.compile(r"\b[Tt]he (?P<board>Board|Partnership)\b(?!\s[A-Z])")
_ADOPTS = re.compile(
    r"(?:\s\([A-Z]{2,6}\))?(?:,\s[^,]{3,80},)?"
    r"\s(?:(?:has|have|had|also|therefore|then|to)\s){0,3}(?:adopted|adopt|agreed|agree|set"
    r"|chose|chosen|settled|selected|identified|approved|rolled forward|added|add|kept|retained"
    r"|took the view)\b"
)
_DEFINED = re.compile(
    r"(?:Board|Partnership|Group)\s\([“\"‘'](?:the\s)?"
    r"(?P<board>(?:[A-Z]\w+\s)?(?:Board|Partnership|Group))[”\"’']\)"
)
# "the PCC's Police and Crime Plan": the possessor's.
_POSSESSED = re.compile(r"[’']s\s(?=Police\b)")
_OFFICE = re.compile(r"\bPolice(?: and|,)(?: Fire and)? Crime Commissioner\b|\bCommissioner\b")
_POLICE = re.compile(
    r"\b(?:police (?:and|,) (?:fire and )?crime (?:commissioner|plan|panel)|police, fire and crime"
    r" commissioner|pcc|opcc|pfcc|commissioner)\b",
    re.IGNORECASE,
)


def kind_of(lead: str) -> PriorityKind:
    """Return the kind that the words before the name of the list say; else strategic."""
    name = NAME.search(lead)
    around = lead[: name.end() + 60] if name else lead
    for kind, words in lexicon()["kinds"].items():
        if re.search(rf"\b(?:{'|'.join(words)})\b", around, re.IGNORECASE):
            return PriorityKind(kind)
    return PriorityKind.STRATEGIC


def is_police(owner: str) -> bool:
    """Return whether an owner is a force or a police and crime commissioner."""
    return re.search(r"\b(?:Police|Constabulary|Commissioner|PCC|PFCC)\b", owner) is not None


def owner_of(reading: Reading, lead: str, above: str, paragraph: str = "") -> str:
    """Return whose list it is, by the words that lead it in, or by the headings above.

    Empty where neither says so and the report is about no partnership of its own.
    """
    return (
        _named(reading, lead)
        or _adopter(reading, paragraph)
        or _by_kind(reading, lead, above)
        or _own_board(reading, lead)
    )


def _named(reading: Reading, lead: str) -> str:
    """Return the owner that the lead-in names: nearest before the name of the list, or after it."""
    name = NAME.search(lead)
    if name is None:
        return ""
    parties = parties_in(lead, acronyms_of(reading.report.text))
    before = [
        party
        for party in parties
        if 0 <= name.start() - party.span.end <= (90 if _is_owner(lead, party.span.end) else 45)
    ]
    after = [
        party
        for party in parties
        if party.span.start >= name.end()
        and re.match(r"\s(?:of|for|set by|agreed by|adopted by)\b", lead[name.end() :])
        and party.span.start - name.end() < 30
    ]
    for party in (*reversed(before), *after):
        if party.name.casefold() in {"partnership", "csp", "community safety partnership"}:
            return reading.about.partnership or party.name
        if party.name.casefold() in {"council", "district council", "borough council"}:
            return reading.about.body or party.name
        if not party.is_common:
            return _POSSESSED.split(party.name)[0]
    return ""


def _is_owner(text: str, end: int) -> bool:
    """Return whether a possessive ends there: what follows is that party's own."""
    return text[end : end + 2] in {"’s", "'s", "s’", "s'"} or text[end - 2 : end] in {"’s", "'s"}


def _own_board(reading: Reading, lead: str) -> str:
    """Return the board whose report it is, by its title, its definition, or its steady use."""
    if _COUNCIL.search(lead) or _POLICE.search(lead):
        return ""
    for pattern, text in ((_TITLED, reading.about.title), (_DEFINED, reading.report.text)):
        if match := pattern.search(text):
            return match["board"]
    uses = Counter(match["board"] for match in _SPOKEN.finditer(reading.report.text))
    board, count = uses.most_common(1)[0] if uses else ("", 0)
    return board if count >= _STEADY else ""


def _adopter(reading: Reading, paragraph: str) -> str:
    """Return who is said to have adopted, agreed or set the list in the paragraph above it."""
    for party in parties_in(paragraph, acronyms_of(reading.report.text)):
        if not party.is_common and _ADOPTS.match(paragraph, party.span.end):
            return party.name
    return ""


def _by_kind(reading: Reading, lead: str, above: str) -> str:
    """Return the owner that the kind of the list points to."""
    if office := _OFFICE.search(reading.about.body):
        return office[0]
    if kind_of(lead) is PriorityKind.POLICING or _POLICE.search(above):
        return _commissioner(reading, lead) or _commissioner(reading, above)
    if _COUNCIL.search(lead) and not _OWN.search(lead):
        return reading.about.body
    return reading.about.partnership


def _commissioner(reading: Reading, text: str) -> str:
    """Return the commissioner named in the text; of a plan, the one whose report it is."""
    named = [party.name for party in parties_in(text) if _POLICE.search(party.name)]
    match = _POLICE.search(text)
    if named or match is None:
        return next(iter(named), "")
    if not match[0].casefold().endswith(("plan", "panel")):
        return match[0]
    owner = _OFFICE.search(reading.report.text)
    return owner[0] if owner else ""


def period_of(*texts: str) -> str:
    """Return the years that a list is for, as tables write them: 2017/18, 2016-2020, 2019."""
    for text in texts:
        match = _PERIOD.search(_EARLIER.sub("", text))
        if match and match[3]:
            return match[3]
        if match:
            first, last = int(match[1]), int(match[2]) % 100
            is_financial = (first + 1) % 100 == last
            return f"{first}/{last:02}" if is_financial else f"{first}-{first // 100}{last:02}"
    return ""


def told_period(text: str) -> str:
    """Return the years that a report names with "priorities for", if it names one stretch alone."""
    found = {period_of(match[1]) for match in _TOLD.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def planned_period(text: str) -> str:
    """Return the years of the plan that a text names, if it names those of one alone."""
    found = {
        years
        for match in _PLANNED.finditer(_EARLIER.sub("", text))
        if (years := period_of(match[match.lastgroup or 0]))
    }
    return found.pop() if len(found) == 1 else ""
