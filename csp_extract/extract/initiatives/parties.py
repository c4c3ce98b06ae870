"""Who runs an initiative and who helps: by the clauses round its mentions."""

import re
from collections.abc import Iterator
from functools import cache

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.thing import Clause, Thing
from csp_extract.extract.initiatives.words import lexicon
from csp_extract.extract.organisations import Party, parties_in
from csp_extract.records import BlockKind

_TOGETHER = re.compile(r"\b(?:working|work|worked|partnership) with\s(?:the\s)?$")
_BESIDE = re.compile(r"(?:\s\([^)]{1,40}\))?\swith(?=\s(?:the\s)?[A-Z])")
_DONE_WITH = re.compile(
    r"\b(?:run|runs|designed|written|signed|developed|delivered|organised|produced|launched"
    r"|drawn up|set up|held|staged|carried out|agreed)\s(?:jointly\s)?with(?=\s(?:the\s)?[A-Z])"
)
_STOP = re.compile(r"[.;]|\b(?:which|and|to|for|in|on|at|who|that|during|since)\b")
_DONE_BY = re.compile(
    r"\b(?:launched|delivered|given|held|run|led|managed|staged|organised|introduced|published|issued"
    r"|produced|provided|hosted|opened|installed|developed|set up|coordinated|co-ordinated"
    r"|conducted"
    r"|shown|carried out)\b[^.;]{0,60}?\bby\s(?:the\s)?$"
)
_NEXT_ITEM = re.compile(r",\s(?:and\s)?(?:an?|the|our|its)\s")
_RUNS = re.compile(
    r"(?:\s(?:has|have|had|now|since|also|will|then))*\s(?:runs?|ran|leads?|led|manages?|managed|delivers?"
    r"|delivered|operates?|operated|hosts?|hosted|co-?ordinates?|co-?ordinated|organises?|organised"
    r"|worked\swith\s\d+|works\swith)\b"
)
_PAYEE = re.compile(r"(?P<who>[A-Z][^:–£]{2,60}?)\s?(?::|\s[–—-])\s(?:for\s)?(?:an?\s|the\s)?")
# A firm or a charity whose name ends in no head noun: "run by Haven Tarnshire".
_OTHER = re.compile(
    r"\s(?:the\s)?(?:(?:charity|firm|company|group)\s(?P<alone>[A-Z][\w’'&-]+)(?!\s[A-Z])"
    r"|(?:the\s(?:charity|firm|company)\s)?(?P<who>[A-Z][\w’'&-]+(?:\s(?:and\s)?[A-Z][\w’'&-]+){1,3}))"
)
# What pays without being a body: "met from the late night levy".
_POT = re.compile(
    r"\s(?:the\s|a\s)?(?P<who>(?:[\w’'&-]+\s){0,5}?(?:[Ff]und|levy|reserves?|budget|precept|programme))\b"
)
# Whoever stands right before the verb of running is the one who runs it, a body or not.
_RUNS_IT = re.compile(
    r"(?:(?<=^)|(?<=[.;]\s)|(?<=^The\s))(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,3})\s"
    r"(?:(?:also|now|again)\s)?(?:runs?|ran|delivers|delivered|launched|opened|provides|manages"
    r"|operates|organised|hosted|staged)\s(?:the\s|an?\s|its\s|their\s)?(?:new\s)?[“\"‘]?$"
)
# Whom money is given to, that they may deliver the thing that follows.
_GRANTED = re.compile(
    r"\b(?:funding|grants?|award|£[\d,.]+(?:k|m)?)\sto\s(?:the\s)?"
    r"(?P<who>[A-Z][\w’'&-]+(?:\s(?:(?:of|and|to|for)\s)?[A-Z][\w’'&-]+){0,6})\sto\s"
    r"(?:support\sthe\sdelivery\sof|deliver|run|provide|hold|host|stage)\s(?:an?\s|the\s|their\s)?$"
)
_PAID_FOR = re.compile(r"(?:\s\w+){1,3}\s(?:funding|a\sgrant|£[\d,.]+\w?)\s(?:to|for|towards)\b")
_OFTEN = frozenset(
    {
        "cabinet",
        "the cabinet",
        "officers",
        "officer",
        "members",
        "partners",
        "partnership",
        "councillors",
        "member",
        "service",
        "panel",
        "committee",
    }
)


@cache
def _pattern(section: str, name: str) -> re.Pattern[str]:
    """Return the pattern of one list of cues."""
    return re.compile(rf"\b(?:{'|'.join(lexicon()[section][name])})\b", re.IGNORECASE)


def lead_of(thing: Thing) -> str:
    """Return who runs a thing, or nothing."""
    for clause in thing.mentions:
        if granted := _GRANTED.search(clause.text[: clause.span.start]):
            return granted["who"]
        if name := _owner_before(clause.text, clause.span) or _payee_before(clause):
            return name
    for clause in thing.clauses:
        if name := party_after(clause.text, clause.span, "lead") or _doer(clause.text, clause.span):
            return name
    for clause in thing.mentions:
        if match := _RUNS_IT.search(clause.text[: clause.span.start]):
            return match["who"]
        if name := _leader_before(clause.text, clause.span):
            return name
    return next(
        (name for clause in [*thing.taken_up, *thing.after] if (name := _runner(clause.text))), ""
    )


def _payee_before(clause: Clause) -> str:
    """Return the body that an item of a list pays for the thing: "Beck Trust – late drop-in"."""
    match = _PAYEE.fullmatch(clause.text[: clause.span.start])
    if match is None or clause.passage.block.kind is not BlockKind.BULLET:
        return ""
    parties = parties_in(match["who"])
    is_body = any(party.span.end == len(match["who"]) for party in parties)
    return match["who"] if is_body else ""


def _owner_before(text: str, span: Span) -> str:
    """Return the party whose thing it is said to be: "the Trust's new Harbour Scheme"."""
    before = text[: span.start]
    for party in parties_in(before):
        if re.fullmatch(r"(?:['’]s|['’])\s(?:own\s|new\s|annual\s)?", before[party.span.end :]):
            return party.name
    return ""


def party_after(text: str, span: Span, role: str) -> str:
    """Return the party that a cue such as "led by" names after a mention, or nothing.

    What stands behind the next item of a list is that item's.
    """
    for match in _pattern("parties", role).finditer(text, span.end):
        if _is_of_next_item(text[span.end : match.start()]):
            return ""
        following = text[match.end() : match.end() + 70]
        for party in parties_in(following):
            if not re.search(r"[.;]", following[: party.span.start]) and party.span.start < 25:
                return party.name
        if other := _OTHER.match(following):
            return other["who"] or other["alone"]
        pot = _POT.match(following) if role == "funder" else None
        if pot:
            return pot["who"]
    return ""


def _doer(text: str, span: Span) -> str:
    """Return the party that a passive names with "by": "delivered to 40 staff by the Trust"."""
    for party in parties_in(text):
        start = party.span.start
        is_doer = span.end <= start <= span.end + 140 and not party.is_common
        between = text[span.end : start]
        if is_doer and _DONE_BY.search(between) and not _is_of_next_item(between):
            return party.name
    return ""


def _is_of_next_item(between: str) -> bool:
    """Return whether the words after a mention have come to the next item of a list.

    Right behind the name a comma and an article only say what it is: "Threshold, the programme".
    """
    return _NEXT_ITEM.search(between, len(", ")) is not None


def _runner(text: str) -> str:
    """Return the subject of a sentence that says that it runs or leads what was named before."""
    for party in parties_in(text):
        is_subject = text[: party.span.start].casefold() in {"", "the ", "a ", "our "}
        if is_subject and not party.is_common and _RUNS.match(text, party.span.end):
            return party.name
    return ""


def _leader_before(text: str, span: Span) -> str:
    """Return the subject of a verb of delivery whose object the mention is, or nothing.

    Of two that act together the first is the one that leads.
    """
    parties = [party for party in parties_in(text[: span.start]) if party.span.end < span.start]
    for place, party in reversed(list(enumerate(parties))):
        between = text[party.span.end : span.start]
        if re.search(r"\b(?:with|by|from|to)\s(?:the\s)?$", text[: party.span.start]):
            continue
        if _pattern("parties", "acts").search(between) and len(between) < 110:
            if re.search(r"[.;]|\bby\b", between) or _PAID_FOR.match(between):
                return ""
            return _first_of_pair(text, parties, place)
    return ""


def _first_of_pair(text: str, parties: list[Party], place: int) -> str:
    """Return the party, or the one before it where an "and" joins the two."""
    party = parties[place]
    if place and re.fullmatch(
        r",?\sand\s(?:the\s)?(?:[a-z]+[’']s?\s)?",
        text[parties[place - 1].span.end : party.span.start],
    ):
        party = parties[place - 1]
    return "" if party.name.casefold() in _OFTEN else party.name


def partners_of(thing: Thing, lead: str) -> tuple[str, ...]:
    """Return the parties told to help, in order, but for who leads."""
    for clause in thing.clauses:
        names = [name for name in _partners_in(clause.text, clause.span) if name != lead]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _partners_in(text: str, span: Span) -> Iterator[str]:
    """Yield the parties that one sentence tells to help."""
    for party in parties_in(text[: span.start]):
        if _TOGETHER.search(text[: party.span.start]):
            yield party.name
    cues = list(_pattern("parties", "partners").finditer(text, span.end))
    beside = _BESIDE.match(text, span.end)
    for match in [*cues, *([beside] if beside else []), *_DONE_WITH.finditer(text, span.end)]:
        rest = text[match.end() :]
        stop = _STOP.search(rest, 3)
        end = len(rest) if stop is None else _list_end(rest, stop.start())
        yield from (party.name for party in parties_in(rest[:end]) if not party.is_common)


def _list_end(text: str, stop: int) -> int:
    """Return where a list of names ends: an "and" before a last name belongs to it."""
    full = re.search(r"[.;]|\b(?:which|who|to|for|on|during)\b", text[stop:])
    return stop + full.start() if full else len(text)
