"""What later papers say of a thing: the passages that share its words, and what they tell."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from csp_extract.records import TrackKind
from csp_extract.track.items import Item, Paper
from csp_extract.track.library import Library, Passage, Verdict
from csp_extract.track.telling import Telling, signs_of, sureness, threshold
from csp_extract.track.words import form_stems, stems

if TYPE_CHECKING:
    from datetime import date

    from csp_extract.track.thread import Series

_HEARD = 0.4  # how surely a passage that is only near a thing is about it
_SURELY = 1.0  # what tells of a thing in its own row is about it
_LOOKED_AT = 8  # passages of a paper that share most words
_SELDOM = 1.1  # of words used once, that a passage must share to be one about the thing
_OWN = 0.6  # of a word used once, from which a word of a name is its own
_MENTIONED = 0.6  # of the words that tell a thing, from which a passage speaks of it


class Told(NamedTuple):
    """A passage that tells what became of a thing, and how surely it is about the thing."""

    sure: float
    passage: Passage


def told_done(item: Item, series: "Series") -> Told | None:
    """Return the passage of a later paper that best tells a thing as done, where one does."""
    return _best(item, series, Verdict.DONE)


def told_undone(item: Item, series: "Series") -> Told | None:
    """Return the passage of a later paper that best tells a thing as not done, or not yet."""
    return _best(item, series, Verdict.UNDONE)


def told_beside(item: Item, series: "Series") -> Told | None:
    """Return the row of its own paper in which a cell beside a promise tells it as done.

    So an action log does: "Clear the alley | Probation | Done in January".
    """
    own = " ".join(item.cell("text").split())
    for passage in series.library.passages.get(item.paper.report_id, ()):
        if own and own in passage.cells[0] and passage.is_done_beside:
            return Told(_SURELY, passage)
    return None


def is_told(item: Item, papers: Sequence[Paper], series: "Series") -> bool:
    """Return whether a paper has a passage with most telling words of a thing, whatever it says."""
    thing = item.own_words or item.words
    return any(
        series.library.share(thing, passage.words) >= _MENTIONED
        for paper in papers
        for _, passage in series.library.about(thing, paper)[:_LOOKED_AT]
    )


def is_heard_of(item: Item, papers: Sequence[Paper], series: "Series") -> bool:
    """Return whether a paper may speak of a thing: a passage that shares words seldom used.

    So careful must be who says that nothing was said. What tells a thing as undone does not count,
    for it bears out that the thing was not done.
    """
    if item.kind is TrackKind.INITIATIVE:
        return _is_named(item, papers, series)
    near = _near(item, papers, series)
    return any(passage.verdict is not Verdict.UNDONE for passage in near)


def heard_done(item: Item, series: "Series") -> Told | None:
    """Return the first passage of a later paper near a thing, where it tells something as done.

    It may be of the thing, told in other words.
    """
    near = _near(item, series.after(item.paper), series)
    done = (passage for passage in near if passage.verdict is Verdict.DONE)
    return next((Told(_HEARD, passage) for passage in done), None)


def _near(item: Item, papers: Sequence[Paper], series: "Series") -> Iterator[Passage]:
    """Yield the passages of papers that share words with a thing that seldom meet by chance."""
    thing = frozenset(one for one in item.own_words if not one[0].isdigit())
    for paper in papers:
        for passage in series.library.sharing(thing, paper):
            if _is_near(thing & passage.all_words, thing, series.library):
                yield passage


def _is_named(item: Item, papers: Sequence[Paper], series: "Series") -> bool:
    """Return whether a paper has a word of a name that is not in everyone's mouth."""
    names = {word for word in item.words if series.library.seldom(word) >= _OWN}
    return any(
        not names.isdisjoint(passage.all_words)
        for paper in papers
        for passage in series.library.passages[paper.report_id]
    )


def telling(item: Item) -> frozenset[str]:
    """Return the words that tell a thing, without acts and actors, forms, months and numbers."""
    dull = form_stems() | stems("months") | stems("generic") | stems("answers")
    dull |= item.words_of("owner")
    return frozenset(one for one in item.words - dull if not one[0].isdigit())


def _is_near(common: frozenset[str], thing: frozenset[str], library: Library) -> bool:
    """Return whether common words are seldom enough, together, not to meet by chance."""
    seldom = sum(map(library.seldom, common))
    return len(common) > 1 and (seldom >= _SELDOM or library.share(thing, common) >= _MENTIONED)


def _best(item: Item, series: "Series", verdict: Verdict) -> Told | None:
    """Return the passage of a later paper with a verdict that is most surely about a thing."""
    best: Told | None = None
    for one in tellings(item, series, verdict):
        sure = sureness(signs_of(one))
        if sure >= threshold() and (best is None or sure > best.sure):
            best = Told(sure, one.passage)
    return best


def tellings(item: Item, series: "Series", verdict: Verdict) -> Iterator[Telling]:
    """Yield the passages of later papers with a verdict that share most words with a thing."""
    meetings: set[date | None] = set()
    for paper in series.after(item.paper):
        meetings.add(paper.meeting_date)
        for share, passage in series.library.about(item.words, paper)[:_LOOKED_AT]:
            if passage.verdict is verdict:
                yield Telling(item, passage, share, len(meetings), series.library)
