"""One row with its evidence: the words, the place, and the page with the place marked."""

from pathlib import Path

from csp_extract.desk.sources import source_of
from csp_extract.errors import NoSuchRowError
from csp_extract.records import Box
from csp_extract.tables import TABLES
from csp_extract.tables.cells import Row
from csp_extract.tables.read import read_rows

_DPI = 110
_POINTS_PER_INCH = 72
_MARK = (226, 84, 16)
_PAD_PT = 1.5


def find_row(out: Path, row_id: str) -> tuple[str, Row, Row]:
    """Return the table of a row, the row, and the row of its report.

    Raises:
        NoSuchRowError: no table has the id.
        WrongCallError: OUT holds no tables.
    """
    reports = {row["report_id"]: row for row in read_rows(out, "reports")}
    if row_id in reports and row_id:
        return "reports", reports[row_id], reports[row_id]
    for name, table in TABLES.items():
        if name == "reports":
            continue
        for row in read_rows(out, name):
            if row[table.key] == row_id:
                return name, row, reports[row["report_id"]]
    raise NoSuchRowError(f"no row {row_id} in {out}")


def describe_row(table: str, row: Row, report: Row) -> str:
    """Return a row as lines for a person: what it says, the words, and where they stand."""
    where = f"{report['path']}, page {row['page']}" if "page" in row else report["path"]
    lines = [f"{table} {row[TABLES[table].key]} in {where}"]
    if row.get("para"):
        lines[0] += f", {row['para']}"
    if "quote" in row:
        lines += ["", f"  {marked(row)}", ""]
    hidden = {"quote", "quote_start", "char_start", "char_end", "report_id", "bbox"}
    lines += [f"  {name}: {cell}" for name, cell in row.items() if cell and name not in hidden]
    return "\n".join(lines)


def marked(row: Row) -> str:
    """Return the quote of a row on one line, the words of the row in double brackets."""
    start = int(row["char_start"]) - int(row["quote_start"])
    end = start + len(row["text"])
    quote = row["quote"]
    return f"{quote[:start]}[[{quote[start:end]}]]{quote[end:]}".replace("\n", " ")


def draw_row(out: Path, row: Row, report: Row, image: Path) -> None:
    """Write the row's page as a picture with its words marked.

    Raises:
        NoSuchRowError: the row has no place on a page.
        WrongCallError: the PDF is gone or has changed.
    """
    if not row.get("bbox"):
        raise NoSuchRowError("the row has no place on a page")
    from PIL import ImageDraw  # noqa: PLC0415 only here

    from csp_extract.read import render_page  # noqa: PLC0415 PDFium, only here

    data = source_of(out, report["path"], report["sha256"])
    boxes = [Box.read(part) for part in row["bbox"].split(";")]
    page = boxes[0].page
    picture = render_page(data, report["path"], page, _DPI).convert("RGB")
    drawing = ImageDraw.Draw(picture)
    scale = _DPI / _POINTS_PER_INCH
    for box in boxes:
        if box.page == page:
            corners = (box.x0 - _PAD_PT, box.top - _PAD_PT, box.x1 + _PAD_PT, box.bottom + _PAD_PT)
            drawing.rectangle([corner * scale for corner in corners], outline=_MARK, width=2)
    picture.save(image)
