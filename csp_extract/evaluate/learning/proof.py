"""What a part is worth: rows held against the marks of papers that it has not seen."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Self

from csp_extract.evaluate.learning.paper import Paper
from csp_extract.evaluate.match import match_rows
from csp_extract.evaluate.rows import GoldRow, PredictedRow
from csp_extract.evaluate.score import Rate
from csp_extract.extract.found import Found
from csp_extract.records import cells_of


class Tally(NamedTuple):
    """How many rows are right, how many were predicted, how many there are."""

    right: int = 0
    predicted: int = 0
    wanted: int = 0

    def __add__(self, other: tuple[int, ...]) -> Self:  # type: ignore[override]  # adds up
        """Return both together."""
        return type(self)(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return Rate.of(*self).f1

    def scores(self) -> dict[str, Any]:
        """Return precision, recall and their mean, and of how many rows."""
        rate = Rate.of(*self)
        return {
            "precision": round(rate.precision, 3),
            "recall": round(rate.recall, 3),
            "f1": round(rate.f1, 3),
            "rows": self.wanted,
        }


def tally_of(paper: Paper, table: str, found: Sequence[Found[Any]]) -> Tally:
    """Return how the rows of a table match the marks of a paper (tolerant, as in scoring)."""
    marks = [mark for mark in paper.marks if mark.table == table and not mark.is_mention]
    text = paper.report.text
    gold = [
        GoldRow(table, "", text[mark.start : mark.end], mark.values, mark.is_optional)
        for mark in marks
    ]
    matched = match_rows(
        gold, [[(mark.start, mark.end)] for mark in marks], _predicted(table, found)
    )
    right = sum(not gold[at].is_optional for at, _ in matched.pairs)
    return Tally(right, right + len(matched.spurious), right + len(matched.missed))


def _predicted(table: str, found: Sequence[Found[Any]]) -> list[PredictedRow]:
    """Return rows as the scorer takes them."""
    return [
        PredictedRow(
            table,
            "",
            row.span.start,
            row.span.end,
            cells_of(row.value),
        )
        for row in found
    ]


def write_ablation(scores: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> str:
    """Return the scores of the tables of a part as lines: without it and with it."""
    lines = [f"{'table':<12} {'on bodies left out':<20} {'P':>5} {'R':>5} {'F1':>5} {'rows':>5}"]
    for table, ways in scores.items():
        lines += [
            f"{table:<12} {way:<20} "
            "{precision:>5.3f} {recall:>5.3f} {f1:>5.3f} {rows:>5}".format(**rate)
            for way, rate in ways.items()
        ]
    return "\n".join(lines) + "\n"
