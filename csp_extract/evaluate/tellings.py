"""What a telling is worth: learned from the promises of which stories tell when they were kept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from csp_extract.evaluate.gold_tables import body_of, gold_id, gold_tables
from csp_extract.evaluate.learning.proof import Tally
from csp_extract.evaluate.rows import GoldRow, PredictedReport
from csp_extract.evaluate.stories import Story
from csp_extract.records import ChangeKind, TrackKind
from csp_extract.track import fit
from csp_extract.track.items import Item, Paper, items_of, papers_of, promises_in
from csp_extract.track.library import Verdict
from csp_extract.track.progress import tellings
from csp_extract.track.telling import SIGNS, signs_of, sureness
from csp_extract.track.thread import Series

_NAMES = [sign.__name__ for sign in SIGNS]
# Somewhat less than even: there the training bodies are told best. A promise that is kept and not
# seen to be becomes a false lead, which costs a reader as much as a false "kept".
THRESHOLD = 0.4
_ROUNDS = 4  # each learns from the passages that the round before held the likeliest


class Heard(NamedTuple):
    """A passage of a later paper that may tell a promise as kept, as numbers."""

    promise: str  # its track, with the body
    source: tuple[str, str]  # the mention and the paper: one passage of it is the likeliest
    meeting: str
    signs: tuple[float, ...]
    is_kept: bool  # the story has it kept at that meeting


def heard_in(
    gold: Mapping[str, Sequence[GoldRow]], run: Mapping[str, PredictedReport], story: Story
) -> list[Heard]:
    """Return what later papers of one body may tell of its promises."""
    tables, texts = gold_tables(gold, run)
    papers = papers_of(tables["reports"], texts)
    days = {name: str(paper.meeting_date) for name, paper in papers.items()}
    kept = {
        (change.track, days.get(change.to_report, change.to_report))
        for change in story.changes
        if change.kind == ChangeKind.FULFILLED
    }
    tracks = {
        gold_id(name, place): row.track
        for name, rows in gold.items()
        for place, row in enumerate(rows)
        if row.track and not row.is_optional
    }
    items = [item for item in items_of(tables, papers) if item.kind is TrackKind.COMMITMENT]
    series = _series(papers.values(), items)
    body = body_of(next(iter(gold)))
    return [
        Heard(
            f"{body} {track}",
            (item.row_id, one.passage.paper.report_id),
            str(one.meeting),
            signs_of(one),
            (track, str(one.meeting)) in kept,
        )
        for item in items
        if (track := tracks.get(item.row_id))
        for one in tellings(item, series[item.paper.series], Verdict.DONE)
    ]


def _series(papers: Iterable[Paper], items: Sequence[Item]) -> dict[str, Series]:
    """Return the series of a body, with the words of their promises."""
    own: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        own[paper.series].append(paper)
    promises = promises_in(items)
    return {
        key: Series(tuple(sorted(some, key=lambda one: one.order)), None, promises)
        for key, some in own.items()
    }


def fit_tellings(heard: Sequence[Heard]) -> dict[str, float]:
    """Return what each sign is worth.

    A story names the paper, not the passage: of each paper the passage counts that is likeliest by
    what was learned before, at first by the words it shares. Papers after the one that told a
    promise as kept may tell it again, and teach nothing.
    """
    last: dict[str, str] = {}
    for one in heard:
        if one.is_kept:
            last[one.promise] = max(last.get(one.promise, ""), one.meeting)
    sources: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    for one in heard:
        if one.meeting <= last.get(one.promise, one.meeting):
            sources[one.source].append(one)
    worth = {"bias": 0.0, **dict.fromkeys(_NAMES, 0.0), _NAMES[0]: 1.0}
    for _ in range(_ROUNDS):
        likely = [max(own, key=lambda one: sureness(one.signs, worth)) for own in sources.values()]
        worth = fit.logistic(_NAMES, [fit.Judged(one.signs, one.is_kept) for one in likely])
    return worth


def kept_by(heard: Sequence[Heard], worth: Mapping[str, float]) -> Tally:
    """Return how many promises are told as kept: by the right paper, in all, and in the story."""
    best: dict[str, tuple[float, Heard]] = {}
    for one in heard:
        sure = sureness(one.signs, worth)
        if sure >= THRESHOLD and sure > best.get(one.promise, (0.0, one))[0]:
            best[one.promise] = (sure, one)
    wanted = {one.promise for one in heard if one.is_kept}
    return Tally(sum(one.is_kept for _, one in best.values()), len(best), len(wanted))
