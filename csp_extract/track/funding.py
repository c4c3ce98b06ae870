"""What became of an award: told again, restated, changed, and over with its financial year."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from csp_extract.records import ChangeKind, ChangeRow, TrackKind, TrackState
from csp_extract.track.items import Item, Paper
from csp_extract.track.outcome import Outcome, Step, added, change
from csp_extract.track.thread import Series, Thread
from csp_extract.track.words import cues, fold, stems

_MAIN = frozenset("grant allocation budget cost contribution match_funding income".split())
_LAST_DAY = (3, 31)  # of a financial year
_PRINTED = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(\d{4})/\d\d")
# Statuses of money that may still come out otherwise, and of money that will not come.
_OPEN = frozenset({"proposed", "applied_for", "forecast"})
_CHANGED = 0.4  # share of the greater sum from which a smaller is the same award, changed
_NEAR = 0.85  # the same, told without a word of change for the same year
_VERY_NEAR = 0.9  # the same, where the years are not told
_LOST = "unsuccessful"
_ALIKE = 0.6  # share of the words that tell an award, from which next year's is the same stream


def funding(thread: Thread, series: Series, before: Thread | None = None) -> Outcome:
    """Return the state and the changes of an award; ``before`` is that of the year before."""
    changes = [*added(thread, series), *_new_figures(thread), *_new_status(thread)]
    if before is not None:
        changes += _year_on_year(before, thread)
    return Outcome(_state(thread, series, changes), tuple(changes))


def years_before(threads: Sequence[Thread]) -> dict[str, Thread]:
    """Return the award of the year before of each award that follows one, by its id.

    The same giver, and the same words for what it is for or who has it.
    """
    dated: dict[int, list[Thread]] = {}
    for thread in threads:
        year = _first_year(thread)
        if thread.kind is TrackKind.FUNDING and year is not None:
            dated.setdefault(year, []).append(thread)
    return {
        later.track_id: matches[0]
        for year, own in dated.items()
        for later in own
        if len(matches := [one for one in dated.get(year - 1, ()) if _is_stream(one, later)]) == 1
    }


def _is_stream(earlier: Thread, later: Thread) -> bool:
    """Return whether two awards of different years are one stream of money."""
    if {item.cell("kind") for item in earlier.items}.isdisjoint(
        item.cell("kind") for item in later.items
    ):
        return False
    return all(
        _are_alike(_words(earlier, columns), _words(later, columns))
        for columns in (("funder",), ("purpose", "recipient"))
    ) and (_words(earlier, ("funder", "purpose", "recipient")) != frozenset())


def _words(thread: Thread, columns: Sequence[str]) -> frozenset[str]:
    """Return the telling words that an award's mentions have in some columns."""
    return frozenset(
        word for item in thread.items for column in columns for word in item.words_of(column)
    ) - (stems("money") | stems("generic"))


def _are_alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether two sides say the same, or both say nothing."""
    if not left or not right:
        return left == right
    return len(left & right) / min(len(left), len(right)) >= _ALIKE


def _first_year(thread: Thread) -> int | None:
    """Return the year in which an award begins, where it is for one."""
    years = [int(year) for item in thread.items for year in _YEAR.findall(" ".join(item.years))]
    return min(years, default=None)


def _year_on_year(before: Thread, thread: Thread) -> Iterator[ChangeRow]:
    """Yield the change from the award of one year to that of the next, where the sum differs."""
    pairs = (
        (old, new)
        for new in thread.items
        for old in reversed(before.items)
        if _is_main(old) and old.cell("kind") == new.cell("kind") and old.years and new.years
        if old.paper.order < new.paper.order
    )
    old, new = next(pairs, (None, None))
    if old is None or new is None or _ratio(old, new) < _CHANGED or _is_rounded(old, new):
        return
    step, words = Step(old.paper, new.paper), (_with_years(old), _with_years(new))
    yield change(thread, ChangeKind.AMOUNT_CHANGED, step, words, [old, new])


def _with_years(item: Item) -> str:
    """Return a sum with the years that it is for."""
    return f"{item.cell('text')} for {item.cell('financial_years')}"


def _is_main(item: Item) -> bool:
    """Return whether a sum is an award, not what became of it."""
    return item.cell("kind") in _MAIN


def _new_figures(thread: Thread) -> Iterator[ChangeRow]:
    """Yield the changes by which a later paper gives another figure of the award."""
    for (before, olds), (after, news) in pairwise(_told(thread)):
        pairs = (
            (old, new)
            for old in olds
            for new in news
            if _is_same_question(old, new) and thread.are_linked(old, new)
            if _is_other_figure(old, new, news)
        )
        told = (
            (old, new, kind)
            for old, new in pairs
            if (kind := _kind(old, new, is_told=_is_told(old, new, news))) is not None
        )
        old, new, kind = next(told, (None, None, None))
        if old is not None and new is not None and kind is not None:
            words = (old.cell("text"), new.cell("text"))
            yield change(thread, kind, Step(before, after), words, [old, new])


def _is_other_figure(old: Item, new: Item, news: Sequence[Item]) -> bool:
    """Return whether a figure has come in the place of another.

    Where the later paper has the first figure still, one sentence must tell both: "the cost is put
    at £4,600, against £4,000 before".
    """
    again = [item for item in news if item.cell("value") == old.cell("value")]
    return new not in again and (not again or _are_told_together(new, again))


def _is_told(old: Item, new: Item, news: Sequence[Item]) -> bool:
    """Return whether the later paper tells that a sum has changed: in words, or by both figures."""
    again = [item for item in news if item.cell("value") == old.cell("value")]
    is_cue = cues("changed").search(fold(new.cell("quote"))) is not None
    return is_cue or _are_told_together(new, again)


def _are_told_together(new: Item, again: Sequence[Item]) -> bool:
    """Return whether the sentence of a new figure has the first figure too."""
    return any(item.cell("quote") == new.cell("quote") for item in again)


def _is_same_question(old: Item, new: Item) -> bool:
    """Return whether two sums answer one question: of one kind and giver, for one thing, at a time.

    Ranges, ceilings and instalments answer others.
    """
    if any(item.cell("value_max") or item.cell("per") not in {"", "year"} for item in (old, new)):
        return False
    if {old.cell("qualifier"), new.cell("qualifier")} - {"", "exact", "approximate"}:
        return False
    return old.cell("kind") == new.cell("kind") and all(
        _are_one(old.words_of(column), new.words_of(column)) for column in ("funder", "purpose")
    )


def _are_one(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether one of two sides says nothing, or no more than the other."""
    return left <= right or right <= left


def _ratio(old: Item, new: Item) -> float:
    """Return the smaller of two sums as a share of the greater."""
    least, most = sorted(float(item.cell("value")) for item in (old, new))
    return least / most if most else 1.0


def _told(thread: Thread) -> list[tuple[Paper, list[Item]]]:
    """Return the papers that tell the award itself, each with those mentions."""
    steps = ((paper, [item for item in items if _is_main(item)]) for paper, items in thread.steps)
    return [(paper, items) for paper, items in steps if items]


def _kind(old: Item, new: Item, *, is_told: bool) -> ChangeKind | None:
    """Return whether an award changed, is told otherwise without a word of why, or neither.

    A bid that became a grant has changed, and so has what the paper says has changed. Two papers of
    one meeting contradict one another. Without a year on both, only figures very near one another
    are surely two tellings of one.
    """
    if _is_rounded(old, new):
        return None
    is_bid = old.cell("status") in _OPEN or new.cell("status") in _OPEN
    if is_bid or is_told:
        return ChangeKind.AMOUNT_CHANGED if _ratio(old, new) >= _CHANGED else None
    if _ratio(old, new) < (_NEAR if old.years and old.years == new.years else _VERY_NEAR):
        return None
    if new.cell("status") == old.cell("status") == "spent":
        return None
    return ChangeKind.CONTESTED if old.paper.is_of_meeting(new.paper) else ChangeKind.RESTATED


def _is_rounded(old: Item, new: Item) -> bool:
    """Return whether two sums differ only in how finely they are printed."""
    apart = abs(float(old.cell("value")) - float(new.cell("value")))
    return apart <= max(map(_fineness, (old, new))) / 2


def _fineness(item: Item) -> float:
    """Return the smallest step of a sum as printed: 100 for "5.3" in thousands."""
    match = _PRINTED.search(item.cell("text"))
    printed = float(match[0].replace(",", "")) if match else 0.0
    if not match or not printed:
        return 0.0
    decimals = len(match[0].partition(".")[2])
    return float(item.cell("value")) / printed * 10.0**-decimals


def _new_status(thread: Thread) -> Iterator[ChangeRow]:
    """Yield the changes by which money asked for came or did not, or came back."""
    for (before, olds), (after, news) in pairwise(thread.steps):
        old = next((item for item in olds if item.cell("status") == "applied_for"), None)
        new = next((item for item in news if item.cell("status") not in {"", *_OPEN}), None)
        if old is None or new is None:
            old, new = olds[-1], next((i for i in news if i.cell("status") == "returned"), None)
        if new is not None and new.cell("status") not in {"", "unstated", old.cell("status")}:
            words = (old.cell("status"), new.cell("status"))
            step = Step(before, after)
            yield change(thread, ChangeKind.STATUS_CHANGED, step, words, [old, new])


def _state(thread: Thread, series: Series, changes: Sequence[ChangeRow]) -> TrackState:
    """Return whether an award is told in two ways, or over.

    It is over when its last year is, when it was not won, or when later reports say no more of it.
    """
    if any(row.kind in {ChangeKind.RESTATED, ChangeKind.CONTESTED} for row in changes):
        return TrackState.CONTESTED
    if thread.last.cell("status") == _LOST:
        return TrackState.ENDED
    years = [int(year) for item in thread.items for year in _YEAR.findall(" ".join(item.years))]
    if years and series.as_of is not None:
        is_over = date(max(years) + 1, *_LAST_DAY) < series.as_of
        return TrackState.ENDED if is_over else TrackState.CURRENT
    return TrackState.ENDED if series.reports_after(thread.last.paper) else TrackState.CURRENT
