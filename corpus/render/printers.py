"""One paper printed by the producer of its layout, or made a scan of."""

import io
from pathlib import Path
from typing import Any

from source import Source


def print_paper(
    source: Source, layout: dict[str, Any], layouts: dict[str, Any], target: Path
) -> None:
    """Print one paper by the producer of its layout."""
    match layout["producer"]:
        case "libreoffice":
            from word import print_libreoffice

            print_libreoffice(source, layout, target)
        case "weasyprint":
            from page import print_weasyprint

            print_weasyprint(source, layout, target)
        case "chromium":
            from page import print_chromium

            print_chromium(source, layout, target)
        case "typst":
            from typeset import print_typst

            print_typst(source, layout, target)
        case "reportlab":
            from lab import print_reportlab

            print_reportlab(source, layout, target)
        case "scan":
            print_paper(source, layouts[layout["of"]], layouts, target)
            _scan(target, layout["dpi"])
        case producer:
            raise ValueError(f"no producer {producer}")


def _scan(target: Path, dpi: int) -> None:
    """Replace a PDF by grey, slightly turned pictures of its pages, as a scanner makes them."""
    import pypdfium2
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    data = io.BytesIO()
    canvas = Canvas(data, invariant=1)
    for number, page in enumerate(pypdfium2.PdfDocument(target.read_bytes())):
        width, height = page.get_size()
        picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
        picture = picture.rotate(0.4 * (-1) ** number, fillcolor=255, resample=3)
        picture = _speckled(picture, number)
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=55)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(jpeg), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    target.write_bytes(data.getvalue())


def _speckled(picture: Any, number: int) -> Any:
    """Return a picture with the noise of a scanner; the same noise on every run."""
    import numpy as np
    from PIL import Image

    noise = np.random.default_rng(number).normal(0, 7, (picture.height, picture.width))
    return Image.fromarray((np.asarray(picture) + noise).clip(0, 255).astype("uint8"))
