"""The drafting window closes on what a report tells as done and as to come."""

from datetime import date

from csp_extract.extract.dates import Window
from csp_extract.extract.dates.window import Told, infer_window

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
    assert Window(date(2019, 9, 1)).day_of_writing(None) == date(2019, 9, 1)
    assert Window().day_of_writing(MEETING) == MEETING
    assert Window().day_of_writing(None) is None
