"""Dates are found with bound, role and event, and counted from the time of writing."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from csp_extract.extract.dates import Window, find_dates, read_date
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import About, BlockKind, Bound, DateRole, DateValue, ReportKind

MEETING = date(2019, 11, 20)


def _find(text: str) -> tuple[dict[str, DateValue], Window]:
    report = lay_out_plain(text)
    reading = Reading(report, passages_of(report), about=About(meeting_date=MEETING))
    found, window = find_dates(reading)
    return {text[found.span.start : found.span.end]: found.value for found in found}, window


def _one(text: str) -> DateValue:
    values, _ = _find(text)
    assert len(values) == 1, values
    return next(iter(values.values()))


def test_spans_are_in_order_and_apart() -> None:
    """No two dates share a character."""
    text = "It ran on 5, 12 and 19 June 2019 and in Q1 2019/20; by 31 March 2020 it will end."
    report = lay_out_plain(text)
    found, _ = find_dates(Reading(report, passages_of(report)))
    assert len(found) == 5
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_window_comes_from_the_tense_round_explicit_days() -> None:
    """What was done and what will be done bound the time of writing."""
    _, window = _find(
        "A drop-in was held on 28 October 2019.\nA stall will be held on 4 November 2019."
    )
    assert window == Window(
        date(2019, 10, 28),
        date(2019, 11, 4),
        "A drop-in was held on 28 October 2019.",
        "A stall will be held on 4 November 2019.",
    )


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("Table 4: position at 31 October 2019", date(2019, 10, 31)),
        ("The rules have applied since 1 November 2019.", date(2019, 11, 1)),
        ("The update was shared with the Chair on 4 November.", date(2019, 11, 4)),
        ("The contract, which was to end on 4 November 2019, goes on.", None),
        ("A bid was promised for 4 November 2019.", None),
        ("Thefts were to be looked at in October 2019.", None),
    ],
)
def test_evidence_of_the_window(text: str, earliest: date | None) -> None:
    """A plan of the past, or a month, bounds nothing; what holds since a day does."""
    assert _find(text)[1].earliest == earliest


def test_minutes_have_no_window() -> None:
    """Minutes are written after their meeting."""
    report = lay_out_plain("The Chair had visited the hub on 4 November 2019.")
    about = About(meeting_date=MEETING, kind=ReportKind.MINUTES)
    assert find_dates(Reading(report, passages_of(report), about=about))[1] == Window()


def test_next_month_counts_from_the_window() -> None:
    """The window, not the meeting, is where relative expressions start."""
    values, _ = _find(
        "A drop-in was held on 28 October 2019.\nIt will be repeated on 30 October 2019.\n"
        "The new wardens will start next month."
    )
    assert values["next month"].edtf == "2019-11"


def test_both_readings_stand_where_no_tense_decides() -> None:
    """A day without year or verb may be last year's or this year's."""
    assert _one("Remembrance parade: 10 November").candidates == ("2020-11-10",)
    assert _one("The parade will be held on 10 December.").candidates == ()


def test_deadline() -> None:
    """Something to be done by a day is a deadline, and the bound says so."""
    value = _one("Bids will be returned by 31 January 2020.")
    assert (value.role, value.bound) == (DateRole.DEADLINE, Bound.BY)


def test_financial_year_is_a_period() -> None:
    """A year that money covers is a period."""
    assert _one("A grant of £4,000 was agreed for 2019/20.").role is DateRole.PERIOD


def test_launch() -> None:
    """The verb next to the day says what it is."""
    value = _one("The bike marking scheme was launched on 3 June 2019.")
    assert value.role is DateRole.LAUNCH
    assert value.event == "The bike marking scheme was launched"


def test_joined_participles_share_their_will_be() -> None:
    """What "will be refreshed and published by" a day is still to come then."""
    value = _one("The assessment will be refreshed and published by 31 March 2020.")
    assert value.role is DateRole.DEADLINE


def test_events_are_words_of_the_report() -> None:
    """An event is an exact slice of the text."""
    text = "The panel (which met on 3 June 2019) agreed that, from 1 July 2019, patrols would grow."
    values, _ = _find(text)
    assert len(values) == 2
    assert all(value.event in text for value in values.values())


def test_day_that_does_not_exist_has_no_value() -> None:
    """A misprint is kept as printed and valued as nothing."""
    value = _one("The panel met on 31 June 2019.")
    assert (value.start, value.end, value.edtf) == (None, None, "")


def test_read_date_reads_a_field() -> None:
    """The value of a masthead field is read without context."""
    value = read_date("Wednesday 20th November, 2019 at 7.00 pm")
    assert value is not None
    assert value.edtf == "2019-11-20"
    assert read_date("to be confirmed") is None


def test_a_report_on_a_quarter_means_its_own_by_this_quarter() -> None:
    """Written in the quarter after, it tells what was done in "this quarter"; plans are now."""
    report = lay_out_plain(
        "Performance in Quarter 2 2019/20\nForty kits were given out this quarter.\n"
        "Sixty more will be given out in the current quarter."
    )
    heading, *rest = report.blocks
    report = replace(report, blocks=(replace(heading, kind=BlockKind.HEADING), *rest))
    found, _ = find_dates(Reading(report, passages_of(report), about=About(meeting_date=MEETING)))
    told = [one.value.edtf for one in found]
    assert told == ["2019-07/2019-09", "2019-07/2019-09", "2019-10/2019-12"]
