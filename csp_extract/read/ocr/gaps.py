"""Ink beside the lines that Tesseract read and left unread: numbers in the margin, lone figures.

Tesseract takes a lone figure far from other text for a speck. Each piece of ink on the level of a
line that no word covers is read again, by itself.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from csp_extract.read.glyphs import BULLET
from csp_extract.read.ocr.engine import Engine, read_lines
from csp_extract.read.ocr.hocr import ReadLine, ReadWord, lines_of
from csp_extract.read.ocr.ink import paper_of, runs_of

# In parts of the size of the line's font.
_ABOVE, _BELOW = 0.85, 0.25  # a line's reach from its baseline
_SPACE = 0.2  # the least between two words
_APART = 0.5  # a wider gap parts two pieces
_LOW = 0.35  # lower pieces are dots and dashes
_PAD = 0.4  # of paper around a piece
_REACH = 12.0  # of the words that are read with it
_BULLET_LEAST, _BULLET_MOST = 0.13, 0.62
_SOLID = 0.66  # of its box, for a disc fills 0.79 and a square all of it
_SQUARE = 1.5  # a bullet's longer side by its shorter at most
_MIDDLE = 0.3  # of small letters above the baseline
_LEVEL = 0.3  # how far the baselines of one line differ
_MARGIN = 8.0  # from a number in the margin to its paragraph
_WIDE = 1.0  # the least gap between the two
_CERTAIN = 0.94  # read so surely that a second reading gains nothing
_SHORT = 6  # letters of a number in the margin at most: "4.12.3"
_MANY = 60  # pieces on a page: not lone figures but a picture
_SURE, _SURER = 0.4, 0.8
# A small figure is read at one size and not at another. Of 70 pieces of the corpus, 52 and 53 were
# right at each of these, and 59 at the better of both.
_SCALES = (0.8, 1.0)
_LABEL = r"(?:[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]{1,4})"
_NUMBER = re.compile(rf"\({_LABEL}\)|{_LABEL}[.)]?")
_NOT_A_STOP = re.compile(r"(?<=\d)[:;,·-](?=\d)")  # as a stop between figures is often read


class Piece(NamedTuple):
    """Unread ink on the level of a line: half-open pixels."""

    line: int
    x0: int
    top: int
    x1: int
    bottom: int


class _Strip(NamedTuple):
    """A piece and the words beside it as one picture; where in it the piece begins."""

    grey: Any
    start: int  # column of the strip
    top: int  # row of the page


def with_gaps_read(
    engine: Engine, grey: Any, ink: Any, lines: Sequence[ReadLine], dpi: int
) -> list[ReadLine]:
    """Return the lines with what was left unread beside them, and numbers in the margin read anew.

    Raises:
        OcrError: the program failed.
    """
    rest, margin = _without_margin(lines)
    pieces = list(_pieces(ink, rest))
    bullets = [piece for piece in pieces if is_bullet(_cut(ink, piece))]
    others = [piece for piece in pieces if piece not in bullets and _is_letter(piece, rest)]
    found = [(piece.line, _bullet(piece)) for piece in bullets if _leads(piece, rest)]
    if others and len(others) <= _MANY:
        found += _read(engine, grey, others, rest, dpi)
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


def _without_margin(
    lines: Sequence[ReadLine],
) -> tuple[list[ReadLine], list[tuple[int, ReadWord]]]:
    """Return lines without what hangs in their margins, and that, each with its line's place."""
    parted = [_parted(line) for line in lines]
    rest = [line for _, line in parted if line.words and not _stands_alone(line, lines)]
    margin = [word for words, _ in parted for word in words]
    margin += [word for _, line in parted if _stands_alone(line, lines) for word in line.words]
    return rest, [(_nearest(rest, word), word) for word in margin]


def _parted(line: ReadLine) -> tuple[tuple[ReadWord, ...], ReadLine]:
    """Return the number that hangs before a line, doubtfully read, and the line."""
    for at, (left, right) in enumerate(pairwise(line.words[:3]), 1):
        is_short = sum(len(word.text) for word in line.words[:at]) <= _SHORT
        if is_short and right.x0 - left.x1 > _WIDE * line.size:
            if min(word.surety for word in line.words[:at]) < _CERTAIN:
                return line.words[:at], line._replace(words=line.words[at:])
            break
    return (), line


def _stands_alone(line: ReadLine, lines: Sequence[ReadLine]) -> bool:
    """Return whether a line is a short word in the margin of another one, doubtfully read."""
    if len(line.words) != 1 or len(line.words[0].text) > _SHORT:
        return False
    (word,) = line.words
    return word.surety < _CERTAIN and any(
        abs(other.baseline - line.baseline) <= _LEVEL * max(line.size, other.size)
        and 0 < other.words[0].x0 - word.x1 <= _MARGIN * other.size
        and len(other.words) > 1
        for other in lines
        if other.words
    )


def _same_place(left: ReadWord, right: ReadWord) -> bool:
    """Return whether two words cover one another's middles."""
    middle = (left.x0 + left.x1) / 2
    return right.x0 <= middle <= right.x1 and right.top < left.bottom and left.top < right.bottom


def is_bullet(ink: Any) -> bool:
    """Return whether ink in its box is a solid disc or square."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return False
    height, width = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return bool(max(height, width) <= _SQUARE * min(height, width) and box.mean() >= _SOLID)


def _pieces(ink: Any, lines: Sequence[ReadLine]) -> Iterator[Piece]:
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
        top = max(0, round(line.baseline - _ABOVE * line.size))
        bottom = min(len(ink), round(line.baseline + _BELOW * line.size))
        columns = free[top:bottom].sum(axis=0) > 0
        for x0, x1 in _joined(runs_of(columns), _APART * line.size):
            rows = np.flatnonzero(free[top:bottom, x0:x1].any(axis=1))
            first, last = top + int(rows[0]), top + int(rows[-1]) + 1
            near = _nearest(lines, ReadWord("", x0, top, x1, bottom, 0.0))
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


def _nearest(lines: Sequence[ReadLine], word: ReadWord) -> int:
    """Return the line that a word stands next to: on its level if one is, and near it."""

    def far(at: int) -> tuple[bool, float]:
        line = lines[at]
        middle = line.baseline - _MIDDLE * line.size
        left, right = line.words[0].x0, line.words[-1].x1
        is_level = word.top <= middle <= word.bottom
        return not is_level, max(left - word.x1, word.x0 - right, 0.0)

    return min(range(len(lines)), key=far)


def _is_letter(piece: Piece, lines: Sequence[ReadLine]) -> bool:
    """Return whether a piece is as high as a letter."""
    return piece.bottom - piece.top >= _LOW * lines[piece.line].size


def _leads(piece: Piece, lines: Sequence[ReadLine]) -> bool:
    """Return whether a piece has the size of a bullet and stands before its line."""
    line = lines[piece.line]
    side = max(piece.bottom - piece.top, piece.x1 - piece.x0)
    is_right = _BULLET_LEAST * line.size <= side <= _BULLET_MOST * line.size
    return is_right and piece.x1 <= line.words[0].x0


def _bullet(piece: Piece) -> ReadWord:
    """Return a bullet as a word."""
    return ReadWord(BULLET, piece.x0, piece.top, piece.x1, piece.bottom, 1.0)


def _cut(pixels: Any, piece: Piece) -> Any:
    """Return the part of a picture that a piece covers."""
    return pixels[piece.top : piece.bottom, piece.x0 : piece.x1]


def _read(
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
    top = max(0, min(piece.top, round(line.baseline - _ABOVE * line.size)) - pad)
    bottom = max(piece.bottom, round(line.baseline + _BELOW * line.size)) + pad
    own = grey[top:bottom, piece.x0 : piece.x1]
    left, right = round(line.words[0].x0), round(line.words[-1].x1)
    paper = np.full((own.shape[0], pad), paper_of(grey), dtype=np.uint8)
    if piece.x1 <= left:
        beside = grey[top:bottom, left : min(right, left + reach)]
        return _Strip(np.hstack((paper, own, paper, beside, paper)), pad, top)
    beside = grey[top:bottom, max(left, right - reach) : min(right, piece.x0)]
    start = 2 * pad + beside.shape[1]
    return _Strip(np.hstack((paper, beside, paper, own, paper)), start, top)
