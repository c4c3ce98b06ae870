"""From rows to tracks: items, judgements, clusters, and what each cluster says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from csp_extract.records import LinkRow, TrackKind
from csp_extract.track.become import outcomes
from csp_extract.track.chain import chain_of
from csp_extract.track.cluster import Edge
from csp_extract.track.findings import findings_across
from csp_extract.track.items import Item, Paper, Row, items_of, papers_of, promises_in
from csp_extract.track.judged import clusters_as_judged, judged
from csp_extract.track.link import edges_of, threshold
from csp_extract.track.meetings import chains_of, days_missing, meeting_findings, meeting_rows
from csp_extract.track.names import said_of_names
from csp_extract.track.rows import is_worth_telling, link_row, mention_rows, track_row
from csp_extract.track.thread import Series, Thread
from csp_extract.track.vetoes import one_list, veto_of


@dataclass(frozen=True)
class Tracked:
    """Everything that is known across the reports of an archive: rows by table."""

    rows: Mapping[str, Sequence[Any]]


def track(
    rows: Mapping[str, Sequence[Row]],
    texts: Mapping[str, str],
    as_of: date | None = None,
    judgements: Sequence[LinkRow] = (),
) -> Tracked:
    """Return tracks, changes, links, chain and findings: a pure function of all reports' rows.

    ``rows`` are the cells of reports.csv and of the mention tables by name, ``texts`` the text of
    each report by its id. The order of either changes nothing. With ``as_of``, reports of later
    meetings are left aside: what is told is what an archive that ends on that day tells.
    ``judgements`` are people's: they beat scores and vetoes.
    """
    papers = papers_of(rows.get("reports", ()), texts)
    if as_of is not None:
        papers = {
            report_id: paper
            for report_id, paper in papers.items()
            if paper.meeting_date is None or paper.meeting_date <= as_of
        }
    found: dict[str, list[Any]] = {
        name: [] for name in ("tracks", "track_mentions", "changes", "links", "chain", "findings")
    }
    by_series: dict[str, list[Item]] = defaultdict(list)
    for item in items_of(rows, papers):
        by_series[item.paper.series].append(item)
    chains = chains_of(papers.values(), rows.get("dates", ()))
    found["meetings"] = list(meeting_rows(chains))
    found["findings"] += meeting_findings(chains)
    missing = days_missing(chains)
    own_papers: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers.values():
        own_papers[paper.series].append(paper)
    for key in sorted(by_series):
        own = sorted(own_papers[key], key=lambda one: one.order)
        items = by_series.pop(key)  # let go with what is known of them: an archive has many series
        series = Series(tuple(own), as_of, promises_in(items), missing.get(key, ()))
        for name, more in _follow(series, items, judgements):
            found[name] += more
    return Tracked(found)


def _follow(
    series: Series, items: Iterable[Item], judgements: Sequence[LinkRow]
) -> Iterable[tuple[str, list[Any]]]:
    """Yield what is known of one series, table by table."""
    groups: dict[TrackKind, list[Item]] = defaultdict(list)
    for item in items:
        groups[item.kind].append(item)
    threads: list[Thread] = []
    said = said_of_names(groups[TrackKind.INITIATIVE])
    for kind in sorted(groups):
        own = sorted(groups[kind], key=lambda item: item.order)
        known = edges_of(kind, own, said if kind is TrackKind.INITIATIVE else ())
        edges = judged(own, known, judgements)
        threads += _threads(kind, own, edges)
        yield "links", [link_row(own, edge) for edge in edges if is_worth_telling(own, edge)]
    became = outcomes(threads, series, said)
    yield "tracks", [track_row(one, series, became[one.track_id].state) for one in threads]
    yield "track_mentions", [row for one in threads for row in mention_rows(one)]
    yield "chain", chain_of(threads)
    yield "findings", findings_across(threads, became, series)
    yield "changes", [row for one in threads for row in became[one.track_id].changes]


def _threads(kind: TrackKind, items: Sequence[Item], edges: Sequence[Edge]) -> list[Thread]:
    """Return the tracks of one kind and series."""
    forbids = partial(_is_forbidden, kind, items)
    clusters = clusters_as_judged(
        len(items), edges, threshold(kind), forbids, lambda a, b: one_list(items[a], items[b])
    )
    places = {at: (home, nth) for home, own in enumerate(clusters) for nth, at in enumerate(own)}
    held: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        (home, left), (other, right) = (places[at] for at in edge.pair)
        if home == other:
            held[home].append(replace(edge, pair=(left, right)))
    return [
        Thread(kind, tuple(items[at] for at in own), tuple(held[home]))
        for home, own in enumerate(clusters)
    ]


def _is_forbidden(kind: TrackKind, items: Sequence[Item], left: int, right: int) -> bool:
    """Return whether a veto keeps two items apart, whether or not they were candidates."""
    return bool(veto_of(kind, items[left], items[right]))
