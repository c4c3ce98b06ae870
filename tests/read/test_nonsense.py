"""Lines that do not read as words are put right where that is proven, else set aside and told."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from csp_extract.read.nonsense import sort_lines
from csp_extract.read.patches import patched
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
    words, repaired, nonsense, _ = sort_lines((word,), ["Calibri"], {})
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


_HEADS = ("Costs", "Next steps", "Risks and timing", "Officer to contact")


def _line(text: str, number: int) -> tuple[Word, ...]:
    """Return the words of a line."""
    top = 20.0 * number
    return tuple(
        Word(word, 60.0 * at, top, 60.0 * at + 50, top + 10, 11.0, False, False, number, False)  # noqa: FBT003
        for at, word in enumerate(text.split())
    )


def _page(*lines: tuple[str, str]) -> tuple[tuple[Word, ...], list[str]]:
    """Return the words of lines, and the names of their fonts; each line comes with its font."""
    parted = [(_line(text, number), font) for number, (text, font) in enumerate(lines)]
    return (
        tuple(word for words, _ in parted for word in words),
        [font for words, font in parted for _ in words],
    )


def _low(text: str) -> str:
    """Return a text with its codes shifted, spaces left."""
    return "".join(letter if letter == " " else chr(ord(letter) - 29) for letter in text)


def test_short_lines_of_a_shifted_font_are_put_right_together() -> None:
    """No head is long enough to prove it; all of them are, and lines in another font stay."""
    words, fonts = _page(*[(_low(head), "Bad") for head in _HEADS], (_PROSE[0], "Good"))
    found = sort_lines(words, fonts, {})
    assert " ".join(word.text for word in found.words) == " ".join([*_HEADS, _PROSE[0]])
    assert (found.repaired, found.nonsense) == (len(_HEADS), ())


def test_what_a_page_proved_of_a_font_holds_on_the_next() -> None:
    """One short head is put right there; a font that reads well there is another one."""
    known: dict[str, int] = {}
    sort_lines(*_page(*[(_low(head), "Bad") for head in _HEADS]), known)
    assert known == {"Bad": 29}
    assert sort_lines(*_page((_low("Costs"), "Bad")), known).words[0].text == "Costs"
    for good in (
        _page((_PROSE[0], "Bad"), ("WKH", "Bad")),
        _page(("Risks", "Bad")),
        _page(("2017", "Bad")),
    ):
        assert sort_lines(*good, known)[:3] == (good[0], 0, ())


def test_short_lines_of_a_scrambled_font_are_nonsense_together() -> None:
    """The font has no words; short lines in a good font are let alone, whatever they say."""
    lines = [*_SCRAMBLED.split(), "Xvbrt"]
    words, fonts = _page(*[(line, "Bad") for line in lines], ("Xvbrt", "Good"), (_PROSE[0], "Good"))
    found = sort_lines(words, fonts, {})
    assert [line[0].text for line in found.nonsense] == lines
    assert all(line[0].line < len(lines) for line in found.nonsense)


@pytest.mark.parametrize(
    "lines",
    [
        ("Llywelyn", "Rhydderch", "Gwenllian", "Myfanwy", "Pontrhydfendigaid", "Ystradgynlais"),
        (
            "Rhaglen",
            "ymyrraeth",
            "llywodraethwyr",
            "ymddygiad",
            "gwrthgymdeithasol",
            "hyfforddiant",
        ),
        ("seirbheisean", "smàlaidh", "teasairginn", "bhuidhnean", "dachaigheil", "Gàidhealtachd"),
        ("Wojciechowski", "Nwachukwu", "Brzezinski", "Przybylski", "Jedrzejczyk", "Zbigniew"),
        ("XXXXXXXX", "XXXXXXXX", "XXXXXXXX", "XXXXXXXX"),
        ("PSPO CPN", "MAPPA IOM", "MARAC IDVA", "VAWG NRM", "SARC DHR"),
    ],
)
def test_a_font_of_names_or_of_another_language_is_a_good_one(lines: tuple[str, ...]) -> None:
    """Names, Welsh, Gaelic, places to fill in and abbreviations alone in a font are no nonsense."""
    words, fonts = _page(*[(line, "Names") for line in lines], (_PROSE[0], "Good"))
    assert sort_lines(words, fonts, {})[:3] == (words, 0, ())


def test_a_short_line_is_read_from_its_picture_where_others_are(page_of: PageOf) -> None:
    """Long lines prove that the picture can be read; by itself a short one would not."""
    page = page_of(_around("Lamps"))
    lines = [_line("Twk Qlxrj xbrkkj", 0), _line("Xvbrt", 1)]
    words = tuple(word for line in lines for word in line)
    texts = ("The", "wardens", "walked", "Costs")
    scan = page._replace(
        words=tuple(word._replace(text=text) for word, text in zip(words, texts, strict=True))
    )
    broken = page._replace(words=words)
    assert _text(patched(broken, lines, scan)) == "The wardens walked Costs"
    assert _text(patched(broken, lines[1:], scan)) == "Twk Qlxrj xbrkkj"


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
