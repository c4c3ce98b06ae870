"""What became of a promise: kept in the words of a later paper, moved, overdue, or silent."""

from csp_extract.records import ChangeKind, ChangeRow, TrackState
from csp_extract.track.events import moves
from csp_extract.track.items import LAST
from csp_extract.track.outcome import Outcome, Step, added, change, fallen_silent
from csp_extract.track.progress import told_done
from csp_extract.track.thread import Series, Thread


def commitment(thread: Thread, series: Series) -> Outcome:
    """Return the state and the changes of a promise."""
    changes = [*added(thread, series), *moves(thread)]
    late = _overdue(thread)
    kept = _kept(thread, series)
    if kept is not None:
        return Outcome(TrackState.FULFILLED, (*changes, *late, kept))
    due = thread.last.days
    if due and series.as_of and due[1] >= series.as_of:
        return Outcome(TrackState.OPEN, tuple(changes))
    silence = fallen_silent(thread, series)
    if silence:
        return Outcome(TrackState.SILENT, (*changes, *late, *silence))
    return Outcome(TrackState.OVERDUE if late else TrackState.OPEN, (*changes, *late))


def _kept(thread: Thread, series: Series) -> ChangeRow | None:
    """Return the change by which a later paper tells that the promise was kept."""
    found = [(told, item) for item in thread.items if (told := told_done(item, series))]
    if not found:
        return None
    told, item = max(found, key=lambda pair: (pair[0].share, pair[1].order))
    step = Step(item.paper, told.passage.paper)
    words = (item.cell("text"), told.passage.text)
    return change(thread, ChangeKind.FULFILLED, step, words, [item])


def _overdue(thread: Thread) -> list[ChangeRow]:
    """Return the change by which a paper still tells the promise after its day had passed."""
    for (before, olds), (after, news) in zip(thread.steps, thread.steps[1:], strict=False):
        due = olds[-1].days
        if due and due[1] < (after.meeting_date or LAST) != LAST:
            words = (olds[-1].cell("due") or olds[-1].cell("text"), news[-1].cell("text"))
            step = Step(before, after)
            return [change(thread, ChangeKind.OVERDUE, step, words, [olds[-1], news[-1]])]
    return []
