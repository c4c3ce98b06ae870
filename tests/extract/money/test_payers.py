"""Who pays a sum, who gets it, and how far it has come, by the words that stand beside it."""

import pytest

from csp_extract.extract.components import reading_of
from csp_extract.extract.model import build_model
from csp_extract.records import AmountKind, AmountStatus, AmountValue


def amounts(text: str) -> list[AmountValue]:
    """Return the sums of a text, one paragraph a line."""
    return [amount.value for amount in reading_of(build_model()(text)).amounts]


@pytest.mark.parametrize(
    ("text", "funder"),
    [
        ("Some £900 came from Highways for the signs.", "Highways"),
        ("The traders gave £400.", "traders"),
        ("The kit cost £2,000, met by local firms.", "local firms"),
        ("The bid to the Clean Rivers Fund for £30,000 failed.", "Clean Rivers Fund"),
        ("£6,000 comes from the council's youth fund.", "council's youth fund"),
        ("The council adds £7,000 from its own budget.", "council"),
        ("We hold £12,000 Home Office funding.", "Home Office"),
        ("The grant was kept by the Commissioner at £40,000.", "Commissioner"),
        ("The panel noted the £9,000 ABCF and the £7,000 DEFG allocations.", "ABCF"),
        ("It was agreed to put £4,000 of Quiet Roads grant towards signs.", "Quiet Roads grant"),
        ("The Home Office has announced that Ashby has secured £7,000.", "Home Office"),
        ("The PFCC has confirmed that core funding for 2031/32 will be £9,000.", "PFCC"),
        ("The Panel was told that core funding for 2031/32 will be £9,000.", ""),
        ("The Quiet Roads Fund 2031/32 of £8,000 is for signs.", "Quiet Roads Fund"),
        ("A fine of £200 was paid to the council.", ""),
        ("Contracts above £50,000 need the approval of the council.", ""),
    ],
)
def test_payers_by_their_place(text: str, funder: str) -> None:
    """A payer stands beside the sum in one of a few ways, whatever its name."""
    assert amounts(text)[0].funder == funder


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The award made to the council of £3,000 is welcome.", "council"),
        ("The refuge is run by the Harbour Trust at £80,000 a year.", "Harbour Trust"),
        ("The partnership has bid to the Home Office for £5,000.", "partnership"),
        ("The Harbour Board has a delegated budget of £4,000.", "Harbour Board"),
        ("Of the levy £6,000 was retained by the Harbour Council.", "Harbour Council"),
        (
            "The scheme lets clubs in, enabling parish groups to apply for up to £500.",
            "parish groups",
        ),
        ("A contract with the Harbour Trust for £30,000 was signed.", "Harbour Trust"),
        ("The Harbour Trust has £8,000 per annum.", "Harbour Trust"),
        ("See decision OPCC/17/04 on the £2,000.", ""),
        ("The Harbour Partnership had been allocated £9,000 by then.", "Harbour Partnership"),
        ("It is proposed to award Moor End Juniors £900 for kit.", "Moor End Juniors"),
        ("The Ministry announced that Ashby has secured funding of £20,000.", "Ashby"),
        ("There is a fund, £6,000 being allocated to Ashby from it.", "Ashby"),
        ("Ashby Quay has received £700.", "Ashby Quay"),
        ("The Harbour Partnership has £9,000 available for grants.", ""),
        ("Some £500 will be awarded to projects in Ashby.", ""),
        ("An analyst (£38,000) is to be paid for.", ""),
        ("The project has been awarded £5,000.", ""),
    ],
)
def test_getters(text: str, recipient: str) -> None:
    """Who gets a sum is told by a verb or a gift; a post or a project is no getter."""
    assert amounts(text)[0].recipient == recipient


def test_act_says_how_far_a_sum_has_come() -> None:
    """The same act is proposed where it is recommended, and agreed where it is resolved."""
    act = "Approve a grant of £9,000 for new lamps."
    (proposed,) = amounts(f"The Board is recommended to:\n{act}")
    (agreed,) = amounts(f"The Cabinet RESOLVED to:\n{act}")
    assert (proposed.status, agreed.status) == (AmountStatus.PROPOSED, AmountStatus.AGREED)


def test_sum_takes_no_cue_of_its_neighbour() -> None:
    """A cue that leads in the next sum, or stands beyond it, is not the first sum's."""
    first, second = amounts("Our allocation is £90,000, a reduction of £4,000 on last year.")
    assert (first.kind, second.kind) == (AmountKind.ALLOCATION, AmountKind.VARIANCE)
    spent, budget = amounts("Total spend to date: £41,000 against a budget of £60,000.")
    assert (spent.kind, budget.kind) == (AmountKind.SPEND, AmountKind.BUDGET)


def test_what_is_left_of_a_whole() -> None:
    """The sum that another was taken from is what there was to spend."""
    spent, whole = amounts("We spent £70,000 of the £82,000 in the year.")
    assert (spent.kind, whole.kind) == (AmountKind.SPEND, AmountKind.BUDGET)


def test_two_sums_are_no_range() -> None:
    """Only "between" makes one range of two sums that "and" joins."""
    assert len(amounts("Shares of £3,000 and £5,000 were paid.")) == 2
    assert len(amounts("Grants of between £3,000 and £5,000 were paid.")) == 1


def test_years_of_a_span() -> None:
    """Years from one to another, and days that bound whole years, tell every year between."""
    years = ("2021/22", "2022/23", "2023/24")
    assert amounts("A grant of £9,000 for 2021/22 to 2023/24.")[0].financial_years == years
    told = amounts("A grant of £9,000 for the period 1 April 2021 to 31 March 2024.")
    assert told[0].financial_years == years


def test_head_noun_governs_the_nouns_in_between() -> None:
    """What the sum is "of" is the first noun of its phrase, not the nearest."""
    (paid,) = amounts("A contribution to the pooled budget for youth work of £9,000 was agreed.")
    (told,) = amounts("The allocation for the next year was given in writing as £9,000.")
    assert (paid.kind, told.kind) == (AmountKind.CONTRIBUTION, AmountKind.ALLOCATION)


def test_bracket_after_a_sum_parts_it_from_nothing() -> None:
    """A yearly share in brackets is said of in the same words as the whole."""
    whole, yearly = amounts("A grant of £9,000 (£3,000 per annum) for new lamps was agreed.")
    assert (whole.purpose, yearly.purpose) == ("new lamps", "new lamps")


def test_shares_of_the_sum_before() -> None:
    """Words such as "of this" tell shares of the sum before, each with a purpose of its own."""
    text = "An award of £9,000 was confirmed. Of this £5,000 is for gates, £4,000 for locks."
    whole, *shares = amounts(text)
    assert [share.purpose for share in shares] == ["gates", "locks"]
    assert {share.kind for share in shares} == {AmountKind.ALLOCATION}
    assert {share.status for share in shares} == {whole.status}


def test_sentence_that_only_says_how_much() -> None:
    """A sentence such as "they are £5,000" speaks of what the sentence before names."""
    found = amounts("I have approved grants to two clubs. They are £5,000 and £4,000.")
    assert {amount.kind for amount in found} == {AmountKind.GRANT}


def test_names_before_sums_share_what_leads_them_in() -> None:
    """Each name of a list gets its sum where bodies get it, else it is what the sum is for."""
    getters = amounts("I have approved grants to the three districts: Ashby £4,000, Corby £3,000.")
    assert [amount.recipient for amount in getters] == ["Ashby", "Corby"]
    assert {amount.status for amount in getters} == {AmountStatus.AGREED}
    aims = amounts("The following bids were approved: Bike Aid £2,000; Street Nurses £3,500.")
    assert [amount.purpose for amount in aims] == ["Bike Aid", "Street Nurses"]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("£900 was allocated to Moor End Boxing Club to run sessions.", "Moor End Boxing Club"),
        ("They gave £500 to each of the four parish councils.", "each of the four parish councils"),
    ],
)
def test_getters_by_their_place(text: str, recipient: str) -> None:
    """A name after "to" gets the sum, whether it is known as a body or not."""
    assert amounts(text)[0].recipient == recipient


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The plan would have cost £9,000.", AmountStatus.UNSTATED),
        ("I have not approved a grant of £9,000.", AmountStatus.UNSUCCESSFUL),
        ("We mean to apply for a grant of £9,000.", AmountStatus.PROPOSED),
        ("A bid for £9,000 will be made in May.", AmountStatus.PROPOSED),
        ("Members agreed to fund a van at a cost of £9,000.", AmountStatus.AGREED),
        ("The cost of each visit was £9.", AmountStatus.UNSTATED),
    ],
)
def test_status_is_that_of_the_verb(text: str, status: AmountStatus) -> None:
    """What might have been, or is only meant, has not come to pass."""
    assert amounts(text)[0].status is status


def test_who_is_asked_to_approve_pays_nothing() -> None:
    """A body that is asked to approve, or is allocated a sum, is not the payer of it."""
    (asked,) = amounts("The Cabinet is asked to approve a gift made to the council of £3,000.")
    (given,) = amounts("We mean to allocate each partnership direct funding of £3,000.")
    assert (asked.funder, given.funder) == ("", "")


def test_holder_of_a_whole_gives_what_is_given_out() -> None:
    """Who holds a budget pays the grants made from it, and is not paid by itself."""
    whole, part = amounts(
        "The Commissioner has a safety budget of £90,000, of which £70,000 was given in grants to"
        " the districts."
    )
    assert (whole.funder, whole.recipient) == ("", "Commissioner")
    assert (part.funder, part.recipient) == ("Commissioner", "the districts")


def test_parts_are_what_the_whole_is() -> None:
    """What is told of a total holds for the sums that make it up."""
    bid = amounts(
        "A bid was submitted on 3 May 2021. The bid of £70,000 for 2021/22 is made up of £50,000"
        " for locks and £20,000 for lamps."
    )
    assert {(part.kind, part.status) for part in bid} == {
        (AmountKind.GRANT, AmountStatus.APPLIED_FOR)
    }
    assert {part.financial_years for part in bid} == {("2021/22",)}


def test_office_pays_what_its_own_paper_awards() -> None:
    """A Commissioner's log does not say who pays, for it is the Commissioner."""
    gifts = amounts(
        "Police and Crime Commissioner for Harbourshire - log\n"
        "To award Moor End Juniors £900 for kit.\n"
        "A fine of £80 was imposed."
    )
    assert [gift.funder for gift in gifts] == [
        "Police and Crime Commissioner for Harbourshire",
        "",
    ]
    assert gifts[0].status is AmountStatus.PROPOSED


def test_sums_that_go_on_about_grants_name_who_gets_them() -> None:
    """A sentence such as "They are £900 for Ashby" tells who gets the grants told before."""
    gifts = amounts(
        "Grants go to the two partnerships. They are £900 for Ashby and £800 for Corby."
    )
    assert [(gift.recipient, gift.purpose) for gift in gifts] == [("Ashby", ""), ("Corby", "")]


def test_year_after_until_is_not_that_of_the_sum() -> None:
    """A scheme put off until a year costs no sum of that year's."""
    (sum_,) = amounts("Renewal of the lamps £40k - scheme deferred until 2031/32.")
    assert (sum_.financial_years, sum_.purpose) == ((), "Renewal of the lamps")


def test_payer_of_a_later_total_is_not_that_of_sums_before() -> None:
    """What somebody gives this year tells nothing of who gave as much in the sentence before."""
    before, after, total = amounts(
        "Ashby received £400 and Corby £300. The Commissioner approved grants of £700 in all."
    )
    assert (before.funder, after.funder, total.funder) == ("", "", "Commissioner")


@pytest.mark.parametrize(
    "text",
    [
        "The Home Office's Quiet Roads Fund is open. The Quiet Roads Fund stays at £900.",
        "Home Office grant. We have drawn down a grant of £900.",
    ],
)
def test_owner_of_the_pot_pays(text: str) -> None:
    """A fund is paid by whose it is said to be, and a paragraph headed by a grant is of that."""
    assert amounts(text)[-1].funder == "Home Office"


@pytest.mark.parametrize(
    "text",
    [
        "The Home Office's Quiet Roads Fund is open. The Silver Lane Fund stays at £900.",
        "Home Office visit. We have drawn down a grant of £900.",
        "Home Office grant. The underspend of the grant, £900, was small.",
    ],
)
def test_nobody_pays_from_a_pot_that_is_not_theirs(text: str) -> None:
    """Another fund, a head that names no grant, and what is left over are not paid by the owner."""
    assert amounts(text)[-1].funder != "Home Office"


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The service is run by a charity, Harbour Gate, at a cost of £900.", "Harbour Gate"),
        ("Harbour Gate's new contract costs £900 a year.", "Harbour Gate"),
        ("The service is run by a charity, Harbour Gate, and lamps cost £900.", ""),
        ("Harbour Gate's new lamps cost £900.", ""),
    ],
)
def test_who_runs_a_service_at_a_price_is_paid_it(text: str, recipient: str) -> None:
    """A contract pays its contractor, whatever the name."""
    assert amounts(text)[0].recipient == recipient
