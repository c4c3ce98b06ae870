"""The board of scores: as lines for a person, as data for a gate."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from csp_extract.evaluate.score import Lapse, ReportScore, TableCounts, add_up

_ROUNDS = 500  # of the bootstrap; reports are drawn, not rows, for rows of a report are alike

_HEAD = (
    f"{'table':<12} {'gold':>5} {'found':>5}  {'P':>5} {'R':>5} {'F1':>5}"
    f"  {'value':>5} {'strict':>6}  95 %"
)


def board_of(scores: Sequence[ReportScore], groups: Mapping[str, str]) -> dict[str, Any]:
    """Return the whole board as plain data; ``groups`` says which group a report belongs to."""
    names = sorted({groups.get(score.name, "") for score in scores} - {""})
    return {
        "reports": len(scores),
        "tables": _tables(scores),
        "groups": {
            name: _tables([score for score in scores if groups.get(score.name) == name])
            for name in names
        },
    }


def _tables(scores: Sequence[ReportScore]) -> dict[str, Any]:
    """Return the figures of every table that has gold or predictions."""
    return {
        table: _figures(table, counts, scores)
        for table, counts in add_up(scores).items()
        if counts.gold or counts.predicted
    }


def _figures(table: str, counts: TableCounts, scores: Sequence[ReportScore]) -> dict[str, Any]:
    """Return the figures of one table, rounded to a tenth of a point."""
    columns = {
        name: {
            "recall": round(column.right / column.stated, 3),
            "stated": column.stated,
            "invented": round(column.invented / column.filled, 3) if column.filled else 0.0,
        }
        for name, column in counts.columns.items()
        if column.stated
    }
    if table == "report":
        return {"gold": counts.gold, "columns": columns}
    low, high = _interval(table, scores)
    return {
        "gold": counts.gold,
        "predicted": counts.predicted,
        "precision": round(counts.tolerant().precision, 3),
        "recall": round(counts.tolerant().recall, 3),
        "f1": round(counts.tolerant().f1, 3),
        "f1_interval": [round(low, 3), round(high, 3)],
        "value_f1": round(counts.value().f1, 3),
        "strict_f1": round(counts.exact().f1, 3),
        "columns": columns,
    }


def _interval(table: str, scores: Sequence[ReportScore]) -> tuple[float, float]:
    """Return the middle 95 % of F1 over samples of the reports, drawn with a fixed seed."""
    chance = random.Random(0)  # noqa: S311 a sample, not a secret
    counts = [score.counts[table] for score in scores]
    found = []
    for _ in range(_ROUNDS):
        total = TableCounts()
        for drawn in chance.choices(counts, k=len(counts)):
            total.matched += drawn.matched
            total.missed += drawn.missed
            total.spurious += drawn.spurious
        found.append(total.tolerant().f1)
    found.sort()
    return found[int(0.025 * _ROUNDS)], found[int(0.975 * _ROUNDS) - 1]


def write_board(board: Mapping[str, Any]) -> str:
    """Return the board as lines of text."""
    lines = [f"{board['reports']} reports with gold", ""]
    lines += list(_lines(board["tables"]))
    for name, tables in board["groups"].items():
        lines += ["", f"{name}:", *_short_lines(tables)]
    return "\n".join(lines) + "\n"


def _lines(tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line a table, then its columns."""
    yield _HEAD
    for table, figures in tables.items():
        if "f1" in figures:
            low, high = figures["f1_interval"]
            yield (
                f"{table:<12} {figures['gold']:>5} {figures['predicted']:>5}  "
                f"{figures['precision']:>5.3f} {figures['recall']:>5.3f} {figures['f1']:>5.3f}  "
                f"{figures['value_f1']:>5.3f} {figures['strict_f1']:>6.3f}  {low:.2f}-{high:.2f}"
            )
    yield ""
    yield f"{'column':<28} {'stated':>6} {'right':>6} {'invented':>8}"
    for table, figures in tables.items():
        for name, column in figures["columns"].items():
            yield (
                f"{table + '.' + name:<28} {column['stated']:>6} "
                f"{column['recall']:>6.3f} {column['invented']:>8.3f}"
            )


def _short_lines(tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield the F1 of each table of a group."""
    for table, figures in tables.items():
        if "f1" in figures:
            yield f"  {table:<12} {figures['gold']:>5}  {figures['f1']:.3f}"


def write_lapses(lapses: Sequence[Lapse]) -> str:
    """Return every error as a line: report, table, what, paragraph, wanted, got, words around."""
    return "".join("\t".join(_cells(lapse)) + "\n" for lapse in lapses)


def _cells(lapse: Lapse) -> tuple[str, ...]:
    """Return an error's cells."""
    one = lapse
    return one.report, one.table, one.kind, one.para, one.wanted, one.got, one.around
