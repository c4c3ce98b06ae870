"""What does not agree among sums is found; what agrees within its rounding is not."""

from decimal import Decimal

from csp_extract.findings import findings_within
from csp_extract.records import (
    AmountKind,
    AmountStatus,
    AmountValue,
    Box,
    FindingKind,
    FindingRow,
    Mention,
    Provenance,
    ReportRecord,
    ReportRow,
    TextSource,
)
from csp_extract.tables import rows_of


def amount(
    row_id: str, text: str, value: str, quote: str, source: str = "money: sum with a sign"
) -> Mention[AmountValue]:
    """Return a sum in its sentence."""
    start = quote.index(text)
    proof = Provenance(
        report_id="r0",
        page=1,
        page_end=1,
        para="1",
        section="Money",
        text=text,
        char_start=start,
        char_end=start + len(text),
        quote=quote,
        quote_start=0,
        bbox=(Box(1, 0.0, 0.0, 1.0, 1.0),),
        text_source=TextSource.TEXT,
        confidence=None,
        source=source,
    )
    return Mention(row_id, proof, AmountValue(value=Decimal(value), currency="GBP"))


def total(of: Mention[AmountValue], *parts: str) -> Mention[AmountValue]:
    """Return a sum that is the total of others."""
    return Mention(
        of.mention_id,
        of.provenance,
        AmountValue(value=of.value.value, currency="GBP", total_of=parts),
    )


def find(*amounts: Mention[AmountValue]) -> list[FindingRow]:
    """Return the findings of a report with these sums."""
    record = ReportRecord(ReportRow(report_id="r0"), mentions={"amounts": amounts})
    return findings_within(rows_of([record]))


def test_parts_that_miss_their_total() -> None:
    """The finding names total, parts and difference."""
    quote = "£5,000 was shared: £2,000 and £2,500"
    (finding,) = find(
        total(amount("a1", "£5,000", "5000", quote), "a2", "a3"),
        amount("a2", "£2,000", "2000", quote),
        amount("a3", "£2,500", "2500", quote),
    )
    assert finding.kind is FindingKind.PARTS_DO_NOT_ADD_UP
    assert finding.row_ids == ("a1", "a2", "a3")
    assert finding.message == (
        "5,000 is given as a total, but its 2 parts add up to 4,500: 500 less."
    )


def test_rounding_is_no_finding() -> None:
    """Sums in thousands may miss their total by half a thousand each."""
    quote = "£11k in all: £5.4k, £5.1k"
    parts = (amount("a2", "£5.4k", "5400", quote), amount("a3", "£5.1k", "5100", quote))
    assert not find(total(amount("a1", "£11k", "11000", quote), "a2", "a3"), *parts)
    assert find(total(amount("a1", "£12k", "12000", quote.replace("11", "12")), "a2", "a3"), *parts)


def test_percentage_of_the_sum_before() -> None:
    """A share must be the printed percentage of its base, as exactly as it is printed."""
    fits = "£600,000, of which ten per cent (£60,000) is kept"
    misses = "£600,000, of which ten per cent (£64,000) is kept"
    assert not find(
        amount("a1", "£600,000", "600000", fits), amount("a2", "£60,000", "60000", fits)
    )
    (finding,) = find(
        amount("a1", "£600,000", "600000", misses), amount("a2", "£64,000", "64000", misses)
    )
    assert finding.kind is FindingKind.PERCENTAGE_WRONG
    assert finding.message == "£64,000 is called 10% of £600,000, but is 10.7% of it."


def test_change_from_one_sum_to_another() -> None:
    """From A to B, a rise of n%: the rise is reckoned again."""
    fits = "costs went from £200 to £220, an increase of 10%"
    misses = "costs went from £200 to £220, an increase of 20%"
    assert not find(amount("a1", "£200", "200", fits), amount("a2", "£220", "220", fits))
    (finding,) = find(amount("a1", "£200", "200", misses), amount("a2", "£220", "220", misses))
    assert finding.kind is FindingKind.PERCENTAGE_WRONG


def award(row_id: str, text: str, value: str, source: str = "money: x") -> Mention[AmountValue]:
    """Return a grant of one payer for one purpose and year."""
    bare = amount(row_id, text, value, f"a grant of {text}", source)
    return Mention(
        row_id,
        bare.provenance,
        AmountValue(
            value=Decimal(value),
            currency="GBP",
            kind=AmountKind.GRANT,
            status=AmountStatus.CONFIRMED,
            funder="Home Office",
            purpose="lighting",
            financial_years=("2021/22",),
        ),
    )


def test_award_with_two_values() -> None:
    """One award told with two sums is a finding; two cells of a table are not, nor instalments."""
    first, second = award("a1", "£9,100", "9100"), award("a2", "£8,700", "8700")
    (finding,) = find(first, second)
    assert finding.kind is FindingKind.SUM_RESTATED
    cell = "money: cell under a head"
    assert not find(award("a1", "£9,100", "9100", cell), award("a2", "£8,700", "8700", cell))
    assert not find(first, second, award("a3", "£17,800", "17800"))


def test_digits_that_changed_places() -> None:
    """Long sums that differ by two swapped digits are told; short and round ones are not."""
    (finding,) = find(award("a1", "£387,450", "387450"), award("a2", "£378,450", "378450"))
    assert finding.kind is FindingKind.MISPRINT
    kinds = {
        found.kind for found in find(award("a1", "£1,200", "1200"), award("a2", "£2,100", "2100"))
    }
    assert FindingKind.MISPRINT not in kinds


def test_finding_keeps_its_id() -> None:
    """The same rows give the same id, whatever the message."""
    one, two = award("a1", "£9,100", "9100"), award("a2", "£8,700", "8700")
    assert find(one, two)[0].finding_id == find(one, two)[0].finding_id
