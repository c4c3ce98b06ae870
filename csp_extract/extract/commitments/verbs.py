"""Verbs of English: participles and "-ing" forms back to the form a list of acts is written in."""

import re

from csp_extract.extract.commitments.lexicon import lexicon

# Stems that lose an "e" before "-ed" and "-ing"; what looks alike and does not is in the lexicon.
_LOSES_E = re.compile(
    r"(?:[cvuz]|[^s]s|[^n]g|[aeo]ng|[^e]at|creat|it|[^o]ut|[^aeiou]ot|[^ke]et|[^a]ir|ur|par|har"
    r"|plor|stor|[^ao]in|[vcs]id|l?ud|[^ao]il|ul|[bpdgtfk]l|ap|[ch]op|[nl]am|im|om|if|ak)$"
)
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def base_of(form: str) -> str:
    """Return the base form of a participle or "-ing" form: "launched" gives "launch"."""
    word = form.casefold()
    known = lexicon().bases.get(word)
    if known is not None:
        return known
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("ed"):
        return _restore(word[:-2])
    if word.endswith("ing"):
        return _restore(word[:-3])
    return word


def _restore(stem: str) -> str:
    """Return the stem with the doubled letter taken off or the lost "e" put back."""
    if _DOUBLED.search(stem):
        return stem[:-1]
    return f"{stem}e" if _LOSES_E.search(stem) else stem


def singular_off(form: str) -> str:
    """Return the base form of a verb that may stand in the third person: "endorses"."""
    if not form.endswith("s") or form.endswith("ss"):
        return form
    if form.endswith("ies") and len(form) > len("dies"):
        return form[:-3] + "y"
    return form[:-2] if form.endswith(("shes", "sses", "xes", "oes")) else form[:-1]


def is_participle(word: str) -> bool:
    """Return whether a word after "be" may be a past participle."""
    lower = word.casefold()
    return lower.endswith("ed") or (lower in lexicon().bases and not lower.endswith("ing"))
