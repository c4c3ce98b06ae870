"""How surely a later paper tells what became of a promise."""

from datetime import date

import pytest

from csp_extract.records import TrackKind
from csp_extract.track.items import items_of, papers_of
from csp_extract.track.library import Verdict
from csp_extract.track.progress import tellings
from csp_extract.track.telling import SIGNS, Telling, signs_of, sureness
from csp_extract.track.thread import Series

from .conftest import Archive

PROMISE = "publish the survey of street lighting in Ashby"


def _telling(later: str) -> Telling:
    """Return the telling of a promise that was due in June 2018 by a sentence of a later paper."""
    archive = Archive()
    first = archive.report("2018-05-01", f"Officers will {PROMISE} by 30 June 2018.")
    archive.report("2019-05-01", f"{later} Nothing else was told; all went home.")
    archive.mention("commitments", first, PROMISE, action=PROMISE, due="2018-06-30",
                    due_start="2018-06-30", due_end="2018-06-30")  # fmt: skip
    papers = papers_of(archive.rows["reports"], archive.texts)
    series = Series(tuple(sorted(papers.values(), key=lambda one: one.order)))
    (item,) = (one for one in items_of(archive.rows, papers) if one.kind is TrackKind.COMMITMENT)
    return next(tellings(item, series, Verdict.DONE))


def _sure(later: str) -> float:
    return sureness(signs_of(_telling(later)))


def test_signs() -> None:
    """Each sign is read off the words, the days and the meetings."""
    one = _telling("The lighting survey of Ashby was published in June 2018.")
    told = dict(zip((sign.__name__ for sign in SIGNS), signs_of(one), strict=True))
    assert one.days == [date(2018, 6, 15)]
    assert told["its_month"] == told["is_past_due"] == 1
    assert told["tells_days_to_come"] == 0
    assert told["meetings_between"] == pytest.approx(1 / 3)
    assert told["shared_words"] > 0.5


def test_the_whole_promise_is_surer_than_a_part() -> None:
    """A passage with all its words is about it; one with a word in common may be of anything."""
    assert _sure("The survey of street lighting in Ashby was published.") > 0.5
    assert _sure("The survey of residents was held in the hall.") < 0.4


def test_what_tells_of_days_to_come_is_less_sure() -> None:
    """A sentence that tells a day after its own meeting is hardly the end of the matter."""
    done = "The survey of street lighting in Ashby was begun in April 2019."
    to_come = "The survey of street lighting in Ashby was begun and ends in May 2020."
    assert _sure(done) > _sure(to_come)
