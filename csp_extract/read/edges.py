"""The ruling lines of a page, and what else is drawn: filled grounds and pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, repeat
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium_c

from csp_extract.read.bulk import asked, bare, pointer_to
from csp_extract.read.frame import Frame
from csp_extract.records import Edge

Rect = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]

_THIN_PT = 2.5  # a filled rectangle thinner than this is a line
_LONG_PT = 4.0  # shorter lines are dots and dashes of drawings
_STRAIGHT_PT = 0.8  # how far a segment may lean and still be level or upright
_DEEP = 4  # forms within forms
_MANY = 20_000  # objects on a page: a map or a drawing, not a table
_DARK = 0.75  # luminance under which white letters can be read
_LETTER_PT = (2.0, 24.0)  # the height of a letter
_BLACK = 0.25  # under which black ones cannot
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_WANTED = frozenset(
    {pdfium_c.FPDF_PAGEOBJ_FORM, pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE}
)
# Most objects of a page are text: asked in bulk, they cost little.
_page_object = bare(pdfium_c.FPDFPage_GetObject, ctypes.c_size_t)
_form_object = bare(pdfium_c.FPDFFormObj_GetObject, ctypes.c_size_t)
_ADDRESSES = [ctypes.c_void_p] * 5  # of an object, and of up to four numbers
_kind = bare(pdfium_c.FPDFPageObj_GetType, ctypes.c_int, *_ADDRESSES[:1])
_bounds = bare(pdfium_c.FPDFPageObj_GetBounds, ctypes.c_int, *_ADDRESSES)
_draw_mode = bare(pdfium_c.FPDFPath_GetDrawMode, ctypes.c_int, *_ADDRESSES[:3])
_fill_colour = bare(pdfium_c.FPDFPageObj_GetFillColor, ctypes.c_int, *_ADDRESSES)
_count_segments = bare(pdfium_c.FPDFPath_CountSegments, ctypes.c_int, *_ADDRESSES[:1])


@dataclass
class Drawn:
    """What is drawn on a page beside its text, in points from the top left."""

    edges: list[Edge] = field(default_factory=list)
    dark: list[Rect] = field(default_factory=list)  # grounds on which white letters show
    black: list[Rect] = field(default_factory=list)  # of those, the grounds that hide black ones
    images: list[Rect] = field(default_factory=list)
    outlines: int = 0  # shapes of the size of a letter, as where letters are drawn as curves


class _Object(NamedTuple):
    """A path or a picture, and the matrix that places it."""

    address: int
    kind: int
    matrix: _Matrix


class _Path(NamedTuple):
    """A path that prints something, and its box as the reader sees the page."""

    address: int
    matrix: _Matrix
    box: Rect
    is_filled: bool
    is_stroked: bool
    luminance: float  # of its filling: 0 black, 1 white or see-through


def drawn_on(page: pypdfium2.PdfPage, frame: Frame) -> Drawn:
    """Return the edges, dark grounds and pictures of a page."""
    drawn = Drawn()
    objects = list(islice(_objects(page.raw, _UNIT, _DEEP), _MANY))
    if not objects:
        return drawn  # many pages
    addresses = [thing.address for thing in objects]
    bounds, _ = asked(_bounds, addresses, ("f4", 4), 4)
    modes, _ = asked(_draw_mode, addresses, ("i4", 2), 2)
    colours, is_coloured = asked(_fill_colour, addresses, ("u4", 4), 4)
    for thing, box, (fill, stroke), colour, has in zip(
        objects, bounds.tolist(), modes.tolist(), colours.tolist(), is_coloured, strict=True
    ):
        place = _placed(box, thing.matrix, frame)
        if thing.kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            drawn.images.append(place)
        elif fill != pdfium_c.FPDF_FILLMODE_NONE or stroke:
            light = _luminance(*colour) if fill and has else 1.0
            path = _Path(thing.address, thing.matrix, place, bool(fill), bool(stroke), light)
            _add_path(drawn, path, frame)
    return drawn


def _objects(parent: Any, matrix: _Matrix, depth: int) -> Iterator[_Object]:
    """Yield the paths and pictures of a page or a form."""
    is_page = matrix is _UNIT and depth == _DEEP
    count_of = pdfium_c.FPDFPage_CountObjects if is_page else pdfium_c.FPDFFormObj_CountObjects
    get = _page_object if is_page else _form_object
    addresses = list(map(get, repeat(pointer_to(parent)), range(count_of(parent))))
    for address, kind in zip(addresses, map(_kind, addresses), strict=True):
        if kind not in _WANTED:
            continue
        if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield _Object(address, kind, matrix)
        elif depth:
            own = _times(_matrix_of(address), matrix)
            yield from _objects(_handle(address), own, depth - 1)


def _handle(address: int) -> Any:
    """Return an object of PDFium's as pypdfium2 takes it."""
    return ctypes.cast(address, pdfium_c.FPDF_PAGEOBJECT)


def _add_path(drawn: Drawn, path: _Path, frame: Frame) -> None:
    """Add the lines of a path; a filled rectangle gives its sides, a thin one is one line."""
    box = path.box
    width, height = box[2] - box[0], box[3] - box[1]
    if min(width, height) < _THIN_PT:
        _add_line(drawn, box)
        return
    is_plain = _count_segments(path.address) <= 5
    is_letter = _LETTER_PT[0] <= height <= _LETTER_PT[1] and width <= _LETTER_PT[1]
    drawn.outlines += path.is_filled and is_letter and not is_plain
    if is_plain:
        if path.luminance < _DARK:
            drawn.dark.append(box)
        if path.luminance < _BLACK:
            drawn.black.append(box)
        if path.is_stroked or path.luminance < 1.0:
            _add_sides(drawn, box)
    elif path.is_stroked:
        _add_segments(drawn, path, frame)
    elif path.luminance < _DARK:
        drawn.dark.append(box)


def _add_line(drawn: Drawn, box: Rect) -> None:
    """Add a thin box as the line through its middle."""
    x0, top, x1, bottom = box
    if x1 - x0 >= max(bottom - top, _LONG_PT):
        middle = (top + bottom) / 2
        drawn.edges.append(Edge(x0, middle, x1, middle))
    elif bottom - top >= _LONG_PT:
        middle = (x0 + x1) / 2
        drawn.edges.append(Edge(middle, top, middle, bottom))


def _add_sides(drawn: Drawn, box: Rect) -> None:
    """Add the four sides of a rectangle."""
    x0, top, x1, bottom = box
    for side in (
        (x0, top, x1, top),
        (x0, bottom, x1, bottom),
        (x0, top, x0, bottom),
        (x1, top, x1, bottom),
    ):
        _add_line(drawn, side)


def _add_segments(drawn: Drawn, path: _Path, frame: Frame) -> None:
    """Add the level and upright segments of a path that draws many lines at once."""
    own, handle = _times(_matrix_of(path.address), path.matrix), _handle(path.address)
    last: tuple[float, float] | None = None
    for index in range(min(_count_segments(path.address), _MANY)):
        segment = pdfium_c.FPDFPath_GetPathSegment(handle, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(own, x.value, y.value)
        is_line = pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_LINETO
        if is_line and last is not None:
            leans = min(abs(point[0] - last[0]), abs(point[1] - last[1]))
            if leans < _STRAIGHT_PT:
                _add_line(drawn, frame.place(*_hull([last, point])))
        last = point


def _luminance(red: int, green: int, blue: int, alpha: int) -> float:
    """Return how light a filling is: 0 black, 1 white or see-through."""
    light = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    return 1.0 - (1.0 - light) * alpha / 255


def _placed(bounds: tuple[float, float, float, float], matrix: _Matrix, frame: Frame) -> Rect:
    """Return the box of an object as the reader sees the page, from left, bottom, right and top."""
    left, bottom, right, top = bounds
    if matrix is _UNIT:
        return frame.place(left, bottom, right, top)
    corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    return frame.place(*_hull(corners))


def _hull(points: list[tuple[float, float]]) -> Rect:
    """Return the box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix_of(address: int) -> _Matrix:
    """Return an object's own matrix."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(_handle(address), matrix):
        return _UNIT
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """Return the matrix that applies ``inner`` first and ``outer`` to the result."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    """Return a point placed by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
