"""The pages of a report: the door between PDFium and the records of the program."""

from collections.abc import Iterator, Sequence

import pypdfium2

from csp_extract.read.document import open_pdf
from csp_extract.read.edges import Drawn, Rect, drawn_on
from csp_extract.read.frame import Frame, frame_of
from csp_extract.read.glyphs import unreadable_glyphs
from csp_extract.read.grids import grids_of
from csp_extract.read.words import PageWords, words_of
from csp_extract.records import Page, TextSource, Word

_PICTURE = 0.5  # share of a page from which a picture may be a scan of it
_FEW_WORDS = 8  # a scan's text layer holds at least a line; a stamp or a page number does not


def read_report(data: bytes, name: str) -> tuple[Page, ...]:
    """Return the pages of a PDF in order.

    Raises:
        UnreadablePdfError: the file gives no pages; the message names it and the reason.
    """
    with open_pdf(data, name) as pdf:
        return tuple(_pages(pdf))


def needs_ocr(page: Page) -> bool:
    """Return whether the page is a picture of text: hardly any words and a large image."""
    return len(page.words) < _FEW_WORDS and page.image_cover >= _PICTURE


def _pages(pdf: pypdfium2.PdfDocument) -> Iterator[Page]:
    """Yield the pages; one that PDFium cannot load is empty and says so."""
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            yield Page(
                index + 1, 0, 0, (), (), (), 0.0, TextSource.TEXT, ("the page cannot be loaded",)
            )
            continue
        yield _page(page, index + 1)
        page.close()


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    """Return one page as placed words, edges and grids."""
    frame = frame_of(page)
    found, drawn = words_of(page, frame), drawn_on(page, frame)
    hidden = _hidden(found.white, drawn)
    words = tuple(word for word in found.words if word not in hidden)
    return Page(
        number=number,
        width=frame.width,
        height=frame.height,
        words=words,
        edges=tuple(drawn.edges),
        grids=grids_of(drawn.edges),
        image_cover=_cover(drawn.images, frame),
        source=TextSource.TEXT,
        warnings=tuple(_warnings(words, found, len(hidden))),
    )


def _hidden(white: Sequence[Word], drawn: Drawn) -> set[Word]:
    """Return the white words that stand on no dark ground and no picture."""
    grounds = [*drawn.dark, *drawn.images]
    return {word for word in white if not any(_holds(ground, word) for ground in grounds)}


def _holds(ground: Rect, word: Word) -> bool:
    """Return whether the middle of the word lies on the ground."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return ground[0] <= x <= ground[2] and ground[1] <= y <= ground[3]


def _cover(images: Sequence[Rect], frame: Frame) -> float:
    """Return the share of the page that its largest picture covers."""
    largest = max((_visible(image, frame) for image in images), default=0.0)
    return min(1.0, largest / (frame.width * frame.height))


def _visible(image: Rect, frame: Frame) -> float:
    """Return the area of a picture within the page, in square points."""
    width = min(image[2], frame.width) - max(image[0], 0)
    height = min(image[3], frame.height) - max(image[1], 0)
    return max(width, 0) * max(height, 0)


def _warnings(words: Sequence[Word], found: PageWords, hidden: int) -> Iterator[str]:
    """Yield what a user should know of the page's text."""
    unreadable = sum(unreadable_glyphs(word.text) for word in words)
    if unreadable:
        yield f"{unreadable} characters have no Unicode"
    if hidden:
        yield f"{hidden} white words were set aside"
    if found.outside:
        yield f"{found.outside} words outside the page were set aside"
    if found.invisible:
        yield f"{found.invisible} words are an invisible layer, as character recognition adds it"
