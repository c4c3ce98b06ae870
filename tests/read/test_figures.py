"""Letters that can only be figures are figures, and all others stay."""

import pytest

from csp_extract.read.ocr.figures import mended


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Ath", "4th"),
        ("lst", "1st"),
        ("2lst,", "21st,"),
        ("Ist", "1st"),
        ("2Ol8", "2018"),
        ("£l2,500", "£12,500"),
        ("2017/l8", "2017/18"),
        ("(£1O,000)", "(£10,000)"),
        ("Sth", "5th"),
        ("4th", "4th"),
        ("Bath", "Bath"),
        ("Asst", "Asst"),
        ("Ith", "Ith"),
        ("O2", "O2"),
        ("ll", "ll"),
        ("IOI", "IOI"),
        ("A12", "A12"),
    ],
)
def test_figures_are_mended(read: str, printed: str) -> None:
    """An ordinal must be that of a day; a number must have a figure of its own."""
    assert mended(read) == printed
