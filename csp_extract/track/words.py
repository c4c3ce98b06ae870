"""Words as the tracker compares them: folded, stemmed, without those that tell nothing apart."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

_SAME = str.maketrans("‐‑‒–—―−‘’‚‛′`“”„‟″", "-------''''''\"\"\"\"\"")
_WORD = re.compile(r"£?\d[\d,.]*\d|\w+(?:'\w+)?")
_ARTICLE = re.compile(r"^(?:the|a|an|our|its|their|to) ")


@cache
def lexicon(name: str) -> frozenset[str]:
    """Return a list of words of the lexicon."""
    return frozenset(_lexicon()[name])


@cache
def _lexicon() -> Mapping[str, Sequence[str]]:
    """Return all lists of the lexicon."""
    found: Mapping[str, Sequence[str]] = tomllib.loads(
        files(__package__).joinpath("lexicon.toml").read_text("utf-8")
    )
    return found


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


def tokens(text: str) -> list[str]:
    """Return the stems of the words that tell something, in order."""
    dull = lexicon("dull")
    words = (match[0].removesuffix("'s") for match in _WORD.finditer(fold(text)))
    return [stem(word) for word in words if word not in dull]
