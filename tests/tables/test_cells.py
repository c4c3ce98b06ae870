"""No spreadsheet runs a cell, and every cell comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_extract.tables.cells import guard, unguard


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n ab1.,＝"), max_size=8) | st.text())
def test_guard_is_taken_off_exactly(cell: str) -> None:
    """Whatever a report says, reading back gives it."""
    assert unguard(guard(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "@here", "+44 1234 567890", "-2-3", "\t=1", "- a dash"])
def test_formulas_are_guarded(cell: str) -> None:
    """A leading sign of a formula never leads."""
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "-12.5", "+3", "12", "", "plain", "'quoted'", "2017/18"])
def test_numbers_and_words_are_left_alone(cell: str) -> None:
    """A number may have a sign."""
    assert guard(cell) == cell
