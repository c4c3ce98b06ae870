"""Lines that do not read as words on pages that do: fonts whose codes are shifted or unmapped.

A line is nonsense if its longer words have no runs of letters that English has, and too few vowels
for any language: Welsh lines have a third of English's runs at least, and twice the vowels. Where
all codes of a line are off by one number, and English stands there once it is taken off, that is
proof enough to put them right; subset fonts of Word's are off by 29.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from csp_extract.read.letters import letters_of, sense_of
from csp_extract.records import Page, Word

Line = tuple[Word, ...]  # words of one printed line

_LONG = re.compile(r"[A-Za-z]{5,}|[\ufffd\ue000-\uf8ff\x01-\x1f]+")
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_ENOUGH = 16  # letters in longer words from which it can be told
_NONSENSE, _ENGLISH = 0.2, 0.9  # shares of letters in words that could be English
_FEW = (1 - _NONSENSE) * _ENOUGH  # letters in other words; a line with fewer cannot be nonsense
_VOWELS = 0.22  # share of letters under which no language is
_READS_WELL = 0.8  # share of letters in words that could be English, of a line recognised
_LEANS = 0.5  # degrees by which a scan may lean and its lines be in the places of the text layer's
_TEXT, _LINE = attrgetter("text"), attrgetter("line")
_SHIFTS: tuple[int, ...] = (29, *range(1, 29), *range(30, 65), *range(-31, 0))


class Sorted(NamedTuple):
    """The words of a page with lines put right, how many, and the lines that stay nonsense."""

    words: tuple[Word, ...]
    repaired: int
    nonsense: tuple[Line, ...]


def sort_lines(words: tuple[Word, ...]) -> Sorted:
    """Return the words of a page, its lines of nonsense put right where that can be proven."""
    strange: defaultdict[int, int] = defaultdict(int)
    for word, (letters, sensible) in zip(words, map(letters_of, map(_TEXT, words)), strict=True):
        if letters > sensible:
            strange[word.line] += letters - sensible
    if max(strange.values(), default=0) < _FEW:
        return Sorted(words, 0, ())  # nearly all pages
    found: list[Word] = []
    nonsense: list[Line] = []
    repaired = 0
    for number, group in groupby(words, key=_LINE):
        line = tuple(group)
        shift = _shift_of(line) if strange[number] >= _ENOUGH else 0
        repaired += shift != 0
        found.extend([part for word in line for part in _shifted(word, shift)] if shift else line)
        if not shift and strange[number] >= _FEW and _is_nonsense(line):
            nonsense.append(line)
    return Sorted(tuple(found), repaired, tuple(nonsense))


def _is_nonsense(line: Line) -> bool:
    """Return whether the longer words of a line can be no language's."""
    runs = [run for word in line for run in _LONG.findall(word.text)]
    letters = "".join(runs)
    if len(letters) < _ENOUGH or len(_VOWEL.findall(letters)) >= _VOWELS * len(letters):
        return False
    return sense_of(runs).share < _NONSENSE


def _shift_of(line: Line) -> int:
    """Return by how much all codes of a line are too low, so that English proves it; else 0."""
    text = " ".join(word.text for word in line)
    for shift in _SHIFTS:
        put_right = _put_right(text, shift)
        sense = sense_of(put_right.split()) if put_right.isprintable() else None
        if sense and sense.letters >= _ENOUGH and sense.share >= _ENGLISH:
            return shift
    return 0


def _put_right(text: str, shift: int) -> str:
    """Return a text with its codes raised; spaces between words stay."""
    return "".join(" " if letter == " " else chr(max(ord(letter) + shift, 0)) for letter in text)


def _shifted(word: Word, shift: int) -> Iterator[Word]:
    """Yield a word put right; where a space had become a letter, its parts, each in its share."""
    text = _put_right(word.text, shift)
    step = (word.x1 - word.x0) / len(text)
    for part in re.finditer(r"\S+", text):
        yield word._replace(
            text=part[0], x0=word.x0 + part.start() * step, x1=word.x0 + part.end() * step
        )


def patched(page: Page, nonsense: Sequence[Line], scan: Page | None) -> Page:
    """Return a page without its lines of nonsense, or with what its picture says in their places.

    ``scan`` is the page as recognised, if it was. Each line is told in the warnings by its height.
    """
    words = list(page.words)
    read: list[Line] = []
    for line in nonsense:
        found = _recognised(line, scan)
        at = words.index(line[0])
        words[at : at + len(line)] = found
        read += [line] if found else []
    aside = [line for line in nonsense if line not in read]
    return page._replace(
        words=tuple(words),
        warnings=(
            *page.warnings,
            *_told(aside, "set aside, for they do not read as words"),
            *_told(read, "read from their picture, for their text layer does not read as words"),
        ),
    )


def _recognised(line: Line, scan: Page | None) -> Line:
    """Return the words that a recognised page has in the place of a line, if they read as words."""
    if scan is None or abs(scan.turn - round(scan.turn / 90) * 90) > _LEANS:
        return ()
    left, right = min(word.x0 for word in line), max(word.x1 for word in line)
    top, bottom = min(word.top for word in line), max(word.bottom for word in line)
    found = [
        word._replace(line=line[0].line)
        for word in scan.words
        if left <= (word.x0 + word.x1) / 2 <= right
        and top <= (word.top + word.bottom) / 2 <= bottom
    ]
    sense = sense_of([word.text for word in found])
    return tuple(found) if sense.share > _READS_WELL and sense.letters >= _ENOUGH / 2 else ()


def _told(lines: Sequence[Line], what: str) -> Iterator[str]:
    """Yield what became of lines, and how far from the top of the page they stand."""
    if lines:
        places = ", ".join(f"{min(word.top for word in line):.0f}" for line in lines)
        yield f"{len(lines)} lines were {what} ({places} points from the top)"
