"""Figures in tables of indicators: a number under a period, with its row's change and rating."""

import re
from collections.abc import Iterator
from decimal import Decimal

from csp_extract.extract.found import Found, Span
from csp_extract.extract.measures.lexicon import direction_of, lexicon
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind, Direction, MeasureUnit, MeasureValue

_FIGURE = re.compile(
    r"(?P<sign>[+–-]?)(?P<value>\d{1,3}(?:,\d{3})+|\d{1,7})(?P<part>\.\d+)?\s?(?P<percent>%)?"
)
_PERIOD = re.compile(r"\b20\d\d|\bQ[1-4]\b|\bquarter\b|\byear\b|\bytd\b|\bmonths?\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:Q[1-4]|quarter|ytd|to date)\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bper\s?cent")
_NO_CHANGE = re.compile(
    r"(?:[+–-]?0(?:\.0+)?\s?%?$|level\b|no change\b|same\b|stable\b)", re.IGNORECASE
)
_RAG = re.compile(r"\b(?P<rag>red|amber|green)\b", re.IGNORECASE)
_MONEY = re.compile(r"£|€|\$|\bcosts?\b|\bbudget\b|\bfunding\b|\bspend\b", re.IGNORECASE)


def table_measures(reading: Reading) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of tables whose columns are periods; a cell of money is no figure."""
    money = {found.span.start for found in reading.amounts}
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in reading.blocks:
        if block.kind is BlockKind.CELL:
            rows.setdefault((block.table, block.row), []).append(block)
    for row in rows.values():
        yield from _row(reading, row, money)


def _row(reading: Reading, row: list[Block], money: set[int]) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of one row; its change and rating belong to the last of its periods."""
    rag = _rag_of(reading, row)
    figures = [block for block in row if _is_figure(reading, block, money, is_rated=bool(rag))]
    way, change = _change_of(reading, row)
    last = _latest(figures)
    for block in figures:
        words = reading.report.slice(block).strip()
        match = _FIGURE.fullmatch(words)
        if match is None:
            continue
        start = block.start + reading.report.slice(block).index(words)
        is_percent = match["percent"] or _PERCENT.search(block.row_head)
        value = MeasureValue(
            measure=" ".join(block.row_head.split()),
            value=Decimal(match["value"].replace(",", "") + (match["part"] or "")),
            unit=MeasureUnit.PERCENT if is_percent else MeasureUnit.COUNT,
            direction=way if block is last else None,
            change=change if block is last else "",
            period=" ".join(block.col_head.split()),
            compared_with=_base_of(figures, block) if block is last and way else "",
            rag=rag if block is last else "",
        )
        yield Found(Span(start, start + len(words)), value, "table of indicators")


def _is_figure(reading: Reading, block: Block, money: set[int], *, is_rated: bool) -> bool:
    """Return whether a cell is a figure under a period; a rated row may have lost its heads."""
    head, words = block.col_head, reading.report.slice(block).strip()
    if block.is_head or not block.row_head or not _FIGURE.fullmatch(words):
        return False
    if any(at in money for at in range(block.start, block.end)):
        return False
    if _MONEY.search(head + block.row_head) or _heads(head) & lexicon().change_heads:
        return False
    if _heads(head) & (lexicon().no_figure - {"year", "total"}):
        return False
    return bool(_PERIOD.search(head)) or (is_rated and not head)


def _latest(figures: list[Block]) -> Block | None:
    """Return the figure of the last whole period: the last column, a part of its year aside."""
    whole = [block for block in figures if not _PART.search(block.col_head)]
    return (whole or figures)[-1] if figures else None


def _base_of(figures: list[Block], block: Block) -> str:
    """Return the period before that of a figure, as its column is headed."""
    place = next(at for at, figure in enumerate(figures) if figure is block)
    return " ".join(figures[place - 1].col_head.split()) if place > 0 else ""


def _heads(head: str) -> set[str]:
    """Return the words of a column's heading."""
    return set(re.findall(r"[a-z£]+", head.casefold()))


def _rag_of(reading: Reading, row: list[Block]) -> str:
    """Return the rating of a row, in lower case, or nothing."""
    for block in row:
        match = _RAG.fullmatch(reading.report.slice(block).strip())
        if match and (not block.col_head or _heads(block.col_head) & lexicon().rag_heads):
            return match["rag"].lower()
    return ""


def _change_of(reading: Reading, row: list[Block]) -> tuple[Direction | None, str]:
    """Return which way the change of a row points and its words, from the column of changes."""
    for block in row:
        words = " ".join(reading.report.slice(block).split())
        if block.is_head or not _heads(block.col_head) & lexicon().change_heads:
            continue
        way = _way_of(words)
        if way is not None:
            return way, words if re.search(r"\d", words) else ""
    return None, ""


def _way_of(words: str) -> Direction | None:
    """Return which way a change points, by its sign or its word."""
    if _NO_CHANGE.match(words):
        return Direction.NONE
    if re.match(r"[–-]\s?\d|▼|↓", words):
        return Direction.DOWN
    if re.match(r"\+?\s?\d|▲|↑", words):
        return Direction.UP
    return direction_of(words.split(maxsplit=1)[0]) if words else None
