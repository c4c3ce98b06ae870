"""Small PDFs made for a test, each with one habit or defect of real papers."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from csp_extract.read import find_engine, read_report, render_page
from csp_extract.records import Page

WIDTH, HEIGHT = A4


def paper(draw: Callable[[Canvas], None], *, crop: tuple[int, ...] = ()) -> bytes:
    """Return a PDF of one A4 page, drawn by a function; ``crop`` is left, bottom, right, top."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=1, cropBox=crop or None)
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


@pytest.fixture
def page_of() -> Callable[[Callable[[Canvas], None]], Page]:
    """Return a function that draws a page and reads it."""
    return lambda draw: read_report(paper(draw), "drawn.pdf")[0]


@pytest.fixture
def documents() -> Path:
    """Return the folder of tiny PDFs, one for each defect."""
    return Path(__file__).parents[1] / "documents"


needs_tesseract = pytest.mark.skipif(
    find_engine() is None, reason="Tesseract with English is not installed"
)


def scan(draw: Callable[[Canvas], None], *, lean: float = 0.0, quarters: int = 0) -> bytes:
    """Return a PDF whose page is a picture of another one, turned clockwise, as a scanner does.

    ``lean`` is in degrees, ``quarters`` in quarter turns; the paper is a little grey.
    """
    picture = render_page(paper(draw), "drawn.pdf", 1, dpi=200).convert("L")
    picture = picture.rotate(-lean, resample=Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.rotate(-90 * quarters, expand=True).point(lambda grey: 12 + grey * 0.92)
    data = io.BytesIO()
    size = (HEIGHT, WIDTH) if quarters % 2 else (WIDTH, HEIGHT)
    canvas = Canvas(data, pagesize=size, invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, *size)
    canvas.showPage()
    canvas.save()
    return data.getvalue()
