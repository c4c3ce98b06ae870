"""The pages of a report: the door between PDFium and the records of the program."""

from collections.abc import Iterator, Mapping, Sequence

import pypdfium2

from csp_extract.read.document import open_pdf
from csp_extract.read.edges import Rect, drawn_on
from csp_extract.read.frame import Frame, frame_of
from csp_extract.read.glyphs import unreadable_glyphs
from csp_extract.read.grids import grids_of
from csp_extract.read.layer import Doubt, doubt_of, reads_better
from csp_extract.read.nonsense import Shifts, sort_lines
from csp_extract.read.ocr.engine import OcrError, find_engine
from csp_extract.read.ocr.page import DPI, Scan, read_scan
from csp_extract.read.patches import patched
from csp_extract.read.picture import is_blank, is_paper
from csp_extract.read.styles import Ink
from csp_extract.read.words import PageWords, words_of
from csp_extract.records import Page, TextSource, Word
from csp_extract.settings import OcrMode

_MOST = 0.8  # of the words of a page that is printed on its side
_DOUBTFUL = 0.85  # surety of recognition below which it is said


def read_report(data: bytes, name: str, ocr: OcrMode = OcrMode.AUTO) -> tuple[Page, ...]:
    """Return the pages of a PDF in order.

    Pages that are pictures of text, or whose text layer is rubbish, are read by Tesseract where
    this machine has it; else they are ``is_unread``.

    Raises:
        UnreadablePdfError: the file gives no pages; the message names it and the reason.
    """
    with open_pdf(data, name) as pdf:
        return tuple(_pages(pdf, ocr))


def recognise_page(data: bytes, name: str, number: int, dpi: int) -> Page | None:
    """Return a page, numbered from 1, as recognised at a resolution, whatever its text layer says.

    Nothing where no engine can read it.

    Raises:
        UnreadablePdfError: the file gives no pages.
    """
    with open_pdf(data, name) as pdf:
        page = pdf[number - 1]
        return _recognised(page, _layer(page, number, {})[0], dpi)


def _pages(pdf: pypdfium2.PdfDocument, ocr: OcrMode) -> Iterator[Page]:
    """Yield the pages; one that PDFium cannot load is empty and says so."""
    shifts: Shifts = {}
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            yield Page(
                index + 1, 0, 0, (), (), (), 0.0, TextSource.TEXT, ("the page cannot be loaded",)
            )
            continue
        yield _page(page, index + 1, ocr, shifts)
        page.close()


def _page(page: pypdfium2.PdfPage, number: int, ocr: OcrMode, shifts: Shifts) -> Page:
    """Return one page as placed words, edges and grids, from its text layer or its picture.

    ``shifts`` is what earlier pages proved of fonts.
    """
    layer, doubt, nonsense = _layer(page, number, shifts)
    is_needed = doubt is not None or bool(nonsense) or ocr is OcrMode.ALWAYS
    scan = _recognised(page, layer) if is_needed and ocr is not OcrMode.NEVER else None
    if doubt is None and ocr is not OcrMode.ALWAYS:
        return patched(layer, nonsense, scan) if nonsense else layer
    if scan is None:
        return _unread(page, layer, doubt, nonsense)
    if doubt is None or reads_better(scan.words, layer.words, doubt):
        return scan
    if doubt is Doubt.RUBBISH:
        return _unread(page, layer, doubt, nonsense)
    return patched(layer, nonsense, scan) if nonsense else layer


def _layer(
    page: pypdfium2.PdfPage, number: int, shifts: Shifts
) -> tuple[Page, Doubt | None, Sequence[tuple[Word, ...]]]:
    """Return a page as its text layer has it, why that is not to be trusted, and lines of nonsense.

    Lines whose codes are shifted are put right.
    """
    found, frame, turn = _upright_words(page)
    drawn = drawn_on(page, frame)
    invisible = found.printed(Ink.INVISIBLE)
    hidden = {
        "white": _off(found.printed(Ink.WHITE), [*drawn.dark, *drawn.images]),
        "invisible": _off(invisible, drawn.images),
        "covered": _covered(page, found.printed(Ink.DARK), drawn.black) if drawn.black else set(),
    }
    seen = found.without(set().union(*hidden.values()))
    words, repaired, nonsense, sense = sort_lines(
        tuple(seen.words), [style.font.name for style in seen.styles], shifts
    )
    layer = Page(
        number=number,
        width=frame.width,
        height=frame.height,
        words=words,
        edges=tuple(drawn.edges),
        grids=grids_of(drawn.edges),
        image_cover=_cover(drawn.images, frame),
        source=TextSource.TEXT,
        warnings=tuple(_warnings(words, found.outside, len(invisible), hidden, repaired)),
        turn=turn,
    )
    doubt = doubt_of(layer, sense, drawn.outlines, is_hidden=2 * len(invisible) > len(words))
    return layer._replace(doubt=doubt or ""), doubt, nonsense


def _recognised(page: pypdfium2.PdfPage, layer: Page, dpi: int = DPI) -> Page | None:
    """Return a page as read from its picture; nothing where no engine could read it."""
    engine = find_engine()
    try:
        scan = read_scan(engine, page, dpi) if engine else None
    except OcrError:
        return None
    if scan is None:
        return None
    return layer._replace(
        width=scan.width,
        height=scan.height,
        words=scan.words,
        edges=scan.edges,
        grids=grids_of(scan.edges),
        source=TextSource.OCR,
        warnings=tuple(_doubts(scan)),
        turn=layer.turn + scan.turn,
    )


def _doubts(scan: Scan) -> Iterator[str]:
    """Yield what a user should know of the recognition of a page."""
    if scan.words and scan.surety < _DOUBTFUL:
        yield f"its characters were recognised with a surety of {scan.surety:.0%} only"
    if scan.unsure:
        yield f"{scan.unsure} marks could not be recognised"


def _unread(
    page: pypdfium2.PdfPage, layer: Page, doubt: Doubt | None, nonsense: Sequence[tuple[Word, ...]]
) -> Page:
    """Return a page that recognition should have read, and did not.

    Words that do not read as words are set aside. A photograph is no page of text, and a poor layer
    is better than none.
    """
    if doubt is Doubt.POOR:
        told = layer._replace(warnings=(*layer.warnings, f"it has {doubt}"))
        return patched(told, nonsense, None) if nonsense else told
    if doubt is Doubt.PICTURE and not is_paper(page):
        return layer._replace(doubt="")
    words = () if doubt is Doubt.RUBBISH else layer.words
    warnings = (*layer.warnings, f"it has {doubt}") if doubt else layer.warnings
    return layer._replace(words=words, warnings=warnings, is_unread=True)


def _upright_words(page: pypdfium2.PdfPage) -> tuple[PageWords, Frame, int]:
    """Return the words of a page, its frame, and the degrees it was turned to have them upright.

    Wide tables are printed on the side of a page. Once it is turned, PDFium has its words in the
    order of reading, too.
    """
    frame = frame_of(page)
    found = words_of(page, frame)
    turned = found.turned()
    quarters, count = max(turned.items(), key=lambda item: item[1], default=(0, 0))
    turn = (90 * quarters - frame.rotation) % 360
    if quarters < 0 or not turn or count <= _MOST * turned.total():
        return found, frame, 0
    page.set_rotation((frame.rotation + turn) % 360)
    frame = frame_of(page)
    return words_of(page, frame), frame, turn


def _off(words: Sequence[Word], grounds: Sequence[Rect]) -> set[Word]:
    """Return the words that stand on none of the grounds that would show them."""
    return {word for word in words if not any(_holds(ground, word) for ground in grounds)}


def _covered(page: pypdfium2.PdfPage, words: Sequence[Word], grounds: Sequence[Rect]) -> set[Word]:
    """Return the dark words on a black ground that nobody can see, as the page's picture proves.

    Names are blacked out so: the bar hides what the text layer still says.
    """
    held = set(words) - _off(words, grounds)
    return {word for word in held if is_blank(page, word[1:5])}


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


def _warnings(
    words: Sequence[Word],
    outside: int,
    invisible: int,
    hidden: Mapping[str, set[Word]],
    repaired: int,
) -> Iterator[str]:
    """Yield what a user should know of the page's text."""
    unreadable = unreadable_glyphs("".join([word.text for word in words]))
    if unreadable:
        yield f"{unreadable} characters have no Unicode"
    for kind, own in hidden.items():
        if own:
            yield f"{len(own)} {kind} words were set aside"
    if repaired:
        yield f"the codes of {repaired} lines were shifted, and put right"
    if outside:
        yield f"{outside} words outside the page were set aside"
    if invisible > len(hidden["invisible"]):
        layer = invisible - len(hidden["invisible"])
        yield f"{layer} words are an invisible layer, as character recognition adds it"
