"""Who pays a sum and who gets it, in the words of its clause."""

import re
from collections.abc import Mapping

from csp_extract.extract.found import Span
from csp_extract.extract.money.clause import HOLDS, PAID_BY, TELLING, Clause, says
from csp_extract.extract.money.getters import recipient_of
from csp_extract.extract.money.places import payer_by_place
from csp_extract.extract.money.setting import Setting
from csp_extract.extract.organisations import Party, PartyKind, parties_in

_FROM = re.compile(
    r"(?:\b(?:from|courtesy of|thanks to|(?:funded|bought|purchased|paid for|paid|provided|awarded"
    r"|given|met|borne|donated|matched|put up|contributed|covered|financed|made) by)"
    r"|^\)?,? by)\s(?:the\s)?$"
)
_PASSIVE = re.compile(r"\b(?:\w+ed|paid|given|met|borne|found|let)(?: for)? by\b")
_BID_TO = re.compile(
    r"\b(?:asked|(?:appl(?:y|ied|ication|ications|ying)|bids?|submitted|requests?|made)\sto)\s(?:the\s)?$"
)
# "the Commissioner's grant for 2020/21 is", "the council's share stays at"
_OWNED = re.compile(
    r"[’']s?\s(?:[\w-]+\s){0,5}?(?:[Gg]rants?|[Ff]unds?|funding|award|allocation|contributions?|share"
    r"|budget|money|part|own \w+)\b[^.;]{0,60}$"
    r"|[’']s?\s(?:[\w-]+\s){0,2}$"
)
# "the Home Office grant of", "a PCC award for lighting of"
_NAMES_GIFT = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:grants?|funding|award|money)\b[^.;£]{0,60}$")
_POT = re.compile(
    r"\b(?:from|out of|against|by)\s(?:the\s|its\s|our\s|his\s|their\s|an?\s|existing\s)?"
    r"(?P<pot>(?:[\w'’&-]+\s){0,6}?(?:[Ff]unds?|[Gg]rants?|[Bb]udgets?|[Rr]eserves?|[Bb]onus|[Pp]ot"
    r"|[Pp]rogramme|[Rr]esources|[Tt]op[ -][Ss]lice|[Ll]evy|[Pp]recept|[Ll]ottery|[Cc]apital))\b"
)
# "from the council's youth fund": the words that go with the owner of a pot.
_POT_OF = re.compile(
    r"[’']s?\s(?:own\s)?(?:[\w'’&-]+\s){0,5}?(?:[Ff]unds?|[Gg]rants?|[Bb]udgets?|[Rr]eserves?|[Pp]ot"
    r"|[Pp]rogramme|[Ll]evy|[Pp]recept|[Bb]onus)\b"
)
# "£20,000 ABC funding", "the £5,000 ABC and the £7,000 DEF allocations"
_LEADS_GIFT = re.compile(
    r"\s(?:in\s|of\s)?(?P<who>[A-Z][A-Z&]{2,8})\s"
    r"(?:and\s(?:the\s)?£\S{1,12}\s(?:\w+\s)?[A-Z&]{2,9}\s)?"
    r"(?:grant|funding|award|allocation|money)s?\b"
)
# "£9,000 of Quiet Roads grant funded spending": a fund named between the sum and its gift noun.
_OF_FUND = re.compile(
    r"\s(?:in\s|of\s|from\s)(?:the\s)?(?P<who>(?:[A-Z][\w’'-]*\s){1,5}(?:[Ff]und|[Gg]rant)(?:ing)?)\b"
)
_GIFT_NOUN = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:grant|funding|finance|award|allocation|money)s?\b")
_OWN_POT = re.compile(r"(?:from|out of|against|by)\s(?:its|our|his|their|existing|own)\s")
_NO_POT = re.compile(
    r"^(?:that|this|the|last year|which|it)?\s?(?:funds?|grants?|budgets?|pot)$", re.IGNORECASE
)
# "from reserves of some £900": how much there is to take from.
_OF_POT = re.compile(r"\sof\s(?:some\s|about\s|around\s|just\s|only\s)?")
_GRANT_OF = re.compile(r"(?:[Tt]he\s)?(?P<who>[^’']{3,60})[’']s?\s[Gg]rants?")
_BID = re.compile(
    r"\b(?:bids?|bidding|appl(?:y|ied|ying)|applications?|requests?|sought"
    r"|asked(?! to (?:approve|agree|note|consider|endorse)))\b"
)
_PROPER = re.compile(r"(?:The |the )?[A-Z][\w'’-]+(?: (?:(?:of|and|the) )?[A-Z][\w'’-]+){0,6}")
_NEAR = 60  # characters from a sum to who it is from
# "allocate each partnership a sum of": who stands right after a verb of giving is given to.
_OBJECT_OF = re.compile(
    r"\b(?:allocat(?:e|es|ed|ing)|awards?|awarded|awarding|gives?|gave|giving|grants|granted|offers?"
    r"|offered|pays?|paid|provides?|provided|providing)\s(?:each\s|every\s|all\s)?(?:the\s)?$"
)
# "which costs the council £900"
_COSTS = re.compile(r"\bcost(?:s|ing)?\s(?:the\s)?$")
# "the board has a budget of £90,000, of which £70,000 was given out": the holder of a whole gives.
_OF_WHICH = re.compile(r"£[^£]{0,30}\bof which\s$")
_GIVEN_OUT = re.compile(
    r"\s(?:is|was|were|has been|have been|will be)\s(?:\w+ly\s)?"
    r"(?:given|granted|awarded|allocated|paid out|distributed|shared out)\b"
)
# "the Ministry has announced that Ashby has secured": who announces what another gets gives it.
_ANNOUNCES = re.compile(
    r"\s(?:has\s|have\s|had\s)?(?:announced|confirmed)\sthat\s[^£;.]{1,60}?\s(?:secured"
    r"|been awarded|been allocated|receive|received|will get)\b"
)
# "the Ministry confirmed that core funding for next year will be": who confirms it pays it.
_CONFIRMS = re.compile(
    r"\s(?:has\s|have\s|had\s)?(?:(?:since|now|also|recently)\s)?(?:announced|confirmed)"
    r"\s(?:that\s)?[^£;.]{0,40}?\b(?:funding|grant|allocation|settlement|award)\b[^£;.]{0,40}?"
    r"\s(?:is|was|will\sbe|would\sbe|of|at)\s(?:to\sbe\s)?"
)
# "the Quiet Roads Fund 2031/32 of": a fund by name with its sum.
_FUND_OF = re.compile(
    r"(?:^|[,;]\s|\band\s|\b)(?:[Tt]he\s)(?P<who>(?:[A-Z&][\w’'-]*\s(?:(?:and|of|for)\s)?){1,7}"
    r"(?:Fund|Grant))\s(?:20\d\d\S*\s)of\s$"
)
_PEOPLE = frozenset({"members", "officers", "councillors", "residents", "partners"})
_ASIDE = frozenset({"service", "cabinet", "members", "councillor", "portfolio holder", "committee"})
_LEADS = re.compile(r"(?:From|With|For|By|In|Of|To|On|At|Under|And)\s(?:the\s)?")
_PAYING_OFFICE = re.compile(r"\b(?:[Cc]ommissioner|O?PF?CC|[Mm]ayor)$")


def parties_of(setting: Setting, own: Mapping[str, str]) -> tuple[str, str]:
    """Return funder and recipient of a sum, each empty where the clause does not say."""
    text, clause, span, _ = setting
    around = text[clause.start : clause.end]
    at = Span(span.start - clause.start, span.end - clause.start)
    parties = named_parties(around, own)
    before = [party for party in parties if party.span.end <= at.start]
    after = [party for party in parties if party.span.start >= at.end]
    may_give = Clause(around, at, list(filter(may_pay, before)), list(filter(may_pay, after)))
    funder = _funder(may_give) or _by_whole(setting, own)
    recipient = recipient_of(Clause(around, at, before, after), funder)
    if _BID.search(around[: at.start]) and recipient in {party.name for party in after}:
        return funder or recipient, ""  # a bid is made to those who would pay
    if funder and recipient == funder:
        recipient = ""
    return funder, recipient


def _by_whole(setting: Setting, own: Mapping[str, str]) -> str:
    """Return who holds the sum that one given out is a part of."""
    text, _, span, _ = setting
    start = _OF_WHICH.search(text[: span.start])
    if start is None or not _GIVEN_OUT.match(text, span.end):
        return ""
    holders = [party for party in named_parties(text[: start.start()], own) if may_pay(party)]
    is_holder = bool(holders) and HOLDS.fullmatch(text[holders[-1].span.end : start.start()])
    return holders[-1].name if is_holder else ""


def named_parties(text: str, own: Mapping[str, str]) -> list[Party]:
    """Return the parties of a text that may have money, without a preposition before the name."""
    found = (_without_lead(party) for party in parties_in(text, own))
    return [
        party
        for party in found
        if party.name not in _PEOPLE and not text.startswith("/", party.span.end)  # "OPCC/17/04"
    ]


def _without_lead(party: Party) -> Party:
    """Return a party whose name does not begin with the preposition that opens a sentence."""
    lead = _LEADS.match(party.name)
    if lead is None:
        return party
    span = Span(party.span.start + lead.end(), party.span.end)
    return party._replace(span=span, name=party.name[lead.end() :])


def is_body(words: str) -> bool:
    """Return whether words name a body and nothing else."""
    plain = words.removeprefix("the ")
    parties = parties_in(plain)
    return len(parties) == 1 and parties[0].span == Span(0, len(plain))


def may_be_party(words: str) -> bool:
    """Return whether a label names a body, or something by a proper name alone."""
    return is_body(words) or bool(_PROPER.fullmatch(words))


def split_getter(purpose: str) -> tuple[str, str]:
    """Return the body that a purpose begins with and what it is to do: "the trust to run it"."""
    plain = purpose.removeprefix("the ")
    party = next(iter(parties_in(plain)), None)
    is_first = party is not None and party.span.start == 0
    if party is None or not is_first or not plain[party.span.end :].startswith(" to "):
        return "", purpose
    return party.name, plain[party.span.end + len(" to ") :]


def may_pay(party: Party) -> bool:
    """Return whether a party has money to give: a body, or an office that is one."""
    if party.kind is PartyKind.ORGANISATION:
        return party.name.casefold() not in _ASIDE
    return bool(_PAYING_OFFICE.search(party.name))


def _funder(clause: Clause) -> str:
    """Return who pays: after "from", the owner of the money, or the subject of giving."""
    text, at = clause.text, clause.at
    named = clause.in_bracket()
    if named is not None:
        return named.name if PAID_BY.search(text[: named.span.start]) else ""
    fund = _FUND_OF.search(clause.head)
    if fund is not None:
        return fund["who"]
    named_after = _LEADS_GIFT.match(text, at.end) or _OF_FUND.match(text, at.end)
    return (
        _by_after(clause)
        or (named_after["who"] if named_after else "")
        or _by_lead(clause)
        or _pot(text, at)
        or _by_owner(clause)
        or _by_verb(clause)
        or _pot(text, at, is_own=True)
        or payer_by_place(text, at)
    )


def _by_after(clause: Clause) -> str:
    """Return the party that follows the sum as its payer: "from", "of X funding", "asked of"."""
    for party in clause.after:
        between = clause.up_to(party)
        if _FROM.search(between) and len(between) < _NEAR and "£" not in between:
            return _with_pot(clause.text, party)
        if between in {" ", " of ", " in "} and _GIFT_NOUN.match(clause.text, party.span.end):
            return party.name
        if _BID.search(clause.head) and _BID_TO.search(between):
            return party.name
    return ""


def _with_pot(text: str, party: Party) -> str:
    """Return a payer with the pot of its that is named: "the council's youth fund"."""
    pot = _POT_OF.match(text, party.span.end)
    if pot and pot[0].endswith(("grant", "grants")):
        return ""  # what is taken out of somebody's grant is not paid by whoever has it
    return text[party.span.start : pot.end()] if pot else party.name


def _by_lead(clause: Clause) -> str:
    """Return the party led in by "from" or "asked" before the sum."""
    for party in reversed(clause.before):
        lead = clause.text[max(0, party.span.start - 30) : party.span.start]
        if "£" in clause.up_to(party):
            continue
        is_asked = bool(_BID_TO.search(lead)) and bool(_BID.search(clause.head))
        if _FROM.search(lead) or is_asked:
            return party.name
    return ""


def _pot(text: str, at: Span, *, is_own: bool = False) -> str:
    """Return the fund, budget or reserve that a sum is taken from; its payer's own at request."""
    for match in _POT.finditer(text, at.end):
        if not is_own and _OWN_POT.match(match[0]):
            continue
        if "£" not in text[at.end : match.start()] and match.start() - at.end < 90:
            return "" if _NO_POT.match(match["pot"]) or _is_had(match["pot"]) else match["pot"]
    for match in _POT.finditer(text[: at.start]):
        if _OF_POT.fullmatch(text, match.end(), at.start):
            continue
        before = text[max(0, match.start() - 12) : match.start() + 3]
        lead = match[0].startswith(("from", "out of")) or bool(_PASSIVE.search(before))
        if lead and "£" not in text[match.end() : at.start] and at.start - match.end() < 30:
            return "" if _NO_POT.match(match["pot"]) or _is_had(match["pot"]) else match["pot"]
    return ""


def _is_had(pot: str) -> bool:
    """Return whether a pot is the grant that somebody has: "the Vale's grant", no office's."""
    owner = _GRANT_OF.fullmatch(pot)
    return owner is not None and not _PAYING_OFFICE.search(owner["who"])


def _by_owner(clause: Clause) -> str:
    """Return the party whose grant, share or budget the sum is said to be."""
    for party in reversed(clause.before):
        between = clause.up_to(party)
        if "£" in between:
            continue
        if _OBJECT_OF.search(clause.text[: party.span.start]):
            continue
        if _OWNED.match(between) or _NAMES_GIFT.match(between):
            return party.name
    return ""


def _by_verb(clause: Clause) -> str:
    """Return the subject of a verb of giving."""
    for party in reversed(clause.before):
        between = clause.up_to(party)
        if "£" in between and re.search(r"\btotal|\bof which\b", between):
            continue  # the payer of a part need not have paid the whole
        if _CONFIRMS.fullmatch(between):
            return party.name
        if TELLING.search(between):
            continue
        if between == " " and _COSTS.search(clause.text[: party.span.start]):
            return party.name
        if _ANNOUNCES.match(between):
            return party.name
        if says("gets", between) or _OBJECT_OF.search(clause.text[: party.span.start]):
            continue
        told = between + "£"  # "found £" is a gift, "found that" is none
        if says("gives", told) and not _PASSIVE.search(between):
            return "" if says("gets", told) else party.name
    return ""
