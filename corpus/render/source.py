"""A source becomes blocks: what a paper says, before any producer prints it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_HEADING = re.compile(r"(#{1,3}) (?:\[([^\]]+)\] )?(.+)", re.DOTALL)
_PARAGRAPH = re.compile(r"(?:\[([^\]^]+)\] )?(.+)", re.DOTALL)
_BULLET = re.compile(r"( *)- (?:\[([^\]]+)\] )?(.*)")
_NOTE = re.compile(r"\[\^(\w+)\]: (.+)", re.DOTALL)
_MARKS = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|__(?P<under>.+?)__|(?<!\w)\*(?P<italic>[^*]+?)\*(?!\w)"
    r"|\[\^(?P<note>\w+)\]"
)


@dataclass
class Block:
    """One thing that a reader sees."""

    kind: str  # masthead, form, title, heading, paragraph, bullets, table, note, box, newpage
    text: str = ""
    label: str = ""
    level: int = 0
    rows: list[list[str]] = field(default_factory=list)  # of forms and tables, head first
    align: list[str] = field(default_factory=list)  # of a table's columns: left or right
    items: list[tuple[int, str, str]] = field(default_factory=list)  # depth, label, text
    blocks: list["Block"] = field(default_factory=list)  # of a box
    is_ruled: bool = True
    caption: str = ""


@dataclass
class Source:
    """A paper: what its head says of it, and its blocks."""

    head: dict[str, Any]
    blocks: list[Block]


def read_source(file: Path) -> Source:
    """Return the paper of a source file.

    Raises:
        ValueError: the file does not begin with its head between two lines ``+++``.
    """
    text = file.read_text("utf-8")
    if not text.startswith("+++\n") or "\n+++\n" not in text[3:]:
        raise ValueError(f"{file.name} does not begin with its head between +++ lines")
    head, body = text[4:].split("\n+++\n", 1)
    return Source(tomllib.loads(head), list(_blocks(body.splitlines())))


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Yield the blocks of a paper's lines."""
    unruled, caption, at = False, "", 0
    while at < len(lines):
        line = lines[at].rstrip()
        if not line:
            at += 1
            continue
        if line.startswith("::: "):
            word = line[4:].strip()
            at += 1
            if word == "unruled":
                unruled = True
            elif word.startswith("caption"):
                caption = word[8:].strip()
            elif word == "newpage":
                yield Block("newpage")
            else:
                end = next(n for n in range(at, len(lines)) if lines[n].strip() == ":::")
                yield _fenced(word, lines[at:end])
                at = end + 1
            continue
        end = at
        while end < len(lines) and lines[end].strip() and not lines[end].startswith(":::"):
            end += 1
        block = _block([one.rstrip() for one in lines[at:end]])
        if block.kind == "table":
            block.is_ruled, block.caption, unruled, caption = not unruled, caption, False, ""
        yield block
        at = end


def _fenced(word: str, lines: list[str]) -> Block:
    """Return a masthead, a form or a box."""
    kept = [line.strip() for line in lines if line.strip()]
    if word == "masthead":
        return Block("masthead", items=[(0, "", line.rstrip("\\").strip()) for line in kept])
    if word == "form":
        return Block("form", rows=[[cell.strip() for cell in line.split("|", 1)] for line in kept])
    if word == "box":
        return Block("box", blocks=list(_blocks(lines)))
    raise ValueError(f"no such block: {word}")


def _block(lines: list[str]) -> Block:
    """Return the block of lines without a blank one between."""
    if lines[0].startswith("|"):
        return _table(lines)
    if _BULLET.match(lines[0]):
        return Block("bullets", items=list(_items(lines)))
    text = " ".join(line.strip() for line in lines)
    if match := _NOTE.fullmatch(text):
        return Block("note", match[2], match[1])
    if match := _HEADING.fullmatch(text):
        if len(match[1]) == 1:
            return Block("title", match[3])
        return Block("heading", match[3], match[2] or "", level=len(match[1]) - 1)
    match = _PARAGRAPH.fullmatch(text)
    assert match is not None
    return Block("paragraph", match[2], match[1] or "")


def _items(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the items of a list; a line without a dash goes on the item above."""
    item: tuple[int, str, str] | None = None
    for line in lines:
        match = _BULLET.match(line)
        if match is None:
            assert item is not None
            item = (item[0], item[1], f"{item[2]} {line.strip()}")
            continue
        if item is not None:
            yield item
        item = (len(match[1]) // 2, match[2] or "", match[3].strip())
    if item is not None:
        yield item


def _table(lines: list[str]) -> Block:
    """Return a table; the line under its head tells which columns are figures."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    align = ["right" if cell.endswith(":") else "left" for cell in rows[1]]
    return Block("table", rows=[rows[0], *rows[2:]], align=align)


@dataclass(frozen=True)
class Piece:
    """A stretch of running text in one print."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_raised: bool = False  # the mark of a footnote


def pieces(text: str) -> Iterator[Piece]:
    """Yield the stretches of a text, its marks taken off."""
    last = 0
    for match in _MARKS.finditer(text):
        if match.start() > last:
            yield Piece(text[last : match.start()])
        if match["bold"] is not None:
            yield Piece(match["bold"], is_bold=True)
        elif match["under"] is not None:
            yield Piece(match["under"], is_underlined=True)
        elif match["italic"] is not None:
            yield Piece(match["italic"], is_italic=True)
        else:
            yield Piece(match["note"], is_raised=True)
        last = match.end()
    if last < len(text):
        yield Piece(text[last:])


def plain(text: str) -> str:
    """Return a text without its marks."""
    return "".join(piece.text for piece in pieces(text))


def printed(blocks: list[Block]) -> Iterator[str]:
    """Yield every printed line of a paper without marks: what annotations quote from."""
    for block in blocks:
        if block.label and block.kind != "note":
            yield plain(f"{block.label} {block.text}")
        elif block.text:
            yield plain(block.text)
        if block.caption:
            yield plain(block.caption)
        yield from (plain(f"{label} {text}".strip()) for _, label, text in block.items)
        yield from (plain(cell) for row in block.rows for cell in row)
        yield from printed(block.blocks)
