"""Papers as HTML, printed by WeasyPrint or by Chromium."""

import html
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from source import Block, Source, pieces

# The hour of printing, written by Chromium; another as long leaves every offset right.
_CLOCK, _NOON = re.compile(rb"\(D:\d{14}"), b"(D:20260101120000"
_SIDE = "aside { float: right; width: 42%; margin-left: 10pt; }"
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def _running(text: str) -> str:
    """Return running text as HTML."""
    parts = []
    for piece in pieces(text):
        part = html.escape(piece.text, quote=False)
        for is_on, tag in (
            (piece.is_bold, "b"),
            (piece.is_italic, "i"),
            (piece.is_underlined, "u"),
            (piece.is_raised, "sup"),
        ):
            part = f"<{tag}>{part}</{tag}>" if is_on else part
        parts.append(part)
    return "".join(parts)


def _html(block: Block) -> Iterator[str]:  # noqa: C901 a case for each kind of block
    """Yield a block as HTML."""
    label = f'<span class="no">{html.escape(block.label)}</span> ' if block.label else ""
    text = _running(block.text)
    match block.kind:
        case "masthead":
            yield (
                "<header>"
                + "".join(f"<p>{_running(t)}</p>" for _, _, t in block.items)
                + "</header>"
            )
        case "form":
            rows = "".join(
                f"<tr><th>{_running(left)}</th><td>{_running(right)}</td></tr>"
                for left, right in block.rows
            )
            yield f'<table class="form">{rows}</table>'
        case "title":
            yield f"<h1>{text}</h1>"
        case "heading":
            yield f"<h{block.level + 1}>{label}{text}</h{block.level + 1}>"
        case "paragraph":
            yield f'<p class="{"para" if block.label else "plain"}">{label}{text}</p>'
        case "bullets":
            yield from _list(block)
        case "table":
            yield from _table(block)
        case "note":
            yield f'<p class="note">{html.escape(block.label)} {text}</p>'
        case "box":
            inner = "".join(part for one in block.blocks for part in _html(one))
            yield f"<aside>{inner}</aside>"
        case "newpage":
            yield '<div class="break"></div>'


def _list(block: Block) -> Iterator[str]:
    """Yield a list; printed labels stand where bullets would."""
    for depth, label, text in block.items:
        mark = html.escape(label or ("•" if depth == 0 else "–"))
        yield (
            f'<p class="item" style="margin-left:{1.2 + 1.4 * depth}em">'
            f'<span class="mark">{mark}</span> {_running(text)}</p>'
        )


def _table(block: Block) -> Iterator[str]:
    """Yield a table with its caption."""
    if block.caption:
        yield f'<p class="caption">{_running(block.caption)}</p>'
    head, *rows = block.rows
    cells = "".join(
        f'<th class="{a}">{_running(c)}</th>' for c, a in zip(head, block.align, strict=False)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td class="{a}">{_running(c)}</td>' for c, a in zip(row, block.align, strict=False)
        )
        + "</tr>"
        for row in rows
    )
    kind = "ruled" if block.is_ruled else "bare"
    yield f'<table class="{kind}"><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>'


def _css(source: Source, layout: dict[str, Any]) -> str:
    """Return the style of a layout."""
    head, foot = _edges(source, layout)
    places = ("left", "center", "right")
    running = "".join(
        f"@{edge}-{place} {{ content: {_content(text)}; font-size: 8pt; }}"
        for edge, texts in (("top", head), ("bottom", foot))
        for place, text in zip(places, texts, strict=False)
    )
    columns = layout.get("columns", 1)
    return f"""
    @page {{ size: {layout.get("page", "A4")}; margin: 22mm 20mm 20mm; {running} }}
    body {{ font: {layout["size"]}pt "{layout["font"]}", sans-serif; line-height: 1.3; }}
    main {{ column-count: {columns if columns > 1 else "auto"}; column-gap: 7mm;
      text-align: {"justify" if columns > 1 else "left"}; }}
    header p {{ margin: 1pt 0; font-weight: bold; }}
    h1 {{ font-size: 1.25em; margin: 10pt 0 8pt; }} h2 {{ font-size: 1.08em; margin: 9pt 0 4pt; }}
    h3 {{ font-size: 1em; margin: 7pt 0 3pt; }}
    p {{ margin: 0 0 6pt; orphans: 2; widows: 2; }}
    p.para {{ padding-left: 3.2em; text-indent: -3.2em; }}
    p.para .no {{ display: inline-block; width: 3.2em; text-indent: 0; }}
    h2 .no, h3 .no {{ display: inline-block; min-width: 2.6em; }}
    p.item {{ padding-left: 1.5em; text-indent: -1.5em; margin-bottom: 3pt; }}
    p.item .mark {{ display: inline-block; width: 1.5em; text-indent: 0; }}
    p.note {{ font-size: .78em; border-top: .4pt solid #999; padding-top: 2pt; }}
    p.caption {{ font-style: italic; margin: 6pt 0 2pt; }}
    table {{ border-collapse: collapse; width: 100%; margin: 4pt 0 8pt;
      font-size: {".94em" if columns < 3 else ".8em"}; }}
    th {{ text-align: left; }} .right {{ text-align: right; }}
    td, th {{ padding: 2pt 5pt; vertical-align: top; }}
    table.ruled td, table.ruled th {{ border: .6pt solid #333; }}
    table.form th {{ width: 32%; }}
    table.form td, table.form th {{ border-bottom: .5pt solid #888; }}
    aside {{ border: .8pt solid #446; padding: 5pt 7pt; margin: 5pt 0 8pt;
      background: #f4f5fa;
      break-inside: avoid; }}
    sup {{ font-size: .65em; line-height: 0; }}
    {_SIDE if layout.get("box") == "side" else ""}
    .break {{ break-before: page; }}
    """


def _edges(source: Source, layout: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the running head and foot: the paper's own, or those that a browser prints."""
    if not layout.get("browser_edges"):
        return source.head.get("head", [""] * 3), source.head.get("foot", [""] * 3)
    day = source.head["meeting_date"]
    address = f"https://democracy.{source.head['id'].split('-')[0]}.example/documents/{day:%Y%m%d}"
    return [f"{day:%d/%m/%Y}, 09:41", _title(source), ""], [address, "", "{page}/{pages}"]


def _title(source: Source) -> str:
    """Return the title of a paper."""
    return next((b.text for b in source.blocks if b.kind == "title"), source.head["id"])


def _content(text: str) -> str:
    """Return the words of a running head as CSS, with the page's numbers."""
    quoted = '"' + text.replace('"', '\\"') + '"'
    counted = quoted.replace("{page}", '" counter(page) "')
    return counted.replace("{pages}", '" counter(pages) "')


def to_html(source: Source, layout: dict[str, Any]) -> str:
    """Return a paper as a page of HTML."""
    parts = [part for block in source.blocks for part in _html(block)]
    lead = [part for part in parts if part.startswith(("<header", "<h1"))]
    rest = [part for part in parts if part not in lead]
    title = html.escape(_title(source))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_css(source, layout)}</style></head><body>"
        f"{''.join(lead)}<main>{''.join(rest)}</main></body></html>"
    )


def print_weasyprint(source: Source, layout: dict[str, Any], target: Path) -> None:
    """Print a paper by WeasyPrint."""
    from weasyprint import HTML

    HTML(string=to_html(source, layout)).write_pdf(target, pdf_identifier=b"csp-extract-corpus")


def print_chromium(source: Source, layout: dict[str, Any], target: Path) -> None:
    """Print a paper by Chromium, with the date and address that a browser puts on its pages."""
    browser = next(path for name in _CHROMIUM if (path := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / f"{source.head['id']}.html"
        page.write_text(to_html(source, layout), encoding="utf-8")
        flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run".split()
        flags += "--disable-background-networking --disable-component-update --disable-sync".split()
        subprocess.run(
            [
                browser,
                *flags,
                f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={target.resolve()}",
                "--no-pdf-header-footer",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    target.write_bytes(_CLOCK.sub(_NOON, target.read_bytes()))
