"""What the other cells of its row say of an initiative that a table names."""

import re
from collections.abc import Mapping
from functools import cache

from csp_extract.extract.initiatives.thing import Thing
from csp_extract.extract.initiatives.words import lexicon
from csp_extract.extract.reading import Reading
from csp_extract.records import BlockKind

_SHORT = 12  # words of a cell that is about the one thing it names
_EMPTY = re.compile(r"\W*|n/?a|none|tbc|all|various", re.IGNORECASE)


@cache
def _columns() -> Mapping[str, re.Pattern[str]]:
    """Return how the column of each field may be headed."""
    return {
        field: re.compile(rf"(?:.* / )?(?:{'|'.join(heads)})", re.IGNORECASE)
        for field, heads in lexicon()["columns"].items()
    }


def cells_beside(reading: Reading, thing: Thing) -> dict[str, str]:
    """Return by field what the cells beside a mention in a table say.

    Beside a task that only names the thing, progress is told of it, and nothing else: whoever sees
    to the task need not lead the thing.
    """
    whole, short = _rows(thing)
    found: dict[str, str] = {}
    for block in reading.blocks if whole or short else ():
        row = (block.table, block.row)
        if block.kind is not BlockKind.CELL or row not in whole | short:
            continue
        words = reading.report.slice(block).strip()
        for field, pattern in _columns().items():
            is_told = row in whole or field == "status"
            is_headed = pattern.fullmatch(reading.head_of(block)) is not None
            if is_told and is_headed and not _EMPTY.fullmatch(words):
                found.setdefault(field, words)
    return found


def _rows(thing: Thing) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return the rows whose cell is the name of a thing, and those whose short cell holds it."""
    whole, short = set(), set()
    for clause in thing.mentions:
        block = clause.passage.block
        if block.kind is not BlockKind.CELL:
            continue
        is_title = not clause.span.start and clause.text[clause.span.end :].startswith((":", " –"))
        if is_title or clause.span.end - clause.span.start >= len(clause.text) // 2:
            whole.add((block.table, block.row))
        elif len(clause.text.split()) <= _SHORT:
            short.add((block.table, block.row))
    return whole, short


def count_in(words: str) -> int | None:
    """Return the number that a cell consists of."""
    match = re.fullmatch(
        r"(?:around |about |c\. ?)?(\d{1,3}(?:,\d{3})+|\d{1,6})(?: people)?", words
    )
    return int(match[1].replace(",", "")) if match else None
