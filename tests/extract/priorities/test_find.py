"""Priorities of whole reports: lists, sentences, headings and columns, and what is none."""

import pytest

from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.priorities import find_priorities
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import About, Block, BlockKind, PriorityKind, Report, TextSource

ABOUT = About(body="Tarn Council", partnership="Tarn Safety Partnership")


def rows_of(text: str) -> list[tuple[str, str, int | None, str]]:
    """Return words, owner, rank and period of the priorities in plain text."""
    report = lay_out_plain(text)
    found = find_priorities(Reading(report, passages_of(report), about=ABOUT))
    return [
        (text[row.span.start : row.span.end], row.value.owner, row.value.rank, row.value.period)
        for row in found
    ]


def words_of(text: str) -> list[str]:
    """Return the words of the priorities in plain text."""
    return [row[0] for row in rows_of(text)]


def test_list_under_a_lead_in_gives_owner_rank_and_period() -> None:
    """Bullets lose their closing punctuation and share what the lead-in says."""
    text = "The Partnership has set two priorities for 2021/22:\n• Fewer thefts; and\n• Calm parks."
    assert rows_of(text) == [
        ("Fewer thefts", "Tarn Safety Partnership", 1, "2021/22"),
        ("Calm parks", "Tarn Safety Partnership", 2, "2021/22"),
    ]


def test_two_lists_have_two_owners() -> None:
    """Each list belongs to whom its own lead-in names."""
    text = (
        "The Police and Crime Commissioner's priorities are:\n• Visible policing\n• Rural crime\n"
        "The Partnership's priorities are:\n• Litter\n• Noise"
    )
    owners = [row[1] for row in rows_of(text)]
    assert owners == ["Police and Crime Commissioner"] * 2 + ["Tarn Safety Partnership"] * 2


def test_repeated_list_is_found_twice() -> None:
    """A summary that repeats a list gives rows of its own."""
    text = (
        "Our priorities are:\n• Litter\n• Noise\nTo sum up, the priorities are:\n• Litter\n• Noise"
    )
    assert words_of(text) == ["Litter", "Noise"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The priorities for 2019-2022 are fly tipping, late noise and road safety.",
        "The Board agreed that its priorities would be: fly tipping; late noise; and road safety.",
        "The key themes are (a) fly tipping, (b) late noise and (c) road safety.",
        "The CSP has three priorities, namely fly tipping, late noise and road safety.",
        "Members identified fly tipping, late noise and road safety as local priorities.",
        "It adopted “fly tipping”, “late noise” and “road safety” as its priorities.",
    ],
)
def test_sentence_is_split_into_items(text: str) -> None:
    """A list within one sentence gives an item each, however it is marked."""
    assert words_of(text) == ["fly tipping", "late noise", "road safety"]


def test_numbered_lines_follow_their_lead_in() -> None:
    """A run of numbered lines is a list though no bullet marks it."""
    text = "The strategic priorities are as follows:\n1. Calm parks\n2. Safe homes\nOther news."
    assert words_of(text) == ["Calm parks", "Safe homes"]


def test_numbered_headings_are_priorities() -> None:
    """Progress told under each priority leaves the priority's own words."""
    text = "Priority 1: Calm parks\nWe ran patrols.\nPriority 2: Safe homes\nWe fitted locks."
    assert [row[::2] for row in rows_of(text)] == [("Calm parks", 1), ("Safe homes", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "The priorities are supported by the following actions:\n• Patrols\n• A market stall",
        "Grants went to the following projects, which serve the priorities:\n• Gym\n• Youth cafe",
        "The aims of the project are:\n• to cut loneliness\n• to build skills",
        "The objectives of this report are:\n• to update Members\n• to seek approval",
        "The priorities are reviewed by the Board, the Panel and the Forum.",
        "Parking is a priority for the council, the force and the parish.",
    ],
)
def test_other_lists_are_left(text: str) -> None:
    """Actions, projects and the aims of one paper are no priorities of a body."""
    assert words_of(text) == []


def test_column_of_priorities_is_read() -> None:
    """The cells under a head that says priority are items, of the years of the plan above it."""
    text = "Safer Tarn Plan 2017-2020\n"
    blocks = [Block(BlockKind.PARAGRAPH, 0, len(text) - 1)]
    for row, cells in enumerate(
        (("Priority", "Progress"), ("Calm parks", "Good"), ("Safe homes", "Fair"))
    ):
        for col, cell in enumerate(cells):
            head = ("Priority", "Progress")[col]
            end = len(text) + len(cell)
            blocks.append(
                Block(BlockKind.CELL, len(text), end, table=0, row=row, col=col, col_head=head)
            )
            text += cell + "\n"
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    found = find_priorities(Reading(report, passages_of(report), about=ABOUT))
    assert [(text[r.span.start : r.span.end], r.value.rank, r.value.period) for r in found] == [
        ("Calm parks", 1, "2017-2020"),
        ("Safe homes", 2, "2017-2020"),
    ]


def test_kind_follows_whose_list_it_is() -> None:
    """Policing priorities are told apart from the partnership's own."""
    report = lay_out_plain("The policing priorities are:\n• Litter\n• Noise")
    found = find_priorities(Reading(report, passages_of(report), about=ABOUT))
    assert {row.value.kind for row in found} == {PriorityKind.POLICING}


def test_list_is_taken_up_by_the_next_sentence() -> None:
    """The words "They are" go on with the priorities of the sentence before."""
    text = "The priorities have not changed. They are: fewer thefts; calm parks; and safe roads."
    assert words_of(text) == ["fewer thefts", "calm parks", "safe roads"]


@pytest.mark.parametrize(
    "lead",
    [
        "Its priorities, adopted for 2017-20, remain:",
        "It holds two priorities:",
        "From that day the objectives have been:",
        "The strategy is built on three outcomes:",
    ],
)
def test_colon_after_priorities_leads_in_their_list(lead: str) -> None:
    """However the verb is put, a sentence that ends in a colon lists what it named."""
    assert words_of(f"{lead}\n• Fewer thefts\n• Calm parks") == ["Fewer thefts", "Calm parks"]


def test_who_adopted_a_list_owns_it() -> None:
    """A group that the report knows by its abbreviation owns what it is said to have set."""
    text = (
        "The Joint Safety Group (JSG) met in May.\n"
        "The JSG has settled upon these priorities:\n• Litter\n• Noise"
    )
    assert [row[1] for row in rows_of(text)] == ["JSG", "JSG"]


def test_plan_is_no_owner() -> None:
    """Of a police and crime plan the commissioner is the owner, not the plan."""
    text = (
        "The Commissioner spoke.\nThe objectives of the Police and Crime Plan are:\n"
        "• Visible policing\n• Rural crime"
    )
    assert {row[1] for row in rows_of(text)} == {"Commissioner"}


def test_numbered_headings_that_repeat_a_list_are_left() -> None:
    """A chapter headed "Priority 2: noise" is no second list."""
    text = "Our priorities are:\n• Litter\n• Noise\nPriority 1: litter\nPriority 2: noise"
    assert words_of(text) == ["Litter", "Noise"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The aims are: Reducing litter, dogs and noise, Protecting children.",
            ["Reducing litter, dogs and noise", "Protecting children"],
        ),
        (
            "It has two strategic objectives: helping people who are at risk, and calmer roads.",
            ["helping people who are at risk", "calmer roads"],
        ),
        (
            "For 2020 the local priorities are personal robbery and arson.",
            ["personal robbery", "arson"],
        ),
        (
            "Two priorities agreed for 2020, theft and arson, stand apart.",
            ["theft", "arson"],
        ),
        (
            "Boroughs set local priorities. For 2020 Hale chose theft, noise and arson.",
            ["theft", "noise", "arson"],
        ),
        ("Focus 1: Calmer evenings\nFocus 2: Safer homes", ["Calmer evenings", "Safer homes"]),
        (
            "It set two outcomes for the Partnership:\n(1) Roads are safer\n(2) Parks are calm",
            ["Roads are safer", "Parks are calm"],
        ),
        (
            (
                "Our priorities are:\n• Violence (with abuse at home, stalking, harassment, and"
                " so-called honour crimes, modern slavery, trafficking, exploitation of children in"
                " our towns and villages)\n• Noise"
            ),
            2,
        ),
        ("We will focus on three areas: theft, arson and noise.", ["theft", "arson", "noise"]),
        ("Theft, arson and noise remain our priorities.", ["Theft", "arson", "noise"]),
        ("What are our priorities?\n• Theft\n• Arson", ["Theft", "Arson"]),
        ("It has three pillars – Prevent, Protect and Pursue.", ["Prevent", "Protect", "Pursue"]),
        ("Partners share the priorities. They are: the Police, the Council and Health.", []),
        ("On the priorities the following points were raised:\n• Theft\n• Arson", []),
        ("Progress against priorities:\n• Theft fell\n• Arson rose", []),
        ("How do these fit the priorities you know?\n• Theft is new\n• Arson is gone", []),
        ("The priorities are crime and how it is to be cut.", []),
        ("Two priorities, as the Board was told in May, remain.", []),
        ("The Board chose parking, litter and noise for its next meeting.", []),
        ("Members discussed the following topics:\n• Litter\n• Noise", []),
    ],
)
def test_forms_in_which_priorities_are_listed(text: str, words: list[str] | int) -> None:
    """Parallel verbs, clauses within an item, pairs, appositions, labels, brackets; and none."""
    found = words_of(text)
    assert (len(found) if isinstance(words, int) else found) == words


def test_column_after_the_first_only_sorts_the_rows() -> None:
    """A later column of objectives, or one that repeats itself, tells what a row belongs to."""
    rows = (("What", "Objective"), ("Fit new locks", "Safer homes"), ("Count cars", "Calmer roads"))
    for columns, expected in (((0, 1), []), ((1, 0), ["Safer homes", "Calmer roads"])):
        text, blocks = "", []
        for row, cells in enumerate(rows):
            for col, place in enumerate(columns):
                head = rows[0][place] if row else ""
                end = len(text) + len(cells[place])
                cell = Block(
                    BlockKind.CELL, len(text), end, table=0, row=row, col=col, col_head=head
                )
                blocks.append(cell)
                text += f"{cells[place]}\n"
        report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
        found = find_priorities(Reading(report, passages_of(report), about=ABOUT))
        assert [text[row.span.start : row.span.end] for row in found] == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The Tarn Safety Plan 2017-20 has three aims: theft, fraud and noise.", "2017-2020"),
        (
            "The plan covers the period 2013 to 2016. Its aims are theft, fraud and noise.",
            "2013-2016",
        ),
        ("Plan 2013-16 gave way to Plan 2016-19. Its aims are theft, fraud and noise.", ""),
    ],
)
def test_period_is_that_of_the_plan(text: str, period: str) -> None:
    """A list is for the years of the plan that holds it, where one plan alone is named."""
    assert {row[3] for row in rows_of(text)} == {period}
