"""Tables of places: rows are wards or towns, columns what is counted there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from csp_extract.extract.found import Found, Span
from csp_extract.extract.measures.lexicon import lexicon
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind, DateRole, MeasureUnit, MeasureValue

_PLACES = re.compile(
    r"(?:(?:police|council|local)\s)?(?:area|ward|town|district|borough|place|where|beat|locality|force"
    r"|neighbourhood|division|station ground|parish|county|partnership|csp)(?:\sname)?s?\??",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\s*(?P<value>\d{1,3}(?:,\d{3})+|\d{1,7})(?P<part>\.\d+)?\s?(?P<percent>%)?\s*"
)
_RATE = re.compile(
    r"\brates?\b|\b(?:per|for (?:each|every)|for)\s(?:1,?000|10,?000|100,?000)\b", re.IGNORECASE
)
_MONEY = re.compile(r"£|\b(?:cost|budget|grant|fund|spend|allocation)", re.IGNORECASE)
_CAPTION = 2  # blocks before a table among which its caption stands
# "Ward | Population | Households": nothing that papers count as done.
_CHANGE = re.compile(r"\b(?:change|target|population|rank|difference|variance)\b|%", re.IGNORECASE)


def area_measures(
    reading: Reading, tables: Mapping[int, Sequence[Block]]
) -> Iterator[Found[MeasureValue]]:
    """Yield the figures of the tables whose first column names places."""
    for cells in tables.values():
        first = next((cell for cell in cells if cell.col_head), None)
        if first is None or not _PLACES.fullmatch(first.col_head.strip()):
            continue
        caption = _caption(reading, cells[0])
        if _MONEY.search(reading.report.text[slice(*caption)]):
            continue
        period = next(
            (
                " ".join(reading.report.text[found.span.start : found.span.end].split())
                for found in reading.dates
                if found.value.role is DateRole.PERIOD and caption.holds(found.span)
            ),
            "",
        )
        is_rate = bool(_RATE.search(reading.report.text[slice(*caption)]))
        for cell in cells:
            yield from _figure(reading, cell, period, is_rate=is_rate)


def _caption(reading: Reading, cell: Block) -> Span:
    """Return the characters right before a table where its caption stands."""
    before = [
        block
        for block in reading.blocks
        if block.end <= cell.start and block.kind in {BlockKind.CAPTION, BlockKind.PARAGRAPH}
    ][-_CAPTION:]
    captions = [block for block in before if block.kind is BlockKind.CAPTION] or before[-1:]
    return Span(captions[-1].start, captions[-1].end) if captions else Span(0, 0)


def _figure(
    reading: Reading, cell: Block, period: str, *, is_rate: bool
) -> Iterator[Found[MeasureValue]]:
    """Yield the figure of a cell whose column is counted, with its row as the place."""
    words = {word.casefold() for word in re.findall(r"[\w’'-]+", cell.col_head)}
    match = _FIGURE.fullmatch(reading.report.slice(cell))
    is_counted = bool(words & (lexicon().counted | lexicon().labels))
    if match is None or not cell.row_head or not is_counted or _CHANGE.search(cell.col_head):
        return
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    unit = MeasureUnit.RATE if is_rate and not match["percent"] else unit
    value = MeasureValue(
        measure=" ".join(cell.col_head.split()),
        value=Decimal(match["value"].replace(",", "") + (match["part"] or "")),
        unit=unit,
        period=period,
        area=" ".join(cell.row_head.split()),
    )
    end = cell.start + (match.end("percent") if match["percent"] else match.end("part"))
    end = end if match["percent"] or match["part"] else cell.start + match.end("value")
    yield Found(Span(cell.start + match.start("value"), end), value, "table of places")
