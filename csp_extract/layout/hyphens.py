"""Hyphens at the ends of lines: part of the word, or the typesetter's."""

import re
from collections.abc import Iterable, Sequence

from csp_extract.records import Word

# First parts that English and officialese keep apart with a hyphen.
_KEEP = frozenset(
    "anti all co cross ex half high inter long low mid multi non on off one out part post pre pro"
    " re self semi short sub two three well year day week month face door hot follow up cyber"
    " county police north south east west".split()
)
_URL = re.compile(r"https?:|www\.|/\S+/|@")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


class Hyphens:
    """Decides about hyphens with the report's own words as the dictionary."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.known = {
            match[0].casefold()
            for word in words
            if not word.is_hyphenated
            for match in _WORD.finditer(word.text)
        }

    def join(self, left: Word, right: Word | None) -> str:
        """Return a word that ends in a hyphen at the end of a line, with or without it."""
        stem = left.text.rstrip("-")
        if right is None or not left.text.endswith("-"):
            return left.text
        is_word = right.text[:1].islower() and stem[-1:].isalpha()
        if not is_word or set("-/") & set(right.text) or _URL.search(left.text):
            return left.text  # "Stoke-" / "on-Trent", "https://example.org/a-" / "b"
        first = stem.rsplit("-", 1)[-1].casefold()
        following = _WORD.match(right.text)
        rest = following[0].casefold() if following else ""
        if f"{first}-{rest}" in self.known:
            return left.text
        if f"{first}{rest}" in self.known or first not in _KEEP:
            return stem
        return left.text


def is_broken(words: Sequence[Word], place: int, *, is_line_end: bool) -> bool:
    """Return whether a word is one half of a word that goes on in the next line."""
    word = words[place]
    if word.is_hyphenated:
        return True
    return (
        is_line_end and len(word.text) > 2 and word.text.endswith("-") and word.text[-2].isalpha()
    )
