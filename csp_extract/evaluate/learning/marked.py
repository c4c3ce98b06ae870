"""Invented passages with their annotations marked in the text: corpus/passages.

A file is a head (``body: ...``, ``kind: ...``, ``meeting: 2019-03-12``), an empty line, and a
block a line. ``#`` and ``##`` open title and headings, ``-`` a bullet, ``(a)`` an item, ``3.1`` a
numbered paragraph, `` | `` parts the cells of a row. ``[[C:will words]]`` marks a commitment: a
letter, ``?`` where careful readers differ, a value. Marks nest, and close on their line.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from csp_extract.errors import WrongCallError
from csp_extract.evaluate.learning.paper import Mark, Paper
from csp_extract.records import (
    Block,
    BlockKind,
    CommitmentModality,
    DecisionVerb,
    InitiativeKind,
    Report,
    ReportKind,
    TextSource,
)

# Each letter with its table, the column that its value fills, and the values there are.
_LETTERS: Mapping[str, tuple[str, str, frozenset[str]]] = {
    "I": ("initiatives", "kind", frozenset(InitiativeKind)),
    "i": ("initiatives", "", frozenset()),
    "P": ("priorities", "", frozenset()),
    "C": ("commitments", "modality", frozenset(CommitmentModality)),
    "X": ("decisions", "verb", frozenset(DecisionVerb)),
    "M": ("measures", "", frozenset()),
}
_SIGN = re.compile(r"\[\[(?P<letter>\w)(?P<doubt>\?)?(?::(?P<value>\w+))?\s|\[\[|\]\]")
_CELLS = re.compile(r"\s\|\s")
_BULLET = re.compile(r"(?P<label>[-•*])\s+")
_ITEM = re.compile(r"(?P<label>\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-z]\))\s+")
_NUMBER = re.compile(r"(?P<label>\d{1,3}(?:\.\d{1,2})+\.?|\d{1,3}[.)]|[A-Z]\d{1,2}\.?)\s+")
_HEADING = re.compile(r"(?P<label>#{1,4})\s+")


def read_marked(text: str, name: str) -> Paper:
    """Return the paper that a marked text is.

    Raises:
        WrongCallError: the head or a mark cannot be read; it names the line.
    """
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    told = _head(head, name)
    above = head.count("\n") + 2
    layout = _Layout()
    marks: list[Mark] = []
    for number, line in enumerate(body.split("\n"), above + 1):
        start = layout.length
        try:
            plain, found = _unmarked(line.rstrip(), start)
        except ValueError as error:
            raise WrongCallError(f"{name} line {number}: {error}") from error
        layout.add(plain)
        marks += found
    report = Report(layout.text, tuple(layout.blocks), (), 0, (), TextSource.TEXT)
    return Paper(
        name=name,
        body=told["body"],
        kind=ReportKind(told["kind"]),
        meeting_date=date.fromisoformat(told["meeting"]) if "meeting" in told else None,
        report=report,
        marks=tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.table))),
        is_passage=True,
    )


def read_passages(folder: Path) -> list[Paper]:
    """Return the passages of a folder and those below it, in order of their paths.

    Raises:
        WrongCallError: there are none, or one cannot be read.
    """
    files = sorted(folder.rglob("*.txt"))
    if not files:
        raise WrongCallError(f"no passages (*.txt) in {folder}")
    return [read_marked(file.read_text("utf-8"), file.stem) for file in files]


def _head(head: str, name: str) -> dict[str, str]:
    """Return what the head of a passage says."""
    told: dict[str, str] = {}
    for line in head.split("\n"):
        key, colon, value = line.partition(":")
        if not colon or key not in {"body", "kind", "meeting"}:
            raise WrongCallError(
                f"{name}: the head has no line {line!r}; it says body, kind, meeting"
            )
        told[key] = value.strip()
    if not told.get("body") or told.get("kind") not in set(ReportKind):
        raise WrongCallError(f"{name}: the head must name body and kind ({', '.join(ReportKind)})")
    return told


def _unmarked(line: str, offset: int) -> tuple[str, list[Mark]]:
    """Return a line without its marks, and the marks; its first character is the offset-th.

    Raises:
        ValueError: a mark is none, or is left open.
    """
    plain, last = "", 0
    opened: list[tuple[int, re.Match[str]]] = []
    marks = []
    for sign in _SIGN.finditer(line):
        plain += line[last : sign.start()]
        last = sign.end()
        if sign["letter"]:
            opened.append((offset + len(plain), sign))
            continue
        if sign[0] == "[[" or not opened:
            raise ValueError(f"{sign[0]} opens no mark and closes none")
        start, opening = opened.pop()
        marks.append(_mark(opening, start, offset + len(plain)))
    if opened:
        raise ValueError(f"{opened[-1][1][0]} is left open; marks close on their line")
    return plain + line[last:], marks


def _mark(sign: re.Match[str], start: int, end: int) -> Mark:
    """Return the mark that a sign opened."""
    if sign["letter"] not in _LETTERS:
        raise ValueError(f"no such letter in {sign[0]}; there are {' '.join(_LETTERS)}")
    table, column, known = _LETTERS[sign["letter"]]
    if column and sign["value"] not in known:
        raise ValueError(f"{sign[0]} must have a value: {', '.join(sorted(known))}")
    if sign["value"] and not column:
        raise ValueError(f"{sign[0]} takes no value")
    values: Mapping[str, str] = {column: sign["value"]} if column else {}
    return Mark(start, end, table, values, bool(sign["doubt"]), sign["letter"] == "i")


@dataclass
class _Layout:
    """Writes the text and its blocks, with the headings and lists above in mind."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    path: tuple[str, ...] = ()
    para: str = ""
    lead: int = -1
    tables: int = -1
    head: tuple[str, ...] = ()  # the first row of the table that is open
    row: int = -1

    @property
    def length(self) -> int:
        """Return the offset at which the next line begins."""
        return len(self.text)

    def add(self, line: str) -> None:
        """Add a line as a block, or as the cells of a row."""
        if _CELLS.search(line):
            self._row(line)
        else:
            self.row = -1
            if line.strip():
                self._line(line)
        self.text += line + "\n"

    def _line(self, line: str) -> None:
        """Add a line that is one block."""
        for pattern, add in (
            (_HEADING, self._heading),
            (_BULLET, self._item),
            (_ITEM, self._item),
        ):
            label = pattern.match(line)
            if label is not None:
                add(line, label)
                return
        number = _NUMBER.match(line)
        self.para = number["label"].rstrip(".)") if number else self.para
        self.lead = len(self.blocks)
        start = number.end() if number else 0
        self._block(BlockKind.PARAGRAPH, line, start, label=number["label"] if number else "")

    def _heading(self, line: str, label: re.Match[str]) -> None:
        """Add the title or a heading."""
        level = len(label["label"])
        if level > 1:
            self.path = (*self.path[: level - 2], line[label.end() :])
        self.para, self.lead = "", len(self.blocks)
        kind = BlockKind.TITLE if level == 1 else BlockKind.HEADING
        self._block(kind, line, label.end(), level=max(1, level - 1))

    def _item(self, line: str, label: re.Match[str]) -> None:
        """Add an item of a list."""
        self._block(
            BlockKind.BULLET, line, label.end(), label=label["label"], level=1, lead_in=self.lead
        )

    def _row(self, line: str) -> None:
        """Add the cells of a row; the first row of a run is its head."""
        self.row += 1
        cells = list(_pieces(line))
        if self.row == 0:
            self.tables += 1
            self.head = tuple(line[start:end] for start, end in cells)
        first = line[slice(*cells[0])]
        for col, (start, end) in enumerate(cells):
            if start < end:
                self._block(
                    BlockKind.CELL,
                    line[:end],
                    start,
                    table=self.tables,
                    row=self.row,
                    col=col,
                    row_head=first if col and self.row else "",
                    col_head=self.head[col] if self.row and col < len(self.head) else "",
                    is_head=self.row == 0,
                )

    def _block(self, kind: BlockKind, line: str, start: int, **rest: object) -> None:
        """Add a block of a line's characters from ``start``."""
        section = self.path[-1] if self.path else ""
        self.blocks.append(
            Block(
                kind,
                self.length + start,
                self.length + len(line),
                para=self.para or section or "p1",
                section=section,
                path=self.path,
                **rest,  # type: ignore[arg-type]  # the fields of a block by name
            )
        )


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    """Yield first and last of the characters of each cell of a row."""
    start = 0
    for bar in _CELLS.finditer(line):
        yield start, bar.start()
        start = bar.end()
    yield start, len(line)
