"""What became of an initiative: the status that each paper gives it, and what is said no more."""

from collections.abc import Sequence
from itertools import pairwise

from csp_extract.records import ChangeKind, ChangeRow, TrackState
from csp_extract.track.items import Item, Paper
from csp_extract.track.names import Relation, Said
from csp_extract.track.outcome import Outcome, Step, added, change, fallen_silent
from csp_extract.track.thread import Series, Thread
from csp_extract.track.words import cues, fold, stems

_RUNNING = frozenset({"in_progress", "recurring"})
_ENDS = {Relation.MERGED: ChangeKind.MERGED, Relation.REPLACED: ChangeKind.SUPERSEDED}
_OVER = frozenset({"completed", "ended"})
_GAP = 2  # meetings whose reports are silent from which a thing comes back


def initiative(thread: Thread, series: Series, said: Sequence[Said] = ()) -> Outcome:
    """Return the state and the changes of an initiative; ``said`` is what papers say of names."""
    changes = [*added(thread, series), *_new_names(thread), *_steps(thread)]
    changes += _returns(thread, series)
    status = next((told for _, items in reversed(thread.steps) if (told := _status(items))), "")
    ends = _ends(thread, said)
    if ends:
        return Outcome(TrackState.ENDED, (*changes, *ends))
    if status in _OVER:
        return Outcome(TrackState(status), tuple(changes))
    later = series.reports_after(thread.last.paper)
    silence = fallen_silent(thread, series) if _is_unnamed(thread, later, series) else []
    state = TrackState.SILENT if silence else TrackState(status or "in_progress")
    return Outcome(state, (*changes, *silence))


def _status(items: Sequence[Item]) -> str:
    """Return the last status that some mentions tell, nothing where none does."""
    told = [item.cell("status") for item in items if item.cell("status") not in {"", "unstated"}]
    return told[-1] if told else ""


def _steps(thread: Thread) -> list[ChangeRow]:
    """Return the changes from one status to the next.

    Papers may call what goes on planned again, or what is published in use: such steps back are no
    changes without a word of a return.
    """
    found: list[ChangeRow] = []
    last: Item | None = None
    for paper, items in thread.steps:
        told = [item for item in items if _status([item])]
        if not told:
            continue
        now = told[-1]
        kind = None if last is None else _kind(last, now)
        if last is not None and kind is not None:
            words = (last.cell("status"), now.cell("status"))
            found.append(change(thread, kind, Step(last.paper, paper), words, [last, now]))
        last = now
    return found


def _kind(old: Item, new: Item) -> ChangeKind | None:
    """Return what a step from one status to another is, nothing where it is none."""
    before, after = old.cell("status"), new.cell("status")
    if before == after:
        return None
    is_going = after in _RUNNING or after == "planned"
    if is_going and before != "planned":
        is_return = cues("returned").search(fold(new.cell("quote"))) is not None
        return (
            ChangeKind.RETURNED
            if is_return
            else ChangeKind.STATUS_CHANGED
            if (before == "ended")
            else None
        )
    return _how_ended(new) if after in _OVER else ChangeKind.LAUNCHED


def _how_ended(item: Item) -> ChangeKind:
    """Return how a thing that is over came to its end, by the sentence that tells it."""
    plain = fold(item.cell("quote"))
    kinds = (
        ("merged", ChangeKind.MERGED),
        ("replaced", ChangeKind.SUPERSEDED),
        ("absorbed", ChangeKind.ABSORBED),
    )
    return next((kind for cue, kind in kinds if cues(cue).search(plain)), ChangeKind.STATUS_CHANGED)


def _returns(thread: Thread, series: Series) -> list[ChangeRow]:
    """Return the changes by which it fell silent and came back: several reports do not name it."""
    found = []
    for (before, olds), (after, news) in pairwise(thread.steps):
        between = [
            paper
            for paper in series.reports_after(before)
            if paper.order < after.order and paper.meeting_date != after.meeting_date
        ]
        days = {paper.meeting_date for paper in between}
        if len(days) >= _GAP and _is_unnamed(thread, between, series):
            old, new = olds[-1], news[0]
            step, words = Step(before, between[0]), (old.cell("text"), "")
            found.append(change(thread, ChangeKind.SILENT, step, words, [old]))
            step, words = Step(before, after), (old.cell("text"), new.cell("text"))
            found.append(change(thread, ChangeKind.RETURNED, step, words, [old, new]))
    return found


def _is_unnamed(thread: Thread, papers: Sequence[Paper], series: Series) -> bool:
    """Return whether no paper of some has one of its names anywhere in its text."""
    names = {name for item in thread.items for name in item.names if name}
    return not any(name in series.plain(paper) for paper in papers for name in names)


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
