"""Action logs and programmes: tables whose plain date column tells when each row is due."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import DateRole, DateValue, Precision

ACT_COLUMN = re.compile(
    r"(?:agreed |proposed |key )?(?:actions?|tasks?|recommendations?|what(?! happened)|commitments?"
    r"|milestones?|activit(?:y|ies)|events?|initiatives?|operations?|campaigns?|projects?)\b",
    re.IGNORECASE,
)
_OWNER_COLUMN = re.compile(
    r"(?:action |task )?(?:owner|lead|who|responsib\w+|officer|by whom)(?: officer)?s?",
    re.IGNORECASE,
)
_DATE_COLUMN = re.compile(r"dates?|timing|when\??", re.IGNORECASE)


def due_in_logs(reading: Reading, found: Sequence[Found[DateValue]]) -> list[Found[DateValue]]:
    """Return the dates of a report, those in the date column of an action log as deadlines.

    Where the column holds mostly stretches of days, it tells when things take place.
    """
    logs = _action_logs(reading)
    tables = [_table_of(reading, logs, row) for row in found]
    ranges = Counter(
        table
        for row, table in zip(found, tables, strict=True)
        if row.value.precision is Precision.RANGE
    )
    counts = Counter(tables)
    return [
        _due(row, is_programme=2 * ranges[table] >= counts[table]) if table >= 0 else row
        for row, table in zip(found, tables, strict=True)
    ]


def _action_logs(reading: Reading) -> frozenset[int]:
    """Return the tables of things to do: those with a column for what, and one for who does it."""
    heads = {(block.table, block.col_head.strip()) for block in reading.blocks if block.table >= 0}
    owned = {table for table, head in heads if _OWNER_COLUMN.fullmatch(head)}
    return frozenset(table for table, head in heads if ACT_COLUMN.match(head) and table in owned)


def _table_of(reading: Reading, logs: frozenset[int], row: Found[DateValue]) -> int:
    """Return the action log in whose plain date column a date stands, -1 where in none."""
    passage = reading.passage_at(row.span.start)
    if passage is None or passage.block.table not in logs:
        return -1
    is_plain = _DATE_COLUMN.fullmatch(passage.block.col_head.strip())
    return passage.block.table if is_plain else -1


def _due(row: Found[DateValue], *, is_programme: bool) -> Found[DateValue]:
    role = DateRole.PLANNED if is_programme else DateRole.DEADLINE
    return replace(row, value=replace(row.value, role=role))
