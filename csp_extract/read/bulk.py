"""PDFium's calls for one character, made for many at once.

PDFium has no call that gives the boxes of a whole page. The least that Python can spend is a
``map`` over the bare function, with addresses of a buffer where pointers would be made.
"""

import ctypes
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium_c

Box = tuple[float, float, float, float]

_BOX_BYTES = 16  # left, top, right, bottom, four bytes each


def address_of(handle: Any) -> int:
    """Return the address of a handle or a function of PDFium's."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _bare(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a function of PDFium's that takes addresses as plain numbers."""
    return ctypes.CFUNCTYPE(result, *arguments)(address_of(function))


_loose_box = _bare(
    pdfium_c.FPDFText_GetLooseCharBox,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_void_p,
)
_text_object = _bare(
    pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int
)
_font = _bare(pdfium_c.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)


def boxes_of(textpage: int, firsts: Sequence[int], lasts: Sequence[int]) -> list[Box]:
    """Return ``(x0, y0, x1, y1)`` in the PDF's own coordinates from first to last characters."""
    count = len(firsts)
    buffer = np.zeros((2 * count, 4), dtype=np.float32)
    start = buffer.ctypes.data
    places = range(start, start + 2 * count * _BOX_BYTES, _BOX_BYTES)
    for _ in map(_loose_box, repeat(textpage), [*firsts, *lasts], places):
        pass
    first, last = buffer[:count], buffer[count:]
    low, high = np.minimum(first, last), np.maximum(first, last)
    # the buffer's order is left, top, right, bottom
    return list(
        zip(
            low[:, 0].tolist(),
            low[:, 3].tolist(),
            high[:, 2].tolist(),
            high[:, 1].tolist(),
            strict=True,
        )
    )


def text_objects(textpage: int, indexes: Sequence[int]) -> list[int]:
    """Return the address of the text object of each character; 0 where it has none."""
    return [found or 0 for found in map(_text_object, repeat(textpage), indexes)]


def font_of(text_object: int) -> int:
    """Return the address of a text object's font."""
    return _font(text_object) or 0
