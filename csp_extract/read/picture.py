"""Pages as pictures, for evidence and for character recognition."""

from typing import Any

import pypdfium2

from csp_extract.read.document import open_pdf

_POINTS_PER_INCH = 72
_THUMB_DPI = 24
_LIGHT = 128  # grey of 255; paper is lighter, and most of a page is paper

_SEEN = 64  # greys between a letter and its ground
_SHEET = 0.7  # of a page


def render_page(data: bytes, name: str, number: int, dpi: int = 100) -> Any:
    """Return a page, numbered from 1, as a ``PIL.Image``.

    Raises:
        UnreadablePdfError: the file cannot be opened.
    """
    with open_pdf(data, name) as pdf:
        page = pdf[number - 1]
        return page.render(scale=dpi / _POINTS_PER_INCH).to_pil()


def is_paper(page: pypdfium2.PdfPage) -> bool:
    """Return whether most of a page is light: a sheet with print on it, not a photograph."""
    counts: list[int] = (
        page.render(scale=_THUMB_DPI / _POINTS_PER_INCH, grayscale=True).to_pil().histogram()
    )
    return sum(counts[_LIGHT:]) > sum(counts) * _SHEET


def is_blank(page: pypdfium2.PdfPage, box: tuple[float, float, float, float]) -> bool:
    """Return whether a box on a page, in points, shows nothing: no dot differs much from others."""
    width, height = page.get_size()
    left, top, right, bottom = box[0], box[1], width - box[2], height - box[3]
    crop = (max(left, 0), max(bottom, 0), max(right, 0), max(top, 0))
    picture = page.render(scale=2, grayscale=True, crop=crop).to_pil()
    darkest, lightest = picture.getextrema()
    return bool(lightest - darkest < _SEEN)
