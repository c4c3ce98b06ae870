"""How exact a sum is, what a rate is counted by, and whose sum it is."""

import re

from csp_extract.extract.money.setting import Setting
from csp_extract.extract.money.words import cues, lexicon
from csp_extract.records import AmountKind, Per, Qualifier, Scope

_PENALTIES = re.compile(r"\b(?:penalties|penalty notices|fines) of $")
_STRETCHES = (Per.YEAR, Per.MONTH, Per.WEEK, Per.HOUR)
_WENT_UP = re.compile(r"\b(?:gone|go|goes|went|going|rose|risen|rises|crept|put|raised) up to $")


def scope_of(setting: Setting) -> Scope | None:
    """Return whose sum it is, where the words next to it say so."""
    for code, words in lexicon()["scopes"].items():
        if re.search(rf"(?<!\w)(?:{'|'.join(words)})(?:\s[\w-]+){{0,3}}\s$", setting.before):
            return Scope(code)
    return None


def qualifier_of(setting: Setting, kind: AmountKind | None) -> Qualifier:
    """Return how exactly a sum is stated, by the words right beside it."""
    before = setting.text[max(0, setting.span.start - 30) : setting.span.start]
    if kind is AmountKind.THRESHOLD or _WENT_UP.search(before):
        return Qualifier.EXACT
    if cues("beside", "approximate").match(setting.after.lstrip(" ,(")):
        return Qualifier.APPROXIMATE
    if cues("beside", "at_least").match(setting.after.lstrip(" ,(")):
        return Qualifier.AT_LEAST
    for code, words in lexicon()["qualifiers"].items():
        if code == "at_least" and before.endswith("from "):
            continue  # "£5,000 from the fund" is no floor, and "from £5,000" is a range's start
        if re.search(rf"(?<!\w)(?:{'|'.join(words)})\s?$", before, re.IGNORECASE):
            return Qualifier(code)
    return Qualifier.EXACT


def per_of(setting: Setting) -> Per | None:
    """Return what a rate is counted by, from the words right beside the sum."""
    after = setting.text[setting.span.end : setting.span.end + 30]
    for code, words in lexicon()["per"].items():
        if re.match(rf"\s?\(?(?:{'|'.join(words)})(?!\w)", after, re.IGNORECASE):
            return Per(code)
    yearly = re.search(
        r"\b(?:annual|yearly)\s(?:[\w-]+\s){0,2}(?:of|is|was)\s(?:\w+\s){0,2}$", setting.before
    )
    if yearly:
        return Per.YEAR
    return Per.ITEM if _PENALTIES.search(setting.before) else None


def per_in(head: str) -> Per | None:
    """Return the stretch of time that the head of a column counts by: "A year (£)"."""
    return next((per for per in _STRETCHES if cues("per", per).search(head)), None)
