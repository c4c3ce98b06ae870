"""How every row is named: a letter for its table and a hash of what it is."""

import hashlib
import unicodedata

_DIGITS = 12  # 48 bits: two of a million rows share an id once in 500 archives


def id_of(letter: str, *parts: str) -> str:
    """Return an id: the letter, then twelve hexadecimal figures of the parts' hash."""
    return letter + hashlib.sha256("|".join(parts).encode()).hexdigest()[:_DIGITS]


def folded(text: str) -> str:
    """Return text without differences of case, width and white space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
