"""Lines that do not read as words are put right where that is proven, else set aside and told."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from csp_extract.read.nonsense import patched, sort_lines
from csp_extract.records import Page, TextSource, Word

PageOf = Callable[[Callable[[Canvas], None]], Page]

_PROSE = (
    "The Partnership met in the spring and agreed a plan for the town,",
    "with new lamps on the quay and wardens in the park each evening.",
)
_SHIFTED = "7KH %RDUG DJUHHG D JUDQW RI  WR WKH ZDUGHQV LQ WKH VXPPHU"
_SCRAMBLED = "Twk Qlxrj xbrkkj x brxht tl twk exrjkhs ph twk vpyk jpstrpzts"


def _around(line: str) -> Callable[[Canvas], None]:
    """Return what draws a line among lines that read well."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate((_PROSE[0], line, *(12 * _PROSE))):
            canvas.drawString(72, 760 - 18 * number, text)

    return draw


def _text(page: Page) -> str:
    return " ".join(word.text for word in page.words)


def test_shifted_codes_are_put_right(page_of: PageOf) -> None:
    """English stands there once one number is added to all codes, and the page says so."""
    page = page_of(_around(_SHIFTED))
    assert "The Board agreed a grant of to the wardens in the summer" in _text(page)
    assert "the codes of 1 lines were shifted, and put right" in page.warnings


def test_a_space_that_became_a_letter_parts_words() -> None:
    """Spaces are shifted as letters are: the parts take their shares of the box."""
    glued = "".join(chr(ord(letter) - 29) for letter in "wardens walk the quay each night")
    word = Word(glued, 0.0, 0.0, 320.0, 10.0, 10.0, False, False, 0, False)  # noqa: FBT003
    words, repaired, nonsense = sort_lines((word,))
    assert [word.text for word in words] == ["wardens", "walk", "the", "quay", "each", "night"]
    assert (words[1].x0, words[1].x1) == (80.0, 120.0)
    assert (repaired, nonsense) == (1, ())


def test_a_scrambled_line_is_set_aside_and_told(
    page_of: PageOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can recognise it, nothing is made of it."""
    monkeypatch.setattr("csp_extract.read.pages.find_engine", lambda: None)
    page = page_of(_around(_SCRAMBLED))
    assert "Qlxrj" not in _text(page)
    assert _text(page).startswith(f"{_PROSE[0]} {_PROSE[0]} {_PROSE[1]}")
    (warning,) = page.warnings
    assert warning.startswith("1 lines were set aside, for they do not read as words (")


def test_a_scrambled_line_is_read_from_its_picture(page_of: PageOf) -> None:
    """Words recognised in its place take it; the rest of the page keeps its text layer."""
    page = page_of(_around("Lamps"))
    line = tuple(
        word._replace(text=text)
        for word, text in zip(
            [word for word in page.words if word.line == 1] * 12, _SCRAMBLED.split(), strict=False
        )
    )
    scan = page._replace(
        words=tuple(
            line[0]._replace(text=text, confidence=0.9)
            for text in "wardens walk each night".split()
        ),
        source=TextSource.OCR,
    )
    broken = page._replace(
        words=(*page.words[:12], *line, *(word for word in page.words if word.line > 1))
    )
    found = patched(broken, [line], scan)
    assert "wardens walk each night" in _text(found)
    assert "Qlxrj" not in _text(found)
    assert {word.confidence for word in found.words} == {0.9, 1.0}
    assert found.warnings[0].startswith("1 lines were read from their picture")


@pytest.mark.parametrize(
    "line",
    [
        "Mae'r Cyngor wedi cytuno ar y cynllun ar gyfer diogelwch cymunedol",
        "Bydd y Bwrdd yn ystyried yr adroddiad yn yr haf eleni",
        "PSPO CPN CPW CBO MAPPA IOM MARAC IDVA ISVA DHR VAWG",
        "https://democracy.fenwick.example/ieListDocuments.aspx?CId=143&MId=2210",
        "Introduction ........................................................ 3",
        "Mr Szczepan Wojciechowski and Ms Ngozi Nwachukwu",
    ],
)
def test_other_lines_are_let_alone(page_of: PageOf, line: str) -> None:
    """Welsh, names, addresses, abbreviations and leaders are no nonsense."""
    page = page_of(_around(line))
    assert line in _text(page)
    assert page.warnings == ()


def test_a_line_that_lost_its_spaces_has_them_again(page_of: PageOf) -> None:
    """The gaps between its words are too narrow for PDFium, and wider than those of letters."""

    def draw(canvas: Canvas) -> None:
        x = 72.0
        for word in _PROSE[0].split():
            canvas.drawString(x, 700, word)
            x += canvas.stringWidth(word, "Helvetica", 11) + 0.9

    assert _text(page_of(draw)) == _PROSE[0]
