"""Papers as Word documents, printed by LibreOffice."""

import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from source import Block, Source, pieces

_CLOCK = re.compile(rb"\(D:\d{14}")
_CHANCE = re.compile(rb"(DocChecksum /|<)[0-9A-F]{32}(?=>|\s)")
_NUMBER_CM = 1.5  # the margin in which numbers hang

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_PAGE_FIELD = re.compile(r"(\{pages?\})")


def print_libreoffice(source: Source, layout: dict[str, Any], target: Path) -> None:
    """Print a paper by LibreOffice from a .docx made of it."""
    document = _document(source, layout)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{source.head['id']}.docx"
        document.save(str(file))
        call = f"soffice --headless -env:UserInstallation=file://{folder}/profile --convert-to pdf"
        subprocess.run(
            [*call.split(), "--outdir", folder, str(file)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        target.write_bytes(_without_chance(file.with_suffix(".pdf").read_bytes()))


def _without_chance(pdf: bytes) -> bytes:
    """Return a PDF with the hour of printing and the ids drawn from it made the same on every run.

    What is put in is as long as what was there, so that every offset of the file stays right.
    """
    pdf = _CLOCK.sub(b"(D:20260101120000", pdf)
    return _CHANCE.sub(lambda match: match[1] + b"0" * 32, pdf)


def _document(source: Source, layout: dict[str, Any]) -> Any:
    """Return the Word document of a paper."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = layout["font"], Pt(layout["size"])
    style.element.rPr.rFonts.set(qn("w:eastAsia"), layout["font"])
    style.paragraph_format.space_after = Pt(6)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    _edge(section.header.paragraphs[0], source.head.get("head", [""] * 3), style)
    _edge(section.footer.paragraphs[0], source.head.get("foot", [""] * 3), style)
    for block in source.blocks:
        _add(document, block, layout)
    return document


def _edge(paragraph: Any, texts: list[str], normal: Any) -> None:
    """Fill a running head or foot: left, middle, right, with fields for the page's numbers."""
    paragraph.style = normal  # the style Header has tabs of its own
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(8.1), WD_TAB_ALIGNMENT.CENTER)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16.2), WD_TAB_ALIGNMENT.RIGHT)
    for place, text in enumerate(texts):
        if place:
            paragraph.add_run("\t")
        for part in _PAGE_FIELD.split(text):
            if part in _FIELDS:
                _field(paragraph, _FIELDS[part])
            elif part:
                paragraph.add_run(part).font.size = Pt(8)


def _field(paragraph: Any, name: str) -> None:
    """Add a field that Word works out."""
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "shown" else "")
        run.font.size = Pt(8)
        if kind == "shown":
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)  # noqa: SLF001 python-docx has no fields


def _add(  # noqa: C901, PLR0912 a case for each kind of block
    document: Any, block: Block, layout: dict[str, Any]
) -> None:
    """Add a block to a document."""
    match block.kind:
        case "masthead":
            _masthead(document, block, layout)
        case "form":
            _rows(document, block.rows, ["left", "left"], is_ruled=True, has_head=False)
        case "title":
            paragraph = document.add_paragraph()
            _runs(paragraph, block.text, is_bold=True, size=layout["size"] + 1)
        case "heading":
            _numbered(document, block, layout, is_bold=True)
        case "paragraph":
            _numbered(document, block, layout, is_bold=False)
        case "bullets":
            for depth, label, text in block.items:
                _item(document, depth, label, text, layout)
        case "table":
            if block.caption:
                _runs(document.add_paragraph(), f"*{block.caption}*")
            _rows(document, block.rows, block.align, is_ruled=block.is_ruled, has_head=True)
        case "note":
            _runs(document.add_paragraph(), f"{block.label} {block.text}", size=layout["size"] - 3)
        case "box":
            table = document.add_table(rows=1, cols=1)
            table.style = "Table Grid"
            cell = table.rows[0].cells[0]
            for inner in block.blocks:
                _add(cell, inner, layout)
            blank = cell.paragraphs[0]._p  # noqa: SLF001 a new cell's, which nobody wrote
            blank.getparent().remove(blank)
            document.add_paragraph()
        case "newpage":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _masthead(document: Any, block: Block, layout: dict[str, Any]) -> None:
    """Add the lines above the title."""
    places = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "centre": WD_ALIGN_PARAGRAPH.CENTER}
    for _, _, text in block.items:
        paragraph = document.add_paragraph()
        paragraph.alignment = places.get(layout.get("masthead", "left"))
        paragraph.paragraph_format.space_after = Pt(2)
        _runs(paragraph, text, is_bold=True)


def _numbered(document: Any, block: Block, layout: dict[str, Any], *, is_bold: bool) -> None:
    """Add a heading or a paragraph, its number hanging in the margin or standing before it."""
    paragraph = document.add_paragraph()
    if block.label:
        if layout.get("hanging"):
            paragraph.paragraph_format.left_indent = Cm(_NUMBER_CM)
            paragraph.paragraph_format.first_line_indent = Cm(-_NUMBER_CM)
            paragraph.add_run(f"{block.label}\t").bold = is_bold
        else:
            paragraph.add_run(f"{block.label} ").bold = is_bold
    if is_bold:
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(8)
    _runs(paragraph, block.text, is_bold=is_bold)


def _item(document: Any, depth: int, label: str, text: str, layout: dict[str, Any]) -> None:
    """Add an item of a list."""
    paragraph = document.add_paragraph()
    left = (_NUMBER_CM if layout.get("hanging") else 0) + 0.7 + 0.7 * depth
    paragraph.paragraph_format.left_indent = Cm(left)
    paragraph.paragraph_format.first_line_indent = Cm(-0.7)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(left))
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.add_run(f"{label or ('•' if depth == 0 else '–')}\t")
    _runs(paragraph, text)


def _runs(paragraph: Any, text: str, *, is_bold: bool = False, size: float = 0) -> None:
    """Add running text with its marks."""
    for piece in pieces(text):
        run = paragraph.add_run(piece.text)
        run.bold = is_bold or piece.is_bold
        run.italic, run.underline = piece.is_italic, piece.is_underlined
        run.font.superscript = piece.is_raised or None
        if size:
            run.font.size = Pt(size)


def _rows(
    document: Any, rows: list[list[str]], align: list[str], *, is_ruled: bool, has_head: bool
) -> None:
    """Add a table."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    if is_ruled:
        table.style = "Table Grid"
    for number, row in enumerate(rows):
        for place, text in enumerate(row[: len(rows[0])]):
            paragraph = table.rows[number].cells[place].paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            is_bold = (has_head and number == 0) or (not has_head and place == 0)
            _runs(paragraph, text, is_bold=is_bold)
            if align[place] == "right":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph().paragraph_format.space_after = Pt(2)
