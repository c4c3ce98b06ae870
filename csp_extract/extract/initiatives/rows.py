"""What the other cells of its row say of an initiative that a table names."""

import re
from collections.abc import Mapping
from functools import cache

from csp_extract.extract.initiatives.gather import Thing
from csp_extract.extract.initiatives.words import lexicon
from csp_extract.extract.reading import Reading
from csp_extract.records import BlockKind

_EMPTY = re.compile(r"\W*|n/?a|none|tbc|all|various", re.IGNORECASE)


@cache
def _columns() -> Mapping[str, re.Pattern[str]]:
    """Return how the column of each field may be headed."""
    return {
        field: re.compile(rf"(?:.* / )?(?:{'|'.join(heads)})", re.IGNORECASE)
        for field, heads in lexicon()["columns"].items()
    }


def cells_beside(reading: Reading, thing: Thing) -> dict[str, str]:
    """Return by field what the cells beside a mention in a table say."""
    rows = {
        (clause.passage.block.table, clause.passage.block.row)
        for clause in thing.mentions
        if clause.passage.block.kind is BlockKind.CELL
        and clause.span.end - clause.span.start >= len(clause.text) // 2
    }
    found: dict[str, str] = {}
    for block in reading.blocks if rows else ():
        if block.kind is not BlockKind.CELL or (block.table, block.row) not in rows:
            continue
        words = reading.report.slice(block).strip()
        for field, pattern in _columns().items():
            if pattern.fullmatch(block.col_head.strip()) and not _EMPTY.fullmatch(words):
                found.setdefault(field, words)
    return found


def count_in(words: str) -> int | None:
    """Return the number that a cell consists of."""
    match = re.fullmatch(
        r"(?:around |about |c\. ?)?(\d{1,3}(?:,\d{3})+|\d{1,6})(?: people)?", words
    )
    return int(match[1].replace(",", "")) if match else None
