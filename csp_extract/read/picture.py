"""Pages as pictures, for evidence and for character recognition."""

from typing import Any

import pypdfium2

from csp_extract.read.document import open_pdf

_POINTS_PER_INCH = 72
_THUMB_DPI = 24
_LIGHT = 128  # grey of 255; paper is lighter, and most of a page is paper

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
