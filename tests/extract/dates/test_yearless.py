"""The year of a date that tells none comes from its neighbours, its tense and its weekday."""

from datetime import date

from csp_extract.extract.dates.calendar import Anchor
from csp_extract.extract.dates.yearless import MonthDay, tell
from csp_extract.records import Resolution

DAY = date(2019, 11, 20)


def _year(month: int, day: int, *, weekday: str = "", **anchor: date | bool | None) -> int:
    told = tell(MonthDay(month, day), MonthDay(month, day), Anchor(DAY, **anchor), weekday)
    assert told is not None
    return told.start.year


def test_tense_points_back_or_ahead() -> None:
    """What was done in March was done this year; what will be done then is next year's."""
    assert _year(3, 5, is_past=True) == 2019
    assert _year(3, 5, is_past=False) == 2020


def test_day_told_before_lends_its_year_to_the_nearest() -> None:
    """After a day of November 2017, January is that of 2018."""
    assert _year(1, 9, near=date(2017, 11, 3), is_past=True) == 2018
    assert _year(6, 30, near=date(2020, 1, 31), is_past=True) == 2019


def test_weekday_decides() -> None:
    """10 March was a Saturday in 2018 only."""
    assert _year(3, 10, weekday="Sat") == 2018


def test_both_readings_are_kept_where_nothing_decides() -> None:
    """A day with neither tense nor neighbour has a candidate beside its value."""
    told = tell(MonthDay(4, 6), MonthDay(4, 6), Anchor(DAY))
    assert told is not None
    assert told.other is not None
    assert {told.start.year, told.other.start.year} == {2019, 2020}
    assert told.resolution is Resolution.INFERRED


def test_nothing_to_count_from() -> None:
    """Without a day of writing and a neighbour there is no year."""
    assert tell(MonthDay(4, 6), MonthDay(4, 6), Anchor()) is None
