"""The words of a page with their places, from PDFium's text in bulk.

The text of the page is taken in one call and cut into words; only the first and last character of
each word are asked for their boxes, and fonts once for each text object.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, repeat
from operator import attrgetter

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from csp_extract.read.bulk import Boxes, Column, Flags, boxes_of, pointer_to
from csp_extract.read.frame import Frame
from csp_extract.read.glyphs import clean_word, is_plain
from csp_extract.read.marks import marks_in, on_their_lines, with_marks_apart
from csp_extract.read.pieces import Pieces, Raw, in_columns, parted_at_gaps, pieces_of
from csp_extract.read.styles import Ink, Style, Styles
from csp_extract.records import Word

# A line's words share top and bottom whatever their letters: the usual reach of a Latin font above
# and under its baseline, in parts of its size.
_ASCENT, _DESCENT = 0.8, 0.2
_FAR = 1e6  # more than any page has columns
_SAME_PLACE_PT = 1.0  # a word drawn again nearer than this is drawn twice to look bold
_QUARTERS = attrgetter("quarters")


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
        return Counter(map(_QUARTERS, self.styles))

    def printed(self, ink: Ink) -> list[Word]:
        """Return the words that are printed in one sort of ink."""
        inks = [style.ink for style in self.styles]
        if ink not in inks:
            return []
        return [word for word, own in zip(self.words, inks, strict=True) if own is ink]

    def without(self, unseen: set[Word]) -> "PageWords":
        """Return the words of the page that are none of the unseen ones."""
        if not unseen:
            return self  # nearly all pages
        kept = [word not in unseen for word in self.words]
        return replace(
            self,
            words=list(compress(self.words, kept)),
            styles=list(compress(self.styles, kept)),
        )


def words_of(page: pypdfium2.PdfPage, frame: Frame) -> PageWords:
    """Return the words of a page in stream order."""
    textpage = page.get_textpage()  # PDFium crashes where the page goes before its text
    try:
        return _words(textpage, frame) if textpage.count_chars() > 0 else PageWords()
    finally:
        textpage.close()


def _words(textpage: pypdfium2.PdfTextPage, frame: Frame) -> PageWords:
    """Return the words of the text of a page."""
    pointer = pointer_to(textpage.raw)
    known = Styles(textpage, pointer)
    pieces = parted_at_gaps(pointer, _pieces(textpage))
    if not pieces.texts:
        return PageWords()
    styles = known.of(pieces.firsts)
    marks = marks_in(known, pieces, styles)
    raised: Sequence[bool] = [False] * len(styles)
    if marks:
        rows, raised = zip(*with_marks_apart(pieces, marks), strict=True)
        pieces = in_columns(rows)
        styles = known.of(pieces.firsts)
    boxes = boxes_of(pointer, pieces.firsts, pieces.lasts)
    places = _placed(boxes, styles, frame)
    found = _set_aside(_made(pieces, styles, places, raised), styles, places, frame)
    return _with_marks_in_line(found) if marks else found


def _pieces(textpage: pypdfium2.PdfTextPage) -> Pieces:
    """Return the words, with their characters as PDFium counts them."""
    text = textpage.get_text_range(errors="replace")
    pieces = pieces_of(text)
    is_counted = len(text) == textpage.count_chars()
    return pieces if is_counted else in_columns(_replaced(textpage, text, pieces))


def _replaced(textpage: pypdfium2.PdfTextPage, text: str, pieces: Pieces) -> Iterator[Raw]:
    """Yield the words by PDFium's count of characters, which surrogates and blanks shift."""
    for raw in pieces.rows():
        first, last = (_char_index(textpage, text, index) for index in (raw.first, raw.last))
        if first >= 0 and last >= 0:
            yield raw._replace(first=first, last=last)


def _char_index(textpage: pypdfium2.PdfTextPage, text: str, index: int) -> int:
    """Return PDFium's index of a character where surrogates or unmapped glyphs shift it."""
    units = index + sum(letter > "\uffff" for letter in text[:index])
    return int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(textpage, units))


def _placed(boxes: Boxes, styles: Sequence[Style], frame: Frame) -> Boxes:
    """Return boxes as the reader sees the page: left, top, right and bottom.

    PDFium's loose boxes are as high as the letters; upright words are as high as their line.
    """
    sizes, _, _, quarters, baselines = zip(*styles, strict=True)
    baseline, size = np.array(baselines), np.array(sizes)
    upright = np.array(quarters) == 0
    low = np.where(upright, baseline - _DESCENT * size, boxes.y0)
    high = np.where(upright, baseline + _ASCENT * size, boxes.y1)
    return Boxes(*frame.place(boxes.x0, low, boxes.x1, high))


def _made(
    pieces: Pieces, styles: Sequence[Style], boxes: Boxes, raised: Iterable[bool]
) -> list[Word]:
    """Return words made from columns, as no line of Python is spent on each; some print nothing."""
    sizes, fonts, *_ = zip(*styles, strict=True)
    bold, italic, dingbat, _ = zip(*fonts, strict=True)
    texts = pieces.texts
    if any(dingbat) or not is_plain("".join(texts)):
        texts = [clean_word(raw, is_dingbat=own) for raw, own in zip(texts, dingbat, strict=True)]
    if any(pieces.hyphenated):
        ends = ["-" * own for own in pieces.hyphenated]
        texts = [text and text + end for text, end in zip(texts, ends, strict=True)]
    places = [column.tolist() for column in (boxes.x0, boxes.y0, boxes.x1, boxes.y1)]
    sure = [1.0] * len(texts)
    columns = (texts, *places, sizes, bold, italic, pieces.lines, pieces.hyphenated, raised, sure)
    return list(map(tuple.__new__, repeat(Word), zip(*columns, strict=True)))


def _set_aside(words: list[Word], styles: list[Style], boxes: Boxes, frame: Frame) -> PageWords:
    """Return the words that print something on the page, without those drawn a second time."""
    prints = np.array([bool(word.text) for word in words])
    inside = (boxes.x1 > 0) & (boxes.y1 > 0) & (boxes.x0 < frame.width) & (boxes.y0 < frame.height)
    again = _again(words, boxes, prints & inside)
    kept = prints & inside & ~again
    if kept.all():
        return PageWords(words, styles)  # nearly all pages
    return PageWords(
        list(compress(words, kept.tolist())),
        list(compress(styles, kept.tolist())),
        outside=int((prints & ~inside).sum()),
        doubled=int(again.sum()),
    )


def _again(words: Sequence[Word], boxes: Boxes, wanted: Flags) -> Flags:
    """Return which of the wanted words stand where the same word stands already."""
    again = np.zeros(len(words), dtype=bool)
    if not _any_touch(boxes.x0[wanted], boxes.y0[wanted]):
        return again  # nearly all pages
    seen: dict[str, list[Word]] = {}
    for at in np.flatnonzero(wanted).tolist():
        others = seen.setdefault(words[at].text, [])
        again[at] = any(_is_same_place(words[at], other) for other in others)
        others.append(words[at])
    return again


def _is_same_place(word: Word, other: Word) -> bool:
    """Return whether two words begin in one place."""
    across, down = abs(word.x0 - other.x0), abs(word.top - other.top)
    return across < _SAME_PLACE_PT and down < _SAME_PLACE_PT


def _any_touch(lefts: Column, tops: Column) -> bool:
    """Return whether any two words may begin in the same place.

    Of four grids whose meshes are twice as wide, one at least has both in one mesh.
    """
    shifts = np.array([[0.0], [_SAME_PLACE_PT]])
    columns, rows = (np.floor((places + shifts) / (2 * _SAME_PLACE_PT)) for places in (lefts, tops))
    meshes = np.sort(columns[:, None] + rows * _FAR)
    return bool((meshes[..., 1:] == meshes[..., :-1]).any())


def _with_marks_in_line(found: PageWords) -> PageWords:
    """Return the words of a page with marks of footnotes and what follows them on one line."""
    kept = on_their_lines(found.words)
    return replace(
        found, words=[word for _, word in kept], styles=[found.styles[at] for at, _ in kept]
    )
