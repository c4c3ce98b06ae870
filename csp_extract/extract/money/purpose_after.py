"""What a sum is for where the words after it say so: its aim, and what it is counted in."""

import re
from functools import cache

from csp_extract.extract.money.purpose_words import DET, NO_SORT, up_to_end
from csp_extract.extract.money.setting import Setting
from csp_extract.extract.money.words import lexicon

_PER = r"(?:\s(?:a year|per annum|p\.?a\.?|each|a month|a week))?"
_AFTER = tuple(
    re.compile(pattern)
    for pattern in (
        # "£900 worth of cable", "£8,000 of mediation"
        (
            r"\s(?:worth )?of\s(?!(?:it|this|that|which|these|those|the|its|our|an?)\b)"
            r"(?!(?:[\w’'-]+\s){0,3}?(?:funding|money|grants?|investment)\b)(?P<what>)"
        ),
        # "£900, for outreach," and "£900 a year, to run it"
        rf"{_PER}\)?,\s(?:for|towards)\s{DET}(?P<what>)",
        # "£7,200 in overtime"
        (
            r"\sin\s(?:the\s)?(?P<what>)(?=(?:[a-z-]+\s){0,3}?(?:costs?|fees|fares|fines|penalties"
            r"|receipts|overtime|time|rent|wages|salaries|kind|equipment|savings|staffing|vouchers"
            r"|grants|payments|charges|interest|contributions)\b)"
        ),
        # "£7,200 crime prevention funding"
        (
            rf"\s(?P<what>)(?={NO_SORT}[a-z][\w-]*(?:\s(?:and\s)?{NO_SORT}[a-z][\w-]*){{0,3}}\s"
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


def of_aim(setting: Setting) -> str:
    """Return what follows "for", "towards" or "to", or a verb of paying, after the sum."""
    text, start, end = setting.text, setting.span.end, setting.clause.end
    match = (
        _to_what().match(text, start, end)
        or _spent_on(setting)
        or _PAYS_FOR.match(text, start, end)
        or (_LATER.match(text, start, end) if _GIVEN.search(setting.before) else None)
    )
    return up_to_end(text, match.end()) if match else ""


def of_matter(setting: Setting) -> str:
    """Return what the sum is counted in or given for, right after it."""
    for pattern in _AFTER:
        match = pattern.match(setting.text, setting.span.end)
        if match and (what := up_to_end(setting.text, match.start("what"))):
            return what
    return ""


def _spent_on(setting: Setting) -> re.Match[str] | None:
    """Return the "on" that follows a sum spent."""
    if not re.search(r"\b(?:spen[dt]\w*|went|gone|used)\b", setting.before):
        return None
    return _SPENT_ON.match(setting.text, setting.span.end, setting.clause.end)
