"""Codes of letters that are all too low by one number, as of a font whose table was lost.

English that stands there once the number is added is proof enough to put them right; subset fonts
of Word's are off by 29.
"""

import re
from collections.abc import Iterator, Sequence

from csp_extract.read.letters import sense_of
from csp_extract.records import Word

_ENOUGH, _ENGLISH = 16, 0.9  # letters from which it can be told, their share in English words
_READS = 0.5  # share in English words from which codes are right as they stand
_SHIFTS: tuple[int, ...] = (29, *range(1, 29), *range(30, 65), *range(-31, 0))


def shift_of(texts: Sequence[str]) -> int:
    """Return by how much all codes of words are too low, so that English proves it; else 0."""
    text = " ".join(texts)
    if sense_of(texts).share > _READS:
        return 0
    for shift in _SHIFTS:
        right = put_right(text, shift)
        sense = sense_of(right.split()) if right.isprintable() else None
        if sense and sense.letters >= _ENOUGH and sense.share >= _ENGLISH:
            return shift
    return 0


def put_right(text: str, shift: int) -> str:
    """Return a text with its codes raised; spaces between words stay."""
    return "".join([" " if letter == " " else chr(max(ord(letter) + shift, 0)) for letter in text])


def shifted(word: Word, shift: int) -> Iterator[Word]:
    """Yield a word put right; where a space had become a letter, its parts, each in its share."""
    text = put_right(word.text, shift)
    step = (word.x1 - word.x0) / len(text)
    for part in re.finditer(r"\S+", text):
        yield word._replace(
            text=part[0], x0=word.x0 + part.start() * step, x1=word.x0 + part.end() * step
        )
