"""Small PDFs made for a test, each with one habit or defect of real papers."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from csp_extract.read import read_report
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
