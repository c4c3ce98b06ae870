"""What a person says of rows, written into the book of corrections."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from pathlib import Path

from csp_extract.batch import complete, hold
from csp_extract.errors import NoSuchRowError, WrongCallError
from csp_extract.records import Correction, CorrectionKind
from csp_extract.review import allowed as allowed_cells
from csp_extract.review import enter, identify, key_column, reference_columns, told, withdraw
from csp_extract.reviewing import open_book
from csp_extract.tables import TABLES, read_corrections, read_rows, write_corrections
from csp_extract.tables.cells import Row

_MANY = 100  # pairs of mentions that one judgement of two tracks may stand for


@dataclass(frozen=True)
class Said:
    """What a person says in one call, and who says it, when and why."""

    same: tuple[str, str] | None = None
    different: tuple[str, str] | None = None
    cell: tuple[str, str] | None = None  # row id, column=value
    dropped: str = ""
    withdrawn: str = ""
    imported: Path | None = None
    who: str = ""
    when: str = ""
    note: str = ""

    def by_whom(self, correction: Correction) -> Correction:
        """Return a correction with who says it, when and why."""
        return replace(correction, who=self.who, when=self.when, note=self.note)


def correct(out: Path, said: Said, file: Path | None = None) -> list[str]:
    """Write what a person says into the book; return what was done, line by line.

    Raises:
        WrongCallError: a row does not exist, or its column cannot hold the value.
        OutputError: OUT cannot be written, or another run holds it.
    """
    rows = _Rows(out)
    with hold(out):
        complete(out)
        book = open_book(out, file, is_new=True)
        new = [identify(one) for one in _entered(rows, said)]
        kept = enter(book.corrections, new)
        lines = [told(one) for one in new]
        if said.withdrawn:
            kept = withdraw(kept, said.withdrawn)
            lines.append(f"{said.withdrawn}  withdrawn")
        write_corrections(book.file, kept)
    return lines


def _entered(rows: "_Rows", said: Said) -> Iterator[Correction]:
    """Yield the corrections of a call."""
    if said.imported:
        yield from read_corrections(said.imported)
    for kind, ids in ((CorrectionKind.SAME, said.same), (CorrectionKind.DIFFERENT, said.different)):
        if ids:
            yield from (said.by_whom(one) for one in rows.judgements(kind, *ids))
    if said.cell:
        yield said.by_whom(rows.setting(*said.cell))
    if said.dropped:
        yield said.by_whom(rows.anchored(CorrectionKind.DROP, said.dropped))


class _Rows:
    """The rows of an output, by their ids."""

    def __init__(self, out: Path) -> None:
        self.out = out
        list(read_rows(out, "reports"))  # OUT holds tables that this version can read

    @cached_property
    def found(self) -> dict[str, tuple[str, Row]]:
        """The table and the row of each id."""
        return {
            row[key_column(name)]: (name, row)
            for name in TABLES
            if name != "reports"
            for row in read_rows(self.out, name)
        }

    def mentions(self, row_id: str) -> list[str]:
        """Return the id of a row, or those of the mentions of a track.

        Raises:
            NoSuchRowError: there is none.
        """
        if row_id in self.found:
            return [row_id]
        held = [row["row_id"] for row in read_rows(self.out, "track_mentions")
                if row["track_id"] == row_id]  # fmt: skip
        if not held:
            raise NoSuchRowError(f"no row or track {row_id} in {self.out}")
        return held

    def anchored(self, kind: CorrectionKind, row_id: str) -> Correction:
        """Return a correction of a row, with what finds the row again.

        Raises:
            NoSuchRowError: there is no such row.
        """
        if row_id not in self.found:
            raise NoSuchRowError(f"no row {row_id} in {self.out}")
        table, row = self.found[row_id]
        return Correction("", kind, table, row_id, row["report_id"], row["page"], row["text"])

    def judgements(self, kind: CorrectionKind, left: str, right: str) -> Iterator[Correction]:
        """Yield the judgements on two rows or tracks; two tracks differ in all their mentions.

        Raises:
            WrongCallError: the two cannot be one thing anyway, or are too much for one call.
        """
        ones, others = self.mentions(left), self.mentions(right)
        if kind is CorrectionKind.SAME:
            ones, others = ones[:1], others[:1]
        if len(ones) * len(others) > _MANY:
            raise WrongCallError("the tracks have too many mentions; name two rows of them")
        for one, other in product(ones, others):
            first, second = self.anchored(kind, one), self.anchored(kind, other)
            if first.table != second.table:
                raise WrongCallError(f"{one} is of {first.table}, {other} of {second.table}")
            yield replace(
                first, other_id=other, other_report=second.report_id, other_page=second.page,
                other_text=second.text,
            )  # fmt: skip

    def setting(self, row_id: str, assigned: str) -> Correction:
        """Return the correction that sets a cell: ``column=value``, or ``column=`` to empty it.

        Raises:
            WrongCallError: the column cannot hold the value, or the value names no row.
        """
        column, mark, value = assigned.partition("=")
        if not mark:
            raise WrongCallError(f"say column=value, or column= to empty it: {assigned}")
        base = self.anchored(CorrectionKind.SET, row_id)
        cell = allowed_cells(base.table, column.strip(), value)[column.strip()]
        if column.strip() in reference_columns(base.table):
            for one in cell.split("; ") if cell else ():
                self.anchored(CorrectionKind.SET, one)
        return replace(base, column=column.strip(), value=cell)


def listed(out: Path, file: Path | None = None) -> Iterator[str]:
    """Yield the corrections of an output, each with why it changed nothing in the last run.

    Raises:
        WrongCallError: the corrections cannot be read.
    """
    book = open_book(out, file)
    idle = _idle(out)
    for one in book.corrections:
        why = idle.get(one.correction_id)
        yield told(one) + (f"  [waits: {why}]" if why else "")


def _idle(out: Path) -> dict[str, str]:
    """Return why corrections changed nothing in the last run, by their ids."""
    try:
        made = json.loads((out / "run.json").read_text("utf-8"))
        return {one["correction_id"]: one["why"] for one in made["corrections"]["waiting"]}
    except (OSError, ValueError, KeyError):
        return {}


def export(out: Path, target: Path, file: Path | None = None) -> int:
    """Write the corrections of an output into a file; return how many there are.

    Raises:
        WrongCallError: the corrections cannot be read.
    """
    book = open_book(out, file)
    write_corrections(target, book.corrections)
    return len(book.corrections)
