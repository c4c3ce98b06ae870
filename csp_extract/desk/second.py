"""A second reading of scanned pages, to hold rows against that a first one gave.

It sees the same picture at another resolution, so that its mistakes fall elsewhere: characters that
both readings have are the page's own, but for what is printed so badly that both err alike.
"""

from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio_alignment

from csp_extract.read import recognise_page
from csp_extract.records import Box, Page, Word

SECOND_DPI = 240  # the first is 300
_ALIKE = 90.0  # of a hundred letters, those that both readings have
_LEVEL = 0.6  # of a word's height: how far its middle may lie from that of its box
_SLACK_PT = 2.0


class SecondReading:
    """The pages of a PDF, recognised when first asked for."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pages: dict[int, Page | None] = {}

    def page(self, number: int) -> Page | None:
        """Return a page, or nothing where it cannot be recognised."""
        if number not in self.pages:
            self.pages[number] = recognise_page(self.data, "scan.pdf", number, SECOND_DPI)
        return self.pages[number]

    def within(self, box: Box) -> list[str]:
        """Return the words in a box, in the order of their line.

        A line that leans has a box as high as it climbs; it is level on the page as turned, through
        the middle of its box.
        """
        page = self.page(box.page)
        if page is None:
            return []
        x0, top, x1, bottom = page.turned(*box[1:])
        middle = (top + bottom) / 2
        held = [
            word
            for word in page.words
            if _height_from(word, middle) <= _LEVEL * (word.bottom - word.top)
            and x0 - _SLACK_PT <= (word.x0 + word.x1) / 2 <= x1 + _SLACK_PT
        ]
        return [word.text for word in sorted(held, key=lambda word: word.x0)]


def _height_from(word: Word, middle: float) -> float:
    """Return how far the middle of a word lies above or below a level."""
    return abs((word.top + word.bottom) / 2 - middle)


def reads_alike(wanted: str, words: Sequence[str]) -> bool:
    """Return whether the words of a second reading are those wanted: every figure, most letters."""
    printed = "".join(words)
    found = partial_ratio_alignment(wanted, printed)
    if found is None or found.score < _ALIKE:
        return False
    return _figures(wanted) == _figures(printed[found.dest_start : found.dest_end])


def _figures(text: str) -> list[str]:
    """Return the figures of a text in order."""
    return [letter for letter in text if letter.isdigit()]
