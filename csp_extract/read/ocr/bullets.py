"""Bullets: solid discs and squares of ink before a line, which Tesseract takes for specks."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from csp_extract.read.glyphs import BULLET
from csp_extract.read.ocr.hocr import ReadLine, ReadWord
from csp_extract.read.ocr.unread import Piece

_LEAST, _MOST = 0.13, 0.62  # the side of a bullet, in parts of the size of the line's font
_SOLID = 0.66  # of its box, for a disc fills 0.79 and a square all of it
_SQUARE = 1.5  # a bullet's longer side by its shorter at most


def is_bullet(ink: Any) -> bool:
    """Return whether ink in its box is a solid disc or square."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return False
    height, width = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return bool(max(height, width) <= _SQUARE * min(height, width) and box.mean() >= _SOLID)


def leads(piece: Piece, lines: Sequence[ReadLine]) -> bool:
    """Return whether a piece has the size of a bullet and stands before its line."""
    line = lines[piece.line]
    side = max(piece.bottom - piece.top, piece.x1 - piece.x0)
    is_right = _LEAST * line.size <= side <= _MOST * line.size
    return is_right and piece.x1 <= line.words[0].x0


def bullet_of(piece: Piece) -> ReadWord:
    """Return a bullet as a word."""
    return ReadWord(BULLET, piece.x0, piece.top, piece.x1, piece.bottom, 1.0)


def cut(pixels: Any, piece: Piece) -> Any:
    """Return the part of a picture that a piece covers."""
    return pixels[piece.top : piece.bottom, piece.x0 : piece.x1]
