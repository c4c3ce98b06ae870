"""Corrections replayed over the rows that the rules found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from csp_extract.errors import WrongCallError
from csp_extract.records import (
    MENTION_TABLES,
    Correction,
    CorrectionKind,
    Judgement,
    LinkRow,
    Reason,
)
from csp_extract.review.anchors import Key, Row, Shelf, key_column
from csp_extract.review.book import JUDGEMENTS
from csp_extract.review.ties import Ties
from csp_extract.review.values import allowed, reference_columns

Cells = dict[str, str]
Rows = Mapping[str, Sequence[Row]]
_NAMES = "; "
_UNNAMED = "unnamed"
_GONE = "its row is not in this output"


class Waiting(NamedTuple):
    """A correction that changes nothing in this output, and why; it is kept."""

    correction: Correction
    why: str


class Judged(NamedTuple):
    """A judgement that holds, and the row of links.csv that it is."""

    correction: Correction
    link: LinkRow

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of the two rows."""
        return self.link.left_id, self.link.right_id


@dataclass(frozen=True)
class Replayed:
    """What corrections make of the rows of an output."""

    rows: dict[str, list[Cells]]
    judgements: tuple[Judged, ...] = ()
    originals: Rows = field(default_factory=dict)  # rows that changed or are gone, as they were
    waiting: tuple[Waiting, ...] = ()


def replay(rows: Mapping[str, Sequence[Cells]], corrections: Sequence[Correction]) -> Replayed:
    """Return the rows as people corrected them; what is given is left as it is."""
    whole = {table: list(own) for table, own in rows.items()}
    if not corrections:
        return Replayed(whole)
    shelf, waiting = Shelf(rows), list[Waiting]()
    found = [one for one in corrections if shelf.row_of(one)]
    waiting += [Waiting(one, _GONE) for one in corrections if not shelf.row_of(one)]
    dropped = {(one.table, shelf.row_of(one)) for one in found if one.kind is CorrectionKind.DROP}
    changed = _changed(shelf, found, waiting)
    judgements = tuple(_judgements(shelf, found, dropped, waiting))
    originals: dict[str, list[Row]] = {}
    for table in (name for name in MENTION_TABLES if name in rows):
        whole[table] = _table(table, rows[table], changed, dropped)
        if kept := _replaced(table, rows[table], whole[table]):
            originals[table] = kept
    return Replayed(whole, judgements, originals, tuple(waiting))


def _changed(
    shelf: Shelf, corrections: Iterable[Correction], waiting: list[Waiting]
) -> dict[Key, Cells]:
    """Return the rows of which people set cells; a value that no longer fits its column waits."""
    changed: dict[Key, Cells] = {}
    for one in corrections:
        if one.kind is CorrectionKind.SET:
            key = one.table, shelf.row_of(one)
            try:
                cells = allowed(one.table, one.column, one.value)
            except WrongCallError as error:
                waiting.append(Waiting(one, str(error)))
                continue
            changed[key] = _corrected(changed.get(key, shelf.rows[key]), cells, one.who)
    return changed


def _corrected(row: Row, cells: Mapping[str, str], who: str) -> Cells:
    """Return a row with the cells that a person set, and the person's name on it."""
    names = row["corrected"].split(_NAMES) if row["corrected"] else []
    names.append((who or _UNNAMED).replace(";", ","))
    return {**row, **cells, "corrected": _NAMES.join(dict.fromkeys(names))}


def _table(
    table: str, rows: Sequence[Cells], changed: Mapping[Key, Cells], gone: set[Key]
) -> list[Cells]:
    """Return the rows of a table, without those dropped and without pointers at them."""
    ids = {row_id for _, row_id in gone}
    key = key_column(table)
    kept = [row for row in rows if (table, row[key]) not in gone]
    return [_unpointed(table, changed.get((table, row[key]), row), ids) for row in kept]


def _unpointed(table: str, row: Cells, gone: set[str]) -> Cells:
    """Return a row that points at no row which was dropped."""
    for column in reference_columns(table):
        ids = row[column].split(_NAMES) if row[column] else []
        if gone.isdisjoint(ids):
            continue
        row = {**row, column: _NAMES.join(one for one in ids if one not in gone)}
        if column == "row_id":
            row = {**row, "table": "", "reason": Reason.DROPPED_BY_HAND}
    return row


def _replaced(table: str, olds: Sequence[Row], news: Sequence[Row]) -> list[Row]:
    """Return the rows as they were that are gone or changed."""
    key = key_column(table)
    after = {row[key]: row for row in news}
    return [row for row in olds if after.get(row[key]) != row]


def _judgements(
    shelf: Shelf, corrections: Sequence[Correction], dropped: set[Key], waiting: list[Waiting]
) -> Iterator[Judged]:
    """Yield the judgements that hold, the last word first; those that contradict it wait."""
    ties = Ties()
    for one in reversed(corrections):
        if one.kind not in JUDGEMENTS:
            continue
        left, right = (one.table, shelf.row_of(one)), (one.table, shelf.other_of(one))
        if why := _hindrance(left, right, dropped):
            waiting.append(Waiting(one, why))
        elif not ties.accept(left, right, is_same=one.kind is CorrectionKind.SAME):
            waiting.append(Waiting(one, "later judgements say otherwise"))
        else:
            judgement, who = Judgement(one.kind.value), one.who or _UNNAMED
            ends = (*left, *right)
            yield Judged(one, LinkRow(*ends, judgement, None, one.note, who, one.when))


def _hindrance(left: Key, right: Key, dropped: set[Key]) -> str:
    """Return why a judgement cannot hold of two rows, or nothing."""
    if not right[1]:
        return "its other row is not in this output"
    if left == right:
        return "its two rows are one row now"
    return "" if dropped.isdisjoint({left, right}) else "a row of it was dropped"


def restore(
    rows: Mapping[str, Sequence[Cells]], originals: Mapping[str, Sequence[Cells]]
) -> dict[str, list[Cells]]:
    """Return the rows as the rules found them, from those that were corrected."""
    places = {row["report_id"]: nth for nth, row in enumerate(rows["reports"])}
    return {
        table: _restored(table, own, originals[table], places) if table in originals else list(own)
        for table, own in rows.items()
    }


def _restored(
    table: str, rows: Sequence[Cells], originals: Sequence[Cells], places: Mapping[str, int]
) -> list[Cells]:
    """Return the rows of a table with the originals in their places."""
    key = key_column(table)
    whole = {row[key]: row for row in (*rows, *originals)}
    return sorted(
        whole.values(),
        key=lambda row: (
            places[row["report_id"]],
            int(row["page"]),
            int(row["char_start"]),
            row[key],
        ),
    )
