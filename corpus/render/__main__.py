"""Print the corpus: ``python corpus/render [id ...]``. Sources in, PDFs and the manifest out."""

import csv
import hashlib
import io
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CORPUS = HERE.parent
sys.path.insert(0, str(HERE))

from source import Source, read_source  # noqa: E402

_COLUMNS = "id body kind meeting_date split layout producer source pdf sha256".split()


def main(wanted: list[str]) -> None:
    """Print the papers asked for, or all; write the manifest of all."""
    layouts = tomllib.loads((HERE / "layouts.toml").read_text("utf-8"))
    splits = tomllib.loads((CORPUS / "splits.toml").read_text("utf-8"))
    rows = []
    for file in sorted((CORPUS / "reports").glob("*/*.md")):
        source = read_source(file)
        layout = layouts[source.head["layout"]]
        target = file.with_suffix(".pdf")
        if not wanted or source.head["id"] in wanted or file.parent.name in wanted:
            print_paper(source, layout, layouts, target)
            print(f"{target.name}: {layout['producer']}")
        rows.append(
            _row(source, layout, file, target, splits["split"].get(file.parent.name, "train"))
        )
    with (CORPUS / "manifest.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


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


def _row(
    source: Source, layout: dict[str, Any], file: Path, target: Path, split: str
) -> dict[str, str]:
    """Return a paper's line of the manifest."""
    pdf = target.read_bytes() if target.exists() else b""
    return {
        "id": source.head["id"],
        "body": source.head["body"],
        "kind": source.head["kind"],
        "meeting_date": str(source.head["meeting_date"]),
        "split": split,
        "layout": source.head["layout"],
        "producer": layout["producer"],
        "source": file.relative_to(CORPUS).as_posix(),
        "pdf": target.relative_to(CORPUS).as_posix() if pdf else "",
        "sha256": hashlib.sha256(pdf).hexdigest() if pdf else "",
    }


if __name__ == "__main__":
    main(sys.argv[1:])
