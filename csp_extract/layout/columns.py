"""Columns of a page, and the right margin of each: where a full line ends."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from csp_extract.layout.furniture import EDGE
from csp_extract.layout.line import Line
from csp_extract.records import Page

_GUTTER_PT = 8.0
_FEW_LINES = 5  # on either side of a gutter, lest two cells look like columns
_JUMP_LINES = 2  # the stream goes up at least so far from the foot of a column to the next
_CROSSING = 0.12  # share of the lines that may cross a gutter: titles, tables


def with_columns(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Return the lines with their column and its right margin, in the same order."""
    gutters = _gutters(page, lines)
    bounds = [0.0, *gutters, page.width]
    columns = [_column(line, bounds) for line in lines]
    if gutters:
        columns = _above(lines, columns, page.height)
    rights, lefts = {-1: 0.0}, {-1: 0.0}
    is_stamp = _stamps(page, lines)
    for line, column in zip(lines, columns, strict=True):
        if not is_stamp(line):
            rights[column] = max(rights.get(column, 0.0), line.x1)
            lefts[column] = min(lefts.get(column, page.width), line.x0)
            rights[-1] = max(rights[-1], line.x1)
    return [
        line.within(column, lefts.get(column, line.x0), rights.get(column, line.x1))
        for line, column in zip(lines, columns, strict=True)
    ]


def _stamps(page: Page, lines: Sequence[Line]) -> Callable[[Line], bool]:
    """Return what tells a line stamped into the upper right corner, outside of the text.

    "Agenda Item 7" there says nothing of where the lines of the text end.
    """
    edge, middle = EDGE * page.height, page.width / 2
    reach = max([line.x1 for line in lines if line.bottom >= edge], default=page.width)
    return lambda line: line.bottom < edge and line.x0 >= middle and line.x1 > reach


def _above(lines: Sequence[Line], columns: Sequence[int], height: float) -> list[int]:
    """Return the columns of lines, those above all columns but one set across as a masthead is."""
    numbered = list(zip(lines, columns, strict=True))
    last = max(columns)
    inside = [line.top for line, own in numbered if own == last and line.bottom > EDGE * height]
    top = min(inside, default=0.0)
    crossing = [line.bottom for line, own in numbered if own == -1 and line.bottom < top]
    lowest = max(crossing, default=0.0)
    return [-1 if line.bottom <= lowest else column for line, column in numbered]


def _column(line: Line, bounds: Sequence[float]) -> int:
    """Return the column that holds the line, -1 where it crosses a gutter."""
    if len(bounds) == 2:
        return 0
    for number, (left, right) in enumerate(pairwise(bounds)):
        if line.x0 >= left - 2 and line.x1 <= right + 2:
            return number
    return -1


def _gutters(page: Page, lines: Sequence[Line]) -> list[float]:
    """Return the middles of the upright white strips that part columns, from left to right."""
    long = [line for line in lines if line.x1 - line.x0 > 0.12 * page.width]
    found = [(middle, _GUTTER_PT) for middle in _jumps(page, lines, long)]
    for middle in _candidates(page, long) if len(long) >= 2 * _FEW_LINES else ():
        crossing = [line for line in long if line.x0 < middle < line.x1]
        left = [line for line in long if line.x1 <= middle]
        right = [line for line in long if line.x0 >= middle]
        is_gutter = (
            min(len(left), len(right)) >= _FEW_LINES
            and len(crossing) <= _CROSSING * len(long)
            and _stand_side_by_side(left, right)
        )
        if is_gutter:
            gap = min(line.x0 for line in right) - max(line.x1 for line in left)
            found.append((middle, gap))
    return _thinned(sorted(middle for middle, gap in found if gap >= _GUTTER_PT / 2), page.width)


def _jumps(page: Page, lines: Sequence[Line], long: Sequence[Line]) -> Iterator[float]:
    """Yield the gutters over which the stream goes up and to the right, as a reader does."""
    for place, (last, line) in enumerate(pairwise(lines), 1):
        if line.bottom > last.top - _JUMP_LINES * last.size or line.x0 < last.x0:
            continue
        following = _downward(lines[place:])
        middle = min(line.x0 for line in following) - _GUTTER_PT / 2
        left = [line for line in long if line.x1 <= middle]
        right = [line for line in long if line.x0 >= middle]
        top = min(line.top for line in following)
        crossing = [line for line in long if line.x0 < middle < line.x1 and line.bottom > top]
        is_column = min(len(left), len(right)) >= 2 and len(crossing) <= _CROSSING * len(long)
        if is_column and middle > 0.15 * page.width:
            yield middle


def _downward(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines up to the next place where the stream goes up."""
    for place, (last, line) in enumerate(pairwise(lines), 1):
        if line.bottom < last.top:
            return lines[:place]
    return lines


def _candidates(page: Page, lines: Sequence[Line]) -> list[float]:
    """Return places a little left of where several lines begin."""
    starts: dict[int, int] = {}
    for line in lines:
        starts[round(line.x0)] = starts.get(round(line.x0), 0) + 1
    often = [start for start, count in starts.items() if count >= 3]
    return sorted(start - _GUTTER_PT / 2 for start in often if start > 0.15 * page.width)


def _stand_side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Return whether the two sides share most of their height, as columns do."""
    top = max(min(line.top for line in left), min(line.top for line in right))
    bottom = min(max(line.bottom for line in left), max(line.bottom for line in right))
    heights = [
        max(line.bottom for line in side) - min(line.top for line in side) for side in (left, right)
    ]
    return bottom - top > 0.4 * min(heights) and bottom - top > 60


def _thinned(gutters: Sequence[float], width: float) -> list[float]:
    """Return gutters that are at least a narrow column apart."""
    kept: list[float] = []
    for gutter in gutters:
        if not kept or gutter - kept[-1] > 0.15 * width:
            kept.append(gutter)
    return kept
