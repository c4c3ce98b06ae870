"""Priorities as a column of a table."""

import re
from collections.abc import Iterator, Mapping

from csp_extract.extract.found import Found, Span
from csp_extract.extract.priorities.lists import CLOSING, LONG
from csp_extract.extract.priorities.owner import kind_of, owner_of, period_of
from csp_extract.extract.priorities.words import NAME, NAMES
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind, PriorityValue

_COLUMN = re.compile(
    rf"(?:[\w’'&-]+\s){{0,3}}(?:{NAMES}|theme|objective|priority|aim|ambition|outcome)"
    r"(?:,?\s(?:for\s)?20\d\d(?:\s?(?:[/–-]|to)\s?\d{2,4})?)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-h])[.)]\s?(?=\S)")
_ALL = re.compile(r"all\b")
_SHORT = 4  # characters of a number or letter in a column of its own
_CAPTION_WORDS = 12
_PLAN = re.compile(r"\b(?:Plan|Strategy|Agreement|Framework)\b")


def in_columns(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield the cells of a column that is headed as one of priorities."""
    heads = _heads(reading)
    columns = _own_columns(reading, heads)
    counts: dict[tuple[int, int], int] = {}
    for block in reading.blocks:
        place = (block.table, block.col)
        if place not in columns or block.row <= 0 or block.end <= block.start:
            continue
        text = reading.report.slice(block)
        if heads[place] == text or not len(text.split()) <= LONG or text.isdigit():
            continue
        counts[place] = counts.get(place, 0) + 1
        yield _row(reading, block, heads[place], counts[place])


def _row(reading: Reading, block: Block, head: str, rank: int) -> Found[PriorityValue]:
    """Return the row of one cell."""
    above = " / ".join(block.path)
    text = reading.report.slice(block)
    start = block.start + (number.end() if (number := _NUMBER.match(text)) else 0)
    end = block.start + len(CLOSING.sub("", text))
    value = PriorityValue(
        owner=owner_of(reading, head, above),
        rank=rank,
        period=period_of(head, _caption(reading, block.table), above),
        kind=kind_of(head),
    )
    return Found(Span(start, end), value, "priorities: column of a table")


def _heads(reading: Reading) -> Mapping[tuple[int, int], str]:
    """Return the heading of each column of each table."""
    return {
        (block.table, block.col): reading.head_of(block)
        for block in reading.blocks
        if block.kind is BlockKind.CELL
    }


def _own_columns(
    reading: Reading, heads: Mapping[tuple[int, int], str]
) -> frozenset[tuple[int, int]]:
    """Return the columns of priorities that say what their rows are about.

    That stands first in a row, after numbers; later columns say what it belongs to, unless the
    first is one of priorities too ("PCC priority" beside "Partnership priority").
    """
    first = _first_columns(reading)
    own = {
        place for place, head in heads.items() if _COLUMN.fullmatch(head) and first[place[0]] >= 0
    }
    return frozenset(
        (table, col)
        for table, col in own
        if first[table] == col or (NAME.search(heads[table, col]) and (table, first[table]) in own)
    )


def _first_columns(reading: Reading) -> dict[int, int]:
    """Return for each table the column that says what its rows are, after one of numbers.

    Where its cells say the same twice, it only tells what the things beside them belong to.
    """
    cells: dict[tuple[int, int], list[str]] = {}
    for block in reading.blocks:
        if block.table >= 0:
            texts = cells.setdefault((block.table, block.col), [])
            if block.row > 0:
                texts.append(reading.report.slice(block).strip().casefold())
    first: dict[int, int] = {}
    for (table, col), texts in sorted(cells.items()):
        is_numbers = all(len(text) <= _SHORT for text in texts)
        if table not in first and not is_numbers:
            is_told = len(set(texts)) == len(texts) and not any(_ALL.match(text) for text in texts)
            first[table] = col if is_told else -1
    return dict.fromkeys((table for table, _ in cells), -1) | first


def _caption(reading: Reading, table: int) -> str:
    """Return the line above a table that names a list or the plan it is of."""
    first = next(place for place, block in enumerate(reading.blocks) if block.table == table)
    text = reading.report.slice(reading.blocks[first - 1]) if first else ""
    is_title = NAME.search(text) or _PLAN.search(text)
    return text if is_title and len(text.split()) < _CAPTION_WORDS else ""
