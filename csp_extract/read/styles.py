"""How the characters of a page are printed, asked once for each text object and font."""

import ctypes
import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium_c

from csp_extract.read.bulk import (
    Colour,
    Matrix,
    baselines_of,
    colours_of,
    font_sizes_of,
    fonts_of,
    matrices_of,
    modes_of,
    text_objects,
)
from csp_extract.read.glyphs import is_dingbat_font

_BOLD_FROM = 600  # font weight
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|semibold", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
_FORCE_BOLD_FLAG = 1 << 18
_INVISIBLE = pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
_WHITE, _BLACK = 250, 90  # each of red, green and blue at least, at most
_LEVEL = 0.01  # how far a line may climb and still be level, in parts of its length


class Font(NamedTuple):
    """What a font says of all its letters."""

    is_bold: bool
    is_italic: bool
    is_dingbat: bool
    name: str


class Ink(Enum):
    """How letters stand out from paper."""

    INVISIBLE = auto()
    WHITE = auto()
    DARK = auto()
    OTHER = auto()


class Style(NamedTuple):
    """How a text object is printed; it is one line, or less."""

    size: float
    font: Font
    ink: Ink
    quarters: int  # quarter turns against the clock from level, on the page as stored; -1 for none
    baseline: float  # in the PDF's own coordinates, of upright text

    @property
    def is_upright(self) -> bool:
        """Whether the letters stand upright on the page as stored."""
        return self.quarters == 0


class Styles:
    """The styles of one page."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, pointer: Any) -> None:
        self.textpage = textpage
        self.pointer = pointer  # to the text page
        self.known: dict[int, Style] = {}
        self.fonts: dict[int, Font] = {}
        self.name = ctypes.create_string_buffer(256)

    def of(self, indexes: Sequence[int]) -> list[Style]:
        """Return how characters are printed."""
        owners = text_objects(self.pointer, indexes)
        # backwards, for the last that is set stays: an object is asked about by its first character
        firsts = dict(zip(reversed(owners), reversed(indexes), strict=True))
        new = [own for own in firsts if own not in self.known]
        if new:
            self._learn(new, [firsts[own] for own in new])
        return list(map(self.known.__getitem__, owners))

    def _learn(self, text_objects: Sequence[int], indexes: Sequence[int]) -> None:
        """Read the styles of text objects, or of characters that have none."""
        fonts = fonts_of(text_objects)
        for font, index in zip(fonts, indexes, strict=True):
            if font not in self.fonts:
                self.fonts[font] = self._font(index)
        turned = map(
            _turned, font_sizes_of(self.pointer, indexes), matrices_of(self.pointer, indexes)
        )
        sizes, quarters = zip(*turned, strict=True)
        rows = zip(
            sizes,
            map(self.fonts.__getitem__, fonts),
            map(_ink, modes_of(text_objects), colours_of(self.pointer, indexes)),
            quarters,
            baselines_of(self.pointer, indexes),
            strict=True,
        )
        self.known.update(zip(text_objects, map(tuple.__new__, repeat(Style), rows), strict=True))

    def _font(self, index: int) -> Font:
        """Return the font of a character."""
        flags = ctypes.c_int(0)
        pdfium_c.FPDFText_GetFontInfo(self.textpage, index, self.name, 256, flags)
        name = self.name.value.decode("utf-8", "replace")
        weight = pdfium_c.FPDFText_GetFontWeight(self.textpage, index)
        is_bold = weight >= _BOLD_FROM or bool(_BOLD_NAME.search(name))
        return Font(
            is_bold=is_bold or bool(flags.value & _FORCE_BOLD_FLAG),
            is_italic=bool(flags.value & _ITALIC_FLAG) or bool(_ITALIC_NAME.search(name)),
            is_dingbat=is_dingbat_font(name),
            name=name,
        )


@lru_cache(maxsize=256)
def _ink(mode: int, colour: Colour | None) -> Ink:
    """Return how letters of a colour stand out, painted in one of PDFium's modes."""
    if mode == _INVISIBLE:
        return Ink.INVISIBLE
    if colour is None:
        return Ink.OTHER
    if min(colour) >= _WHITE:
        return Ink.WHITE
    return Ink.DARK if max(colour) <= _BLACK else Ink.OTHER


@lru_cache(maxsize=1024)
def _turned(size: float, matrix: Matrix | None) -> tuple[float, int]:
    """Return the printed size of letters, and by how many quarters they are turned.

    The printed size is the font's own times the scale of its matrix.
    """
    if matrix is None:
        return round(size, 2), -1
    a, b, c, d = matrix
    return round(size * ((c * c + d * d) ** 0.5 or 1.0), 2), _quarters(a, b, c, d)


def _quarters(a: float, b: float, c: float, d: float) -> int:
    """Return the quarter turns of a matrix against the clock; -1 where it is mirrored or slants."""
    if a * d - b * c <= 0:
        return -1
    if abs(b) <= _LEVEL * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= _LEVEL * abs(b):
        return 1 if b > 0 else 3
    return -1
