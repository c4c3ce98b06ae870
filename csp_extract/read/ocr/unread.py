"""Pieces of ink on the level of a line that none of its words covers."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from csp_extract.read.ocr.hocr import ReadLine, ReadWord
from csp_extract.read.ocr.ink import runs_of

# In parts of the size of the line's font.
ABOVE, BELOW = 0.85, 0.25  # a line's reach from its baseline
_SPACE = 0.2  # the least between two words
_APART = 0.5  # a wider gap parts two pieces
_LOW = 0.35  # lower pieces are dots and dashes
_MIDDLE = 0.3  # of small letters above the baseline


class Piece(NamedTuple):
    """Unread ink on the level of a line: half-open pixels."""

    line: int
    x0: int
    top: int
    x1: int
    bottom: int


def unread_pieces(ink: Any, lines: Sequence[ReadLine]) -> Iterator[Piece]:
    """Yield the pieces of ink on the level of lines that no word covers."""
    free = ink.copy()
    for line in lines:
        for word in line.words:
            edge = round(0.12 * line.size)
            free[
                max(0, int(word.top) - edge) : int(word.bottom) + edge,
                max(0, int(word.x0) - edge) : int(word.x1) + edge,
            ] = False
    for line in lines:
        top = max(0, round(line.baseline - ABOVE * line.size))
        bottom = min(len(ink), round(line.baseline + BELOW * line.size))
        columns = free[top:bottom].sum(axis=0) > 0
        for x0, x1 in _joined(runs_of(columns), _APART * line.size):
            rows = np.flatnonzero(free[top:bottom, x0:x1].any(axis=1))
            first, last = top + int(rows[0]), top + int(rows[-1]) + 1
            near = nearest(lines, ReadWord("", x0, top, x1, bottom, 0.0))
            piece = Piece(near, x0, first, x1, last)
            free[top:bottom, x0:x1] = False
            if not _goes_on(free, piece, line.size) and _is_apart(piece, lines[near]):
                yield piece


def _joined(runs: Sequence[tuple[int, int]], gap: float) -> list[tuple[int, int]]:
    """Return runs, those joined that a small gap parts."""
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined and start - joined[-1][1] <= gap:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(free: Any, piece: Piece, size: float) -> bool:
    """Return whether the ink goes on above or below the line: a drawing, or a tall letter."""
    step = max(2, round(0.15 * size))
    above = free[max(0, piece.top - step) : piece.top, piece.x0 : piece.x1]
    below = free[piece.bottom : piece.bottom + step, piece.x0 : piece.x1]
    return bool(above.any() or below.any())


def _is_apart(piece: Piece, line: ReadLine) -> bool:
    """Return whether a space parts a piece from the words of its line: else it is part of one."""
    space = _SPACE * line.size
    return all(piece.x1 + space <= word.x0 or word.x1 + space <= piece.x0 for word in line.words)


def nearest(lines: Sequence[ReadLine], word: ReadWord) -> int:
    """Return the line that a word stands next to: on its level if one is, and near it."""

    def far(at: int) -> tuple[bool, float]:
        line = lines[at]
        middle = line.baseline - _MIDDLE * line.size
        left, right = line.words[0].x0, line.words[-1].x1
        is_level = word.top <= middle <= word.bottom
        return not is_level, max(left - word.x1, word.x0 - right, 0.0)

    return min(range(len(lines)), key=far)


def is_letter(piece: Piece, lines: Sequence[ReadLine]) -> bool:
    """Return whether a piece is as high as a letter."""
    return piece.bottom - piece.top >= _LOW * lines[piece.line].size
