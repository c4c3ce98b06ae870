"""Put papers of the corpus together as agenda packs: ``python corpus/packs/build.py OUT``.

A pack has a front sheet, the minutes of the last meeting, and reports with appendices, in one of
the styles of ``styles.toml``, and knows the pages on which its papers begin. Front sheets and
appendices are drawn here; the papers are the committed PDFs, of open bodies alone and without
scans.
"""

import csv
import io
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

CORPUS = Path(__file__).parents[1]
WIDTH, HEIGHT = A4
_MARGIN, _TOP, _STEP = 60, 780, 15
_REPORTS = 3
_FIRST_ITEM = 4
_LINES = 22  # items on a page of the front sheet

_BEFORE = ("Apologies for absence", "Declarations of interest")
_AFTER = ("Exclusion of the press and public", "Any other urgent business", "Date of next meeting")
_PLAN = (
    "1. Foreword",
    "The partnership has set out below what it means to do in the years of this plan.",
    "2. Our aims",
    "2.1 Streets on which everybody feels at ease.",
    "2.2 Help for those who are harmed, given early.",
    "3. How we will know",
    "Each aim has a measure, and each measure an officer who answers for it.",
)


class Paper(NamedTuple):
    """A paper of the corpus."""

    name: str
    body: str
    kind: str
    date: str
    title: str
    data: bytes


@dataclass
class Pack:
    """A pack as built: its bytes, and the first pages of its papers, with the paper's own name."""

    name: str
    style: str
    data: bytes = b""
    starts: dict[int, str] = field(default_factory=dict)


@dataclass
class _Leaf:
    """Pages that are put into a pack together."""

    title: str
    reader: PdfReader
    item: int = 0
    name: str = ""
    is_appendix: bool = False
    first: int = 0  # page of the pack


@dataclass(frozen=True)
class _Style:
    """How the pack is put together: what its style says, and how many pages it has."""

    settings: dict[str, Any]
    pages: int

    @property
    def offset(self) -> int:
        """How far the printed numbers are ahead of the pages."""
        return int(self.settings.get("page_offset", 0))

    def stamp(self, canvas: Canvas, at: int, width: float = WIDTH) -> None:
        """Draw the number that runs through the pack."""
        if "stamp_page" in self.settings:
            canvas.setFont("Helvetica", 10)
            text = self.settings["stamp_page"].format(page=at + self.offset, pages=self.pages)
            canvas.drawCentredString(width / 2, 16, text)


def styles() -> dict[str, dict[str, Any]]:
    """Return the styles by name."""
    return tomllib.loads((CORPUS / "packs" / "styles.toml").read_text("utf-8"))


def papers() -> dict[str, list[Paper]]:
    """Return the papers of the open bodies by body, in order of their dates."""
    found: dict[str, list[Paper]] = {}
    with (CORPUS / "manifest.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            if row["split"] != "test" and row["pdf"] and row["producer"] != "scan":
                source = (CORPUS / row["source"]).read_text("utf-8")
                title = re.search(r"^# (.*)", source, re.MULTILINE)
                data = (CORPUS / row["pdf"]).read_bytes()
                paper = Paper(
                    row["id"], row["body"], row["kind"], row["meeting_date"],
                    title[1] if title else "", data,
                )  # fmt: skip
                found.setdefault(row["body"], []).append(paper)
    return found


def packs(wanted: Sequence[str] = (), bodies: Sequence[str] = ()) -> Iterator[Pack]:
    """Yield a pack of every body in every style, or of those that are named."""
    known = papers()
    for style, settings in styles().items():
        if wanted and style not in wanted:
            continue
        for body, own in known.items():
            if bodies and body not in bodies:
                continue
            if len([paper for paper in own if paper.kind != "minutes"]) >= _REPORTS:
                yield build(style, settings, own)


def build(style_name: str, settings: dict[str, Any], own: Sequence[Paper]) -> Pack:
    """Return one pack of a body's papers."""
    leaves = list(_leaves(settings, own))
    items = len(_BEFORE) + len(_AFTER) + 1 + settings.get("reports", _REPORTS)
    front_pages = -(-items // _LINES) if settings.get("front") else 0
    page = front_pages
    for leaf in leaves:
        leaf.first = page + 1
        page += len(leaf.reader.pages)
        page += page % 2 if settings.get("blanks") else 0
    style = _Style(settings, page)
    pack = Pack(f"{own[0].name.split('-')[0]}-{style_name}", style_name)
    writer = PdfWriter()
    if front_pages:
        pack.starts[1] = "agenda"
        for sheet in PdfReader(io.BytesIO(_front(style, own, leaves))).pages:
            writer.add_page(sheet)
    pack.starts |= {leaf.first: leaf.name for leaf in leaves if not leaf.is_appendix}
    for leaf, following in zip(leaves, [*leaves[1:], None], strict=True):
        end = following.first if following else page + 1
        _add(writer, leaf, end, style)
    _add_outline(writer, settings.get("outline"), leaves)
    data = io.BytesIO()
    writer.write(data)
    pack.data = data.getvalue()
    return pack


def _leaves(style: dict[str, Any], own: Sequence[Paper]) -> Iterator[_Leaf]:
    """Yield the papers of a pack in order, each with its appendices."""
    minutes = [paper for paper in own if paper.kind == "minutes"][:1]
    reports = [paper for paper in own if paper.kind != "minutes"]
    if style.get("minutes", True) and style.get("front"):
        for paper in minutes:
            yield _Leaf("Minutes of the previous meeting", _pdf(paper.data), 3, paper.name)
    old = reports[-1]
    chosen = list(islice(cycle(reports), style.get("reports", _REPORTS)))
    for item, paper in enumerate(chosen, _FIRST_ITEM):
        yield _Leaf(paper.title, _pdf(paper.data), item, paper.name)
        kinds = dict(enumerate(style["appendices"], _FIRST_ITEM))
        if item in kinds:
            yield from _appendix(kinds[item], item, paper, old)


def _appendix(kind: str, item: int, paper: Paper, old: Paper) -> Iterator[_Leaf]:
    """Yield an appendix: a table, a form, a plan with a cover, or a whole paper of another year."""
    if kind == "old":
        yield _Leaf(
            "Appendix A", _pdf(_drawn([["", "", "", "Appendix A"]])), item, is_appendix=True
        )
        yield _Leaf(f"Appendix A - {old.title}", _pdf(old.data), item, is_appendix=True)
        return
    pages = {
        "table": [
            ["Appendix A", "", "Measures by quarter", "", "1. Quarter   Incidents   Change"]
            + [f"{quarter}   {90 + 7 * quarter}   {quarter - 3}%" for quarter in range(1, 5)]
        ],
        "form": [
            ["Equality impact assessment", "", f"Title: {paper.title}", "Author: Policy Officer",
             f"Date: {paper.date}", "", "1. What is being assessed?", "The plan as a whole.",
             "2. Who is affected?", "Everybody who lives or works in the area."],
        ],
        "plan": [
            ["Appendix 1", paper.body.upper(), "", "Community safety: what we mean to do"],
            ["", *_PLAN],
            ["4. Money", "The plan is paid for from existing budgets."],
        ],
    }  # fmt: skip
    yield _Leaf(f"Appendix - {kind}", _pdf(_drawn(pages[kind])), item, is_appendix=True)


def _pdf(data: bytes) -> PdfReader:
    """Return an open PDF."""
    return PdfReader(io.BytesIO(data))


def _drawn(pages: Sequence[Sequence[str]]) -> bytes:
    """Return pages of plain lines, numbered from 1 at their feet."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=1)
    for number, lines in enumerate(pages, 1):
        canvas.setFont("Helvetica", 11)
        for place, line in enumerate(lines):
            canvas.drawString(_MARGIN, _TOP - place * _STEP, line)
        canvas.drawCentredString(WIDTH / 2, 36, str(number))
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def _front(style: _Style, own: Sequence[Paper], leaves: Sequence[_Leaf]) -> bytes:
    """Return the front sheet: the meeting, and its items with or without their pages."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawRightString(WIDTH - _MARGIN, HEIGHT - 30, style.settings.get("cover", ""))
    for place, line in enumerate(
        (own[-1].body, "Scrutiny Committee", f"Meeting on {own[-1].date}")
    ):
        canvas.drawString(_MARGIN, _TOP - place * _STEP, line)
    canvas.drawCentredString(WIDTH / 2, _TOP - 60, "AGENDA")
    canvas.setFont("Helvetica", 10)
    y, page = _TOP - 90.0, 1
    for place, (number, title, pages) in enumerate(_items(leaves, style)):
        if place and place % _LINES == 0:
            style.stamp(canvas, page)
            canvas.showPage()
            canvas.setFont("Helvetica", 10)
            y, page = _TOP, page + 1
        canvas.drawString(_MARGIN, y, f"{number}.")
        canvas.drawString(_MARGIN + 30, y, title[:80])
        _draw_pages(canvas, style.settings["front"], y, pages)
        y -= 2 * _STEP
    style.stamp(canvas, page)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


def _items(leaves: Sequence[_Leaf], style: _Style) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Yield the items of the agenda with their printed pages, 0 where they have none."""
    own = {leaf.item: leaf for leaf in leaves if not leaf.is_appendix}
    firsts = [*sorted(leaf.first for leaf in own.values()), style.pages + 1]
    for number, title in enumerate(_BEFORE, 1):
        yield number, title, (0, 0)
    if 3 not in own:
        yield 3, "Minutes of the previous meeting", (0, 0)
    for number, leaf in sorted(own.items()):
        end = next(first for first in firsts if first > leaf.first) - 1
        yield number, leaf.title, (leaf.first + style.offset, end + style.offset)
    for number, title in enumerate(_AFTER, max(own) + 1):
        yield number, title, (0, 0)


def _draw_pages(canvas: Canvas, form: str, y: float, pages: tuple[int, int]) -> None:
    """Draw the pages of an item as the style has them."""
    first, last = pages
    if not first or form == "titles":
        return
    right = WIDTH - _MARGIN
    match form:
        case "ranges":
            canvas.drawRightString(right, y - 12, f"(Pages {first} - {last})")
        case "ranges-bare":
            canvas.drawRightString(right, y, f"{first} - {last}")
        case "leaders":
            canvas.drawString(_MARGIN + 30, y - 12, f"{'.' * 90} {first}")
        case _:
            raise ValueError(f"no such front: {form}")


def _add(writer: PdfWriter, leaf: _Leaf, end: int, style: _Style) -> None:
    """Add the pages of a leaf with their stamps, and a blank page where the style wants one."""
    for at in range(leaf.first, end):
        inner = at - leaf.first
        has_own = inner < len(leaf.reader.pages)
        sheet = leaf.reader.pages[inner] if has_own else _pdf(_blank()).pages[0]
        added = writer.add_page(sheet)
        data = io.BytesIO()
        box = (float(added.mediabox.width), float(added.mediabox.height))
        canvas = Canvas(data, pagesize=box, invariant=1)
        is_first = inner == 0 and not leaf.is_appendix
        if is_first and "stamp_item" in style.settings:
            canvas.setFont("Helvetica-Bold", 12)
            stamp = style.settings["stamp_item"].format(item=leaf.item)
            canvas.drawRightString(box[0] - 20, box[1] - 20, stamp)
        style.stamp(canvas, at, box[0])
        canvas.showPage()
        canvas.save()
        added.merge_page(_pdf(data.getvalue()).pages[0])


def _blank() -> bytes:
    """Return a page that says that it is blank."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 12)
    canvas.drawCentredString(WIDTH / 2, HEIGHT / 2, "This page is intentionally left blank")
    canvas.showPage()
    canvas.save()
    return data.getvalue()


def _add_outline(writer: PdfWriter, form: str | None, leaves: Sequence[_Leaf]) -> None:
    """Add the bookmarks of the style: items with their appendices, or the names of files."""
    parent = None
    if form:
        writer.add_outline_item(title="Agenda" if form == "nested" else "Agenda.pdf", page_number=0)
    for leaf in leaves:
        page = leaf.first - 1
        if form == "files":
            kind = leaf.title if leaf.is_appendix else f"{leaf.item:02d} {leaf.title[:40]}"
            writer.add_outline_item(title=f"{kind}.pdf", page_number=page)
        elif form == "nested" and leaf.is_appendix:
            writer.add_outline_item(title=leaf.title, page_number=page, parent=parent)
        elif form == "nested":
            parent = writer.add_outline_item(title=f"{leaf.item} {leaf.title}", page_number=page)


def main(out: Path) -> None:
    """Write all packs, and what pages their papers begin on."""
    out.mkdir(parents=True, exist_ok=True)
    for pack in packs():
        (out / f"{pack.name}.pdf").write_bytes(pack.data)
        starts = ", ".join(f"{page} {name}" for page, name in pack.starts.items())
        print(f"{pack.name}: {starts}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
