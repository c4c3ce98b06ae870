"""The ledger accounts for all that its scanner sees, and each of its reasons is proven."""

from decimal import Decimal

import pytest

from csp_extract.extract.dates import find_dates
from csp_extract.extract.ledger import find_candidates
from csp_extract.extract.ledger.reasons import REFUSALS
from csp_extract.extract.money import find_amounts
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.rule import Example
from csp_extract.extract.sentences import passages_of
from csp_extract.records import Block, BlockKind, CandidateKind, Reason, Report, TextSource

MARKED = [
    pytest.param(refusal.reason, Example(text, ""), id=f"{refusal.reason}: {text}")
    for refusal in REFUSALS
    for text in refusal.examples
]


def read_plain(text: str) -> Reading:
    """Return the reading of plain text, before any family has run."""
    report = lay_out_plain(text)
    return Reading(report, passages_of(report))


def read_block(text: str, kind: BlockKind, **place: object) -> Reading:
    """Return the reading of one block of the given kind."""
    block = Block(kind, 0, len(text), **place)  # type: ignore[arg-type]
    report = Report(text, (block,), (), 0, (), TextSource.TEXT)
    return Reading(report, passages_of(report))


@pytest.mark.parametrize(("reason", "example"), MARKED)
def test_reason_is_told_for_its_examples(reason: Reason, example: Example) -> None:
    """Words around a candidate that nothing took say why."""
    text, span = example.unmark()
    found = find_candidates(read_plain(text))
    touching = [candidate for candidate in found if candidate.span.overlaps(span)]
    assert [candidate.value.reason for candidate in touching] == [reason], found


@pytest.mark.parametrize(
    ("reason", "reading"),
    [
        (Reason.IN_CONTENTS, read_block("Plan 2022 ..... 4", BlockKind.CONTENTS)),
        (Reason.IN_HEAD, read_block("£000", BlockKind.CELL, is_head=True)),
        (Reason.IN_HEADING, read_block("What we will do", BlockKind.HEADING)),
        (Reason.COUNT, read_block("14", BlockKind.CELL, col_head="Grants above £500")),
        (Reason.OTHER, read_block("It cost £5.", BlockKind.PARAGRAPH)),
    ],
)
def test_reason_of_the_place(reason: Reason, reading: Reading) -> None:
    """Contents, heads and headings account for what they hold; what is left is other."""
    assert [candidate.value.reason for candidate in find_candidates(reading)] == [reason]


def test_every_reason_has_an_example() -> None:
    """No code of the closed list goes untried."""
    told_elsewhere = {Reason.DROPPED_BY_HAND}  # the review says so, no words on the page
    by_place = {
        Reason.IN_CONTENTS,
        Reason.IN_HEAD,
        Reason.IN_HEADING,
        Reason.COUNT,
        Reason.OTHER,
    }
    read = {refusal.reason for refusal in REFUSALS}
    assert read | by_place | told_elsewhere == set(Reason)


def test_rows_take_their_candidates() -> None:
    """A sum and a date that were read are pointed at."""
    reading = read_plain("The Panel agreed £4,500 on 3 May 2022; the line is open 24/7.")
    reading.dates, _ = find_dates(reading)
    reading.amounts = find_amounts(reading)
    found = find_candidates(reading)
    taken = {
        candidate.value.kind: candidate.value.table for candidate in found if candidate.targets
    }
    assert taken == {CandidateKind.CURRENCY: "amounts", CandidateKind.DATE: "dates"}
    assert reading.amounts[0].value.value == Decimal(4500)
