"""How a picture leans, its rules and its ink, on pictures drawn dot by dot."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from csp_extract.read.ocr.bullets import is_bullet
from csp_extract.read.ocr.ink import ink_of, lean_of, rules_of, runs_of, stroke_of, without

DPI = 300


def _striped(lean: float = 0.0) -> np.ndarray:
    """Return a page of broken black stripes, as lines of text are, turned clockwise."""
    picture = Image.new("L", (1200, 1600), 250)
    draw = ImageDraw.Draw(picture)
    for top in range(200, 1400, 60):
        for left in range(200, 1000, 40):
            draw.rectangle((left, top, left + 24, top + 24), fill=10)
    return np.asarray(picture.rotate(-lean, resample=Image.Resampling.BICUBIC, fillcolor=250))


@pytest.mark.parametrize("lean", [0.0, 0.4, -1.7, 4.2])
def test_the_lean_is_measured(lean: float) -> None:
    """To a twentieth of a degree, either way."""
    assert lean_of(ink_of(_striped(lean)), DPI).degrees == pytest.approx(lean, abs=0.1)


def test_lines_part_more_sharply_along_than_across() -> None:
    """So a page on its side is told."""
    picture = Image.new("L", (1200, 1600), 250)
    draw = ImageDraw.Draw(picture)
    for line, top in enumerate(range(200, 1400, 60)):
        for word in range(12):  # of uneven lengths, so that no columns stand
            left = 100 + 80 * word + 17 * (line * word % 4)
            draw.rectangle((left, top, left + 40, top + 24), fill=10)
    ink = ink_of(np.asarray(picture))
    assert lean_of(ink, DPI).score > 2 * lean_of(ink.T, DPI).score


def test_rules_are_long_thin_and_bare() -> None:
    """Grey lines count; bars of letters, bands and dashes do not."""
    picture = Image.new("L", (1200, 900), 250)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((100, 100, 1000, 102), fill=120)  # a grey rule
    draw.rectangle((100, 200, 1000, 260), fill=0)  # a band
    draw.rectangle((100, 400, 160, 402), fill=0)  # a dash
    for left in range(100, 400, 30):  # TTTT
        draw.rectangle((left, 600, left + 29, 603), fill=0)
        draw.rectangle((left + 10, 604, left + 19, 640), fill=0)
    draw.rectangle((1100, 100, 1103, 800), fill=0)  # an upright rule
    level, upright = rules_of(np.asarray(picture), DPI)
    assert [(rule.top, rule.bottom) for rule in level] == [(100, 104)]  # a row to lean in
    assert [(rule.x0, rule.x1) for rule in upright] == [(1100, 1105)]
    clean = without(np.asarray(picture), [*level, *upright])
    assert clean[101, 500] == clean[500, 1101] == 250


def test_ink_is_told_from_grey_paper() -> None:
    """The threshold lies between the two greys, wherever they are."""
    grey = np.full((40, 40), 190, dtype=np.uint8)
    grey[10:20, 10:20] = 60
    assert np.count_nonzero(ink_of(grey)) == 100


def test_strokes_have_their_thickness() -> None:
    """The mean run of ink along a row."""
    ink = np.zeros((10, 30), dtype=bool)
    ink[:, 5:8] = ink[:, 15:18] = True
    ink[0, 4:30] = True  # a bar
    assert stroke_of(ink, 40) == 3
    assert stroke_of(np.zeros((4, 4), dtype=bool), 40) == 0
    ink[0, 4:30] = ink[1, 4:30]
    assert runs_of(ink[0]) == [(5, 8), (15, 18)]


def test_a_bullet_is_solid() -> None:
    """A disc and a square are bullets; a ring and a dash are none."""
    rows, columns = np.mgrid[-10:11, -10:11]
    disc = rows**2 + columns**2 <= 81
    ring = disc & (rows**2 + columns**2 >= 36)
    dash = np.zeros((21, 21), dtype=bool)
    dash[9:12] = True
    assert [is_bullet(ink) for ink in (disc, disc | True, ring, dash, disc & False)] == [
        True,
        True,
        False,
        False,
        False,
    ]
