"""The marks of footnotes are words of their own, on the line of the words that they follow."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from csp_extract.read.marks import on_their_lines, with_marks_apart
from csp_extract.read.pieces import Raw, in_columns
from csp_extract.records import Page, Word

Draw = Callable[[Canvas], None]
PageOf = Callable[[Draw], Page]


def _noted(word: str, mark: str, rest: str, *, size: float = 7, rise: float = 4) -> Draw:
    """Return what draws a word with a raised mark, and the rest of its line."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        for part, own, height in ((word, 11, 0), (mark, size, rise), (rest, 11, 0)):
            text.setFont("Helvetica", own)
            text.setRise(height)
            text.textOut(part)
        canvas.drawText(text)

    return draw


def _word(text: str, x0: float, line: int, *, is_raised: bool = False, down: float = 0.0) -> Word:
    """Return a word ten points wide, or a mark of four."""
    width = 4.0 if is_raised else 10.0
    places = (x0, 90.0 + down, x0 + width, 100.0 + down, 11.0)
    return Word(text, *places, False, False, line, False, is_raised)  # noqa: FBT003


def test_the_mark_of_a_footnote_is_no_figure_of_its_word(page_of: PageOf) -> None:
    """A year with a raised 1 is a year and a mark; the stop stays with the year."""
    words = page_of(_noted("in 2018", "1", ". Then")).words
    assert [(word.text, word.is_raised) for word in words] == [
        ("in", False),
        ("2018.", False),
        ("1", True),
        ("Then", False),
    ]
    assert {word.line for word in words} == {0}


@pytest.mark.parametrize(
    ("word", "mark", "texts"),
    [
        ("the Board", "3", ["the", "Board", "3", "went"]),
        ("a grant of £6,500", "12", ["a", "grant", "of", "£6,500", "12", "went"]),
        ("in May.", "4", ["in", "May.", "4", "went"]),
    ],
)
def test_a_mark_is_parted_from_words_sums_and_stops(
    page_of: PageOf, word: str, mark: str, texts: list[str]
) -> None:
    """Whatever it touches keeps its own text; nothing else of the line is raised."""
    words = page_of(_noted(word, mark, " went")).words
    assert [word.text for word in words] == texts
    assert [word.text for word in words if word.is_raised] == [mark]


def test_a_mark_after_a_space_is_one(page_of: PageOf) -> None:
    """It touches no word, and is raised above the one before it."""
    words = page_of(_noted("lamps ", "2", " went")).words
    assert [(word.text, word.is_raised) for word in words] == [
        ("lamps", False),
        ("2", True),
        ("went", False),
    ]


def test_a_raised_ending_stays_with_its_number(page_of: PageOf) -> None:
    """The raised letters of an ordinal are part of it."""
    words = page_of(_noted("on 8", "th", " June")).words
    assert [word.text for word in words] == ["on", "8th", "June"]


@pytest.mark.parametrize(
    ("mark", "size", "rise"),
    [
        ("2", 7, -2),  # CO2
        ("2", 11, 4),
        ("2", 7, 0),
        ("2018", 7, 4),
    ],
)
def test_other_figures_stay_with_their_word(
    page_of: PageOf, mark: str, size: float, rise: float
) -> None:
    """Figures set low, large, level or long are no marks."""
    words = page_of(_noted("CO", mark, " fell", size=size, rise=rise)).words
    assert not any(word.is_raised for word in words)
    assert "".join(word.text for word in words) == f"CO{mark}fell"


def test_a_stop_after_a_mark_goes_to_its_word() -> None:
    """The parts keep the characters that they were made of."""
    pieces = [Raw("May", 0, 2, 0), Raw("20181.", 4, 9, 0)]
    assert list(with_marks_apart(in_columns(pieces), {1: (4, 5)})) == [
        (Raw("May", 0, 2, 0), False),
        (Raw("2018.", 4, 7, 0), False),
        (Raw("1", 8, 8, 0), True),
    ]


def test_words_after_a_mark_are_on_its_line() -> None:
    """PDFium begins a line after the mark; those that follow are counted as the page has them."""
    base, mark = _word("lamps", 10, 0), _word("1", 20, 0, is_raised=True)
    words = [base, mark, _word("went", 28, 1), _word("Next", 10, 2, down=14)]
    kept = on_their_lines(words)
    assert [(word.text, word.line) for _, word in kept] == [
        ("lamps", 0),
        ("1", 0),
        ("went", 0),
        ("Next", 1),
    ]
    assert [at for at, _ in kept] == [0, 1, 2, 3]


def test_a_line_that_begins_under_a_mark_is_its_own() -> None:
    """Its words do not stand on the level of the word that carries the mark."""
    base, mark = _word("lamps", 10, 0), _word("1", 20, 0, is_raised=True)
    kept = on_their_lines([base, mark, _word("went", 28, 1, down=14)])
    assert [word.line for _, word in kept] == [0, 0, 1]


def test_a_lone_stop_after_a_mark_goes_to_the_word_before() -> None:
    """It is no word of the line; far from the mark it is left alone."""
    base, mark = _word("lamps", 10, 0), _word("1", 20, 0, is_raised=True)
    near = on_their_lines([base, mark, _word(".", 24, 1), _word("Then", 40, 1)])
    assert [(at, word.text) for at, word in near] == [(0, "lamps."), (1, "1"), (3, "Then")]
    assert {word.line for _, word in near} == {0}
    far = on_their_lines([base, mark, _word(".", 300, 1)])
    assert [word.text for _, word in far] == ["lamps", "1", "."]
