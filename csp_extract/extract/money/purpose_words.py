"""A purpose cut to the words that name it."""

import re

_END = re.compile(
    r"[.;,:)]|\sand\s(?:the\s)?(?:[A-Z]\w+\s){1,5}\w+ed\s"
    r"|\s(?:in|during|from|which|(?:and )?(?:was|is|will|would|has|have|are|were)|but|with|by"
    r"|through|after|following|until|at|as|across|for(?= 20\d\d)|over the|to the end)\s|$"
)
_MOST_WORDS = 12
# The name of money that is given out, and of nothing that it is for.
POT = re.compile(r"\b(?:funds?|grants?|pot|levy|reserves?|budget)$", re.IGNORECASE)
DET = r"(?:(?:[Tt]he|[Aa]n?|[Tt]hese|[Tt]his|[Ii]ts|[Oo]ur|[Tt]heir)\s)?"
# Words before "budget" that tell what sort of budget it is, and not what it is for.
SORTS = (
    r"(?:total|annual|net|overall|combined|revenue|capital|gross|base|approved|existing|current"
    r"|delegated|remaining|available|initial|original|agreed|own|whole|full|yearly|small|separate"
    r"|single|joint|new|proposed)"
)
# Words before "grants" and "funding" that tell neither what they are for nor begin a name.
NO_SORT = (
    rf"(?!(?:{SORTS}|additional|external|extra|further|match|core|direct|grant|some|several|many|all"
    r"|no|more|other|in|of|for|to|from|on|by|with|and|the|an?|its|our|their|this|that|these|which"
    r"|year|is|was|are|were|has|have|had|will|would|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|up|about|around|over|under|at|as|make|made|makes|offer\w*|award\w*|giv\w+|gave|receiv\w+"
    r"|access|secured?|approv\w+|agreed?|provid\w+|\w+ed|per|multi-year|three-year|two-year)\b)"
)
_SORT = re.compile(rf"(?:{SORTS}\s)+", re.IGNORECASE)
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


def up_to_end(text: str, start: int) -> str:
    """Return the words of a purpose from where it begins."""
    end = _END.search(text, start)
    words = text[start : end.start() if end else len(text)].split("£", maxsplit=1)[0]
    return plain(_TAIL.sub("", words.split(" (", maxsplit=1)[0]))


def plain(words: str) -> str:
    """Return a purpose cut to what names it; nothing where it names nothing."""
    words = words.strip()
    bare = _LEADING.sub("", words, count=1)
    if "£" in words or not bare or _NO_PURPOSE.match(words) or _NO_PURPOSE.match(bare):
        return ""
    if _SORT.sub("", bare).casefold() in _VAGUE:
        return ""
    plain = words.removeprefix("The ").removeprefix("the ")
    return " ".join(plain.split(" ")[:_MOST_WORDS])
