"""What changed between one paper and the next that tells of a track."""

import hashlib
from collections.abc import Iterator
from itertools import pairwise

from csp_extract.records import ChangeKind, ChangeRow, TrackKind
from csp_extract.track.items import Item, Paper
from csp_extract.track.thread import Thread, row_ids


def changes_of(thread: Thread) -> Iterator[ChangeRow]:
    """Yield the changes of a track in the order of the papers."""
    for (before, olds), (after, news) in pairwise(thread.steps):
        if thread.kind is TrackKind.INITIATIVE:
            old, new = olds[-1].cell("status"), news[-1].cell("status")
            if old != new and old and new:
                yield _change(
                    thread,
                    ChangeKind.STATUS_CHANGED,
                    (before, after),
                    (old, new),
                    (olds[-1], news[-1]),
                )


def _change(
    thread: Thread,
    kind: ChangeKind,
    papers: tuple[Paper | None, Paper],
    words: tuple[str, str],
    items: tuple[Item, ...],
    *,
    days: int | None = None,
) -> ChangeRow:
    """Return a row of changes.csv."""
    before, after = papers
    named = f"{thread.track_id} {kind} {before and before.report_id} {after.report_id}"
    return ChangeRow(
        change_id=f"h{hashlib.sha256(named.encode()).hexdigest()[:12]}",
        track_id=thread.track_id,
        kind=kind,
        from_report=before.report_id if before else "",
        to_report=after.report_id,
        from_date=before.meeting_date if before else None,
        to_date=after.meeting_date,
        before=words[0],
        after=words[1],
        days=days,
        row_ids=row_ids(items),
    )
