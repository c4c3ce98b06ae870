"""The outline of a PDF: what its bookmarks are called and where they lead."""

from collections.abc import Iterator

import pypdfium2

from csp_extract.read.document import open_pdf
from csp_extract.records import Bookmark

_MANY = 2_000  # more entries than any pack has: a book, or an outline that goes round in circles


def read_outline(data: bytes, name: str) -> tuple[Bookmark, ...]:
    """Return the bookmarks of a PDF that lead to a page of it, in order; none where it has none.

    Raises:
        UnreadablePdfError: the file gives no pages.
    """
    with open_pdf(data, name) as pdf:
        return tuple(_bookmarks(pdf))


def _bookmarks(pdf: pypdfium2.PdfDocument) -> Iterator[Bookmark]:
    """Yield the entries that name a page."""
    for count, entry in enumerate(pdf.get_toc(max_depth=4)):
        if count >= _MANY:
            return
        place = entry.get_dest()
        index = place.get_index() if place is not None else None
        title = " ".join(entry.get_title().split())
        if title and index is not None and 0 <= index < len(pdf):
            yield Bookmark(title, index + 1, entry.level)
