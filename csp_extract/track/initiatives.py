"""What became of an initiative: the status that each paper gives it, and what is said no more."""

from itertools import pairwise

from csp_extract.records import ChangeKind, ChangeRow, TrackState
from csp_extract.track.outcome import Outcome, Step, added, change, fallen_silent
from csp_extract.track.thread import Series, Thread

_RUNNING = frozenset({"in_progress", "recurring"})
_OVER = frozenset({"completed", "ended"})


def initiative(thread: Thread, series: Series) -> Outcome:
    """Return the state and the changes of an initiative."""
    changes = added(thread, series)
    status = ""
    previous = None
    for paper, items in thread.steps:
        told = [item for item in items if item.cell("status") not in {"", "unstated"}]
        if not told:
            continue
        now = told[-1].cell("status")
        if previous is not None and now != status:
            is_launch = status == "planned" and now in _RUNNING
            kind = ChangeKind.LAUNCHED if is_launch else ChangeKind.STATUS_CHANGED
            step = Step(previous[0], paper)
            changes.append(change(thread, kind, step, (status, now), [previous[1], told[-1]]))
        status, previous = now, (paper, told[-1])
    changes += _returns(thread, series)
    if status in _OVER:
        return Outcome(TrackState(status), tuple(changes))
    silence = fallen_silent(thread, series)
    state = TrackState.SILENT if silence else TrackState(status or "in_progress")
    return Outcome(state, (*changes, *silence))


def _returns(thread: Thread, series: Series) -> list[ChangeRow]:
    """Return the changes by which it came back after reports that said nothing of it."""
    found = []
    for (before, olds), (after, _) in pairwise(thread.steps):
        between = [
            paper
            for paper in series.reports_after(before)
            if (paper.meeting_date, after.meeting_date) != (None, None)
            and paper.order < after.order
            and paper.meeting_date != after.meeting_date
        ]
        if between:
            words = (olds[-1].cell("text"), "")
            step = Step(before, between[0])
            found.append(change(thread, ChangeKind.SILENT, step, words, [olds[-1]]))
    return found
