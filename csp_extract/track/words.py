"""Words as the tracker compares them: folded, stemmed, without those that tell nothing apart."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from csp_extract.data import read_data

_SAME = str.maketrans("‐‑‒–—―−‘’‚‛′`“”„‟″", "-------''''''\"\"\"\"\"")
_WORD = re.compile(r"£?\d[\d,.]*\d|\w+(?:'\w+)?")
_KNOWN = 1 << 16  # words and cells kept in mind; the same come back in every pair
_ARTICLE = re.compile(r"^(?:the|a|an|our|its|their|to) ")


@cache
def lexicon(name: str) -> frozenset[str]:
    """Return a list of words of the lexicon."""
    return frozenset(_lexicon()[name])


def _lexicon() -> Mapping[str, Any]:
    """Return all lists of the lexicon."""
    return read_data(__package__)


@cache
def _acts() -> Mapping[str, str]:
    """Return the first verb of the list that a stem stands in, by stem."""
    return {stem(word): stem(group[0]) for group in _lexicon()["doing"] for word in group}


@cache
def stems(name: str) -> frozenset[str]:
    """Return a list of words of the lexicon as stems."""
    return frozenset(map(stem, lexicon(name)))


@cache
def form_stems() -> frozenset[str]:
    """Return the stems of acts, and of the words that tell in what form a thing is promised."""
    return frozenset(_acts().values()) | stems("forms")


@cache
def cues(name: str) -> re.Pattern[str]:
    """Return a list of cues of the lexicon as one pattern, for folded text."""
    return re.compile(rf"\b(?:{'|'.join(_lexicon()[name])})\b")


def fold(text: str) -> str:
    """Return the text without differences of case, space, dashes and quotation marks."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_SAME)
    return " ".join(plain.replace("&", " and ").split())


def bare(name: str) -> str:
    """Return a name, folded, without article, quotation marks and closing punctuation."""
    return _ARTICLE.sub("", fold(name).strip("\"'.,:;()* "))


def names_in(names: Iterable[str]) -> Iterable[str]:
    """Yield the folded names; a name in brackets after another is one more name."""
    for name in names:
        yield bare(name)
        match = re.fullmatch(r"(.{3,}?)\s*\(([^()]{2,})\)", name.strip())
        if match:
            yield from (bare(match[1]), bare(match[2]))


@lru_cache(_KNOWN)
def stem(word: str) -> str:
    """Return a word without the endings by which English bends it."""
    if len(word) < 5 or word[0].isdigit():
        return word
    for ending in ("isations", "isation", "ingly", "ements", "ement", "ments", "ment", "ings"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    for ending in ("ions", "ion", "ing", "ers", "ies", "ied", "ed", "es", "er", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def written_out(text: str) -> str:
    """Return a text, folded, with the short names that everyone knows written out."""
    short = _lexicon()["short"]
    return _short_names().sub(lambda m: f"{short[m[1]]} {m[2]}".rstrip(), fold(text))


@cache
def _short_names() -> re.Pattern[str]:
    """Return the short names as one pattern, with a number that hangs on; for folded text."""
    return re.compile(rf"\b({'|'.join(_lexicon()['short'])})(\d*)\b")


@lru_cache(_KNOWN)
def tokens(text: str) -> tuple[str, ...]:
    """Return the stems of the words that tell something, in order; one act has one stem."""
    dull, acts = lexicon("dull"), _acts()
    words = (match[0].removesuffix("'s") for match in _WORD.finditer(written_out(text)))
    stems = (stem(word) for word in words if word not in dull)
    return tuple(acts.get(one, one) for one in stems)
