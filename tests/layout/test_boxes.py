"""Side boxes are read where the text beside them begins, and the text beside them is whole."""

from csp_extract.layout import lay_out
from csp_extract.layout.boxes import boxes_of, with_boxes_in_flow
from csp_extract.records import BlockKind, Edge, Grid, Page, TextSource, Word

_PLAIN = (False, False)  # neither bold nor italic
_BOX = (320.0, 100.0, 520.0, 190.0)


def _line(text: str, x0: float, top: float, number: int) -> list[Word]:
    words, at = [], x0
    for part in text.split():
        width = 5.5 * len(part)
        words.append(Word(part, at, top, at + width, top + 10, 10.0, *_PLAIN, number, *_PLAIN[:1]))
        at += width + 2.8
    return words


def _frame(x0: float, top: float, x1: float, bottom: float) -> tuple[Edge, ...]:
    return (
        Edge(x0, top, x1, top),
        Edge(x0, bottom, x1, bottom),
        Edge(x0, top, x0, bottom),
        Edge(x1, top, x1, bottom),
    )


def _page(edges: tuple[Edge, ...] = _frame(*_BOX)) -> Page:
    box = ["The cameras are late and dearer", "than we said and burglary is back."]
    beside = [
        "Officers walked the streets and spoke to",
        "two hundred people, most of whom wanted",
        "more light and fewer bins on the pavement",
        "by the station, where trouble is worst.",
    ]
    words: list[Word] = []
    for number, line in enumerate(box):
        words += _line(line, 326, 110 + 13 * number, number)
    wide = "The first lines of this paper run over the whole width of the page and tell nothing new"
    words += _line(wide, 50, 70, 10)
    for number, line in enumerate(beside):
        words += _line(line, 50, 105 + 13 * number, 20 + number)
    return Page(1, 595, 842, tuple(words), edges, (), 0.0, TextSource.TEXT, ())


def test_box_printed_first_is_read_beside_its_text() -> None:
    """The stream has the box first; a reader has the title first."""
    words = [word.text for word in with_boxes_in_flow(_page(), boxes_of(_page())).words]
    assert words[:3] == ["The", "first", "lines"]
    assert words.index("cameras") < words.index("Officers")


def test_lines_beside_a_box_are_one_paragraph() -> None:
    """They end at the box, so that none of them is taken for the end of a paragraph."""
    report = lay_out([_page()])
    blocks = [report.slice(block) for block in report.blocks if block.kind is BlockKind.PARAGRAPH]
    assert any(
        block.startswith("Officers walked") and block.endswith("worst.") for block in blocks
    ), blocks


def test_frame_of_a_table_is_no_box() -> None:
    """A rule inside makes cells; a frame as wide as the text goes around it."""
    ruled = (*_frame(*_BOX), Edge(420.0, 100.0, 420.0, 190.0))
    assert boxes_of(_page(ruled)) == []
    assert boxes_of(_page(_frame(40, 60, 560, 300))) == []
    assert len(boxes_of(_page())) == 1


def test_a_cell_of_a_table_is_no_side_box() -> None:
    """A cell with many words beside those of another column stays where its row is."""
    x0, top, x1, bottom = _BOX
    cells = tuple((x0 - 200 * step, top, x1 - 200 * step, bottom) for step in (1, 0))
    page = _page()._replace(grids=(Grid((cells,), is_ruled=True),))
    assert boxes_of(page) == []
