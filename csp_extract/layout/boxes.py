"""Side boxes: framed words with the text of the page beside them, which is set narrower there.

Producers print a box before the whole text of its page or after it. A reader comes to it where the
text beside it begins; and a line beside it ends at the box, not at the margin of the page.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from csp_extract.layout.line import Line
from csp_extract.records import Edge, Grid, Page, Word

_SLACK_PT = 3.0  # by which the edges of one frame may miss each other
_WIDEST = 0.6  # of the page; a wider frame is one around the text
_LOWEST_PT = 30.0
_MARGIN_PT = 14.0  # white above and below a box, where the text is set narrow too
_FEWEST = 8  # words; fewer are a stamp or a cell
_COLUMN = 100  # boxes are columns of their own, numbered from here
_LEFT, _TOP = attrgetter("x0"), attrgetter("top")


class Frame(NamedTuple):
    """A rectangle drawn around words, in points from the top left of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, part: Word | Line) -> bool:
        """Return whether a word or a line stands inside."""
        return (
            self.x0 - _SLACK_PT <= part.x0
            and part.x1 <= self.x1 + _SLACK_PT
            and self.top - _SLACK_PT <= part.top
            and part.bottom <= self.bottom + _SLACK_PT
        )

    def surrounds(self, other: "Frame") -> bool:
        """Return whether the middle of another frame lies inside."""
        across, down = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
        return self.x0 < across < self.x1 and self.top < down < self.bottom

    def is_beside(self, part: Word | Line, margin: float = 0.0) -> bool:
        """Return whether a word or a line stands at the height of the box, left or right of it."""
        is_level = part.top < self.bottom + margin and part.bottom > self.top - margin
        return is_level and (part.x1 <= self.x0 or part.x0 >= self.x1)


def boxes_of(page: Page) -> list[Frame]:
    """Return the side boxes of a page, from the top.

    A frame without lines inside, with words in it, and words beside it: not a table, not a form,
    and no cell of either.
    """
    hulls = [_hull(grid) for grid in page.grids if max(map(len, grid.rows)) > 1]
    return [
        frame
        for frame in _frames(page.edges, page.width)
        if not any(hull.surrounds(frame) for hull in hulls)
        and not any(_crosses(edge, frame) for edge in page.edges)
        and _is_side_box(page, frame)
    ]


def _hull(grid: Grid) -> Frame:
    """Return the frame around all cells of a grid."""
    cells = [cell for row in grid.rows for cell in row if cell is not None]
    lefts, tops, rights, bottoms = zip(*cells, strict=True)
    return Frame(min(lefts), min(tops), max(rights), max(bottoms))


def _frames(edges: Sequence[Edge], width: float) -> Iterator[Frame]:
    """Yield the rectangles that four edges make."""
    level = sorted(edge for edge in edges if edge.is_horizontal)
    upright = sorted((edge for edge in edges if not edge.is_horizontal), key=_TOP)
    tops = [edge for edge in level if edge.x1 - edge.x0 < _WIDEST * width]
    for upper in tops:
        beginning = _near(upright, upper.top, _TOP)
        for lower in _near(tops, upper.x0, _LEFT) if beginning else ():
            is_below = lower.top - upper.top >= _LOWEST_PT
            if not is_below or abs(upper.x1 - lower.x1) >= _SLACK_PT:
                continue
            frame = Frame(upper.x0, upper.top, upper.x1, lower.top)
            if _has_sides(beginning, frame):
                yield frame


def _near(edges: Sequence[Edge], place: float, key: Callable[[Edge], float]) -> Sequence[Edge]:
    """Return the edges whose place is less than the slack away; they are in order of place."""
    first = bisect_right(edges, place - _SLACK_PT, key=key)
    return edges[first : bisect_left(edges, place + _SLACK_PT, key=key)]


def _has_sides(edges: Sequence[Edge], frame: Frame) -> bool:
    """Return whether upright edges that begin at the top of a frame make both of its sides."""
    places = [edge.x0 for edge in edges if abs(edge.bottom - frame.bottom) < _SLACK_PT]
    return any(abs(x0 - frame.x0) < _SLACK_PT for x0 in places) and any(
        abs(x0 - frame.x1) < _SLACK_PT <= abs(x0 - frame.x0) for x0 in places
    )


def _crosses(edge: Edge, frame: Frame) -> bool:
    """Return whether an edge runs inside a frame, as the rules of a table do."""
    middle_x, middle_y = (edge.x0 + edge.x1) / 2, (edge.top + edge.bottom) / 2
    return (
        frame.x0 + _SLACK_PT < middle_x < frame.x1 - _SLACK_PT
        and frame.top + _SLACK_PT < middle_y < frame.bottom - _SLACK_PT
    )


def _is_side_box(page: Page, frame: Frame) -> bool:
    """Return whether a frame holds words and has others beside it."""
    x0, top, x1, bottom = frame
    level = [word for word in page.words if word.top < bottom and word.bottom > top]
    if sum([frame.holds(word) for word in level]) < _FEWEST:
        return False
    return len([word for word in level if word.x1 <= x0 or word.x0 >= x1]) >= _FEWEST


def with_boxes_in_flow(page: Page, frames: Sequence[Frame]) -> Page:
    """Return the page with the words of each side box where the text beside it begins."""
    words = list(page.words)
    for frame in frames:
        inside = [word for word in words if frame.holds(word)]
        others = [word for word in words if not frame.holds(word)]
        place = next(at for at, word in enumerate(others) if frame.is_beside(word))
        words = [*others[:place], *inside, *others[place:]]
    return page._replace(words=tuple(words)) if frames else page


def narrowed(lines: Sequence[Line], frames: Sequence[Frame]) -> list[Line]:
    """Return lines whose columns are known, with the margins that the boxes leave them."""
    found = list(lines)
    for number, frame in enumerate(frames):
        beside = [line for line in found if frame.is_beside(line)]
        right = max((line.x1 for line in beside if line.x1 <= frame.x0), default=frame.x0)
        left = min((line.x0 for line in beside if line.x0 >= frame.x1), default=frame.x1)
        inner = max((line.x1 for line in found if frame.holds(line)), default=frame.x1)
        found = [
            _in_box(line, frame, number, inner)
            if frame.holds(line)
            else _at_box(line, frame, left, right)
            for line in found
        ]
    return found


def _in_box(line: Line, frame: Frame, number: int, right: float) -> Line:
    """Return a line of a box, in a column of its own."""
    return line.within(_COLUMN + number, frame.x0, right)


def _at_box(line: Line, frame: Frame, left: float, right: float) -> Line:
    """Return a line, with the margin at the box where it stands beside one."""
    if not frame.is_beside(line, _MARGIN_PT):
        return line
    if line.x1 <= frame.x0:
        return line.within(line.column, line.left, min(line.right, right))
    return line.within(line.column, max(line.left, left), line.right)
