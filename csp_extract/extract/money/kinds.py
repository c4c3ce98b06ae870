"""What a sum is: a grant, a cost, a budget, by the cues nearest to it."""

import re

from csp_extract.extract.found import Span
from csp_extract.extract.money.nearest import nearest
from csp_extract.extract.money.setting import Setting
from csp_extract.records import AmountKind

_LIMIT = re.compile(
    r"\b(?:above|over|exceeding|in excess of|more than|greater than|below|under|up to|less than)\s$"
)
_RULED = re.compile(
    r"\b(?:requir\w+|needs? (?:the|to|a)|must|goes? to|those (?:on|of)|any \w+ of|allowed"
    r"|delegat\w+|quotations?|tender\w*|certif\w+"
    r"|authoris\w+|approval|subject to|any (?:contract|spending|expenditure|payment|order))\b",
    re.IGNORECASE,
)
_CONTRACT = re.compile(r"\bcontract\b")
_AT = re.compile(
    r"\bat (?:about |around |some |circa |c\.? |nearly )?(?:a (?:total|price|figure) of )?$"
    r"|\bin the sum of $|\bfor (?:about |around |some |circa )?$|\bat an average of (?:c\. )?$"
)
# "£40,000 of the £45,000 we had": the second sum is what there was to spend.
_OUT_OF = re.compile(
    r"£[^;.]{1,70}\b(?:out of(?: an?)? total of|out of|(?:(?:out )?of|under|over|against)\s"
    r"(?:the|its|his|our|their))\s$"
)
# The noun that governs "of £900" over the nouns in between.
_HEAD_NOUN = re.compile(
    r"\b(?P<head>contributions?|allocations?|awards?|grants?|savings?|costs?|underspend|overspend)\s"
    r"(?:to|towards|for|in)\s(?:(?!(?:is|was|were|are|has|have|had|will|be|been|and|which|that|to)\b)"
    r"[\w’'/&()-]+\s(?:to (?=part)\S*\s?)?){1,16}of\s(?:up to\s|about\s)?$"
)
_SUBJECT_NOUN = re.compile(
    r"(?:^|\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Tt]his)\s)(?:[\w-]+\s){0,4}?"
    r"(?P<head>contribution|allocation|award|grant|budget|saving|cost|underspend|overspend)s?\s"
    r"(?:to|towards|for|in|from)\s[^£;]{3,110}\s(?:as|at|to|is|was|be|stands at)\s"
    r"(?:about\s|up to\s)?$"
)
# "a cut of £5,000, from £20,000 to £15,000": the sums before and after are no difference.
_FROM_TO = re.compile(r"\bfrom\s$|\bfrom\s£\S{1,12}\sto\s$")
_BESIDE = 30  # characters after a sum that may name it


def kind_of(setting: Setting) -> AmountKind | None:
    """Return what a sum is."""
    if _LIMIT.search(setting.before) and _RULED.search(setting.text):
        return AmountKind.THRESHOLD
    head = _HEAD_NOUN.search(setting.before) or _SUBJECT_NOUN.search(setting.before)
    if head:  # "a contribution to the budget of the shelter of £900"
        words = head["head"]
        return nearest("kinds", Setting(words, Span(0, len(words)), Span(0, 0)), AmountKind)
    found = nearest("kinds", setting, AmountKind)
    if found is AmountKind.VARIANCE and _FROM_TO.search(setting.before):
        return None
    if _is_whole(setting):
        return _kind_after(setting) or AmountKind.BUDGET
    if found is None and _AT.search(setting.before):
        return AmountKind.COST
    if found is AmountKind.VALUE_OF_GOODS and _CONTRACT.search(setting.before):
        return AmountKind.COST
    return found


def _is_whole(setting: Setting) -> bool:
    """Return whether a sum is what the sum before it was taken from."""
    return bool(_OUT_OF.search(setting.widened().before))


def _kind_after(setting: Setting) -> AmountKind | None:
    """Return what the words right after a sum call it: "£30,000 grant", "£9,000 allocated"."""
    after = setting.text[setting.span.end : setting.span.end + _BESIDE]
    words = after.split(",")[0].split("£")[0]
    return nearest("kinds", Setting(words, Span(0, len(words)), Span(0, 0)), AmountKind)
