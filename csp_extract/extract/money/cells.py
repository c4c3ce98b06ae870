"""Bare figures in tables: money where a head, a label or a caption says pounds."""

import re
from decimal import Decimal

from csp_extract.extract.found import Span
from csp_extract.extract.money.sums import FACTOR, NUMBER, Sum, number
from csp_extract.extract.reading import Passage

_HEAD = re.compile(r"£\s?(?P<scale>0{3}s?|’000s?|'000s?|k|m|million)?(?![\d])", re.IGNORECASE)
_SPACED = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+"  # "12 500" in a cell of its own
_FIGURE = re.compile(
    rf"(?P<open>\()?\s?(?P<minus>[-−–])?\s?£?\s?(?P<number>{NUMBER}|{_SPACED})(?:\s?(?P<factor>{FACTOR}))?\s?\)?\*?"
)
_NO_MONEY = re.compile(
    r"%|percent|\b(?:number|no\.|count|incidents|offences|fte|year|ref|date)\b", re.IGNORECASE
)
_SCALES = {"k": 1000, "m": 1_000_000, "million": 1_000_000}


def read_cell(passage: Passage, caption: str) -> tuple[Span, Sum] | None:
    """Return the sum that a cell holds, with its span in the passage; ``None`` for other cells.

    A figure without a sign is money only under a head that says so, and brackets mean a minus.
    """
    block = passage.block
    if block.is_head:
        return None
    heads = (block.col_head, block.row_head, caption)
    head = next((found for text in heads if (found := _HEAD.search(text))), None)
    has_sign = "£" in passage.text
    if (head is None and not has_sign) or _counts(block.col_head):
        return None
    if head is not None and passage.text.strip().casefold() == "nil":
        return Span(0, len(passage.text)), Sum(Decimal(0), None, "GBP")
    match = _FIGURE.fullmatch(passage.text.strip())
    if match is None:
        return None
    value = number(match["number"], match["factor"])
    if head is not None and not has_sign and head["scale"]:
        value *= Decimal(_SCALES.get(head["scale"].casefold(), 1000))
    is_negative = bool(match["open"] or match["minus"])
    start, end = match.start(), match.end()
    return Span(start, end), Sum(-value if is_negative else value, None, "GBP")


def _counts(head: str) -> bool:
    """Return whether a head says that the figures under it are no money."""
    return "£" not in head and bool(_NO_MONEY.search(head))
