"""The one initiative that the sentence before names, for sums that go on about it.

"The Night Angels went out on 40 evenings. We gave them £900": the sum is for what is spoken of,
where the sentence before names one thing alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from csp_extract.extract.found import Found, Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountKind, AmountValue

_KINDS = frozenset(
    {AmountKind.GRANT, AmountKind.ALLOCATION, AmountKind.CONTRIBUTION, AmountKind.BUDGET}
    | {AmountKind.SPEND, AmountKind.SAVING, AmountKind.VARIANCE}
)
# A sentence that does not open a matter of its own.
_GOES_ON = re.compile(
    r"(?:It|Its|This|That|They|Their|These|The|Each|Both|Some|We|Of|Up to|£\S+)\s"
)


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
    """Return what a sum goes on about, nothing where it or the sentence before names others."""
    home, value = reading.passage_at(amount.span.start), amount.value
    if home is None or value.purpose or value.recipient or value.kind not in _KINDS:
        return ""
    last = reading.passages[home.index - 1] if home.index else None
    if last is None or last.block_index != home.block_index or not _GOES_ON.match(home.text):
        return ""
    named = _named_in(mentions, last)
    return named.pop() if len(named) == 1 and not _named_in(mentions, home) else ""


def _named_in(mentions: Sequence[tuple[Span, str]], passage: Passage) -> set[str]:
    """Return the things that a sentence names."""
    return {name for span, name in mentions if passage.span.holds(span)}
