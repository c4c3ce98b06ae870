"""Logs of actions, plans and timetables: tables whose rows are acts with an owner or a day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from csp_extract.extract.commitments.heads import with_heads
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind, DateValue


class Row(NamedTuple):
    """A row of a log of actions: its cells by what their column is for."""

    action: Block
    owner: str
    due: DateValue | None
    is_done: bool
    is_whole: bool  # it has both an owner and a day: one word may name the act
    is_log: bool  # an action or what is told on: a direction, where a step of a plan is a promise


_ORDINARY = frozenset("no number ref reference aim objective priority theme area cost rag".split())
_NEWEST = re.compile(r"\b(?:revised|new|latest|now)\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:ends?|finish|completion|by|due|target|deadline)\b", re.IGNORECASE)
_MEETING = re.compile(r"(?:date\sof\s)?(?:the\s)?(?:meeting|committee)(?:\sdate)?", re.IGNORECASE)
_DONE = re.compile(
    r"\W*(?:(?:now|fully|all|action|task)\s)?(?:{words})\b(?!\s(?:by|in)\s)".replace(
        "{words}", "|".join(sorted(lexicon().columns["done"]))
    ),
    re.IGNORECASE,
)
# What is told as over, with its day: "Sent on 2 October", "Considered 21/02/2017".
_OVER = re.compile(
    r"(?:sent|published|issued|circulated|held|signed|delivered|launched|considered|adopted|submitted"
    r"|approved|appointed)\b[^.;]{0,40}\d",
    re.IGNORECASE,
)
_OUTCOME = re.compile(r"\b(?:outcome|outturn|result)s?\b", re.IGNORECASE)
_SAID = re.compile(r"\bsaid\b", re.IGNORECASE)
_DIRECTED = re.compile(r"\b(?:action|task|recommendation)s?\b", re.IGNORECASE)
_PAST = re.compile(r"\b[a-z]{3,}ed\b|\d", re.IGNORECASE)


def rows_of(reading: Reading) -> Iterator[Row]:
    """Yield the rows of the tables that have a column of acts and one of owners or days."""
    tables: dict[int, list[Block]] = {}
    for block in reading.blocks:
        is_head = block.is_head and not block.row_head and block.row <= 0
        if block.kind is BlockKind.CELL and not is_head:
            tables.setdefault(block.table, []).append(block)
    for cells in tables.values():
        rows: dict[int, list[Block]] = {}
        for block in with_heads(reading, cells, use_of):
            rows.setdefault(block.row, []).append(block)
        columns = _columns(reading, list(rows.values()))
        if "action" not in columns or not ("owner" in columns or "due" in columns):
            continue
        if _SAID.search(columns["action"][0]) and "owner" not in columns:
            continue  # what became of last year's promises
        for row in rows.values():
            yield from _row(reading, row, columns)


def _columns(reading: Reading, rows: Sequence[Sequence[Block]]) -> dict[str, list[str]]:
    """Return the heads of a table's columns by what they are for.

    Where an owner and a day have columns and no head names the acts, the first column of words
    holds them; items of business are acts where they begin with a verb.
    """
    heads = list(dict.fromkeys(block.col_head for row in rows for block in row if block.col_head))
    columns: dict[str, list[str]] = {}
    for head in heads:
        columns.setdefault(use_of(head), []).append(head)
    if "action" not in columns and "what" in columns:
        columns["action"] = columns["what"][:1]
    if "action" not in columns and "owner" in columns and "due" in columns:
        free = [head for head in columns.get("", []) if not _words(head) & _ORDINARY]
        columns["action"] = [head for head in free if _is_wordy(reading, rows, head)][:1]
    if not columns.get("action"):
        columns.pop("action", None)
    if "action" not in columns and any(_MEETING.fullmatch(head.strip()) for head in heads):
        columns = _business(reading, rows, heads, columns)
    return columns


def _business(
    reading: Reading,
    rows: Sequence[Sequence[Block]],
    heads: Sequence[str],
    columns: dict[str, list[str]],
) -> dict[str, list[str]]:
    """Return the columns of a forward plan: what each meeting is to do."""
    acts = lexicon().acts
    for head in heads:
        cells = [block for row in rows for block in row if block.col_head == head]
        first = [reading.report.slice(cell).split()[:1] for cell in cells]
        if cells and all(words and words[0].lower() in acts for words in first):
            due = [head for head in heads if _MEETING.fullmatch(head.strip())]
            return {**columns, "action": [head], "due": due}
    return columns


def _is_wordy(reading: Reading, rows: Sequence[Sequence[Block]], head: str) -> bool:
    """Return whether the cells of a column say things in words."""
    cells = [reading.report.slice(b) for row in rows for b in row if b.col_head == head]
    return sum(len(re.findall(r"[A-Za-z]{3,}", cell)) for cell in cells) > len(cells)


def use_of(head: str) -> str:
    """Return what a column is for: action, owner, due, state, "what", or nothing."""
    words = _words(head)
    columns = lexicon().columns
    if words >= {"we", "say", "now"}:
        return "due"
    if "we" in words and words & {"said", "will", "going"} and "where" not in words:
        return "action"
    if words >= {"where", "we"} or words >= {"have", "we"} or words >= {"so", "far"}:
        return "state"
    for use in ("due", "owner", "state", "action"):
        if words & columns[use]:
            return use
    if {"will", "do"} <= words:
        return "action"
    return "what" if words == {"what"} else ""


def _words(head: str) -> set[str]:
    """Return the words of a head, in lower case."""
    return set(re.findall(r"[a-z]+", head.casefold()))


def _row(reading: Reading, row: Sequence[Block], columns: Mapping[str, list[str]]) -> Iterator[Row]:
    """Yield the row with its cells by their use, where it has an act."""
    by_head = {block.col_head: block for block in reversed(row)}
    action = next((by_head[head] for head in columns["action"] if head in by_head), None)
    if action is None or (action.is_head and action.row <= 0):
        return
    owner = next((by_head[head] for head in columns.get("owner", []) if head in by_head), None)
    days = [by_head[head] for head in columns.get("due", []) if head in by_head]
    due = _due(reading, days)
    others = [block for block in row if block is not action and block is not owner]
    yield Row(
        action,
        reading.report.slice(owner) if owner else "",
        due,
        any(_is_done(reading, block, due) for block in others),
        is_whole=owner is not None and bool(days),
        is_log="state" in columns or bool(_DIRECTED.search(action.col_head)),
    )


def _due(reading: Reading, cells: Sequence[Block]) -> DateValue | None:
    """Return the day of a row: from the newest column that has one, else from where it ends."""
    ordered = sorted(
        cells,
        key=lambda cell: (not _NEWEST.search(cell.col_head), not _ENDS.search(cell.col_head)),
    )
    return next((value for cell in ordered if (value := _date_in(reading, cell))), None)


def _date_in(reading: Reading, cell: Block) -> DateValue | None:
    """Return the last date of a cell: where a target moved, the newest stands last."""
    span = Span(cell.start, cell.end)
    inside = [found.value for found in reading.dates if span.holds(found.span)]
    return inside[-1] if inside else None


def _is_done(reading: Reading, cell: Block, due: DateValue | None) -> bool:
    """Return whether a cell says that its act is over."""
    words = " ".join(reading.report.slice(cell).split())
    is_state = use_of(cell.col_head) == "state"
    if _DONE.match(words) or (is_state and _OVER.match(words)):
        return True
    written = reading.about.drafted_from or reading.about.meeting_date or date.max
    is_past = due is None or (due.end is not None and due.end < written)
    return bool(
        is_past and _OUTCOME.search(cell.col_head) and _PAST.search(words) and _is_told(words)
    )


def _is_told(words: str) -> bool:
    """Return whether an outcome tells of something done: not "Not started", not "Delayed"."""
    return not re.match(
        r"(?:not|no|none|delayed|outstanding|ongoing|under)\b", words, re.IGNORECASE
    )
