"""Marked passages are read as papers: plain text, blocks as a report has them, marks in place."""

import pytest

from csp_extract.errors import WrongCallError
from csp_extract.evaluate.learning.folds import folds_of
from csp_extract.evaluate.learning.marked import read_marked
from csp_extract.evaluate.learning.paper import Paper
from csp_extract.records import BlockKind, ReportKind

TEXT = """body: Tarn Parish Council
kind: minutes
meeting: 2019-03-12

# PARKS
## Fences
3.1 [[X:resolved That [[C:resolved the clerk write to the club]]]].
The aims are:
- [[P safer paths]]
(a) [[I?:scheme Path Watch]] began; [[i Path Watch]] goes on.
Owner | Action
Clerk | [[C:planned Mend the gate]]
"""


def _paper(text: str = TEXT) -> Paper:
    return read_marked(text, "A01")


def test_marks_stand_on_their_words() -> None:
    """Each mark has its table, its value and exactly the words between its brackets."""
    paper = _paper()
    assert [
        (mark.table, *mark.values.values(), paper.report.text[mark.start : mark.end])
        for mark in paper.marks
    ] == [
        ("decisions", "resolved", "That the clerk write to the club"),
        ("commitments", "resolved", "the clerk write to the club"),
        ("priorities", "safer paths"),
        ("initiatives", "scheme", "Path Watch"),
        ("initiatives", "Path Watch"),
        ("commitments", "planned", "Mend the gate"),
    ]
    assert [mark.is_optional for mark in paper.marks] == [False] * 3 + [True] + [False] * 2
    assert [mark.is_mention for mark in paper.marks] == [False] * 4 + [True, False]


def test_blocks_are_those_of_a_report() -> None:
    """Headings, numbers, items and cells are told apart, and addressed as in a report."""
    paper = _paper()
    blocks = paper.report.blocks
    assert [(block.kind, paper.report.slice(block)) for block in blocks] == [
        (BlockKind.TITLE, "PARKS"),
        (BlockKind.HEADING, "Fences"),
        (BlockKind.PARAGRAPH, "That the clerk write to the club."),
        (BlockKind.PARAGRAPH, "The aims are:"),
        (BlockKind.BULLET, "safer paths"),
        (BlockKind.BULLET, "Path Watch began; Path Watch goes on."),
        (BlockKind.CELL, "Owner"),
        (BlockKind.CELL, "Action"),
        (BlockKind.CELL, "Clerk"),
        (BlockKind.CELL, "Mend the gate"),
    ]
    assert [block.lead_in for block in blocks[4:6]] == [3, 3]
    assert {block.section for block in blocks[1:]} == {"Fences"}
    assert blocks[2].para == blocks[-1].para == "3.1"
    assert (blocks[-1].col_head, blocks[-1].row_head) == ("Action", "Clerk")
    assert (blocks[-1].row, blocks[-1].col, blocks[6].is_head) == (1, 1, True)


def test_head_says_whose_paper_it_is() -> None:
    """Body, kind and day of the meeting stand in the head."""
    paper = _paper()
    assert (paper.body, paper.kind, str(paper.meeting_date)) == (
        "Tarn Parish Council",
        ReportKind.MINUTES,
        "2019-03-12",
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[[C:will the club", "line 5: .*left open"),
        ("the club]] pays", "line 5: .*closes none"),
        ("[[Q the club]]", "line 5: no such letter"),
        ("[[C the club]]", "line 5: .*must have a value"),
        ("[[C:soon the club]]", "line 5: .*must have a value"),
        ("[[M:up 4 thefts]]", "line 5: .*takes no value"),
    ],
)
def test_faults_are_told_with_their_line(line: str, told: str) -> None:
    """A mark that cannot be read is refused, and the line is named."""
    with pytest.raises(WrongCallError, match=told):
        _paper(f"body: Tarn\nkind: report\n\nA line.\n{line}\n")


@pytest.mark.parametrize("head", ["body: Tarn", "kind: report", "body: Tarn\nkind: poem", "by: me"])
def test_heads_are_whole(head: str) -> None:
    """A passage names its body and one of the kinds of paper."""
    with pytest.raises(WrongCallError, match="head"):
        _paper(f"{head}\n\nText.\n")


def test_each_body_is_left_out_once() -> None:
    """Papers of one body stand in one fold, and every paper is left out once."""
    papers = [
        read_marked(TEXT.replace("Tarn", f"Tarn {number // 2}"), f"A{number}")
        for number in range(10)
    ]
    folds = folds_of(papers, 3)
    assert sorted(p.name for fold in folds for p in fold.left_out) == [p.name for p in papers]
    for fold in folds:
        assert not {p.body for p in fold.learn} & {p.body for p in fold.left_out}
