"""Pages as pictures, for evidence and for character recognition."""

from typing import Any

from csp_extract.read.document import open_pdf

_POINTS_PER_INCH = 72


def render_page(data: bytes, name: str, number: int, dpi: int = 100) -> Any:
    """Return a page, numbered from 1, as a ``PIL.Image``.

    Raises:
        UnreadablePdfError: the file cannot be opened.
    """
    with open_pdf(data, name) as pdf:
        page = pdf[number - 1]
        return page.render(scale=dpi / _POINTS_PER_INCH).to_pil()
