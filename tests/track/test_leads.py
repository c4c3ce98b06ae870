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


_SLIPPED = ("2019-12-31", "2019-12-31")


def _moved(archive: Any, was: tuple[str, str], now: tuple[str, str], later: str) -> None:
    """Add a promise of two papers, due on other days by the second."""
    papers = (
        archive.report("2018-05-01"),
        archive.report(later, kind="report" if later > "2018-05-01" else "minutes"),
    )
    for report_id, (start, end) in zip(papers, (was, now), strict=True):
        archive.mention("commitments", report_id, "complete the Kelby Bridge lighting",
                        action="complete the Kelby Bridge lighting", quote="It is now due later.",
                        due=start, due_start=start, due_end=end)  # fmt: skip


@pytest.mark.parametrize(
    "was",
    [("2018-12-31", "2018-12-31"), ("2018-07-01", "2018-09-30"), ("2018-09-01", "2018-11-30")],
)
def test_day_or_season_that_slipped_is_a_lead(archive: Any, was: tuple[str, str]) -> None:
    """The next meeting is told a later day."""
    _moved(archive, was, _SLIPPED, "2019-05-01")
    assert FindingKind.DATE_MOVED in _kinds(archive)


@pytest.mark.parametrize(
    ("was", "now", "later"),
    [
        (("2018-12-31", "2018-12-31"), _SLIPPED, "2018-05-01"),
        (("2018-12-31", "2018-12-31"), ("2019-01-01", "2019-12-31"), "2019-05-01"),
        (("2018-04-01", "2019-03-31"), _SLIPPED, "2018-11-01"),
    ],
)
def test_other_day_that_did_not_slip_is_no_lead(
    archive: Any, was: tuple[str, str], now: tuple[str, str], later: str
) -> None:
    """The minutes resolve another day than the report proposed; a year is no day that slips."""
    _moved(archive, was, now, later)
    assert FindingKind.DATE_MOVED not in _kinds(archive)


@pytest.mark.parametrize(
    "later",
    [
        "Both bus garages of Marlow Transit now carry the posters.",
        "Marlow Transit has two garages.",
    ],
)
def test_no_lead_of_what_a_later_text_may_tell(archive: Any, later: str) -> None:
    """Words seldom used stand together in a later paper: someone must read it first."""
    dull = "\n".join(f"Crime of sort {place} fell in the ward." for place in range(40))
    _promise(archive, "put posters into the garages of Marlow Transit", f"{dull}\n{later}",
             due_start="2018-07-31", due_end="2018-07-31")  # fmt: skip
    assert _kinds(archive) == []


def test_initiative_that_ends_by_the_last_word_is_not_silent(archive: Any) -> None:
    """What a paper tells as over need not be told of again."""
    for year, text in ((2018, "Night Watch runs."), (2019, "Night Watch was wound down in May.")):
        report_id = archive.report(f"{year}-05-01", text)
        archive.mention("initiatives", report_id, "Night Watch", name="Night Watch", kind="scheme")
    archive.report("2020-05-01", "Crime fell.")
    assert FindingKind.SILENT not in _kinds(archive)


def _lists(archive: Any, *lists: tuple[str, ...]) -> None:
    for year, names in enumerate(lists, 2018):
        report_id = archive.report(f"{year}-05-01", "Crime fell.")
        for rank, name in enumerate(names, 1):
            archive.mention("priorities", report_id, name, rank=str(rank), owner="Harbour CSP")


def test_priority_that_is_off_a_list_told_on(archive: Any) -> None:
    """Two of three are on the next list."""
    _lists(archive, ("Road safety", "Rural crime", "Domestic abuse"),
           ("Rural crime", "Domestic abuse"))  # fmt: skip
    assert _kinds(archive) == [FindingKind.PRIORITY_DROPPED]


def test_no_priority_is_dropped_by_a_list_written_anew(archive: Any) -> None:
    """One of four is on the next list: what went may be in other words."""
    _lists(archive, ("Road safety", "Rural crime", "Domestic abuse", "Hate crime"),
           ("Rural crime", "Safe homes and streets"))  # fmt: skip
    assert _kinds(archive) == []


def test_no_priority_is_dropped_that_may_be_in_other_words(archive: Any) -> None:
    """Neither of two items tells a theme that is known."""
    _lists(archive, ("Welcoming towns", "Rural crime", "Domestic abuse"),
           ("Centres at night", "Rural crime", "Domestic abuse"))  # fmt: skip
    assert _kinds(archive) == []


def test_undated_papers_are_neither_later_nor_of_one_meeting(archive: Any) -> None:
    """A promise is not broken, and two figures do not contradict, by papers of unknown days."""
    first = archive.report("2018-05-01", "Officers will publish the lighting survey.")
    undated = [archive.report("", "Crime fell.", kind=kind) for kind in ("report", "plan")]
    archive.mention("commitments", first, "publish the lighting survey", owner="Officers",
                    action="publish the lighting survey",
                    due_start="2018-07-31", due_end="2018-07-31")  # fmt: skip
    for report_id, value in zip(undated, ("46000", "45200"), strict=True):
        archive.mention("amounts", report_id, f"£{value}", value=value, kind="grant",
                        status="confirmed", funder="Commissioner", purpose="Night Watch",
                        financial_years="2018/19")  # fmt: skip
    assert FindingKind.CONTRADICTION not in _kinds(archive)
    assert FindingKind.COMMITMENT_OVERDUE not in _kinds(archive)
