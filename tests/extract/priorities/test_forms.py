"""The ways in which British bodies state their priorities, beside lead-ins and plain sentences."""

import pytest

from csp_extract.extract.priorities import find_priorities
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import About, Block, BlockKind, Report, TextSource

ABOUT = About(body="Tarn Council", partnership="Tarn Safety Partnership")


def words_in(*blocks: tuple[BlockKind, str]) -> list[str]:
    """Return the words of the priorities in blocks of the given kinds; headings are of level 2."""
    text, placed = "", []
    for kind, words in blocks:
        label, _, rest = words.partition("|") if "|" in words else ("", "", words)
        start = len(text) + (len(label) + 2 if label and kind is BlockKind.FIELD else 0)
        text += f"{label}: {rest}\n" if label and kind is BlockKind.FIELD else f"{rest}\n"
        placed.append(
            Block(
                kind,
                start,
                len(text) - 1,
                label="" if kind is BlockKind.FIELD else label,
                row_head=label if kind is BlockKind.FIELD else "",
                level=2 if kind is BlockKind.HEADING else 0,
            )
        )
    report = Report(text, tuple(placed), (), 0, (), TextSource.TEXT)
    found = find_priorities(Reading(report, passages_of(report), about=ABOUT))
    return [text[row.span.start : row.span.end] for row in found]


def table_words(heads: tuple[str, ...], *rows: tuple[str, ...]) -> list[str]:
    """Return the words of the priorities in a table, whose cells know no heading of their own."""
    text, blocks = "", []
    for row, cells in enumerate((heads, *rows)):
        for col, words in enumerate(cells):
            place = Block(
                BlockKind.CELL, len(text), len(text) + len(words), table=0, row=row, col=col
            )
            blocks.append(place)
            text += f"{words}\n"
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    found = find_priorities(Reading(report, passages_of(report), about=ABOUT))
    return [text[row.span.start : row.span.end] for row in found]


def test_bullets_of_a_masthead_are_a_list() -> None:
    """On a short paper the layout takes all for its masthead; a lead-in leads in all the same."""
    masthead = BlockKind.MASTHEAD
    lead = (masthead, "The plan has two priority areas. These are:")
    assert words_in(lead, (masthead, "•|Calm parks"), (masthead, "•|Safe homes")) == [
        "Calm parks",
        "Safe homes",
    ]


@pytest.mark.parametrize(
    ("lead", "lines", "found"),
    [
        ("Our two ambitions", ["Calm parks", "Safe homes", "Each has a plan."], 2),
        ("The Board has these strategic aims:", ["Calm parks", "Safe homes"], 2),
        ("The Board has two strategic aims: Calm parks", ["Safe homes"], 2),
        ("The aims for the year will be:- 1) Calm parks.", ["2)|Safe homes."], 2),
        ("Community safety priorities", ["Introduction", "Finance"], 0),
        ("Our three ambitions", ["Calm parks", "Safe homes"], 0),
    ],
)
def test_lines_without_bullets_need_a_number_or_a_colon(
    lead: str, lines: list[str], found: int
) -> None:
    """Bare lines are items where the lead-in counts them or ends in a colon."""
    blocks = [(BlockKind.PARAGRAPH, line) for line in (lead, *lines)]
    assert words_in(*blocks) == ["Calm parks", "Safe homes"][:found]


def test_headings_under_priorities_are_their_chapters() -> None:
    """Progress told under each priority leaves its heading; parts of any paper are none."""
    heading, prose = BlockKind.HEADING, BlockKind.PARAGRAPH
    chapters = ["Calm parks", "Safe homes", "Fewer fires"]
    told = [(prose, "Progress against our priorities")]
    for chapter in chapters:
        told += [(heading, chapter), (prose, "Much was done.")]
    assert words_in(*told) == chapters
    assert words_in(told[0], *((heading, name) for name in (*chapters, "Next steps"))) == []


def test_labels_need_no_number() -> None:
    """Several headings or fields that begin with "Priority" name one each; a lone one does not."""
    heading, field = BlockKind.HEADING, BlockKind.FIELD
    for kind, mark in ((heading, "Priority: "), (field, "Strategic priority|")):
        lines = [(kind, f"{mark}Calm parks"), (kind, f"{mark}Safe homes")]
        assert words_in(*lines) == ["Calm parks", "Safe homes"]
        assert words_in(lines[0]) == []
    assert words_in((field, "Aim A|Calm parks"), (field, "Aim B|Safe homes")) == [
        "Calm parks",
        "Safe homes",
    ]


def test_label_on_a_line_of_its_own_names_the_next() -> None:
    """A line with "Aim 1" stands above its words; a figure beside it is none."""
    prose = BlockKind.PARAGRAPH
    lines = [(prose, line) for line in ("Aim 1", "Calm parks", "Aim 2", "Safe homes")]
    assert words_in(*lines) == ["Calm parks", "Safe homes"]
    assert words_in((prose, "Aim 1"), (prose, "14,200"), (prose, "Aim 2"), (prose, "3,000")) == []


def test_field_whose_label_is_a_verb_is_a_sentence() -> None:
    """A label "The aims are:" says so; "Council priorities:" in a form only files it."""
    field = BlockKind.FIELD
    assert words_in((field, "The plan's aims are|theft, arson and noise.")) == [
        "theft",
        "arson",
        "noise",
    ]
    assert words_in((field, "Council priorities|Safe, clean and green")) == []


def test_columns_of_two_owners_are_two_lists() -> None:
    """Where the first column is one of priorities, the next can be one too; others say no more."""
    rows = (("Calm parks", "Safe homes"), ("Fewer fires", "Rural crime"))
    assert table_words(("PCC priority", "Partnership priority"), *rows) == [
        "Calm parks",
        "Safe homes",
        "Fewer fires",
        "Rural crime",
    ]
    assert table_words(
        ("Priority", "Lead"), ("1. Calm parks", "Parks"), ("2. Locks", "Police")
    ) == [
        "Calm parks",
        "Locks",
    ]
    assert table_words(("Project", "Priority"), *rows) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Board set its priorities as theft, arson and noise.", ["theft", "arson", "noise"]),
        ("All three priorities stay (theft, arson and noise).", ["theft", "arson", "noise"]),
        ("In 2020 it prioritised theft, arson and noise.", ["theft", "arson", "noise"]),
        ("The focus should be on: theft; arson; and noise.", ["theft", "arson", "noise"]),
        ("Our priorities are (1) theft, (2) arson and (3) noise.", ["theft", "arson", "noise"]),
        (
            "Our aims are “Safe and Calm” and “Clean and Green”.",
            ["Safe and Calm", "Clean and Green"],
        ),
        (
            "Two aims hold: theft and fire, and noise and litter.",
            ["theft and fire", "noise and litter"],
        ),
        ("Crime rose in all priority areas: Tarn, Beck and Holm.", []),
        ("High priority cases include theft, arson and noise.", []),
        ("The priorities of partners, residents and members differ.", []),
        ("The three priorities (see pages 4, 5 and 6) stay.", []),
    ],
)
def test_sentences_that_tell_priorities(text: str, words: list[str]) -> None:
    """Brackets, numbers, quotation marks and told counts part the items; places are none."""
    assert words_in((BlockKind.PARAGRAPH, text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Its aims were agreed in May. These sought to cut theft; end fraud; and calm parks.",
            ["cut theft", "end fraud", "calm parks"],
        ),
        (
            "There are parts on core themes of the Tarn & Beck Plan: safe homes; and calm parks.",
            ["safe homes", "calm parks"],
        ),
        (
            "It had three action areas which included ending theft, helping and housing, and rest.",
            ["ending theft", "helping and housing", "rest"],
        ),
        (
            "The aims for 2018/19 were noted as ending theft – bikes, sheds; guarding homes.",
            ["ending theft – bikes, sheds", "guarding homes"],
        ),
        ("It holds three priorities; theft, fraud and noise.", ["theft", "fraud", "noise"]),
        (
            "It has named “Safe Homes”, “Safe Parks” and “Safe Roads” as its themes.",
            ["Safe Homes", "Safe Parks", "Safe Roads"],
        ),
    ],
)
def test_sentence_gives_its_items(text: str, words: list[str]) -> None:
    """A list within a sentence is one whatever verb, mark or name leads it in."""
    assert words_in((BlockKind.PARAGRAPH, text)) == words


def test_bullet_leads_in_the_bullets_after_it() -> None:
    """Its fellow, which is a sentence, ends the list."""
    blocks = ("-|The current priorities were:", "-|Less theft", "-|Calm parks", "-|He left early.")
    assert words_in(*((BlockKind.BULLET, words) for words in blocks)) == [
        "Less theft",
        "Calm parks",
    ]


def test_capital_numerals_number_a_list() -> None:
    """A lead-in may name what is recommended before it names the priorities."""
    lead = "The recommendations are that the priorities should stay, that is, reducing:"
    blocks = (lead, "I. Theft", "II. Fraud")
    assert words_in(*((BlockKind.PARAGRAPH, words) for words in blocks)) == ["Theft", "Fraud"]


def test_labels_of_initials_name_priorities() -> None:
    """The number is told by "SO1", by "Priority 1" without a point, or in a list of its own."""
    short = ("SO1: To end theft", "SO2: To calm the parks")
    assert words_in(*((BlockKind.PARAGRAPH, words) for words in short)) == [
        "To end theft",
        "To calm the parks",
    ]
    plain = (
        "There are two priorities, as set out below:",
        "Priority 1 End theft",
        "Priority 2 Calm",
    )
    assert words_in(
        (BlockKind.PARAGRAPH, plain[0]), *((BlockKind.PARAGRAPH, words) for words in plain[1:])
    ) == ["End theft", "Calm"]


def test_labelled_priorities_of_another_plan_stand_beside_a_list() -> None:
    """What repeats no item of the list is a list of its own."""
    blocks = (
        "The priorities are theft, fraud and noise.",
        "It serves two aims of the Tarn Plan.",
        "Priority 1: Greener streets",
        "Priority 2: Warmer homes",
    )
    assert len(words_in(*((BlockKind.PARAGRAPH, words) for words in blocks))) == 5


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Our first priority is theft. The second is fraud.", ["theft", "fraud"]),
        ("Priority one is theft, and priority two is fraud.", ["theft", "fraud"]),
        (
            "It set three aims. The first is calm; the second, trust; and the third, care.",
            ["calm", "trust", "care"],
        ),
    ],
)
def test_priorities_are_told_in_turn(text: str, items: list[str]) -> None:
    """Each in a sentence or a clause of its own, counted from the first."""
    assert words_in((BlockKind.PARAGRAPH, text)) == items


@pytest.mark.parametrize(
    "text",
    [
        "The second priority is fraud.",
        "Its priorities stand. The first was agreed in May, the second in June.",
    ],
)
def test_what_does_not_count_from_one_is_no_list(text: str) -> None:
    """One alone, or what happened in turn, makes no list."""
    assert words_in((BlockKind.PARAGRAPH, text)) == []


def test_question_names_the_list_of_its_answer() -> None:
    """A list may answer the sentence before it."""
    text = "What are our priorities for 2020? Theft, fraud and noise."
    assert words_in((BlockKind.PARAGRAPH, text)) == ["Theft", "fraud", "noise"]


def test_what_is_said_after_a_list_is_none_of_it() -> None:
    """A sentence goes on after its list."""
    text = "The new priorities will be theft, fraud and noise, subject to the budget."
    assert words_in((BlockKind.PARAGRAPH, text)) == ["theft", "fraud", "noise"]


@pytest.mark.parametrize(
    "text",
    [
        "The project has three objectives: to train staff, to buy vans and to open a hub.",
        "The focus of the meeting was on finance, staffing and estates.",
    ],
)
def test_aims_of_an_undertaking_are_no_priorities(text: str) -> None:
    """A project or a meeting has aims of its own."""
    assert words_in((BlockKind.PARAGRAPH, text)) == []


def test_plain_lines_below_a_heading_are_a_list() -> None:
    """The marks before items may be lost in printing; a sentence may stand before them."""
    lines = [(BlockKind.PARAGRAPH, line) for line in ("Theft of cycles", "Noise at night")]
    heading, after = (BlockKind.HEADING, "Our priorities"), (BlockKind.HEADING, "Costs")
    found = ["Theft of cycles", "Noise at night"]
    assert words_in(heading, *lines, after) == found
    assert words_in(heading, (BlockKind.PARAGRAPH, "They are new."), *lines, after) == found


def test_line_below_a_heading_may_be_the_whole_list() -> None:
    """Without a verb, it is nothing but its items."""
    heading = (BlockKind.HEADING, "Priorities 2019-22")
    line = (BlockKind.PARAGRAPH, "Theft; fraud; noise at night.")
    assert words_in(heading, line) == ["Theft", "fraud", "noise at night"]


@pytest.mark.parametrize(
    "lines",
    [("They were agreed in May.", "A report is due."), ("Background", "Performance")],
)
def test_text_below_a_heading_is_no_list(lines: tuple[str, ...]) -> None:
    """What tells of priorities, or names a part of any paper, is none."""
    blocks = [(BlockKind.PARAGRAPH, line) for line in lines]
    assert words_in((BlockKind.HEADING, "Our priorities"), *blocks) == []
