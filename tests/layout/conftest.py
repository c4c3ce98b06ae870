"""Pages built by hand: printed lines with their place become the words that the reader gives."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest

from csp_extract.records import Page, TextSource, Word

_CHARACTER = 0.5  # width of a character in parts of the font size


class Print(NamedTuple):
    """A printed line: its words, where it begins and where its baseline is."""

    text: str
    x0: float
    bottom: float
    size: float = 11.0
    is_bold: bool = False


PageMaker = Callable[..., Page]


def _words(line: Print, number: int) -> list[Word]:
    """Return the words of a line, one space apart."""
    words, x = [], line.x0
    for text in line.text.split():
        width = len(text) * _CHARACTER * line.size
        words.append(
            Word(
                text=text,
                x0=x,
                top=line.bottom - line.size,
                x1=x + width,
                bottom=line.bottom,
                size=line.size,
                is_bold=line.is_bold,
                is_italic=False,
                line=number,
                is_hyphenated=False,
            )
        )
        x += width + 0.3 * line.size
    return words


def _page(lines: Sequence[Print], number: int = 1) -> Page:
    """Return an A4 page with the lines in stream order."""
    words = [word for at, line in enumerate(lines) for word in _words(line, at)]
    return Page(number, 595.0, 842.0, tuple(words), (), (), 0.0, TextSource.TEXT, ())


@pytest.fixture(scope="session")
def page_of() -> PageMaker:
    """Return the function that makes a page of printed lines."""
    return _page


@pytest.fixture(scope="session")
def line() -> type[Print]:
    """Return the class of printed lines."""
    return Print
