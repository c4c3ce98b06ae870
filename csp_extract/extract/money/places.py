"""Payers that are known by where they stand alone, whatever their name.

"£900 from Highways", "the traders gave £400", "met by local firms".
"""

import re

from csp_extract.extract.found import Span

# Payers that are known by their place alone.
_CAPITALS = r"[A-Z][\w’'-]*(?:\s(?:(?:of|and|the|for)\s)?[A-Z][\w’'-]*){0,5}"
_FROM_NAME = re.compile(
    r"(?:\s(?:a year|per annum|each))?(?:\s(?:is|came|comes|was|will come))?\s(?:from|by)\s"
    rf"(?:the\s)?(?P<who>{_CAPITALS})(?=[,.;)]|\s(?:and|for|in|was|were|is|towards)\b|$)"
)
_FROM_WHOM = re.compile(
    r"\sfrom\s(?:the\s)?(?P<who>(?!(?:then|now|there|which|each|last|next|today|that|this|it|its|our)\b)"
    r"[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,2})(?=[,.;)]|$)"
)
_BY_WHOM = re.compile(
    r",?\s(?:which\s)?(?:(?:is|was|were|to be)\s)?(?:being\s)?(?:met|funded|paid for|paid|raised"
    r"|given|donated|contributed|provided)\s(?:\w+\s)?by\s(?:the\s)?"
    r"(?P<who>[a-zA-Z][\w’'-]*(?:\s(?:(?:of|and|the)\s)?[\w’'-]+){0,4}?)"
    r"(?=[,.;)]|\s(?:for|to|in|was|were|is|towards|through|from)\b|$)"
)
_BID_TO_FUND = re.compile(
    r"[^£;.]{0,60}\b(?:made|submitted|sent|put|goes?|go)\s(?:in\s)?to\s(?:the\s)?(?:\w+\sround\sof\s(?:the\s)?)?"
    r"(?P<who>(?:[\w’'-]+\s){1,6}?[Ff]und)\b"
)
_GIVERS = (
    # "the traders gave", "residents contributed"
    re.compile(
        r"(?:^|\b(?:[Tt]he|and|which|of which|but)\s)"
        r"(?P<who>[a-zA-Z][\w’'-]*(?:\s[a-z][\w’'-]*){0,3}?)\s"
        r"(?:has\s|have\s|had\s|will\s|also\s)?"
        r"(?:contribut\w+|gave|gives?|donated|put in|puts in|pays?|paid|adds?|added|chipped in)\s"
        r"(?:us\s)?(?:a further\s|another\s|about\s|up to\s)?$"
    ),
    # "the traders' £900"
    re.compile(
        r"(?:^|\b(?:[Tt]he|and)\s)(?P<who>[a-zA-Z][\w-]*(?:\s[A-Za-z][\w-]*){0,3}?)(?:[’']s|s[’'])\s$"
    ),
    # "the bid to the Clean Water Fund for"
    re.compile(
        r"\b(?:bids?|appl\w+)\b[^.;£]{0,60}?\bto\s(?:the\s)?(?:\w+\sround\sof\s(?:the\s)?)?"
        r"(?P<who>(?:[\w’'-]+\s){1,6}?[Ff]und)\b[^.;£]{0,60}$"
    ),
    # "kept by the Commissioner at"
    re.compile(
        r"\b(?:maintained|kept|set|fixed|reduced|restated|increased|confirmed|held)\sby\s(?:the\s)?"
        rf"(?P<who>{_CAPITALS})\s(?:in [^£]{{3,20}} )?at\s$"
    ),
    # The first and the next of those by whom a thing is paid for, each before a bracket.
    re.compile(
        r"\b(?:paid for|funded|met|financed|found|borne)\sby\s(?:the\s)?"
        r"(?P<who>[a-zA-Z][\w’'-]*(?:\s[\w’'-]+){0,4}?)\s\($"
    ),
    re.compile(
        r"\b(?:paid for|funded|met|financed|found|borne)\sby\s[^.;]{3,120}?\)(?:,|,?\sand)\s"
        r"(?:the\s)?(?P<who>[a-zA-Z][\w’'-]*(?:\s[\w’'-]+){0,4}?)\s\($"
    ),
    # "the Small Sparks Scheme made four awards of"
    re.compile(
        r"(?:^|\b(?:[Tt]he|and)\s)(?P<who>(?:[\w’'-]+\s){1,6}?(?:[Ff]und|[Ss]cheme|[Pp]rogramme))\s"
        r"(?:has\s|have\s|had\s)?(?:made|gave|given)\s(?:[\w-]+\s){0,3}(?:grants|awards)\s[^.;£]{0,30}$"
    ),
    # "the Hardship Fund has met claims of"
    re.compile(
        r"(?:^|\b(?:[Tt]he|and)\s)(?P<who>(?:[\w’'-]+\s){1,6}?(?:Fund|Grant))\s(?:has\s|have\s|had\s|will\s)?"
        r"(?:met|contribut\w+|provid\w+|pays?|paid|covers?|covered|gave|gives)\b[^.;£]{0,30}$"
    ),
)
_NO_PAYER = re.compile(
    r"^(?:it|this|that|these|those|they|we|he|she|i|who|which|each|some|all|both|council tax|year"
    r"|last year|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|q[1-4])\b|\b(?:sum|cost|price|scheme|project|work|grant|budget|amount|total)s?$",
    re.IGNORECASE,
)


def payer_by_place(text: str, at: Span) -> str:
    """Return who stands where a payer stands, nothing where that can be nobody."""
    forms = (_FROM_NAME, _FROM_WHOM, _BY_WHOM, _BID_TO_FUND)
    after = next((found for form in forms if (found := form.match(text, at.end))), None)
    before = next((found for form in _GIVERS if (found := form.search(text[: at.start]))), None)
    match = after or before
    who = match["who"].removeprefix("The ") if match else ""
    return "" if _NO_PAYER.search(who) else who
