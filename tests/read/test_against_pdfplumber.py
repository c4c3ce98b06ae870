"""The fast reader finds the words that pdfplumber finds, in the same places."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from csp_extract.read import read_report
from csp_extract.records import Page, TextSource

ROOT = Path(__file__).parents[2]
_APART_PT = 3.0  # heights are each engine's own reading of the font
_LEAST = 0.995  # share of a page's words that both find; the rest are parted differently


def _files() -> list[Path]:
    """Return the PDFs of the tests and of the corpus that hold text."""
    folders = (ROOT / "tests" / "documents", ROOT / "corpus" / "reports")
    bad = {"empty", "encrypted", "truncated", "not-a-pdf"}
    bad.add("rotated")  # pdfplumber parts the words of a turned page into letters
    return [
        file for folder in folders for file in sorted(folder.rglob("*.pdf")) if file.stem not in bad
    ]


@pytest.mark.parametrize("file", _files(), ids=lambda file: file.stem)
@pytest.mark.slow
def test_both_readers_agree(file: Path) -> None:
    """Every word of one has its partner in the other, a few points away at most."""
    pdfplumber = pytest.importorskip("pdfplumber")
    data = file.read_bytes()
    pages = read_report(data, file.name)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page, other in zip(pages, pdf.pages, strict=True):
            if page.is_unread or page.source is TextSource.OCR or page.warnings:
                continue
            theirs = other.extract_words(keep_blank_chars=False, use_text_flow=True)
            missed = list(_without_partner(page, theirs))
            assert len(missed) <= (1 - _LEAST) * len(theirs) + 1, missed


def _without_partner(page: Page, theirs: list[dict[str, float]]) -> Iterator[str]:
    """Yield pdfplumber's words that the page has not got in that place."""
    ours: dict[str, list[tuple[float, float]]] = {}
    for before, word in zip((None, *page.words), page.words, strict=False):
        at = (word.x0, (word.top + word.bottom) / 2)
        ours.setdefault(_bare(word.text), []).append(at)
        if word.is_raised and before is not None:  # pdfplumber has the mark of a note in its word
            noted = (before.x0, (before.top + before.bottom) / 2)
            ours.setdefault(_bare(before.text) + word.text, []).append(noted)
    for word in theirs:
        text = _bare(str(word["text"]))
        at = (word["x0"], (word["top"] + word["bottom"]) / 2)
        if text and not any(_is_near(at, place) for place in ours.get(text, ())):
            yield text


def _is_near(left: tuple[float, float], right: tuple[float, float]) -> bool:
    """Return whether two places are the same to the eye."""
    return abs(left[0] - right[0]) < _APART_PT and abs(left[1] - right[1]) < _APART_PT


def _bare(text: str) -> str:
    """Return a word without the marks at its ends, which engines part in their own way."""
    spelt = text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff")
    spelt = spelt.replace("\uf0b7", "").replace("(cid:127)", "")  # bullets of symbol fonts
    return spelt.strip(".,;:-–•·()'’‘\"“”\xad\ufffe\u2010/")
