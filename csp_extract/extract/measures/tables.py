"""Figures in tables of indicators: a number under a period, with its row's change and rating."""

import re
from collections.abc import Iterator
from decimal import Decimal

from csp_extract.extract.found import Found, Span
from csp_extract.extract.measures.lexicon import lexicon
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind, Direction, MeasureUnit, MeasureValue

_FIGURE = re.compile(
    r"(?P<sign>[+–-]?)(?P<value>\d{1,3}(?:,\d{3})+|\d{1,7})(?P<part>\.\d+)?\s?(?P<percent>%)?"
)
_PERIOD = re.compile(r"\b20\d\d|\bQ[1-4]\b|\bquarter\b|\byear\b|\bytd\b|\bmonths?\b", re.IGNORECASE)
_RAG = re.compile(r"\b(?P<rag>red|amber|green)\b", re.IGNORECASE)
_MONEY = re.compile(r"£|€|\$|\bcosts?\b|\bbudget\b|\bfunding\b|\bspend\b", re.IGNORECASE)


def table_measures(reading: Reading) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of tables whose columns are periods or changes of an indicator."""
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in reading.blocks:
        if block.kind is BlockKind.CELL:
            rows.setdefault((block.table, block.row), []).append(block)
    for row in rows.values():
        yield from _row(reading, row)


def _row(reading: Reading, row: list[Block]) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of one row."""
    rag = _rag_of(reading, row)
    way = next((way for block in row if (way := _way_of(reading, block)) is not None), None)
    for block in row:
        words = reading.report.slice(block).strip()
        match = _FIGURE.fullmatch(words)
        head = block.col_head
        if match is None or block.is_head or not block.row_head or not _PERIOD.search(head):
            continue
        if _heads(head) & (lexicon().no_figure - {"year", "total"}) or _MONEY.search(
            head + block.row_head
        ):
            continue
        start = block.start + reading.report.slice(block).index(words)
        unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
        value = MeasureValue(
            measure=" ".join(block.row_head.split()),
            value=Decimal(match["value"].replace(",", "") + (match["part"] or "")),
            unit=unit,
            direction=way,
            period=" ".join(head.split()),
            rag=rag,
        )
        yield Found(Span(start, start + len(words)), value, "table of indicators")


def _heads(head: str) -> set[str]:
    """Return the words of a column's heading."""
    return set(re.findall(r"[a-z£]+", head.casefold()))


def _rag_of(reading: Reading, row: list[Block]) -> str:
    """Return the rating of a row, in lower case, or nothing."""
    for block in row:
        match = _RAG.fullmatch(reading.report.slice(block).strip())
        if match and (_heads(block.col_head) & lexicon().rag_heads):
            return match["rag"].lower()
    return ""


def _way_of(reading: Reading, block: Block) -> Direction | None:
    """Return which way the change of a row points, by the sign in its column."""
    if not _heads(block.col_head) & lexicon().change_heads:
        return None
    words = reading.report.slice(block).strip()
    if re.match(r"[–-]\s?\d|▼|↓", words):
        return Direction.DOWN
    return Direction.UP if re.match(r"\+?\s?\d|▲|↑", words) else None
