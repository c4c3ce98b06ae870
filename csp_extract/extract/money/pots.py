"""Who pays where the words around name a pot: a head, or a fund whose owner is told.

"PCC grant. We have drawn down £900." is of the grant that its head names. "The Quiet Roads Fund is
£9,000" is paid by the Ministry where the report speaks of "the Ministry's Quiet Roads Fund".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.money.heads import run_in_heads
from csp_extract.extract.money.payers import may_pay, named_parties
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountKind, AmountValue

_GIVEN = frozenset({AmountKind.GRANT, AmountKind.ALLOCATION})
_NAME = r"(?:[A-Z][\w&-]*\s(?:(?:and|of|for|the)\s)?){1,7}(?:Fund|Grant)"
_FUND = re.compile(rf"(?:[Tt]he\s)?(?P<fund>{_NAME})\b")
_POT = re.compile(r"[’']s?\s[^.;]{3,60}(?:Fund|Grant)\b")
# "the Ministry's Quiet Roads Fund" is found as the name of one body.
_OWNED = re.compile(rf"(?P<who>[^’']{{3,80}})[’']s?\s(?:own\s|new\s)?(?P<fund>{_NAME})\b")
_GIFT = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:grants?|funding|money|award)")
_TAKEN = re.compile(r"\b(?:underspen\w+|unspent|left over|returned|repaid|levy)\b", re.IGNORECASE)


def with_pots(reading: Reading, amounts: Sequence[Found[AmountValue]]) -> list[Found[AmountValue]]:
    """Return the gifts without a payer as paid from the pot that is named, or by its owner."""
    owners = _owners(reading)
    return [
        replace(amount, value=replace(amount.value, funder=who))
        if (who := _payer(reading, amount, owners))
        else amount
        for amount in amounts
    ]


def _payer(reading: Reading, amount: Found[AmountValue], owners: Mapping[str, str]) -> str:
    """Return who owns the one fund that a sentence names, or the pot that is its head."""
    home, value = reading.passage_at(amount.span.start), amount.value
    if home is None or home.block.table >= 0 or value.funder or value.kind not in _GIVEN:
        return ""
    if _TAKEN.search(home.text):
        return ""
    named = {match["fund"] for match in _FUND.finditer(home.text)}
    if _has_payer(home):
        return ""
    if named:
        who = {owners.get(fund, "") for fund in named}
        return who.pop() if len(who) == 1 else ""
    return _of_head(reading, home)


def _has_payer(home: Passage) -> bool:
    """Return whether a sentence speaks of somebody other than a fund who may be the payer."""
    parties = filter(may_pay, named_parties(home.text, {}))
    return any(not party.name.endswith(("Fund", "Grant")) for party in parties)


def _of_head(reading: Reading, home: Passage) -> str:
    """Return the fund, or the body whose grant it is, that heads a paragraph."""
    for head in run_in_heads(reading, home):
        if _FUND.fullmatch(head):
            return head
        party = next(iter(named_parties(head, {})), None)
        is_owner = party is not None and party.span.start == 0 and may_pay(party)
        if party is not None and is_owner and _GIFT.fullmatch(head, party.span.end):
            return party.name
    return ""


def _owners(reading: Reading) -> dict[str, str]:
    """Return the funds of a report by name, each with the one body that is said to have it."""
    found: dict[str, set[str]] = {}
    telling = (passage for passage in reading.passages if _POT.search(passage.text))
    for passage in telling:
        for match in _OWNED.finditer(passage.text):
            party = next(iter(named_parties(match["who"], {})[-1:]), None)
            if party is not None and party.span.end == len(match["who"]) and may_pay(party):
                found.setdefault(match["fund"], set()).add(party.name)
    return {fund: who.pop() for fund, who in found.items() if len(who) == 1}
