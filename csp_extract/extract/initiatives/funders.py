"""Who pays for an initiative: by the clauses round its mentions, its list or its table."""

import re

from csp_extract.extract.initiatives.parties import party_after
from csp_extract.extract.initiatives.thing import Thing
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Reading
from csp_extract.records import BlockKind

_FROM = re.compile(
    r"\bfund\w*(?:\s\w+){0,4}?\sfrom\s(?:the\s)?(?P<who>[\w’'& -]{3,50}?)"
    r"(?=\s(?:to|for|towards)\b|[.,:;])"
)
_FUNDED = re.compile(
    r"[”\"’']?(?:\s\([^)]{1,40}\))?,\s(?:which\sis\s)?(?:an?|the|our)\s(?P<who>[A-Z][\w&’'-]*(?:\s(?:and\s)?[A-Z][\w&’'-]*){0,4})"
    r"[\s-]funded\b"
)
_MONEY = re.compile(r"£|\b(?:amount|award|grant|cost|allocation|spend)\b", re.IGNORECASE)
_GIVES = re.compile(
    r"(?:\s(?:has|have|had|now|again))*\s(?:awarded|granted|confirmed|allocated|gave|given|provided"
    r"|funded|distributed|offered|set\saside|made\savailable|are\sawarding|is\sawarding)\b|\sto\sset\saside\b"
    r"|[’']s\s(?:[\w-]+\s){0,3}?(?:grant|fund|award)\b"
)
_SECOND = re.compile(
    r"\b(?:adds|contribut\w+|matched|match|own budget|other sources|together with|income)\b",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"(?:\s(?:has|have|had|is|also|again|now|already))*\s(?:pays?|paid|paying|awarded|granted|gave|gives"
    r"|announced|confirmed|approved|contribut\w+)\s(?:half|a\sgrant|£|a\sthird|for\s(?:it|them|the\sfirst))"
)


def funder_of(thing: Thing) -> str:
    """Return who pays for a thing: by a cue after its name, or by the lead-in of its list."""
    for clause in thing.clauses:
        if name := party_after(clause.text, clause.span, "funder"):
            return name
        if apposed := _FUNDED.match(clause.text, clause.span.end):
            return apposed["who"]
        if name := _payer_in(clause.text[: clause.span.start], clause.text[clause.span.start :]):
            return name
    for clause in (*thing.mentions, *thing.taken_up):
        for party in parties_in(clause.text):
            if (
                party.name != thing.name
                and not party.is_common
                and _PAYS.match(clause.text, party.span.end)
            ):
                return party.name
    match = _FROM.search(thing.lead_in)
    return match["who"] if match else _giver(thing.lead_in)


def _giver(text: str) -> str:
    """Return the one body that a lead-in has pay for the items under it, or nothing."""
    payers = {
        party.name
        for party in parties_in(text)
        if not party.is_common and _GIVES.match(text, party.span.end)
    }
    return payers.pop() if len(payers) == 1 and not _SECOND.search(text) else ""


def funder_of_table(reading: Reading, thing: Thing) -> str:
    """Return who made the grant that a table shares out, by the paragraph that leads the table in.

    Nothing where the paragraph tells of a second payer.
    """
    for clause in thing.mentions:
        block = clause.passage.block
        if block.kind is BlockKind.CELL and _MONEY.search(_heads(reading, block.table)):
            return _giver(_before_table(reading, block.table))
    return ""


def _heads(reading: Reading, table: int) -> str:
    """Return the column headings of a table."""
    return " / ".join({reading.head_of(block) for block in reading.blocks if block.table == table})


def _before_table(reading: Reading, table: int) -> str:
    """Return the paragraph before a table, with its caption."""
    first = next(place for place, block in enumerate(reading.blocks) if block.table == table)
    return " ".join(
        reading.report.slice(block)
        for block in reading.blocks[max(0, first - 3) : first]
        if block.kind is not BlockKind.CELL
    )


def _payer_in(before: str, name: str) -> str:
    """Return the payer told in the name itself or right before it: "the PCC-funded scheme"."""
    match = re.search(
        r"\b([A-Z][\w&]+(?:\s[A-Z][\w&]+){0,3})(?:\s|-)funded\s", f"{before[-60:]}{name[:40]}"
    )
    if match is None or len(before[-60:]) - match.end() > 2:
        return ""
    parties = parties_in(match[1])
    return parties[-1].name if parties else ""
