"""The one initiative that the words before name, for sums that go on about it.

"The Night Angels went out on 40 evenings. We gave them £900": the sum is for what is spoken of,
where the sentence before, or else the paragraph so far, names one thing alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from csp_extract.extract.found import Found, Span
from csp_extract.extract.money.purpose_words import POT
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountKind, AmountValue

_KINDS = frozenset(
    {AmountKind.GRANT, AmountKind.ALLOCATION, AmountKind.CONTRIBUTION, AmountKind.BUDGET}
    | {AmountKind.SPEND, AmountKind.SAVING, AmountKind.VARIANCE}
)
# Of these a paragraph about one thing tells what they are for, whatever sentence they stand in.
_OF_THE_PARAGRAPH = _KINDS - {AmountKind.VARIANCE} | {AmountKind.COST}
# A sentence that does not open a matter of its own.
_GOES_ON = re.compile(
    r"(?:It|Its|This|That|They|Their|These|The|Each|Both|Some|We|Of|Up to|£\S+)\s"
)
# "Groups elsewhere": a sentence that says itself that it is about others.
_OTHERS = re.compile(r"\b(?:elsewhere|separately|other|others|another|meanwhile)\b", re.IGNORECASE)


def with_things_before(
    reading: Reading, amounts: Sequence[Found[AmountValue]]
) -> list[Found[AmountValue]]:
    """Return the sums with an empty purpose filled by the thing of the sentence before."""
    mentions = [
        (Span(*map(int, mention.split("-"))), thing.value.name)
        for thing in reading.initiatives
        for mention in thing.value.mentions
    ]
    return [
        replace(amount, value=replace(amount.value, purpose=name))
        if (name := _thing_before(reading, mentions, amount))
        else amount
        for amount in amounts
    ]


def _thing_before(
    reading: Reading, mentions: Sequence[tuple[Span, str]], amount: Found[AmountValue]
) -> str:
    """Return what a sum goes on about: the one thing of the sentence, or the paragraph, before."""
    home, value = reading.passage_at(amount.span.start), amount.value
    if home is None or home.block.table >= 0 or value.purpose or value.recipient:
        return ""
    if _named_in(mentions, home):
        return ""
    before = [p for p in reading.passages_of(home.block_index) if p.index < home.index]
    if before and value.kind in _KINDS and _GOES_ON.match(home.text):
        named = _named_in(mentions, before[-1])
        if named:
            return named.pop() if len(named) == 1 else ""
    if value.kind not in _OF_THE_PARAGRAPH or _OTHERS.search(home.text):
        return ""
    named = {name for passage in before for name in _named_in(mentions, passage)}
    name = named.pop() if len(named) == 1 else ""
    return "" if POT.search(name) else name


def _named_in(mentions: Sequence[tuple[Span, str]], passage: Passage) -> set[str]:
    """Return the things that a sentence names."""
    return {name for span, name in mentions if passage.span.holds(span)}
