"""The words of a page with their places, from PDFium's text in bulk.

The text of the page is taken in one call and cut into words by one expression; only the first and
last character of each word are asked for their boxes, and fonts once for each text object.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium_c

from csp_extract.read.frame import Frame
from csp_extract.read.glyphs import HYPHEN_MARKS, SOFT_HYPHEN, clean_word, is_dingbat_font
from csp_extract.records import Word

_PIECE = re.compile(rf"[^\s{HYPHEN_MARKS}]+[{HYPHEN_MARKS}]?|[{HYPHEN_MARKS}]|\n")
_BOLD_FROM = 600  # font weight
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|semibold", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
_FORCE_BOLD_FLAG = 1 << 18
_INVISIBLE = pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
_WHITE = 250  # each of red, green and blue at least
# A line's words share top and bottom whatever their letters: the usual reach of a Latin font above
# and under its baseline, in parts of its size.
_ASCENT, _DESCENT = 0.8, 0.2
# The mark of a footnote: at most three small figures above the baseline, and what may follow.
_MARK_LENGTH = 3
_AFTER_MARK = ".,;:)"
_RAISED_SIZE, _RAISED_BY = 0.9, 0.2
_SAME_PLACE_PT = 1.0  # a word drawn again nearer than this is drawn twice to look bold


class Style(NamedTuple):
    """How a text object is printed."""

    size: float
    is_bold: bool
    is_italic: bool
    is_dingbat: bool
    is_invisible: bool
    is_white: bool
    is_upright: bool


class _Raw(NamedTuple):
    """A word as PDFium has it: half-open indexes of its text, and the reader's line."""

    text: str
    first: int
    last: int
    line: int
    is_hyphenated: bool


@dataclass
class PageWords:
    """The words of a page that a reader sees, and how many were set aside and why."""

    words: list[Word] = field(default_factory=list)
    invisible: int = 0
    white: list[Word] = field(default_factory=list)  # hidden unless they stand on a dark ground
    outside: int = 0
    doubled: int = 0


def words_of(page: pypdfium2.PdfPage, frame: Frame) -> PageWords:
    """Return the words of a page in stream order."""
    textpage = page.get_textpage()
    try:
        return _Collector(page, textpage, frame).collect()
    finally:
        textpage.close()


class _Collector:
    """Gathers the words of one page."""

    def __init__(
        self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, frame: Frame
    ) -> None:
        self.page = page  # PDFium crashes where the page goes before its text
        self.textpage = textpage
        self.frame = frame
        self.styles: dict[int, Style] = {}
        self.seen: dict[str, list[Word]] = {}
        self.box = pdfium_c.FS_RECTF()
        self.origin_x, self.origin_y = ctypes.c_double(), ctypes.c_double()
        self.found = PageWords()
        self.base = -1  # the first character of the last word that is no mark
        self.shift = 0  # lines that PDFium counted without a new line on the page

    def collect(self) -> PageWords:
        """Return what the page holds."""
        count = self.textpage.count_chars()
        if count <= 0:
            return self.found
        text = self.textpage.get_text_range(errors="replace")
        is_plain = len(text) == count
        for raw in _pieces(text):
            first, last = raw.first, raw.last
            if not is_plain:
                first, last = self._char_index(text, first), self._char_index(text, last)
            if first < 0 or last < 0:
                continue
            start, end = self._mark(raw.text, first) if is_plain else (0, 0)
            if start == end:
                self._add(raw, first, last)
            else:
                self._add_noted(raw, first, start, end)
        return self.found

    def _add_noted(self, raw: _Raw, first: int, start: int, end: int) -> None:
        """Keep a word that carries the mark of a footnote as two; full stops go to the word."""
        text = raw.text
        if start:
            self._add(raw._replace(text=text[:start] + text[end:]), first, first + start - 1)
        self._add(
            raw._replace(text=text[start:end]), first + start, first + end - 1, is_raised=True
        )

    def _mark(self, text: str, first: int) -> tuple[int, int]:
        """Return where the mark of a footnote stands in a word: small figures, raised.

        ``2018`` with a raised ``1`` would else read as 20181. The raised letters of ``8th`` belong
        to their word. Half-open; a mark that stands alone is raised above the word before it.
        """
        end = len(text.rstrip(_AFTER_MARK))
        if not text[:end][-1:].isdigit():
            return 0, 0
        start = end
        while start > 1 and text[start - 1].isdigit() and self._is_raised(first, first + start - 1):
            start -= 1
        if end <= _MARK_LENGTH and text[:end].isdigit() and self._is_raised(self.base, first):
            return 0, end
        return (start, end) if end - start <= _MARK_LENGTH else (0, 0)

    def _is_raised(self, base: int, index: int) -> bool:
        """Return whether a character is smaller than another, and stands higher beside it."""
        if base < 0:
            return False
        style, under = self._style(index), self._style(base)
        if style.size > _RAISED_SIZE * under.size or not (style.is_upright and under.is_upright):
            return False
        rise = self._baseline(index) - self._baseline(base)
        return _RAISED_BY * under.size < rise < under.size

    def _baseline(self, index: int) -> float:
        """Return the height of a character's baseline in the PDF's own coordinates."""
        pdfium_c.FPDFText_GetCharOrigin(self.textpage, index, self.origin_x, self.origin_y)
        return self.origin_y.value

    def _char_index(self, text: str, index: int) -> int:
        """Return PDFium's index of a character where surrogates or unmapped glyphs shift it."""
        units = index + sum(letter > "\uffff" for letter in text[:index])
        return int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(self.textpage, units))

    def _add(self, raw: _Raw, first: int, last: int, *, is_raised: bool = False) -> None:
        """Keep a word, or count it among those set aside."""
        style = self._style(first)
        text = clean_word(raw.text, is_dingbat=style.is_dingbat)
        if not text:
            return
        x0, top, x1, bottom = self._place(first, last, style)
        word = Word(
            text + "-" * raw.is_hyphenated,
            x0,
            top,
            x1,
            bottom,
            style.size,
            style.is_bold,
            style.is_italic,
            self._line(raw, x0, top + style.size),
            raw.is_hyphenated,
            is_raised,
        )
        if self._goes_on(word):
            return
        if not is_raised:
            self.base = first
        if style.is_invisible:
            self.found.invisible += 1
        if x1 <= 0 or bottom <= 0 or x0 >= self.frame.width or top >= self.frame.height:
            self.found.outside += 1
        elif self._is_doubled(word):
            self.found.doubled += 1
        else:
            if style.is_white:
                self.found.white.append(word)
            self.found.words.append(word)

    def _line(self, raw: _Raw, x0: float, bottom: float) -> int:
        """Return the line of a word; PDFium begins a new one after the mark of a footnote."""
        before = self.found.words[-2:]
        if len(before) == 2 and before[1].is_raised and raw.line - self.shift > before[1].line:
            base, mark = before
            is_beside = abs(base.bottom - bottom) < _SAME_PLACE_PT and x0 > mark.x0
            self.shift += is_beside
        return raw.line - self.shift

    def _goes_on(self, word: Word) -> bool:
        """Return whether this is the stop after a noted word, and put it where it belongs."""
        if word.text.strip(_AFTER_MARK) or len(self.found.words) < 2:
            return False
        base, mark = self.found.words[-2:]
        if not mark.is_raised or not 0 <= word.x0 - base.x1 < base.size + mark.x1 - mark.x0:
            return False
        self.found.words[-2] = base._replace(text=base.text + word.text)
        return True

    def _is_doubled(self, word: Word) -> bool:
        """Return whether the same word stands in the same place already."""
        others = self.seen.setdefault(word.text, [])
        is_doubled = any(
            abs(other.x0 - word.x0) < _SAME_PLACE_PT and abs(other.top - word.top) < _SAME_PLACE_PT
            for other in others
        )
        others.append(word)
        return is_doubled

    def _place(self, first: int, last: int, style: Style) -> tuple[float, float, float, float]:
        """Return the box from the first to the last character, as the reader sees the page.

        PDFium's loose boxes are as high as the letters; upright words are as high as their line.
        """
        box = self.box
        pdfium_c.FPDFText_GetLooseCharBox(self.textpage, first, box)
        x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
        if last != first:
            pdfium_c.FPDFText_GetLooseCharBox(self.textpage, last, box)
            x0, y0 = min(x0, box.left), min(y0, box.bottom)
            x1, y1 = max(x1, box.right), max(y1, box.top)
        if style.is_upright and pdfium_c.FPDFText_GetCharOrigin(
            self.textpage, first, self.origin_x, self.origin_y
        ):
            y0 = self.origin_y.value - _DESCENT * style.size
            y1 = self.origin_y.value + _ASCENT * style.size
        return self.frame.place(x0, y0, x1, y1)

    def _style(self, index: int) -> Style:
        """Return how a character is printed; asked once for each text object."""
        pointer = pdfium_c.FPDFText_GetTextObject(self.textpage, index)
        address = ctypes.cast(pointer, ctypes.c_void_p).value or 0
        style = self.styles.get(address)
        if style is None:
            style = self.styles[address] = self._read_style(pointer, index)
        return style

    def _read_style(self, pointer: Any, index: int) -> Style:
        """Return the style of a text object."""
        name, flags = self._font(index)
        weight = pdfium_c.FPDFText_GetFontWeight(self.textpage, index)
        size, is_upright = self._size(index)
        is_bold = weight >= _BOLD_FROM or bool(_BOLD_NAME.search(name))
        return Style(
            size=size,
            is_bold=is_bold or bool(flags & _FORCE_BOLD_FLAG),
            is_italic=bool(flags & _ITALIC_FLAG) or bool(_ITALIC_NAME.search(name)),
            is_dingbat=is_dingbat_font(name),
            is_invisible=bool(pointer)
            and pdfium_c.FPDFTextObj_GetTextRenderMode(pointer) == _INVISIBLE,
            is_white=self._is_white(index),
            is_upright=is_upright,
        )

    def _font(self, index: int) -> tuple[str, int]:
        """Return the name of a character's font, and its descriptor flags."""
        flags = ctypes.c_int(0)
        buffer = ctypes.create_string_buffer(256)
        pdfium_c.FPDFText_GetFontInfo(self.textpage, index, buffer, 256, flags)
        return buffer.value.decode("utf-8", "replace"), flags.value

    def _size(self, index: int) -> tuple[float, bool]:
        """Return the printed size, and whether the letters stand upright on the page as stored.

        The printed size is the font's own times the scale of its matrix.
        """
        matrix = pdfium_c.FS_MATRIX()
        size = float(pdfium_c.FPDFText_GetFontSize(self.textpage, index))
        if pdfium_c.FPDFText_GetMatrix(self.textpage, index, matrix):
            scale = (float(matrix.c) ** 2 + float(matrix.d) ** 2) ** 0.5
            size *= scale or 1.0
        is_upright = abs(matrix.b) < abs(matrix.a) and matrix.d > 0
        return round(size, 2), is_upright

    def _is_white(self, index: int) -> bool:
        """Return whether a character is filled with white."""
        red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
        is_known = pdfium_c.FPDFText_GetFillColor(self.textpage, index, red, green, blue, alpha)
        return bool(is_known) and min(red.value, green.value, blue.value) >= _WHITE


def _pieces(text: str) -> Iterator[_Raw]:
    """Yield the words of a page's text; a hyphen at the end of a line parts two words."""
    line = 0
    for match in _PIECE.finditer(text):
        word = match[0]
        if word == "\n":
            line += 1
            continue
        is_hyphenated = word[-1] in HYPHEN_MARKS or word.endswith(SOFT_HYPHEN)
        plain = word.rstrip(HYPHEN_MARKS + SOFT_HYPHEN)
        yield _Raw(plain, match.start(), match.end() - 1, line, is_hyphenated)
        line += word[-1] in HYPHEN_MARKS
