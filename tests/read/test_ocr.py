"""Pages that are pictures are read by Tesseract: their words, places, rules and print."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from csp_extract.pipeline import extract
from csp_extract.read import pages, read_report, render_page
from csp_extract.records import Page, RunStatus, TextSource, Word
from csp_extract.settings import OcrMode, Settings

sys.path.insert(0, str(Path(__file__).parent))
from conftest import HEIGHT, WIDTH, needs_tesseract, paper, scan

Draw = Callable[[Canvas], None]

_LINES = (
    "The Board met on 4 May 2016 and agreed a grant of £12,500 to the wardens.",
    "Burglary fell by a tenth in the year, and most residents feel safe at night.",
    "The Head of Community Safety will report on the scheme to every meeting.",
    "Members asked for figures by ward, and for the cost of the new cameras.",
)


def _prose(canvas: Canvas) -> None:
    """Draw four lines of a paper."""
    for number, line in enumerate(_LINES):
        canvas.drawString(72, 700 - 18 * number, line)


def _text(page: Page) -> str:
    """Return the words of a page."""
    return " ".join(word.text for word in page.words)


def _read(data: bytes, ocr: OcrMode = OcrMode.AUTO) -> Page:
    """Return the only page of a PDF."""
    (page,) = read_report(data, "scan.pdf", ocr)
    return page


def _middle(page: Page, word: Word) -> tuple[float, float]:
    """Return the middle of a word as a reader sees the page."""
    x0, top, x1, bottom = page.seen(word.x0, word.top, word.x1, word.bottom)
    return (x0 + x1) / 2, (top + bottom) / 2


@needs_tesseract
@pytest.mark.parametrize("lean", [0.0, 0.5, -2.5])
def test_a_scan_gives_the_words_where_they_are_seen(lean: float) -> None:
    """Every word of a level or a leaning page lies where its picture shows it, lines level."""
    drawn = _read(paper(_prose))
    page = _read(scan(_prose, lean=lean))
    assert page.source is TextSource.OCR
    assert _text(page) == " ".join(_LINES)
    assert page.turn == pytest.approx(-lean, abs=0.11)
    assert page.seen_size == pytest.approx((WIDTH, HEIGHT), abs=0.5)
    leaning = drawn._replace(turn=-lean)  # the same words on a page that was turned likewise
    for word, original in zip(page.words, drawn.words, strict=True):
        assert _middle(page, word) == pytest.approx(_middle(leaning, original), abs=2.5)
        assert word.size == pytest.approx(original.size, abs=0.6)
        assert 0.5 < word.confidence < 1
    assert len({round(word.bottom) for word in page.words}) == len(_LINES)


@needs_tesseract
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_on_its_side_or_its_head_is_turned(quarters: int) -> None:
    """The words are read upright, and placed where the page as filed shows them."""
    page = _read(scan(_prose, quarters=quarters))
    assert _text(page) == " ".join(_LINES)
    assert round(page.turn / 90) % 4 == -quarters % 4
    width, height = page.seen_size
    assert (width > height) is (quarters % 2 == 1)
    x, y = _middle(page, page.words[0])
    assert (x < width / 2, y < height / 2) == {
        1: (False, True),
        2: (False, False),
        3: (True, False),
    }[quarters]


@needs_tesseract
def test_reading_twice_gives_the_same() -> None:
    """Recognition is a function of the bytes."""
    data = scan(_prose, lean=0.7)
    assert _read(data) == _read(data)


@needs_tesseract
def test_print_is_known_by_the_ink() -> None:
    """Bold letters have thicker strokes; a solid disc before a line is a bullet."""

    def draw(canvas: Canvas) -> None:
        _prose(canvas)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, 740, "Purpose of this report")
        canvas.setFont("Helvetica", 11)
        canvas.circle(78, 603, 2, fill=1)
        canvas.drawString(90, 600, "Street wardens walk the estate at night.")

    page = _read(scan(draw))
    assert [word.text for word in page.words if word.is_bold] == "Purpose of this report".split()
    assert "• Street wardens walk the estate at night." in _text(page)


@needs_tesseract
def test_numbers_in_the_margin_are_read() -> None:
    """Tesseract takes lone figures for specks; they are read with the words beside them."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(_LINES):
            canvas.drawString(72, 700 - 30 * number, f"2.{number + 1}")
            canvas.drawString(130, 700 - 30 * number, line[:60])

    words = _text(_read(scan(draw))).split()
    assert [word for word in words if word.startswith("2.")] == ["2.1", "2.2", "2.3", "2.4"]


@needs_tesseract
def test_the_rules_of_a_scanned_table_make_its_grid() -> None:
    """Grey rules are found, rubbed out for the reading, and cross to cells."""

    def draw(canvas: Canvas) -> None:
        canvas.setStrokeGray(0.4)
        canvas.grid([72, 272, 372], [700, 680, 660, 640])
        for row, (left, right) in enumerate(
            (("Item", "Cost"), ("Lamps", "£900"), ("Locks", "£450"))
        ):
            canvas.drawString(76, 686 - 20 * row, left)
            canvas.drawString(276, 686 - 20 * row, right)

    page = _read(scan(draw, lean=0.6))
    (grid,) = page.grids
    assert [len(row) for row in grid.rows] == [2, 2, 2]
    assert sorted(_text(page).split()) == sorted("Item Cost Lamps £900 Locks £450".split())


def _hidden(canvas: Canvas, text: str) -> None:
    """Draw a picture of the lines, and over it a hidden text that a poor scanner left."""
    picture = render_page(paper(_prose), "drawn.pdf", 1, dpi=200)
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    layer = canvas.beginText(72, 700)
    layer.setTextRenderMode(3)
    for _ in range(4):
        layer.textLine(text)
    canvas.drawText(layer)


_SCRAMBLED = "Gsv Ylziw nvg lm Nzb zmw ztivvw z tizmg gl gsv dziwvmh Yfitozib uvoo rm zoo wrhgirxgh"
_POOR = "Tbe Boarcl rnet on 4 Mqy 2016 axd agreeo a grent of lhe wardcns Burqlarv fcll hv"
_GOOD = "The Board met on 4 May 2016 and agreed a grant of £12,500 to the wardens."


@needs_tesseract
@pytest.mark.parametrize("layer", [_SCRAMBLED, _POOR])
def test_a_bad_text_layer_gives_way_to_the_picture(layer: str) -> None:
    """Scrambled codes and a scanner's misreadings are read anew."""
    page = _read(paper(lambda canvas: _hidden(canvas, layer)))
    assert page.source is TextSource.OCR
    assert _text(page) == " ".join(_LINES)


def test_a_good_hidden_layer_is_kept() -> None:
    """What a good scanner read needs no second reading; it is told as hidden."""
    page = _read(paper(lambda canvas: _hidden(canvas, _GOOD)))
    assert page.source is TextSource.TEXT
    assert "invisible" in page.warnings[0]


def test_rubbish_is_no_text_where_nothing_can_recognise_it() -> None:
    """Words that do not read as words are set aside, and the page is told as unread."""
    page = _read(paper(lambda canvas: _hidden(canvas, _SCRAMBLED)), OcrMode.NEVER)
    assert (page.words, page.is_unread) == ((), True)
    assert "it has a text layer that does not read as words" in page.warnings


def test_a_poor_layer_is_better_than_none() -> None:
    """Without recognition its words stay, with a warning."""
    page = _read(paper(lambda canvas: _hidden(canvas, _POOR)), OcrMode.NEVER)
    assert page.words
    assert not page.is_unread
    assert "it has a text layer that reads poorly" in page.warnings


def test_another_language_is_not_rubbish() -> None:
    """Welsh text stays, for its picture reads no better."""

    def draw(canvas: Canvas) -> None:
        for number in range(4):
            canvas.drawString(72, 700 - 18 * number, "Mae Cyngor y Dref yn gweithio gyda'i")
            canvas.drawString(72, 600 - 18 * number, "bartneriaid i leihau troseddau yn yr ardal")

    page = _read(paper(draw))
    assert page.source is TextSource.TEXT
    assert not page.is_unread


def test_always_reads_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A good text layer does not keep Tesseract away where it is wanted everywhere."""
    monkeypatch.setattr(pages, "find_engine", lambda: None)
    page = _read(paper(_prose), OcrMode.ALWAYS)
    assert page.is_unread


def test_without_tesseract_a_scan_is_partial(monkeypatch: pytest.MonkeyPatch) -> None:
    """The problem names the page and what to install."""
    monkeypatch.setattr(pages, "find_engine", lambda: None)
    monkeypatch.setattr("csp_extract.pipeline.find_engine", lambda: None)
    monkeypatch.setattr("csp_extract.pipeline.engine_name", lambda: "none")
    row = extract(scan(_prose)).row
    assert row.status is RunStatus.PARTIAL
    assert row.problem.startswith("needs_ocr: page 1 of 1 without a text layer")
    assert "apt install tesseract-ocr" in row.problem
    assert row.ocr_engine == "none"


def test_never_is_told_as_the_reason() -> None:
    """Whoever forbids recognition is told how to allow it."""
    row = extract(scan(_prose), Settings(ocr=OcrMode.NEVER)).row
    assert row.problem.endswith("--ocr auto reads scans")
    assert row.ocr_engine == ""


@needs_tesseract
def test_rows_of_a_scan_say_so() -> None:
    """Their source is OCR, and they are less sure than the same rows of a text layer."""
    scanned, written = extract(scan(_prose)), extract(paper(_prose))
    assert scanned.row.status is RunStatus.OK
    assert scanned.row.text_source is TextSource.OCR
    assert scanned.row.ocr_engine.startswith("tesseract ")
    (amount,), (original,) = scanned.of("amounts"), written.of("amounts")
    assert amount.value == original.value
    assert amount.provenance.text_source is TextSource.OCR
    assert original.provenance.text_source is TextSource.TEXT
    assert amount.provenance.confidence < original.provenance.confidence


def test_a_photograph_needs_no_recognition() -> None:
    """A dark picture over the whole page is no sheet of text."""
    image = pytest.importorskip("PIL.Image").effect_noise((60, 80), 60).point(lambda grey: grey / 3)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)

    page = _read(paper(draw), OcrMode.NEVER)
    assert not page.is_unread


def test_letters_drawn_as_curves_need_recognition() -> None:
    """A page whose fonts were turned into outlines has no text and no picture, but letters."""

    def draw(canvas: Canvas) -> None:
        for at in range(200):
            canvas.circle(72 + at % 40 * 10, 700 - at // 40 * 14, 3, fill=1, stroke=0)

    assert _read(paper(draw), OcrMode.NEVER).is_unread


def test_a_clean_sheet_is_read() -> None:
    """A scan of an empty page has no words, and nothing is missing."""
    image = pytest.importorskip("PIL.Image").new("L", (60, 80), 240)
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    canvas.save()
    page = _read(data.getvalue())
    assert page.words == ()
