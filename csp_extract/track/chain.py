"""The chain from money to initiative to priority, and from promise to initiative."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from csp_extract.records import ChainRow, Relation, TrackKind
from csp_extract.track.items import Item
from csp_extract.track.thread import Thread


def chain_of(threads: Sequence[Thread]) -> list[ChainRow]:
    """Return the links between the tracks of a series that some row states, each once.

    ``row_ids`` are the rows that state it, in order.
    """
    homes = {item.row_id: thread for thread in threads for item in thread.items}
    proofs: dict[tuple[str, str, Relation], list[str]] = defaultdict(list)
    for thread in threads:
        for item in thread.items:
            for start, end, relation in _stated(item):
                if start in homes and end in homes:
                    key = homes[start].track_id, homes[end].track_id, relation
                    proofs[key].append(item.row_id)
    return [
        ChainRow(start, end, relation, tuple(dict.fromkeys(rows)))
        for (start, end, relation), rows in sorted(proofs.items())
    ]


def _stated(item: Item) -> Iterator[tuple[str, str, Relation]]:
    """Yield the links that a row states: from row, to row, and how."""
    own = item.row_id
    if item.kind is TrackKind.FUNDING and item.cell("initiative_id"):
        yield own, item.cell("initiative_id"), Relation.PAYS_FOR
    if item.kind is TrackKind.COMMITMENT and item.cell("initiative_id"):
        yield own, item.cell("initiative_id"), Relation.PROMISES
    if item.kind is TrackKind.INITIATIVE:
        for amount in _listed(item, "amount_ids"):
            yield amount, own, Relation.PAYS_FOR
        for priority in _listed(item, "priority_ids"):
            yield own, priority, Relation.SERVES


def _listed(item: Item, column: str) -> list[str]:
    """Return the ids of a list cell."""
    return item.cell(column).split("; ") if item.cell(column) else []
