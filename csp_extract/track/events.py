"""What became of a dated event: held as a later paper tells, moved, or never heard of again."""

from itertools import pairwise

from csp_extract.records import ChangeKind, ChangeRow, TrackState
from csp_extract.track.items import LAST, Item
from csp_extract.track.outcome import Outcome, Step, added, change, fallen_silent
from csp_extract.track.progress import told_done
from csp_extract.track.thread import Series, Thread

_TO_COME = frozenset({"planned", "deadline"})


def event(thread: Thread, series: Series) -> Outcome:
    """Return the state and the changes of an event."""
    changes = [*added(thread, series), *moves(thread)]
    if any(_is_told_past(item) for item in thread.items):
        return Outcome(TrackState.HELD, tuple(changes))
    days = thread.last.days
    if days and series.as_of and days[1] >= series.as_of:
        return Outcome(TrackState.PLANNED, tuple(changes))
    if any(told_done(item, series) for item in thread.items):
        return Outcome(TrackState.HELD, tuple(changes))
    silence = fallen_silent(thread, series)
    state = TrackState.SILENT if silence else TrackState.PLANNED
    return Outcome(state, (*changes, *silence))


def _is_told_past(item: Item) -> bool:
    """Return whether a paper tells of the event on a day before its meeting, as done."""
    days, meeting = item.days, item.paper.meeting_date or LAST
    return bool(days and days[0] <= meeting and item.cell("role") not in _TO_COME)


def moves(thread: Thread) -> list[ChangeRow]:
    """Return the changes by which the date of a track moved, each with the days it moved by.

    A day that one paper tells as still to come has moved where another tells a new one, or tells it
    as past and later; what was done in time was kept. A date that is only told more or less finely
    (a month, then a day of it) has not moved. Two papers of one meeting that tell a past day
    differently contradict one another.
    """
    dated = [(paper, item) for paper, items in thread.steps for item in items if item.days]
    found = []
    for (before, old), (after, new) in pairwise(dated):
        days = slippage(old, new)
        if not days or before == after:
            continue
        is_one = before.meeting_date == after.meeting_date
        if is_one and _is_told_past(old) and _is_told_past(new):
            kind = ChangeKind.CONTESTED
        elif _is_to_come(old) and (_is_to_come(new) or days > 0):
            kind = ChangeKind.DATE_MOVED
        else:
            continue
        words, step = (_told(old), _told(new)), Step(before, after)
        found.append(change(thread, kind, step, words, [old, new], days))
    return found


def _is_to_come(item: Item) -> bool:
    """Return whether a paper tells of a day that its meeting has still before it."""
    days, meeting = item.days, item.paper.meeting_date
    return bool(days and meeting and days[1] >= meeting)


def slippage(old: Item, new: Item) -> int:
    """Return by how many days a date moved; 0 where one of the two holds the other."""
    if not old.days or not new.days:
        return 0
    (first, last), (start, end) = old.days, new.days
    if first <= start <= last or start <= first <= end:
        return 0
    return (end - last).days


def _told(item: Item) -> str:
    """Return a date as its paper has it."""
    return item.cell("due") or item.cell("text")
