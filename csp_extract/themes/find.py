"""Themes by the words that tell them."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from csp_extract.data import read_data


@cache
def _themes() -> Mapping[str, re.Pattern[str]]:
    """Return how each theme is told, in the order of the lexicon."""
    raw = read_data(__package__)
    return {
        theme: re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w])", re.IGNORECASE)
        for theme, words in raw["themes"].items()
    }


@lru_cache(maxsize=1024)  # headings are asked about once for each thing that stands under them
def themes_in(text: str) -> tuple[str, ...]:
    """Return the themes that the words of a text tell, in the order of the lexicon.

    Empty where no word does: a theme is never concluded from another.
    """
    return tuple(theme for theme, pattern in _themes().items() if pattern.search(text))
