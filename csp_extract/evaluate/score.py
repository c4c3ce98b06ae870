"""Counts and scores: per table, per column, per report, added up over any set of reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from csp_extract.evaluate.calibration import Outcome
from csp_extract.evaluate.locate import Place, locate
from csp_extract.evaluate.match import Matched, match_rows
from csp_extract.evaluate.rows import TABLES, GoldRow, PredictedReport, PredictedRow
from csp_extract.evaluate.same import is_empty, same_cell, same_value

_AROUND = 90  # characters shown on either side of an error

# The columns that the annotation guide asks for, by table.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "dates": ("precision", "resolution", "bound", "role", "event", "rrule"),
    "amounts": tuple(
        "currency qualifier per kind status scope funder recipient purpose financial_years"
        " total_of".split()
    ),
    "initiatives": tuple("kind status lead funder partners audience reach area aliases".split()),
    "priorities": ("owner", "rank", "period", "kind"),
    "commitments": ("action", "owner", "due", "modality", "strength"),
    "decisions": ("status", "mover"),
    "measures": ("measure", "unit", "direction", "change", "period", "compared_with", "area"),
    "report": tuple(
        "title body partnership committee meeting_date drafted_from drafted_to author contact"
        " kind".split()
    ),
}


class Rate(NamedTuple):
    """Precision, recall and their harmonic mean; each 0 where there is nothing to divide by."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: int, predicted: int, gold: int) -> "Rate":
        """Return the rate of ``right`` among the predicted and among the gold."""
        precision = right / predicted if predicted else 0.0
        recall = right / gold if gold else 0.0
        total = precision + recall
        return cls(precision, recall, 2 * precision * recall / total if total else 0.0)


@dataclass
class ColumnCounts:
    """How a column did on the matched rows."""

    stated: int = 0
    right: int = 0
    filled: int = 0
    invented: int = 0  # filled where the gold is empty

    def add(self, other: "ColumnCounts") -> None:
        """Add the counts of other rows."""
        self.stated += other.stated
        self.right += other.right
        self.filled += other.filled
        self.invented += other.invented


@dataclass
class TableCounts:
    """How a table did; optional annotations and what they matched count nowhere."""

    matched: int = 0
    missed: int = 0
    spurious: int = 0
    valued: int = 0  # matched with the right value
    strict: int = 0
    columns: dict[str, ColumnCounts] = field(default_factory=lambda: defaultdict(ColumnCounts))

    @property
    def gold(self) -> int:
        """How many rows the gold asks for."""
        return self.matched + self.missed

    @property
    def predicted(self) -> int:
        """How many rows were predicted, those on optional gold left out."""
        return self.matched + self.spurious

    def tolerant(self) -> Rate:
        """Return the rate of rows found."""
        return Rate.of(self.matched, self.predicted, self.gold)

    def exact(self) -> Rate:
        """Return the rate of rows found with the same span."""
        return Rate.of(self.strict, self.predicted, self.gold)

    def value(self) -> Rate:
        """Return the rate of rows found with the right value."""
        return Rate.of(self.valued, self.predicted, self.gold)

    def add(self, other: "TableCounts") -> None:
        """Add the counts of another report."""
        for name in ("matched", "missed", "spurious", "valued", "strict"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name, counts in other.columns.items():
            self.columns[name].add(counts)


@dataclass(frozen=True)
class Lapse:
    """One error, for the reader of the board: what was wanted, what was there."""

    report: str
    table: str
    kind: str  # missed, spurious, value, or the name of the wrong column
    wanted: str
    got: str
    para: str
    place: Place | None = field(default=None, compare=False)  # in the text of the report
    around: str = field(default="", compare=False)  # the words there, with some on either side


@dataclass(frozen=True)
class ReportScore:
    """The counts and errors of one report."""

    name: str
    counts: Mapping[str, TableCounts]
    lapses: tuple[Lapse, ...]
    outcomes: tuple[Outcome, ...] = ()


def score_report(
    name: str, gold: Sequence[GoldRow], predicted: PredictedReport | None
) -> ReportScore:
    """Return how a run did on one report; a report that the run does not have is all missed."""
    counts: dict[str, TableCounts] = {}
    lapses: list[Lapse] = []
    outcomes: list[Outcome] = []
    for table in TABLES:
        wanted = [row for row in gold if row.table == table]
        rows = predicted.rows[table] if predicted else ()
        rows = tuple(_with_parts(rows) if table == "amounts" else rows)
        places = locate(wanted, predicted.text if predicted else "")
        matched = match_rows(wanted, places, rows)
        counts[table] = _score_table(name, wanted, places, rows, matched=matched, lapses=lapses)
        outcomes.extend(_outcomes(table, wanted, rows, matched))
    counts["report"] = _score_about(name, gold, predicted, lapses)
    text = predicted.text if predicted else ""
    shown = tuple(replace(lapse, around=_around(text, lapse.place)) for lapse in lapses)
    return ReportScore(name, counts, shown, tuple(outcomes))


def _around(text: str, place: Place | None) -> str:
    """Return the words of a place on their lines, with those shortly before and after."""
    if place is None:
        return ""
    start, end = max(0, place[0] - _AROUND), place[1] + _AROUND
    return " ".join(text[start:end].split())


def _outcomes(
    table: str, gold: Sequence[GoldRow], predicted: Sequence[PredictedRow], matched: Matched
) -> Iterable[Outcome]:
    """Yield whether each predicted row is right: in the gold, optional or not, with its value."""
    partner = {right: left for left, right in matched.pairs}
    for place, row in enumerate(predicted):
        told = row.cells.get("confidence", "")
        is_right = place in partner and same_value(gold[partner[place]], row)
        yield Outcome(table, row.cells["source"], float(told) if told else None, is_right)


def _with_parts(rows: Sequence[PredictedRow]) -> Iterable[PredictedRow]:
    """Yield sums with the words of their parts in place of their ids, as the gold has them."""
    words = {row.row_id: row.cells["text"] for row in rows}
    for row in rows:
        parts = "; ".join(words.get(part, "") for part in row.cells["total_of"].split("; "))
        yield PredictedRow(
            row.table, row.row_id, row.start, row.end, {**row.cells, "total_of": parts}
        )


def _score_table(
    name: str,
    gold: Sequence[GoldRow],
    places: Sequence[Sequence[Place]],
    predicted: Sequence[PredictedRow],
    *,
    matched: Matched,
    lapses: list[Lapse],
) -> TableCounts:
    """Return the counts of one table of one report, and note its errors."""
    strict = match_rows(gold, places, predicted, is_strict=True)
    counts = TableCounts(missed=len(matched.missed), spurious=len(matched.spurious))
    counts.strict = sum(not gold[left].is_optional for left, _ in strict.pairs)
    for left, right in matched.pairs:
        if not gold[left].is_optional:
            _score_pair(name, gold[left], predicted[right], counts, lapses)
    lapses.extend(_left_over(name, gold, places, predicted, matched=matched))
    return counts


def _score_pair(
    name: str, row: GoldRow, other: PredictedRow, counts: TableCounts, lapses: list[Lapse]
) -> None:
    """Count one pair and its columns."""
    counts.matched += 1
    if same_value(row, other):
        counts.valued += 1
    else:
        wanted = " ".join(str(row.values.get(key, "")) for key in ("edtf", "value", "verb"))
        got = " ".join(other.cells.get(key, "") for key in ("edtf", "value", "verb"))
        text = f"{row.quote}: {wanted.strip()}"
        place = other.start, other.end
        lapses.append(Lapse(name, row.table, "value", text, got.strip(), row.para, place))
    for column in COLUMNS[row.table]:
        tally = counts.columns[column]
        place = other.start, other.end
        _score_cell(name, row, other.cells, column, place, counts=tally, lapses=lapses)


def _score_cell(
    name: str,
    row: GoldRow,
    cells: Mapping[str, str],
    column: str,
    place: Place | None,
    *,
    counts: ColumnCounts,
    lapses: list[Lapse],
) -> None:
    """Count one cell: right where stated, invented where not."""
    is_stated, is_filled = not is_empty(row.values.get(column)), not is_empty(cells.get(column))
    is_right = same_cell(row, cells, column)
    counts.stated += is_stated
    counts.right += is_stated and is_right
    counts.filled += is_filled
    counts.invented += is_filled and not is_stated and not is_right
    if not is_right:
        wanted, got = str(row.values.get(column, "")), cells.get(column, "")
        lapses.append(
            Lapse(name, row.table, column, f"{row.quote}: {wanted}", got, row.para, place)
        )


def _left_over(
    name: str,
    gold: Sequence[GoldRow],
    places: Sequence[Sequence[Place]],
    predicted: Sequence[PredictedRow],
    *,
    matched: Matched,
) -> Iterable[Lapse]:
    """Yield what has no partner on either side."""
    for at in matched.missed:
        row, place = gold[at], next(iter(places[at]), None)
        yield Lapse(name, row.table, "missed", row.quote, "", row.para, place)
    for at in matched.spurious:
        extra = predicted[at]
        words = f"{extra.cells['text']} [{extra.cells['source']}]"
        para, place = extra.cells["para"], (extra.start, extra.end)
        yield Lapse(name, extra.table, "spurious", "", words, para, place)


def _score_about(
    name: str, gold: Sequence[GoldRow], predicted: PredictedReport | None, lapses: list[Lapse]
) -> TableCounts:
    """Return the counts of what a report says of itself."""
    counts = TableCounts()
    for row in (row for row in gold if row.table == "report"):
        if predicted is None:
            counts.missed += 1
            continue
        counts.matched += 1
        for column in COLUMNS["report"]:
            tally = counts.columns[column]
            _score_cell(name, row, predicted.about, column, None, counts=tally, lapses=lapses)
    return counts


def add_up(scores: Iterable[ReportScore]) -> dict[str, TableCounts]:
    """Return the counts of several reports together."""
    total: dict[str, TableCounts] = {table: TableCounts() for table in (*TABLES, "report")}
    for score in scores:
        for table, counts in score.counts.items():
            total[table].add(counts)
    return total
