"""Roles, bounds and events say what a date does in its sentence, in the words of the report."""

from datetime import date

import pytest

from csp_extract.extract.dates import find_dates
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import About, Block, BlockKind, Bound, DateRole, DateValue, Report
from csp_extract.records import TextSource as Source

MEETING = date(2019, 11, 20)
P, E, L = DateRole.PLANNED, DateRole.EVENT, DateRole.LAUNCH


def _read(text: str) -> list[DateValue]:
    report = lay_out_plain(text)
    reading = Reading(report, passages_of(report), about=About(meeting_date=MEETING))
    return [found.value for found in find_dates(reading)[0]]


def _last(text: str) -> DateValue:
    return _read(text)[-1]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A stall is booked for 4 December 2019.", P),
        ("The library hosts a drop-in on 4 December 2019.", P),
        ("Two units will be bought in Q4 2019/20.", P),
        ("Wardens patrolled the quay on 14 October 2019.", E),
        ("Patrols went ahead as planned on 14 October 2019.", E),
        ("The scheme is to be launched on 3 February 2020.", L),
        ("The Board considered a draft on 2 October 2019.", DateRole.MEETING),
        ("Minutes of the Panel, 2 October 2019", DateRole.MEETING),
        ("The strategy was adopted by the Cabinet on 2 October 2019.", E),
        ("Strategic Assessment, March 2019", DateRole.PUBLICATION),
        ("Thefts fell by 12% between April and September 2019.", DateRole.PERIOD),
        ("By 31 August 2019, 203 members of staff had done the course.", DateRole.PERIOD),
        ("The post is funded until 31 March 2020.", DateRole.PERIOD),
        ("The plan runs over 2017-2020.", DateRole.PERIOD),
        ("The parade did not take place in October 2019.", DateRole.OTHER),
        ("The report is not expected before January 2020.", P),
        ("The leaflet should have been out by 31 May 2019.", DateRole.DEADLINE),
        ("Installation was promised for 31 May 2019.", DateRole.DEADLINE),
        ("Marshals have been in place since June 2019.", L),
        ("The drop-in came to an end on 26 July 2019.", DateRole.COMPLETION),
    ],
)
def test_role(text: str, role: DateRole) -> None:
    """The verb, its tense and the words beside the date give its role."""
    assert _last(text).role is role


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Bids are to be in by noon on 6 December 2019.", Bound.BY),
        ("The closing date is 6 December 2019.", Bound.BY),
        ("It will be open until 6 December 2019.", Bound.TO),
        ("An underspend was carried forward from 2018/19.", None),
        ("The policy dates from 2013.", None),
        ("It ran from 3 to 7 June 2019.", None),
    ],
)
def test_bound(text: str, bound: Bound | None) -> None:
    """Only words that limit time bound a date; a stretch has its own ends."""
    assert _last(text).bound is bound


def test_event_has_the_subject_that_its_clause_leaves_out() -> None:
    """A clause that opens with its verb takes its subject from before it."""
    text = "The county's grant, which was confirmed on 3 June 2019, is lower."
    assert _last(text).event == "The county's grant, which was confirmed"


def test_event_of_a_pronoun_is_what_it_stands_for() -> None:
    """A pronoun says nothing; the subject of the sentence before does."""
    text = "The data sharing agreement was signed. It will be looked at by 31 January 2020."
    assert _last(text).event == "The data sharing agreement"


def test_event_goes_on_behind_the_date() -> None:
    """Where the verb stands behind the date, the slice runs across it."""
    event = _last("Cabinet on 2 October 2019 approved the lighting of the park.").event
    assert event == "Cabinet on 2 October 2019 approved the lighting of the park"


def _log(date_words: str, head: str) -> DateValue:
    """Return the date of an action log of one row."""
    text = f"Renew the help points\n{date_words}\nHead of Housing"
    starts = [0, 22, 22 + len(date_words) + 1]
    ends = [21, 22 + len(date_words), len(text)]
    heads = ("Action", head, "Owner")
    blocks = tuple(
        Block(BlockKind.CELL, start, end, table=0, row=1, col=col, col_head=heads[col])
        for col, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    report = Report(text, blocks, (), 0, (), Source.TEXT)
    return find_dates(Reading(report, passages_of(report), about=About(meeting_date=MEETING)))[0][
        0
    ].value


@pytest.mark.parametrize(("head", "bound"), [("Date", None), ("By when", Bound.BY)])
def test_log_tells_what_is_due(head: str, bound: Bound | None) -> None:
    """A day in an action log is the deadline of the act in its row."""
    value = _log("31 January 2020", head)
    assert (value.role, value.bound) == (DateRole.DEADLINE, bound)
    assert value.event == "Renew the help points"


def test_stretches_in_a_programme_are_planned() -> None:
    """A column of stretches tells when things take place."""
    assert _log("13 to 17 January 2020", "Date").role is P
