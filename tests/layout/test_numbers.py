"""The habits in which councils number paragraphs, each with the same words."""

from collections.abc import Sequence
from typing import Any

import pytest

from csp_extract.layout import lay_out
from csp_extract.records import BlockKind, Grid, Report

_FIRST = "The Partnership met in the spring and went through the plan for the town once more and"
_SECOND = "agreed it."


def _paras(report: Report) -> list[str]:
    kinds = {BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CELL}
    prose = [block for block in report.blocks if block.kind in kinds]
    return [block.para for block in prose if report.slice(block).startswith("The Partnership")]


def _numbered(page_of: Any, line: Any, numbers: Sequence[str], left: float) -> Report:
    """Return a report whose paragraphs hang at 170 points, their numbers further left."""
    lines = [line("BACKGROUND", 60, 100, is_bold=True)]
    for at, number in enumerate(numbers):
        bottom = 140 + 50 * at
        lines += [
            line(number, left, bottom),
            line(_FIRST[:70], 170, bottom),
            line(f"{_FIRST[70:].strip()} {_SECOND}", 170, bottom + 14),
        ]
    return lay_out((page_of(lines),))


@pytest.mark.parametrize("left", [110.0, 60.0])
@pytest.mark.parametrize(
    "numbers",
    [
        ("1.1", "1.2", "1.3"),
        ("1.1.1", "1.1.2", "1.1.3"),
        ("1", "2", "3"),
        ("142", "143", "144"),
        ("1)", "2)", "3)"),
        ("(1)", "(2)", "(3)"),
        ("A1", "A2", "A3"),
    ],
)
def test_numbers_of_many_houses(
    page_of: Any, line: Any, numbers: Sequence[str], left: float
) -> None:
    """Whatever a number looks like, it is the address of the paragraph that it hangs before."""
    assert _paras(_numbered(page_of, line, numbers, left)) == list(numbers)


@pytest.mark.parametrize(
    "numbers",
    [
        ("A.1", "A.2", "A.3"),
        ("3a", "3b", "3c"),
        ("23/17", "24/17", "25/17"),
        ("2017/23", "2017/24", "2017/25"),
        ("CS.14", "CS.15", "CS.16"),
        ("CS14", "CS15", "CS16"),
    ],
)
def test_references_of_minutes(page_of: Any, line: Any, numbers: Sequence[str]) -> None:
    """A reference is a number where a sentence follows it in the same line."""
    left = 160 - 5.5 * len(numbers[0])  # a little more than a space before the sentence
    assert _paras(_numbered(page_of, line, numbers, left)) == list(numbers)


def test_bare_roman_numbers(page_of: Any, line: Any) -> None:
    """A capital that hangs far before a sentence is a number if it is a roman one."""
    assert _paras(_numbered(page_of, line, ("I", "II", "III"), 140)) == ["I", "II", "III"]


@pytest.mark.parametrize("year", ["2016/17", "2017/2018", "1999/00"])
def test_financial_year_numbers_nothing(page_of: Any, line: Any, year: str) -> None:
    """A year that hangs before a sentence is its subject."""
    assert _paras(_numbered(page_of, line, (year,), 140)) != [year]


def test_bold_number_in_the_line(page_of: Any, line: Any) -> None:
    """A bold figure before a sentence in plain print is its number."""
    words = f"{_FIRST} {_SECOND}"
    lines = [line("BACKGROUND", 60, 100, is_bold=True)]
    for at in range(2):
        bottom = 140 + 40 * at
        lines += [line(f"{at + 7}", 60, bottom, is_bold=True), line(words[:80], 69, bottom)]
        lines.append(line(words[80:], 60, bottom + 14))
    assert _paras(lay_out((page_of(lines),))) == ["7", "8"]


def test_number_on_the_line_above(page_of: Any, line: Any) -> None:
    """A number that has a line for itself is the address of the paragraph under it."""
    lines = [line("BACKGROUND", 60, 100, is_bold=True)]
    for at, number in enumerate(("2.1", "2.2", "2.3")):
        bottom = 140 + 60 * at
        lines += [line(number, 60, bottom), line(_FIRST, 60, bottom + 14)]
        lines.append(line(_SECOND, 60, bottom + 28))
    assert _paras(lay_out((page_of(lines),))) == ["2.1", "2.2", "2.3"]


def test_number_in_a_column_of_a_table(page_of: Any, line: Any) -> None:
    """Where a table sets numbers beside text, the number is the address of its row."""
    rows, lines = [], []
    for at, number in enumerate(("4.1", "4.2")):
        top = 100 + 40 * at
        rows.append(((50.0, top, 90.0, top + 40.0), (90.0, top, 550.0, top + 40.0)))
        lines += [line(number, 55, top + 16), line(_FIRST[:70], 95, top + 16)]
        lines.append(line(f"{_FIRST[70:].strip()} {_SECOND}", 95, top + 30))
    page = page_of(lines)._replace(grids=(Grid(tuple(rows), is_ruled=True),))
    assert _paras(lay_out((page,))) == ["4.1", "4.2"]
