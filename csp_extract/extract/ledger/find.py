"""Every candidate of a report with the row that took it, or the reason why none did."""

from collections.abc import Mapping, Sequence
from typing import Any

from csp_extract.extract.found import Found, Span, Target
from csp_extract.extract.ledger.reasons import reason_for
from csp_extract.extract.ledger.scan import scan
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind, CandidateKind, CandidateValue

# The tables that may take a candidate, the one it was meant for first.
_TAKERS: Mapping[CandidateKind, tuple[str, ...]] = {
    CandidateKind.CURRENCY: ("amounts",),
    CandidateKind.MONEY_FIGURE: ("amounts", "measures", "dates"),
    CandidateKind.DATE: ("dates", "amounts", "measures"),
    CandidateKind.FORWARD: ("commitments", "decisions"),
}


def find_candidates(reading: Reading) -> list[Found[CandidateValue]]:
    """Return the ledger of a report in reading order; runs after every family."""
    tables = {table for takers in _TAKERS.values() for table in takers}
    rows = {table: _by_passage(reading, getattr(reading, table)) for table in tables}
    found: list[Found[CandidateValue]] = []
    caption, table = "", -1
    for passage in reading.passages:
        if passage.block.table != table:
            table, caption = passage.block.table, _caption(reading, passage)
        for span, kind in scan(passage, caption):
            found.append(_account(rows, passage, span, kind))
    return sorted(found, key=lambda candidate: (candidate.span, candidate.rule))


def _by_passage(reading: Reading, rows: Sequence[Found[Any]]) -> dict[int, list[Found[Any]]]:
    """Return the mentions that touch each passage, by its place in the reading."""
    groups: dict[int, list[Found[Any]]] = {}
    for row in rows:
        first = reading.passage_at(row.span.start)
        last = reading.passage_at(row.span.end - 1)
        if first is not None and last is not None:
            for index in range(first.index, last.index + 1):
                groups.setdefault(index, []).append(row)
    return groups


def _caption(reading: Reading, passage: Passage) -> str:
    """Return the caption right before the table that a passage opens."""
    before = reading.blocks[passage.block_index - 1] if passage.block_index else None
    is_caption = before is not None and before.kind is BlockKind.CAPTION
    return reading.report.slice(before) if before is not None and is_caption else ""


def _account(
    rows: Mapping[str, Mapping[int, Sequence[Found[Any]]]],
    passage: Passage,
    span: Span,
    kind: CandidateKind,
) -> Found[CandidateValue]:
    """Return a candidate with its taker or its reason."""
    for table in _TAKERS[kind]:
        near = rows[table].get(passage.index, ())
        taker = next((row for row in near if _takes(row, span, passage)), None)
        if taker is not None:
            value = CandidateValue(kind=kind, table=table)
            targets = {"row_id": (Target(table, taker.span),)}
            return Found(span, value, f"ledger: {kind}", targets)
    value = CandidateValue(kind=kind, reason=reason_for(passage, span, kind))
    return Found(span, value, f"ledger: {kind}")


def _takes(row: Found[Any], span: Span, passage: Passage) -> bool:
    """Return whether a row covers a candidate, or begins right behind it: "ACTION: Officers to"."""
    if row.span.overlaps(span):
        return True
    between = passage.text[span.end - passage.start : row.span.start - passage.start]
    return row.span.start >= span.end and not between.strip()
