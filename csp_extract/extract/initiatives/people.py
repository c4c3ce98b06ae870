"""Whom an initiative is for, and how many it reached."""

import re

from csp_extract.extract.initiatives.thing import Clause, Thing
from csp_extract.extract.initiatives.words import lexicon
from csp_extract.records import BlockKind

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
# What befell people whom nothing reached.
_SUFFERED = (
    r"(?:been\s)?(?:\w+ly\s)?(?:killed|injured|hurt|arrested|charged|convicted|sentenced|fined"
    r"|cautioned|prosecuted|evicted|jailed|imprisoned|sent\sto\sprison|remanded|transferred"
    r"|victims|homeless|assaulted|stabbed|robbed)\b"
)
# What people do who are reached, or what is done with them.
_CAME = re.compile(
    rf"\b{_NUMBER}\s{_GAP}{_WHO}(?:\s[\w’'-]+){{0,3}}?\s(?:attended|called|came|took\spart"
    rf"|joined|visited|benefited|signed|completed|(?:have|had|were)(?!\s{_SUFFERED}))\b",
    re.IGNORECASE,
)
_SERVED = re.compile(
    rf"\b(?:work(?:s|ed)?\swith|reached|trained|helped|supported|seen|attended\sby|delivered\sto|engaged(?:\swith)?|drew"
    rf"|drawn|given\sto|shown\sto|visited)\s(?:some\s|about\s|around\s|over\s|nearly\s|more\sthan\s|up\sto\s|a\stotal\sof\s)?{_NUMBER}(?![\d,]|\s(?:per\scent|homes|schools|vehicles|shops|premises|businesses))"
    rf"(?=(?:\s[\w’'-]+){{0,3}}?\s{_WHO}\b|[.,;])",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:reached|supported|trained|helped|drew|seen\sby|attended\sby|given\sto|delivered\sto|shown\sto"
    r"|works?\swith|worked\swith|working\swith|took\son)\s(?:some\s|about\s|over\s|more\sthan\s)?"
    rf"\d[\d,]*\s(?P<who>(?:(?!of\b|and\b|for\b)[\w’'-]+\s){{0,2}}?(?:{_NOUNS}))(?![\w-])",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"(?<!violence)(?<!against)\s(?:for|to|aimed at|targeting|targeted at|with|offered to"
    r"|[Ee]ducating|[Tt]eaching|[Ss]upporting|[Hh]elping|[Tt]raining|[Mm]entoring|teaches|trains)\s"
    rf"(?P<who>(?:(?!to\b|of\b|for\b|the\b)[\w’'-]+\s){{0,5}}?(?:{_NOUNS})"
    r"(?:\s(?:at\srisk|sleeping|living|leaving|aged|with\s[a-z]+|in\s[a-z]+)(?:\s(?!to\b|and\b|where\b|who\b|which\b|each\b|in\b|by\b|from\b)[\w’'-]+){0,3})?)(?![\w-])"
)
_HELPS = re.compile(
    r"\b(?:helps|works\swith|work\swith|supports|serves|aimed\sat|targets|is\sfor|are\sfor)\s(?:up\sto\s\d+\s|all\s|some\s)?"
    rf"(?P<who>(?:(?!to\b|of\b|for\b|the\b)[\w’'-]+\s){{0,4}}?(?:{_NOUNS})"
    r"(?:\s(?:at\srisk|sleeping|living|leaving|aged)(?:\s(?!each|every|in\b|by\b|from\b)[\w’'-]+){0,6})?)(?![\w-])"
)


# A bare group that was counted says how many came, not for whom it is.
_ANYBODY = frozenset({"people", "residents", "visitors"})
_COUNTED = frozenset({"students", "pupils", "families", "young people", "staff", "children"})


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
        before = clause.text[max(0, clause.span.start - 60) : clause.span.start]
        match = re.search(_AUDIENCE.pattern + r",\s[“\"‘]?$", before) or _for_whom(clause)
        if match and (group := _without_count(match["who"])):
            return group
    for clause in (*thing.mentions, *thing.taken_up):
        match = _HELPS.search(clause.text, clause.span.end)
        if match and (group := _without_count(match["who"])):
            return group
    return _reached(thing)


def _for_whom(clause: Clause) -> re.Match[str] | None:
    """Return the group right after a mention, unless another name comes between."""
    # A cell that opens with a name says no more than what it is.
    is_cell = clause.passage.block.kind is BlockKind.CELL and not clause.span.start
    last = len(clause.text) if is_cell else clause.span.end + 50
    match = _near(_AUDIENCE, clause.text, clause.span.start, last)
    if match is None:
        return None
    between = clause.text[clause.span.end : match.start("who")]
    return None if re.search(r"[,;]\s(?:the\s)?[A-Z]", between) else match


def _reached(thing: Thing) -> str:
    """Return the group that was counted as reached: "supported 690 survivors", or nothing."""
    for clause in thing.mentions:
        match = _GROUP.search(clause.text, clause.span.end)
        if match and match.start() < clause.span.end + 75:
            group = _without_count(match["who"])
            return "" if group in _COUNTED else group
    return ""


def _without_count(words: str) -> str:
    """Return a group of people without its number; "186 people" names nobody."""
    group = re.sub(r"^(?:(?:\d[\d,]*|the|some|many|over|about|up|to)\s)+", "", words)
    return "" if group in _ANYBODY else group
