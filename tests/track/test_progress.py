"""What later papers tell of a promise."""

from typing import Any

import pytest

from csp_extract.records import ChangeKind, TrackKind, TrackState
from csp_extract.track import track


def _state(archive: Any, later: str, **cells: str) -> TrackState:
    first = archive.report("2018-05-01", "Officers will publish the lighting survey.")
    archive.report("2019-05-01", later)
    archive.mention("commitments", first, "publish the lighting survey",
                    action="publish the lighting survey", **cells)  # fmt: skip
    (row,) = (
        row
        for row in track(archive.rows, archive.texts).rows["tracks"]
        if row.kind is TrackKind.COMMITMENT
    )
    return row.state


@pytest.mark.parametrize(
    "later",
    [
        "The lighting survey was published in July.",
        "Publish the lighting survey\nJuly 2018\nDone",
        "Publish the lighting survey\nComplete\nPaint the bridge\nNot started",
    ],
)
def test_kept(archive: Any, later: str) -> None:
    """A sentence tells it, or the status in the row of an action table."""
    assert _state(archive, later) is TrackState.FULFILLED


@pytest.mark.parametrize(
    "later",
    [
        "The lighting survey has not been published.",
        "The lighting survey should have been published in July.",
        "Publish the lighting survey\nJuly 2018\nNo. Moved to 2020",
        "Paint the bridge\nComplete\nPublish the lighting survey\nNot started",
        "The bridge was painted in July.",
    ],
)
def test_not_kept(archive: Any, later: str) -> None:
    """What was not done, what should have been, and another row's status keep no promise."""
    assert _state(archive, later) is TrackState.SILENT


@pytest.mark.parametrize(
    ("beside", "state"),
    [
        ("Head of Property\nDone in April", TrackState.FULFILLED),
        ("Head of Property\nNot started", TrackState.SILENT),
    ],
)
def test_kept_by_the_row_of_its_own_paper(archive: Any, beside: str, state: TrackState) -> None:
    """An action log tells a promise and what became of it in one row."""
    report_id = archive.report("2018-05-01", f"Publish the lighting survey\n{beside}")
    archive.report("2019-05-01", "Crime fell.")
    archive.mention("commitments", report_id, "Publish the lighting survey",
                    action="Publish the lighting survey")  # fmt: skip
    (row,) = track(archive.rows, archive.texts).rows["tracks"]
    assert row.state is state


def test_what_goes_on_is_never_done(archive: Any) -> None:
    """A standing task has no day on which it is fulfilled."""
    later = "The lighting survey was published in July."
    assert _state(archive, later, modality="ongoing") is not TrackState.FULFILLED


def test_date_done_late_has_moved_and_done_in_time_has_not(archive: Any) -> None:
    """By May, done in April is kept; done in June is a month late."""
    first, second = (archive.report(f"{year}-02-01") for year in (2018, 2019))
    for name, due, done in (("Kelby Bridge", "2018-05-31", "2018-04-20"),
                            ("Marsh Lane Lights", "2018-05-31", "2018-06-30")):  # fmt: skip
        archive.mention("dates", first, due, event=f"{name} to open", role="deadline",
                        start=due, end=due)  # fmt: skip
        archive.mention("dates", second, done, event=f"{name} opened", role="launch",
                        start=done, end=done)  # fmt: skip
    moved = [
        row
        for row in track(archive.rows, archive.texts).rows["changes"]
        if row.kind is ChangeKind.DATE_MOVED
    ]
    assert [row.days for row in moved] == [30]
