"""Tracking scores on cases small enough to work out by hand."""

import pytest

from csp_extract.evaluate.awards import is_one_award
from csp_extract.evaluate.clusters import compare_clusters
from csp_extract.evaluate.gold_tables import gold_tables
from csp_extract.evaluate.rows import GoldRow
from csp_extract.evaluate.stories import Story, StoryChange, StoryFinding
from csp_extract.evaluate.tracking import TrackedRows, TrackingCounts, score_body


def test_pairs_and_b_cubed_by_hand() -> None:
    """Gold {a b c} {d e}, predicted {a b} {c d} {e}: one of two pairs right, one of four found.

    B-cubed precision is (1 + 1 + 1/2 + 1/2 + 1) / 5, recall (2/3 + 2/3 + 1/3 + 1/2 + 1/2) / 5.
    """
    gold = dict(zip("abcde", "11122", strict=True))
    found = compare_clusters(gold, dict(zip("abcde", "xxyyz", strict=True))).agreement()
    assert (found.pairs.precision, found.pairs.recall) == (0.5, 0.25)
    assert found.b_cubed.precision == pytest.approx(0.8)
    assert found.b_cubed.recall == pytest.approx(8 / 15)


def test_mention_not_found_misses_its_pairs() -> None:
    """Gold {a b c}, found a and b in one track: precision is whole, recall a third of the pairs."""
    found = compare_clusters(dict.fromkeys("abc", "1"), {"a": "x", "b": "x"}).agreement()
    assert (found.pairs.precision, found.pairs.recall) == (1, pytest.approx(1 / 3))
    assert found.b_cubed.precision == 1
    assert found.b_cubed.recall == pytest.approx((2 / 3 + 2 / 3) / 3)


def test_counts_add_up() -> None:
    """Two bodies together are not the mean of the two."""
    one = compare_clusters(dict.fromkeys("ab", "1"), dict.fromkeys("ab", "x"))
    one.add(compare_clusters(dict.fromkeys("cde", "1"), {"c": "x", "d": "y", "e": "z"}))
    assert one.agreement().pairs.recall == 0.25


def test_pairs_that_nobody_can_judge_cost_nothing() -> None:
    """Gold {a b c} of which c may be another: linked or left out, two mentions are right."""

    def is_judged(left: str, right: str) -> bool:
        return "c" not in {left, right}

    gold = dict.fromkeys("abc", "1")
    for tracks in ("xxx", "xxy"):
        predicted = dict(zip("abc", tracks, strict=True))
        found = compare_clusters(gold, predicted, is_judged).agreement()
        assert (found.pairs.precision, found.pairs.recall, found.b_cubed.f1) == (1, 1, 1)


def _award(value: str, **told: str | list[str]) -> GoldRow:
    return GoldRow("amounts", "1", f"£{value}", {"value": value, **told})


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (_award("900"), True),
        (_award("950", financial_years=["2018/19"]), True),
        (_award("900", financial_years=["2019/20"]), False),
        (_award("900", funder="Lottery"), False),
        (_award("300", recipient="youth club"), False),
    ],
)
def test_awards_are_told_apart_by_what_both_state(other: GoldRow, *, is_one: bool) -> None:
    """Another year, another giver, and a share of the pot, are other awards."""
    pot = _award("900", financial_years=["2018/19"], funder="Commissioner")
    assert is_one_award(pot, other) is is_one


ABOUT = {"body": "Harbour Council", "kind": "report"}
GOLD = {
    f"harbour-{year}-05-01": (
        GoldRow("report", "p1", "t", {**ABOUT, "meeting_date": f"{year}-05-01"}),
        GoldRow("initiatives", "1", "Lantern", {"name": "Lantern"}, track="lantern"),
        GoldRow("commitments", "2", "will report", {"action": "report"}, track=f"report-{year}"),
    )
    for year in (2019, 2020)
}
STORY = Story(
    {"lantern": "initiative", "report-2019": "commitment", "report-2020": "commitment"},
    {"lantern": "ended", "report-2019": "overdue", "report-2020": "open"},
    (
        StoryChange("lantern", "status_changed", "harbour-2020-05-01"),
        StoryChange("report-2019", "date_moved", "harbour-2020-05-01", 30),
        StoryChange("report-2019", "overdue", "harbour-2020-05-01"),
    ),
    (StoryFinding("commitment_overdue", "harbour-2020-05-01", "report-2019"),),
)


def _told(**rows: list[dict[str, str]]) -> TrackedRows:
    first, second = GOLD
    members = {f"{first}:1": "t1", f"{second}:1": "t1", f"{first}:2": "t2", f"{second}:2": "t3"}
    tracks = {
        "t1": {"kind": "initiative", "state": "ended"},
        "t2": {"kind": "commitment", "state": "open"},
        "t3": {"kind": "commitment", "state": "open"},
    }
    return TrackedRows(members, tracks, rows.get("changes", []), rows.get("findings", []))


def _change(track_id: str, kind: str, days: str = "") -> dict[str, str]:
    return {"track_id": track_id, "kind": kind, "to_report": "harbour-2020-05-01", "days": days}


def _scored(**rows: list[dict[str, str]]) -> TrackingCounts:
    return score_body(STORY, GOLD, _told(**rows))


def test_states_are_of_the_tracks_that_share_most_mentions() -> None:
    """Two of three states are right."""
    counts = _scored()
    assert counts.states["initiative"] == {"gold": 1, "right": 1}
    assert counts.states["commitment"] == {"gold": 2, "right": 1}


def test_changes_and_days() -> None:
    """One change is found with its days, one made up, two missed."""
    counts = _scored(changes=[_change("t2", "date_moved", "28"), _change("t1", "dropped")])
    assert counts.changes["date_moved"] == {"gold": 1, "predicted": 1, "right": 1}
    assert counts.changes["dropped"] == {"gold": 0, "predicted": 1, "right": 0}
    assert counts.changes["overdue"]["right"] == 0
    assert (counts.slips, counts.slips_gold) == ([2], 1)


def test_routine_changes_count_where_the_story_notes_them() -> None:
    """The writer of this story never says that a thing was added."""
    assert "added" not in _scored(changes=[_change("t1", "added")]).changes


def test_a_change_by_another_name_is_the_same() -> None:
    """Whether a thing was launched or its status changed is a writer's choice of words."""
    counts = _scored(changes=[_change("t1", "fulfilled")])
    assert counts.changes["status_changed"] == {"gold": 1, "predicted": 1, "right": 1}


def test_findings_are_borne_out_by_the_list_or_by_a_change() -> None:
    """A moved date is in the story as a change alone; a sum restated is nowhere."""
    rows = [
        {"track_id": track_id, "kind": kind, "report_id": "harbour-2020-05-01"}
        for track_id, kind in (
            ("t2", "commitment_overdue"),
            ("t2", "date_moved"),
            ("t1", "sum_restated"),
        )
    ]
    counts = _scored(findings=rows)
    assert sum(tally["predicted"] for tally in counts.findings.values()) == 3
    assert sum(tally["right"] for tally in counts.findings.values()) == 2
    assert counts.findings["commitment_overdue"]["found"] == 1


def test_a_state_bears_out_what_a_finding_says() -> None:
    """The story ends with the promise silent, though it lists no change to it."""
    story = Story(STORY.kinds, {"report-2020": "silent"}, (), ())
    row = {"track_id": "t3", "kind": "silent", "report_id": "harbour-2020-05-01"}
    counts = score_body(story, GOLD, _told(findings=[row]))
    assert counts.findings["silent"] == {"predicted": 1, "right": 1}


@pytest.mark.parametrize(("days", "is_right"), [("29", True), ("60", False)])
def test_one_move_bears_out_the_finding_of_another_track(days: str, *, is_right: bool) -> None:
    """The story tells the move of the promise at the initiative, with the same days."""
    moved = StoryChange("lantern", "date_moved", "harbour-2020-05-01", 30)
    story = Story(STORY.kinds, {}, (moved,), ())
    row = {"track_id": "t2", "kind": "date_moved", "report_id": "harbour-2020-05-01"}
    told = _told(findings=[row], changes=[_change("t2", "date_moved", days)])
    counts = score_body(story, GOLD, told)
    assert counts.findings["date_moved"]["right"] == is_right


@pytest.mark.parametrize("kind", ["overdue", "fulfilled"])
def test_late_by_another_name_costs_nothing(kind: str) -> None:
    """A writer calls what came 30 days late overdue, or kept; the tracker says that it moved."""
    late = StoryChange("report-2019", kind, "harbour-2020-05-01", 30)
    told = _told(changes=[_change("t2", "date_moved", "30")])
    counts = score_body(Story(STORY.kinds, {}, (late,), ()), GOLD, told)
    assert "date_moved" not in counts.changes


def test_hard_pairs_are_counted_where_linked() -> None:
    """One of two pairs that are different ended in one track."""
    first, second = GOLD
    pairs = [
        ("initiatives", f"{first}:1", f"{second}:1"),
        ("commitments", f"{first}:2", f"{second}:2"),
    ]
    counts = score_body(STORY, GOLD, _told(), pairs)
    assert counts.hard == {"initiatives": 1, "commitments": 1}
    assert counts.hard_wrong == {"initiatives": 1}


def test_gold_as_tables_of_a_perfect_run() -> None:
    """Each annotation is a row with the columns it states; a due date has its days."""
    due = GoldRow("commitments", "2", "will report", {"action": "report", "due": "2019-02"})
    tables, texts = gold_tables({"harbour-2019-05-01": (due,)}, {})
    (row,) = tables["commitments"]
    assert (row["due_start"], row["due_end"]) == ("2019-02-01", "2019-02-28")
    assert row["commitment_id"] == "harbour-2019-05-01:0"
    assert texts == {"harbour-2019-05-01": ""}
