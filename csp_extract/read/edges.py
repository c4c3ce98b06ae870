"""The ruling lines of a page, and what else is drawn: filled grounds and pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from csp_extract.read.bulk import address_of, bare
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
_page_object = bare(pdfium_c.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_form_object = bare(
    pdfium_c.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong
)
_kind = bare(pdfium_c.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)


@dataclass
class Drawn:
    """What is drawn on a page beside its text, in points from the top left."""

    edges: list[Edge] = field(default_factory=list)
    dark: list[Rect] = field(default_factory=list)  # grounds on which white letters show
    black: list[Rect] = field(default_factory=list)  # of those, the grounds that hide black ones
    images: list[Rect] = field(default_factory=list)
    outlines: int = 0  # shapes of the size of a letter, as where letters are drawn as curves


def drawn_on(page: pypdfium2.PdfPage, frame: Frame) -> Drawn:
    """Return the edges, dark grounds and pictures of a page."""
    drawn = Drawn()
    for count, (pointer, kind, matrix) in enumerate(_objects(page.raw, _UNIT, _DEEP)):
        if count > _MANY:
            break
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            _add_path(drawn, pointer, matrix, frame)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            drawn.images.append(_bounds(pointer, matrix, frame))
    return drawn


def _objects(parent: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, int, _Matrix]]:
    """Yield the paths and pictures of a page or a form, with the matrix that places them."""
    is_page = matrix is _UNIT and depth == _DEEP
    count_of = pdfium_c.FPDFPage_CountObjects if is_page else pdfium_c.FPDFFormObj_CountObjects
    get = _page_object if is_page else _form_object
    address = address_of(parent)
    pointers = list(map(get, repeat(address), range(count_of(parent))))
    for address, kind in zip(pointers, map(_kind, pointers), strict=True):
        if kind not in _WANTED:
            continue
        pointer = ctypes.cast(address, pdfium_c.FPDF_PAGEOBJECT)
        if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield pointer, kind, matrix
        elif depth:
            yield from _objects(pointer, _times(_matrix_of(pointer), matrix), depth - 1)


def _add_path(drawn: Drawn, pointer: Any, matrix: _Matrix, frame: Frame) -> None:
    """Add the lines of a path; a filled rectangle gives its sides, a thin one is one line."""
    is_filled, is_stroked = _paint(pointer)
    if not (is_filled or is_stroked):
        return
    box = _bounds(pointer, matrix, frame)
    width, height = box[2] - box[0], box[3] - box[1]
    if min(width, height) < _THIN_PT:
        _add_line(drawn, box)
        return
    is_plain = pdfium_c.FPDFPath_CountSegments(pointer) <= 5
    is_letter = _LETTER_PT[0] <= height <= _LETTER_PT[1] and width <= _LETTER_PT[1]
    drawn.outlines += is_filled and is_letter and not is_plain
    if is_plain:
        luminance = _luminance(pointer) if is_filled else 1.0
        if luminance < _DARK:
            drawn.dark.append(box)
        if luminance < _BLACK:
            drawn.black.append(box)
        if is_stroked or luminance < 1.0:
            _add_sides(drawn, box)
    elif is_stroked:
        _add_segments(drawn, pointer, matrix, frame)
    elif _luminance(pointer) < _DARK:
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


def _add_segments(drawn: Drawn, pointer: Any, matrix: _Matrix, frame: Frame) -> None:
    """Add the level and upright segments of a path that draws many lines at once."""
    own = _times(_matrix_of(pointer), matrix)
    last: tuple[float, float] | None = None
    for index in range(min(pdfium_c.FPDFPath_CountSegments(pointer), _MANY)):
        segment = pdfium_c.FPDFPath_GetPathSegment(pointer, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(own, x.value, y.value)
        is_line = pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_LINETO
        if is_line and last is not None:
            leans = min(abs(point[0] - last[0]), abs(point[1] - last[1]))
            if leans < _STRAIGHT_PT:
                _add_line(drawn, frame.place(*_hull([last, point])))
        last = point


def _paint(pointer: Any) -> tuple[bool, bool]:
    """Return whether a path is filled, and whether it is stroked."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(pointer, fill, stroke)
    return fill.value != pdfium_c.FPDF_FILLMODE_NONE, bool(stroke.value)


def _luminance(pointer: Any) -> float:
    """Return how light a path's filling is: 0 black, 1 white or see-through."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetFillColor(pointer, red, green, blue, alpha):
        return 1.0
    light = (0.299 * red.value + 0.587 * green.value + 0.114 * blue.value) / 255
    return 1.0 - (1.0 - light) * alpha.value / 255


def _bounds(pointer: Any, matrix: _Matrix, frame: Frame) -> Rect:
    """Return the box of an object as the reader sees the page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(pointer, left, bottom, right, top)
    if matrix is _UNIT:
        return frame.place(left.value, bottom.value, right.value, top.value)
    corners = [
        _apply(matrix, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)
    ]
    return frame.place(*_hull(corners))


def _hull(points: list[tuple[float, float]]) -> Rect:
    """Return the box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix_of(pointer: Any) -> _Matrix:
    """Return an object's own matrix."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(pointer, matrix):
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
