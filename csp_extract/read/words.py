"""The words of a page with their places, from PDFium's text in bulk.

The text of the page is taken in one call and cut into words by one expression; only the first and
last character of each word are asked for their boxes, and fonts once for each text object.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from csp_extract.read.bulk import Boxes, address_of, boxes_of, text_objects
from csp_extract.read.frame import Frame
from csp_extract.read.glyphs import clean_word
from csp_extract.read.pieces import Raw, parted_at_gaps, pieces_of
from csp_extract.read.styles import Style, Styles
from csp_extract.records import Word

Box = tuple[float, float, float, float]

# A line's words share top and bottom whatever their letters: the usual reach of a Latin font above
# and under its baseline, in parts of its size.
_ASCENT, _DESCENT = 0.8, 0.2
# The mark of a footnote: at most three small figures above the baseline, and what may follow.
_MARK_LENGTH = 3
_AFTER_MARK = ".,;:)"
_RAISED_SIZE, _RAISED_BY = 0.9, 0.2
_SAME_PLACE_PT = 1.0  # a word drawn again nearer than this is drawn twice to look bold


@dataclass
class PageWords:
    """The words of a page in the order of its stream, how each is printed, and what was left out.

    Some words are hidden: invisible ones unless they lie on a picture, white ones unless they stand
    on a dark ground, dark ones where they stand on a black one.
    """

    words: list[Word] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    outside: int = 0
    doubled: int = 0

    def turned(self) -> Counter[int]:
        """Return how many words are turned by how many quarters."""
        return Counter(style.quarters for style in self.styles)

    def printed(self) -> tuple[list[Word], list[Word], list[Word]]:
        """Return the words that are invisible, and of the others those in white and in dark."""
        invisible: list[Word] = []
        white: list[Word] = []
        dark: list[Word] = []
        for word, style in zip(self.words, self.styles, strict=True):
            if style.is_invisible:
                invisible.append(word)
            elif style.is_white:
                white.append(word)
            elif style.is_dark:
                dark.append(word)
        return invisible, white, dark


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
        self.width, self.height = frame.width, frame.height
        self.address = address_of(textpage.raw)
        self.styles = Styles(textpage, self.address)
        self.seen: dict[str, list[tuple[float, float]]] = {}
        self.found = PageWords()
        self.base = -1  # the first character of the last word that is no mark
        self.size = 0.0  # its size
        self.shift = 0  # lines that PDFium counted without a new line on the page

    def collect(self) -> PageWords:
        """Return what the page holds."""
        count = self.textpage.count_chars()
        if count <= 0:
            return self.found
        text = self.textpage.get_text_range(errors="replace")
        pieces = list(pieces_of(text))
        if len(text) != count:
            pieces = list(self._replaced(text, pieces))
        pieces = parted_at_gaps(self.address, pieces)
        noted = [_may_be_noted(raw.text) for raw in pieces]
        firsts = [raw.first for raw in pieces]
        lasts = [raw.last for raw in pieces]
        indexes = [*firsts, *compress(lasts, noted)]
        objects = text_objects(self.address, indexes)
        styles = self.styles.of(objects, indexes)
        boxes = self._placed(boxes_of(self.address, firsts, lasts), styles[: len(firsts)])
        ends = iter(objects[len(firsts) :])
        for raw, box, own, style, may_be in zip(pieces, boxes, objects, styles, noted):  # noqa: B905 the ends are over
            if not (may_be and self._add_noted(raw, style, is_whole=next(ends) == own)):
                self._add(raw, box, style)
        return self.found

    def _replaced(self, text: str, pieces: Iterable[Raw]) -> Iterator[Raw]:
        """Yield the words by PDFium's count of characters, which surrogates and blanks shift."""
        for raw in pieces:
            first, last = self._char_index(text, raw.first), self._char_index(text, raw.last)
            if first >= 0 and last >= 0:
                yield raw._replace(first=first, last=last)

    def _add_noted(self, raw: Raw, style: Style, *, is_whole: bool) -> bool:
        """Keep a word that carries the mark of a footnote as two; return whether it does.

        Full stops after the mark go to the word. A word ``is_whole`` that is drawn in one go.
        """
        text, first = raw.text, raw.first
        is_small = style.size < self.size and len(text) <= _MARK_LENGTH + 2
        if is_whole and not is_small:
            return False
        start, end = self._mark(text, first)
        if start == end:
            return False
        if start:
            word = raw._replace(text=text[:start] + text[end:], last=first + start - 1)
            self._add_part(word, is_raised=False)
        mark = raw._replace(text=text[start:end], first=first + start, last=first + end - 1)
        self._add_part(mark, is_raised=True)
        return True

    def _add_part(self, raw: Raw, *, is_raised: bool) -> None:
        """Keep a part of a word."""
        style = self.styles.at(raw.first)
        box = boxes_of(self.address, [raw.first], [raw.last])
        self._add(raw, self._placed(box, [style])[0], style, is_raised=is_raised)

    def _mark(self, text: str, first: int) -> tuple[int, int]:
        """Return where the mark of a footnote stands in a word: small figures, raised.

        ``2018`` with a raised ``1`` would else read as 20181. The raised letters of ``8th`` belong
        to their word. Half-open; a mark that stands alone is raised above the word before it.
        """
        start = end = len(text.rstrip(_AFTER_MARK))
        while start > 1 and text[start - 1].isdigit() and self._is_raised(first, first + start - 1):
            start -= 1
        if end <= _MARK_LENGTH and text[:end].isdigit() and self._is_raised(self.base, first):
            return 0, end
        return (start, end) if end - start <= _MARK_LENGTH else (0, 0)

    def _is_raised(self, base: int, index: int) -> bool:
        """Return whether a character is smaller than another, and stands higher beside it."""
        if base < 0:
            return False
        style, under = self.styles.at(index), self.styles.at(base)
        if style.size > _RAISED_SIZE * under.size or not (style.is_upright and under.is_upright):
            return False
        return _RAISED_BY * under.size < style.baseline - under.baseline < under.size

    def _char_index(self, text: str, index: int) -> int:
        """Return PDFium's index of a character where surrogates or unmapped glyphs shift it."""
        units = index + sum(letter > "\uffff" for letter in text[:index])
        return int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(self.textpage, units))

    def _add(self, raw: Raw, box: Box, style: Style, *, is_raised: bool = False) -> None:
        """Keep a word, or count it among those set aside."""
        text, font, found = raw.text, style.font, self.found
        if font.is_dingbat or not (text.isascii() and text.isprintable()):
            text = clean_word(text, is_dingbat=font.is_dingbat)
        if not text:
            return
        x0, top, x1, bottom = box
        word = Word(
            text + "-" if raw.is_hyphenated else text,
            x0,
            top,
            x1,
            bottom,
            style.size,
            font.is_bold,
            font.is_italic,
            raw.line - self.shift,
            raw.is_hyphenated,
            is_raised,
        )
        if found.words and found.words[-1].is_raised:
            word = self._on_line(word)
            if self._goes_on(word):
                return
        if not is_raised:
            self.base, self.size = raw.first, style.size
        if x1 <= 0 or bottom <= 0 or x0 >= self.width or top >= self.height:
            found.outside += 1
        elif self._is_doubled(word):
            found.doubled += 1
        else:
            found.words.append(word)
            found.styles.append(style)

    def _on_line(self, word: Word) -> Word:
        """Return a word after the mark of a footnote on its line; PDFium begins a new one there."""
        base, mark = self.found.words[-2:] if len(self.found.words) > 1 else (word, word)
        if word.line == mark.line or word.x0 <= mark.x0:
            return word
        if abs(base.bottom - word.bottom) >= _SAME_PLACE_PT:
            return word
        self.shift += word.line - mark.line
        return word._replace(line=mark.line)

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
        x, y = word.x0, word.top
        others = self.seen.setdefault(word.text, [])
        is_doubled = False
        for left, top in others:
            if abs(left - x) < _SAME_PLACE_PT and abs(top - y) < _SAME_PLACE_PT:
                is_doubled = True
                break
        others.append((x, y))
        return is_doubled

    def _placed(self, boxes: Boxes, styles: Sequence[Style]) -> list[Box]:
        """Return boxes as the reader sees the page.

        PDFium's loose boxes are as high as the letters; upright words are as high as their line.
        """
        baseline = np.array([style.baseline for style in styles])
        size = np.array([style.size for style in styles])
        upright = np.array([style.quarters == 0 for style in styles], dtype=bool)
        low = np.where(upright, baseline - _DESCENT * size, boxes.y0)
        high = np.where(upright, baseline + _ASCENT * size, boxes.y1)
        columns = self.frame.place(boxes.x0, low, boxes.x1, high)
        return list(zip(*[column.tolist() for column in columns], strict=True))


def _may_be_noted(text: str) -> bool:
    """Return whether a word ends in a figure, as the mark of a footnote does."""
    return text.rstrip(_AFTER_MARK)[-1:].isdigit()
