"""Ink beside the lines that Tesseract read and left unread: numbers in the margin, lone figures.

Tesseract takes a lone figure far from other text for a speck. Each piece of ink on the level of a
line that no word covers is read again, by itself.
"""

from collections.abc import Sequence
from typing import Any

from csp_extract.read.ocr.bullets import bullet_of, cut, is_bullet, leads
from csp_extract.read.ocr.engine import Engine
from csp_extract.read.ocr.hocr import ReadLine, ReadWord
from csp_extract.read.ocr.margin import without_margin
from csp_extract.read.ocr.strips import read_pieces
from csp_extract.read.ocr.unread import is_letter, unread_pieces

_MANY = 60  # pieces on a page: not lone figures but a picture


def with_gaps_read(
    engine: Engine, grey: Any, ink: Any, lines: Sequence[ReadLine], dpi: int
) -> list[ReadLine]:
    """Return the lines with what was left unread beside them, and numbers in the margin read anew.

    Raises:
        OcrError: the program failed.
    """
    rest, margin = without_margin(lines)
    pieces = list(unread_pieces(ink, rest))
    bullets = [piece for piece in pieces if is_bullet(cut(ink, piece))]
    others = [piece for piece in pieces if piece not in bullets and is_letter(piece, rest)]
    found = [(piece.line, bullet_of(piece)) for piece in bullets if leads(piece, rest)]
    if others and len(others) <= _MANY:
        found += read_pieces(engine, grey, others, rest, dpi)
    # What was read the first time, and the second time not at all, stays as it was.
    found += [
        (at, word) for at, word in margin if not any(_same_place(word, other) for _, other in found)
    ]
    added: dict[int, list[ReadWord]] = {}
    for at, word in found:
        added.setdefault(at, []).append(word)
    return [
        line._replace(words=tuple(sorted((*line.words, *added[at]), key=lambda word: word.x0)))
        if at in added
        else line
        for at, line in enumerate(rest)
    ]


def _same_place(left: ReadWord, right: ReadWord) -> bool:
    """Return whether two words cover one another's middles."""
    middle = (left.x0 + left.x1) / 2
    return right.x0 <= middle <= right.x1 and right.top < left.bottom and left.top < right.bottom
