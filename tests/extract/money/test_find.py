"""Sums of whole reports: what their clause, list or table says of them, and what it does not."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_extract.extract.dates import find_dates
from csp_extract.extract.found import Found
from csp_extract.extract.money import find_amounts
from csp_extract.extract.money.rules import read_sums
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import (
    AmountKind,
    AmountStatus,
    AmountValue,
    Block,
    BlockKind,
    Per,
    Qualifier,
    Report,
    TextSource,
)


def read_plain(text: str) -> Reading:
    """Return the reading of plain text with its dates."""
    report = lay_out_plain(text)
    reading = Reading(report, passages_of(report))
    reading.dates, _ = find_dates(reading)
    return reading


def one(text: str) -> AmountValue:
    """Return the only sum of a text."""
    (amount,) = find_amounts(read_plain(text))
    return amount.value


def read_table(*cells: tuple[int, int, str, str, str]) -> list[Found[AmountValue]]:
    """Return the sums of a table of cells: row, column, row head, column head, text."""
    text = "\n".join(cell[4] for cell in cells)
    blocks, start = [], 0
    for row, col, row_head, col_head, words in cells:
        blocks.append(
            Block(
                BlockKind.CELL,
                start,
                start + len(words),
                table=0,
                row=row,
                col=col,
                row_head=row_head,
                col_head=col_head,
            )
        )
        start += len(words) + 1
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    return find_amounts(Reading(report, passages_of(report)))


def test_clause_says_who_pays_whom_what_for_and_when() -> None:
    """A sum received from somebody has payer, getter, purpose, year and status."""
    amount = one(
        "The Partnership received £12,000 from the Police and Crime Commissioner for youth"
        " diversion in 2022/23."
    )
    assert amount.funder == "Police and Crime Commissioner"
    assert amount.recipient == "Partnership"
    assert amount.purpose == "youth diversion"
    assert amount.financial_years == ("2022/23",)
    assert amount.status is AmountStatus.RECEIVED


def test_indirect_object_is_the_recipient() -> None:
    """Whom a body awards a sum stands right before the sum."""
    amount = one("The Panel awarded the Youth Trust £8,500 towards boxing sessions.")
    assert (amount.funder, amount.recipient) == ("Panel", "Youth Trust")
    assert amount.kind is AmountKind.GRANT


def test_a_bid_goes_to_those_who_would_pay() -> None:
    """The fund that is asked is no recipient, and a failed bid is told as failed."""
    amount = one("A bid of £75,000 to the Home Office was unsuccessful.")
    assert (amount.funder, amount.recipient) == ("Home Office", "")
    assert amount.status is AmountStatus.UNSUCCESSFUL


def test_clause_of_another_sum_says_nothing_of_this_one() -> None:
    """What was granted of a balance is not itself carried forward."""
    found = find_amounts(
        read_plain("Of the £2,150 carried forward, £840 was granted to four parishes.")
    )
    statuses = [amount.value.status for amount in found]
    assert statuses == [AmountStatus.CARRIED_FORWARD, AmountStatus.AGREED]


def test_short_form_ends_no_clause() -> None:
    """The stops of "p.a." stand within the clause that names the payer."""
    amount = one("Some £3,500 p.a. is paid by the Town Council for the line rental.")
    assert (amount.funder, amount.per) == ("Town Council", Per.YEAR)


def test_those_who_apply_are_no_recipients() -> None:
    """Officers who bid for money do not get it."""
    amount = one("Officers have applied for £6,000 to buy cameras.")
    assert (amount.recipient, amount.status) == ("", AmountStatus.APPLIED_FOR)


@pytest.mark.parametrize(
    ("text", "qualifier", "per"),
    [
        ("Grants of up to £5,000 each are on offer.", Qualifier.UP_TO, Per.ITEM),
        ("It costs around £200 per hour.", Qualifier.APPROXIMATE, Per.HOUR),
        ("Losses were in excess of £9,000.", Qualifier.MORE_THAN, None),
        ("The rent is £400 a month.", Qualifier.EXACT, Per.MONTH),
    ],
)
def test_words_next_to_a_sum(text: str, qualifier: Qualifier, per: Per | None) -> None:
    """Ceilings, estimates and rates are told by the words that touch the sum."""
    amount = one(text)
    assert (amount.qualifier, amount.per) == (qualifier, per)


def test_brackets_in_prose_are_no_minus() -> None:
    """Only a finance table writes negatives in brackets."""
    assert one("The underspend (£7,000) was carried forward.").value == Decimal(7000)


def test_each_of_two_givers_keeps_its_own_sum() -> None:
    """Who paid a part is not said to have paid the other part, nor the whole."""
    found = find_amounts(
        read_plain(
            "The County Council contributed £3,000 for lighting and the District Council matched"
            " this with £2,000, a total of £5,000."
        )
    )
    assert [amount.value.funder for amount in found] == ["County Council", "District Council", ""]


def test_total_in_a_lead_in_points_at_its_items() -> None:
    """A list under a total holds its parts."""
    reading = read_plain(
        "The following were agreed, totalling £9,000:\n• £4,000 for CCTV\n• £5,000 for a worker"
    )
    total, *parts = find_amounts(reading)
    assert [target.span for target in total.targets["total_of"]] == [part.span for part in parts]


def test_sums_that_do_not_add_up_are_no_parts() -> None:
    """A total whose neighbours differ from it points at nothing."""
    found = find_amounts(read_plain("£4,000 and £3,000 were spent, a total of £9,000."))
    assert all(not amount.targets for amount in found)


def test_head_of_a_column_makes_figures_money() -> None:
    """Thousands, brackets and totals are read from the heads of a finance table."""
    head = "2023/24 £000"
    lighting, staff, total = read_table(
        (1, 1, "Lighting", head, "12"),
        (2, 1, "Staff", head, "(2.5)"),
        (3, 1, "Total", head, "9.5"),
    )
    assert [found.value.value for found in (lighting, staff, total)] == [
        Decimal(12000),
        Decimal(-2500),
        Decimal(9500),
    ]
    assert lighting.value.purpose == "Lighting"
    assert lighting.value.financial_years == ("2023/24",)
    assert [target.span for target in total.targets["total_of"]] == [lighting.span, staff.span]


def test_nil_under_a_money_head_is_nought() -> None:
    """A finance table that prints nil states a sum; the same word in another table does not."""
    (nil,) = read_table((1, 1, "Income", "£", "Nil"))
    assert nil.value.value == Decimal(0)
    assert not read_table((1, 1, "Objections", "Received", "Nil"))


def test_caption_makes_figures_money() -> None:
    """The title of a table may tell the unit of all its figures."""
    text = "Table 2: budget (£000)\n41"
    blocks = (
        Block(BlockKind.CAPTION, 0, 22),
        Block(BlockKind.CELL, 23, 25, table=0, row=1, col=1, row_head="Wardens"),
    )
    report = Report(text, blocks, (), 0, (), TextSource.TEXT)
    (amount,) = find_amounts(Reading(report, passages_of(report)))
    assert amount.value.value == Decimal(41000)


def test_figures_without_a_money_head_are_none() -> None:
    """Counts in a table stay counts, also beside a column of money."""
    assert not read_table(
        (1, 1, "Burglary", "Offences", "212"), (2, 1, "Grants made (£)", "Number", "14")
    )


@given(pounds=st.integers(1, 999_999_999), with_commas=st.booleans())
def test_value_survives_being_written(pounds: int, with_commas: bool) -> None:  # noqa: FBT001
    """Whatever the sum, it reads back from its printed form."""
    (read,) = read_sums(f"set aside £{pounds:,} for" if with_commas else f"set aside £{pounds} for")
    assert read.value.least == pounds


@given(st.text(alphabet="£$€0123456789,.-–km() poundsandto", max_size=200))
def test_no_text_raises(text: str) -> None:
    """Any run of characters is read or left alone; spans stay within it and apart."""
    spans = [reads.span for reads in read_sums(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize("hostile", ["£1,", "£1-", "1,111", "£ ", "(£1 to ", "1" * 50 + " "])
def test_time_grows_with_length(hostile: str) -> None:
    """Four times the text takes about four times as long, not sixteen."""

    def seconds(length: int) -> float:
        start = time.process_time()
        read_sums(hostile * (length // len(hostile)))
        return time.process_time() - start

    short = max(min(seconds(2_500) for _ in range(3)), 0.002)
    assert min(seconds(10_000) for _ in range(3)) < 10 * short


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The fence was mended at a cost of £900.", AmountKind.COST, AmountStatus.SPENT),
        ("Signs will be put up at a cost of £900.", AmountKind.COST, AmountStatus.FORECAST),
        ("The Home Office grant is £9,000.", AmountKind.GRANT, AmountStatus.CONFIRMED),
        ("The bid for £9,000 was turned down.", AmountKind.GRANT, AmountStatus.UNSUCCESSFUL),
        ("£310 was not spent.", AmountKind.VARIANCE, AmountStatus.UNSTATED),
        ("Orders over £5,000 require approval.", AmountKind.THRESHOLD, AmountStatus.UNSTATED),
    ],
)
def test_verb_and_nouns_tell_what_a_sum_is(
    text: str, kind: AmountKind, status: AmountStatus
) -> None:
    """Tense tells spent from to come; a limit that a rule turns on is no spending."""
    amount = one(text)
    assert (amount.kind, amount.status) == (kind, status)


def test_list_speaks_as_its_first_sum_does() -> None:
    """Bodies in a list without verbs play the part that the first plays."""
    first, second, third = (
        found.value
        for found in find_amounts(
            read_plain(
                "The County Council is to contribute £9,000, Marsh District Council £6,000 and"
                " the Police and Crime Commissioner £3,000."
            )
        )
    )
    assert [first.funder, second.funder, third.funder] == [
        "County Council",
        "Marsh District Council",
        "Police and Crime Commissioner",
    ]
    assert {first.kind, second.kind, third.kind} == {AmountKind.CONTRIBUTION}
    assert {first.status, second.status, third.status} == {AmountStatus.AGREED}


def test_owner_of_a_grant_pays_it() -> None:
    """Possessives and names before "grant" tell who pays."""
    assert one("The Commissioner's grant for 2020/21 is £9,000.").funder == "Commissioner"
    assert one("The Home Office grant for training was £9,000.").funder == "Home Office"


def test_one_who_only_certifies_pays_nothing() -> None:
    """An officer who confirms a sum is not its funder."""
    assert not one("The Chief Finance Officer confirms that £9,000 is in the budget.").funder


def test_parts_after_of_which_make_up_the_sum() -> None:
    """A sum and what it is divided into are tied."""
    total, *parts = find_amounts(
        read_plain("The award is £10,000, of which £4,000 is for lighting and £6,000 for wardens.")
    )
    assert [target.span for target in total.targets["total_of"]] == [part.span for part in parts]


def test_neighbours_that_add_up_by_chance_are_no_parts() -> None:
    """Two sums that happen to make a third are not its parts without words that say so."""
    first, *_ = find_amounts(
        read_plain("Signs cost £3,000. Bins cost £1,000 last spring. Lamps cost £2,000.")
    )
    assert "total_of" not in first.targets


def test_change_from_one_sum_to_another_is_no_range() -> None:
    """Raised from A to B: two sums; from A to B alone: a range."""
    raised = find_amounts(read_plain("The trust has raised its share from £2,500 to £3,000."))
    assert [found.value.value_max for found in raised] == [None, None]
    assert one("Grants run from £500 to £2,000.").value_max == Decimal(2000)


def test_label_before_a_colon_speaks_of_the_sum() -> None:
    """The words before a colon tell what the sum right after it is; "against" begins another."""
    spent, budget = find_amounts(read_plain("Total spend: £4,917 against a budget of £9,450."))
    assert (spent.value.kind, budget.value.kind) == (AmountKind.SPEND, AmountKind.BUDGET)


def test_whom_others_tell_of_money_gets_none() -> None:
    """Those who are informed of a grant are neither payer nor getter."""
    amount = one("The Committee were informed that £9,000 had been received from the Home Office.")
    assert (amount.funder, amount.recipient) == ("Home Office", "")


def test_items_of_a_list_pay_or_get_by_what_leads_them_in() -> None:
    """A name with a sum is a getter under "the following grants", a payer under "contributions"."""
    got, given = (
        find_amounts(read_plain(text))[0].value
        for text in (
            "I have approved the following grants:\n- Fell Youth Trust, £900;\n- Marsh Trust, £750",
            "The pot is made up of:\n- Marsh District Council: £900\n- Beck Housing Trust: £750",
        )
    )
    assert (got.funder, got.recipient) == ("", "Fell Youth Trust")
    assert (given.funder, given.recipient) == ("Marsh District Council", "")


def test_year_of_the_paragraph_is_that_of_its_grants() -> None:
    """A grant in the next sentence is of the year that the paragraph told."""
    _, second = find_amounts(
        read_plain(
            "The Home Office awarded £9,000 for 2021/22. The council adds a grant of £2,000."
        )
    )
    assert second.value.financial_years == ("2021/22",)


@pytest.mark.parametrize(
    "hostile", ["a grant of £5,000 to the club for the ", "(£5,000) and the X "]
)
def test_sentence_of_many_sums_is_read_at_once(hostile: str) -> None:
    """Each sum looks only at the words around it, however long the list that it stands in."""
    start = time.process_time()
    find_amounts(read_plain(hostile * 200))
    assert time.process_time() - start < 10
