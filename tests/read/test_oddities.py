"""The oddities of real PDFs: hidden, turned, joined and nameless letters."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.colors import black, white
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from csp_extract.read import read_report
from csp_extract.read.glyphs import clean_word, unreadable_glyphs
from csp_extract.records import Page
from csp_extract.settings import OcrMode

sys.path.insert(0, str(Path(__file__).parent))
from conftest import HEIGHT, WIDTH, paper

Draw = Callable[[Canvas], None]
_LINE = "The Board met on 4 May 2016 and agreed a grant of £12,500"


def _read(data: bytes) -> Page:
    """Return the only page of a PDF by its text layer."""
    (page,) = read_report(data, "odd.pdf", OcrMode.NEVER)
    return page


def _texts(page: Page) -> list[str]:
    """Return the words of a page."""
    return [word.text for word in page.words]


def _in_vera(text: str, at: tuple[int, int] = (72, 700)) -> Draw:
    """Return what draws a text in an embedded font that has all its letters."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 11)
        canvas.drawString(*at, text)

    return draw


def test_ligatures_are_spelt_out() -> None:
    """One glyph for fi or fl is two letters."""
    page = _read(paper(_in_vera("of\ufb01cers \ufb02agged a bene\ufb01t")))
    assert _texts(page) == ["officers", "flagged", "a", "benefit"]


def test_a_soft_hyphen_is_no_letter() -> None:
    """Within a word it is dropped; at the end of a line it says that the word goes on."""

    def draw(canvas: Canvas) -> None:
        _in_vera("neigh\xadbourhood watch part\xad")(canvas)
        canvas.drawString(72, 686, "nership")

    page = _read(paper(draw))
    assert _texts(page)[:2] == ["neighbourhood", "watch"]
    last = page.words[2]
    assert (last.text.rstrip("-"), last.is_hyphenated) == ("part", True)


@pytest.mark.parametrize(
    ("raw", "is_dingbat", "printed"),
    [
        ("n", True, "•"),  # ZapfDingbats, a square
        ("\uf0b7", False, "•"),  # Symbol, as Word writes it
        ("\uf0a7", False, "•"),  # Wingdings
        ("\uf0fc", True, "•"),  # a tick of Wingdings
        ("4th", False, "4th"),
        ("\ufb01re", False, "fire"),
        ("co\xadordinator", False, "coordinator"),
        ("zero\u200bwidth", False, "zerowidth"),
    ],
)
def test_pictures_of_bullets_are_bullets(raw: str, is_dingbat: bool, printed: str) -> None:  # noqa: FBT001
    """Whatever letter or private code a symbol font has them under."""
    assert clean_word(raw, is_dingbat=is_dingbat) == printed


def test_glyphs_without_unicode_are_counted_not_guessed() -> None:
    """Private codes within words, and replacement marks."""
    assert unreadable_glyphs("co\uf041ncil") == 1
    assert unreadable_glyphs("\ufffd\ufffd") == 2
    assert unreadable_glyphs("council") == 0


def test_private_codes_are_told() -> None:
    """A font that maps its letters to private codes gives a warning with their number."""
    data = paper(lambda canvas: canvas.drawString(72, 700, "The Council met"))
    names = b"<< /Differences [ 67 /uniE043 111 /uniE06F ] >>"
    page = _read(data.replace(b"/WinAnsiEncoding", names))
    assert page.warnings == ("2 characters have no Unicode",)


def _hide(canvas: Canvas, text: str) -> None:
    """Draw a text in the mode that shows nothing."""
    hidden = canvas.beginText(72, 600)
    hidden.setTextRenderMode(3)
    hidden.textOut(text)
    canvas.drawText(hidden)


def test_hidden_text_is_set_aside_and_said() -> None:
    """Nobody can read it on the page."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, _LINE)
        _hide(canvas, "for search engines only")

    page = _read(paper(draw))
    assert " ".join(_texts(page)) == _LINE
    assert page.warnings == ("4 invisible words were set aside",)


def test_blacked_out_names_are_not_read() -> None:
    """A bar hides what the text layer still says; the picture of the page proves it."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "The tenant, John Smith, was heard.")
        left = 72 + canvas.stringWidth("The tenant, ", "Helvetica", 11)
        canvas.setFillColor(black)
        canvas.rect(
            left - 1, 696, canvas.stringWidth("John Smith,", "Helvetica", 11) + 2, 13, fill=1
        )

    page = _read(paper(draw))
    assert _texts(page) == ["The", "tenant,", "was", "heard."]
    assert page.warnings == ("2 covered words were set aside",)


def test_black_words_on_white_over_black_are_read() -> None:
    """A frame can be a black box with a white one in it."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(black)
        canvas.rect(60, 690, 400, 30, fill=1)
        canvas.setFillColor(white)
        canvas.rect(62, 692, 396, 26, fill=1)
        canvas.setFillColor(black)
        canvas.drawString(72, 700, _LINE)

    assert " ".join(_texts(_read(paper(draw)))) == _LINE


def _turned(degrees: int) -> Draw:
    """Return what draws three lines turned against the clock."""

    def draw(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(degrees)
        for number in range(3):
            canvas.drawString(-150, 40 - 16 * number, f"{number + 1}. {_LINE}")

    return draw


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_words_printed_on_their_side_are_read_upright(degrees: int) -> None:
    """In the order of their lines, level, and placed where the page shows them."""
    page = _read(paper(_turned(degrees)))
    assert " ".join(_texts(page)) == " ".join(f"{number}. {_LINE}" for number in (1, 2, 3))
    assert page.turn == degrees
    assert page.seen_size == pytest.approx((WIDTH, HEIGHT))
    first, last = page.words[0], page.words[-1]
    assert first.x0 < last.x0
    assert first.bottom < last.bottom
    x0, top, x1, bottom = page.seen(first.x0, first.top, first.x1, first.bottom)
    upright = _read(paper(_turned(0))).words[0]
    right, down = upright.x0 - WIDTH / 2, upright.bottom - HEIGHT / 2
    near = {0: (right, down), 90: (down, -right), 180: (-right, -down), 270: (-down, right)}
    x, y = near[degrees]
    assert x0 - 4 <= x + WIDTH / 2 <= x1 + 4
    assert top - 4 <= y + HEIGHT / 2 <= bottom + 4
    assert page.turned(x0, top, x1, bottom) == pytest.approx(first[1:5])


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_flag_of_a_turned_page_is_heeded(degrees: int) -> None:
    """A page drawn on its side and flagged to be shown upright is no turned page."""
    data = paper(_turned(degrees)).replace(b"/Rotate 0", b"/Rotate %d" % degrees)
    page = _read(data)
    assert " ".join(_texts(page)) == " ".join(f"{number}. {_LINE}" for number in (1, 2, 3))
    assert page.turn == 0
    assert page.words[0].x0 < page.words[-1].x0
    assert all(0 <= word.x0 < word.x1 <= page.width for word in page.words)


def test_one_turned_word_turns_no_page() -> None:
    """A mark in the margin that runs up the page leaves the rest as it is."""

    def draw(canvas: Canvas) -> None:
        for number in range(3):
            canvas.drawString(72, 700 - 16 * number, _LINE)
        canvas.rotate(90)
        canvas.drawString(300, -30, "DRAFT COPY")

    page = _read(paper(draw))
    assert page.turn == 0
    assert " ".join(_texts(page)).startswith(_LINE)


def test_words_on_a_picture_are_read() -> None:
    """White or hidden words over a picture are a caption, or the work of a scanner."""
    image = pytest.importorskip("PIL.Image").new("L", (60, 80), 90)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)
        canvas.setFillColor(white)
        canvas.drawString(72, 700, _LINE)
        _hide(canvas, _LINE)

    assert " ".join(_texts(_read(paper(draw)))) == f"{_LINE} {_LINE}"
