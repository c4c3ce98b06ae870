"""A page read from its picture: turned level, its rules taken for tables, its words recognised."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any, NamedTuple

import numpy as np
import pypdfium2
from PIL import Image

from csp_extract.read.glyphs import BULLET, clean_word
from csp_extract.read.ocr.bullets import is_bullet
from csp_extract.read.ocr.engine import Engine, read_page
from csp_extract.read.ocr.figures import mended
from csp_extract.read.ocr.gaps import with_gaps_read
from csp_extract.read.ocr.hocr import ReadLine, ReadWord, lines_of
from csp_extract.read.ocr.ink import Rule, ink_of, lean_of, paper_of, rules_of, stroke_of, without
from csp_extract.records import Edge, Word

DPI = 300
_MOST_DOTS = 40_000_000  # of a picture: a plan on a large sheet is read more coarsely
_LEAST_INK = 200  # dots; less is a clean sheet
_SIDEWAYS = 2.0  # how much sharper lines part the other way on a page that lies on its side
_WELL = 0.75  # how surely a page is read that stands the right way up
_LEAST_LEAN = 0.05  # degrees
_UNSURE = 0.25  # words less sure are specks and parts of pictures
# Strokes by the page's usual thickness from which letters are bold: plain ones of three scans had
# 1.15 at most, bold ones 1.20 at least.
_BOLD = 1.18
_SAME_SIZE = 0.12  # how far Tesseract's sizes of one font differ
_ASCENT, _DESCENT = 0.8, 0.2  # as of words in a text layer
# How often words were right of which Tesseract was so sure, over 10,000 words of scans made from
# papers of the corpus. Source: benchmarks/reading/scans.py.
_RIGHT = ((0.95, 0.999), (0.9, 0.988), (0.8, 0.935), (0.6, 0.88), (0.35, 0.75), (0.0, 0.3))
_UNITS = "£€%"
_MARKS = frozenset("–—-&+/=")  # words without letters that papers have


class Scan(NamedTuple):
    """What recognition found on a page, in points of the page as turned to be read."""

    width: float
    height: float
    words: tuple[Word, ...]
    edges: tuple[Edge, ...]
    turn: float  # degrees clockwise
    surety: float  # of the words, weighed by their letters, 0 to 1
    unsure: int  # how many marks were set aside


class _Picture(NamedTuple):
    """A page's picture, turned level, without its rules."""

    grey: Any
    level: list[Rule]
    upright: list[Rule]
    turn: float


def read_scan(engine: Engine, page: pypdfium2.PdfPage, dpi: int = DPI) -> Scan:
    """Return what stands on the picture of a page.

    Raises:
        OcrError: the program failed.
    """
    width, height = page.get_size()
    dpi = min(dpi, int((_MOST_DOTS / (width * height)) ** 0.5 * 72))
    grey = np.asarray(page.render(scale=dpi / 72, grayscale=True).to_pil())
    scale, ink = float(height / len(grey)), ink_of(grey)
    if np.count_nonzero(ink) < _LEAST_INK:
        return Scan(width, height, (), (), 0.0, 1.0, 0)
    tries = []
    for quarters in _likely_turns(ink, dpi):
        tries.append(_read(engine, _picture(grey, quarters, dpi), dpi, scale))
        if tries[-1].surety >= _WELL:
            break
    return max(tries, key=lambda scan: scan.surety)


def _likely_turns(ink: Any, dpi: int) -> tuple[int, int]:
    """Return the quarter turns that may bring a page upright, the likelier first."""
    if lean_of(ink.T, dpi).score > _SIDEWAYS * lean_of(ink, dpi).score:
        return 1, 3
    return 0, 2


def _picture(grey: Any, quarters: int, dpi: int) -> _Picture:
    """Return a picture turned clockwise, then level, and its rules rubbed out."""
    turned = np.rot90(grey, -quarters)
    lean = lean_of(ink_of(turned), dpi).degrees
    if abs(lean) >= _LEAST_LEAN:
        paper = paper_of(grey)
        picture = Image.fromarray(turned)
        turned = np.asarray(
            picture.rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=paper)
        )
    else:
        lean = 0.0
    level, upright = rules_of(turned, dpi)
    return _Picture(without(turned, [*level, *upright]), level, upright, 90 * quarters - lean)


def _read(engine: Engine, picture: _Picture, dpi: int, scale: float) -> Scan:
    """Return what a picture holds; ``scale`` is points by dots."""
    found = lines_of(read_page(engine, Image.fromarray(picture.grey), dpi))
    lines = found[0] if found else []
    ink = ink_of(picture.grey)
    kept = [_kept(line) for line in lines]
    whole = with_gaps_read(engine, picture.grey, ink, [line for line in kept if line.words], dpi)
    unsure = sum(len(line.words) for line in lines) - sum(len(line.words) for line in kept)
    height, width = picture.grey.shape
    return Scan(
        width * scale,
        height * scale,
        tuple(_words(_level_sizes(whole), ink, scale)),
        tuple(_edges(picture, scale)),
        picture.turn,
        _surety(lines),
        unsure,
    )


def _surety(lines: Sequence[ReadLine]) -> float:
    """Return how surely lines were read, 0 where nothing was."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(word.surety * len(word.text) for word in words) / letters if letters else 0.0


def _kept(line: ReadLine) -> ReadLine:
    """Return a line without specks that were taken for marks."""
    return line._replace(
        words=tuple(
            word
            for at, word in enumerate(line.words)
            if at == 0 or (word.surety >= _UNSURE and _is_word(word.text))
        )
    )


def _is_word(text: str) -> bool:
    """Return whether a text has letters or figures, names a unit, or is a mark of its own."""
    return any(letter.isalnum() or letter in _UNITS for letter in text) or text in _MARKS


def _level_sizes(lines: Sequence[ReadLine]) -> list[ReadLine]:
    """Return lines whose font sizes are the page's usual one where they are near it."""
    if not lines:
        return []
    usual = median(line.size for line in lines for _ in line.words)
    return [
        line._replace(size=usual) if abs(line.size - usual) <= _SAME_SIZE * usual else line
        for line in lines
    ]


def _words(lines: Sequence[ReadLine], ink: Any, scale: float) -> Iterator[Word]:
    """Yield the words of lines in points."""
    strokes = [_strokes(line, ink) for line in lines]
    usual = median([stroke for line in strokes for stroke in line if stroke] or [1.0])
    for number, (line, thick) in enumerate(zip(lines, strokes, strict=True)):
        top = (line.baseline - _ASCENT * line.size) * scale
        bottom = (line.baseline + _DESCENT * line.size) * scale
        for at, (word, stroke) in enumerate(zip(line.words, thick, strict=True)):
            text = _printed(word, ink, line.size, is_first=at == 0)
            if not text:
                continue
            is_last = at == len(line.words) - 1
            yield Word(
                text,
                word.x0 * scale,
                top,
                word.x1 * scale,
                bottom,
                size=round(line.size * scale * 2) / 2,
                is_bold=stroke > _BOLD * usual,
                is_italic=False,
                line=number,
                is_hyphenated=is_last and len(text) > 2 and text.endswith("-"),
                confidence=next(share for least, share in _RIGHT if word.surety >= least),
            )


def _printed(word: ReadWord, ink: Any, size: float, *, is_first: bool) -> str:
    """Return a word as printed; a lone mark before its line may be a bullet."""
    text = mended(clean_word(word.text, is_dingbat=False))
    if is_first and len(text) == 1 and word.x1 - word.x0 < 0.7 * size:
        if is_bullet(_cut(ink, word)):
            return BULLET
        if word.surety < _UNSURE or not (_is_word(text) or text in "•*"):
            return ""
    if is_first and not _is_word(text) and text != BULLET:
        return ""
    return text


def _strokes(line: ReadLine, ink: Any) -> list[float]:
    """Return the thickness of each word's strokes by the size of its font, 0 for short ones."""
    own = [
        stroke_of(_cut(ink, word), line.size) / line.size
        if sum(map(str.isalpha, word.text)) > 2
        else 0.0
        for word in line.words
    ]
    known = [stroke for stroke in own if stroke]
    return [stroke or (median(known) if known else 0.0) for stroke in own]


def _cut(ink: Any, word: ReadWord) -> Any:
    """Return the ink of a word."""
    return ink[int(word.top) : int(word.bottom) + 1, int(word.x0) : int(word.x1) + 1]


def _edges(picture: _Picture, scale: float) -> Iterator[Edge]:
    """Yield the ruling lines in points."""
    for rule in picture.level:
        middle = (rule.top + rule.bottom) / 2 * scale
        yield Edge(rule.x0 * scale, middle, rule.x1 * scale, middle)
    for rule in picture.upright:
        middle = (rule.x0 + rule.x1) / 2 * scale
        yield Edge(middle, rule.top * scale, middle, rule.bottom * scale)
