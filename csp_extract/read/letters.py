"""Whether text reads as words, told by its letters alone.

A text layer can be rubbish: fonts whose codes are shifted (``7KH &RXQFLO``), characters without
Unicode, the work of a poor scanner. Runs of three letters that English words have are 98 % of a
paper's, 7 % at most of a shifted text's and 73 % where one letter in ten is wrong; Welsh has about
half of them. Measured on the pages of the training papers, as they are, with their codes shifted by
29, and with letters put wrong at random; the runs themselves are benchmarks/reading/letters.py's.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from csp_extract.data import read_data

_MARKS = ".,;:()[]\"“”‘’'!?-–—•/£%&*+@#"
# Letters of a word, or a run of what papers have neither as letter, figure nor mark.
_RUN = re.compile(rf"[A-Za-z]+|[^A-Za-z0-9{re.escape(_MARKS)}]+")
_SHORT = 3  # letters: abbreviations and units have fewer


class Sense(NamedTuple):
    """How many letters a text has, and their share that stands in words that could be English."""

    letters: int
    share: float


def sense_of(texts: Iterable[str]) -> Sense:
    """Return how well words read; a text without letters reads perfectly."""
    return sum_of([*map(letters_of, texts)])


def sum_of(counts: Sequence[tuple[int, int]]) -> Sense:
    """Return how well words read, from what ``letters_of`` says of each."""
    letters, sensible = map(sum, zip(*counts, strict=True)) if counts else (0, 0)
    return Sense(letters, sensible / letters if letters else 1.0)


@lru_cache(maxsize=1 << 14)  # papers say the same words again and again
def letters_of(text: str) -> tuple[int, int]:
    """Return how many letters a text has, and how many stand in words that could be English."""
    runs = [run for run in _RUN.findall(text) if len(run) >= _SHORT or not run.isascii()]
    return sum(map(len, runs)), sum(len(run) for run in runs if _is_english(run))


@lru_cache(maxsize=1 << 14)
def _is_english(word: str) -> bool:
    """Return whether English words have every run of three letters that a word has."""
    known, edged = _runs(), f"_{word.lower()}_"
    return all(edged[at : at + 3] in known for at in range(len(edged) - 2))


@cache
def _runs() -> frozenset[str]:
    """Return the runs of three letters that English words have."""
    table = read_data(__package__, "letters.toml")
    return frozenset(pair + third for pair, thirds in table.items() for third in thirds)
