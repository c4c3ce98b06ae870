"""Sums that a meeting is asked to agree, or has agreed: what leads in the act says which.

"Approve an award of £9,000" is proposed under "The Board is recommended to", and agreed under
"RESOLVED".
"""

import re

from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountStatus, BlockKind

_ACTS = (
    r"(?:approve|agree|authorise|authorize|award|allocate|re-?allocate|accept|commit|fund|release"
    r"|endorse|confirm|proceed|earmark|contribute|set|spend|recommend|increase|support)(?:s|es)?"
)
_ACT = re.compile(
    rf"(?:\W*(?:\w{{1,4}}[.)]\s*)?)?(?:(?:[Tt]hat|[Tt]o|[Ff]ormally)\s)*(?:{_ACTS}\b|(?<=[Tt]hat\s).*\bbe\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:recommend(?:ed|s|ation|ations)?|(?:is|are) (?:asked|requested|invited) to|proposed that"
    r"|seeks? (?:approval|agreement))\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:resolved|decisions?|decided|agreed (?:that|to|the)|approved"
    r"|recommendations (?:were|are|be) (?:agreed|approved|accepted))\b",
    re.IGNORECASE,
)
# "To award the club £900": a sentence that is all act asks for it.
_IS_ASKED_FOR = re.compile(r"\W*To (?:award|grant|allocate|pay|fund)\b")
_CLIMB = 8  # blocks from an act up to what leads it in
_ITEMS = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.MASTHEAD})


def status_in_act(reading: Reading, passage: Passage) -> AmountStatus | None:
    """Return whether a sum of an act is proposed or agreed, ``None`` where it is in no act."""
    own = passage.text
    if _is_told(own):
        return _told(own)
    if _IS_ASKED_FOR.match(own):
        return _led_in(reading, passage.block_index) or AmountStatus.PROPOSED
    index = passage.block_index
    for _ in range(_CLIMB):
        block = reading.blocks[index]
        if _ACT.match(reading.report.slice(block)):
            return _led_in(reading, index)
        if block.lead_in < 0:
            return None
        index = block.lead_in
    return None


def _is_told(text: str) -> bool:
    """Return whether a sentence is itself a whole resolution or recommendation."""
    return bool(re.match(r"\W*(?:It (?:is|was) )?(?:RESOLVED|[Rr]ecommended|[Rr]esolved)\b", text))


def _led_in(reading: Reading, index: int) -> AmountStatus | None:
    """Return what the words that lead in an act say of it: its own lead, its head, those above."""
    block = reading.blocks[index]
    if block.lead_in >= 0:
        return _told(reading.report.slice(reading.blocks[block.lead_in])) or _told(block.section)
    for above in range(index - 1, max(-1, index - 1 - _CLIMB), -1):
        words = reading.report.slice(reading.blocks[above])
        told = None if _ACT.match(words) else _told(words)
        if told is not None:
            return told
        if reading.blocks[above].kind not in _ITEMS:
            break
    return _told(block.section)


def _told(words: str) -> AmountStatus | None:
    """Return what some words say of the acts after them."""
    if _DECIDED.search(words):
        return AmountStatus.AGREED
    return AmountStatus.PROPOSED if _ASKED.search(words) else None


def is_own(reading: Reading, funder: str) -> bool:
    """Return whether a payer is the report's own body: it agrees sums, others confirm theirs."""
    body = set(reading.about.body.casefold().split())
    return bool(funder) and set(funder.casefold().split()) <= body
