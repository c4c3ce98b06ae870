"""What became of a track: its state, and the changes that led there, each with its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from csp_extract.records import ChangeKind, ChangeRow, TrackState, id_of
from csp_extract.track.items import Item, Paper
from csp_extract.track.thread import Series, Thread, row_ids


class Outcome(NamedTuple):
    """The state of a track as of the end of its series, and its changes in order."""

    state: TrackState
    changes: tuple[ChangeRow, ...] = ()


@dataclass(frozen=True)
class Step:
    """The two papers of a change; before the first there is none."""

    before: Paper | None
    after: Paper


def change(  # noqa: PLR0917 as a row has columns
    thread: Thread,
    kind: ChangeKind,
    step: Step,
    words: tuple[str, str],
    items: Sequence[Item],
    days: int | None = None,
) -> ChangeRow:
    """Return a row of changes.csv; ``words`` are those before and after."""
    before, after = step.before, step.after
    first = before.report_id if before else ""
    named = f"{thread.track_id} {kind} {first} {after.report_id} {words}"
    return ChangeRow(
        change_id=id_of("h", named),
        track_id=thread.track_id,
        kind=kind,
        from_report=first,
        to_report=after.report_id,
        from_date=before.meeting_date if before else None,
        to_date=after.meeting_date,
        before=words[0],
        after=words[1],
        days=days,
        row_ids=row_ids(items),
    )


def added(thread: Thread, series: Series) -> list[ChangeRow]:
    """Return the change by which a track came up, if not with the first paper of its series."""
    first = thread.first
    if first.paper.meeting_date == series.papers[0].meeting_date:
        return []
    step = Step(None, first.paper)
    return [change(thread, ChangeKind.ADDED, step, ("", first.cell("text")), [first])]


def fallen_silent(thread: Thread, series: Series) -> list[ChangeRow]:
    """Return the change by which nothing more is said, if later reports could have said it."""
    later = series.reports_after(thread.last.paper)
    if not later:
        return []
    step = Step(thread.last.paper, later[0])
    return [change(thread, ChangeKind.SILENT, step, (thread.last.cell("text"), ""), [thread.last])]
