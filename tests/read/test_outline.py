"""The bookmarks of a PDF."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from csp_extract.errors import UnreadablePdfError
from csp_extract.read.outline import read_outline
from csp_extract.records import Bookmark


def test_bookmarks_with_their_pages(documents: Path) -> None:
    """Titles, pages and depths are read; an entry that leads nowhere is left out."""
    writer = PdfWriter()
    for _ in range(3):
        writer.append(PdfReader(documents / "plain.pdf"))
    parent = writer.add_outline_item(title="5  Street wardens", page_number=1)
    writer.add_outline_item(title="Appendix A", page_number=2, parent=parent)
    writer.add_outline_item(title="Nowhere", page_number=None)
    data = io.BytesIO()
    writer.write(data)
    assert read_outline(data.getvalue(), "marked.pdf") == (
        Bookmark("5 Street wardens", 2, 0),
        Bookmark("Appendix A", 3, 1),
    )


def test_a_pdf_without_outline(documents: Path) -> None:
    """No outline gives no bookmarks, and no PDF an error."""
    assert read_outline((documents / "plain.pdf").read_bytes(), "plain.pdf") == ()
    with pytest.raises(UnreadablePdfError):
        read_outline(b"text", "no.pdf")
