"""The ways in which bodies list and name what they deliver, and what only looks like it."""

import pytest

from csp_extract.extract.initiatives import find_initiatives
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import (
    About,
    Block,
    BlockKind,
    InitiativeKind,
    InitiativeValue,
    Report,
    TextSource,
)


def names_in(text: str, about: About | None = None) -> list[str]:
    """Return the names of the initiatives of plain text."""
    report = lay_out_plain(text)
    reading = Reading(report, passages_of(report), about=about or About(body="Tarn Council"))
    return [found.value.name for found in find_initiatives(reading)]


def names_in_table(*rows: tuple[str, ...]) -> list[str]:
    """Return the names in a table whose first row the layout did not see as its head."""
    text, blocks = "", []
    for row, cells in enumerate(rows):
        for col, words in enumerate(cells):
            end = len(text) + len(words)
            blocks.append(
                Block(BlockKind.CELL, len(text), end, table=0, row=row, col=col, is_head=not col)
            )
            text += f"{words}\n"
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    return [found.value.name for found in find_initiatives(Reading(report, passages_of(report)))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We ran three projects: Owl, Bright Doors and the Lock Scheme.", 3),
        ("Projects funded in 2020 were: Bright Doors; Safe Hands; a bike workshop.", 3),
        ("Events such as the Beck Fun Day and the Holm Fair were busy.", 2),
        ("We ran schemes in three towns: Tarn, Beck and Holm.", 0),
        ("Projects include: the Beck Trust and the Holm Council.", 0),
    ],
)
def test_sentence_lists_names_after_their_noun(text: str, names: int) -> None:
    """The noun right before the colon says what the names are; towns and bodies are none."""
    assert len(names_in(text)) == names


def test_payees_of_a_list_are_not_what_is_paid_for() -> None:
    """What stands after the dash is the thing, where bodies stand before it."""
    text = (
        "Grants were awarded to the following:\n• Beck Youth Trust – late drop-in (£4,000)\n"
        "• Holm Council – speed signs (£2,000)"
    )
    assert names_in(text) == ["late drop-in", "speed signs"]


def test_items_lose_what_was_done_with_them() -> None:
    """Verb, article and date around a name are not its own."""
    lead = "Key projects delivered were as follows:"
    text = f"{lead}\n• Held a Lock It week in May\n• Fitted new steel gates"
    assert names_in(text) == ["Lock It week", "steel gates"]


def test_what_a_grant_may_be_used_for_is_no_initiative() -> None:
    """Criteria list aims, and so do items that begin with one."""
    items = "\n• Preventing crime\n• Sports clubs"
    assert names_in(f"Grants will only be awarded for projects including:{items}") == []
    assert names_in("Projects that we fund include:\n• Preventing crime\n• Tackling abuse") == []


def test_plain_first_row_is_a_heading() -> None:
    """Projects stand in the column headed so; what is paid, and what a title means, do not."""
    assert names_in_table(
        ("Organisation", "Nature of project", "£"),
        ("Beck Youth Project", "Bright Doors: a nine-week programme for victims", "4,000"),
        ("Holm Scouts", "The Den: somewhere to go on Friday evenings", "2,000"),
    ) == ["Bright Doors", "The Den"]


def test_first_cell_of_a_row_is_read() -> None:
    """An action in the first column names a thing as well as one in the second."""
    assert names_in_table(
        ("Action", "Lead"), ("Refresh the Beck Violence Strategy", "Police"), ("Meet", "Clerk")
    ) == ["Beck Violence Strategy"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Holm Street Marshals scheme ran. Street Marshals were busy.", 1),
        ("The Beck Safety Strategy was refreshed as the Beck Safety Strategy 2020-23.", 1),
        ("The Beck Safety Plan 2017-20 ends; the Beck Safety Plan 2020-23 begins.", 2),
        ("The operation Lapwing team met. Officers ran operation Lapwing in May.", 1),
        ("The page, marked “Agenda Item 6”, and the Mayor's survey were noted.", 0),
        ("The Calm Streets programme grows. The Tarn & Beck Calm Streets programme is new.", 1),
        ("We expect projects to end. Tarn Partnership projects were noted.", 0),
    ],
)
def test_one_thing_has_one_row(text: str, names: int) -> None:
    """Years, places before a name and small letters make no second thing; other years do."""
    assert len(names_in(text)) == names


def test_fullest_name_is_the_name() -> None:
    """A name told by its end first is brought under the whole of it."""
    text = "The Calm Streets programme grows. The Tarn & Beck Calm Streets programme is new."
    assert names_in(text) == ["Tarn & Beck Calm Streets programme"]


def test_capital_schemes_stand_before_their_cost() -> None:
    """Each item of a capital programme is a thing; under what an office spends it is not."""
    lead = "The capital programme has changed as follows:"
    items = "\n• Beck Roof £40k - put off to May\n• Radio replacement £9,000."
    assert names_in(f"{lead}{items}") == ["Beck Roof", "Radio replacement"]
    assert names_in(f"The office spends as follows:{items}") == []


def test_award_is_headed_by_payee_and_thing() -> None:
    """What stands after the payee is the thing, if the text below tells of an award to them."""
    told = {"To award Holm Police £4,000 for a van.": ["Night Van"], "Holm Police met us.": []}
    for below, names in told.items():
        text = f"Holm Police – Night Van\n{below}"
        blocks = (
            Block(BlockKind.HEADING, 0, 23),
            Block(BlockKind.PARAGRAPH, 24, len(text)),
        )
        report = Report(text, blocks, (), 0, (), TextSource.TEXT)
        reading = Reading(report, passages_of(report), about=About(body="Tarn Council"))
        assert [found.value.name for found in find_initiatives(reading)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Projects funded include:\n• If money is left, a fair\n• Once agreed, a walk",
        "The timeline for delivering it is as follows:\n• Draft for comment – May\n• Launch – June",
        "We fund schemes such as:\n• The lane had been left bare\n• The gate had been shut",
    ],
)
def test_conditions_and_clauses_of_a_list_are_no_things(text: str) -> None:
    """What may happen, when it happens and what had happened name nothing that is delivered."""
    assert names_in(text) == []


def test_whose_it_is_stands_before_an_item() -> None:
    """A pronoun between payee and thing is left off."""
    text = (
        "Awards were made as follows:\n• £400 to Tarn Trust for its quiet garden\n• £90 for a walk"
    )
    assert "quiet garden" in names_in(text)


@pytest.mark.parametrize("verb", ["informed Members of", "requested funding for", "presented"])
def test_who_speaks_in_minutes_is_no_initiative(verb: str) -> None:
    """Verbs of speech tell a person or a body by a coined name."""
    text = f"Harbour Doors {verb} its work. Referrals to Harbour Doors grew."
    assert "Harbour Doors" not in names_in(text)


def test_portfolio_is_no_initiative() -> None:
    """What a councillor answers for opens an item as a title does."""
    assert names_in("Members:\n• Streets and Homes – Councillor A Hall\n• Parks") == []


def test_priority_in_quotation_marks_is_no_initiative() -> None:
    """Where the words before say that it is one."""
    assert names_in("It is under the priority of ‘Keeping Well’, which is old.") == []


def test_owner_is_no_part_of_a_name() -> None:
    """Whose it is stands before the name."""
    assert names_in("The Council's Alley Gates Scheme opened.") == ["Alley Gates Scheme"]


def test_commissioner_tells_of_a_fund_by_the_title_of_a_paper() -> None:
    """The fund in a heading is the office's own, unless Government's."""
    about = About(body="Police and Crime Commissioner for Tarnshire")
    for title, names in (("Calm Streets Fund", ["Calm Streets Fund"]), ("Safer Streets Fund", [])):
        text = f"{title} – 2020/21\nBids open in May."
        end = len(title) + 10
        blocks = (
            Block(BlockKind.TITLE, 0, end),
            Block(BlockKind.PARAGRAPH, end + 1, len(text)),
        )
        report = Report(text, blocks, (), 0, (), TextSource.TEXT)
        reading = Reading(report, passages_of(report), about=about)
        assert [found.value.name for found in find_initiatives(reading)] == names


def values_in(text: str) -> list[InitiativeValue]:
    """Return what is said of the initiatives of plain text."""
    report = lay_out_plain(text)
    reading = Reading(report, passages_of(report), about=About(body="Tarn Council"))
    return [found.value for found in find_initiatives(reading)]


def test_payee_leads_and_lead_in_pays() -> None:
    """Who gets the money runs the thing; who gives it pays for all items of the list."""
    (first, second) = values_in(
        "The Home Office awarded grants to the following:\n"
        "• Beck Youth Trust – late drop-in (£4,000)\n• Holm Council – speed signs (£2,000)"
    )
    assert (first.lead, second.lead) == ("Beck Youth Trust", "Holm Council")
    assert {first.funder, second.funder} == {"Home Office"}


def test_who_is_given_money_to_deliver_leads() -> None:
    """The body that grants it does not."""
    (value,) = values_in(
        "The Commissioner approved funding to Beck Trust to deliver a Calm Nights Project in May."
    )
    assert value.lead == "Beck Trust"
    (value,) = values_in("Beck Trust had provided funding for a Calm Nights Project in May.")
    assert value.lead == ""


def test_paper_is_no_place() -> None:
    """What is told "in" a plan is not done there."""
    (value,) = values_in("The Calm Nights Project is told in the Corporate Plan.")
    assert value.area == ""


def test_payer_stands_before_funded() -> None:
    """An apposition tells who pays for the thing beside it."""
    (value,) = values_in("Operation Lapwing, a Home Office funded initiative, ran in May.")
    assert value.funder == "Home Office"


def test_noun_of_a_list_is_the_kind_of_its_names() -> None:
    """What "three projects" names are projects, though their names do not say so."""
    values = values_in("We ran three projects: Bright Doors, Safe Hands and Owl Eyes.")
    assert {value.kind for value in values} == {InitiativeKind.PROJECT}


def test_bare_group_that_was_counted_is_no_audience() -> None:
    """How many pupils came does not say that it is for pupils; for whom it is does."""
    (value,) = values_in("The Lock It Week reached 400 pupils.")
    assert (value.audience, value.reach) == ("", 400)
    (value,) = values_in("The Lock It Week for older tenants reached 400 people.")
    assert value.audience == "older tenants"
