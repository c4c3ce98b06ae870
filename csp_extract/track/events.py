"""What became of a dated event: held as a later paper tells, moved, or never heard of again."""

from collections.abc import Sequence
from itertools import pairwise

from csp_extract.records import ChangeKind, ChangeRow, TrackKind, TrackState
from csp_extract.track.items import LAST, Item
from csp_extract.track.outcome import Outcome, Step, added, change, fallen_silent
from csp_extract.track.progress import told_done
from csp_extract.track.thread import Series, Thread
from csp_extract.track.wording import days_words

_COARSE_DAYS = 3  # from one week or month into the next, which is no move worth telling
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
    dated = [(paper, [item for item in items if item.days]) for paper, items in thread.steps]
    found = []
    for (before, olds), (after, news) in pairwise((one, own) for one, own in dated if own):
        old = next((item for item in reversed(olds) if _is_to_come(item)), olds[-1])
        is_one = before.is_of_meeting(after)
        if any(_is_kept(old, new) for new in news):
            continue
        told = ((new, _move(old, new, is_one=is_one)) for new in _to_come_first(news))
        new, kind = next(((new, kind) for new, kind in told if kind), (None, None))
        if new is not None and kind is not None:
            words, step = (day_told(old), day_told(new)), Step(before, after)
            found.append(change(thread, kind, step, words, [old, new], slippage(old, new)))
    return found


def _is_kept(old: Item, new: Item) -> bool:
    """Return whether a paper tells as past that a thing was done in time, be it early."""
    if not old.days or not new.days or not _is_to_come(old) or not _is_told_past(new):
        return False
    return (old.paper.meeting_date or LAST) < new.days[0] and new.days[1] < old.days[0]


def _to_come_first(items: Sequence[Item]) -> list[Item]:
    """Return mentions, those first that tell of a day to come: the new day, not the one it was."""
    return sorted(items, key=lambda item: not _is_to_come(item))


def _move(old: Item, new: Item, *, is_one: bool) -> ChangeKind | None:
    """Return what two days of a thing tell; ``is_one`` where both papers are of one meeting."""
    days = slippage(old, new)
    if not days:
        return None
    if is_one and _is_told_past(old) and _is_told_past(new):
        return ChangeKind.CONTESTED
    is_moved = _is_to_come(old) and (_is_to_come(new) or days > 0)
    return ChangeKind.DATE_MOVED if is_moved else None


def _is_to_come(item: Item) -> bool:
    """Return whether a paper tells of a day that its meeting has still before it."""
    days, meeting = item.days, item.paper.meeting_date
    return bool(days and meeting and days[1] >= meeting)


def slippage(old: Item, new: Item) -> int:
    """Return by how many days a date moved; 0 where one holds the other, or all but does."""
    if not old.days or not new.days:
        return 0
    (first, last), (start, end) = old.days, new.days
    days = (end - last).days
    is_coarse = first != last or start != end
    if first <= start <= last or start <= first <= end or (is_coarse and abs(days) <= _COARSE_DAYS):
        return 0
    return days


def day_told(item: Item) -> str:
    """Return a date as its paper has it."""
    is_due = item.kind is TrackKind.COMMITMENT and item.days is not None
    return days_words(*item.days) if is_due and item.days else item.cell("text")
