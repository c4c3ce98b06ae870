"""Marks become labels of clauses and numbers, and rows are held against marks."""

from csp_extract.evaluate.learning.marked import read_marked
from csp_extract.evaluate.learning.paper import Mark
from csp_extract.evaluate.learning.proof import Tally, tally_of
from csp_extract.evaluate.learning.roles import labels_of_clauses, labels_of_numbers, learn_roles
from csp_extract.extract.found import Found, Span
from csp_extract.extract.learned.weights import write_chain
from csp_extract.records import MeasureValue

HEAD = "body: Body {}\nkind: minutes\n\n"
TEXT = """# NOTES
[[C:will The clerk will mend gate {}]]. The hall is old.
[[X:noted The report was noted]]. [[M {} thefts]] were told of, in a room of 12 chairs.
"""


def _mark(start: int, end: int) -> Mark:
    return Mark(start, end, "commitments", {}, is_optional=False, is_mention=False)


def test_clause_with_most_of_a_mark_is_labelled() -> None:
    """Of two clauses under one mark the one that shares more with it holds it."""
    clauses = [Span(0, 10), Span(10, 40), Span(40, 60)]
    assert labels_of_clauses(clauses, [_mark(2, 38)]) == ["N", "Y", "N"]
    assert labels_of_clauses(clauses, [_mark(2, 9), _mark(41, 60)]) == ["Y", "N", "Y"]
    assert labels_of_clauses([], [_mark(2, 9)]) == []


def test_first_number_of_a_mark_is_its_figure() -> None:
    """Further numbers of one annotation are told apart from its first."""
    numbers = [Span(0, 2), Span(5, 7), Span(9, 11), Span(20, 22)]
    assert labels_of_numbers(numbers, [_mark(4, 12)]) == ["N", "Y", "I", "N"]


def test_rows_are_held_against_marks() -> None:
    """A row on a mark is right, a mark without a row is missed, a row without a mark is wrong."""
    paper = read_marked(HEAD.format(1) + "[[M 40 thefts]] and [[M 9 fires]], in 3 halls.\n", "a")
    rows = [Found(Span(0, 9), MeasureValue(), "x"), Found(Span(27, 34), MeasureValue(), "x")]
    assert tally_of(paper, "measures", rows) == Tally(right=1, predicted=2, wanted=2)


def test_training_again_gives_the_same_bytes() -> None:
    """Papers learned from twice give the same weights and the same scores."""
    papers = [
        read_marked(HEAD.format(number) + TEXT.format(number, number + 20), f"p{number}")
        for number in range(9)
    ]
    first, second = learn_roles(papers), learn_roles(papers)
    assert first.scores == second.scores
    assert {k: write_chain(c) for k, c in first.chains.items()} == {
        k: write_chain(c) for k, c in second.chains.items()
    }
    assert "rules on passages" in first.told
