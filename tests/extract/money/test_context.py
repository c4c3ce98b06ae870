"""What sentences and tables around a sum tell of it: who "he" is, which year, what it is for."""

import pytest
import spacy

from csp_extract.extract.components import reading_of
from csp_extract.extract.dates import find_dates
from csp_extract.extract.model import build_model
from csp_extract.extract.money import find_amounts
from csp_extract.extract.money.heads import head_in
from csp_extract.extract.money.years import stretched_years
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import AmountKind, AmountStatus, AmountValue


def amounts(text: str) -> list[AmountValue]:
    """Return the sums of plain text in order."""
    report = lay_out_plain(text)
    reading = Reading(report, passages_of(report))
    reading.dates, _ = find_dates(reading)
    return [amount.value for amount in find_amounts(reading)]


def purposes(text: str) -> list[str]:
    """Return what the sums of a text are for, by the whole pipeline."""
    reading = reading_of(build_model()(spacy.blank("en").make_doc(text)))
    return [amount.value.purpose for amount in reading.amounts]


@pytest.mark.parametrize(
    ("text", "funder"),
    [
        ("The Commissioner was elected in May. He has confirmed £9,000 for us.", "Commissioner"),
        ("The Home Office named its grant on 2 March. It is £9,000.", "Home Office"),
        ("The Home Office met us in March. It was told of a grant of £9,000.", ""),
        ("Crime fell. He has confirmed £9,000.", ""),
        ("The Home Office met us in March. It is £9,000.", ""),
    ],
)
def test_pronoun_stands_for_the_payer_before_it(text: str, funder: str) -> None:
    """Only one who is said to give, or whose gift is spoken of, pays what "it" is."""
    assert amounts(text)[-1].funder == funder


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("£9,000 over two years from 1 April 2031", ("2031/32", "2032/33")),
        ("£9,000 for the two years to March 2033", ("2031/32", "2032/33")),
        ("£9,000 over the three years 2031-34", ("2031/32", "2032/33", "2033/34")),
        ("£9,000 over the three years 2031-33", ()),
        ("£9,000 over two years", ()),
        ("£9,000 from 1 April 2031", ()),
    ],
)
def test_years_counted_from_the_first_or_last(words: str, years: tuple[str, ...]) -> None:
    """A count of years needs the year that it begins or ends in."""
    assert stretched_years(words) == years


def test_year_of_a_paragraph_outlasts_sums_without_one() -> None:
    """A step from one year to the next has no year, and the sums after it still have theirs."""
    told = amounts(
        "For 2031/32 the Home Office grants £9,000, which is £500 less than last year."
        " The council gives £4,000."
    )
    assert [value.financial_years for value in told] == [("2031/32",), (), ("2031/32",)]


@pytest.mark.parametrize(
    "text", ["It was paid at the rate of 2031/32, £9,000.", "The sum is that of 2031/32, £9,000."]
)
def test_rate_of_a_year_is_no_year(text: str) -> None:
    """What another year's rate was says nothing of when a sum is paid."""
    assert amounts(text)[0].financial_years == ()


def test_names_in_a_bracket_after_contributions_give_them() -> None:
    """Each body right before its sum has given it; without "contributions" that is not said."""
    told = amounts("The contributions stay at £900 (County Council £500, Police £400).")
    assert [value.funder for value in told[1:]] == ["County Council", "Police"]
    assert {value.recipient for value in told} == {""}
    assert amounts("The stalls took £900 (Ashby £500, Corby £400).")[1].funder == ""


@pytest.mark.parametrize(
    ("text", "funder"),
    [
        ("A worker costs £900, found from the Vale's grant.", ""),
        ("The post is paid until May from reserves of some £900.", ""),
        ("A worker costs £900, found from the Community Safety Fund.", "Community Safety Fund"),
        ("A worker costs £900, found from reserves.", "reserves"),
    ],
)
def test_what_somebody_has_is_no_payer(text: str, funder: str) -> None:
    """A grant is paid by who gives it, not who has it, and how much a pot holds is paid by none."""
    assert amounts(text)[0].funder == funder


def test_who_may_ask_has_not_asked() -> None:
    """A ceiling for applications is no application."""
    assert amounts("Groups may bid for up to £900.")[0].status is AmountStatus.UNSTATED
    assert amounts("We applied for £900.")[0].status is AmountStatus.APPLIED_FOR


def test_sum_is_for_the_one_thing_named_before() -> None:
    """A sentence that goes on pays for what the one before names, unless that is several things."""
    named = "Operation Kestrel was launched in May 2019. "
    assert purposes(named + "The council contributed £900.")[0] == "Operation Kestrel"
    both = "Operation Kestrel and Operation Merlin began in May 2019. "
    assert purposes(both + "The council contributed £900.")[0] == ""
    assert purposes(named + "Groups elsewhere contributed £900.")[0] == ""


def test_kind_of_a_gift_that_a_pronoun_gives() -> None:
    """What an office "has confirmed" is a grant, where no word tells what it is."""
    told = amounts("The Commissioner was elected in May. He has confirmed £9,000 for us.")
    assert told[0].kind is AmountKind.GRANT


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        (
            "The Night Angels went out in May. Trade was slack. The council gave £900.",
            "Night Angels",
        ),
        (
            "Operation Kestrel and Operation Merlin began. All was well. The council gave £900.",
            "",
        ),
        ("The Night Angels went out in May. Trade was slack. An underspend of £900 is left.", ""),
    ],
)
def test_sum_is_for_the_one_thing_of_its_paragraph(text: str, purpose: str) -> None:
    """A paragraph about one thing tells what is spent in it, and a paragraph about two does not."""
    assert purposes(text)[-1] == purpose


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Alley gates.", "Alley gates"),
        ("• CCTV renewal:", "CCTV renewal"),
        ("Alley gates were fitted.", ""),
        ("It is late.", ""),
        ("No.", ""),
        ("The new gates on the back lanes of the harbour.", ""),
    ],
)
def test_head_is_no_sentence(text: str, head: str) -> None:
    """A few words without a verb that open a paragraph are its head."""
    assert head_in(text) == head


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The grant is £900, down from £950.", AmountStatus.UNSTATED),
        (
            "Forty penalty notices of £100 were served, of which nine were paid.",
            AmountStatus.UNSTATED,
        ),
        ("A plan is being prepared at a cost of £900.", AmountStatus.UNSTATED),
        ("A plan was prepared at a cost of £900.", AmountStatus.SPENT),
    ],
)
def test_yardsticks_and_rates_have_no_status(text: str, status: AmountStatus) -> None:
    """What a sum was before, what each notice was, and a price of work under way are not paid."""
    assert amounts(text)[-1].status is status


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The Home Office named its grant for 2031/32. It is a grant of £900.", ()),
        ("The Home Office named its grant for 2031/32. It is £900.", ("2031/32",)),
        ("Crime fell in 2031/32. We had a grant of £900.", ()),
    ],
)
def test_sum_that_is_the_thing_before_has_its_year(text: str, years: tuple[str, ...]) -> None:
    """A sentence that only says how much is of the year that the one before tells."""
    assert amounts(text)[-1].financial_years == years
