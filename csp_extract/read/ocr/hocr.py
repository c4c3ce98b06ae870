"""What Tesseract found in a picture, read from its hOCR: lines of words, placed in pixels."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

# Tesseract writes each page, line and word on a line of its own.
_PAGE = re.compile(r"class='ocr_page'")
_LINE = re.compile(
    r"class='ocr_(?:line|header|caption|textfloat)'[^>]*title=\"bbox (\d+) (\d+) (\d+) (\d+);"
    r"(?: baseline (-?[\d.]+) (-?[\d.]+);)?(?: textangle -?[\d.]+;)? x_size ([\d.]+)"
)
_WORD = re.compile(
    r"class='ocrx_word'[^>]*title='bbox (\d+) (\d+) (\d+) (\d+); x_wconf (\d+)[^>]*>(.*)</span>"
)
_MARKUP = re.compile(r"<[^>]*>")
_SIZE = 1.05  # of a font in parts of x_size, over the fonts of the corpus (1.02 to 1.09)


class ReadWord(NamedTuple):
    """A word as Tesseract read it; ``surety`` is its own figure, 0 to 1."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    surety: float


class ReadLine(NamedTuple):
    """A line of words; its baseline is level, since the picture was."""

    words: tuple[ReadWord, ...]
    baseline: float
    size: float  # of its font, pixels


def lines_of(hocr: str) -> list[list[ReadLine]]:
    """Return the lines of each page of an hOCR file in its order of reading."""
    pages: list[list[ReadLine]] = []
    for line in hocr.split("\n"):
        if _PAGE.search(line):
            pages.append([])
        elif match := _LINE.search(line):
            pages[-1].append(_line(*(float(part or 0) for part in match.groups())))
        elif pages and pages[-1]:
            last = pages[-1][-1]
            pages[-1][-1] = last._replace(words=(*last.words, *_words(line)))
    return [[line for line in page if line.words] for page in pages]


def _line(x0: float, _: float, x1: float, bottom: float, *rest: float) -> ReadLine:
    """Return a line without words yet: its baseline at the middle, and the size of its font."""
    slope, offset, size = rest
    return ReadLine((), bottom + offset + slope * (x1 - x0) / 2, size * _SIZE)


def _words(line: str) -> Iterator[ReadWord]:
    """Yield the word that a line of the file holds."""
    match = _WORD.search(line)
    text = html.unescape(_MARKUP.sub("", match[6])).strip() if match else ""
    if match and text:
        x0, top, x1, bottom, surety = (float(part) for part in match.groups()[:5])
        yield ReadWord(text, x0, top, x1, bottom, surety / 100)
