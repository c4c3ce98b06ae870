"""What a sum is for, in the words of its clause.

A clause tells it in one of a few forms: an aim after the sum ("for", "towards", "to provide"), the
matter it is counted in ("£900 of overtime"), the thing that costs, holds or was bought for it
before the sum. Forms that name an aim outright are tried first.
"""

import re
from functools import cache

from csp_extract.extract.money.setting import Setting
from csp_extract.extract.money.words import lexicon
from csp_extract.extract.organisations import parties_in

_END = re.compile(
    r"[.;,:)]|\sand\s(?:the\s)?(?:[A-Z]\w+\s){1,5}\w+ed\s"
    r"|\s(?:in|during|from|which|(?:and )?(?:was|is|will|would|has|have|are|were)|but|with|by"
    r"|through|after|following|until|at|as|across|for(?= 20\d\d)|over the|to the end)\s|$"
)
_MOST_WORDS = 12
_FEW = r"(?:[\w-]+\s){0,3}"
_DET = r"(?:(?:[Tt]he|[Aa]n?|[Tt]hese|[Tt]his|[Ii]ts|[Oo]ur|[Tt]heir)\s)?"
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
_PER = r"(?:\s(?:a year|per annum|p\.?a\.?|each|a month|a week))?"
# Words before "budget" that tell what sort of budget it is, and not what it is for.
_SORTS = (
    r"(?:total|annual|net|overall|combined|revenue|capital|gross|base|approved|existing|current"
    r"|delegated|remaining|available|initial|original|agreed|own|whole|full|yearly|small|separate"
    r"|single|joint|new|proposed)"
)
# Words before "grants" and "funding" that tell neither what they are for nor begin a name.
_NO_SORT = (
    rf"(?!(?:{_SORTS}|additional|external|extra|further|match|core|direct|grant|some|several|many|all"
    r"|no|more|other|in|of|for|to|from|on|by|with|and|the|an?|its|our|their|this|that|these|which"
    r"|year|is|was|are|were|has|have|had|will|would|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|up|about|around|over|under|at|as|make|made|makes|offer\w*|award\w*|giv\w+|gave|receiv\w+"
    r"|access|secured?|approv\w+|agreed?|provid\w+|\w+ed|per|multi-year|three-year|two-year)\b)"
)
_SORT = re.compile(rf"(?:{_SORTS}\s)+", re.IGNORECASE)
# Where the words of a name may begin: at a clause, or after a determiner.
_START = r"(?:^|[,;:]\s|\b(?:[Tt]he|[Aa]n?|[Tt]hese|[Ii]ts|[Oo]ur|[Tt]heir|that|[Tt]wo)\s)"
_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        # "the cost of the new gates was", "spending on overtime came to"
        (
            r"\b(?:[Cc]ost|[Pp]rice|[Bb]udget|[Ee]stimate|[Qq]uotation|[Bb]ill|[Aa]ccount|[Ss]pending"
            rf"|[Ee]xpenditure)s?\s(?:of|for|on)\s{_DET}(?P<what>{_NAME})\s"
            rf"(?:{_IS}|came to|rose to|fell to|at|of|being)\s(?:[\w-]+\s){{0,4}}$"
        ),
        # "a grant for youth work of", "the bid for lighting was"
        (
            r"\b(?:[Gg]rant|[Ff]unding|[Aa]ward|[Bb]id|[Aa]pplication|[Aa]llocation|[Cc]ontract"
            rf"|[Pp]rovision|[Mm]oney)s?\sfor\s{_DET}(?P<what>{_NAME}),?\s"
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
            rf"|provide|providing|provided|deliver|delivering|fund|funds|funding)\s{_DET}"
            rf"(?P<what>{_NAME}),?\s(?:for|at)\s(?:an?\s|the\s)?{_FEW}?"
            rf"(?:(?:cost|price|sum)\s(?:of\s)?)?{_TALK}$"
        ),
        # "the patrol car is paid for by the council (": those who pay follow
        (
            rf"^{_DET}(?P<what>{_NAME})(?:,\s[^£,]{{3,60}},)?\s{_IS}\s(?:jointly\s|partly\s)?"
            r"(?:paid for|funded|financed|supported|met)\s(?:jointly\s)?by\s[^.;]{0,120}\($"
        ),
        # "two lamps worth", "redundancy costs, put at"
        (
            rf"{_START}(?P<what>{_NAME}),?\s(?:worth|valued at|priced at|put at|estimated at"
            rf"|costed at|costing)\s{_TALK}$"
        ),
        # "forty penalty notices of", "small grants of up to"
        (
            r"(?P<what>(?:[\w-]+\s){0,2}(?:notices|penalties|penalty|fines?|vouchers|bursaries)"
            rf"|\b(?<![-’'])(?:{_NO_SORT}[a-zA-Z][\w’'-]*\s){{1,3}}[Gg]rants)\sof\s{_TALK}$"
        ),
        # "antisocial behaviour funding of"
        (
            rf"\b(?<![-’'])(?P<what>{_NO_SORT}[a-z][\w-]*(?:\s(?:and\s)?{_NO_SORT}[a-z][\w-]*){{0,3}})\s"
            rf"funding\sof\s{_TALK}$"
        ),
        # "a community safety budget of", "the pooled budget is to be"
        (
            rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ur)\s(?:{_SORTS}\s){{0,3}}(?!{_SORTS}\s[Bb]udget)"
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
_AFTER = tuple(
    re.compile(pattern)
    for pattern in (
        # "£900 worth of cable", "£8,000 of mediation"
        (
            r"\s(?:worth )?of\s(?!(?:it|this|that|which|these|those|the|its|our|an?)\b)"
            r"(?!(?:[\w’'-]+\s){0,3}?(?:funding|money|grants?|investment)\b)(?P<what>)"
        ),
        # "£900, for outreach," and "£900 a year, to run it"
        rf"{_PER}\)?,\s(?:for|towards)\s{_DET}(?P<what>)",
        # "£7,200 in overtime"
        (
            r"\sin\s(?:the\s)?(?P<what>)(?=(?:[a-z-]+\s){0,3}?(?:costs?|fees|fares|fines|penalties"
            r"|receipts|overtime|time|rent|wages|salaries|kind|equipment|savings|staffing|vouchers"
            r"|grants|payments|charges|interest|contributions)\b)"
        ),
        # "£7,200 crime prevention funding"
        (
            rf"\s(?P<what>)(?={_NO_SORT}[a-z][\w-]*(?:\s(?:and\s)?{_NO_SORT}[a-z][\w-]*){{0,3}}\s"
            r"(?:funding|grant|programme)\b)"
        ),
        # "£7,200 travel costs", "£900,000 investment in street lamps"
        r"\s(?:of\s)?(?P<what>)(?=(?!(?:in|of|for|to|on|and|or|the|a)\b)(?:[a-z-]+\s){1,3}costs\b)",
        r"\sinvestment(?:\sover(?:\s[\w-]+){1,3}?)?\sin(?:to)?\s(?P<what>)",
    )
)
_SPENT_ON = re.compile(r"\s(?:\w+\s){0,3}?(?:on|upon)\s(?!\d|[A-Z][a-z]{2,8}\s\d|that day)")
_PAYS_FOR = re.compile(
    r"\)?(?:\s[\w-]+){0,3}?\sto (?:be )?(?:spend|spent|used) on\s"
    r"|\)?(?:\s(?:a year|per annum|p\.?a\.?))?\s(?:of (?:it|this|that|which)\s)?"
    r"(?:funds|funded|supports|supported|pays for|paid for|buys|bought|covers|covered|provides"
    r"|provided|(?:is|was|are|were|will be) (?:held |set aside |used |kept )?for)\s"
)
# "£20,000 was submitted to the ministry in May for six places": the aim of a bid, further on.
_LATER = re.compile(
    r"[^£;:.]{0,110}?\b(?:for|towards)\s(?!\d|an?\s(?:further|second|third|period)"
    r"|the (?:year|first|second|third|next|last|two|three|period|time)|each|every|it|them"
    r"|(?:one|two|three|four|five)\b|(?:[\w’']+\s){0,2}(?:approval|consideration|information)"
    r"|which|example"
    r"|\w+ (?:years?|months?|weeks?)\b)"
)
_GIVEN = re.compile(
    r"\b(?:grants?|bids?|bidding|applications?|appl(?:y|ied|ying)|award\w*|asked|asking|funding"
    r"|allocat\w+|sum|secured|received)\b"
)
_BEFORE_BRACKET = re.compile(
    r"(?:^|[;:()]|,(?!\d{3}|\s(?:all|live|now|open|which|since)\b)|(?<=\d)\s)\s*(?P<what>[^,;:()£]{3,90}?)"
    r"(?:,\s(?:live|open|which|since|in|at|on|from|with|by|until|now|all)\b[^,;:()£]{3,60})?"
    r"\s\((?:[A-Za-z.]+\s){0,2}$"
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
_TAIL = re.compile(
    r"(?:\s(?:of|at|up|to|and|the|for|about|around|with|plus|worth|further|another|balance|in|on))+\s?$"
)
_VAGUE = frozenset(
    "it this that they these those each which he she we one its all some both them us you rest"
    " there project scheme work works units fund reserve cost costs price total budget grant award"
    " programme values combined overall sum amount further about between around up inclusion stood"
    " approximately contract share provision".split()
)
_LEADING = re.compile(r"(?:the|an?|its|our|their|his|this|these|net|final)\s", re.IGNORECASE)
_NO_PURPOSE = re.compile(
    r"(?:up|it|this|that|they|these|those|each|which|he|she|we|one|all|both|them|us|there)\b"
    r"|(?:the )?(?:first|second|third|two|three|four|five|next|last|whole|coming|current)\s"
    r"(?:\w+\s)?years?\b|a (?:further|total|year|season)\b"
    r"|(?:the )?(?:total|final|average|whole|annual)\s?(?:\w+)?$|\d+ (?:per cent|%)"
    r"|(?:the )?(?:financial )?year\b|20\d\d|\d\d/\d\d\b|[^£]*\bpayable\b|of which\b"
    r"|an? (?:increase|reduction|decrease)\b|over \w+ years"
    r"|(?:the )?reasons?\b",
    re.IGNORECASE,
)


# "is expected to" tells of somebody's next act, not of what a sum is for.
_NOT_YET = "".join(
    rf"(?<!\b{word})" for word in "expected likely due asked able going set is are has have".split()
)
# What follows a verb and no noun: "to combat the", where "to schools in the" gives to somebody.
_OBJECT = r"(?:the|an?|its|our|their|his|this|these|any|more|new|further|both)\s"


@cache
def _to_what() -> re.Pattern[str]:
    """Return the pattern of what may stand between a sum and its purpose."""
    verbs = "|".join(lexicon()["purposes"]["to"])
    return re.compile(
        rf"\s?\)?(?:\s[\w'’/()-]+){{0,10}}?(?:\s(?:for|towards)\s(?:the purposes? of\s)?"
        rf"(?!\d|\w+ 20\d\d|each |every |(?:a|the) period|inclusion|completion"
        rf"|(?:the )?(?:financial year|year|coming year|current year|next|last))"
        rf"|{_NOT_YET}\sto\s(?=(?:{verbs})\b|[a-z]{{3,}}\s{_OBJECT}|[a-z]{{3,}}(?:ise|ify|ate)\s))"
    )


def purpose_of(setting: Setting) -> str:
    """Return what a sum is for, nothing where its clause does not say."""
    return next(
        (what for tell in (_of_cost, _of_aim, _of_matter, _of_thing) if (what := tell(setting))),
        "",
    )


def _of_cost(setting: Setting) -> str:
    """Return what costs the sum: "the van cost"."""
    buyer = _HAS_COST.search(setting.before)
    return _plain(buyer["what"]) if buyer else ""


def _of_aim(setting: Setting) -> str:
    """Return what follows "for", "towards" or "to", or a verb of paying, after the sum."""
    text, start, end = setting.text, setting.span.end, setting.clause.end
    match = (
        _to_what().match(text, start, end)
        or _spent_on(setting)
        or _PAYS_FOR.match(text, start, end)
        or (_LATER.match(text, start, end) if _GIVEN.search(setting.before) else None)
    )
    return _up_to_end(text, match.end()) if match else ""


def _of_matter(setting: Setting) -> str:
    """Return what the sum is counted in or given for, right after it."""
    for pattern in _AFTER:
        match = pattern.match(setting.text, setting.span.end)
        if match and (what := _up_to_end(setting.text, match.start("what"))):
            return what
    return ""


def _of_thing(setting: Setting) -> str:
    """Return what was paid for where it stands before the sum: "the cost of X was", "X (£5)"."""
    before = setting.widened().before
    label = _LABEL.fullmatch(before)
    if label and not _SPEAKS.search(label["what"]) and not _names_body(label["what"]):
        return _up_to_end(label["what"], 0)
    item = _ITEM.fullmatch(before)
    if item and _is_item(item["what"]) and _ITEM_ENDS.match(setting.text, setting.span.end):
        return _plain(item["what"])
    bracket = _BEFORE_BRACKET.search(before)
    if bracket and not _PAYER.search(before[: bracket.end("what")]):
        what = bracket["what"].strip()
        is_item = bracket.start() == 0 and not _FINITE.search(what)
        return _plain(what if is_item else _LEAD_WORD.sub("", what))
    for pattern in _BEFORE:
        match = pattern.search(setting.before)
        if match and (what := _plain(match["what"])):
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


def _spent_on(setting: Setting) -> re.Match[str] | None:
    """Return the "on" that follows a sum spent."""
    if not re.search(r"\b(?:spen[dt]\w*|went|gone|used)\b", setting.before):
        return None
    return _SPENT_ON.match(setting.text, setting.span.end, setting.clause.end)


def _up_to_end(text: str, start: int) -> str:
    """Return the words of a purpose from where it begins."""
    end = _END.search(text, start)
    words = text[start : end.start() if end else len(text)].split("£", maxsplit=1)[0]
    return _plain(_TAIL.sub("", words.split(" (", maxsplit=1)[0]))


def _plain(words: str) -> str:
    """Return a purpose cut to what names it; nothing where it names nothing."""
    words = words.strip()
    bare = _LEADING.sub("", words, count=1)
    if "£" in words or not bare or _NO_PURPOSE.match(words) or _NO_PURPOSE.match(bare):
        return ""
    if _SORT.sub("", bare).casefold() in _VAGUE:
        return ""
    plain = words.removeprefix("The ").removeprefix("the ")
    return " ".join(plain.split(" ")[:_MOST_WORDS])
