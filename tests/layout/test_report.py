"""Whole pages become blocks: numbers, items, headings, heads and feet, and nothing is lost."""

from collections import Counter
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from csp_extract.layout import lay_out
from csp_extract.records import BlockKind, Grid, Report

_FULL = "The Partnership met in the spring and went through the plan for the town once more and"


def _texts(report: Report, kind: BlockKind) -> list[str]:
    return [report.slice(block) for block in report.blocks if block.kind is kind]


def test_numbered_paragraphs_take_their_wrapped_lines(page_of: Any, line: Any) -> None:
    """A number that hangs in the margin is the address of the paragraph beside it."""
    page = page_of(
        [
            line("2. BACKGROUND", 60, 200, is_bold=True),
            line("2.1", 60, 230),
            line(_FULL, 100, 230),
            line("agreed it.", 100, 244),
            line("2.2", 60, 270),
            line("Wardens walk the quay each night.", 100, 270),
        ]
    )
    report = lay_out((page,))
    paragraphs = [block for block in report.blocks if block.kind is BlockKind.PARAGRAPH]
    assert [block.para for block in paragraphs] == ["2.1", "2.2"]
    assert report.slice(paragraphs[0]) == f"{_FULL} agreed it."
    assert paragraphs[0].section == "BACKGROUND"


def test_number_later_in_the_stream_goes_back_to_its_line(page_of: Any, line: Any) -> None:
    """A producer that prints the margin column last does not part numbers from paragraphs."""
    page = page_of(
        [
            line("Lighting at the station was mended.", 100, 230),
            line("Two wardens began work in May.", 100, 260),
            line("4.1", 60, 230),
            line("4.2", 60, 260),
        ]
    )
    report = lay_out((page,))
    assert report.text.splitlines() == [
        "4.1 Lighting at the station was mended.",
        "4.2 Two wardens began work in May.",
    ]


def test_items_know_the_sentence_that_leads_them_in(page_of: Any, line: Any) -> None:
    """Bullets and the bullets under them point to what introduces them."""
    page = page_of(
        [
            line("3.1 The priorities are:", 60, 200),
            line("• safer streets;", 80, 220),
            line("– by day;", 100, 240),
            line("• quieter nights.", 80, 260),
        ]
    )
    blocks = lay_out((page,)).blocks
    assert [block.level for block in blocks[1:]] == [1, 2, 1]
    assert [block.lead_in for block in blocks[1:]] == [0, 1, 0]
    assert {block.para for block in blocks} == {"3.1"}


def test_paragraph_under_a_numbered_heading_has_its_number(page_of: Any, line: Any) -> None:
    """Minutes number the heading, not the paragraphs under it."""
    page = page_of(
        [
            line("17. WORK PROGRAMME", 60, 200, is_bold=True),
            line("The programme was noted by the Panel.", 60, 230),
        ]
    )
    assert lay_out((page,)).blocks[-1].para == "17"


def test_heads_and_feet_are_set_aside(page_of: Any, line: Any) -> None:
    """What repeats at the edges of pages is not in the text."""
    pages = tuple(
        page_of(
            [
                line("Fenwick Borough Council", 60, 40, 8),
                line(f"1.{number} Sentence {number} of the paper is here.", 60, 200),
                line(f"Page {number} of 4", 300, 820, 8),
            ],
            number,
        )
        for number in range(1, 5)
    )
    text = lay_out(pages).text
    assert "Page" not in text
    assert text.count("Fenwick") == 1  # where the paper begins it says whose it is


def test_paragraph_goes_on_over_a_footnote(page_of: Any, line: Any) -> None:
    """A paragraph that runs over the page is one block, with the note after it."""
    pages = (
        page_of(
            [
                line("5.1", 60, 670),
                line(_FULL, 100, 670),
                line(_FULL, 100, 684),
                line("1 As amended in June.", 60, 720, 8),
            ]
        ),
        page_of([line("sent it to the Board.", 100, 130)], 2),
    )
    report = lay_out(pages)
    assert _texts(report, BlockKind.PARAGRAPH) == [f"{_FULL} {_FULL} sent it to the Board."]
    assert len(_texts(report, BlockKind.FOOTNOTE)) == 1


def test_columns_are_not_interleaved(page_of: Any, line: Any) -> None:
    """Lines of a narrow column join, and a paragraph goes on in the next column."""
    left = [line("officers walked the length of the quay", 60, 300 + 14 * at) for at in range(8)]
    right = [line("and spoke to the traders on their way", 320, 300 + 14 * at) for at in range(8)]
    report = lay_out((page_of([*left, *right]),))
    assert len(report.blocks) == 1
    assert report.text.count("quay officers") == 7


def test_unruled_table_has_its_heads(page_of: Any, line: Any) -> None:
    """Figures in columns under words are cells that know what they count."""
    rows = [("Offence", "Before", "After"), ("Burglary", "143", "121"), ("Arson", "9", "11")]
    lines = [
        line(text, x, 300 + 20 * row)
        for row, texts in enumerate(rows)
        for text, x in zip(texts, (60, 250, 350), strict=True)
    ]
    report = lay_out((page_of([line("1.1 The table shows it all.", 60, 270), *lines]),))
    cells = {report.slice(block): block for block in report.blocks if block.table == 0}
    assert (cells["121"].row_head, cells["121"].col_head) == ("Burglary", "After")
    assert cells["Arson"].is_head


def test_cells_of_an_unruled_table_may_wrap(page_of: Any, line: Any) -> None:
    """An action log without rules: the stream gives each cell whole before the one beside it."""
    heads = zip(("No.", "Action", "Owner", "Due"), (60, 120, 260, 380), strict=True)
    lines = [line(text, x, 300, is_bold=True) for text, x in heads]
    for number, (action, owner, due) in enumerate(
        (
            (
                ("Publish the", "new leaflet", "on tagging"),
                ("Head of", "Housing"),
                ("March", "2019"),
            ),
            (("Visit all", "schools"), ("Road Team",), ("Q3", "2018/19")),
        )
    ):
        top = 320 + 60 * number
        lines.append(line(str(number + 1), 60, top))
        for x, cell in ((120, action), (260, owner), (380, due)):
            lines += [line(text, x, top + 13 * at) for at, text in enumerate(cell)]
    report = lay_out((page_of([line("1.1 The log stands below.", 60, 270), *lines]),))
    cells = {report.slice(block): block for block in report.blocks if block.table == 0}
    assert cells["March 2019"].col_head == "Due"
    assert cells["Publish the new leaflet on tagging"].col_head == "Action"
    assert (cells["Road Team"].row, cells["Q3 2018/19"].row) == (2, 2)


def test_widely_numbered_paragraphs_are_no_table(page_of: Any, line: Any) -> None:
    """Plain numbers far from their sentences are addresses, not a first column."""
    lines = [
        part
        for at in range(1, 4)
        for part in (line(str(at), 60, 200 + 30 * at), line(_FULL, 110, 200 + 30 * at))
    ]
    blocks = lay_out((page_of(lines),)).blocks
    assert [block.para for block in blocks] == ["1", "2", "3"]
    assert all(block.table == -1 for block in blocks)


_LINE = st.tuples(
    st.lists(
        st.sampled_from(["•", "1.1", "(a)", "Panel", "agreed", "£5,000", "self-", "Total:", "3"]),
        min_size=1,
        max_size=8,
    ),
    st.integers(30, 400),
    st.integers(30, 820),
    st.sampled_from([8.0, 11.0, 16.0]),
    st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_LINE, max_size=14), min_size=1, max_size=3))
def test_no_word_is_lost_doubled_or_misplaced(page_of: Any, line: Any, drawn: Any) -> None:
    """Whatever stands on the pages, the text holds each word once, heads and feet aside."""
    pages = tuple(
        page_of([line(" ".join(words), *rest) for words, *rest in lines], number)
        for number, lines in enumerate(drawn, 1)
    )
    report = lay_out(pages)
    read = Counter((page.number, word.x0, word.top) for page in pages for word in page.words)
    placed = Counter((place.box.page, place.box.x0, place.box.top) for place in report.places)
    assert not placed - read
    lost = read - placed
    assert all(top < 0.13 * 842 or top > 0.8 * 842 for _, _, top in lost), "only heads and feet"
    assert all(one.char_end <= two.char_start for one, two in pairwise(report.places))
    assert all(one.end <= two.start for one, two in pairwise(report.blocks))
    written = "".join(report.text[place.char_start : place.char_end] for place in report.places)
    assert written == "".join(report.text.split())


def test_heads_need_no_corner_cell(page_of: Any, line: Any) -> None:
    """Two rows of heads that begin over the second column belong to the figures below them."""
    rows = [
        ("", "2019/20", "2020/21"),
        ("", "£000", "£000"),
        ("Staff", "102.4", "110.0"),
        ("Total", "102.4", "110.0"),
    ]
    lines = [
        line(text, x, 300 + 20 * row, is_bold=row < 2)
        for row, texts in enumerate(rows)
        for text, x in zip(texts, (60, 120, 172), strict=True)
        if text
    ]
    report = lay_out((page_of(lines),))
    last = report.blocks[-1]
    assert (last.row_head, last.col_head) == ("Total", "2020/21 / £000")


def test_table_goes_on_over_the_page(page_of: Any, line: Any) -> None:
    """Rows on the next page, with or without the head again, go on with the table's own heads."""
    ruled = Grid(
        tuple(
            tuple((left, 80 + 20.0 * row, left + 200, 100 + 20.0 * row) for left in (60.0, 260.0))
            for row in range(3)
        ),
        is_ruled=True,
    )
    texts = ["Action", "Owner"], ["Fit", "Warden"], ["Mend", "Clerk"]
    more = ["Paint", "Porter"], ["Sweep", "Warden"], ["Light", "Clerk"]
    pages = [
        page_of(
            [
                line(text, x, 96 + 20 * row, is_bold=text in {"Action", "Owner"})
                for row, pair in enumerate(rows)
                for text, x in zip(pair, (70, 270), strict=True)
            ],
            number,
        )._replace(grids=(ruled,))
        for number, rows in enumerate((texts, more), 1)
    ]
    report = lay_out(tuple(pages))
    cells = {report.slice(block): block for block in report.blocks}
    porter = cells["Porter"]
    assert (porter.table, porter.row, porter.is_head) == (0, 3, False)
    assert (porter.row_head, porter.col_head) == ("Paint", "Owner")


def test_labels_need_only_their_stop(page_of: Any, line: Any) -> None:
    """A number or letter with a stop labels its paragraph, though it does not hang."""
    page = page_of(
        [
            line("BACKGROUND", 60, 200, is_bold=True),
            line("1. The Panel is asked to:", 60, 214),
            line("a. note the plan; and", 80, 228),
            line("b. say what it lacks.", 80, 242),
        ]
    )
    blocks = lay_out((page,)).blocks
    assert [block.label for block in blocks[1:]] == ["1.", "a.", "b."]
    assert [block.lead_in for block in blocks[2:]] == [1, 1]


def test_numbers_in_brackets_and_capitals_that_hang_are_labels(page_of: Any, line: Any) -> None:
    """A figure that stands after another one is none, in brackets or not, nor is "A review"."""
    page = page_of(
        [
            line("A", 60, 180, is_bold=True),
            line("What we ask of you", 100, 180, is_bold=True),
            line("The Panel resolved that:", 60, 200),
            line("(1)", 60, 220),
            line("the plan be noted; and", 100, 220),
            line("(2)", 60, 240),
            line("the Chair write to the Board.", 100, 240),
            line("A review of the plan follows in the summer.", 60, 280),
            line("4,200", 60, 320),
            line("(12)", 110, 320),
            line("Amber", 150, 320),
            line("7.2", 60, 360),
            line("8.0", 110, 360),
            line("Higher", 150, 360),
        ]
    )
    labels = {lay_out((page,)).slice(block): block.label for block in lay_out((page,)).blocks}
    assert labels["What we ask of you"] == "A"
    assert labels["the plan be noted; and"] == "(1)"
    assert labels["the Chair write to the Board."] == "(2)"
    assert labels["A review of the plan follows in the summer."] == ""
    assert labels["Amber"] == labels["Higher"] == ""


def test_figures_of_a_row_at_the_top_of_pages_are_no_running_head(page_of: Any, line: Any) -> None:
    """They come again at the same height, with words beside them that do not."""
    pages = [
        page_of(
            [
                line(name, 60, 60),
                line("83", 300, 60),
                line("7.", 60, 80, is_bold=True),
                line(heading, 100, 80, is_bold=True),
                line("Wardens walk the quay each night.", 60, 300),
            ],
            number,
        )
        for number, name, heading in (
            (1, "Wexley", "LIGHTS"),
            (2, "Ambersley", "FUNDS"),
            (3, "Thorne", "PLANS"),
        )
    ]
    text = lay_out(pages).text
    assert text.count("83") == 3
    assert text.count("7.") == 3


def test_line_that_says_whose_report_it_is_ends_there(page_of: Any, line: Any) -> None:
    """The title below it in the same print is another line; an "AND" goes on with it."""
    office = "REPORT OF THE STRATEGIC DIRECTOR FOR THE ENVIRONMENT AND THE HIGHWAYS OF THE TOWN"
    whose = line(office, 60, 100, 13, is_bold=True)
    body = [line("1.1", 60, 230), line(_FULL, 100, 230)]
    for words, count in (("COMMISSIONING OF SERVICES", 2), ("AND COMMUNITIES", 1)):
        page = page_of([whose, line(words, 60, 116, 13, is_bold=True), *body])
        blocks = lay_out((page,)).blocks
        assert len([block for block in blocks if block.kind is not BlockKind.PARAGRAPH]) == count
