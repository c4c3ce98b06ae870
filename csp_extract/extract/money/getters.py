"""Who gets a sum, in the words of its clause."""

import re

from csp_extract.extract.money.clause import HOLDS, PAID_BY, TELLING, Clause, says
from csp_extract.extract.money.words import cues
from csp_extract.extract.organisations import Party, PartyKind

# "awarded the partnership a grant of £5,000": what stands between who gets it and the sum.
_OBJECT = re.compile(
    r"\s(?:a|an|the|its|another|direct|further|additional)\s(?:[\w’'&-]+\s){0,7}?of\s"
    r"(?:up to\s)?"
    r"|\swith\s(?:about\s|up to\s|a (?:further\s|total\s)?(?:of\s)?)?"
)
TO_MANY = re.compile(
    r"\bto\s(?P<who>(?:each\sof\s)?(?:the\s)?(?:(?!to\b)[\w'’-]+\s){0,4}?(?:groups|parishes|districts|schools|charities"
    r"|organisations|partnerships|boards|clubs|residents|businesses|victims|families"
    r"|providers|communities|wards|boroughs|councils|associations|households|traders))\b"
)
_GIFT_TO = re.compile(
    r"\b(?:grants?|awards?|allocations?|payments?|funding|contributions?|awarded|granted|allocated)"
    r"\s(?:[\w-]+\s){0,3}?to\s(?:the\s)?$"
)
_GIVEN_TO = re.compile(
    r"\)?(?:\s(?:per annum|a year|each|p\.?a\.?))?\sto\s"
    r"(?P<who>(?:the\s|an?\s)[a-z][\w'’-]*(?:\s(?:in|of)\s[A-Z][\w'’-]*|\s[a-z][\w'’-]*){0,3}?)"
    r"(?=[.,;)]|\s(?:for|until|towards|from|in 20|to|over|at)\b|$)"
)
# "was allocated to Moor End Boxing Club to run": a getter that is known by its place.
_TO_NAME = re.compile(
    r"\)?(?:\s[\w’'-]+){0,6}?\sto\s(?:the\s)?"
    r"(?P<who>[A-Z][\w’'-]*(?:\s(?:(?:of|and|the|for)\s)?[A-Z][\w’'-]*){1,5})"
    r"(?=[.,;)]|\s(?:to|for|towards|in|from|so|as)\b|$)"
)
# "being allocated to Moor End": any name is a getter right after the verb that gives.
_GIVEN_TO_NAME = re.compile(
    r"\)?,?\s(?:\w+\s){0,3}?(?:allocated|awarded|granted|given|paid|devolved|earmarked)\sto\s(?:the\s)?"
    r"(?P<who>[A-Z][\w’'-]*)(?=[.,;)]|\s(?:to|for|towards|in|from|so|as)\b|$)"
)
# "to award Moor End Juniors £900": any name between a verb of giving and the sum.
_OBJECT_NAME = re.compile(
    r"\b(?:award|grant|allocat|giv|pay|offer|gave|paid)(?:e[sd]?|ed|s|ing)?\s(?:the\s)?"
    r"(?P<who>[A-Z][\w’'&-]*(?:\s(?:(?:of|and|the|for)\s)?[A-Z][\w’'&-]*){0,5})\s"
    r"(?:(?:an?|the)\s(?:grant|sum|award)\sof\s)?(?:up to\s)?$"
)
# "the Trust's contract, at £4,000", "let to the Trust at": who is paid a price.
_CONTRACT = re.compile(
    r"[’']s?\s(?:[\w-]+\s){0,2}contract\b[^£;.]{0,40}$"
    r"|[^£;.]{0,30}\b(?:chosen|appointed|selected) (?:for|on) [^£;.]{0,40}$"
)
_RUN_BY = re.compile(
    r"\b(?:run|delivered|provided|operated|managed|supplied)(?: \w+)? by (?:the )?(?:an? \w+, )?$"
    r"|\blet to (?:the )?$|\bcontracts? (?:with|of|to|awarded to) (?:the )?$"
)
# "run by Harbour Gate, at a cost of", "Harbour Gate's contract costs": any name is paid a price.
_CONTRACTOR = r"(?P<who>[A-Z][\w’-]*(?:\s(?:(?:of|and|the|for)\s)?[A-Z][\w’-]*){1,5})"
_PRICE = r",?\s(?:at|for|worth|in the sum of)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,4}$"
_PAID_NAMES = (
    re.compile(
        rf"\b(?:run|delivered|provided|operated|managed)\sby\s(?:the\s)?(?:an?\s\w+,\s)?{_CONTRACTOR}{_PRICE}"
    ),
    re.compile(rf"\bcontracts?\s(?:with|to|awarded to)\s(?:the\s)?{_CONTRACTOR}{_PRICE}"),
    re.compile(rf"{_CONTRACTOR}[’']s?\s(?:[\w-]+\s){{0,2}}contract\b[^£;.]{{0,40}}$"),
)
# "£900 has been retained by the office": who keeps a part.
_KEPT_BY = re.compile(
    r"\)?\s(?:(?:is|was|are|were|be|been|being|has|have|had|to|will)\s){0,3}"
    r"(?:retained|kept|held(?: back)?|withheld)\sby\s(?:the\s)?$"
)
# "for parish groups to apply for grants of": who may ask.
_MAY_ASK = re.compile(
    r"\b(?:for|enabl(?:e|es|ed|ing)|allow(?:s|ed|ing)?|invit(?:e|es|ed|ing))\s(?:the\s)?"
    r"(?P<who>(?!(?:the|an?)\s)[a-z][\w’'-]*(?:,?\s(?:(?:and|or|in|of)\s)?(?!to\b)[\w’'-]+){0,6}?)\s"
    r"to\s(?:access|apply for|bid for|claim|ask for|receive|obtain|seek)\s[^£.;:]{0,40}$"
)
_AT_PRICE = re.compile(r",?\s(?:[^£,;.]{0,30}\s)?(?:at|for)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,4}")
_THAT = re.compile(r"\b(?:announced|confirmed|said|stated|agreed|reported) that\s")
# "the brigade has £900 available for grants": who has it is to give it.
_TO_GIVE = re.compile(r"\s(?:available|to (?:give|award|offer|share|hand out))\b")
_BESIDE = 20  # characters: "£900 in all to schools"
_NEAR = 40  # characters from a verb of getting to what is got
_NUMBER = re.compile(
    r"(?:[£\d]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|each|both"
    r"|with|in|by|for|at|after|from|on|of|under|since|as|if|when|while|during)\b"
)
_NOBODY = frozenset({"It", "This", "We", "They", "Officers", "Members", "He", "She", "There"})
_HELPERS = re.compile(r"(?:\s(?:has|have|had|will|would|also|now|recently|successfully|to))+$")
_SELF = re.compile(r"\b(?:we|I|they|may|can|could|which|who)\b|,")
_THINGS = re.compile(
    r"\b(?:sum|award|grant|bid|claim|payment|contract|report|balance|amount|price|cost|total"
    r"|project|scheme|training|work|money|funding|applications?|rounds?)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"[\w\s]{0,40}?\bto\s(?:the\s)?")


def recipient_of(clause: Clause, funder: str) -> str:
    """Return who gets a sum: after "to", or the subject of a verb of getting."""
    if _TO_GIVE.match(clause.text, clause.at.end):
        return ""
    named = clause.in_bracket()
    if named is not None:
        return _by_bracket(clause, named, funder)
    told = (
        _by_to(clause)
        or _by_many(clause)
        or _by_gift(clause)
        or _by_words(clause)
        or _by_keeping(clause)
    )
    named_object = _OBJECT_NAME.search(clause.head)
    if not told and named_object:
        told = named_object["who"]
    if told and told != funder:
        return told
    got = _by_verb(clause, funder) if clause.before else _by_name(clause.head)
    paid = (match for form in _PAID_NAMES if (match := form.search(clause.head)))
    return got or next((match["who"] for match in paid), "")


def _by_bracket(clause: Clause, named: Party, funder: str) -> str:
    """Return the party that has the sum in brackets after it; a post is paid for, and gets none."""
    is_payer = bool(funder) or bool(PAID_BY.search(clause.text[: named.span.start]))
    return "" if is_payer or named.kind is PartyKind.ROLE else named.name


def _by_to(clause: Clause) -> str:
    """Return the party after "to" that follows the sum."""
    return next((party.name for party in clause.after if _TO.fullmatch(clause.up_to(party))), "")


def _by_many(clause: Clause) -> str:
    """Return bodies of one sort that get it: "to the four partnerships"."""
    text, at = clause.text, clause.at
    many = TO_MANY.search(text, at.end) or TO_MANY.search(clause.head)
    if many is None or "£" in text[at.end : many.start()]:
        return ""
    is_given = says("gives", text) or many.start() - at.end < _BESIDE
    return many["who"] if is_given else ""


def _by_gift(clause: Clause) -> str:
    """Return the party that a gift before the sum is made to: "the grant to the Trust is"."""
    for party in clause.before:
        lead = clause.text[max(0, party.span.start - 60) : party.span.start]
        if "£" not in clause.up_to(party) and _GIFT_TO.search(lead):
            return party.name
    return ""


def _by_words(clause: Clause) -> str:
    """Return whom a gift is made to in common words: "to a club in the town"."""
    forms = (_GIVEN_TO, _TO_NAME, _GIVEN_TO_NAME)
    given_to = next((m for form in forms if (m := form.match(clause.text, clause.at.end))), None)
    if given_to is None:
        return ""
    words = clause.head + clause.text[clause.at.end : given_to.start("who")]
    is_item = not clause.head.strip(" -•–—*")  # "£900 to Moor End", in a list of gifts
    return given_to["who"] if is_item or cues("parties", "gifts").search(words) else ""


def _by_keeping(clause: Clause) -> str:
    """Return who keeps a part of a sum, or who may ask for one."""
    for party in clause.after:
        if _KEPT_BY.fullmatch(clause.up_to(party)):
            return party.name
    asks = _MAY_ASK.search(clause.head)
    return asks["who"] if asks else ""


def _by_verb(clause: Clause, funder: str) -> str:
    """Return the subject of a verb of getting, the object of one of giving, or who is paid."""
    for party in clause.before:
        between = clause.up_to(party)
        lead = clause.text[: party.span.start]
        if TELLING.search(between):
            continue
        if _THAT.search(between):
            return _by_name(between)
        is_run_by = bool(_RUN_BY.search(lead[-20:])) and bool(_AT_PRICE.fullmatch(between))
        if is_run_by or _CONTRACT.match(between) or HOLDS.fullmatch(between):
            return party.name
        is_object = not between.strip() or bool(_OBJECT.fullmatch(between))
        is_given = is_object and says("gives", lead[-60:])
        if party.name not in {funder} | _NOBODY and (is_given or _gets(between)):
            return party.name
    return ""


def _gets(words: str) -> bool:
    """Return whether a verb of getting stands among words that end at the sum."""
    return says("gets", words) or says("gets", words + "£")


def _by_name(before: str) -> str:
    """Return the subject of a verb of getting that names no body: a scheme, a group, an area."""
    told = _THAT.search(before)  # "it was announced that Ashby has secured"
    before = before[told.end() :] if told else before
    verb = cues("parties", "gets").search(before) or cues("parties", "gets").search(before + "£")
    is_object = (
        verb is not None and len(before) - verb.end() < _NEAR and "£" not in before[verb.end() :]
    )
    is_object = is_object and verb is not None and " at " not in before[verb.end() :]
    subject = _HELPERS.sub("", before[: verb.start()].strip()) if verb and is_object else ""
    words = subject.split(" ") if subject else []
    if words[:1] in (["The"], ["the"], ["A"], ["This"]):
        words = words[1:]
    name = " ".join(words)
    is_name = 0 < len(words) <= 6 and words[0] not in _NOBODY and not _NUMBER.match(name.casefold())
    is_name = is_name and not _THINGS.search(name) and not _SELF.search(name)
    return name if is_name else ""
