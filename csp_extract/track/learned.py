"""What people judged in their own archives, as pairs that the weights are learned from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from csp_extract.records import Judgement, TrackKind
from csp_extract.track.context import Context
from csp_extract.track.fit import Judged
from csp_extract.track.items import Item, Row, items_of, papers_of
from csp_extract.track.link import values_of
from csp_extract.track.rows import MATCHER
from csp_extract.track.vetoes import veto_of


def pairs_said(
    rows: Mapping[str, Sequence[Row]], texts: Mapping[str, str], links: Iterable[Row]
) -> dict[TrackKind, list[Judged]]:
    """Return the pairs of an output that people judged, by kind; what a veto forbids is left out.

    ``rows`` are the tables of single reports, ``links`` the rows of links.csv.
    """
    groups: dict[tuple[str, TrackKind], list[Item]] = defaultdict(list)
    homes: dict[tuple[str, str], Item] = {}
    for item in items_of(rows, papers_of(rows["reports"], texts)):
        groups[item.paper.series, item.kind].append(item)
        homes[item.table, item.row_id] = item
    contexts: dict[tuple[str, TrackKind], Context] = {}
    found: dict[TrackKind, list[Judged]] = {kind: [] for kind in TrackKind}
    for row in links:
        left = homes.get((row["left_table"], row["left_id"]))
        right = homes.get((row["right_table"], row["right_id"]))
        if row["who"] == MATCHER or left is None or right is None:
            continue
        if veto_of(left.kind, left, right):
            continue
        place = left.paper.series, left.kind
        if place not in contexts:
            contexts[place] = Context.of(groups[place])
        values = tuple(values_of(left.kind, left, right, contexts[place]).values())
        found[left.kind].append(Judged(values, row["judgement"] == Judgement.SAME))
    return found
