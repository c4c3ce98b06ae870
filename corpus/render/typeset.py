"""Papers set by Typst."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from source import Block, Source, pieces

_SPECIAL = "\\#$*_`<>@=-+/[]~'\"."


def print_typst(source: Source, layout: dict[str, Any], target: Path) -> None:
    """Print a paper by Typst, without the hour, so that it comes out the same again."""
    import typst

    target.write_bytes(typst.compile(to_typst(source, layout).encode(), timestamp=0))


def to_typst(source: Source, layout: dict[str, Any]) -> str:
    """Return a paper in Typst's language."""
    parts = (part for block in source.blocks for part in _parts(block, layout))
    return "\n".join((_settings(source, layout), *parts))


def _settings(source: Source, layout: dict[str, Any]) -> str:
    """Return the page, the fonts, and the running head and foot."""
    head, foot = source.head.get("head", [""] * 3), source.head.get("foot", [""] * 3)
    return f"""
#set document(date: none)
#set page("a4", margin: (x: 22mm, y: 24mm), header: {_running(head)}, footer: {_running(foot)})
#set text(font: "{layout["font"]}", size: {layout["size"]}pt, lang: "en", region: "GB",
  hyphenate: {str(layout.get("hyphenate", False)).lower()})
#set par(justify: {str(layout.get("justify", False)).lower()}, spacing: 0.9em)
#let hang(width, label, body) = grid(columns: (width, 1fr), label, body)
"""


def _running(texts: list[str]) -> str:
    """Return a running head or foot: left, middle, right."""
    cells = ", ".join(
        "["
        + _escaped(text)
        .replace("{pages}", "#counter(page).final().first()")
        .replace("{page}", "#counter(page).display()")
        + "]"
        for text in texts
    )
    return (
        "context { set text(8pt); "
        f"grid(columns: (1fr, 1fr, 1fr), align: (left, center, right), {cells}) }}"
    )


def _escaped(text: str) -> str:
    """Return a text in which no character is a command."""
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in text)


def _marked(text: str) -> str:
    """Return running text with its marks as Typst's functions."""
    parts = []
    for piece in pieces(text):
        part = f"[{_escaped(piece.text)}]"
        for is_on, function in (
            (piece.is_bold, "strong"),
            (piece.is_italic, "emph"),
            (piece.is_underlined, "underline"),
            (piece.is_raised, "super"),
        ):
            part = f"[#{function}{part}]" if is_on else part
        parts.append(f"#text{part}")
    return "".join(parts)


def _parts(  # noqa: C901 a case for each kind of block
    block: Block, layout: dict[str, Any]
) -> Iterator[str]:
    """Yield a block in Typst's language."""
    text = _marked(block.text)
    match block.kind:
        case "masthead":
            yield from (f"#par[#strong[{_marked(line)}]]" for _, _, line in block.items)
        case "form":
            cells = "".join(
                f"[*{_marked(left)}*], [{_marked(right)}], " for left, right in block.rows
            )
            yield f"#table(columns: (32%, 1fr), stroke: 0.4pt + gray, {cells})"
        case "title":
            yield f"#par(text({layout['size'] + 5}pt)[#strong[{text}]])"
        case "heading":
            size = layout["size"] + (2 if block.level == 1 else 0.5)
            label = f"#strong[{_escaped(block.label)}]"
            body = f"#strong[{text}]"
            inner = f"#hang(34pt)[{label}][{body}]" if block.label else body
            yield f"#block(above: 1.3em, sticky: true)[#set text({size}pt); {inner}]"
        case "paragraph" | "note" if block.label:
            yield f"#block[#hang(34pt)[{_escaped(block.label)}][{text}]]"
        case "bullets":
            for depth, label, item in block.items:
                mark = _escaped(label or ("•" if depth == 0 else "–"))
                yield f"#pad(left: {34 + 14 * depth}pt)[#hang(16pt)[{mark}][{_marked(item)}]]"
        case "table":
            yield from _table(block)
        case "box":
            inner = "\n\n".join(part for one in block.blocks for part in _parts(one, layout))
            yield f"#block(fill: luma(240), inset: 8pt, width: 100%)[{inner}]"
        case "newpage":
            yield "#pagebreak()"
        case _:
            yield f"#par[{text}]"


def _table(block: Block) -> Iterator[str]:
    """Yield a table with its caption; its head is repeated where it goes over a page."""
    if block.caption:
        yield f"#par[#emph[{_marked(block.caption)}]]"
    head, *rows = block.rows
    width = len(block.align)
    stroke = "0.5pt" if block.is_ruled else "none"
    heads = "".join(f"[#strong[{_marked(cell)}]], " for cell in head[:width])
    cells = "".join(f"[{_marked(cell)}], " for row in rows for cell in row[:width])
    align = ", ".join(block.align)
    columns = ", ".join(["2fr", *["1fr"] * (width - 1)])
    yield (
        f"#table(columns: ({columns}), align: ({align},), stroke: {stroke}, "
        f"table.header({heads}), {cells})"
    )
