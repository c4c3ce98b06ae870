"""Whoever holds an id of an earlier output finds what became of it."""

from typing import Any

from csp_extract.records import cells_of
from csp_extract.track import redirects

Row = dict[str, str]


def _held(**tracks: str) -> list[Row]:
    """Return rows of track_mentions.csv: the mentions of each track, parted by spaces."""
    return [
        {"track_id": track_id, "row_id": one}
        for track_id, rows in tracks.items()
        for one in rows.split()
    ]


def _led(before: Any, after: Any) -> dict[tuple[str, str], str]:
    return {(row.from_id, row.to_id): row.why for row in redirects(before, after)}


def test_nothing_moved() -> None:
    """The same tracks, or more of them, need no redirect."""
    assert _led({"track_mentions": _held(t1="a b")}, {"track_mentions": _held(t1="a b c")}) == {}


def test_earlier_mention_gives_another_id() -> None:
    """The track that an older report began leads to what it is now."""
    led = _led({"track_mentions": _held(t1="b c")}, {"track_mentions": _held(t0="a b c")})
    assert led == {("t1", "t0"): "an earlier mention begins it (2 of 2 mentions)"}


def test_merged_and_split() -> None:
    """Two become one; one becomes two, of which one keeps the id."""
    apart, whole = _held(t1="a b", t2="c"), _held(t1="a b c")
    assert _led({"track_mentions": apart}, {"track_mentions": whole}) == {
        ("t2", "t1"): "merged into a track that was there (1 of 1 mentions)"
    }
    assert _led({"track_mentions": whole}, {"track_mentions": apart}) == {
        ("t1", "t2"): "split (1 of 3 mentions)"
    }


def test_what_is_gone_leads_nowhere() -> None:
    """A track whose report is no longer read has no successor."""
    assert _led({"track_mentions": _held(t1="a", t2="b")}, {"track_mentions": _held(t1="a")}) == {}


def test_redirects_of_the_past_are_kept_and_shortened() -> None:
    """An id of the last output but one leads straight to where the thing is."""
    first, second, third = _held(t3="c"), _held(t2="b c"), _held(t1="a b c")
    then = redirects({"track_mentions": first}, {"track_mentions": second})
    kept = [cells_of(row) for row in then]
    led = _led({"track_mentions": second, "redirects": kept}, {"track_mentions": third})
    assert set(led) == {("t3", "t1"), ("t2", "t1")}
    again = _led({"track_mentions": second, "redirects": kept}, {"track_mentions": second})
    assert set(again) == {("t3", "t2")}


def test_redirect_ends_when_the_id_is_back() -> None:
    """What was merged and parted again stands for itself."""
    kept = [{"from_id": "t2", "to_id": "t1", "why": "merged"}]
    before = {"track_mentions": _held(t1="a b"), "redirects": kept}
    assert _led(before, {"track_mentions": _held(t1="a", t2="b")}) == {
        ("t1", "t2"): "split (1 of 2 mentions)"
    }


def test_row_with_other_bounds_is_led_to() -> None:
    """A newer version reads the same promise with a word less."""
    base = {"report_id": "r1", "page": "2"}
    old = {"commitment_id": "c1", "text": "Officers will publish the survey by May", **base}
    new = {"commitment_id": "c2", "text": "will publish the survey by May", **base}
    led = _led(
        {"commitments": [old], "track_mentions": _held(t1="c1")},
        {"commitments": [new], "track_mentions": _held(t2="c2")},
    )
    assert led == {
        ("c1", "c2"): "its words are read with other bounds",
        ("t1", "t2"): "an earlier mention begins it (1 of 1 mentions)",
    }
