"""Logs, plans and timetables: what their columns are for, and which rows are still to come."""

from datetime import date

from csp_extract.extract.commitments import find_commitments
from csp_extract.extract.commitments.logs import use_of
from csp_extract.extract.found import Found, Span
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import Block, BlockKind, DateValue, Report, TextSource


def promises_in(heads: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Return action, owner and due of the rows of one table; cells like 2021-05-01 are dates."""
    text, blocks, dates = "", [], []
    for number, cells in enumerate((heads, *rows)):
        for col, words in enumerate(cells):
            end = len(text) + len(words)
            blocks.append(
                Block(
                    BlockKind.CELL,
                    len(text),
                    end,
                    table=0,
                    row=number,
                    col=col,
                    col_head=heads[col] if number else "",
                    is_head=number == 0,
                )
            )
            if words[:2] == "20":
                day = date.fromisoformat(words)
                dates.append(Found(Span(len(text), end), DateValue(words, day, day), "a test"))
            text += words + "\n"
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    reading = Reading(report, passages_of(report), dates=dates)
    reading.about = reading.about.__class__(meeting_date=date(2021, 3, 1))
    return [
        (found.value.action, found.value.owner, found.value.due)
        for found in find_commitments(reading)
    ]


def test_heads_tell_what_columns_are_for() -> None:
    """Heads in plain English count as well as the short ones."""
    assert use_of("What are we going to do?") == "action"
    assert use_of("We will…") == "action"
    assert use_of("Who?") == "owner"
    assert use_of("By when?") == "due"
    assert use_of("We now say") == "due"
    assert use_of("Where are we now?") == "state"
    assert use_of("Indicator") == ""


def test_timetable_promises_its_steps() -> None:
    """Where an owner and a day have columns, the first words are the act."""
    rows = promises_in(("Phase", "Lead", "When"), ("Public workshops", "Analyst", "2021-05-01"))
    assert rows == [("Public workshops", "Analyst", "2021-05-01")]


def test_what_is_done_is_no_longer_to_come() -> None:
    """A log tells in any column that an act is over; its newest day counts."""
    heads = ("Action", "Owner", "Due", "Revised date", "Progress")
    rows = promises_in(
        heads,
        ("Send the map to members", "JS", "2021-02-01", "-", "Done, see minutes"),
        ("Publish the survey results", "JS", "2021-02-01", "-", "Published on 4 February"),
        ("Write to the operator", "KL", "2021-02-01", "2021-06-01", "Survey closed"),
    )
    assert rows == [("Write to the operator", "KL", "2021-06-01")]


def test_what_was_said_last_year_is_history() -> None:
    """A table of old promises without owners tells what became of them."""
    heads = ("What we said last year", "By when", "Where are we?")
    assert promises_in(heads, ("Open a second hub in the town", "2020-05-01", "Yes")) == []


def test_forward_plan_gives_each_meeting_its_business() -> None:
    """Items of business are acts where they begin with a verb."""
    heads = ("Meeting", "Business", "Report from")
    rows = promises_in(heads, ("2021-06-01", "Consider the survey results", "Analyst"))
    assert [(action, due) for action, _, due in rows] == [
        ("Consider the survey results", "2021-06-01")
    ]
