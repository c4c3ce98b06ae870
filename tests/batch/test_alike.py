"""What says the same is named, whatever the order of the files."""

import random

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
