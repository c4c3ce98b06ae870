"""What is found in a clause, as the chains see it."""

from datetime import date

from csp_extract.extract.found import Found, Span
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.roles.within import found_within, places_of
from csp_extract.extract.sentences import passages_of
from csp_extract.records import About, DateRole, DateValue


def test_places_are_those_that_share_a_character() -> None:
    """A span that ends where a stretch begins shares nothing with it."""
    stretches = [Span(0, 5), Span(5, 9), Span(12, 20)]
    assert list(places_of(Span(4, 5), stretches)) == [0]
    assert list(places_of(Span(4, 13), stretches)) == [0, 1, 2]
    assert list(places_of(Span(9, 12), stretches)) == []


def test_a_date_tells_its_role_and_side_of_the_meeting() -> None:
    """A day after the meeting is to come; without a meeting nobody knows."""
    text = "The shelter opens on 4 May 2021"
    report = lay_out_plain(text)
    day = date(2021, 5, 4)
    value = DateValue("2021-05-04", day, day, role=DateRole.LAUNCH)
    found = Found(Span(text.index("4"), len(text)), value, "a test")
    for meeting, more in ((date(2021, 1, 1), ["date to come"]), (None, [])):
        reading = Reading(report, passages_of(report), about=About(meeting_date=meeting))
        reading.dates = [found]
        assert found_within(reading, [Span(0, 11), Span(12, len(text))]) == [
            [],
            ["date=launch", *more],
        ]
