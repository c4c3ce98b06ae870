"""The report's own data comes from forms, mastheads, titles and, last, from the text."""

from datetime import date

import pytest

from csp_extract.extract.masthead import meeting, read_about
from csp_extract.extract.masthead.fields import column_of
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import (
    Block,
    BlockKind,
    DateValue,
    Precision,
    Report,
    ReportKind,
    TextSource,
)
from csp_extract.settings import Given

Line = tuple[BlockKind, str] | tuple[BlockKind, str, str]


def _reading(*lines: Line, given: Given | None = None) -> Reading:
    text, blocks = "", []
    for kind, words, *head in lines:
        start = len(text)
        text += words + "\n"
        blocks.append(Block(kind, start, start + len(words), row_head=head[0] if head else ""))
    report = Report(text, tuple(blocks), (), 1, (), TextSource.TEXT)
    return Reading(report, passages_of(report), given or Given())


@pytest.fixture(autouse=True)
def _plain_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read one known day, so that this test is about mastheads and not about dates."""

    def read(words: str) -> DateValue | None:
        day = date(2019, 3, 5) if "5 March 2019" in words else None
        return DateValue(start=day, end=day, precision=Precision.DAY) if day else None

    monkeypatch.setattr(meeting, "read_date", read)


def test_lines_of_a_masthead() -> None:
    """Body, committee, date, author and title each stand on their own line."""
    reading = _reading(
        (BlockKind.MASTHEAD, "Saltmarsh District Council"),
        (BlockKind.MASTHEAD, "Scrutiny Committee"),
        (BlockKind.MASTHEAD, "5 March 2019"),
        (BlockKind.MASTHEAD, "Report of the Head of Housing"),
        (BlockKind.TITLE, "SAFER SALTMARSH: YEARLY REVIEW"),
        (BlockKind.PARAGRAPH, "The Saltmarsh Community Safety Partnership met to review the year."),
    )
    found = read_about(reading)
    assert found.body == "Saltmarsh District Council"
    assert found.committee == "Scrutiny Committee"
    assert found.meeting_date == date(2019, 3, 5)
    assert found.author == "Head of Housing"
    assert found.title == "SAFER SALTMARSH: YEARLY REVIEW"
    assert found.partnership == "Saltmarsh Community Safety Partnership"
    assert found.kind is ReportKind.REPORT


def test_labels_of_a_form_beat_the_lines() -> None:
    """A form says each thing under its label, at the head or at the end."""
    reading = _reading(
        (BlockKind.MASTHEAD, "Cabinet"),
        (BlockKind.FIELD, "Overview Panel", "Report to:"),
        (BlockKind.FIELD, "5 March 2019", "Date of Meeting"),
        (BlockKind.FIELD, "Jo Field, Head of Housing", "Report author"),
        (BlockKind.FIELD, "All", "Ward(s) affected"),
        (BlockKind.PARAGRAPH, "Contact Officer: Jo Field, 01234 567890."),
    )
    found = read_about(reading)
    assert (found.committee, found.wards) == ("Overview Panel", "All")
    assert found.author == "Jo Field, Head of Housing"
    assert found.contact == "Jo Field, 01234 567890"
    assert found.meeting_date == date(2019, 3, 5)


def test_body_is_the_council_named_most_where_no_masthead_says_it() -> None:
    """A council named once in passing is not the author."""
    reading = _reading(
        (BlockKind.TITLE, "COMMUNITY SAFETY UPDATE"),
        (BlockKind.PARAGRAPH, "Saltmarsh District Council and Tarn County Council met."),
        (BlockKind.PARAGRAPH, "Saltmarsh District Council has a plan."),
    )
    assert read_about(reading).body == "Saltmarsh District Council"


def test_minutes_say_when_they_were_held() -> None:
    """The words of minutes give the day that no masthead line gives."""
    reading = _reading(
        (BlockKind.TITLE, "MINUTES"),
        (
            BlockKind.PARAGRAPH,
            "Minutes of the meeting held in the Old Hall on 5 March 2019 at 7pm.",
        ),
    )
    found = read_about(reading)
    assert found.kind is ReportKind.MINUTES
    assert found.meeting_date == date(2019, 3, 5)


def test_what_the_caller_gives_beats_the_masthead() -> None:
    """Metadata is the caller's word."""
    given = Given(body="Tarn Council", committee="Board", meeting_date=date(2020, 1, 2))
    reading = _reading((BlockKind.MASTHEAD, "Saltmarsh District Council"), given=given)
    found = read_about(reading)
    assert (found.body, found.committee) == ("Tarn Council", "Board")
    assert found.meeting_date == date(2020, 1, 2)


def test_empty_paper_says_nothing() -> None:
    """No value without words."""
    found = read_about(_reading())
    assert (found.title, found.body, found.meeting_date, found.kind) == ("", "", None, None)


@pytest.mark.parametrize(
    ("label", "column"),
    [("Report Author:", "author"), ("Ward(s) Affected", "wards"), ("Colour", ""), ("Officers", "")],
)
def test_labels_name_columns(label: str, column: str) -> None:
    """A label is matched whole, without its colon, case and plural."""
    assert column_of(label) == column


def test_partnership_may_be_called_a_board() -> None:
    """Partnerships go by many names; "Safer ... Board" is one."""
    words = "The Marsh Safer and Stronger Communities Board met. The Board will meet again."
    assert read_about(_reading((BlockKind.PARAGRAPH, words))).partnership == (
        "Marsh Safer and Stronger Communities Board"
    )


def test_name_in_words_is_told_before_the_one_in_capitals() -> None:
    """A title in capitals is no better a name than the same told in running text."""
    reading = _reading(
        (BlockKind.TITLE, "TARN DISTRICT COMMUNITY SAFETY PARTNERSHIP UPDATE"),
        (BlockKind.PARAGRAPH, "This tells what the Tarn Community Safety Partnership did."),
    )
    assert read_about(reading).partnership == "Tarn Community Safety Partnership"


def test_meeting_of_a_sentence_is_another() -> None:
    """What was agreed of other meetings, and what is to come before the next, dates no paper."""
    for words in (
        "The minutes of the meeting held on 5 March 2019 were approved as a correct record.",
        "RESOLVED that the paper be brought back on 5 March 2019, with a plan.",
        "On 5 March 2019 the Commissioner set the budget.",
    ):
        assert read_about(_reading((BlockKind.PARAGRAPH, words))).meeting_date is None


def test_day_of_signing_gives_way_to_the_masthead(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form at the end says when a paper was signed, not when it was heard."""
    days = {"5 March 2019": date(2019, 3, 5), "8 February 2019": date(2019, 2, 8)}

    def read(words: str) -> DateValue | None:
        day = days.get(words)
        return DateValue(start=day, end=day, precision=Precision.DAY) if day else None

    monkeypatch.setattr(meeting, "read_date", read)
    reading = _reading(
        (BlockKind.MASTHEAD, "5 March 2019"),
        (BlockKind.BULLET, "note the report"),
        (BlockKind.FIELD, "8 February 2019", "Date"),
    )
    assert read_about(reading).meeting_date == date(2019, 3, 5)


@pytest.mark.parametrize(
    ("line", "committee"),
    [
        ("Report to Parks & Markets Sub-committee", "Parks & Markets Sub-committee"),
        ("The Safety Committee - Thursday, 11th March, 2021", "The Safety Committee"),
        ("PUBLIC PROTECTION SUB-COMMITTEE", "PUBLIC PROTECTION SUB-COMMITTEE"),
        ("Constabulary report to be heard by Safety Committee", ""),
        ("Minutes of the Parks Committee held in the Guildhall", "Parks Committee"),
        ("Police and Crime Panel for Fernhill", "Police and Crime Panel for Fernhill"),
    ],
)
def test_meeting_is_named_alone(line: str, committee: str) -> None:
    """Label, day and item are taken off; a line that says more than the name is no name."""
    assert read_about(_reading((BlockKind.MASTHEAD, line))).committee == committee


def test_partnership_with_a_name_beats_any() -> None:
    """A name that any place may have gives way, and a commissioner's paper is about all of them."""
    plain = "The Community Safety Partnership met. The Community Safety Partnership agreed. "
    named = "It reports for the Tarn and Vale Community Safety Partnership."
    found = read_about(_reading((BlockKind.PARAGRAPH, plain + named)))
    assert found.partnership == "Tarn and Vale Community Safety Partnership"
    office = (BlockKind.MASTHEAD, "Office of the Police and Crime Commissioner for Tarn")
    found = read_about(_reading(office, (BlockKind.PARAGRAPH, named)))
    assert (found.body, found.partnership) == (office[1], "")


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Tarn Lights", "Decision status: Approved", "Is Key decision?: No"), ReportKind.DECISION),
        (("Tarn Lights", "Meeting: 5/3/2019 - Safety Board (Item 4)"), ReportKind.MINUTES),
        (("Tarn Lights", "RESOLVED: that the report be noted."), ReportKind.MINUTES),
        (("Tarn Lights", "Decision maker: Cabinet"), ReportKind.REPORT),
    ],
)
def test_form_and_words_tell_the_kind(lines: tuple[str, ...], kind: ReportKind) -> None:
    """Where the head names no sort of paper, its form does, or what only minutes print."""
    title, *rest = lines
    blocks = [(BlockKind.TITLE, title), *((BlockKind.PARAGRAPH, line) for line in rest)]
    assert read_about(_reading(*blocks)).kind is kind


def test_lines_of_a_form_that_ran_together_are_told_apart() -> None:
    """A known label within a value begins another field; "Board:" may belong to a title."""
    subject = "Safer Fernhill Board: violence and exploitation Responsible Officer: Ann Moor"
    about = read_about(_reading((BlockKind.FIELD, subject, "Subject")))
    assert about.title == "Safer Fernhill Board: violence and exploitation"
    assert about.author == "Ann Moor"


def test_title_stands_after_its_label() -> None:
    """Heads of one size run together: committee and day are no words of the title."""
    line = "POLICE AND FIRE COMMITTEE: 5 March 2019 SUBJECT: SAFETY OF THE TOWN"
    assert read_about(_reading((BlockKind.TITLE, line))).title == "SAFETY OF THE TOWN"


def test_name_of_a_form_is_no_title_where_the_form_has_one() -> None:
    """The head says what sort of paper it is; its subject says what it is about."""
    about = read_about(
        _reading(
            (BlockKind.TITLE, "Officer Decision Notice"),
            (BlockKind.FIELD, "Lighting of the river path", "Subject"),
        )
    )
    assert about.title == "Lighting of the river path"


def test_panel_of_several_councils_is_its_own_body() -> None:
    """A masthead with a council names that, one with a panel alone the panel."""
    panel = (BlockKind.MASTHEAD, "FERNHILLSHIRE POLICE AND CRIME PANEL")
    assert read_about(_reading(panel)).body == "FERNHILLSHIRE POLICE AND CRIME PANEL"
    council = (BlockKind.MASTHEAD, "Orrin County Council")
    assert read_about(_reading(panel, council)).body == "Orrin County Council"


@pytest.mark.parametrize(
    ("words", "author"),
    [
        (
            "The Panel took a report of the Director of Housing and Safer Streets on parks.",
            "Director of Housing and Safer Streets",
        ),
        ("The Community Safety Manager presented the yearly report.", "Community Safety Manager"),
        ("The Parks Manager (North) gave a verbal update on wardens.", "Parks Manager (North)"),
        ("Members considered a report of the working party.", ""),
        (
            "A report of the Head of Housing was taken with a report of the Director of Place.",
            "",  # nobody knows which of the two is meant
        ),
        ("The Chair presented the long service medal.", ""),
    ],
)
def test_opening_of_minutes_tells_whose_report_it_is(words: str, author: str) -> None:
    """Where the head says nothing, the one office whose report the words name."""
    assert read_about(_reading((BlockKind.PARAGRAPH, words))).author == author


def test_cabinet_that_received_a_report_is_the_meeting() -> None:
    """Minutes of one item do not always name their meeting otherwise."""
    told = (BlockKind.PARAGRAPH, "Cabinet received a report on lighting.")
    assert read_about(_reading(told)).committee == "Cabinet"


def test_who_is_heard_is_not_whose_paper_it_is() -> None:
    """The commissioner who gives a presentation is a guest of the meeting."""
    title = (BlockKind.TITLE, "Presentation by the Orrinshire Police and Crime Commissioner")
    assert read_about(_reading(title)).body == ""


def test_minutes_to_be_approved_are_no_title() -> None:
    """A paper of one day that has the minutes of another before it is not called after them."""
    reading = _reading(
        (BlockKind.MASTHEAD, "Safety Board, 5 March 2019"),
        (BlockKind.HEADING, "Minutes of the meeting of 8 January 2019"),
        (BlockKind.PARAGRAPH, "They were agreed."),
    )
    assert read_about(reading).title != "Minutes of the meeting of 8 January 2019"
