"""Who pays a sum and who gets it, in the words of its clause."""

import re
from collections.abc import Mapping, Sequence

from csp_extract.extract.found import Span
from csp_extract.extract.money.setting import Setting
from csp_extract.extract.money.words import cues
from csp_extract.extract.organisations import Party, PartyKind, parties_in

# "awarded the partnership a grant of £5,000": what stands between who gets it and the sum.
_OBJECT = re.compile(r"\s(?:a|an|the|its|another)\s(?:[\w’'&-]+\s){0,7}?of\s")
_FROM = re.compile(
    r"(?:\b(?:from|courtesy of|thanks to|(?:funded|paid for|paid|provided|awarded|given|met|borne"
    r"|donated|matched|put up|contributed|covered|financed|made) by)|^\)?,? by)\s(?:the\s)?$"
)
_PAID_BY = re.compile(
    r"\b(?:found|met|paid for|funded|borne|contributed|covered|provided|shared|given|matched)\sby\b"
    r"|\b(?:contributions?|funding|money|contributed|grants?)\b[^.;]{0,40}\bfrom\b|\bcontribut\w+\b"
)
_PASSIVE = re.compile(r"\b(?:\w+ed|paid|given|met|borne|found|let)(?: for)? by\b")
_BID_TO = re.compile(
    r"\b(?:asked|(?:appl(?:y|ied|ication|ications|ying)|bids?|submitted|requests?|made)\sto)\s(?:the\s)?$"
)
# "the Commissioner's grant for 2020/21 is", "the council's share stays at"
_OWNED = re.compile(
    r"[’']s?\s(?:[\w-]+\s){0,5}?(?:grants?|funds?|funding|award|allocation|contributions?|share"
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
_NO_POT = re.compile(
    r"^(?:that|this|the|last year|which|it)?\s?(?:funds?|grants?|budgets?|pot)$", re.IGNORECASE
)
_BID = re.compile(r"\b(?:bids?|bidding|appl(?:y|ied|ying)|applications?|requests?|asked|sought)\b")
_TO_MANY = re.compile(
    r"\bto\s(?P<who>(?:the\s)?(?:[\w'’-]+\s){0,4}?(?:groups|parishes|districts|schools|charities"
    r"|organisations|partnerships|boards|clubs|projects|residents|businesses|victims|families"
    r"|providers|communities|wards|boroughs|councils|associations|households|traders))\b"
)
_TELLING = re.compile(
    r"\b(?:informed|told|advised|heard|noted|reported|reminded|assured|observed"
    r"|asked (?:who|what|how|why|whether|if))\b"
)
_GIFT_TO = re.compile(
    r"\b(?:grants?|awards?|allocations?|payments?|funding|contributions?)\s(?:[\w-]+\s){0,3}?to\s(?:the\s)?$"
)
_GIVEN_TO = re.compile(
    r"\)?(?:\s(?:per annum|a year|each|p\.?a\.?))?\sto\s"
    r"(?P<who>(?:the\s|an?\s)[a-z][\w'’-]*(?:\s(?:in|of)\s[A-Z][\w'’-]*|\s[a-z][\w'’-]*){0,3}?)"
    r"(?=[.,;)]|\s(?:for|until|towards|from|in 20|to|over|at)\b|$)"
)
_PROPER = re.compile(r"(?:The |the )?[A-Z][\w'’-]+(?: (?:(?:of|and|the) )?[A-Z][\w'’-]+){0,6}")
_PEOPLE = frozenset({"members", "officers", "councillors", "residents", "partners"})
_ASIDE = frozenset({"cabinet", "members", "councillor", "portfolio holder", "committee"})
_LEADS = re.compile(r"(?:From|With|For|By|In|Of|To|On|At|Under|And)\s(?:the\s)?")
_PAYING_OFFICE = re.compile(r"\b(?:[Cc]ommissioner|PCC|PFCC|[Mm]ayor)$")
_NUMBER = re.compile(
    r"(?:[£\d]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|each|both)\b"
)
_NOBODY = frozenset({"It", "This", "We", "They", "Officers", "Members", "He", "She", "There"})
_THINGS = re.compile(
    r"\b(?:sum|award|grant|bid|claim|payment|contract|report|balance|amount|price|cost|total)\b",
    re.IGNORECASE,
)


def parties_of(setting: Setting, own: Mapping[str, str]) -> tuple[str, str]:
    """Return funder and recipient of a sum, each empty where the clause does not say."""
    text, clause, span = setting
    around = text[clause.start : clause.end]
    at = Span(span.start - clause.start, span.end - clause.start)
    parties = named_parties(around, own)
    before = [party for party in parties if party.span.end <= at.start]
    after = [party for party in parties if party.span.start >= at.end]
    funder = _funder(around, at, list(filter(may_pay, before)), list(filter(may_pay, after)))
    recipient = _recipient(around, at, before, after, funder)
    if _BID.search(around[: at.start]) and recipient in {party.name for party in after}:
        return funder or recipient, ""  # a bid is made to those who would pay
    if funder and recipient == funder:
        recipient = ""
    return funder, recipient


def named_parties(text: str, own: Mapping[str, str]) -> list[Party]:
    """Return the parties of a text that may have money, without a preposition before the name."""
    found = (_without_lead(party) for party in parties_in(text, own))
    return [party for party in found if party.name not in _PEOPLE]


def _without_lead(party: Party) -> Party:
    """Return a party whose name does not begin with the preposition that opens a sentence."""
    lead = _LEADS.match(party.name)
    if lead is None:
        return party
    span = Span(party.span.start + lead.end(), party.span.end)
    return party._replace(span=span, name=party.name[lead.end() :])


def is_body(words: str) -> bool:
    """Return whether words name a body, or bodies of one sort, and nothing else."""
    plain = words.removeprefix("the ")
    parties = parties_in(plain)
    is_one = len(parties) == 1 and parties[0].span == Span(0, len(plain))
    return is_one or bool(_TO_MANY.fullmatch(f"to {words}"))


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


def _funder(text: str, at: Span, before: Sequence[Party], after: Sequence[Party]) -> str:
    """Return who pays: after "from", the owner of the money, or the subject of giving."""
    named = _in_bracket(text, at, before)
    if named is not None:
        return named.name if _PAID_BY.search(text[: named.span.start]) else ""
    for party in after:
        between = text[at.end : party.span.start]
        if _FROM.search(between) and len(between) < 60 and "£" not in between:
            return party.name
        if _BID.search(text[: at.start]) and _BID_TO.search(between):
            return party.name
    return (
        _by_lead(text, at, before)
        or _pot(text, at)
        or _by_owner(text, at, before)
        or _by_verb(text, at, before)
    )


def _in_bracket(text: str, at: Span, before: Sequence[Party]) -> Party | None:
    """Return the party right before the bracket that a sum opens: "the Police (£90,000)"."""
    return next((party for party in before if text[party.span.end : at.start] == " ("), None)


def _by_lead(text: str, at: Span, before: Sequence[Party]) -> str:
    """Return the party led in by "from" or "asked" before the sum."""
    for party in reversed(before):
        lead = text[max(0, party.span.start - 30) : party.span.start]
        if "£" in text[party.span.end : at.start]:
            continue
        if _FROM.search(lead) or _BID_TO.search(lead):
            return party.name
    return ""


def _pot(text: str, at: Span) -> str:
    """Return the fund, budget or reserve that a sum is taken from."""
    for match in _POT.finditer(text, at.end):
        if "£" not in text[at.end : match.start()] and match.start() - at.end < 90:
            return "" if _NO_POT.match(match["pot"]) else match["pot"]
    for match in _POT.finditer(text[: at.start]):
        before = text[max(0, match.start() - 12) : match.start() + 3]
        lead = match[0].startswith(("from", "out of")) or bool(_PASSIVE.search(before))
        if lead and "£" not in text[match.end() : at.start] and at.start - match.end() < 30:
            return "" if _NO_POT.match(match["pot"]) else match["pot"]
    return ""


def _by_owner(text: str, at: Span, before: Sequence[Party]) -> str:
    """Return the party whose grant, share or budget the sum is said to be."""
    for party in reversed(before):
        between = text[party.span.end : at.start]
        if "£" in between:
            continue
        if _OWNED.match(between) or _NAMES_GIFT.match(between):
            return party.name
    return ""


def _by_verb(text: str, at: Span, before: Sequence[Party]) -> str:
    """Return the subject of a verb of giving."""
    for party in reversed(before):
        between = text[party.span.end : at.start]
        if "£" in between and re.search(r"\btotal|\bof which\b", between):
            continue  # the payer of a part need not have paid the whole
        if _TELLING.search(between):
            continue
        if _says("gives", between) and not _PASSIVE.search(between):
            return "" if _says("gets", between) else party.name
    return ""


def _recipient(
    text: str, at: Span, before: Sequence[Party], after: Sequence[Party], funder: str
) -> str:
    """Return who gets it: after "to", or the subject of a verb of getting."""
    named = _in_bracket(text, at, before)
    if named is not None:
        return named.name if not funder and not _PAID_BY.search(text[: named.span.start]) else ""
    for party in after:
        between = text[at.end : party.span.start]
        if re.fullmatch(r"[\w\s]{0,40}?\bto\s(?:the\s)?", between):
            return party.name
    many = _TO_MANY.search(text, at.end) or _TO_MANY.search(text[: at.start])
    if (
        many
        and "£" not in text[at.end : many.start()]
        and (_says("gives", text) or many.start() - at.end < 20)
    ):
        return many["who"]
    named_to = next((party for party in before if _is_given_to(text, at, party)), None)
    if named_to is not None and named_to.name != funder:
        return named_to.name
    given_to = _GIVEN_TO.match(text, at.end)
    if given_to and cues("parties", "gifts").search(text[: at.start]):
        return given_to["who"]
    for party in before:
        between = text[party.span.end : at.start]
        if _TELLING.search(between):
            continue
        is_object = not between.strip() or _OBJECT.fullmatch(between)
        is_given = bool(is_object) and _says("gives", text[: party.span.start][-60:])
        if party.name not in {funder} | _NOBODY and (is_given or _says("gets", between)):
            return party.name
    return "" if before else _getter(text[: at.start])


def _is_given_to(text: str, at: Span, party: Party) -> bool:
    """Return whether a party before a sum is led in as getter: "the grant to the Trust is"."""
    between = text[party.span.end : at.start]
    lead = text[max(0, party.span.start - 60) : party.span.start]
    return "£" not in between and bool(_GIFT_TO.search(lead))


def _getter(before: str) -> str:
    """Return the subject of a verb of getting that names no body: a scheme, a group, an area."""
    verb = cues("parties", "gets").search(before)
    words = before[: verb.start()].strip().split(" ") if verb else []
    if words[:1] in (["The"], ["the"], ["A"], ["This"]):
        words = words[1:]
    name = " ".join(words)
    is_name = 0 < len(words) <= 6 and words[0] not in _NOBODY and not _NUMBER.match(name.casefold())
    is_name = is_name and not _THINGS.search(name)
    return name if is_name else ""


def _says(side: str, words: str) -> bool:
    """Return whether a verb of giving or getting stands among the words."""
    return len(words) < 120 and bool(cues("parties", side).search(words))
