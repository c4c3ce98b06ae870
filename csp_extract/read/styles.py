"""How the characters of a page are printed, asked once for each text object and font."""

import ctypes
import re
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium_c

from csp_extract.read.bulk import font_of, text_objects
from csp_extract.read.glyphs import is_dingbat_font

_BOLD_FROM = 600  # font weight
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|semibold", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
_FORCE_BOLD_FLAG = 1 << 18
_INVISIBLE = pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
_WHITE, _BLACK = 250, 90  # each of red, green and blue at least, at most
_GREY = (128, 128, 128)
_LEVEL = 0.01  # how far a line may climb and still be level, in parts of its length


class Font(NamedTuple):
    """What a font says of all its letters."""

    is_bold: bool
    is_italic: bool
    is_dingbat: bool


class Style(NamedTuple):
    """How a text object is printed; it is one line, or less."""

    size: float
    font: Font
    is_invisible: bool
    is_white: bool
    is_dark: bool
    quarters: int  # quarter turns against the clock from level, on the page as stored; -1 for none
    baseline: float  # in the PDF's own coordinates, of upright text

    @property
    def is_upright(self) -> bool:
        """Whether the letters stand upright on the page as stored."""
        return self.quarters == 0


class Styles:
    """The styles of one page."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, address: int) -> None:
        self.textpage = textpage
        self.address = address  # of the text page
        self.known: dict[int, Style] = {}
        self.fonts: dict[int, Font] = {}
        self.name = ctypes.create_string_buffer(256)
        self.matrix = pdfium_c.FS_MATRIX()
        self.colour = [ctypes.c_uint() for _ in range(4)]
        self.x, self.y = ctypes.c_double(), ctypes.c_double()

    def at(self, index: int) -> Style:
        """Return how a character is printed."""
        return self.of(text_objects(self.address, [index])[0], index)

    def of(self, text_object: int, index: int) -> Style:
        """Return how a text object is printed, of which ``index`` is a character."""
        style = self.known.get(text_object)
        if style is None:
            style = self.known[text_object] = self._read(text_object, index)
        return style

    def _read(self, text_object: int, index: int) -> Style:
        """Return the style of a text object, or of a character that has none."""
        font_address = font_of(text_object) if text_object else 0
        font = self.fonts.get(font_address)
        if font is None:
            font = self.fonts[font_address] = self._font(index)
        size, quarters = self._size(index)
        light = self._light(index)
        pdfium_c.FPDFText_GetCharOrigin(self.textpage, index, self.x, self.y)
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(
            ctypes.cast(text_object, pdfium_c.FPDF_PAGEOBJECT)
        )
        return Style(
            size,
            font,
            mode == _INVISIBLE,
            min(light) >= _WHITE,
            max(light) <= _BLACK,
            quarters,
            self.y.value,
        )

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
        )

    def _size(self, index: int) -> tuple[float, int]:
        """Return the printed size, and by how many quarters the letters are turned.

        The printed size is the font's own times the scale of its matrix.
        """
        matrix = self.matrix
        size = float(pdfium_c.FPDFText_GetFontSize(self.textpage, index))
        if not pdfium_c.FPDFText_GetMatrix(self.textpage, index, matrix):
            return round(size, 2), -1
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        size *= (c * c + d * d) ** 0.5 or 1.0
        return round(size, 2), _quarters(a, b, c, d)

    def _light(self, index: int) -> tuple[int, int, int]:
        """Return the colour that a character is filled with: red, green and blue; else a grey."""
        red, green, blue, alpha = self.colour
        if pdfium_c.FPDFText_GetFillColor(self.textpage, index, red, green, blue, alpha):
            return red.value, green.value, blue.value
        return _GREY


def _quarters(a: float, b: float, c: float, d: float) -> int:
    """Return the quarter turns of a matrix against the clock; -1 where it is mirrored or slants."""
    if a * d - b * c <= 0:
        return -1
    if abs(b) <= _LEVEL * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= _LEVEL * abs(b):
        return 1 if b > 0 else 3
    return -1
