"""A person's judgement beats every score and every veto."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_extract.records import Judgement, LinkRow, TrackKind, cells_of
from csp_extract.track import track
from csp_extract.track.cluster import Edge
from csp_extract.track.features import FEATURES
from csp_extract.track.judged import clusters_as_judged
from csp_extract.track.learned import pairs_said


def _said(kind: Judgement, left: str, right: str) -> LinkRow:
    return LinkRow("initiatives", left, "initiatives", right, kind, None, "seen", "A Reader", "")


@pytest.fixture
def years(archive: Any) -> Any:
    """Return an archive where two operations are told of in three years."""
    for year in (2018, 2019, 2020):
        report_id = archive.report(f"{year}-05-01")
        for name in ("Operation Heron", "Operation Herring"):
            archive.mention("initiatives", report_id, name, name=name, kind="operation")
    return archive


def test_same_brings_the_tracks_together(years: Any) -> None:
    """One word on two mentions joins all that was linked to either, over the veto."""
    said = _said(Judgement.SAME, "i0", "i1")
    rows = track(years.rows, years.texts, judgements=[said]).rows
    (row,) = rows["tracks"]
    assert row.aliases in {("Operation Heron",), ("Operation Herring",)}
    (link,) = [one for one in rows["links"] if one.who == "A Reader"]
    assert (link.left_id, link.right_id, link.judgement) == ("i0", "i1", Judgement.SAME)
    assert link.reasons == (
        "judged same: seen; the matcher: are operations of different code names"
    )


def test_different_parts_what_was_one(years: Any) -> None:
    """The mention goes its own way; the matcher's score stays to be seen."""
    said = _said(Judgement.DIFFERENT, "i0", "i2")
    rows = track(years.rows, years.texts, judgements=[said]).rows
    homes = {row.row_id: row.track_id for row in rows["track_mentions"]}
    assert homes["i0"] != homes["i2"]
    (link,) = [one for one in rows["links"] if one.who == "A Reader"]
    assert link.score is not None


def test_row_that_is_not_followed_changes_nothing(years: Any) -> None:
    """A judgement on a row that tracks leave out is as if it had not been made."""
    said = _said(Judgement.SAME, "i0", "i99")
    assert track(years.rows, years.texts, judgements=[said]) == track(years.rows, years.texts)


def test_two_items_of_one_list_stay_two(archive: Any) -> None:
    """A person who ties one year's item to another's does not tie what stood beside it."""
    for year, names in (
        (2018, ("Road safety", "Rural crime")),
        (2019, ("Road safety", "Rural crime")),
        (2020, ("Rural crime and road safety", "Arson")),
    ):
        report_id = archive.report(f"{year}-05-01")
        for rank, name in enumerate(names, 1):
            archive.mention("priorities", report_id, name, rank=str(rank), owner="Harbour CSP")
    said = LinkRow("priorities", "p0", "priorities", "p4", Judgement.SAME, None, "", "A Reader", "")
    rows = track(archive.rows, archive.texts, judgements=[said]).rows
    homes = {row.row_id: row.track_id for row in rows["track_mentions"]}
    assert homes["p0"] == homes["p4"]
    assert homes["p0"] != homes["p1"]
    assert homes["p2"] != homes["p3"]


def test_judgements_are_training_lines(years: Any) -> None:
    """A person's pairs have the features that weights are learned for; a veto teaches nothing."""
    said = [_said(Judgement.DIFFERENT, "i0", "i2"), _said(Judgement.SAME, "i0", "i4"),
            _said(Judgement.SAME, "i0", "i1")]  # fmt: skip
    links = [cells_of(row) for row in track(years.rows, years.texts, judgements=said).rows["links"]]
    pairs = pairs_said(years.rows, years.texts, links)[TrackKind.INITIATIVE]
    assert sorted(pair.is_same for pair in pairs) == [False, True]
    assert {len(pair.values) for pair in pairs} == {len(FEATURES[TrackKind.INITIATIVE])}


@given(
    scores=st.lists(st.floats(0, 1), min_size=10, max_size=10),
    same=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    apart=st.tuples(st.integers(0, 4), st.integers(0, 4)),
)
def test_judgements_hold_whatever_the_scores(
    scores: list[float], same: tuple[int, int], apart: tuple[int, int]
) -> None:
    """Two that are the same are in one cluster, two that are not are in two."""
    pairs = [(a, b) for a in range(5) for b in range(a + 1, 5)]
    one, two = tuple(sorted(same)), tuple(sorted(apart))
    edges = [Edge(pair, score, "") for pair, score in zip(pairs, scores, strict=True)]
    if one[0] != one[1] and one != two and two[0] != two[1]:
        said = _said(Judgement.SAME, "", "")
        kept = [edge for edge in edges if edge.pair not in {one, two}]
        edges = [
            *kept,
            Edge(one, 1.0, "", verdict=said),
            Edge(two, 0.0, "", is_vetoed=True, verdict=said),
        ]
        found = clusters_as_judged(5, edges, 0.5, lambda *_: False)
        assert sorted(at for own in found for at in own) == list(range(5))
        assert any(set(one) <= set(own) for own in found)
        assert not any(set(two) <= set(own) for own in found)
