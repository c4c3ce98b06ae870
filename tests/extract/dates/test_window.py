"""The drafting window closes on what a report tells as done and as to come."""

from dataclasses import replace
from datetime import date

from csp_extract.extract.dates import Window, find_dates
from csp_extract.extract.dates.window import Told, infer_window
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import About, BlockKind

MEETING = date(2019, 11, 20)


def _told(*days: date) -> list[Told]:
    return [Told(day, f"on {day}") for day in days]


def test_window_lies_between_done_and_to_come() -> None:
    """The last day told as done and the first told as to come are its edges, with their words."""
    done = _told(date(2019, 9, 2), date(2019, 10, 28))
    to_come = _told(date(2019, 11, 4), date(2019, 11, 18))
    assert infer_window(done, to_come, MEETING) == Window(
        date(2019, 10, 28), date(2019, 11, 4), "on 2019-10-28", "on 2019-11-04"
    )


def test_days_after_the_meeting_bound_nothing() -> None:
    """A report is written before its meeting."""
    assert infer_window([], _told(date(2020, 3, 1)), MEETING) == Window()


def test_stale_days_bound_nothing() -> None:
    """What happened a year ago says nothing of when the report was written."""
    assert infer_window(_told(date(2018, 11, 1)), [], MEETING) == Window()


def test_contradicting_days_bound_nothing() -> None:
    """One of two days that contradict each other is misread: neither is trusted."""
    assert infer_window(_told(date(2019, 11, 8)), _told(date(2019, 11, 1)), MEETING) == Window()


def test_lone_day_against_two_is_misread() -> None:
    """Two days told as done outweigh one, before them, that is told as to come."""
    done = _told(date(2019, 11, 6), date(2019, 11, 8))
    window = infer_window(done, _told(date(2019, 11, 1)), MEETING)
    assert (window.earliest, window.latest) == (date(2019, 11, 8), None)


def test_relative_expressions_count_from_the_last_edge() -> None:
    """A first edge alone serves only where the meeting is near; else the meeting does."""
    assert Window(None, date(2019, 11, 9)).day_of_writing(MEETING) == date(2019, 11, 9)
    assert Window(date(2019, 11, 1)).day_of_writing(MEETING) == date(2019, 11, 1)
    assert Window(date(2019, 9, 1)).day_of_writing(MEETING) == MEETING
    assert Window().day_of_writing(MEETING) == MEETING


def _window(*lines: str, label: str = "") -> Window:
    text = "\n".join(lines)
    report = lay_out_plain(text)
    if label:
        last = replace(report.blocks[-1], kind=BlockKind.FIELD, row_head=label)
        report = replace(report, blocks=(*report.blocks[:-1], last))
    _, window = find_dates(Reading(report, passages_of(report), about=About(meeting_date=MEETING)))
    return window


def test_years_of_a_plan_bound_nothing() -> None:
    """A plan that will last for years says nothing of the day it was written of."""
    assert _window("The Safer Tarn Plan 2018-2019 will deliver more patrols.").latest is None


def test_day_beside_the_signature_is_the_last_edge() -> None:
    """A report that bears its own day was written on it or before; its meeting's day is none."""
    told = "Wardens called on 40 homes on 28 October 2019."
    assert _window(told, "6 November 2019", label="Date").latest == date(2019, 11, 6)
    assert _window(told, "20 November 2019", label="Date").latest is None
