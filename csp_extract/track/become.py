"""What became of every track of a series, each by the rules of its kind."""

from collections.abc import Mapping, Sequence

from csp_extract.records import TrackKind
from csp_extract.track.commitments import commitment
from csp_extract.track.events import event
from csp_extract.track.funding import funding, years_before
from csp_extract.track.initiatives import initiative
from csp_extract.track.items import Item, Paper
from csp_extract.track.names import Said
from csp_extract.track.outcome import Outcome
from csp_extract.track.priorities import priority
from csp_extract.track.thread import Series, Thread
from csp_extract.track.words import bare

_BY_KIND = {
    TrackKind.COMMITMENT: commitment,
    TrackKind.EVENT: event,
}


def outcomes(
    threads: Sequence[Thread], series: Series, said: Sequence[Said] = ()
) -> Mapping[str, Outcome]:
    """Return the outcome of each track by its id; ``said`` is what papers say of names."""
    ranked = [
        item
        for thread in threads
        if thread.kind is TrackKind.PRIORITY
        for item in thread.items
        if item.cell("rank")
    ]
    years = years_before(threads)
    found = {}
    for thread in threads:
        if thread.kind is TrackKind.PRIORITY:
            outcome = priority(thread, _lists(thread, ranked, series))
        elif thread.kind is TrackKind.FUNDING:
            outcome = funding(thread, series, years.get(thread.track_id))
        elif thread.kind is TrackKind.INITIATIVE:
            outcome = initiative(thread, series, said)
        else:
            outcome = _BY_KIND[thread.kind](thread, series)
        found[thread.track_id] = outcome
    return found


def _lists(
    thread: Thread, ranked: Sequence[Item], series: Series
) -> list[tuple[Paper, list[Item]]]:
    """Return the lists of a priority's owners, paper by paper.

    The police and the partnership each have their own; a list without an owner may be anyone's.
    """
    owners = {bare(item.cell("owner")) for item in thread.items}
    own = [item for item in ranked if {bare(item.cell("owner")), ""} & owners]
    lists = [(paper, [item for item in own if item.paper == paper]) for paper in series.papers]
    return [(paper, items) for paper, items in lists if len(items) > 1]
