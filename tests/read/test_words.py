"""Words come out as printed, with their place and print; what nobody sees is set aside."""

from collections.abc import Callable

import pytest
from reportlab.lib.colors import black, white
from reportlab.pdfgen.canvas import Canvas

from csp_extract.records import Page

Draw = Callable[[Canvas], None]
PageOf = Callable[[Draw], Page]


def _texts(page: Page) -> list[str]:
    """Return the words of a page."""
    return [word.text for word in page.words]


def test_a_word_lies_where_it_was_drawn(page_of: PageOf) -> None:
    """The box begins at the drawn place and holds the baseline."""
    page = page_of(lambda canvas: canvas.drawString(72, 700, "Lighting £6,500"))
    first, second = page.words
    assert first.x0 == pytest.approx(72, abs=1)
    assert first.top < page.height - 700 < first.bottom
    assert second.text == "£6,500"
    assert first.size == pytest.approx(11)
    assert (first.top, first.bottom) == (second.top, second.bottom)


def test_print_is_known(page_of: PageOf) -> None:
    """Bold, italic and size come from the font and its matrix."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(72, 700, "Heading")
        canvas.setFont("Times-Italic", 10)
        canvas.drawString(72, 680, "aside")
        canvas.setFont("Helvetica", 1)
        canvas.scale(9, 9)
        canvas.drawString(8, 70, "scaled")

    heading, aside, scaled = page_of(draw).words
    assert (heading.is_bold, heading.is_italic, heading.size) == (True, False, 14)
    assert (aside.is_bold, aside.is_italic, aside.size) == (False, True, 10)
    assert scaled.size == pytest.approx(9)


def test_text_drawn_twice_to_look_bold_is_read_once(page_of: PageOf) -> None:
    """A word drawn again half a point aside is one word."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Recommendations")
        canvas.drawString(72.4, 700, "Recommendations")

    assert _texts(page_of(draw)) == ["Recommendations"]


def test_the_same_word_elsewhere_is_kept(page_of: PageOf) -> None:
    """A word that is printed twice on a page is two words."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Noted")
        canvas.drawString(72, 680, "Noted")

    assert _texts(page_of(draw)) == ["Noted", "Noted"]


def test_white_text_is_set_aside_and_said(page_of: PageOf) -> None:
    """White words on white paper are no words of the report."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Public")
        canvas.setFillColor(white)
        canvas.drawString(72, 680, "do not print")

    page = page_of(draw)
    assert _texts(page) == ["Public"]
    assert page.warnings == ("3 white words were set aside",)


def test_white_text_on_a_dark_ground_is_read(page_of: PageOf) -> None:
    """The head of a table is often white on a dark band."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(black)
        canvas.rect(60, 670, 300, 30, fill=1)
        canvas.setFillColor(white)
        canvas.drawString(72, 680, "Action Owner Due")

    assert _texts(page_of(draw)) == ["Action", "Owner", "Due"]


def test_a_symbol_font_gives_a_bullet(page_of: PageOf) -> None:
    """The letters of ZapfDingbats are pictures; in papers they are bullets."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", 8)
        canvas.drawString(60, 700, "n")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 700, "Street wardens")

    assert _texts(page_of(draw)) == ["•", "Street", "wardens"]


def test_a_hyphen_at_the_end_of_a_line_is_marked(page_of: PageOf) -> None:
    """The two parts stay two words, and the first says that it goes on."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "The Board will pub-")
        canvas.drawString(72, 686, "lish its plan")

    words = {word.text: word for word in page_of(draw).words}
    assert words["pub-"].is_hyphenated
    assert not words["Board"].is_hyphenated
    assert words["lish"].line == words["pub-"].line + 1


def test_a_space_that_kerning_made_narrow_parts_two_words(page_of: PageOf) -> None:
    """Letters set one by one, as a browser does it, with a gap that is hardly a space."""

    def draw(canvas: Canvas) -> None:
        at = 72.0
        for letter in "LEGAL AND":
            if letter == " ":
                at += 1.6
                continue
            canvas.drawString(at, 700, letter)
            at += canvas.stringWidth(letter, "Helvetica", 11)

    assert _texts(page_of(draw)) == ["LEGAL", "AND"]


def test_spaced_letters_stay_one_word(page_of: PageOf) -> None:
    """Letters that are all set wide are a word set wide."""

    def draw(canvas: Canvas) -> None:
        at = 72.0
        for letter in "PUBLIC":
            canvas.drawString(at, 700, letter)
            at += canvas.stringWidth(letter, "Helvetica", 11) + 1.2

    assert _texts(page_of(draw)) == ["PUBLIC"]


def test_label_that_touches_its_words_is_parted(page_of: PageOf) -> None:
    """A margin too narrow for "(iii)" leaves no space after it; "(s)he" is a word."""
    page = page_of(lambda canvas: canvas.drawString(72, 700, "(iii)agrees what (s)he asked"))
    assert [word.text for word in page.words] == ["(iii)", "agrees", "what", "(s)he", "asked"]
