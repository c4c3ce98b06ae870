"""Rows of the tables across reports."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from csp_extract.records import (
    Judgement,
    LinkRow,
    TrackKind,
    TrackMentionRow,
    TrackRow,
    TrackState,
)
from csp_extract.track.cluster import Edge
from csp_extract.track.items import Item
from csp_extract.track.link import SURE, UNSURE
from csp_extract.track.thread import Series, Thread

MATCHER = "csp-extract"


def track_row(thread: Thread, series: Series, state: TrackState) -> TrackRow:
    """Return the row of a track."""
    papers = [paper for paper, _ in thread.steps]
    name = _name(thread)
    others = dict.fromkeys(item.name for item in thread.items if item.name != name)
    themes = dict.fromkeys(theme for item in thread.items for theme in item.themes)
    return TrackRow(
        track_id=thread.track_id,
        kind=thread.kind,
        body=papers[-1].body,
        name=name,
        aliases=tuple(others),
        themes=tuple(themes),
        first_report=papers[0].report_id,
        last_report=papers[-1].report_id,
        first_date=papers[0].meeting_date,
        last_date=papers[-1].meeting_date,
        n_reports=len(papers),
        state=state,
        as_of=series.as_of,
    )


def _name(thread: Thread) -> str:
    """Return the wording used most often, the longest of those, the earliest of those."""
    if thread.kind in {TrackKind.COMMITMENT, TrackKind.EVENT}:
        return thread.first.name
    counts = Counter(item.name for item in thread.items)
    return max(counts, key=lambda name: (counts[name], len(name)))


def mention_rows(thread: Thread) -> Iterator[TrackMentionRow]:
    """Yield the place of each mention in the track, with its best tie to another."""
    for place, item in enumerate(thread.items):
        own = [edge for edge in thread.edges if place in edge.pair]
        best = max(own, key=lambda edge: (edge.score, edge.pair), default=None)
        yield TrackMentionRow(
            track_id=thread.track_id,
            table=item.table,
            row_id=item.row_id,
            report_id=item.paper.report_id,
            meeting_date=item.paper.meeting_date,
            score=best.score if best else None,
            reason=best.reason if best else "",
        )


def is_worth_telling(items: Sequence[Item], edge: Edge) -> bool:
    """Return whether a judgement is one that a person may ask for.

    What is linked, what is unsure, and what looks alike and is kept apart by a veto.
    """
    left, right = (items[at] for at in edge.pair)
    if edge.verdict is not None:
        return True
    if edge.is_vetoed:
        return not left.names.isdisjoint(right.names)
    return edge.score >= UNSURE


def link_row(items: Sequence[Item], edge: Edge) -> LinkRow:
    """Return the judgement of a pair."""
    left, right = (items[at] for at in edge.pair)
    if edge.verdict is not None:
        said = edge.verdict
        return replace(
            said, left_table=left.table, left_id=left.row_id, right_table=right.table,
            right_id=right.row_id,
        )  # fmt: skip
    return LinkRow(
        left.table, left.row_id, right.table, right.row_id, _judged(edge), edge.score,
        edge.reason, MATCHER,
    )  # fmt: skip


def _judged(edge: Edge) -> Judgement:
    """Return what a score comes to."""
    if edge.is_vetoed or edge.score < 1 - SURE:
        return Judgement.DIFFERENT
    return Judgement.SAME if edge.score >= SURE else Judgement.UNSURE
