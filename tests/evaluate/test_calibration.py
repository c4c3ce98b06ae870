"""A confidence means what it says: the arithmetic, and that a body is never told by itself."""

import pytest

from csp_extract.evaluate.calibration import (
    Outcome,
    by_other_bodies,
    of_rules,
    rates_of,
    reliability_of,
    shift_after,
)
from csp_extract.extract.confidence import confidence_of
from csp_extract.extract.learned import rule_of


def _rows(rule: str, right: int, wrong: int) -> list[Outcome]:
    return [Outcome("dates", rule, None, place < right) for place in range(right + wrong)]


def test_rule_seen_little_stays_near_its_table() -> None:
    """Ten rows of the table stand beside a rule's own: (0 + 10 x 0.8) / (2 + 10)."""
    rates = rates_of([*_rows("often", 16, 2), *_rows("twice", 0, 2)])
    assert rates["dates"] == {"*": 0.8, "often": 0.86, "twice": 0.67}


def test_nothing_is_certain() -> None:
    """Rows that were always right are still not sure."""
    assert rates_of(_rows("always", 500, 0))["dates"]["always"] == 0.99


def test_papers_that_no_rule_was_written_from_lower_all_rules_of_a_table() -> None:
    """Told at 0.9 and right half the time: odds of nine become odds of one, for every rule."""
    shift = shift_after(0.0, 10_000, told=0.9, right=0.5)
    assert shift == pytest.approx(-2.2, abs=0.02)
    rates = rates_of([*_rows("often", 16, 2), *_rows("twice", 0, 2)], {"dates": shift})
    assert rates["dates"]["often"] == pytest.approx(0.4, abs=0.02)
    assert rates["dates"]["twice"] < rates["dates"]["*"] < rates["dates"]["often"]


def test_a_second_opening_adds_to_the_first_and_never_raises() -> None:
    """What is still told too high is lowered further; what is told too low is raised to its own."""
    first = shift_after(0.0, 500, told=0.9, right=0.7)
    assert shift_after(first, 500, told=0.8, right=0.7) < first
    assert shift_after(first, 500, told=0.5, right=0.99) == 0.0


def test_few_unseen_rows_prove_little() -> None:
    """Two rows that are wrong lower a table less than two hundred of which half are."""
    assert shift_after(0.0, 2, told=0.9, right=0.0) > shift_after(0.0, 200, told=0.9, right=0.5)


def test_body_is_told_by_the_others() -> None:
    """The rows of a body get what was measured elsewhere, and its own count nowhere in it."""
    told = list(by_other_bodies({"one": _rows("day", 10, 0), "two": _rows("day", 0, 10)}))
    assert [row.confidence for row in told] == [0.0] * 10 + [0.99] * 10


def test_what_a_chain_finds_in_the_papers_that_taught_it_proves_nothing() -> None:
    """Its rows are told from those of rules by their rule; the rules' own rows all stay."""
    learned = [row._replace(rule=rule_of("dates")) for row in _rows("day", 5, 0)]
    assert of_rules([*learned, *_rows("day", 1, 1)]) == tuple(_rows("day", 1, 1))


def test_error_is_the_distance_weighted_by_rows() -> None:
    """Eight rows told at 0.9 of which six are right, two at 0.6 of which none is."""
    rows = [Outcome("dates", "a", 0.9, place < 6) for place in range(8)]
    rows += [Outcome("dates", "b", 0.6, is_right=False)] * 2
    figures = reliability_of(rows)["dates"]
    assert figures["error"] == pytest.approx((8 * 0.15 + 2 * 0.6) / 10)
    assert [line["rows"] for line in figures["classes"]] == [2, 8]


def test_rows_without_confidence_are_left_out() -> None:
    """An empty cell is no claim."""
    assert reliability_of(_rows("day", 3, 0)) == {}


def test_each_measured_table_has_a_confidence() -> None:
    """A rule that was never measured has the share of its table; candidates have none."""
    whole = confidence_of("dates", "*")
    assert whole is not None
    assert confidence_of("dates", "a rule of tomorrow") == whole
    assert confidence_of("candidates", "anything") is None
