"""A thread: the mentions of one thing through a series of papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from csp_extract.records import TrackKind, id_of
from csp_extract.track.cluster import Edge
from csp_extract.track.items import LAST, Item, Paper
from csp_extract.track.library import Library
from csp_extract.track.words import fold

_LINKED = 0.5  # score from which an edge joins
_NOT_REPORTS = frozenset({"minutes", "decision", "agenda"})


@dataclass(frozen=True)
class Series:
    """The papers of one body in the order of their meetings."""

    papers: tuple[Paper, ...]
    given: date | None = None  # ``--as-of``: due dates are held against it
    promises: Mapping[str, Sequence[str]] = field(default_factory=dict)  # their words, by report
    missing: tuple[date, ...] = ()  # meetings that papers tell of and the archive has none of

    @cached_property
    def as_of(self) -> date | None:
        """The day as of which states hold: given, or the meeting of the last paper."""
        days = [paper.meeting_date for paper in self.papers if paper.meeting_date is not None]
        return self.given or max(days, default=None)

    @cached_property
    def library(self) -> Library:
        """What the papers say, passage by passage."""
        return Library(self.papers, self.promises)

    @cached_property
    def _plain(self) -> dict[str, str]:
        return {}

    def plain(self, paper: Paper) -> str:
        """Return the text of a paper, folded."""
        if paper.report_id not in self._plain:
            self._plain[paper.report_id] = fold(paper.text)
        return self._plain[paper.report_id]

    def after(self, paper: Paper) -> list[Paper]:
        """Return the papers of later meetings, in order; of undated ones nobody knows."""
        day = paper.meeting_date or LAST
        return [other for other in self.papers if (other.meeting_date or day) > day]

    def reports_after(self, paper: Paper) -> list[Paper]:
        """Return the later reports proper: minutes and notices need not speak of everything."""
        return [other for other in self.after(paper) if other.kind not in _NOT_REPORTS]

    def missing_after(self, paper: Paper) -> int:
        """Return how many later meetings papers tell of, and the archive has none of."""
        return sum(day > (paper.meeting_date or LAST) for day in self.missing)


@dataclass(frozen=True)
class Thread:
    """One thing followed: its mentions in order, and the edges between them by place."""

    kind: TrackKind
    items: tuple[Item, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def track_id(self) -> str:
        """The id: a hash of the first mention, so that later papers change nothing."""
        return id_of("t", f"{self.kind} {self.items[0].row_id}")

    @cached_property
    def steps(self) -> list[tuple[Paper, tuple[Item, ...]]]:
        """The papers that tell of it, in order, each with its mentions."""
        papers = {item.paper.report_id: item.paper for item in self.items}
        ordered = sorted(papers.values(), key=lambda paper: paper.order)
        return [
            (paper, tuple(item for item in self.items if item.paper == paper)) for paper in ordered
        ]

    @cached_property
    def _linked(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (self.items[edge.pair[0]].row_id, self.items[edge.pair[1]].row_id)
            for edge in self.edges
            if not edge.is_vetoed and edge.score >= _LINKED
        )

    def are_linked(self, left: Item, right: Item) -> bool:
        """Return whether an edge joins two mentions, not only a chain of others."""
        pairs = (left.row_id, right.row_id), (right.row_id, left.row_id)
        return not self._linked.isdisjoint(pairs)

    @property
    def first(self) -> Item:
        """The mention that began it."""
        return self.items[0]

    @property
    def last(self) -> Item:
        """The mention that tells of it last."""
        return self.items[-1]


def row_ids(items: Sequence[Item]) -> tuple[str, ...]:
    """Return the ids of mentions, each once, in order."""
    return tuple(dict.fromkeys(item.row_id for item in items))
