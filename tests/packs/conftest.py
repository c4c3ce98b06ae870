"""Packs put together from papers of the corpus, and drawn pages that look like first pages."""

import importlib.util
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from csp_extract.packs import Split, split_pack
from csp_extract.read import read_report

BUILD = Path(__file__).parents[2] / "corpus" / "packs" / "build.py"


def builder() -> ModuleType:
    """Return the module that builds packs; without a checkout's corpus there are none."""
    if not BUILD.exists():
        pytest.skip("the corpus is not here")
    spec = importlib.util.spec_from_file_location("corpus_packs", BUILD)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def build() -> ModuleType:
    """Return the module that builds packs."""
    return builder()


Pages = Sequence[Sequence[str]]


def drawn(pages: Pages) -> bytes:
    """Return a PDF of plain lines; a line that begins with ``>`` is stamped in the right corner."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=1)
    for lines in pages:
        canvas.setFont("Helvetica", 11)
        for place, line in enumerate(lines):
            y = A4[1] - 60 - 16 * place
            if line.startswith(">"):
                canvas.drawRightString(A4[0] - 20, A4[1] - 20, line[1:])
            elif line.startswith("_"):
                canvas.drawCentredString(A4[0] / 2, 30, line[1:])
            else:
                canvas.drawString(60, y, line)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


@pytest.fixture
def split_drawn() -> Callable[[Pages], Split]:
    """Return a function that draws pages and splits them."""
    return lambda pages: split_pack(read_report(drawn(pages), "drawn.pdf"))
