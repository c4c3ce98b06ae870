"""Which initiative a sum pays for, told on both sides: by the sum and by the initiative."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from csp_extract.extract.found import Found, Span, Target
from csp_extract.extract.money.matters import with_matters
from csp_extract.extract.money.purpose_words import POT
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountKind, AmountValue, BlockKind, InitiativeValue

Amounts = list[Found[AmountValue]]
Initiatives = list[Found[InitiativeValue]]

# Sums that pay for nothing: what was stolen, what a court imposed, what a rule turns on.
_PAYS_NOTHING = frozenset(
    {AmountKind.THRESHOLD, AmountKind.VALUE_OF_GOODS, AmountKind.FINE, AmountKind.INCOME}
)
# Sums that go from one to another: who gets them is told as such, not as a purpose.
_GIVEN = frozenset({AmountKind.GRANT, AmountKind.ALLOCATION, AmountKind.CONTRIBUTION})
# A sentence about the thing of the sentence before: "It cost", "The grant", "Funding of".
_GOES_ON = re.compile(
    r"(?:It|Its|This|That|They|Their|These|Each|Funding|Of (?:it|this|that)"
    r"|(?:The|An?|Its) (?:[\w-]+ ){0,2}?(?:cost|costs|price|grant|award|bill|budget|money|funding"
    r"|contract|sum|account|scheme|project|work|service|balance|rest|scheme|pilot|lights?))\b"
    r"|(?:[^.]{0,60} )?(?:for it|of it)\b"
)


def with_payments(reading: Reading) -> tuple[Amounts, Initiatives]:
    """Return the sums with the initiative that each pays for, and the initiatives with their sums.

    A sum whose words tell no purpose takes the name of what it pays for.
    """
    mentions = sorted(_mentions(reading))
    amounts: Amounts = []
    paid: dict[Span, list[Target]] = {}
    for amount in reading.amounts:
        thing = _paid_for(reading, mentions, amount)
        amounts.append(amount if thing is None else _pointed(amount, thing))
        if thing is not None:
            paid.setdefault(thing.span, []).append(Target("amounts", amount.span))
    names = {
        name for thing in reading.initiatives for name in (thing.value.name, *thing.value.aliases)
    }
    told = with_matters(reading, amounts, names)
    return told, [_listing(thing, paid.get(thing.span, [])) for thing in reading.initiatives]


def _pointed(amount: Found[AmountValue], thing: Found[InitiativeValue]) -> Found[AmountValue]:
    """Return a sum that points at what it pays for."""
    value = amount.value
    is_given = value.kind is None or value.kind in _GIVEN
    is_told = bool(value.purpose) or (is_given and _is_party(value, thing.value.name))
    named = value if is_told else replace(value, purpose=thing.value.name)
    target = (Target("initiatives", thing.span),)
    return replace(amount, value=named, targets={**amount.targets, "initiative_id": target})


def _is_party(value: AmountValue, name: str) -> bool:
    """Return whether a thing is the pot a gift comes from, or the one who has got it."""
    return bool(value.recipient) or bool(POT.search(name))


def _listing(thing: Found[InitiativeValue], sums: Sequence[Target]) -> Found[InitiativeValue]:
    """Return an initiative that lists just the sums that point at it."""
    others = {column: found for column, found in thing.targets.items() if column != "amount_ids"}
    return replace(thing, targets={**others, "amount_ids": tuple(sums)} if sums else others)


def _mentions(reading: Reading) -> Iterator[tuple[Span, int]]:
    """Yield every mention of every initiative: its characters, and its place in the list."""
    for place, thing in enumerate(reading.initiatives):
        for mention in thing.value.mentions:
            start, end = map(int, mention.split("-"))
            yield Span(start, end), place


def _paid_for(
    reading: Reading, mentions: Sequence[tuple[Span, int]], amount: Found[AmountValue]
) -> Found[InitiativeValue] | None:
    """Return what a sum pays for: in its row, its sentence, or the sentence it goes on from."""
    home = reading.passage_at(amount.span.start)
    if home is None or amount.value.kind in _PAYS_NOTHING:
        return None
    if home.block.kind is BlockKind.CELL:
        near = [m for m in mentions if _is_in_row(reading, home, m[0])]
    else:
        named = [m for m in mentions if home.span.holds(m[0])]
        near = [m for m in named if _is_told_of(reading, home, m[0], amount.span)]
        near = near if named else _before(reading, mentions, home)
    if not near:
        return None
    _, place = min(near, key=lambda mention: _distance(mention[0], amount.span))
    return reading.initiatives[place]


def _is_told_of(reading: Reading, home: Passage, mention: Span, amount: Span) -> bool:
    """Return whether a name may go with a sum of its sentence: no other sum parts them.

    What stands before all sums is what the whole sentence is about.
    """
    sums = [other.span for other in reading.amounts if home.span.holds(other.span)]
    if mention.end <= min(sums).start:
        return True
    low, high = sorted((mention, amount))
    return not any(low.end <= other.start and other.end <= high.start for other in sums)


def _before(
    reading: Reading, mentions: Sequence[tuple[Span, int]], home: Passage
) -> list[tuple[Span, int]]:
    """Return what the sentences before a sentence are about, if it goes on about it."""
    for last in reversed(reading.passages[max(0, home.index - 2) : home.index]):
        if last.block_index != home.block_index or not _GOES_ON.match(home.text):
            return []
        found = [mention for mention in mentions if last.span.holds(mention[0])]
        if found:
            return found
    return []


def _is_in_row(reading: Reading, home: Passage, span: Span) -> bool:
    """Return whether a mention stands in the row of a cell."""
    other = reading.passage_at(span.start)
    return other is not None and (other.block.table, other.block.row) == (
        home.block.table,
        home.block.row,
    )


def _distance(mention: Span, amount: Span) -> int:
    """Return how far a name stands from a sum; a name after it counts twice."""
    if mention.end <= amount.start:
        return amount.start - mention.end
    return 2 * max(0, mention.start - amount.end)
