"""Tables of money: the roles of columns and rows, totals both ways, differences, forms."""

from collections.abc import Sequence
from decimal import Decimal

from csp_extract.extract.found import Found
from csp_extract.extract.money import find_amounts
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import (
    AmountKind,
    AmountStatus,
    AmountValue,
    Block,
    BlockKind,
    Report,
    TextSource,
)


def read_grid(rows: Sequence[Sequence[str]], caption: str = "") -> dict[str, Found[AmountValue]]:
    """Return the sums of a table by "row label | column head"; its first row holds the heads."""
    pieces: list[tuple[BlockKind, int, int, str]] = []
    if caption:
        pieces.append((BlockKind.CAPTION, -1, -1, caption))
    pieces += [
        (BlockKind.CELL, row, col, words)
        for row, cells in enumerate(rows)
        for col, words in enumerate(cells)
        if words
    ]
    blocks, start = [], 0
    for kind, row, col, words in pieces:
        is_cell = kind is BlockKind.CELL
        blocks.append(
            Block(
                kind,
                start,
                start + len(words),
                table=0 if is_cell else -1,
                row=row,
                col=col,
                row_head=rows[row][0] if is_cell and row and col else "",
                col_head=rows[0][col] if is_cell and row else "",
                is_head=is_cell and (row == 0 or col == 0),
            )
        )
        start += len(words) + 1
    text = "\n".join(piece[3] for piece in pieces)
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    reading = Reading(report, passages_of(report))
    found: dict[str, Found[AmountValue]] = {}
    for amount in find_amounts(reading):
        home = reading.passage_at(amount.span.start)
        assert home is not None
        found[f"{home.block.row_head} | {home.block.col_head}"] = amount
    return found


def test_columns_say_what_became_of_the_money() -> None:
    """A budget is agreed, an outturn spent, a difference neither, and of the year it follows."""
    found = read_grid(
        [
            ["Head", "Budget 2021/22", "Outturn 2021/22", "Over / (under)", "Budget 2022/23"],
            ["Detached youth work", "40", "38", "(2)", "41"],
            ["Mediation", "12", "13", "1", "12"],
            ["Total", "52", "51", "(1)", "53"],
        ],
        "Community safety budget, £'000",
    )
    budget, spent = found["Mediation | Budget 2021/22"], found["Mediation | Outturn 2021/22"]
    under = found["Detached youth work | Over / (under)"]
    assert (budget.value.kind, budget.value.status) == (AmountKind.BUDGET, AmountStatus.AGREED)
    assert (spent.value.kind, spent.value.status) == (AmountKind.SPEND, AmountStatus.SPENT)
    assert under.value.value == Decimal(-2000)
    assert (under.value.kind, under.value.status) == (AmountKind.VARIANCE, AmountStatus.UNSTATED)
    assert under.value.financial_years == ("2021/22",)
    assert found["Mediation | Budget 2022/23"].value.financial_years == ("2022/23",)
    assert found["Mediation | Budget 2022/23"].value.purpose == "Mediation"


def test_bodies_over_columns_pay_and_rows_add_up() -> None:
    """Where each column is a body's, it is the payer; the last column sums the row."""
    found = read_grid(
        [
            ["Scheme", "Borough Council", "Fire Authority", "Total"],
            ["Street pastors", "6", "4", "10"],
            ["Lighting", "20", "5", "25"],
            ["Total", "26", "9", "35"],
        ],
        "Contributions of partners 2021/22 (£000)",
    )
    paid, whole = found["Lighting | Fire Authority"], found["Lighting | Total"]
    assert paid.value.funder == "Fire Authority"
    assert paid.value.kind is AmountKind.CONTRIBUTION
    assert [target.span for target in whole.targets["total_of"]] == [
        found["Lighting | Borough Council"].span,
        paid.span,
    ]
    assert len(found["Total | Borough Council"].targets["total_of"]) == 2


def test_rows_of_bodies_pay_or_get_by_what_the_table_lists() -> None:
    """The same labels are payers in a table of sources, and getters in one of awards."""
    paying = read_grid(
        [["Source", "2021/22 (£)"], ["Home Office", "9,000"], ["Marsh District Council", "1,500"]]
    )
    getting = read_grid(
        [["", "Award (£)"], ["Fell Youth Trust", "900"], ["Marsh Boxing Club Group", "750"]]
    )
    assert paying["Home Office | 2021/22 (£)"].value.funder == "Home Office"
    assert getting["Fell Youth Trust | Award (£)"].value.recipient == "Fell Youth Trust"
    assert not getting["Fell Youth Trust | Award (£)"].value.funder


def test_other_words_of_the_row_tell_the_purpose() -> None:
    """Who gets a grant and what it is for stand in columns of their own."""
    found = read_grid(
        [
            ["Group", "What for", "Amount"],
            ["Friends of the Rec", "New gate", "£1,200"],
            ["Quay Rowing Club", "Saturday sessions", "£800"],
        ],
        "Small grants made in 2021/22",
    )
    value = found["Friends of the Rec | Amount"].value
    assert (value.recipient, value.purpose) == ("Friends of the Rec", "New gate")
    assert (value.kind, value.financial_years) == (AmountKind.GRANT, ("2021/22",))


def test_subtotals_make_a_grand_total() -> None:
    """A total of totals counts each row once."""
    found = read_grid(
        [
            ["Line", "2021/22 £"],
            ["North", "100"],
            ["South", "200"],
            ["Total of areas", "300"],
            ["County work", "50"],
            ["Grand total", "350"],
        ]
    )
    grand = found["Grand total | 2021/22 £"]
    assert [target.span for target in grand.targets["total_of"]] == [
        found["Total of areas | 2021/22 £"].span,
        found["County work | 2021/22 £"].span,
    ]


def test_a_total_points_at_its_parts_even_where_they_miss_it() -> None:
    """That parts do not add up is for a finding to say; the row is a total all the same."""
    found = read_grid(
        [["Item", "£"], ["Cameras", "186,000"], ["Posts", "74,000"], ["Total", "270,000"]]
    )
    assert len(found["Total | £"].targets["total_of"]) == 2


def test_counts_beside_money_are_no_money() -> None:
    """A column of numbers is left alone where another says pounds."""
    found = read_grid([["Scheme", "Number of homes", "Year (£)"], ["Locks", "40", "9,000"]])
    assert list(found) == ["Locks | Year (£)"]


def test_head_over_the_labels_may_be_the_title() -> None:
    """A unit that stands over the row labels holds for the whole table."""
    found = read_grid([["Table 2: capital, £000", "2021/22", "2022/23"], ["Columns", "60", "880"]])
    assert found["Columns | 2022/23"].value.value == Decimal(880_000)


def test_what_is_left_over_was_paid_by_nobody() -> None:
    """A balance among the sources of money has no payer."""
    found = read_grid(
        [["Who pays", "£"], ["Home Office", "9,000"], ["Left over from last year", "310"]]
    )
    assert not found["Left over from last year | £"].value.funder


def test_day_of_a_payment_tells_its_financial_year() -> None:
    """Instalments due on days of one year are of the financial year that holds them."""
    found = read_grid(
        [["Partnership", "1 August 2021 (£)", "1 February 2022 (£)"], ["North", "900", "900"]]
    )
    assert {amount.value.financial_years for amount in found.values()} == {("2021/22",)}


def test_one_year_among_the_heads_holds_for_all_columns() -> None:
    """Where one head alone tells a year, the others are of that year too."""
    found = read_grid([["Head", "Budget 2021/22 £", "Forecast £"], ["Wardens", "900", "880"]])
    assert found["Wardens | Forecast £"].value.financial_years == ("2021/22",)


def test_shares_of_what_another_gives_are_confirmed() -> None:
    """What another body allocates it confirms; shares of nobody's fund are agreed."""
    rows = [["District", "Share 2021/22 £"], ["North", "900"]]
    others = read_grid(rows, "Shares of the Community Safety Fund")
    assert others["North | Share 2021/22 £"].value.status is AmountStatus.CONFIRMED
    own = read_grid(rows, "Shares")
    assert own["North | Share 2021/22 £"].value.status is AmountStatus.AGREED


def test_rows_of_those_who_get_money_elsewhere_are_getters() -> None:
    """A name that a cell tells to get money is no purpose in another cell; other words are."""
    found = read_grid(
        [
            ["Scheme", "Recipient", "2021/22 £"],
            ["Lights", "Ashby Council", "900"],
            ["Ashby Council", "", "400"],
            ["Gates", "", "300"],
        ]
    )
    told = [amount.value for amount in found.values()]
    assert [value.recipient for value in told] == ["Ashby Council", "Ashby Council", ""]
    assert [value.purpose for value in told] == ["Lights", "", "Gates"]


def test_sum_in_the_words_of_a_form_has_its_fields() -> None:
    """A sum with words beside it is as much of the form as one that stands alone in its cell."""
    rows = [
        ("Recipient", "Harbour Partnership"),
        ("Amount", "£900 (was £800) a year"),
        ("Period", "1 April 2031 to 31 March 2033"),
    ]
    pieces = [
        (row, col, words) for row, cells in enumerate(rows) for col, words in enumerate(cells)
    ]
    blocks, start = [], 0
    for row, col, words in pieces:
        head = rows[row][0] if col else ""
        end = start + len(words)
        blocks.append(Block(BlockKind.CELL, start, end, table=0, row=row, col=col, row_head=head))
        start = end + 1
    text = "\n".join(words for _, _, words in pieces)
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    reading = Reading(report, passages_of(report))
    value = find_amounts(reading)[0].value
    assert value.recipient == "Harbour Partnership"
    assert value.financial_years == ("2031/32", "2032/33")


def test_difference_from_what_came_in_has_not_come_in() -> None:
    """The head of a column of differences tells what they are counted from."""
    heads = ("Area", "2031/32 as received £", "Difference from received £")
    told = read_grid([heads, ("Ashby", "900", "(20)"), ("Corby", "800", "(10)")])
    status = told["Ashby | Difference from received £"].value.status
    assert status is AmountStatus.UNSTATED


def test_payers_of_a_table_pay_into_the_fund_of_its_caption() -> None:
    """Rows of payers, and their total, are for the fund that the caption names, if it names one."""
    rows = [("Contributor", "2031/32 £"), ("Ashby Council", "900"), ("Total", "900")]
    told = read_grid(rows, "Table 1: Harbour Pooled Budget")
    assert {one.value.purpose for one in told.values()} == {"Harbour Pooled Budget"}
    bare = read_grid(rows, "Table 1: what each pays")
    assert {one.value.purpose for one in bare.values()} == {""}


def test_year_of_dated_instalments_is_theirs() -> None:
    """The column that adds up instalments of one year is of that year."""
    heads = ("Area", "1 August 2031 (£)", "1 February 2032 (£)", "Year (£)")
    told = read_grid([heads, ("Ashby", "900", "900", "1,800")])
    assert told["Ashby | Year (£)"].value.financial_years == ("2031/32",)


def test_table_of_capital_is_a_budget() -> None:
    """A caption that only says of which sort its thousands are shows a budget."""
    rows = [("Item", "2031/32"), ("Columns", "90")]
    capital = read_grid(rows, "Table 1: capital, £000")
    assert capital["Columns | 2031/32"].value.kind is AmountKind.BUDGET
    towns = read_grid(rows, "Table 1: towns near the capital in £000")
    assert towns["Columns | 2031/32"].value.kind is None
