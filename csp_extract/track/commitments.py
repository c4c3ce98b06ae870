"""What became of a promise: kept in the words of a later paper, moved, overdue, or silent."""

from collections.abc import Callable

from csp_extract.records import ChangeKind, ChangeRow, TrackState
from csp_extract.track.events import day_told, moves
from csp_extract.track.items import LAST, Item
from csp_extract.track.outcome import Outcome, Step, added, change, fallen_silent
from csp_extract.track.progress import Told, heard_done, told_beside, told_done, told_undone
from csp_extract.track.thread import Series, Thread

_SURE = 0.5  # of a passage about a promise, from which it surely tells that it was not kept
Found = tuple[Told, Item]
Look = Callable[[Item, Series], Told | None]


def commitment(thread: Thread, series: Series) -> Outcome:
    """Return the state and the changes of a promise."""
    changes = [*added(thread, series), *moves(thread)]
    kept, broken = _best(thread, series, told_done), _best(thread, series, told_undone)
    beside = _beside(thread, series)
    if beside is not None:
        kept, broken = beside, None
    if kept is None and broken is None and _is_past(thread, series):
        kept = _best(thread, series, heard_done)
    if kept is not None and thread.last.cell("modality") == "ongoing":
        kept = None  # what goes on is never done
    is_broken = broken is not None and (kept is None or _is_last_word(broken[0], kept[0]))
    late = _overdue(thread) or (_told_late(thread, broken) if is_broken and broken else [])
    moved = {row.to_report for row in changes if row.kind is ChangeKind.DATE_MOVED}
    told_beside_in = {beside[1].paper.report_id} if beside is not None else set()
    late = [row for row in late if row.to_report not in moved | told_beside_in]
    if kept is not None and not is_broken:
        return Outcome(TrackState.FULFILLED, (*changes, *late, _kept(thread, kept)))
    due = thread.last.days
    if due and series.as_of and due[1] >= series.as_of:
        return Outcome(TrackState.OPEN, tuple(changes))
    if late and is_broken:
        return Outcome(TrackState.OVERDUE, (*changes, *late))
    silence = fallen_silent(thread, series)
    if silence:
        return Outcome(TrackState.SILENT, (*changes, *late, *silence))
    return Outcome(TrackState.OVERDUE if late else TrackState.OPEN, (*changes, *late))


def _beside(thread: Thread, series: Series) -> Found | None:
    """Return the row of an action log that tells a promise as done, with the mention in it."""
    found = ((told_beside(item, series), item) for item in thread.items)
    return next(((told, item) for told, item in found if told is not None), None)


def _is_past(thread: Thread, series: Series) -> bool:
    """Return whether the day of a promise has passed by the last paper."""
    due = thread.last.days
    return bool(due and series.as_of and due[1] < series.as_of)


def _is_last_word(broken: Told, kept: Told) -> bool:
    """Return whether a thing is told as undone after it is told as done, or with more words."""
    first, last = kept.passage.paper.order, broken.passage.paper.order
    return first <= last and broken.sure > kept.sure


def _best(thread: Thread, series: Series, look: Look) -> Found | None:
    """Return the passage that best tells of the promise in one way, with the mention it answers."""
    found = [(told, item) for item in thread.items if (told := look(item, series))]
    return max(found, key=lambda pair: (pair[0].sure, pair[1].order), default=None)


def _kept(thread: Thread, found: Found) -> ChangeRow:
    """Return the change by which a later paper tells that the promise was kept."""
    told, item = found
    step = Step(item.paper, told.passage.paper)
    words = (item.cell("text"), told.passage.text)
    return change(thread, ChangeKind.FULFILLED, step, words, [item])


def _told_late(thread: Thread, found: Found) -> list[ChangeRow]:
    """Return the change by which a later paper tells that a promise past its day was not kept."""
    told, item = found
    paper = told.passage.paper
    if told.sure < _SURE:
        return []
    if item.days is None or paper.meeting_date is None or item.days[1] >= paper.meeting_date:
        return []
    words = (day_told(item), told.passage.text)
    return [change(thread, ChangeKind.OVERDUE, Step(item.paper, paper), words, [item])]


def _overdue(thread: Thread) -> list[ChangeRow]:
    """Return the change by which a paper still tells the promise after its day had passed."""
    for (before, olds), (after, news) in zip(thread.steps, thread.steps[1:], strict=False):
        due = olds[-1].days
        is_moved = news[-1].days not in {None, due}
        if due and not is_moved and due[1] < (after.meeting_date or LAST) != LAST:
            words = (day_told(olds[-1]), news[-1].cell("text"))
            step = Step(before, after)
            return [change(thread, ChangeKind.OVERDUE, step, words, [olds[-1], news[-1]])]
    return []
