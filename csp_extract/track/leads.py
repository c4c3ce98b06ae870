"""Which changes and silences are worth an auditor's minute: those whose words can be checked.

A lead says what papers say, or that words were looked for and not found. It is given only where the
thing has words to look for, and where a reader who searches the later papers finds nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from csp_extract.records import ChangeKind, ChangeRow, TrackKind
from csp_extract.themes import themes_in
from csp_extract.track.items import Item, Paper
from csp_extract.track.progress import is_heard_of, is_told, telling
from csp_extract.track.thread import Series, Thread
from csp_extract.track.words import cues, fold, form_stems, stems

_PRONOUN = re.compile(r"\b(?:it|its|this|these|them|their|one)\b")
_FULL = 4  # the same, of a promise that calls something by a pronoun
_UNREAD = 1  # meetings between two lists from which on others are not known
_TELLING = 2  # words beside act and form from which a promise can be looked for
_ALIKE = (
    0.5  # share of the words of one mention that the other must have for its date to have moved
)
_HALF_YEAR = 183  # days of a stretch from which it tells no day that could have slipped
_WEAK = frozenset({"expected", "ongoing"})


def is_promise_to_check(item: Item) -> bool:
    """Return whether a mention promises an act to come that has words to look for.

    Not what the meeting itself does when it agrees or notes, nor what goes on, nor what is merely
    expected, nor what was due on the day of the meeting.
    """
    meeting = item.paper.meeting_date
    is_past = bool(item.days and meeting and item.days[1] <= meeting)
    return (
        not is_past
        and item.cell("modality") not in _WEAK
        and item.act not in stems("settled")
        and len(telling(item)) >= (_TELLING if not _PRONOUN.search(item.cell("action")) else _FULL)
    )


def is_unheard_of(thread: Thread, later: Sequence[Paper], series: Series) -> bool:
    """Return whether no later paper has a passage with the words of a thing."""
    return not any(
        tells(item, later, series) for item in thread.items[-1:] for tells in (is_told, is_heard_of)
    )


def is_told_off(thread: Thread) -> bool:
    """Return whether the last paper tells, near the name, that a thing ends or becomes another."""
    lines = thread.last.paper.text.split("\n")
    names = [name for item in thread.items for name in item.names if name]
    return any(
        cues("over").search(fold(" ".join(lines[at : at + 2])))
        for at, line in enumerate(lines)
        if any(name in fold(line) for name in names)
    )


def is_sure_move(row: ChangeRow, items: Sequence[Item], thread: Thread) -> bool:
    """Return whether a date surely slipped: two mentions of one thing, told at two meetings.

    Where minutes have another day than the report before them, the meeting mostly decided so; and
    a thing that fills a year is told for another year where it goes on.
    """
    old, new = (next(item for item in items if item.row_id == one) for one in row.row_ids[:2])
    if old.paper.is_of_meeting(new.paper) or _is_long(old) or _is_long(new):
        return False
    column = "action" if thread.kind is TrackKind.COMMITMENT else "event"
    mine, theirs = (_told(item.words_of(column)) for item in (old, new))
    least = min(len(mine), len(theirs))
    return bool(least) and len(mine & theirs) >= _ALIKE * least and len(mine | theirs) >= _TELLING


def _is_long(item: Item) -> bool:
    """Return whether the date of a mention is a stretch of half a year or more."""
    return item.days is not None and (item.days[1] - item.days[0]).days >= _HALF_YEAR


def _told(words: frozenset[str]) -> frozenset[str]:
    """Return words without those of form, numbers and months, which days have in common."""
    months = stems("months")
    return frozenset(one for one in words - form_stems() - months if not one[0].isdigit())


def is_sure_sum(row: ChangeRow, items: Sequence[Item]) -> bool:
    """Return whether two figures are surely of one award.

    Both say for which year, what the one is for the other is for, and neither paper has the figure
    of the other.
    """
    old, new = (next(item for item in items if item.row_id == one) for one in row.row_ids[:2])
    return (
        bool(old.years)
        and old.years == new.years
        and old.words_of("purpose") == new.words_of("purpose")
        and not any(
            item.paper == mine.paper and item.cell("value") == other.cell("value")
            for mine, other in ((old, new), (new, old))
            for item in items
        )
    )


def goes_on(changes: Iterable[ChangeRow]) -> frozenset[tuple[str, str]]:
    """Return the pairs of reports of which the later has most of the earlier's list: one, told on.

    A list written anew drops nothing: what went is in other words, or in another item.
    """
    kept, gone = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in changes:
        pair = row.from_report, row.to_report
        kept[pair] += row.kind in {ChangeKind.RETAINED, ChangeKind.REWORDED}
        gone[pair] += row.kind in {ChangeKind.DROPPED, ChangeKind.MERGED, ChangeKind.ABSORBED}
    return frozenset(pair for pair in kept if kept[pair] >= max(gone[pair], 1))


def may_be_reworded(row: ChangeRow, changes: Iterable[ChangeRow]) -> bool:
    """Return whether a priority that is gone may be a new one of the same list in other words.

    Neither says what it is about in words that are known.
    """
    is_new = {ChangeKind.ADDED, ChangeKind.RETURNED}
    return not themes_in(row.before) and any(
        other.kind in is_new and other.to_report == row.to_report and not themes_in(other.after)
        for other in changes
    )


def is_surely_dropped(row: ChangeRow, thread: Thread, after: Paper, series: Series) -> bool:
    """Return whether a priority is nowhere in the paper whose list no longer has it.

    Lists far apart have others between them, which were not read.
    """
    old = next(item for item in thread.items if item.row_id == row.row_ids[0])
    between = [one for one in series.reports_after(old.paper) if one.order < after.order]
    if len({one.meeting_date for one in between}) > _UNREAD:
        return False
    return fold(old.name) not in series.plain(after) and not is_told(old, [after], series)
