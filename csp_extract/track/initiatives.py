"""What became of an initiative: the status that each paper gives it, and what is said no more."""

from collections.abc import Sequence
from itertools import pairwise

from csp_extract.records import ChangeKind, ChangeRow, TrackState
from csp_extract.track.names import Relation, Said
from csp_extract.track.outcome import Outcome, Step, added, change, fallen_silent
from csp_extract.track.thread import Series, Thread
from csp_extract.track.words import stems

_RUNNING = frozenset({"in_progress", "recurring"})
_ENDS = {Relation.MERGED: ChangeKind.MERGED, Relation.REPLACED: ChangeKind.SUPERSEDED}
_OVER = frozenset({"completed", "ended"})


def initiative(thread: Thread, series: Series, said: Sequence[Said] = ()) -> Outcome:
    """Return the state and the changes of an initiative; ``said`` is what papers say of names."""
    changes = [*added(thread, series), *_new_names(thread)]
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
    ends = _ends(thread, said)
    if ends:
        return Outcome(TrackState.ENDED, (*changes, *ends))
    if status in _OVER:
        return Outcome(TrackState(status), tuple(changes))
    silence = fallen_silent(thread, series) if _is_unnamed(thread, series) else []
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


def _is_unnamed(thread: Thread, series: Series) -> bool:
    """Return whether no later report has one of its names anywhere in its text."""
    names = {name for item in thread.items for name in item.names if name}
    return not any(
        name in text
        for text in (series.plain(paper) for paper in series.reports_after(thread.last.paper))
        for name in names
    )


def _new_names(thread: Thread) -> list[ChangeRow]:
    """Return the changes by which it took another name."""
    found = []
    known = frozenset(thread.first.names)
    for (before, olds), (after, news) in pairwise(thread.steps):
        new = next((item for item in news if known.isdisjoint(item.names)), None)
        if new is not None and new.words.isdisjoint(olds[-1].words - stems("generic")):
            words, step = (olds[-1].name, new.name), Step(before, after)
            found.append(change(thread, ChangeKind.REWORDED, step, words, [olds[-1], new]))
        known |= {name for item in news for name in item.names}
    return found


def _ends(thread: Thread, said: Sequence[Said]) -> list[ChangeRow]:
    """Return the change by which it went into another thing or was replaced, as a paper says."""
    names = {name for item in thread.items for name in item.names}
    for one in said:
        if one.relation in _ENDS and one.old in names and one.new not in names:
            steps = [paper for paper, _ in thread.steps if paper.order < one.paper.order]
            step = Step(steps[-1] if steps else None, one.paper)
            return [change(thread, _ENDS[one.relation], step, (one.old, one.text), [thread.last])]
    return []
