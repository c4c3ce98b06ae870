"""Meetings that papers tell of are held against the papers that there are."""

from typing import Any

import pytest

from csp_extract.records import FindingKind, MeetingStatus
from csp_extract.track import told_of, track

PANEL = "Community Safety Scrutiny Panel"
NONE = " and of none on that day."
ARCHIVE = "the archive has papers of a meeting on"
LAST, NEXT, NEITHER = False, True, None


def _row(sentence: str, section: str = "", day: str = "2019-03-05") -> dict[str, str]:
    """Return the row of the date that stands between ``[[ ]]`` in a sentence."""
    before, _, rest = sentence.partition("[[")
    text, _, after = rest.partition("]]")
    return {
        "precision": "day", "start": day, "section": section, "quote": before + text + after,
        "quote_start": "0", "char_start": str(len(before)), "text": text,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The minutes of the meeting held on [[5 March 2019]] were agreed.", LAST),
        ("RESOLVED: that the minutes of the previous meeting on [[5 March 2019]] be signed.", LAST),
        (
            "The Panel approved the Minute of its meeting of [[5 March 2019]] as a true record.",
            LAST,
        ),
        ("To confirm the minutes of the Scrutiny Panel meeting held on [[5 March 2019]].", LAST),
        ("Two closures were obtained since the last meeting, held on [[5 March 2019]].", LAST),
        ("The next meeting will be held on [[5 March 2019]].", NEXT),
        ("Date of next meeting: [[Tuesday 5 March 2019]] at 2pm.", NEXT),
        ("It was noted that the Panel would next meet on [[5 March 2019]].", NEXT),
        (
            "The minutes of the Cabinet meeting held on [[5 March 2019]] were noted and agreed.",
            NEITHER,
        ),
        ("The next meeting of the Health Board is on [[5 March 2019]].", NEITHER),
        ("Minutes of the meeting held on [[5 March 2019]]", NEITHER),  # a title, not a word on one
        ("At the last meeting officers promised a list by [[5 March 2019]].", NEITHER),
        ("A workshop will be held on [[5 March 2019]].", NEITHER),
    ],
)
def test_words_on_other_meetings(sentence: str, told: bool | None) -> None:  # noqa: FBT001
    """The last meeting and the next are told from others, and from other days."""
    assert told_of(_row(sentence), PANEL) is told


def test_heading_tells_the_next_meeting() -> None:
    """A day alone under the heading is the meeting; a day in a sentence under it is not."""
    assert told_of(_row("[[Tuesday 5 March 2019]] at 2.00 pm.", "Date of Next Meeting"), PANEL)
    visit = _row("A visit is planned for [[5 March 2019]].", "Date of Next Meeting")
    assert told_of(visit, PANEL) is None


def _say(archive: Any, report_id: str, sentence: str, day: str) -> str:
    row = _row(sentence, day=day)
    return str(
        archive.mention("dates", report_id, row["text"], **{k: row[k] for k in row if k != "text"})
    )


@pytest.fixture
def chain(archive: Any) -> Any:
    """Return an archive with the papers of three meetings of a panel."""
    for day in ("2018-09-04", "2019-03-05", "2019-09-03"):
        archive.report(day, committee=PANEL)
    archive.report("2019-03-05", kind="minutes", committee=PANEL.replace("Panel", "Committee"))
    return archive


def _found(archive: Any, kind: FindingKind) -> list[str]:
    return [
        row.message
        for row in track(archive.rows, archive.texts).rows["findings"]
        if row.kind is kind
    ]


def test_papers_of_one_meeting_are_tied(chain: Any) -> None:
    """Report and minutes of one day are one meeting, though the panel became a committee."""
    rows = {str(row.meeting_date): row for row in track(chain.rows, chain.texts).rows["meetings"]}
    assert list(rows) == ["2018-09-04", "2019-03-05", "2019-09-03"]
    assert rows["2019-03-05"].kinds == ("report", "minutes")
    assert {row.status for row in rows.values()} == {MeetingStatus.PAPERS}


def test_meeting_without_papers_is_missing(chain: Any) -> None:
    """It is a row and a lead, and silence is told with what is missing."""
    told = _say(
        chain, "2019-03-05-minutes", "The minutes of the meeting held on [[4 December 2018]] were"
        " agreed.", "2018-12-04",
    )  # fmt: skip
    promise = "publish the lighting survey"
    chain.mention("commitments", "2018-09-04-report", promise, action=promise, owner="Officers")
    rows = track(chain.rows, chain.texts).rows
    (lost,) = [row for row in rows["meetings"] if row.status is MeetingStatus.MISSING]
    assert (str(lost.meeting_date), lost.row_ids) == ("2018-12-04", (told,))
    (lead,) = _found(chain, FindingKind.PAPERS_MISSING)
    assert lead == (
        "The papers of Community Safety Scrutiny Panel tell of a meeting of which no paper is in"
        " the archive: 4 December 2018."
    )
    (silent,) = _found(chain, FindingKind.SILENT)
    assert silent.endswith("; papers of 1 later meeting that it tells of are missing.")


@pytest.mark.parametrize(
    ("sentence", "day", "message"),
    [
        (
            "The minutes of the meeting held on [[6 September 2018]] were agreed.",
            "2018-09-06",
            f"tells the last meeting on 6 September 2018; {ARCHIVE} 4 September 2018{NONE}",
        ),
        (
            "The minutes of the meeting held on [[4 September 2017]] were agreed.",
            "2017-09-04",
            f"tells the last meeting on 4 September 2017; {ARCHIVE} 4 September 2018{NONE}",
        ),
        (
            "The next meeting will be held on [[10 September 2019]].",
            "2019-09-10",
            f"tells the next meeting on 10 September 2019; {ARCHIVE} 3 September 2019{NONE}",
        ),
        (
            "The next meeting will be held on [[5 February 2019]].",
            "2019-02-05",
            "tells the next meeting on 5 February 2019, which is not after its own.",
        ),
    ],
)
def test_day_that_other_papers_do_not_bear_out(
    chain: Any, sentence: str, day: str, message: str
) -> None:
    """What the two papers say stands side by side; which is right is not said."""
    _say(chain, "2019-03-05-minutes", sentence, day)
    assert _found(chain, FindingKind.MEETING_DATE_DIFFERS) == [
        f"The minutes of 5 March 2019 {message}"
    ]
    assert _found(chain, FindingKind.PAPERS_MISSING) == []


def test_day_within_reach_is_no_lead(chain: Any) -> None:
    """What the papers bear out, what lies ahead and what lies before the archive is left alone."""
    for sentence, day in (
        ("The minutes of the meeting held on [[4 September 2018]] were agreed.", "2018-09-04"),
        ("The minutes of the meeting held on [[5 June 2018]] were agreed.", "2018-06-05"),
    ):
        _say(chain, "2019-03-05-minutes", sentence, day)
    _say(chain, "2019-09-03-report", "The next meeting is on [[3 December 2019]].", "2019-12-03")
    rows = track(chain.rows, chain.texts).rows
    assert not [row for row in rows["findings"] if not row.track_id]
    statuses = {str(row.meeting_date): row.status for row in rows["meetings"]}
    assert statuses["2018-06-05"] is MeetingStatus.BEFORE
    assert statuses["2019-12-03"] is MeetingStatus.AHEAD
