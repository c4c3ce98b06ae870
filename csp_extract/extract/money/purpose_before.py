"""What a sum is for where the words before it say so: what costs, holds or was bought for it."""

import re

from csp_extract.extract.money.purpose_words import DET, NO_SORT, SORTS, plain, up_to_end
from csp_extract.extract.money.setting import Setting
from csp_extract.extract.organisations import parties_in

_FEW = r"(?:[\w-]+\s){0,3}"
_NO_VERB = (
    r"(?!(?:which|that|who|has|have|will|would|is|was|are|were|had|be|been|being|should|may|can|could"
    r"|must|shall|brought|gave|gives|awarded|confirmed|agreed|approved|stood|remains|stays|goes|went|far)\b)"
)
# A name begins with no preposition, and no word that goes on from words before.
_FIRST = (
    r"(?!(?:in|as|by|at|of|with|on|for|to|from|after|since|until|under|over|other|asked|set|what|how"
    r"|who|why|when|where|there|here|then|also|only|so|if|but|and|or|not|no)\b)"
)
_NAME = rf"(?!£){_FIRST}{_NO_VERB}[\w’'-]+(?:\s{_NO_VERB}[\w’'&/-]+){{0,9}}?"
_IS = r"(?:is|was|are|were|will be|would be|has been|have been|had been|is to be|are to be|be)"
_TALK = r"(?:about\s|around\s|some\s|circa\s|approximately\s|up to\s|nearly\s|over\s|under\s)?"
# Where the words of a name may begin: at a clause, or after a determiner.
_START = r"(?:^|[,;:]\s|\b(?:[Tt]he|[Aa]n?|[Tt]hese|[Ii]ts|[Oo]ur|[Tt]heir|that|[Tt]wo)\s)"
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        # "the cost of the new gates was", "spending on overtime came to"
        (
            r"\b(?:[Cc]ost|[Pp]rice|[Bb]udget|[Ee]stimate|[Qq]uotation|[Bb]ill|[Aa]ccount|[Ss]pending"
            rf"|[Ee]xpenditure)s?\s(?:of|for|on)\s{DET}(?P<what>{_NAME})\s"
            rf"(?:{_IS}|came to|rose to|fell to|at|of|being)\s(?:[\w-]+\s){{0,4}}$"
        ),
        # "a grant for youth work of", "the bid for lighting was"
        (
            r"\b(?:[Gg]rant|[Ff]unding|[Aa]ward|[Bb]id|[Aa]pplication|[Aa]llocation|[Cc]ontract"
            rf"|[Pp]rovision|[Mm]oney)s?\sfor\s{DET}(?P<what>{_NAME}),?\s"
            rf"(?:(?:{_IS}|at|of|to|from|stays at)\s(?:[\w-]+\s){{0,3}})?$"
        ),
        # "the gates were put up at a cost of", "a van will be bought for"
        (
            rf"{_START}(?P<what>{_NAME}),?\s(?:{_IS}|costing)\s[^£]{{0,140}}?"
            rf"\b(?:at|for)\s(?:an?\s|the\s)?{_FEW}?(?:(?:cost|price|sum)\s(?:of\s)?)?{_FEW}$"
        ),
        # "to buy two cameras for", "in installing gates at a cost of"
        (
            r"\b(?:buy|buying|bought|install|installing|installed|purchase|purchasing|purchased|hire"
            r"|hiring|hired|repair|repairing|repaired|replace|replacing|replaced|fit|fitting|fitted"
            rf"|provide|providing|provided|deliver|delivering|fund|funds|funding)\s{DET}"
            rf"(?P<what>{_NAME}),?\s(?:for|at)\s(?:an?\s|the\s)?{_FEW}?"
            rf"(?:(?:cost|price|sum)\s(?:of\s)?)?{_TALK}$"
        ),
        # "the patrol car is paid for by the council (": those who pay follow
        (
            rf"^{DET}(?P<what>{_NAME})(?:,\s[^£,]{{3,60}},)?\s{_IS}\s(?:jointly\s|partly\s)?"
            r"(?:paid for|funded|financed|supported|met)\s(?:jointly\s)?by\s[^.;]{0,120}\($"
        ),
        # "two lamps worth", "redundancy costs, put at"
        (
            rf"{_START}(?P<what>{_NAME}),?\s(?:worth|valued at|priced at|put at|estimated at"
            rf"|costed at|costing)\s{_TALK}$"
        ),
        # "locks, to the value of"
        rf"{_START}(?P<what>{_NAME}),?\sto\sthe\svalue\sof\s{_TALK}$",
        # "retention money of", "legal fees of"
        (
            r"(?:^|[,;]\s|\b(?:by|and|with)\s)"
            r"(?P<what>(?:[A-Z]?[a-z][\w-]*\s){1,3}(?:money|fees|charges))\sof\s"
            rf"{_TALK}$"
        ),
        # "forty penalty notices of", "small grants of up to"
        (
            r"(?P<what>(?:[\w-]+\s){0,2}(?:notices|penalties|penalty|fines?|vouchers|bursaries)"
            rf"|\b(?<![-’'])(?:{NO_SORT}[a-zA-Z][\w’'-]*\s){{1,3}}[Gg]rants)\sof\s{_TALK}$"
        ),
        # "antisocial behaviour funding of"
        (
            rf"\b(?<![-’'])(?P<what>{NO_SORT}[a-z][\w-]*(?:\s(?:and\s)?{NO_SORT}[a-z][\w-]*){{0,3}})\s"
            rf"funding\sof\s{_TALK}$"
        ),
        # "a community safety budget of", "the pooled budget is to be"
        (
            rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ur)\s(?:{SORTS}\s){{0,3}}(?!{SORTS}\s[Bb]udget)"
            rf"(?P<what>(?:{_NO_VERB}[\w’'&-]+\s){{0,4}}?{_NO_VERB}[\w’'&-]+)\s"
            rf"[Bb]udget\s(?:of|at)\s{_TALK}$"
        ),
        # "the reserve stands at", "the levy raised", "the hub's budget is"
        (
            rf"(?:^|\b(?:[Tt]he|[Ii]ts|[Oo]ur)\s)(?P<what>{_FIRST}(?:{_NO_VERB}[\w’'&-]+\s){{0,7}}?"
            r"(?:[Ff]und|[Bb]udget|[Ll]evy|[Rr]eserves?|[Pp]recept|[Pp]ot|[Pp]rogramme|element"
            r"|[Tt]op [Ss]lice))\s(?:(?:is|was|will be|has been|stands|stood|stays|stayed|remains"
            r"|remained|fell|rose|goes|went|raised|yielded|has brought in|brought in|brings in|of"
            r"|from"
            rf"|is forecast to stand|is expected to stand)\s)(?:[^£;:.]{{0,40}}\s)?$"
        ),
    )
)
_HAS_COST = re.compile(
    rf"(?:^|[,;:]\s|\b(?:[Tt]he|[Aa]n?|[Tt]hese|[Tt]wo|[Ii]ts|and)\s)(?P<what>{_NAME}),?\s"
    r"(?:has\s|have\s|had\s|will\s|would\s|which\s)?cost(?:s|ing)?\s"
    rf"(?!(?:is|was|of|will|has|are|were)\b){_FEW}$"
)
_BEFORE_BRACKET = re.compile(
    r"(?:^|[;:()]|,(?!\d{3}|\s(?:all|live|now|open|which|since)\b)|(?<=\d)\s)\s*(?P<what>[^,;:()£]{3,90}?)"
    r"(?:,\s(?:live|open|which|since|in|at|on|from|with|by|until|now|all)\b[^,;:()£]{3,60})?"
    r"\s\((?:[A-Za-z.]+\s){0,2}$"
)
# "the pilot received (£900) of": what is done with the sum is no part of the thing.
_GETS = re.compile(
    r"\s(?:(?:has|have|had|was|were|will\sbe)\s(?:been\s)?)?"
    r"(?:received|secured|awarded|granted|given|won|got|obtained|attracted)$"
)
_LABEL = re.compile(r"(?:[-•–*]\s)?(?P<what>[^:;.£]{3,300}):\s(?:about\s|up to\s|circa\s)?")
# "Harbour lamp renewal £40k": a name and its sum, as items of a list have it.
_ITEM = re.compile(
    r"(?:[-•–*]\s)?(?:\(?\w{1,3}[.)]\s)?(?P<what>(?![Tt]he\b|[Aa]n?\b|[Oo]f\b|[Tt]o\b|[Ii]n\b|[Ww]ith\b"
    r"|[Bb]y\b|[Ff]or\b|[Ff]rom\b|[Aa]nd\b)[\w’'&/-]+(?:\s[\w’'&/-]+){1,6})\s?[-–]?\s"
)
_ITEM_ENDS = re.compile(r"\s?(?:[-–.(*;]|$)")
_NO_ITEM = re.compile(
    r"\b(?:of|to|at|from|by|for|and|with|the|an?|in|on|up|over|under|about|some|around|circa|only|nearly"
    r"|almost|further|additional|another|its|our|their|that|this|only|worth|totall?ing|was|gave|got"
    r"|between|above|below|lies?|gets?|put|paid|won|approve|award|fund|spent?|contribut\w+|find|met|costs?)$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\b(?:is|was|are|were|has|have|had|will|would|us|we)\b", re.IGNORECASE)
_PAYER = re.compile(
    r"\b(?:by|from)\s(?:the\s|an?\s|its\s)?[^,;£()]{0,60}$|\bby\s[^;]{0,120}\sand\s[^;£()]{0,60}$"
)
_LEAD_WORD = re.compile(
    r"^.*\b(?:to|for|by|from|between|on|upon|with|towards|including|includes?|included|funds?"
    r"|funded|is|are|was|were|namely|as follows|provide[sd]?|buy|bought|pay for|paid for|and)\s"
    r"(?:the\s|an?\s)?(?=\S)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|includ\w+|fund\w*|paid|pays?|bought|gave|gives"
    r"|spent|awarded|provid\w+|split|shared|divided)\b|\w{3,}ed\b"
)


def of_cost(setting: Setting) -> str:
    """Return what costs the sum: "the van cost"."""
    buyer = _HAS_COST.search(setting.before)
    return plain(buyer["what"]) if buyer else ""


def of_thing(setting: Setting) -> str:
    """Return what was paid for where it stands before the sum: "the cost of X was", "X (£5)"."""
    before = setting.widened().before
    label = _LABEL.fullmatch(before)
    if label and not _SPEAKS.search(label["what"]) and not _names_body(label["what"]):
        return up_to_end(label["what"], 0)
    item = _ITEM.fullmatch(before)
    if item and _is_item(item["what"]) and _ITEM_ENDS.match(setting.text, setting.span.end):
        return plain(item["what"])
    bracket = _BEFORE_BRACKET.search(before)
    if bracket and not _PAYER.search(before[: bracket.end("what")]):
        what = _GETS.sub("", bracket["what"].strip())
        is_item = bracket.start() == 0 and not _FINITE.search(what)
        return plain(what if is_item else _LEAD_WORD.sub("", what))
    for pattern in _BEFORE:
        match = pattern.search(setting.before)
        if match and (what := plain(match["what"])):
            return what
    return ""


def _is_item(what: str) -> bool:
    """Return whether words before a sum only name a thing."""
    is_name = not _FINITE.search(what) and not _NO_ITEM.search(what)
    return is_name and not parties_in(what)


def _names_body(label: str) -> bool:
    """Return whether a label begins with who pays or gets a sum."""
    party = next(iter(parties_in(label)), None)
    return party is not None and party.span.start == 0
