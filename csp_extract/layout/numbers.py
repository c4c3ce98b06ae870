"""Numbers that stand apart from the paragraph that they number: in a cell, or on the line above."""

import re

from csp_extract.layout.chunks import Chunk

_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_PROSE = 14  # words at least; beside fewer a number may be a figure


def numbers_row(chunk: Chunk, following: Chunk | None) -> bool:
    """Return whether a cell is the number of the prose beside it, as where tables set text."""
    if following is None or chunk.cell is None or following.cell is None:
        return False
    is_beside = chunk.table == following.table and chunk.cell.row == following.cell.row
    is_number = chunk.cell.col == 0 and _DECIMAL.fullmatch(chunk.text) is not None
    return is_number and is_beside and _is_prose(following)


def numbers_below(chunk: Chunk, following: Chunk | None) -> bool:
    """Return whether a number on a line of its own stands right above the prose that it numbers.

    A whole number without a stop does not: it may be a page's, or a figure.
    """
    if following is None or following.label is not None or following.cell is not None:
        return False
    label = chunk.label
    is_number = label is not None and (label.kind == "decimal" or label.text[-1:] in {".", ")"})
    gap = following.first.top - chunk.last.bottom
    is_below = following.first.page == chunk.first.page and 0 <= gap < chunk.first.size
    return is_number and is_below and _is_prose(following)


def _is_prose(chunk: Chunk) -> bool:
    """Return whether a chunk has as many words as a sentence."""
    return len(chunk.text.split()) >= _PROSE
