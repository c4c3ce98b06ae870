"""The letters and numbers before the items of a resolution."""

import re

from csp_extract.extract.found import Span

MARK = (
    r"[\[(](?:[a-h]|[ivx]{1,4}|\d{1,2})[\])]\s*|(?:[a-h]|[ivx]{1,4}|[A-Z]?\d{1,2})[).]\s+"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+"
)
LABEL = re.compile(rf"(?:{MARK})")
# A label that the layout took off its item.
TAKEN_OFF = re.compile(r"[\[(]?[A-Za-z]?\d{0,2}[a-z]{0,4}[).\]]{1,2}$|[•*-]$")
# "3.2": a number that every paragraph of a paper may carry.
DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?(?:\s|$)")
# A label within a sentence, and what it counts on from: "(a) to note it, and (b) to support it".
_WITHIN = re.compile(r"(?:(?<=\s)|^)\(?(?P<mark>[a-h]|[ivx]{1,4}|\d{1,2})\)\s+")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def lettered_in(text: str, start: int, end: int) -> list[Span]:
    """Return the items that a sentence letters or numbers one by one, without their labels.

    Two at least, counted from the first: "of section 2) and" letters nothing.
    """
    labels = list(_WITHIN.finditer(text, start, end))
    for order in ("abcdefgh", _ROMAN, tuple(map(str, range(1, 21)))):
        run: list[re.Match[str]] = []
        for label in labels:
            if len(run) < len(order) and label["mark"] == order[len(run)]:
                run.append(label)
        if len(run) > 1:
            ends = [*(label.start() for label in run[1:]), end]
            return [Span(label.end(), last) for label, last in zip(run, ends, strict=True)]
    return []
