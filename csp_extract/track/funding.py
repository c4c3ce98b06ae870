"""What became of a sum: told again, changed, and over with its financial year."""

import re
from datetime import date
from itertools import pairwise

from csp_extract.records import ChangeKind, TrackState
from csp_extract.track.items import Item
from csp_extract.track.outcome import Outcome, Step, added, change
from csp_extract.track.thread import Series, Thread

_MAIN = frozenset({"grant", "allocation", "budget", "cost", "contribution", "match_funding"})
_LAST_DAY = (3, 31)  # of a financial year
_YEAR = re.compile(r"(\d{4})/\d\d")


def funding(thread: Thread, series: Series) -> Outcome:
    """Return the state and the changes of a stream of money."""
    changes = added(thread, series)
    for (before, olds), (after, news) in pairwise(thread.steps):
        values = {item.cell("value") for item in news}
        pairs = (
            (old, new)
            for old in olds
            if old.cell("value") not in values
            for new in news
            if _is_same_figure(thread, old, new)
        )
        old, new = next(pairs, (None, None))
        if old is not None and new is not None:
            words = (old.cell("text"), new.cell("text"))
            step = Step(before, after)
            changes.append(change(thread, ChangeKind.AMOUNT_CHANGED, step, words, [old, new]))
    return Outcome(_state(thread, series), tuple(changes))


def _is_same_figure(thread: Thread, old: Item, new: Item) -> bool:
    """Return whether two sums answer the same question: linked to one another, of one kind."""
    return (
        old.cell("kind") == new.cell("kind")
        and old.cell("kind") in _MAIN
        and thread.are_linked(old, new)
    )


def _state(thread: Thread, series: Series) -> TrackState:
    """Return whether the money is over: its last year is, or later reports speak no more of it."""
    years = [int(year) for item in thread.items for year in _YEAR.findall(" ".join(item.years))]
    if years and series.as_of is not None:
        is_over = date(max(years) + 1, *_LAST_DAY) < series.as_of
        return TrackState.ENDED if is_over else TrackState.CURRENT
    return TrackState.ENDED if series.reports_after(thread.last.paper) else TrackState.CURRENT
