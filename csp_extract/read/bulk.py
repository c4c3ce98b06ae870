"""PDFium's calls for one character, made for many at once.

PDFium has no call that gives the boxes of a whole page. The least that Python can spend is a
``map`` over the bare function, with addresses of a buffer where pointers would be made.
"""

import ctypes
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

Column = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Matrix = tuple[float, float, float, float]
Colour = tuple[int, int, int]


class Boxes(NamedTuple):
    """Boxes as columns; in a PDF's own coordinates ``y`` goes up from the foot of the page."""

    x0: Column
    y0: Column
    x1: Column
    y1: Column


def address_of(handle: Any) -> int:
    """Return the address of a handle or a function of PDFium's."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def bare(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a function of PDFium's that takes addresses as plain numbers."""
    # such a call keeps Python's lock, which it would cost an eighth more to give away and take back
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


_CHARACTER = (ctypes.c_void_p, ctypes.c_int)  # a text page and an index
_loose_box = bare(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_int, *_CHARACTER, ctypes.c_void_p)
_matrix = bare(pdfium_c.FPDFText_GetMatrix, ctypes.c_int, *_CHARACTER, ctypes.c_void_p)
_origin = bare(pdfium_c.FPDFText_GetCharOrigin, ctypes.c_int, *_CHARACTER, *[ctypes.c_void_p] * 2)
_colour = bare(pdfium_c.FPDFText_GetFillColor, ctypes.c_int, *_CHARACTER, *[ctypes.c_void_p] * 4)
_font_size = bare(pdfium_c.FPDFText_GetFontSize, ctypes.c_double, *_CHARACTER)
_text_object = bare(pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p, *_CHARACTER)
_font = bare(pdfium_c.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_mode = bare(pdfium_c.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)


def _asked(
    function: Any, textpage: int, indexes: Sequence[int], row: tuple[Any, int], pointers: int = 1
) -> tuple[Any, list[int]]:
    """Return what a function writes for each character, a row of numbers, and what it returns.

    ``row`` is the sort of the numbers and how many there are; the function takes one pointer to all
    of them, or one to each.
    """
    kind, width = row
    rows = np.zeros((len(indexes), width), dtype=kind)
    start, (step, size) = rows.ctypes.data, rows.strides
    end = start + step * len(indexes)
    places = [range(start + at * size, end + at * size, step) for at in range(pointers)]
    return rows, list(map(function, repeat(textpage), indexes, *places))


def boxes_of(textpage: int, firsts: Sequence[int], lasts: Sequence[int]) -> Boxes:
    """Return the boxes from first to last characters in the PDF's own coordinates."""
    characters = firsts if firsts is lasts else [*firsts, *lasts]
    rows, _ = _asked(_loose_box, textpage, characters, (np.float32, 4))
    rows = rows.astype(np.float64)
    first, last = rows[: len(firsts)], rows[len(characters) - len(lasts) :]
    low, high = np.minimum(first, last), np.maximum(first, last)
    # the order of a row is left, top, right, bottom
    return Boxes(low[:, 0], low[:, 3], high[:, 2], high[:, 1])


def text_objects(textpage: int, indexes: Sequence[int]) -> list[int]:
    """Return the address of the text object of each character; 0 where it has none."""
    return [found or 0 for found in map(_text_object, repeat(textpage), indexes)]


def matrices_of(textpage: int, indexes: Sequence[int]) -> list[Matrix | None]:
    """Return how letters are stretched and turned: ``a b c d`` of their matrix, or nothing."""
    rows, has = _asked(_matrix, textpage, indexes, (np.float32, 6))
    return [(*row,) if own else None for row, own in zip(rows[:, :4].tolist(), has, strict=True)]


def baselines_of(textpage: int, indexes: Sequence[int]) -> list[float]:
    """Return the height at which characters stand, in the PDF's own coordinates."""
    rows, _ = _asked(_origin, textpage, indexes, (np.float64, 2), pointers=2)
    heights: list[float] = rows[:, 1].tolist()
    return heights


def colours_of(textpage: int, indexes: Sequence[int]) -> list[Colour | None]:
    """Return the red, green and blue that letters are filled with, if they are filled."""
    rows, has = _asked(_colour, textpage, indexes, (np.uint32, 4), pointers=4)
    return [(*row,) if own else None for row, own in zip(rows[:, :3].tolist(), has, strict=True)]


def font_sizes_of(textpage: int, indexes: Sequence[int]) -> list[float]:
    """Return the sizes of the fonts of characters, before any matrix."""
    return list(map(_font_size, repeat(textpage), indexes))


def fonts_of(text_objects: Iterable[int]) -> list[int]:
    """Return the addresses of the fonts of text objects; 0 where there is none."""
    return [_font(own) or 0 if own else 0 for own in text_objects]


def modes_of(text_objects: Iterable[int]) -> list[int]:
    """Return how text objects are painted: filled, stroked, not at all."""
    return list(map(_mode, text_objects))
