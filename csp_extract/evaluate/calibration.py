"""What a confidence is worth: how often rows of a rule are right, and whether the figures hold."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from csp_extract.extract.learned import is_learned

_PRIOR = 10  # rows of the whole table that stand beside a rule's own, so that few prove little
_MOST = 0.99  # nothing is certain
_DOUBT = 30  # rows as told that stand beside those of unseen papers, so that few prove little
_EDGES = (0.5, 0.7, 0.8, 0.9, 0.95, 1.0)  # upper ends of the classes of the reliability table
WHOLE = "*"  # in place of a rule: the table as a whole, for rules that were never measured


class Outcome(NamedTuple):
    """One predicted row, and whether the gold has it with the same value."""

    table: str
    rule: str
    confidence: float | None  # as the row has it
    is_right: bool


def rates_of(
    outcomes: Iterable[Outcome], shifts: Mapping[str, float] | None = None
) -> dict[str, dict[str, float]]:
    """Return how often rows are right, by table and rule.

    A rule's share is drawn towards that of its table as if ten more rows had been seen: a rule that
    fired twice says little by itself. ``shifts`` tells by how much, in log-odds, the rows of a
    table are less often right on papers that no rule was written from.
    """
    by_table: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for outcome in outcomes:
        by_table[outcome.table][outcome.rule].append(outcome.is_right)
    return {
        table: _rates(rules, (shifts or {}).get(table, 0.0))
        for table, rules in sorted(by_table.items())
    }


def _rates(rules: Mapping[str, Sequence[bool]], shift: float) -> dict[str, float]:
    """Return the rates of one table, shifted."""
    seen = [right for rows in rules.values() for right in rows]
    whole = sum(seen) / len(seen)
    rates = {
        rule: (sum(rows) + _PRIOR * whole) / (len(rows) + _PRIOR)
        for rule, rows in sorted(rules.items())
    }
    return {
        rule: round(_shifted(min(rate, _MOST), shift), 2)
        for rule, rate in {WHOLE: whole, **rates}.items()
    }


def of_rules(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return the rows that rules found, without those of chains: these know what taught them."""
    return tuple(one for one in outcomes if not is_learned(one.rule))


def shift_after(shift: float, rows: int, told: float, right: float) -> float:
    """Return the shift of a table, never upwards, after unseen papers showed what it is worth.

    ``told`` is the mean confidence of their rows, made with the last ``shift``, and ``right`` the
    share of them that are right.
    """
    share = (rows * right + _DOUBT * told) / (rows + _DOUBT)
    return round(min(0.0, shift + _log_odds(share) - _log_odds(told)), 2)


def _shifted(rate: float, shift: float) -> float:
    """Return a share moved by log-odds."""
    return 1 / (1 + math.exp(-_log_odds(rate) - shift)) if shift and rate else rate


def _log_odds(share: float) -> float:
    """Return the log-odds of a share, of one that is certain those of the surest there may be."""
    kept = min(max(share, 1 - _MOST), _MOST)
    return math.log(kept / (1 - kept))


def by_other_bodies(outcomes: Mapping[str, Sequence[Outcome]]) -> Iterator[Outcome]:
    """Yield every row with the confidence that the rows of all other bodies would have given it.

    ``outcomes`` holds the rows of each body. What is told of a body was not measured on it.
    """
    for body, rows in sorted(outcomes.items()):
        rates = rates_of(row for name in sorted(outcomes) if name != body for row in outcomes[name])
        for row in rows:
            table = rates.get(row.table)
            if table:
                yield row._replace(confidence=table.get(row.rule, table[WHOLE]))


def reliability_of(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Return, for each table with confidences, its classes and the expected calibration error.

    The error is the mean distance between the confidence of a class of rows and the share of them
    that are right, weighted by rows.
    """
    by_table: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.confidence is not None:
            by_table[outcome.table].append((outcome.confidence, outcome.is_right))
    return {table: _reliability(rows) for table, rows in by_table.items()}


def _reliability(rows: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    """Return the classes of one table and its error."""
    classes: dict[float, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, is_right in rows:
        classes[next(edge for edge in _EDGES if confidence <= edge)].append((confidence, is_right))
    lines = [
        {
            "up_to": edge,
            "rows": len(members),
            "confidence": round(sum(one for one, _ in members) / len(members), 3),
            "right": round(sum(right for _, right in members) / len(members), 3),
        }
        for edge, members in sorted(classes.items())
    ]
    error = sum(line["rows"] * abs(line["confidence"] - line["right"]) for line in lines)
    return {
        "rows": len(rows),
        "told": round(sum(confidence for confidence, _ in rows) / len(rows), 3),
        "right": round(sum(right for _, right in rows) / len(rows), 3),
        "error": round(error / len(rows), 3),
        "classes": lines,
    }


def write_reliability(tables: Mapping[str, Any]) -> str:
    """Return the reliability tables as lines of text."""
    lines = [f"{'confidence':<12} {'rows':>5} {'told':>6} {'right':>6}"]
    for table, figures in tables.items():
        lines.append(f"{table:<12} {figures['rows']:>5}  calibration error {figures['error']:.3f}")
        lines += [
            "  to {up_to:<7} {rows:>5} {confidence:>6.3f} {right:>6.3f}".format(**one)
            for one in figures["classes"]
        ]
    return "\n".join(lines) + "\n"
