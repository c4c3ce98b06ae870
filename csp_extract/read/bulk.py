"""PDFium's calls for one character or one object, made for many at once.

PDFium has no call that gives the boxes of a whole page. The least that Python can spend is a
``map`` over the bare function, with arguments that need no conversion: pointers made beforehand,
and plain numbers.
"""

import ctypes
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

Column = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Matrix = tuple[float, float, float, float]
Colour = tuple[int, int, int]

_AT_ONCE = 1024  # rows of numbers that are written before they are taken; few pages need more


class Boxes(NamedTuple):
    """Boxes as columns; in a PDF's own coordinates ``y`` goes up from the foot of the page."""

    x0: Column
    y0: Column
    x1: Column
    y1: Column


class _Rows(NamedTuple):
    """Rows of numbers for functions of PDFium's to write, and columns of pointers to write by."""

    numbers: Any
    pointers: tuple[Sequence[Any], ...]


def address_of(handle: Any) -> int:
    """Return the address of a handle or a function of PDFium's."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def pointer_to(handle: Any) -> Any:
    """Return a handle of PDFium's as bare functions take it without conversion."""
    return ctypes.byref(handle.contents)


def bare(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a function of PDFium's that takes pointers, and numbers that are no addresses.

    Where it is to take addresses, its arguments are declared, and it costs half as much again.
    """
    # such a call keeps Python's lock, which it would cost an eighth more to give away and take back
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


_loose_box = bare(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_int)
_matrix = bare(pdfium_c.FPDFText_GetMatrix, ctypes.c_int)
_origin = bare(pdfium_c.FPDFText_GetCharOrigin, ctypes.c_int)
_colour = bare(pdfium_c.FPDFText_GetFillColor, ctypes.c_int)
_font_size = bare(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
_text_object = bare(pdfium_c.FPDFText_GetTextObject, ctypes.c_size_t)
_font = bare(pdfium_c.FPDFTextObj_GetFont, ctypes.c_size_t, ctypes.c_void_p)
_mode = bare(pdfium_c.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)


@cache
def _rows(kind: str, width: int, pointers: int) -> _Rows:
    """Return rows of so many numbers, with a pointer to each row or one to each of its numbers."""
    numbers = np.zeros((_AT_ONCE, width), dtype=kind)
    buffer = (ctypes.c_char * numbers.nbytes).from_buffer(numbers.data)
    step, size = numbers.strides
    columns = (
        [ctypes.byref(buffer, row * step + at * size) for row in range(_AT_ONCE)]
        for at in range(pointers)
    )
    return _Rows(numbers, tuple(columns))


def asked(
    function: Any, things: Sequence[Any], row: tuple[str, int], pointers: int = 1, *of: Any
) -> tuple[Any, list[int]]:
    """Return what a function writes for each thing, a row of numbers, and what it returns.

    ``row`` is the sort of the numbers and how many there are; the function takes one pointer to all
    of them, or one to each. ``of`` is what it takes before each thing.
    """
    rows = _rows(*row, pointers)
    written: list[Any] = []
    returned: list[int] = []
    for start in range(0, len(things), _AT_ONCE):
        some = things[start : start + _AT_ONCE]
        rows.numbers[: len(some)] = 0
        returned += map(function, *map(repeat, of), some, *rows.pointers)
        written.append(rows.numbers[: len(some)].copy())
    return np.concatenate(written or [rows.numbers[:0]]), returned


def boxes_of(textpage: Any, firsts: Sequence[int], lasts: Sequence[int]) -> Boxes:
    """Return the boxes from first to last characters in the PDF's own coordinates."""
    characters = firsts if firsts is lasts else [*firsts, *lasts]
    rows, _ = asked(_loose_box, characters, ("f4", 4), 1, textpage)
    rows = rows.astype(np.float64)
    first, last = rows[: len(firsts)], rows[len(characters) - len(lasts) :]
    low, high = np.minimum(first, last), np.maximum(first, last)
    # the order of a row is left, top, right, bottom
    return Boxes(low[:, 0], low[:, 3], high[:, 2], high[:, 1])


def text_objects(textpage: Any, indexes: Sequence[int]) -> list[int]:
    """Return the address of the text object of each character; 0 where it has none."""
    return list(map(_text_object, repeat(textpage), indexes))


def matrices_of(textpage: Any, indexes: Sequence[int]) -> list[Matrix | None]:
    """Return how letters are stretched and turned: ``a b c d`` of their matrix, or nothing."""
    rows, has = asked(_matrix, indexes, ("f4", 6), 1, textpage)
    return [(*row,) if own else None for row, own in zip(rows[:, :4].tolist(), has, strict=True)]


def baselines_of(textpage: Any, indexes: Sequence[int]) -> list[float]:
    """Return the height at which characters stand, in the PDF's own coordinates."""
    rows, _ = asked(_origin, indexes, ("f8", 2), 2, textpage)
    heights: list[float] = rows[:, 1].tolist()
    return heights


def colours_of(textpage: Any, indexes: Sequence[int]) -> list[Colour | None]:
    """Return the red, green and blue that letters are filled with, if they are filled."""
    rows, has = asked(_colour, indexes, ("u4", 4), 4, textpage)
    return [(*row,) if own else None for row, own in zip(rows[:, :3].tolist(), has, strict=True)]


def font_sizes_of(textpage: Any, indexes: Sequence[int]) -> list[float]:
    """Return the sizes of the fonts of characters, before any matrix."""
    return list(map(_font_size, repeat(textpage), indexes))


def fonts_of(text_objects: Iterable[int]) -> list[int]:
    """Return the addresses of the fonts of text objects; 0 where there is none."""
    return list(map(_font, text_objects))


def modes_of(text_objects: Iterable[int]) -> list[int]:
    """Return how text objects are painted: filled, stroked, not at all."""
    return list(map(_mode, text_objects))
