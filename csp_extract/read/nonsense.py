"""Lines that do not read as words on pages that do: fonts whose codes are shifted or unmapped.

A line is nonsense if its longer words have no runs of letters that English has, and too few vowels
for any language: Welsh lines have a third of English's runs at least, and twice the vowels. What
short lines cannot say by themselves all words of their font say together, on this page or on one
before it.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from csp_extract.read.codes import put_right, shift_of, shifted
from csp_extract.read.letters import Sense, letters_of, sense_of, sum_of
from csp_extract.read.patches import Line
from csp_extract.records import Word

Shifts = dict[str, int]  # by how much the codes of a font are too low; 0 where nobody can tell

_LONG = re.compile(r"[A-Za-z]{5,}|[\ufffd\ue000-\uf8ff\x01-\x1f]+")
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_READS_WELL = 0.8  # share of letters in words that could be English
_FEW = 13  # letters in other words; a line with fewer cannot be nonsense
_PROOF = 8  # letters of a line that reads well in a font that does not
_TEXT, _LINE = attrgetter("text"), attrgetter("line")


class Test(NamedTuple):
    """How many letters of longer words can be no language's: under these shares of the letters."""

    letters: int
    english: float  # in words that could be English
    vowels: float


_OF_LINE = Test(16, 0.2, 0.22)
# Words of a font are taken once each. Strange names from ten languages, 247 letters, had 9 % of
# English and 28 % of vowels, Polish 14 and 35 %; of scrambled English three in four had under 3 %.
_OF_FONT = (Test(24, 0.2, 0.22), Test(80, 0.05, 0.3))


class Sorted(NamedTuple):
    """The words of a page with lines put right, how many, the lines that stay nonsense.

    And how well all words read.
    """

    words: tuple[Word, ...]
    repaired: int
    nonsense: tuple[Line, ...]
    sense: Sense


def sort_lines(words: tuple[Word, ...], fonts: Sequence[str], known: Shifts) -> Sorted:
    """Return the words of a page, its lines of nonsense put right where that can be proven.

    ``fonts`` are the names of the words' fonts; ``known`` holds what earlier pages proved of fonts,
    and is told what this one proves.
    """
    by_line: defaultdict[int, int] = defaultdict(int)
    by_font: defaultdict[str, int] = defaultdict(int)
    counts = [*map(letters_of, map(_TEXT, words))]
    for at, letters in [(at, one - two) for at, (one, two) in enumerate(counts) if one != two]:
        by_line[words[at].line] += letters
        by_font[fonts[at]] += letters
    doubtful = {font for font, strange in by_font.items() if strange >= _FEW or font in known}
    shifts = _shifts_of(doubtful, words, fonts, known) if doubtful else {}
    known |= shifts
    strange = {line for line, count in by_line.items() if count >= _FEW}
    if not shifts and not strange:
        return Sorted(words, 0, (), sum_of(counts))  # nearly all pages
    return _sorted(words, fonts, shifts, strange)


def _sorted(
    words: Sequence[Word], fonts: Sequence[str], shifts: Shifts, strange: Container[int]
) -> Sorted:
    """Return the words of a page by what its lines say, and the fonts of their words.

    Only lines with the ``strange`` numbers can be nonsense by themselves.
    """
    found: list[Word] = []
    nonsense: list[Line] = []
    repaired = at = 0
    for number, group in groupby(words, key=_LINE):
        line = tuple(group)
        own = fonts[at : at + len(line)]
        at += len(line)
        put = _put_right(line, own, shifts) if shifts else line
        if put == line and number in strange:
            shift = shift_of([word.text for word in line])
            put = tuple(part for word in line for part in shifted(word, shift)) if shift else line
        found += put
        if put != line:
            repaired += 1
        elif (number in strange and _is_nonsense(map(_TEXT, line), _OF_LINE)) or _is_in_nonsense(
            line, own, shifts
        ):
            nonsense.append(line)
    sense = sense_of([word.text for word in found])
    return Sorted(tuple(found), repaired, tuple(nonsense), sense)


def _shifts_of(
    doubtful: Iterable[str], words: Sequence[Word], fonts: Sequence[str], known: Shifts
) -> Shifts:
    """Return what is wrong with fonts; those of which nothing can be proven are not among them."""
    texts: dict[str, dict[str, None]] = {font: {} for font in doubtful}
    for word, font in zip(words, fonts, strict=True):
        if font in texts:
            texts[font][word.text] = None
    found = {font: _shift_of_font([*own], known.get(font)) for font, own in texts.items()}
    return {font: shift for font, shift in found.items() if shift is not None}


def _shift_of_font(texts: Sequence[str], known: int | None) -> int | None:
    """Return by how much the codes of a font are too low; nothing if it may be a good one.

    What a page before has proven holds where this one does not read at all: packs hold papers whose
    fonts have one name.
    """
    sense = sense_of(texts)
    is_enough = known is not None or sense.letters >= _OF_LINE.letters
    if is_enough and sense.share >= _OF_LINE.english:
        return None
    shift = shift_of(texts)
    return shift or (0 if known is None and _is_nonsense(texts, *_OF_FONT) else known)


def _put_right(line: Line, fonts: Sequence[str], shifts: Shifts) -> Line:
    """Return a line with those words put right whose font is known to be shifted."""
    if _reads_well(line):
        return line
    return tuple(
        part
        for word, font in zip(line, fonts, strict=True)
        for part in (
            shifted(word, shifts[font])
            if shifts.get(font) and put_right(word.text, shifts[font]).isprintable()
            else (word,)
        )
    )


def _is_in_nonsense(line: Line, fonts: Sequence[str], shifts: Shifts) -> bool:
    """Return whether all words of a line are in fonts that are nonsense, and it does not read."""
    return all(font in shifts for font in fonts) and not _reads_well(line)


def _is_nonsense(texts: Iterable[str], *tests: Test) -> bool:
    """Return whether longer words can be no language's by one of the tests."""
    runs = [run for text in texts for run in _LONG.findall(text)]
    letters = "".join(runs)
    vowels = len(_VOWEL.findall(letters))
    return any(
        len(letters) >= test.letters
        and vowels < test.vowels * len(letters)
        and sense_of(runs).share < test.english
        for test in tests
    )


def _reads_well(line: Line) -> bool:
    """Return whether a line reads as words."""
    sense = sense_of([word.text for word in line])
    return sense.letters >= _PROOF and sense.share > _READS_WELL
