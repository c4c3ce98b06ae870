"""From a PDF's own coordinates to the page as a reader sees it."""

from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pypdfium2

V = TypeVar("V", float, npt.NDArray[np.float64])


class Frame(NamedTuple):
    """The visible part of a page: PDF units, origin bottom left, turned by ``rotation`` degrees."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """Width as a reader sees it, in points."""
        is_upright = self.rotation in {0, 180}
        return self.right - self.left if is_upright else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height as a reader sees it, in points."""
        is_upright = self.rotation in {0, 180}
        return self.top - self.bottom if is_upright else self.right - self.left

    def place(self, x0: V, y0: V, x1: V, y1: V) -> tuple[V, V, V, V]:
        """Return ``(x0, top, x1, bottom)`` from the top left corner of the page as seen.

        Numbers, or columns of them, of boxes whose ``x0`` and ``y0`` are the lower ones.
        """
        match self.rotation:
            case 0:
                return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
            case 90:
                return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
            case 180:
                return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
            case _:
                return self.top - y1, self.right - x1, self.top - y0, self.right - x0


def frame_of(page: pypdfium2.PdfPage) -> Frame:
    """Return the frame of a page: its crop box within its media box."""
    media = page.get_mediabox()
    crop = page.get_cropbox() or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if left >= right or bottom >= top:
        left, bottom, right, top = media
    return Frame(left, bottom, right, top, page.get_rotation())
