"""Strips: pieces of ink read again, each beside the words of its line."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from csp_extract.read.ocr.engine import Engine, read_lines
from csp_extract.read.ocr.hocr import ReadLine, ReadWord, lines_of
from csp_extract.read.ocr.ink import paper_of
from csp_extract.read.ocr.unread import ABOVE, BELOW, Piece

# In parts of the size of the line's font.
_PAD = 0.4  # of paper around a piece
_REACH = 12.0  # of the words that are read with it

_SURE, _SURER = 0.4, 0.8
# A small figure is read at one size and not at another. Of 70 pieces of the corpus, 52 and 53 were
# right at each of these, and 59 at the better of both.
_SCALES = (0.8, 1.0)
_LABEL = r"(?:[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]{1,4})"
_NUMBER = re.compile(rf"\({_LABEL}\)|{_LABEL}[.)]?")
_NOT_A_STOP = re.compile(r"(?<=\d)[:;,·-](?=\d)")  # as a stop between figures is often read


class _Strip(NamedTuple):
    """A piece and the words beside it as one picture; where in it the piece begins."""

    grey: Any
    start: int  # column of the strip
    top: int  # row of the page


def read_pieces(
    engine: Engine, grey: Any, pieces: Sequence[Piece], lines: Sequence[ReadLine], dpi: int
) -> list[tuple[int, ReadWord]]:
    """Return the words of pieces, each with the line that it belongs to.

    A piece is read together with the words of its line that it stands next to, moved up to it:
    a lone figure gives Tesseract no measure of its height and place.
    """
    strips = [_strip(grey, piece, lines[piece.line]) for piece in pieces]
    tries = [_read_strips(engine, pieces, strips, dpi, scale) for scale in _SCALES]
    return [
        (piece.line, _printed(_moved(word, piece.x0 - strip.start, strip.top), lines[piece.line]))
        for piece, strip, words in zip(pieces, strips, map(_best, *tries), strict=True)
        for word in words
        if any(map(str.isalnum, word.text)) and word.surety >= _least_surety(word)
    ]


def _least_surety(word: ReadWord) -> float:
    """Return how sure a word must be: a number less than what hardly anybody prints by itself."""
    return _SURE if _NUMBER.fullmatch(_NOT_A_STOP.sub(".", word.text)) else _SURER


def _read_strips(
    engine: Engine, pieces: Sequence[Piece], strips: Sequence[_Strip], dpi: int, scale: float
) -> list[list[ReadWord]]:
    """Return the words of each piece, placed on its strip, which is read at a scale."""
    pictures = [
        picture.resize(
            (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
        )
        for picture in (Image.fromarray(strip.grey) for strip in strips)
    ]
    pages = lines_of(read_lines(engine, pictures, dpi))
    return [
        [
            word
            for line in page
            for word in (_scaled(word, 1 / scale) for word in line.words)
            if strip.start <= (word.x0 + word.x1) / 2 < strip.start + piece.x1 - piece.x0
        ]
        for piece, strip, page in zip(pieces, strips, pages, strict=True)
    ]


def _best(*tries: list[ReadWord]) -> list[ReadWord]:
    """Return the reading that is a number of a paragraph, or else the surest."""

    def worth(words: list[ReadWord]) -> tuple[bool, float]:
        text = " ".join(word.text for word in words)
        return bool(_NUMBER.fullmatch(text)), min((word.surety for word in words), default=0.0)

    return max(tries, key=worth)


def _scaled(word: ReadWord, by: float) -> ReadWord:
    """Return a word as it stands on a larger or smaller picture."""
    return word._replace(
        x0=word.x0 * by, top=word.top * by, x1=word.x1 * by, bottom=word.bottom * by
    )


def _printed(word: ReadWord, line: ReadLine) -> ReadWord:
    """Return a word as printed: no number before a line has a colon or a hyphen, but a stop."""
    if word.x1 > line.words[0].x0:
        return word
    return word._replace(text=_NOT_A_STOP.sub(".", word.text))


def _moved(word: ReadWord, right: int, down: int) -> ReadWord:
    """Return a word as it stands on the page."""
    x0, x1 = word.x0 + right, word.x1 + right
    return word._replace(x0=x0, top=word.top + down, x1=x1, bottom=word.bottom + down)


def _strip(grey: Any, piece: Piece, line: ReadLine) -> _Strip:
    """Return a piece and the words beside it as one picture."""
    pad, reach = round(_PAD * line.size), round(_REACH * line.size)
    top = max(0, min(piece.top, round(line.baseline - ABOVE * line.size)) - pad)
    bottom = max(piece.bottom, round(line.baseline + BELOW * line.size)) + pad
    own = grey[top:bottom, piece.x0 : piece.x1]
    left, right = round(line.words[0].x0), round(line.words[-1].x1)
    paper = np.full((own.shape[0], pad), paper_of(grey), dtype=np.uint8)
    if piece.x1 <= left:
        beside = grey[top:bottom, left : min(right, left + reach)]
        return _Strip(np.hstack((paper, own, paper, beside, paper)), pad, top)
    beside = grey[top:bottom, max(left, right - reach) : min(right, piece.x0)]
    start = 2 * pad + beside.shape[1]
    return _Strip(np.hstack((paper, beside, paper, own, paper)), start, top)
