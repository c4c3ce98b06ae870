"""Files that are no good are named with their reason, and odd ones are read."""

from pathlib import Path

import pytest

from csp_extract.errors import ProblemCode, UnreadablePdfError
from csp_extract.read import read_report, render_page


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty", ProblemCode.EMPTY),
        ("not-a-pdf", ProblemCode.NOT_PDF),
        ("truncated", ProblemCode.CORRUPT),
        ("encrypted", ProblemCode.ENCRYPTED),
    ],
)
def test_an_unreadable_file_is_named_with_its_reason(
    name: str, code: ProblemCode, documents: Path
) -> None:
    """Each way of being unreadable has its own code, and the message names the file."""
    file = documents / f"{name}.pdf"
    with pytest.raises(UnreadablePdfError, match=file.name) as caught:
        read_report(file.read_bytes(), file.name)
    assert caught.value.code is code


@pytest.mark.parametrize("name", ["plain", "rubbish-before", "rotated"])
def test_an_odd_file_is_read(name: str, documents: Path) -> None:
    """Rubbish before the signature and a turned page leave the words as they are."""
    (page,) = read_report((documents / f"{name}.pdf").read_bytes(), name)
    assert " ".join(word.text for word in page.words) == "The Board met on 4 May 2016"


def test_a_page_filed_on_its_side_is_read_upright(documents: Path) -> None:
    """Its lines run down the page as it is seen, and are level as it is read."""
    (page,) = read_report((documents / "rotated.pdf").read_bytes(), "rotated.pdf")
    width, height = page.seen_size
    assert width > height
    assert page.turn == 270
    seen = [page.seen(word.x0, word.top, word.x1, word.bottom) for word in page.words]
    assert [top for _, top, _, _ in seen] == sorted(top for _, top, _, _ in seen)
    assert all(0 <= x0 < x1 <= width for x0, _, x1, _ in seen)


def test_a_cropped_page_begins_at_its_crop_box(documents: Path) -> None:
    """Places count from the corner that is seen; what is cut off is set aside and said."""
    (page,) = read_report((documents / "cropped.pdf").read_bytes(), "cropped.pdf")
    assert (page.width, page.height) == (340, 200)
    assert [word.text for word in page.words] == ["Within", "the", "sheet"]
    assert round(page.words[0].x0) == 20
    assert page.warnings == ("5 words outside the page were set aside",)


def test_a_picture_of_a_page_is_as_large_as_asked(documents: Path) -> None:
    """At 144 dots per inch a point is two dots."""
    picture = render_page((documents / "cropped.pdf").read_bytes(), "cropped.pdf", 1, dpi=144)
    assert picture.size == (680, 400)
