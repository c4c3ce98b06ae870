"""Figures in tables of indicators: a number under a period, with its row's change and rating."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from csp_extract.extract.found import Found, Span
from csp_extract.extract.measures.areas import area_measures
from csp_extract.extract.measures.lexicon import direction_of, lexicon
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind, Direction, MeasureUnit, MeasureValue

_FIGURE = re.compile(
    r"\s*(?P<last>(?P<value>\d{1,3}(?:,\d{3})+|\d{1,7})(?P<part>\.\d+)?\s?(?P<percent>%)?)"
    r"(?:\s(?P<rag>(?i:red|amber|green)))?\s*"
)
_IN_FIELD = re.compile(
    r"\s*(?P<last>(?P<value>\d{1,3}(?:,\d{3})+|\d{1,7})(?P<part>\.\d+)?\s?(?P<percent>%)?)"
    r"(?=\s*(?:$|\(|[,.;](?!\d)|(?:against|compared|in\s20)\b))"
)
_PERIOD = re.compile(
    r"\b20\d\d|\bQ[1-4]\b|\bquarter\b|\byear\b|\bytd\b|\bmonths?\b"
    r"|\b(?:actual|outturn|current|previous|latest|baseline|performance|to date)\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d\d\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:Q[1-4]|quarter|ytd|to date)\b", re.IGNORECASE)
_TO_DATE = re.compile(r"\bto date\b", re.IGNORECASE)
# "Number of thefts during 2019/20": what a row counts, and when.
_NUMBER_OF = re.compile(
    r"(?:total\s)?(?:number|no\.?|#)\sof\s(?:[\w’'/-]+\s){1,4}?(?:during|in|for|to)\s",
    re.IGNORECASE,
)
# A word that a narrow column broke: "Septem- ber".
_BROKEN = re.compile(r"(?<=[a-z])-\s(?=[a-z])")
_RATED = re.compile(r"\s(?:RAG|Status|Rating)$")
_RATE = re.compile(r"\brate\b|\bper\s(?:1,?000|10,?000|100,?000)\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bper\s?cent")
_NO_CHANGE = re.compile(
    r"(?:[+–-]?0(?:\.0+)?\s?%?$|level\b|no change\b|same\b|stable\b)", re.IGNORECASE
)
_RAG = re.compile(r"\b(?P<rag>red|amber|green)\b", re.IGNORECASE)
_RATING = re.compile(r"(?<=[\d%])\s(?:red|amber|green)$", re.IGNORECASE)
_RAG_AFTER = re.compile(r"\d%?\s(?P<rag>red|amber|green)$", re.IGNORECASE)
_MONEY = re.compile(r"£|€|\$|\bcosts?\b|\bbudget\b|\bfunding\b|\bspend\b", re.IGNORECASE)


def table_measures(reading: Reading) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of tables whose columns are periods; a cell of money is no figure."""
    money = {found.span.start for found in reading.amounts}
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in reading.blocks:
        if block.kind is BlockKind.CELL:
            rows.setdefault((block.table, block.row), []).append(block)
    tables: dict[int, list[Block]] = {}
    for (table, _), row in rows.items():
        tables.setdefault(table, []).extend(row)
    of_money = {table for table, cells in tables.items() if _is_of_money(reading, cells)}
    yield from area_measures(
        reading, {table: cells for table, cells in tables.items() if table not in of_money}
    )
    for (table, number), row in rows.items():
        following = rows.get((table, number + 1), [])
        if table not in of_money:
            yield from _row(reading, row, _label_of(reading, row, following), money)


def _is_of_money(reading: Reading, cells: Sequence[Block]) -> bool:
    """Return whether the first head of a table says that it is of money: "Table A: £000"."""
    return bool(cells) and "£" in reading.report.slice(cells[0])


def field_measures(reading: Reading) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of forms whose label is counted: "Deliberate fires: 87 (target 95)"."""
    money = {found.span.start for found in reading.amounts}
    for block in reading.blocks:
        if block.kind is not BlockKind.FIELD or not block.row_head:
            continue
        match = _IN_FIELD.match(reading.report.slice(block))
        words = {word.casefold() for word in re.findall(r"[\w’'-]+", block.row_head)}
        if match is None or not words & (lexicon().counted | lexicon().labels):
            continue
        if any(at in money for at in range(block.start, block.end)):
            continue
        label = " ".join(block.row_head.split())
        value = MeasureValue(measure=label, value=_value(match), unit=_unit(match, label))
        start = block.start + match.start("last")
        yield Found(Span(start, block.start + match.end("last")), value, "label and figure")


def _label_of(reading: Reading, row: list[Block], following: list[Block]) -> str:
    """Return what a row counts: its head, or its last words before the figures.

    A row that holds one cell goes on with the label above: "Repeat victims of" "crime (%)".
    """
    label = next((block.row_head for block in row if block.row_head), "")
    if not label or not _WORDS.search(label):
        for block in row:
            words = reading.report.slice(block).strip()
            if _FIGURE.fullmatch(words) and _PERIOD.search(block.col_head):
                break
            label = words if _WORDS.search(words) else label
    if len(following) == 1 and len(row) > 1:
        more = reading.report.slice(following[0]).strip()
        if more[:1].islower() and len(more) < _LABEL_LENGTH:
            label = f"{label} {more}"
    return " ".join(label.split())


_WORDS = re.compile(r"[A-Za-z]{3}")
_LABEL_LENGTH = 60


def _row(
    reading: Reading, row: list[Block], label: str, money: set[int]
) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of one row; its change and rating belong to the last of its periods."""
    if not label or _MONEY.search(label):
        return
    rag = _rag_of(reading, row)
    cells = [
        (block, match)
        for block in row
        if (match := _figure_in(reading, block, money, is_rated=bool(rag)))
    ]
    last = _latest([block for block, _ in cells])
    way, change = _change_of(reading, row)
    for place, (block, match) in enumerate(cells):
        start = block.start + match.start()
        base = cells[place - 1][0] if block is last and way and place else None
        value = MeasureValue(
            measure=label,
            value=_value(match),
            unit=_unit(match, label),
            direction=way if block is last else None,
            change=change if block is last else "",
            period=_period(block),
            compared_with=_period(base) if base else "",
            rag=(rag or (match["rag"] or "").lower()) if block is last or match["rag"] else "",
        )
        yield Found(Span(start, block.start + match.end("last")), value, "table of indicators")


def _figure_in(
    reading: Reading, block: Block, money: set[int], *, is_rated: bool
) -> re.Match[str] | None:
    """Return the figure of a cell under a period; a rated row may have lost its heads."""
    head, match = block.col_head, _FIGURE.fullmatch(reading.report.slice(block))
    if match is None or block.is_head or any(at in money for at in range(block.start, block.end)):
        return None
    if _MONEY.search(head) or _heads(head) & lexicon().change_heads:
        return None
    words = _heads(_NUMBER_OF.sub("", head)) - ({"date"} if _TO_DATE.search(head) else set())
    if words & (lexicon().no_figure - {"year", "total"}):
        return None
    return match if _PERIOD.search(head) or (is_rated and not head) else None


def _period(block: Block) -> str:
    """Return the period that the head of a figure's column names."""
    head = _BROKEN.sub("", " ".join(block.col_head.split()))
    return _NUMBER_OF.sub("", _RATED.sub("", head))


def _value(match: re.Match[str]) -> Decimal:
    """Return the number of a figure."""
    return Decimal(match["value"].replace(",", "") + (match["part"] or ""))


def _unit(match: re.Match[str], label: str) -> MeasureUnit:
    """Return the unit that a figure or its row's label has."""
    if match["percent"] or _PERCENT.search(label):
        return MeasureUnit.PERCENT
    return MeasureUnit.RATE if _RATE.search(label) else MeasureUnit.COUNT


def _latest(figures: list[Block]) -> Block | None:
    """Return the figure of the last whole period: the last column, a part of its year aside."""
    whole = [block for block in figures if not _PART.search(block.col_head)]
    return (whole or figures)[-1] if figures else None


def _heads(head: str) -> set[str]:
    """Return the words of a column's heading."""
    return set(re.findall(r"[a-z£]+", head.casefold()))


def _rag_of(reading: Reading, row: list[Block]) -> str:
    """Return the rating of a row, in lower case, or nothing."""
    for block in row:
        match = _RAG.fullmatch(reading.report.slice(block).strip()) or _RAG_AFTER.search(
            reading.report.slice(block).strip()
        )
        if match and (not block.col_head or _heads(block.col_head) & lexicon().rag_heads):
            return match["rag"].lower()
    return ""


def _change_of(reading: Reading, row: list[Block]) -> tuple[Direction | None, str]:
    """Return which way the change of a row points and its words, from the column of changes."""
    for block in row:
        words = _RATING.sub("", " ".join(reading.report.slice(block).split()))
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
