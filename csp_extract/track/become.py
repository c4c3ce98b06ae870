"""What became of every track of a series, each by the rules of its kind."""

from collections.abc import Mapping, Sequence

from csp_extract.records import TrackKind
from csp_extract.track.commitments import commitment
from csp_extract.track.events import event
from csp_extract.track.funding import funding
from csp_extract.track.initiatives import initiative
from csp_extract.track.items import Item, Paper
from csp_extract.track.outcome import Outcome
from csp_extract.track.priorities import priority
from csp_extract.track.thread import Series, Thread

_BY_KIND = {
    TrackKind.INITIATIVE: initiative,
    TrackKind.FUNDING: funding,
    TrackKind.COMMITMENT: commitment,
    TrackKind.EVENT: event,
}


def outcomes(threads: Sequence[Thread], series: Series) -> Mapping[str, Outcome]:
    """Return the outcome of each track by its id."""
    lists = _lists(threads, series)
    return {
        thread.track_id: priority(thread, series, lists)
        if thread.kind is TrackKind.PRIORITY
        else _BY_KIND[thread.kind](thread, series)
        for thread in threads
    }


def _lists(threads: Sequence[Thread], series: Series) -> list[tuple[Paper, list[Item]]]:
    """Return the list of priorities of each paper that has one, in order."""
    items = [
        item
        for thread in threads
        if thread.kind is TrackKind.PRIORITY
        for item in thread.items
        if item.cell("rank")
    ]
    found = [(paper, [item for item in items if item.paper == paper]) for paper in series.papers]
    return [(paper, own) for paper, own in found if len(own) > 1]
