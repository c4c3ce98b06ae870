"""Draw pages of the corpus with every row marked, for docs/components.md.

    python docs/images/draw.py out     # after `make run`

Each table has a colour of its own; a row is a frame around its words. The pictures are small so
that they can live in the repository: grey paper, one page each, at 80 dots per inch.
"""

import sys
from pathlib import Path

from PIL import Image, ImageDraw

from csp_extract.desk.sources import source_of
from csp_extract.read import render_page
from csp_extract.records import Box
from csp_extract.tables.read import read_rows

_DPI = 80
_POINTS_PER_INCH = 72
_PAD_PT = 1.0
_COLOURS = {
    "dates": (38, 110, 194),
    "amounts": (226, 84, 16),
    "initiatives": (22, 140, 76),
    "priorities": (150, 60, 180),
    "commitments": (196, 30, 70),
    "decisions": (120, 90, 20),
    "measures": (0, 140, 150),
}
# Picture, paper and page: a report with prose and lists, one with tables, minutes.
_PAGES = (
    ("report", "harrowmere-2018-10-09", 2),
    ("money", "coldharbour-2018-06-21", 3),
    ("minutes", "thornbeck-2018-10-10-minutes", 1),
)


def main(out: Path) -> None:
    """Write one picture for each page of the list."""
    reports = {Path(row["path"]).stem: row for row in read_rows(out, "reports")}
    for name, paper, page in _PAGES:
        report = reports[paper]
        data = source_of(out, report["path"], report["sha256"])
        picture = render_page(data, report["path"], page, _DPI).convert("RGB")
        for table, colour in _COLOURS.items():
            for row in read_rows(out, table):
                if row["report_id"] == report["report_id"]:
                    _mark(picture, row["bbox"], page, colour)
        picture.quantize(128).save(Path(__file__).parent / f"{name}.png", optimize=True)


def _mark(picture: Image.Image, bbox: str, page: int, colour: tuple[int, int, int]) -> None:
    """Frame the words of a row that stand on the page."""
    scale = _DPI / _POINTS_PER_INCH
    drawing = ImageDraw.Draw(picture)
    for box in map(Box.read, filter(None, bbox.split(";"))):
        if box.page == page:
            corners = (box.x0 - _PAD_PT, box.top - _PAD_PT, box.x1 + _PAD_PT, box.bottom + _PAD_PT)
            drawing.rectangle([corner * scale for corner in corners], outline=colour, width=2)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
