"""A row is shown with its words in their place."""

from pathlib import Path

import pytest
from PIL import Image

from csp_extract.desk.show import describe_row, draw_row, find_row
from csp_extract.errors import NoSuchRowError, WrongCallError
from csp_extract.records import Box
from csp_extract.tables.read import read_rows

MARK = (226, 84, 16)


def _sum(out: Path) -> str:
    return next(row["amount_id"] for row in read_rows(out, "amounts") if row["value"] == "2500")


def test_words_are_marked_in_their_sentence(out: Path) -> None:
    """The quote shows which of its words the row is about."""
    told = describe_row(*find_row(out, _sum(out)))
    assert "westhaven.pdf, page 1, 1.2" in told
    assert "with [[£2,500]]" in told


def test_picture_marks_the_box(out: Path, tmp_path: Path) -> None:
    """The colour of the mark stands around the row's box, and nowhere far from it."""
    _, row, report = find_row(out, _sum(out))
    image = tmp_path / "page.png"
    draw_row(out, row, report, image)
    picture = Image.open(image).convert("RGB")
    scale = picture.width / 595
    marked = [
        (x / scale, y / scale)
        for x in range(picture.width)
        for y in range(picture.height)
        if picture.getpixel((x, y)) == MARK
    ]
    box = Box.read(row["bbox"])
    assert marked
    assert all(box.x0 - 4 <= x <= box.x1 + 4 for x, _ in marked)
    assert all(box.top - 4 <= y <= box.bottom + 4 for _, y in marked)


def test_unknown_row(out: Path) -> None:
    """An id that no table has is a wrong call."""
    with pytest.raises(NoSuchRowError):
        find_row(out, "a000000000000")


def test_changed_file_is_not_drawn(out: Path, tmp_path: Path) -> None:
    """A picture of another file would prove nothing."""
    _, row, report = find_row(out, _sum(out))
    with pytest.raises(WrongCallError, match=r"no longer at|changed"):
        draw_row(
            out, row, {**report, "sha256": "0" * 64, "path": str(tmp_path)}, tmp_path / "x.png"
        )
