"""The ink of a picture: how it leans, its ruling lines, and how thick its letters are.

Pictures are grey arrays, 0 black; ink is a boolean array of the same shape.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

Pixels = Any  # numpy arrays; their shapes and types are in the docstrings

_STEEPEST = 5.0  # degrees; a page that leans more was not fed through a scanner
_COARSE, _FINE = 0.25, 0.05
_LEAN_DPI = 100  # enough to see lines
_SAMPLE = 150_000  # dots of ink that tell the lean
_RULE_INCH = 0.4  # shorter strokes are dashes and letters
_THICK_INCH = 0.03  # thicker ones are bands and pictures
_RULE_GREY = 0.25  # how dark a rule is at least: 0 paper, 1 ink
_BESIDE, _TOUCHED = 4, 0.2  # dots from a rule, and the share of it that letters may touch there
_BROKEN = 0.94  # of a rule's dots that the scanner left


class Rule(NamedTuple):
    """A ruling line: half-open rows and columns of pixels."""

    x0: int
    top: int
    x1: int
    bottom: int


def ink_of(grey: Pixels) -> Pixels:
    """Return where a picture is dark, by the threshold that parts its two greys best (Otsu)."""
    counts = _counts(grey).astype(float)
    weight = np.cumsum(counts)
    total = np.cumsum(counts * np.arange(256))
    rest = weight[-1] - weight
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = weight * rest * (total / weight - (total[-1] - total) / rest) ** 2
    return grey <= int(np.nanargmax(np.where(np.isfinite(apart), apart, -1)))


def paper_of(grey: Pixels) -> int:
    """Return the grey of the paper, which most of a page is: the median."""
    counts = np.cumsum(_counts(grey))
    return int(np.searchsorted(counts, counts[-1] / 2))


def _counts(grey: Pixels) -> Pixels:
    """Return how many dots have each of the 256 greys; Pillow counts faster than numpy."""
    return np.array(Image.fromarray(grey).histogram())


class Lean(NamedTuple):
    """How far text leans, and how clearly its lines part."""

    degrees: float  # clockwise, from level
    score: float


def lean_of(ink: Pixels, dpi: int) -> Lean:
    """Return how far the lines of a picture lean.

    The ink is counted along lines of every slope; where they are the text's own, rows of much ink
    and rows of none take turns most sharply.
    """
    rows, columns = _dots(ink, dpi)
    if len(rows) == 0:
        return Lean(0.0, 0.0)
    wide = np.arange(-_STEEPEST, _STEEPEST + _COARSE / 2, _COARSE)
    best = max(wide, key=lambda degrees: _sharpness(rows, columns, degrees))
    near = best + np.arange(-_COARSE, _COARSE + _FINE / 2, _FINE)
    finest = max(near, key=lambda degrees: _sharpness(rows, columns, degrees))
    return Lean(round(float(finest), 2), _sharpness(rows, columns, finest))


def _dots(ink: Pixels, dpi: int) -> tuple[Pixels, Pixels]:
    """Return rows and columns of a sample of the ink at a coarse resolution."""
    step = max(1, dpi // _LEAN_DPI)
    height, width = (side // step * step for side in ink.shape)
    blocks = ink[:height, :width].reshape(height // step, step, width // step, step)
    rows, columns = np.nonzero(blocks.mean(axis=(1, 3)) > 0.3)
    every = len(rows) // _SAMPLE + 1
    return rows[::every].astype(float), columns[::every].astype(float)


def _sharpness(rows: Pixels, columns: Pixels, degrees: float) -> float:
    """Return how sharply rows of ink part where the page is sheared level, for one dot of ink."""
    level = rows - columns * np.tan(np.radians(degrees))
    counts = np.bincount((level - level.min()).astype(int)).astype(float)
    return float(np.sum(np.diff(counts) ** 2) / len(rows))


def rules_of(grey: Pixels, dpi: int) -> tuple[list[Rule], list[Rule]]:
    """Return the level and the upright ruling lines of a picture; they are often grey."""
    paper, black = paper_of(grey), paper_of(grey[ink_of(grey)][np.newaxis])
    ink = grey < paper - _RULE_GREY * (paper - black)
    upright = [Rule(top, x0, bottom, x1) for x0, top, x1, bottom in _level_rules(ink.T, dpi)]
    return _level_rules(ink, dpi), upright


def _level_rules(ink: Pixels, dpi: int) -> list[Rule]:
    """Return the level ruling lines: long runs of ink, thin, with paper above and below."""
    length = round(_RULE_INCH * dpi)
    if ink.shape[1] <= length:
        return []
    thick = ink.copy()
    thick[1:] |= ink[:-1]  # a line that leans by a dot goes on in the next row
    sums = np.cumsum(np.pad(thick, ((0, 0), (length, 0))).astype(np.int32), axis=1)
    ends = sums[:, length:] - sums[:, :-length] >= _BROKEN * length  # of windows that are full
    rules: list[Rule] = []
    for row in np.flatnonzero(ends.any(axis=1)):
        for x0, x1 in runs_of(ends[row]):
            _join(rules, Rule(max(0, x0 - length + 1), int(row), x1, int(row) + 1))
    most = round(_THICK_INCH * dpi) + 1
    return [rule for rule in rules if rule.bottom - rule.top <= most and _is_bare(ink, rule)]


def _is_bare(ink: Pixels, rule: Rule) -> bool:
    """Return whether there is paper above and below a rule: the bars of TTEE have stems."""
    sides = (rule.top - _BESIDE, rule.bottom + _BESIDE - 1)
    return all(
        ink[row, rule.x0 : rule.x1].mean() <= _TOUCHED for row in sides if 0 <= row < len(ink)
    )


def _join(rules: list[Rule], new: Rule) -> None:
    """Add a run, made one with all rules that it touches."""
    touched = [
        rule
        for rule in rules
        if rule.bottom >= new.top - 1 and rule.x0 < new.x1 and new.x0 < rule.x1
    ]
    for rule in touched:
        rules.remove(rule)
    x0s, tops, x1s, bottoms = zip(new, *touched, strict=True)
    rules.append(Rule(min(x0s), min(tops), max(x1s), max(bottoms)))


def runs_of(flags: Pixels) -> list[tuple[int, int]]:
    """Return the half-open runs of true places in a row."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def without(grey: Pixels, rules: Iterable[Rule]) -> Pixels:
    """Return a picture whose ruling lines are rubbed out."""
    clean = grey.copy()
    paper = paper_of(grey)
    for rule in rules:
        clean[max(0, rule.top - 2) : rule.bottom + 2, max(0, rule.x0 - 2) : rule.x1 + 2] = paper
    return clean


def stroke_of(ink: Pixels, size: float) -> float:
    """Return the mean thickness of the upright strokes of letters, in pixels; 0 without ink.

    Longer runs of ink than a quarter of the font's size are the bars of letters.
    """
    turns = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    lengths = np.nonzero(turns == -1)[1] - np.nonzero(turns == 1)[1]
    strokes = lengths[lengths <= size / 4]
    return float(strokes.mean()) if len(strokes) else 0.0
