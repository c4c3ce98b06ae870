"""The book holds one word on each matter: the last."""

from typing import Any

import pytest

from csp_extract.errors import WrongCallError
from csp_extract.records import Correction, CorrectionKind
from csp_extract.review import enter, told, withdraw


def test_last_word_takes_the_place_of_an_earlier_one(say: Any) -> None:
    """A cell set twice, a pair judged twice whichever way round: one entry each."""
    book = enter((), [
        say("set", "amounts", "a1", column="funder", value="A"),
        say("same", "amounts", "a1", other_id="a2"),
        say("set", "amounts", "a1", column="funder", value="B"),
        say("different", "amounts", "a2", other_id="a1"),
    ])  # fmt: skip
    assert [(one.kind, one.value) for one in book] == [("set", "B"), ("different", "")]


def test_withdrawn_is_gone(say: Any) -> None:
    """Only what is in the book can be taken back."""
    book = [say("drop", "amounts", "a1")]
    assert withdraw(book, book[0].correction_id) == []
    with pytest.raises(WrongCallError):
        withdraw(book, "j0")


@pytest.mark.parametrize(
    "wrong",
    [
        Correction("", CorrectionKind.DROP, "candidates", "k1"),
        Correction("", CorrectionKind.DROP, "amounts", ""),
        Correction("", CorrectionKind.SET, "amounts", "a1", column="value", value="much"),
        Correction("", CorrectionKind.SAME, "amounts", "a1"),
        Correction("", CorrectionKind.SAME, "amounts", "a1", other_id="a1"),
    ],
)
def test_what_says_nothing_is_not_entered(wrong: Correction) -> None:
    """A line of an imported file is held to the same as a call."""
    with pytest.raises(WrongCallError):
        enter((), [wrong])


def test_line_for_a_person(say: Any) -> None:
    """It tells what is meant, by whom, when and why."""
    line = told(say("set", "amounts", "a1", text="£5", column="kind", value="", note="no grant"))
    assert "amounts a1 “£5”: kind = (empty)  (A Reader, no grant)" in line
