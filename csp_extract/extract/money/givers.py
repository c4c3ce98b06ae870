"""Gifts of an office that writes of them itself: "To award the club £900" in a Commissioner's log.

A Commissioner's paper seldom says who pays; the office that decides is the one that gives.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountKind, AmountValue, ReportKind

_OFFICE = re.compile(
    r"\b(?:Police(?:,? Fire)? (?:and|&) Crime Commissioner(?: for(?: [A-Z][a-z]+){1,3})?|PF?CC)\b"
)
_TOP = 400  # characters in which a paper names its office
# The office decides: "To award", "I have approved", "The Commissioner supports ... and awards".
_ACT = re.compile(
    r"\W*(?:(?:Decision\s)?To (?:award|grant|allocate|pay|fund)\b"
    r"|I (?:(?:have|also|hereby) ){0,3}(?:approve|agree|award|grant)\w*\b"
    r"|(?:That )?(?:[Tt]he )?(?:Police and Crime )?(?:Commissioner|PCC) [^.;£]{0,120}\bawards?\b)"
)
_GOES_ON = re.compile(r"(?:They|These) (?:are|were|come to)\b")
_GIFTS = frozenset({AmountKind.GRANT, AmountKind.ALLOCATION})


def with_giver(reading: Reading, amounts: Sequence[Found[AmountValue]]) -> list[Found[AmountValue]]:
    """Return the sums with the office of the paper as the payer of what it awards in it."""
    office = _office(reading)
    if not office:
        return list(amounts)
    return [
        replace(amount, value=replace(amount.value, funder=office))
        if _is_own_gift(reading, amount, office)
        else amount
        for amount in amounts
    ]


def _office(reading: Reading) -> str:
    """Return the office that a paper is of, by its masthead, nothing where it is a council's."""
    about = reading.about
    if about.body:
        return about.body.removeprefix("Office of the ") if _OFFICE.search(about.body) else ""
    match = _OFFICE.search(reading.report.text[:_TOP])
    return match[0] if match else ""


def _is_own_gift(reading: Reading, amount: Found[AmountValue], office: str) -> bool:
    """Return whether a sum without a payer is given in an act of the paper's office."""
    value, home = amount.value, reading.passage_at(amount.span.start)
    is_to_itself = bool(value.recipient) and value.recipient in office
    if value.funder or value.kind not in _GIFTS or home is None or is_to_itself:
        return False
    is_form = home.block.table >= 0 and not home.block.col_head
    return (is_form and reading.about.kind is ReportKind.DECISION) or any(
        _ACT.match(passage.text) for passage in (home, *_lead(reading, home))
    )


def _lead(reading: Reading, home: Passage) -> list[Passage]:
    """Return the sentence that leads in a list, or that the sentence goes on from: "They are"."""
    if home.block.lead_in >= 0:
        return reading.passages_of(home.block.lead_in)[-1:]
    return [reading.passages[home.index - 1]] if _GOES_ON.match(home.text) and home.index else []
