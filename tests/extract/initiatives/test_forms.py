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
    ],
)
def test_one_thing_has_one_row(text: str, names: int) -> None:
    """Years, places before a name and small letters make no second thing; other years do."""
    assert len(names_in(text)) == names


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
