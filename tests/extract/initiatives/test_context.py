"""What the place of a name says of it: its row, the title above, the years it bears, its use."""

from datetime import date

import pytest

from csp_extract.extract.dates import find_dates
from csp_extract.extract.initiatives import find_initiatives
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import (
    About,
    Block,
    BlockKind,
    InitiativeKind,
    InitiativeStatus,
    InitiativeValue,
    Report,
    TextSource,
)


def values_of(text: str) -> dict[str, InitiativeValue]:
    """Return the initiatives of plain text by name."""
    report = lay_out_plain(text)
    told = About(body="Tarn Council", meeting_date=date(2022, 6, 14))
    reading = Reading(report, passages_of(report), about=told)
    reading.dates, _ = find_dates(reading)
    return {found.value.name: found.value for found in find_initiatives(reading)}


def table_of(heads: list[str], cells: list[str]) -> Reading:
    """Return the reading of a table of one row under its heads."""
    words = [*heads, *cells]
    starts = [sum(len(word) + 1 for word in words[:place]) for place in range(len(words))]
    blocks = tuple(
        Block(
            BlockKind.CELL,
            start,
            start + len(word),
            table=0,
            row=place // len(heads),
            col=place % len(heads),
            col_head=heads[place % len(heads)] if place >= len(heads) else "",
            is_head=place < len(heads),
        )
        for place, (start, word) in enumerate(zip(starts, words, strict=True))
    )
    report = Report("\n".join(words), blocks, (), 0, (), TextSource.TEXT)
    return Reading(report, passages_of(report), about=About(body="Tarn Council"))


def test_row_of_a_table_tells_lead_and_status() -> None:
    """Columns headed Lead and Status speak for the project of their row."""
    reading = table_of(["Project", "Lead", "Status"], ["Bright Doors", "Tarn Homes", "Not started"])
    (found,) = find_initiatives(reading)
    assert (found.value.name, found.value.lead) == ("Bright Doors", "Tarn Homes")
    assert found.value.status is InitiativeStatus.PLANNED


@pytest.mark.parametrize("cell", ["Total", "Held in hand", "Contingency", "Staffing"])
def test_rows_that_are_left_over_are_no_initiative(cell: str) -> None:
    """A total or a reserve is no thing that somebody delivers."""
    assert find_initiatives(table_of(["Purpose", "Grant (£)"], [cell, "1,000"])) == []


def test_noun_beside_a_name_tells_its_kind() -> None:
    """An apposition is one initiative, under its name and of the noun's kind."""
    values = values_of("A new outreach service, Harbourlink, will open in July 2022.")
    assert list(values) == ["Harbourlink"]
    assert values["Harbourlink"].kind is InitiativeKind.SERVICE
    assert values["Harbourlink"].status is InitiativeStatus.PLANNED


def test_renamed_thing_keeps_both_names() -> None:
    """What goes on under another name is one thing."""
    values = values_of("The Tarn Bridge sessions continue, under the name of Lantern, each week.")
    (value,) = values.values()
    assert "Lantern" in {value.name, *value.aliases}


def test_title_speaks_for_the_items_under_it() -> None:
    """The text under an item that is only a title is about it."""
    values = values_of("• Bright Doors Scheme. It was run by Tarn Homes and helped 40 residents.")
    value = values["Bright Doors Scheme"]
    assert (value.lead, value.reach) == ("Tarn Homes", 40)


def test_short_form_of_an_operation_is_an_alias_unless_it_is_a_place() -> None:
    """The police say Lapwing for Operation Lapwing; a town of the same name is not meant."""
    text = "Operation Lapwing ran in May. Nights of Lapwing are planned."
    assert values_of(text)["Operation Lapwing"].aliases == ("Lapwing",)
    text = "Operation Lapwing ran in May. The market in Lapwing is busy."
    assert values_of(text)["Operation Lapwing"].aliases == ()


@pytest.mark.parametrize(
    ("years", "status"),
    [
        ("2017-20", InitiativeStatus.ENDED),
        ("2021-24", InitiativeStatus.IN_PROGRESS),
        ("2023-26", InitiativeStatus.PLANNED),
    ],
)
def test_years_of_a_plan_tell_whether_it_is_in_force(years: str, status: InitiativeStatus) -> None:
    """A plan that nobody says more of is over, in force or to come by its years."""
    (value,) = values_of(f"Work follows the Safer Tarn Plan {years} in all wards.").values()
    assert (value.kind, value.status) == (InitiativeKind.STRATEGY, status)


def test_name_used_as_a_thing_twice_is_one() -> None:
    """A coined name that grows here and is mentioned there is a thing, a speaking one a body."""
    text = "Upper Vale Link grew to 340 farms.\nFarmers praised Upper Vale Link."
    assert list(values_of(text)) == ["Upper Vale Link"]
    text = "Upper Vale Link grew to 340 farms.\nUpper Vale Link said that it was busy."
    assert values_of(text) == {}


def test_themes_come_from_the_name_first() -> None:
    """The words of the name tell the theme; only a name that tells none asks its sentence."""
    values = values_of("The Hate Crime Awareness Campaign was held beside the burglary stall.")
    assert values["Hate Crime Awareness Campaign"].themes == ("hate crime and cohesion",)


def test_papers_in_a_list_of_background_papers_are_not_read() -> None:
    """A plan among the sources of a report is no news of it."""
    text = "Safer Tarn Plan 2021-24"
    report = Report(
        text,
        (Block(BlockKind.PARAGRAPH, 0, len(text), section="Background papers"),),
        (),
        0,
        (),
        TextSource.TEXT,
    )
    assert find_initiatives(Reading(report, passages_of(report))) == []


def test_a_feast_is_no_short_form_of_a_campaign() -> None:
    """What is a date elsewhere in the report names nothing there."""
    text = "It will be ready by Christmas.\nThe Christmas drink drive campaign ran for weeks."
    (value,) = values_of(text).values()
    assert value.aliases == ()


def test_the_noun_nearest_to_a_title_says_its_kind() -> None:
    """Of two things in a list the title belongs to the second; a quoted title to what precedes."""
    values = values_of("It paid for training for bars and a poster campaign called Walk With Me.")
    assert values["Walk With Me"].kind is InitiativeKind.CAMPAIGN
    values = values_of('The perpetrator programme "Fresh Turn" had 31 referrals.')
    assert values["Fresh Turn"].kind is InitiativeKind.SCHEME


def test_who_runs_the_next_item_of_a_list_does_not_run_this_one() -> None:
    """A party behind the next item's noun is that item's."""
    text = "We paid for the Street Games sessions at Beck, a league run by the Tarn Trust."
    assert values_of(text)["Street Games sessions"].lead == ""


@pytest.mark.parametrize(
    ("told", "reach"),
    [("47 people were killed on the roads", None), ("47 people were trained in May", 47)],
)
def test_reach_counts_whom_it_reached(told: str, reach: int | None) -> None:
    """People whom something befell were not reached by the course told of before."""
    values = values_of(f"The Drive Well course is for young drivers. {told}.")
    assert values["Drive Well course"].reach == reach


def test_the_end_of_a_month_ends_nothing() -> None:
    """A count taken at the end of August leaves the course running."""
    values = values_of("By the end of August 40 people had been on the Look Out course.")
    assert values["Look Out course"].status is InitiativeStatus.IN_PROGRESS
    values = values_of("It was the end of the Look Out course.")
    assert values["Look Out course"].status is InitiativeStatus.ENDED


def test_what_work_was_made_of_is_named_one_by_one() -> None:
    """A sentence says what the package comprised."""
    text = "The package comprised alley gates in Beck, bar staff training and a mentoring scheme."
    assert {"alley gates in Beck", "bar staff training", "mentoring scheme"} <= set(values_of(text))
