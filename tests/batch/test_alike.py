"""What says the same is named, whatever the order of the files."""

import random
from datetime import date

import pytest

from csp_extract.batch.alike import name_alike
from csp_extract.records import ReportRecord, ReportRow, RunStatus

_WORDS = [f"word{number}" for number in range(400)]


def _text(seed: int, count: int = 600) -> str:
    """Return a text of its own."""
    return " ".join(random.Random(seed).choices(_WORDS, k=count))


def _record(name: str, text: str, part_of: str = "") -> ReportRecord:
    """Return the record of a report."""
    row = ReportRow(report_id=name, path=f"{name}.pdf", status=RunStatus.OK, part_of=part_of)
    return ReportRecord(row, text)


def _named(records: list[ReportRecord]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return what is said of each report."""
    named = name_alike(records)
    return {
        record.row.report_id: (record.row.duplicate_of, record.row.warnings) for record in named
    }


def test_same_words_are_a_duplicate() -> None:
    """Case, marks and the stamps of a pack make no difference; the file alone leads."""
    text = _text(1)
    stamped = f"Agenda Item 7\n{text.upper()}.\nPage 31"
    records = [_record("a-9", stamped, part_of="a"), _record("b", text), _record("c", _text(2))]
    found = {"a-9": ("b", ()), "b": ("", ()), "c": ("", ())}
    assert _named(records) == found
    assert _named(records[::-1]) == found


def test_draft_and_final_are_named_on_both() -> None:
    """A text with a few words changed is nearly the same; its rows and status stay."""
    words = _text(3).split()
    draft = " ".join("changed" if place % 60 == 0 else word for place, word in enumerate(words))
    found = _named([_record("a", draft), _record("b", " ".join(words))])
    assert found["a"][0] == found["b"][0] == ""
    assert found["a"][1][0].startswith("nearly the same words as b (")
    assert found["b"][1][0].startswith("nearly the same words as a (")


def test_a_report_held_in_another_is_named() -> None:
    """A supplement that is taken into a longer report is told on both."""
    part = _text(4)
    found = _named([_record("a", part), _record("b", f"{_text(5)}\n{part}\n{_text(6)}")])
    assert found["a"][1] == ("its words stand in b too (100% of them)",)
    assert found["b"][1] == ("holds the words of a (100% of them)",)


def test_others_are_left_alone() -> None:
    """Texts of the same kind, shared boilerplate and short notes are not alike."""
    common = _text(8, 120)
    records = [_record(f"r{seed}", f"{_text(seed)}\n{common}") for seed in range(20, 28)]
    records += [
        _record("s1", "The meeting is cancelled."),
        _record("s2", "The meeting is cancelled."),
    ]
    assert all(said == ("", ()) for said in _named(records).values())


def _paper(name: str, text: str, **cells: object) -> ReportRecord:
    """Return the record of a paper of a meeting."""
    about = {"body": "Tarn Council", "meeting_date": date(2020, 3, 3), **cells}
    row = ReportRow(report_id=name, path=f"{name}.pdf", status=RunStatus.OK, **about)  # type: ignore[arg-type]
    return ReportRecord(row, text)


def _newer(*records: ReportRecord) -> dict[str, str]:
    """Return what takes the place of each paper, where one does."""
    found = {record.row.report_id: record.row.superseded_by for record in name_alike(records)}
    assert found == {
        record.row.report_id: record.row.superseded_by for record in name_alike(records[::-1])
    }
    return {name: newer for name, newer in found.items() if newer}


def _changed(text: str, every: int = 60) -> str:
    words = text.split()
    return " ".join("changed" if place % every == 0 else word for place, word in enumerate(words))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("minutes draft", "minutes"),
        ("item5_draft", "item5_final"),
        ("report v1", "report v2"),
        ("report", "report-revised"),
    ],
)
def test_draft_is_superseded_by_its_final(earlier: str, later: str) -> None:
    """The names of the files tell which comes later."""
    text = _text(30)
    assert _newer(_paper(earlier, text), _paper(later, _changed(text))) == {earlier: later}


def test_draft_says_so_at_its_head() -> None:
    """A line alone is a mark of the paper; a draft plan that it speaks of is not."""
    text = _text(31)
    assert _newer(_paper("a", f"DRAFT\n{text}"), _paper("b", _changed(text))) == {"a": "b"}
    plan = f"The draft, and the draft plan, were tabled.\n{text}"
    assert _newer(_paper("a", plan), _paper("b", _changed(text))) == {}


def test_drafts_lead_to_the_last() -> None:
    """Of three versions the last counts."""
    text = _text(32)
    papers = [_paper(f"r v{nth}", _changed(text, 60 + nth)) for nth in (1, 2, 3)]
    assert _newer(*papers) == {"r v1": "r v3", "r v2": "r v3"}


def test_papers_of_two_meetings_both_stand() -> None:
    """The same form filled in a year later is another paper, draft or not."""
    text = _text(33)
    other = _paper("b", _changed(text), meeting_date=date(2021, 3, 3))
    assert _newer(_paper("a draft", text), other) == {}
    assert _newer(_paper("a draft", text), _paper("b", _changed(text), body="Fell Council")) == {}
    assert _newer(_paper("a", text), _paper("b", _changed(text))) == {}


def test_paper_within_another_of_its_meeting() -> None:
    """What is filed alone and again in a longer paper of the same meeting counts once."""
    part = _text(34)
    longer = f"{_text(35)}\n{part}\n{_text(36)}"
    assert _newer(_paper("a", part), _paper("b", longer)) == {"a": "b"}
    assert _newer(_paper("a", part, meeting_date=None), _paper("b", longer)) == {}
