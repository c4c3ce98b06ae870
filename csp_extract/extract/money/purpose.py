"""What a sum is for, in the words of its clause."""

import re
from functools import cache

from csp_extract.extract.money.setting import Setting
from csp_extract.extract.money.words import lexicon

_END = re.compile(
    r"[.;,:)]|\sand\s(?:the\s)?(?:[A-Z]\w+\s){1,5}\w+ed\s"
    r"|\s(?:in|during|from|which|and (?:was|is|will)|but|with|by"
    r"|after|following|until|at|as|across|for(?= 20\d\d))\s|$"
)
_MOST_WORDS = 12
_NAME = r"(?!£)[\w’'-]+(?:\s(?!which|that|has|have|will|would|is|was|are|were)[\w’'&/-]+){0,9}?"
_COST_OF = re.compile(
    r"\b(?:cost|price|budget|estimate|quotation|bill|account|spending|expenditure)s?\s"
    rf"(?:of|for|on)\s(?:the\s|a\s|an\s)?(?P<what>{_NAME})\s"
    r"(?:is|was|are|were|will be|has been|came to|rose to|fell to|at|of|being)\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
_HAS_COST = re.compile(
    rf"(?:^|\b(?:[Tt]he|[Aa]n?|[Tt]hese|[Tt]wo|[Ii]ts)\s)(?P<what>{_NAME}),?\s"
    r"(?:has\s|have\s|had\s|will\s|would\s|which\s)?cost(?:s|ing)?\s"
    r"(?!(?:is|was|of|will|has|are|were)\b)(?:[\w-]+\s){0,3}$"
)
_AT_A_COST = re.compile(
    rf"(?:^|[,;]\s|\b(?:[Tt]he|[Aa]n?|[Tt]hese|[Ii]ts)\s)(?P<what>{_NAME}),?\s"
    r"(?:is|was|are|were|will be|has been|have been|had been|is to be|are to be|costing|were to be)"
    r"\s[^£]{0,140}?\b(?:at|for)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}?(?:cost|price|sum)\s"
    r"(?:of\s)?(?:[\w-]+\s){0,3}$"
)
_SPENT_ON = re.compile(r"\s(?:\w+\s){0,3}?(?:on|upon)\s(?!\d|[A-Z][a-z]{2,8}\s\d|that day)")
_GIVEN_FOR = re.compile(
    r"\b(?:grant|funding|award|bid|application|allocation|contract|provision|money)s?\sfor\s"
    rf"(?:the\s|a\s|an\s)?(?P<what>{_NAME})\s"
    r"(?:is|was|are|were|has been|had been|at|of|to|from|will be)\s(?:[\w-]+\s){0,3}$"
)
_PAYS_FOR = re.compile(
    r"\)?(?:\s(?:a year|per annum|p\.?a\.?))?\s(?:of (?:it|this|that|which)\s)?"
    r"(?:funds|funded|supports|supported|pays for|paid for|buys|bought|covers|covered|provides"
    r"|provided|(?:is|was|are|were|will be) (?:held |set aside |used |kept )?for)\s"
)
_BEFORE_BRACKET = re.compile(
    r"(?:^|[;:()]|,(?!\d{3})|(?<=\d)\s)\s*(?P<what>[^,;:()£]{3,90}?)\s\((?:[A-Za-z.]+\s){0,2}$"
)
_LEAD_WORD = re.compile(
    r"^.*\b(?:to|for|by|from|between|on|upon|with|towards|including|includes?|included|funds?"
    r"|funded|is|are|was|were|namely|as follows|provide[sd]?|buy|bought|pay for|paid for|and)\s"
    r"(?:the\s|an?\s)?(?=\S)",
    re.IGNORECASE,
)
_VAGUE = frozenset(
    "it this that they these those each which he she we one its all some both them us you"
    " the the rest".split()
)
_NO_PURPOSE = re.compile(
    r"(?:up|it|this|that|they|these|those|each|which|he|she|we|one|all|both|them|us)\b"
    r"|(?:the )?(?:first|second|third|two|three|four|five|next|last|whole|coming|current)\s"
    r"(?:\w+\s)?years?\b|a (?:further|total|year|season)\b"
    r"|(?:the )?(?:total|final|average|whole)\b|\d+ (?:per cent|%)",
    re.IGNORECASE,
)


@cache
def _to_what() -> re.Pattern[str]:
    """Return the pattern of what may stand between a sum and its purpose."""
    verbs = "|".join(lexicon()["purposes"]["to"])
    return re.compile(
        rf"\s?\)?(?:\s[\w'’/-]+){{0,6}}?\s(?:(?:for|towards)\s"
        rf"(?!\d|\w+ 20\d\d|each |every |a period|inclusion"
        rf"|(?:the )?(?:financial year|year|coming year|current year|next|last))"
        rf"|to\s(?=(?:{verbs})\b))"
    )


def purpose_of(setting: Setting) -> str:
    """Return what a sum is for: what follows "for", "towards" or "to", or what it has paid for."""
    buyer = _HAS_COST.search(setting.before)
    if buyer and (what := _plain(buyer["what"])):
        return what
    match = _to_what().match(setting.text, setting.span.end, setting.clause.end)
    if match is None:
        match = _spent_on(setting) or _PAYS_FOR.match(
            setting.text, setting.span.end, setting.clause.end
        )
    if match is None:
        return _bought(setting)
    end = _END.search(setting.text, match.end())
    words = setting.text[match.end() : end.start() if end else len(setting.text)]
    return _plain(words)


def _spent_on(setting: Setting) -> re.Match[str] | None:
    """Return the "on" that follows a sum spent."""
    if not re.search(r"\b(?:spen[dt]\w*|went|gone|used)\b", setting.before):
        return None
    return _SPENT_ON.match(setting.text, setting.span.end, setting.clause.end)


def _bought(setting: Setting) -> str:
    """Return what was paid for where it stands before the sum: "the cost of X was", "X (£5)"."""
    bracket = _BEFORE_BRACKET.search(setting.text[: setting.span.start])
    if bracket:
        return _plain(_LEAD_WORD.sub("", bracket["what"].strip()))
    for pattern in (_COST_OF, _GIVEN_FOR, _AT_A_COST):
        match = pattern.search(setting.before)
        if match:
            return _plain(match["what"])
    return ""


def _plain(words: str) -> str:
    """Return a purpose cut to what names it; nothing where it names nothing."""
    words = words.strip()
    if "£" in words or not words or _NO_PURPOSE.match(words) or words.casefold() in _VAGUE:
        return ""
    return " ".join(words.split(" ")[:_MOST_WORDS])
