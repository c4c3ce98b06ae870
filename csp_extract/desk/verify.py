"""Proof of every row: its words are found again in its PDF, without the program's own records.

Each cited page is read a second time, by pdfplumber, and the characters within the boxes of the row
must be the words that the row quotes. A page that is a scan is recognised a second time, at another
resolution: every figure must be the same, and nine letters in ten.
"""

import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from csp_extract.desk.second import SecondReading, reads_alike
from csp_extract.desk.sources import source_of
from csp_extract.errors import WrongCallError
from csp_extract.read import find_engine
from csp_extract.records import Box, TextSource
from csp_extract.tables import TABLES
from csp_extract.tables.cells import Row
from csp_extract.tables.read import read_rows

_SLACK_PT = 1.2  # a character belongs to a box if its middle lies this near or nearer
_GAP = 0.4  # of the size of a letter: more than between letters that are set apart
_IGNORED = frozenset("-‐‑‒–—­\u200b•●▪■◦➢✓\uf0b7\uf0a7\uf0d8\uf0fc")


class Fault(NamedTuple):
    """A row that is not proven, and why."""

    table: str
    row_id: str
    reason: str


class Proof(NamedTuple):
    """How many rows were found again, how many not for want of Tesseract, and the faults."""

    proven: int
    from_ocr: int
    faults: tuple[Fault, ...]


def verify(out: Path) -> Proof:
    """Return the proof of all rows of an output.

    Raises:
        WrongCallError: OUT holds no tables.
    """
    reports = {row["report_id"]: row for row in read_rows(out, "reports") if row["report_id"]}
    by_report: dict[str, list[tuple[str, Row]]] = {}
    for name, table in TABLES.items():
        if name != "reports":
            for row in read_rows(out, name):
                by_report.setdefault(row["report_id"], []).append((table.name, row))
    proven, from_ocr, faults = 0, 0, list[Fault]()
    for report_id, rows in sorted(by_report.items()):
        found = list(_verify_report(out, reports.get(report_id), rows))
        faults += found
        missed = {(fault.table, fault.row_id) for fault in found}
        held = [row for table, row in rows if (table, row[TABLES[table].key]) not in missed]
        unread = 0 if find_engine() else sum(row["text_source"] == TextSource.OCR for row in held)
        from_ocr += unread
        proven += len(held) - unread
    return Proof(proven, from_ocr, tuple(faults))


def _verify_report(
    out: Path, report: Row | None, rows: Sequence[tuple[str, Row]]
) -> Iterator[Fault]:
    """Yield the faults of the rows of one report."""
    try:
        if report is None:
            raise WrongCallError("its report is not in reports.csv")  # noqa: TRY301 one way out
        data = source_of(out, report["path"], report["sha256"])
        text = (out / "texts" / f"{report['report_id']}.txt").read_text("utf-8")
    except (WrongCallError, OSError) as error:
        for table, row in rows:
            yield Fault(table, row[TABLES[table].key], str(error))
        return
    yield from _verify_rows(data, text, rows)


def _verify_rows(data: bytes, text: str, rows: Sequence[tuple[str, Row]]) -> Iterator[Fault]:
    """Yield the faults of rows, page by page as they cite them."""
    import pdfplumber  # noqa: PLC0415 slow to load

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        letters, second = _Letters(pdf), SecondReading(data)
        for table, row in rows:
            reason = _fault(text, letters, second, row)
            if reason:
                yield Fault(table, row[TABLES[table].key], reason)


def _fault(text: str, letters: "_Letters", second: SecondReading, row: Row) -> str:
    """Return what is wrong with a row, or nothing."""
    try:
        if reason := _offsets_fault(text, row):
            return reason
        if row["text_source"] == TextSource.OCR:
            return _recognition_fault(second, row) if find_engine() else ""
        return _boxes_fault(letters, row)
    except ValueError as error:
        return f"its place cannot be read: {error}"
    except Exception as error:  # noqa: BLE001 the reference reader may fail in any way: no proof
        return f"the page cannot be read again: {type(error).__name__}"


def _offsets_fault(text: str, row: Row) -> str:
    """Return what is wrong with the row's offsets into the text, or nothing."""
    start, end, quote = int(row["char_start"]), int(row["char_end"]), int(row["quote_start"])
    if text[start:end] != row["text"]:
        return "text is not what stands at its offsets"
    if text[quote : quote + len(row["quote"])] != row["quote"]:
        return "quote is not what stands at its offset"
    if not quote <= start < end <= quote + len(row["quote"]):
        return "text does not lie within its quote"
    return ""


def _boxes_fault(letters: "_Letters", row: Row) -> str:
    """Return what is wrong with the row's boxes on the page, or nothing."""
    boxes = _boxes(row)
    wanted = _fold(row["text"])
    printed = " ".join(letters.within(box) for box in boxes)
    before, found, after = _fold(printed).partition(wanted)
    if not found:
        return f"the page has {_fold(printed)[:60]!r} in its boxes"
    # A box frames whole printed words: a mark or an affix may be left over, never a second word.
    pieces = [piece for word in printed.split() if (piece := _fold(word))]
    if _words_of(before, pieces) > 1 or _words_of(after[::-1], [p[::-1] for p in pieces[::-1]]) > 1:
        return f"the page has {_fold(printed)[:60]!r} in its boxes: more than its words"
    return ""


def _boxes(row: Row) -> list[Box]:
    """Return the boxes of a row.

    Raises:
        ValueError: there is none, or one cannot be read, or they stand on other pages.
    """
    boxes = [Box.read(part) for part in row["bbox"].split(";")] if row["bbox"] else []
    if not boxes:
        raise ValueError("no box")
    if boxes[0].page != int(row["page"]) or boxes[-1].page != int(row["page_end"]):
        raise ValueError("its boxes stand on other pages")
    return boxes


def _recognition_fault(second: SecondReading, row: Row) -> str:
    """Return how a second reading of a scan differs from a row, or nothing."""
    words = [word for box in _boxes(row) for word in second.within(box)]
    printed = [folded for word in words if (folded := _fold(word))]
    if reads_alike(_fold(row["text"]), printed):
        return ""
    return f"read again, the page has {' '.join(words)[:60]!r} in its boxes"


def _words_of(rest: str, pieces: Sequence[str]) -> int:
    """Return how many printed words the left-over characters at an end belong to."""
    count = 0
    for piece in pieces:
        if not rest:
            break
        count += 1
        rest = rest[len(piece) :]
    return count


class _Letters:
    """The characters of a PDF's pages, read when first asked for."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.pages: dict[int, list[dict[str, Any]]] = {}

    def within(self, box: Box) -> str:
        """Return the characters whose middles lie in a box, in reading order of one line."""
        if not 1 <= box.page <= len(self.pdf.pages):
            return ""
        if box.page not in self.pages:
            page = self.pdf.pages[box.page - 1]
            self.pages[box.page] = _once(page.chars)
        held = [letter for letter in self.pages[box.page] if _lies_in(letter, box)]
        held.sort(key=lambda letter: _reach(letter)[0])
        return "".join(_spaced(held))


def _spaced(letters: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield characters of a line, with a space where a gap between them parts two words."""
    last = _reach(letters[0])[0] if letters else 0.0
    for letter in letters:
        start, end = _reach(letter)
        if start - last > _GAP * letter["size"]:
            yield " "
        yield letter["text"]
        last = end


def _reach(letter: dict[str, Any]) -> tuple[float, float]:
    """Return where a character begins and ends along its line, which may be turned on the page."""
    along, up, *_ = letter["matrix"]
    if abs(along) >= abs(up):
        return (letter["x0"], letter["x1"]) if along >= 0 else (-letter["x1"], -letter["x0"])
    is_up = up > 0
    return (-letter["bottom"], -letter["top"]) if is_up else (letter["top"], letter["bottom"])


def _once(letters: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return characters without those drawn twice in one place to look bold."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for letter in letters:
        place = letter["text"], round(letter["x0"]), round(letter["top"])
        if place not in seen:
            seen.add(place)
            kept.append(letter)
    return kept


def _lies_in(letter: dict[str, Any], box: Box) -> bool:
    """Return whether the middle of a character lies in a box."""
    x = float(letter["x0"] + letter["x1"]) / 2
    y = float(letter["top"] + letter["bottom"]) / 2
    return (
        box.x0 - _SLACK_PT <= x <= box.x1 + _SLACK_PT
        and box.top - _SLACK_PT <= y <= box.bottom + _SLACK_PT
    )


def _fold(text: str) -> str:
    """Return letters and figures alone: no white space, hyphens, bullets or ligatures."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if not letter.isspace() and letter not in _IGNORED)
