"""Hyphens at the ends of lines: part of the word, or the typesetter's."""

import re
from collections.abc import Sequence
from itertools import pairwise

from csp_extract.layout.lazy import once
from csp_extract.records import Word
from csp_extract.records.year import MONTHS, WEEKDAYS

# First parts that English and officialese keep apart with a hyphen.
_KEEP = frozenset(
    "anti all cross ex half high long low mid multi non on off one out part"
    " self semi short sub two three well year day week month face door hot follow up cyber"
    " county police north south east west".split()
)
_DAYS_AND_MONTHS = frozenset((*MONTHS, *WEEKDAYS))
_URL = re.compile(r"https?:|www\.|/\S+/|@")
_ADDRESS = re.compile(r"[(<]?(?:https?:|www\.)", re.IGNORECASE)
_ADDRESS_PART = re.compile(r"[a-z0-9%?#~_]")
_ADDRESS_MARK = re.compile(r"[-/_.=?&%#\d]")
_SUFFIX = re.compile(
    r"(?:ed|ings?|s?sions?|a?tions?|ments?|ness|ships?|ances?|ences?|ly|ers?|ity|ive)"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_FEW, _OFTEN = 3, 0.03  # hyphens at the ends of lines, and their share, if words are not broken
_REFERENCE = re.compile(r"\W*[A-Z]{2,}/(?:\w+/)*")
_MARKS = frozenset("-–/_=&?")  # after which an address, a reference or a pair of years is broken
_YEAR_DASH = re.compile(r"\d[-–/]$")


def goes_on(left: Word, right: Word) -> bool:
    """Return whether an address, a reference or a pair of years was broken after a mark.

    An address that ends with a slash before a sentence goes on with a capital or a plain word:
    what follows must look like an address too.
    """
    if left.text[-1] not in _MARKS:
        return False  # nearly all lines
    if _YEAR_DASH.search(left.text) and right.text[:1].isdigit():
        return True  # "2017-" / "18"
    if _REFERENCE.fullmatch(left.text) and right.text[:1].isdigit():
        return True  # "PCC/D/" / "2018/14"
    if not _ADDRESS.match(left.text) or left.text[-1] == "–":
        return False
    return bool(_ADDRESS_PART.match(right.text)) and (
        left.text.endswith("://") or bool(_ADDRESS_MARK.search(right.text.rstrip(".,;)")))
    )


class Hyphens:
    """Decides about hyphens with the report's own words as the dictionary."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words

    @once
    def known(self) -> frozenset[str]:
        """The words of the report; many reports need none of them."""
        whole = " ".join([word.text for word in self.words if not word.is_hyphenated])
        return _DAYS_AND_MONTHS.union(map(str.casefold, set(_WORD.findall(whole))))

    @once
    def breaks_words(self) -> bool:
        """Whether the typesetter breaks words: some hyphen can be nothing else, or many do.

        Where he does not, a hyphen at the end of a line is the author's: "knife-" / "enabled".
        """
        words = self.words
        broken = [(left, right) for left, right in pairwise(words) if left.is_hyphenated]
        if any(self._is_certain(left.text.rstrip("-").casefold(), right) for left, right in broken):
            return True
        lines = sum(left.line != right.line for left, right in pairwise(words)) if broken else 0
        return len(broken) > max(_FEW, _OFTEN * lines)

    def _is_certain(self, first: str, following: Word) -> bool:
        """Return whether a hyphen parts two halves of a word that the report has elsewhere."""
        rest = _WORD.match(following.text)
        return rest is not None and f"{first}{rest[0].casefold()}" in self.known

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
        if f"{first}{rest}" in self.known or _SUFFIX.fullmatch(rest):
            return stem
        return stem if self.breaks_words and first not in _KEEP else left.text


def is_broken(word: Word, *, is_last: bool) -> bool:
    """Return whether the last word of a line is one half of a word that goes on in the next."""
    text = word.text
    has_hyphen = not is_last and len(text) > 2 and text.endswith("-") and text[-2].isalpha()
    return word.is_hyphenated or has_hyphen
