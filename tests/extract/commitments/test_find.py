"""Commitments of whole reports: sentences, lists, logs of actions, and what is none."""

from datetime import date

import pytest

from csp_extract.extract.commitments import find_commitments
from csp_extract.extract.found import Found, Span
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import (
    About,
    Block,
    BlockKind,
    CommitmentModality,
    CommitmentValue,
    DateRole,
    DateValue,
    InitiativeValue,
    Report,
    ReportKind,
    Strength,
    TextSource,
)


def read_plain(text: str, about: About | None = None) -> Reading:
    """Return the reading of plain text, before any family has run."""
    report = lay_out_plain(text)
    return Reading(report, passages_of(report), about=about or About())


def values_of(text: str) -> list[CommitmentValue]:
    """Return what is promised in plain text."""
    return [found.value for found in find_commitments(read_plain(text))]


def dated(reading: Reading, words: str, edtf: str, role: DateRole = DateRole.PLANNED) -> None:
    """Give the reading a date of one day or month where the words stand."""
    start = reading.report.text.index(words)
    first = date.fromisoformat(edtf if len(edtf) > 7 else f"{edtf}-01")
    value = DateValue(edtf, first, first, role=role)
    reading.dates = [*reading.dates, Found(Span(start, start + len(words)), value, "a test")]


def test_a_resolution_names_its_act_whatever_its_clause() -> None:
    """A verb with "to", a name that would act, a thing that is to come."""
    text = (
        "RESOLVED that:\n"
        "(a) To agree to the sale of the van, the lease of a car and the hire of two bicycles\n"
        "(b) Cllr Hale would speak to the landlord\n"
        "(c) that a group be set up and the report be noted\n"
    )
    assert [(value.owner, value.action) for value in values_of(text)] == [
        ("", "agree to the sale of the van, the lease of a car and the hire of two bicycles"),
        ("Cllr Hale", "speak to the landlord"),
        ("", "set a group up"),
    ]


def test_money_awarded_is_no_promise_and_thanks_are_no_act() -> None:
    """What a resolution decides by itself asks nobody for an act."""
    text = (
        "RESOLVED that:\n"
        "(a) To award the Hale Trust £400 for a shed\n"
        "(b) That thanks be given to the wardens\n"
        "(c) That, the Clerk meet the traders\n"
        "(d) The Panel receive quarterly updates\n"
    )
    assert [(value.owner, value.action) for value in values_of(text)] == [
        ("Clerk", "meet the traders"),
        ("Panel", "receive quarterly updates"),
    ]


def test_stages_of_a_timetable_are_plans() -> None:
    """Each item under a timetable has its day, and is planned for it."""
    text = "The timetable for the plan is as follows:\n• Draft agreed – July 2022\n• Background\n"
    assert [value.action for value in values_of(text)] == ["Draft agreed"]


def test_who_speaks_is_no_more_than_the_subject() -> None:
    """What else the speaker did before is no part of the owner."""
    text = (
        "Minutes of the meeting\n"
        "RESOLVED: That the report be noted.\n"
        "The Chairman thanked officers for the report and said that she would write to the bank."
    )
    assert [value.owner for value in values_of(text)] == ["Chairman"]


def table(heads: tuple[str, ...], *rows: tuple[str, ...]) -> Reading:
    """Return the reading of a table with one block a cell."""
    text, blocks = "", []
    for row, cells in enumerate((heads, *rows)):
        for col, cell in enumerate(cells):
            blocks.append(
                Block(
                    BlockKind.CELL,
                    len(text),
                    len(text) + len(cell),
                    table=0,
                    row=row,
                    col=col,
                    row_head="" if row == 0 else cells[0],
                    col_head="" if row == 0 else heads[col],
                    is_head=row == 0,
                )
            )
            text += cell + "\n"
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    return Reading(report, passages_of(report))


def test_coordinated_verbs_are_two_promises_of_one_owner() -> None:
    """The second verb takes its owner from the first clause."""
    values = values_of("Tarn Council will hire two wardens and will open a kiosk.")
    assert [(value.owner, value.action) for value in values] == [
        ("Tarn Council", "hire two wardens"),
        ("Tarn Council", "open a kiosk"),
    ]


def test_contractions_promise_too() -> None:
    """What "we'll" and "we're planning to" do is promised without a named owner."""
    values = values_of("We’ll open a hub. We're planning to launch an app.")
    assert [value.action for value in values] == ["open a hub", "launch an app"]
    assert {value.owner for value in values} == {""}


def test_quotes_are_the_clauses() -> None:
    """Each clause with a subject of its own is a promise of its own."""
    reading = read_plain("The survey will be repeated, and officers will report to the board.")
    found = find_commitments(reading)
    texts = [reading.report.text[slice(*each.span)] for each in found]
    assert texts == ["The survey will be repeated", "officers will report to the board"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Members will recall that the hub moved last year.",
        "Members are asked to note that demand has grown.",
        "Officers will often attend these meetings.",
        "This will enhance safety in the park.",
        "If the bid succeeds, the council will recruit a coordinator.",
        "It was agreed that the group would be closed.",
        "The council will not renew the contract.",
        "There are no plans to close the hub.",
        "No further action will be taken.",
        "The report sets out the work that will be undertaken.",
        "Partners have yet to agree how the fund will be allocated.",
        "The Council has a duty to consider crime and disorder in all it does.",
        "The aim of the scheme is to reduce thefts from vehicles.",
        "Residents will be affected by the change.",
        "The project had been due to start in May.",
        "Demand is expected to increase over the winter.",
    ],
)
def test_what_only_sounds_like_a_promise_is_left_alone(sentence: str) -> None:
    """Recalling, habit, effect, condition, past, negation, duty and purpose promise nothing."""
    assert values_of(sentence) == []


def test_items_take_owner_and_manner_from_their_lead_in() -> None:
    """A lead-in promises for every item of its list."""
    values = values_of(
        "Over the next twelve months the Partnership will:\n"
        "• deliver bystander training to bar staff;\n"
        "• reviewing the taxi marshal scheme; and\n"
        "• the north of the town"
    )
    assert [(value.owner, value.action) for value in values] == [
        ("Partnership", "deliver bystander training to bar staff"),
        ("Partnership", "review the taxi marshal scheme"),
    ]


def test_date_in_the_clause_is_due_and_a_deadline_wins() -> None:
    """Of two dates in a clause the deadline is the due date; a period is none."""
    reading = read_plain("Officers will report in May 2021 on 2020/21 to finish by 4 June 2021.")
    dated(reading, "May 2021", "2021-05")
    dated(reading, "2020/21", "2020-04", DateRole.PERIOD)
    dated(reading, "4 June 2021", "2021-06-04", DateRole.DEADLINE)
    (found,) = find_commitments(reading)
    assert (found.value.due, found.value.due_end) == ("2021-06-04", date(2021, 6, 4))


def test_date_that_opens_the_sentence_governs_its_acts() -> None:
    """A date in front of the clause says when; a past date does not."""
    reading = read_plain("By May 2021 the hub is full, and officers will open another.")
    dated(reading, "May 2021", "2021-05")
    assert [found.value.due for found in find_commitments(reading)] == ["2021-05"]
    reading.about = About(drafted_from=date(2021, 7, 1))
    assert [found.value.due for found in find_commitments(reading)] == [""]


def test_at_the_meeting_is_the_meeting_date() -> None:
    """What is to happen at the meeting is due on its day."""
    about = About(meeting_date=date(2020, 2, 3))
    (found,) = find_commitments(read_plain("The Chief Constable will speak at the meeting.", about))
    assert found.value.due == "2020-02-03"


def test_present_tense_needs_a_date_to_come() -> None:
    """What somebody "is hosting on 4 May" is a promise before that day only."""
    text = "Tarn Police is hosting a youth summit on 4 May 2021."
    for meeting, count in ((date(2021, 4, 1), 1), (date(2021, 6, 1), 0)):
        reading = read_plain(text, About(meeting_date=meeting))
        dated(reading, "4 May 2021", "2021-05-04")
        assert len(find_commitments(reading)) == count


def test_log_of_actions_gives_owner_and_due_from_its_columns() -> None:
    """Open actions are promises; those whose state is done are not."""
    reading = table(
        ("Ref", "Action", "Owner", "By when", "Status"),
        ("1", "Circulate the ward profile", "Head of Safety", "June 2021", "Open"),
        ("2", "Write to the bus operator", "Chair", "May 2021", "Complete"),
    )
    dated(reading, "June 2021", "2021-06")
    (found,) = find_commitments(reading)
    value = found.value
    assert (value.action, value.owner, value.due) == (
        "Circulate the ward profile",
        "Head of Safety",
        "2021-06",
    )
    assert value.strength is Strength.DIRECTIVE


def test_lead_in_that_names_things_promises_none_of_them() -> None:
    """Areas to focus on are priorities, whatever verb leads them in."""
    values = values_of(
        "The Partnership will look at five areas, which are:\n"
        "• trouble in the night-time economy;\n"
        "• exploitation of young people"
    )
    assert not any("trouble" in value.action for value in values)


def test_resolution_that_records_asks_for_nothing() -> None:
    """What was or was not done is noted; what be done is asked for."""
    values = values_of(
        "RESOLVED that:\n"
        "• no comments on the map were received from parishes;\n"
        "• officers map the lights"
    )
    assert [value.action for value in values] == ["map the lights"]


def test_table_without_owner_or_date_is_no_log() -> None:
    """A column of activities alone tells what is done, not what is promised."""
    assert (
        find_commitments(table(("Ward", "Activity"), ("North", "Run three street surgeries"))) == []
    )


def test_resolution_asks_for_an_act_unless_it_notes() -> None:
    """A recommendation to act is a commitment; to note is none."""
    values = values_of(
        "RESOLVED that the report be noted.\nRESOLVED that officers be requested to map the lights."
    )
    assert [(value.owner, value.action, value.modality) for value in values] == [
        ("officers", "map the lights", CommitmentModality.RESOLVED)
    ]


def test_agreed_that_would_counts_in_minutes_only() -> None:
    """In minutes the meeting itself decides; a report tells of an older meeting."""
    text = "It was agreed that officers would bring figures to the next meeting."
    assert values_of(text) == []
    (found,) = find_commitments(read_plain(text, About(kind=ReportKind.MINUTES)))
    assert (found.value.owner, found.value.action) == (
        "officers",
        "bring figures to the next meeting",
    )


def test_initiative_in_the_clause_is_the_target() -> None:
    """A promise points at the initiative that it names."""
    reading = read_plain("Operation Lantern will be launched in May.")
    reading.initiatives = [Found(Span(0, 17), InitiativeValue("Operation Lantern"), "a test")]
    (found,) = find_commitments(reading)
    assert found.targets["initiative_id"][0].span == Span(0, 17)


def minutes_of(text: str, *dates: tuple[str, str]) -> list[CommitmentValue]:
    """Return what is promised in plain text that is minutes, with these dates in it."""
    reading = read_plain(text, About(kind=ReportKind.MINUTES, meeting_date=date(2021, 3, 2)))
    for words, edtf in dates:
        dated(reading, words, edtf)
    return [found.value for found in find_commitments(reading)]


def test_we_are_the_body_that_writes() -> None:
    """Who "we" are is told by the author, where that is a body; else nobody is named."""
    text = "We will open a second hub."
    by_board = read_plain(text, About(author="Safer Tarn Partnership"))
    assert [each.value.owner for each in find_commitments(by_board)] == ["Safer Tarn Partnership"]
    by_officer = read_plain(text, About(author="Head of Housing"))
    assert [each.value.owner for each in find_commitments(by_officer)] == [""]


def test_it_is_the_body_of_the_sentence_before() -> None:
    """A pronoun stands for the subject before it in the same paragraph, where that can act."""
    (value,) = values_of("The Safer Tarn Partnership met in May. It plans to hold a forum in June.")
    assert (value.owner, value.action) == ("Safer Tarn Partnership", "hold a forum")


def test_which_is_the_thing_named_before() -> None:
    """A relative clause after a comma promises for the noun before it."""
    (value,) = values_of("The council bought two cameras, which will be installed in June 2022.")
    assert value.action == "install two cameras"


def test_reported_speech_promises_in_minutes_by_a_day() -> None:
    """Minutes put what was promised into the past; without a day it may be mere opinion."""
    text = "The Superintendent would circulate the map by 4 May 2021."
    (value,) = minutes_of(text, ("4 May 2021", "2021-05-04"))
    assert (value.action, value.due) == ("circulate the map", "2021-05-04")
    assert minutes_of("The Superintendent would welcome views.") == []


def test_two_acts_with_a_day_each_are_two_promises() -> None:
    """A second verb without a day of its own stays with the first."""
    text = (
        "The Partnership will share a draft in May 2022 and bring the plan to Cabinet in July 2022."
    )
    assert [value.action for value in values_of(text)] == [
        "share a draft",
        "bring the plan to Cabinet",
    ]
    (value,) = values_of("The Partnership will share a draft and bring the plan in July 2022.")
    assert value.action == "share a draft and bring the plan"


def test_resolution_asks_its_subject() -> None:
    """The subject of "that X bring" and whom "ask X to" names are the owners."""
    text = "RESOLVED that the Head of Housing bring a costed plan to Cabinet."
    (value,) = values_of(text)
    assert (value.owner, value.action) == ("Head of Housing", "bring a costed plan to Cabinet")


@pytest.mark.parametrize(
    "text",
    [
        "The Council is to contribute £9,000 to the scheme.",
        "The Licensing Act 2003 is to be brought into force in May 2022.",
        "My term of office ends in May 2024.",
        "RESOLVED that the minutes be approved as a correct record.",
        "Savings of £4,000 will follow from the change.",
    ],
)
def test_money_decided_law_and_effects_are_no_promises(text: str) -> None:
    """Nobody undertakes an act by them."""
    assert values_of(text) == []


def test_speaker_is_whom_a_pronoun_means() -> None:
    """Who said that "he would" is the one who will; so is who leads in a list of replies."""
    about = About(kind=ReportKind.MINUTES)
    told = "The Area Commander confirmed he would report back on the fires."
    found = find_commitments(read_plain(told, about))
    assert [each.value.owner for each in found] == ["Area Commander"]
    told = "In reply the Housing Manager:\n- would send the figures to members;"
    found = find_commitments(read_plain(told, about))
    assert [each.value.owner for each in found] == ["Housing Manager"]


def test_short_paragraphs_under_next_steps_are_acts() -> None:
    """A heading that promises acts makes promises of the imperatives under it."""
    text = "Recruit a coordinator for the hub."
    block = Block(BlockKind.PARAGRAPH, 0, len(text), section="Next steps")
    report = Report(text, (block,), (), 0, (), TextSource.TEXT)
    found = find_commitments(Reading(report, passages_of(report)))
    assert [each.value.action for each in found] == ["recruit a coordinator for the hub"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Area Delivery Group (ADG) met.\nADG is to price the lamps by May 2019.", "ADG"),
        ("For the first time the Fire Service will open its yard in May 2019.", "Fire Service"),
        ("Gates are to be fitted by May, the cost being met by the Harbour Fund.", ""),
        ("RESOLVED that the Chairman of the Trust be invited to attend in May.", ""),
        ("RESOLVED that four wardens continue to be funded in 2019/20.", ""),
        ("RECOMMENDATIONS\nIt is recommended that the Board:\n(a) adopts the charter", "Board"),
    ],
)
def test_owner_is_who_acts(text: str, owner: str) -> None:
    """Not who pays or is invited, nor what is paid for; a report's short names are bodies."""
    assert [value.owner for value in values_of(text)] == [owner]


def test_a_day_long_past_is_not_due_and_one_to_come_wins() -> None:
    """What was once planned for October is due on its new day, whatever stands first."""
    about = About(body="Tarn Council", meeting_date=date(2024, 1, 23))
    reading = read_plain(
        "The drop-in planned for October 2023 was put off and will now take place on 8 May 2024.",
        about,
    )
    dated(reading, "October 2023", "2023-10")
    dated(reading, "8 May 2024", "2024-05-08")
    assert [row.value.due for row in find_commitments(reading)] == ["2024-05-08"]
    reading = read_plain(
        "The CCTV in Beck is being replaced under the plan agreed in March 2023.", about
    )
    dated(reading, "March 2023", "2023-03")
    assert [row.value.due for row in find_commitments(reading)] == [""]


def test_who_agreed_to_the_plan_does_not_replace_the_cameras() -> None:
    """A party behind a participle that is not the promise's did something else."""
    (value,) = values_of("The CCTV in Beck is being replaced under the plan agreed by Cabinet.")
    assert value.owner == ""
