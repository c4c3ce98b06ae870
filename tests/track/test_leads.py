"""A lead is given only where its words can be looked for and are not there."""

from typing import Any

import pytest

from csp_extract.records import FindingKind
from csp_extract.track import track


def _kinds(archive: Any) -> list[FindingKind]:
    return [row.kind for row in track(archive.rows, archive.texts).rows["findings"]]


def _promise(archive: Any, action: str, later: str, **cells: str) -> None:
    first = archive.report("2018-05-01", f"Officers will {action}.")
    archive.report("2019-05-01", later)
    archive.mention("commitments", first, action, action=action, owner="Officers", **cells)


def test_promise_past_its_day_without_a_word(archive: Any) -> None:
    """The day is over and no later paper tells that it was done."""
    _promise(archive, "publish the lighting survey", "Crime fell.",
             due_start="2018-07-31", due_end="2018-07-31")  # fmt: skip
    assert _kinds(archive) == [FindingKind.COMMITMENT_OVERDUE]


@pytest.mark.parametrize(
    ("action", "cells"),
    [
        ("publish it", {}),
        ("approve the lighting survey", {}),
        ("publish the lighting survey", {"modality": "expected"}),
        ("publish the lighting survey", {"due_start": "2018-05-01", "due_end": "2018-05-01"}),
    ],
)
def test_no_lead_of_what_cannot_be_looked_for(
    archive: Any, action: str, cells: dict[str, str]
) -> None:
    """Few words, what the meeting did itself, hopes, and what was due that day."""
    due = {"due_start": "2018-07-31", "due_end": "2018-07-31", **cells}
    _promise(archive, action, "Crime fell.", **due)
    assert _kinds(archive) == []


def test_what_is_spoken_of_is_not_silent(archive: Any) -> None:
    """A sentence that neither keeps nor breaks the promise still speaks of it."""
    _promise(archive, "publish the lighting survey", "The lighting survey covers all streets.")
    assert FindingKind.SILENT not in _kinds(archive)


def test_initiative_named_in_a_later_text_is_not_silent(archive: Any) -> None:
    """A name that no row has, but the text, is a word of it."""
    for year in (2018, 2019):
        report_id = archive.report(f"{year}-05-01")
        archive.mention("initiatives", report_id, "Night Watch", name="Night Watch", kind="scheme")
    archive.report("2020-05-01", "Volunteers thanked Night Watch.")
    assert FindingKind.SILENT not in _kinds(archive)


def test_one_move_is_one_lead(archive: Any) -> None:
    """Told of the promise and of the event, it is told once."""
    for year, day in ((2018, "2018-12-31"), (2019, "2019-12-31")):
        report_id = archive.report(f"{year}-05-01", "It is delayed." if year == 2019 else "")
        quote = "It is delayed."
        archive.mention("commitments", report_id, "complete the Kelby Bridge lighting",
                        action="complete the Kelby Bridge lighting", quote=quote, due=day,
                        due_start=day, due_end=day)  # fmt: skip
        archive.mention("dates", report_id, day, event="Kelby Bridge lighting to be completed",
                        role="deadline", quote=quote, start=day, end=day)  # fmt: skip
    assert _kinds(archive).count(FindingKind.DATE_MOVED) == 1
