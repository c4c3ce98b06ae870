"""Abbreviations that a report explains itself: ``Responsible Authorities Group (RAG)``."""

import re
from functools import lru_cache

_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&]{1,9}s?)\)")
_WORD = re.compile(r"[A-Za-z][\w'’]*|&")
# An abbreviation may leave these out of the name, or keep them: CSP, DfT, HMIC.
_SMALL = frozenset({"a", "and", "for", "in", "of", "on", "the", "to", "with", "&"})
_REACH = 90  # characters before the bracket that a name may take


@lru_cache(maxsize=4)  # every family asks for those of the report at hand
def acronyms_of(text: str) -> dict[str, str]:
    """Return the abbreviations that the text explains in brackets, with the names as printed.

    The first explanation of an abbreviation counts; one whose letters are not the initials of the
    words before it is left out.
    """
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        name = _name_before(text[max(0, match.start() - _REACH) : match.start()], match[1])
        if name:
            found.setdefault(match[1], name)
    return found


def _name_before(before: str, acronym: str) -> str:
    """Return the words at the end of ``before`` whose initials make the acronym, or nothing."""
    letters = [letter.casefold() for letter in acronym if letter.isalpha()]
    if len(acronym) > 2 and acronym.endswith("s") and acronym[:-1].isupper():
        letters.pop()  # a plural: "Community Safety Partnerships (CSPs)"
    words = list(_WORD.finditer(before))
    wanted = len(letters)
    start = len(before)
    for word in reversed(words):
        initial, is_small = word[0][0].casefold(), word[0].casefold() in _SMALL
        if initial == letters[wanted - 1]:
            wanted -= 1
            start = word.start()
        elif not is_small:
            return ""
        if wanted == 0:
            return before[start:].strip()
    return ""
