"""Papers set by reportlab."""

import io
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)
from source import Block, Source, pieces

_INDENT = 32


def print_reportlab(source: Source, layout: dict[str, Any], target: Path) -> None:
    """Print a paper by reportlab; head and foot are drawn on every page."""
    head, foot = source.head.get("head", ["", "", ""]), source.head.get("foot", ["", "", ""])
    pages = _count(source, layout)

    def edges(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        for texts, height in ((head, A4[1] - 13 * mm), (foot, 11 * mm)):
            words = [
                text.replace("{page}", str(document.page)).replace("{pages}", str(pages))
                for text in texts
            ]
            canvas.drawString(20 * mm, height, words[0])
            canvas.drawCentredString(A4[0] / 2, height, words[1])
            canvas.drawRightString(A4[0] - 20 * mm, height, words[2])

    _template(target).build(_story(source, layout), onFirstPage=edges, onLaterPages=edges)


def _template(target: Any) -> SimpleDocTemplate:
    """Return the page of a paper."""
    return SimpleDocTemplate(
        str(target) if isinstance(target, Path) else target,
        pagesize=A4,
        leftMargin=20 * mm,
        rightMargin=20 * mm,
        topMargin=22 * mm,
        bottomMargin=20 * mm,
        invariant=1,
    )


def _count(source: Source, layout: dict[str, Any]) -> int:
    """Return how many pages a paper takes."""
    template = _template(io.BytesIO())
    template.build(_story(source, layout))
    return int(template.page)


def _style(layout: dict[str, Any], **changes: Any) -> ParagraphStyle:
    """Return a style of the layout's font."""
    size = changes.pop("size", layout["size"])
    name = layout["font"]
    if changes.pop("is_bold", False):
        name += "-Bold"
    elif name == "Times":
        name = "Times-Roman"
    base: dict[str, Any] = {
        "fontName": name,
        "fontSize": size,
        "bulletFontName": name,
        "bulletFontSize": size,
        "leading": size * 1.3,
        "spaceAfter": 6,
    }
    return ParagraphStyle("style", **{**base, **changes})


def _markup(text: str) -> str:
    """Return running text in reportlab's markup."""
    parts = []
    for piece in pieces(text):
        part = escape(piece.text)
        part = f"<b>{part}</b>" if piece.is_bold else part
        part = f"<i>{part}</i>" if piece.is_italic else part
        part = f"<super>{part}</super>" if piece.is_raised else part
        parts.append(f"<u>{part}</u>" if piece.is_underlined else part)
    return "".join(parts)


def _story(source: Source, layout: dict[str, Any]) -> list[Flowable]:
    """Return the paper as reportlab's flowing pieces."""
    return [flow for block in source.blocks for flow in _flows(block, layout)]


def _flows(  # noqa: PLR0911 a case for each kind of block
    block: Block, layout: dict[str, Any]
) -> list[Flowable]:
    """Return a block as flowing pieces."""
    text = _markup(block.text)
    plain, bold = _style(layout), _style(layout, is_bold=True, spaceBefore=6, keepWithNext=1)
    match block.kind:
        case "masthead":
            return [
                Paragraph(_markup(t), _style(layout, is_bold=True, spaceAfter=1))
                for _, _, t in block.items
            ]
        case "form":
            return [
                _table(block.rows, ["left", "left"], layout, is_ruled=True, has_head=False),
                Spacer(1, 8),
            ]
        case "title":
            return [
                Paragraph(
                    text, _style(layout, is_bold=True, size=layout["size"] + 3, spaceBefore=8)
                )
            ]
        case "heading" | "paragraph":
            style = bold if block.kind == "heading" else plain
            if block.label:
                style = _style(
                    layout, is_bold=block.kind == "heading", leftIndent=_INDENT, bulletIndent=0,
                    keepWithNext=int(block.kind == "heading"),
                )  # fmt: skip
                return [Paragraph(text, style, bulletText=block.label)]
            return [Paragraph(text, style)]
        case "bullets":
            return [
                Paragraph(
                    _markup(item),
                    _style(
                        layout,
                        leftIndent=_INDENT + 16 + 14 * depth,
                        bulletIndent=_INDENT + 14 * depth,
                        spaceAfter=3,
                    ),
                    bulletText=label or ("•" if depth == 0 else "–"),
                )
                for depth, label, item in block.items
            ]
        case "table":
            caption = (
                [Paragraph(f"<i>{_markup(block.caption)}</i>", plain)] if block.caption else []
            )
            ruled = block.is_ruled and layout.get("ruled", True)
            return [
                *caption,
                _table(block.rows, block.align, layout, is_ruled=ruled, has_head=True),
                Spacer(1, 8),
            ]
        case "note":
            return [
                Paragraph(
                    f"{escape(block.label)} {text}", _style(layout, size=layout["size"] - 2.5)
                )
            ]
        case "box":
            inner = [[flow for one in block.blocks for flow in _flows(one, layout)]]
            return [
                Table([inner], style=TableStyle([("BOX", (0, 0), (-1, -1), 0.8, colors.black)])),
                Spacer(1, 6),
            ]
        case _:
            return [PageBreak()]


def _table(
    rows: list[list[str]],
    align: list[str],
    layout: dict[str, Any],
    *,
    is_ruled: bool,
    has_head: bool,
) -> Table:
    """Return a table with its cells wrapped."""
    size = layout["size"] - 0.5
    cells = [
        [
            Paragraph(
                _markup(text),
                _style(
                    layout,
                    size=size,
                    spaceAfter=0,
                    is_bold=(has_head and number == 0) or (not has_head and place == 0),
                    alignment=2 if align[place] == "right" else 0,
                ),
            )
            for place, text in enumerate(row[: len(align)])
        ]
        for number, row in enumerate(rows)
    ]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if is_ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.6, colors.black))
    return Table(cells, style=TableStyle(style), repeatRows=int(has_head))
