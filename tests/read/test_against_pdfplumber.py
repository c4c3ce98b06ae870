"""The fast reader finds the words that pdfplumber finds, in the same places, and no others.

Words are compared both ways, page by page, on every open paper of the corpus. What one engine has
and the other has not must be one of the disagreements that are explained below.
"""

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from csp_extract.read import read_report
from csp_extract.records import Page
from csp_extract.settings import OcrMode

ROOT = Path(__file__).parents[2]
_APART_PT = 3.0  # heights are each engine's own reading of the font


class Printed(NamedTuple):
    """A word and its place, whoever read it."""

    text: str
    x0: float
    x1: float
    middle: float


def _files() -> list[Path]:
    """Return the PDFs of the tests and of the open corpus that hold text."""
    bad = {"empty", "encrypted", "truncated", "not-a-pdf"}
    bad.add("rotated")  # pdfplumber parts the words of a page on its side into letters
    bad.add("cropped")  # what lies outside the crop box is set aside: pdfplumber reads it
    listed = (ROOT / "corpus" / "open.txt").read_text("utf-8").split()
    tiny = [file for file in (ROOT / "tests" / "documents").glob("*.pdf") if file.stem not in bad]
    return [*sorted(tiny), *(ROOT / "corpus" / name for name in listed)]


@pytest.mark.parametrize("file", _files(), ids=lambda file: file.stem)
@pytest.mark.slow
def test_both_readers_agree(file: Path) -> None:
    """Every word of each has its partner in the other, a few points away at most."""
    pdfplumber = pytest.importorskip("pdfplumber")
    data = file.read_bytes()
    pages = read_report(data, file.name, OcrMode.NEVER)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page, other in zip(pages, pdf.pages, strict=True):
            assert page.turn == 0
            assert _unexplained(_ours(page), _theirs(other.dedupe_chars())) == []


def _ours(page: Page) -> list[Printed]:
    """Return the words of a page as we read it."""
    return [
        Printed(word.text, word.x0, word.x1, (word.top + word.bottom) / 2) for word in page.words
    ]


def _theirs(page: object) -> list[Printed]:
    """Return the words of a page as pdfplumber reads it."""
    words = page.extract_words(use_text_flow=True)  # type: ignore[attr-defined]
    return [
        Printed(word["text"], word["x0"], word["x1"], (word["top"] + word["bottom"]) / 2)
        for word in words
    ]


def _unexplained(ours: Sequence[Printed], theirs: Sequence[Printed]) -> list[str]:
    """Return what only one of two readers has, and nothing explains."""
    left, right = _without_partners(ours, theirs), _without_partners(theirs, ours)
    places = {round(word.middle / _APART_PT) for word in (*left, *right)}
    told = []
    for place in sorted(places):
        one, two = (_line(words, place * _APART_PT) for words in (left, right))
        if _letters(one) != _letters(two):
            told.append(f"at {place * _APART_PT:.0f}: {one} / {two}")
    return told


def _without_partners(words: Sequence[Printed], others: Iterable[Printed]) -> list[Printed]:
    """Return the words that the others have not got in that place, each used once."""
    partners: dict[str, list[Printed]] = defaultdict(list)
    for other in others:
        partners[_bare(other.text)].append(other)
    alone = []
    for word in words:
        near = [other for other in partners[_bare(word.text)] if _is_near(word, other)]
        if near:
            partners[_bare(word.text)].remove(near[0])
        else:
            alone.append(word)
    return alone


def _is_near(left: Printed, right: Printed) -> bool:
    """Return whether two places are the same to the eye."""
    return abs(left.x0 - right.x0) < _APART_PT and abs(left.middle - right.middle) < _APART_PT


def _line(words: Iterable[Printed], middle: float) -> list[str]:
    """Return the words on a level, from left to right."""
    level = [word for word in words if abs(word.middle - middle) < 2 * _APART_PT]
    return [word.text for word in sorted(level, key=lambda word: word.x0)]


def _letters(words: Iterable[str]) -> str:
    """Return the letters of a line.

    The same letters parted into other words are the first disagreement that is explained: the marks
    of footnotes are words of their own for us, and browsers set spaces so narrow that pdfplumber
    takes them for none.
    """
    return "".join(_bare(word) for word in words)


def _bare(text: str) -> str:
    """Return a word without what each engine has in its own way, and nobody reads as a letter.

    Ligatures are spelt out by us alone; a bullet is one character or another, a private code, or
    none at all; a hyphen at the end of a line is a hyphen, a soft one or PDFium's own mark.
    """
    spelt = text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("(cid:127)", "")
    return spelt.strip("•▪●○■◦\uf0b7\uf0a7-\xad\ufffe\u2010")
