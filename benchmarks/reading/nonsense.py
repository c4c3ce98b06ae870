"""Measure which lines of nonsense are found: ``python benchmarks/reading/nonsense.py PDF...``.

The fonts of each paper are broken one after the other on all its pages: their codes shifted by 29,
or their letters and figures scrambled, or without Unicode. Lines in that font alone count. Each is
looked for twice: by itself, and with what the other lines of its font say. Unbroken papers give
what is found wrongly.
"""

import random
import string
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from csp_extract.read.document import open_pdf
from csp_extract.read.frame import frame_of
from csp_extract.read.nonsense import Shifts, sort_lines
from csp_extract.read.words import words_of
from csp_extract.records import Word

_LETTERS = 3  # in a row, in a line that counts
_SHORT = 16  # letters, in lines that say too little by themselves
_SHIFT = 29

PrintedPage = tuple[tuple[Word, ...], tuple[str, ...]]  # words, and the names of their fonts
Break = Callable[[str], str]


def main(paths: Sequence[Path]) -> None:
    """Print the shares of broken lines that are found and put right, and what is found wrongly."""
    counts: Counter[str] = Counter()
    for path in paths:
        pages = list(_pages(path))
        wrong = _found(pages)
        counts["lines"] += sum(len({word.line for word in words}) for words, _ in pages)
        counts["found wrongly"] += len(wrong)
        for page, line in sorted(wrong):
            print(path.name, page, " ".join(w.text for w in pages[page][0] if w.line == line))
        for font in sorted({font for _, fonts in pages for font in fonts}):
            counts += _counts(pages, font)
    for name, count in sorted(counts.items()):
        whole = counts[name.split(":")[0]]
        print(f"{name:48} {count:7}" + (f" {count / whole:7.1%}" if ":" in name else ""))


def _pages(path: Path) -> Iterator[PrintedPage]:
    """Yield the words of the pages of a paper with their fonts."""
    with open_pdf(path.read_bytes(), path.name) as pdf:
        for page in pdf:
            found = words_of(page, frame_of(page))
            yield tuple(found.words), tuple(style.font.name for style in found.styles)


def _counts(pages: Sequence[PrintedPage], font: str) -> Counter[str]:
    """Return how many lines of a font count, and are found, for each way to break it."""
    counts: Counter[str] = Counter()
    for kind, spoil in {
        "shifted": _shifted,
        "scrambled": _scrambler(font),
        "unmapped": _unmapped,
    }.items():
        lines = dict(_lines_in(pages, font))
        broken = [_broken(page, font, spoil) for page in pages]
        alone = [(words, tuple(f"{font} {word.line}" for word in words)) for words, _ in broken]
        ways = {
            "alone": {at for n, page in enumerate(alone) for at in _found([page], n)},
            "by their font": _found(broken),
        }
        for place, letters in lines.items():
            for name in (kind, *([f"{kind} short"] if letters < _SHORT else [])):
                counts[name] += 1
                for way, found in ways.items():
                    counts[f"{name}: found {way}"] += place in found
    return counts


def _lines_in(pages: Sequence[PrintedPage], font: str) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the pages and numbers of lines that are in one font, and how many letters they have."""
    for at, (words, fonts) in enumerate(pages):
        for line, group in groupby(zip(words, fonts, strict=True), key=lambda pair: pair[0].line):
            own = list(group)
            runs = [sum(map(str.isalpha, word.text)) for word, _ in own]
            if {name for _, name in own} == {font} and max(runs) >= _LETTERS:
                yield (at, line), sum(runs)


def _broken(page: PrintedPage, font: str, spoil: Break) -> PrintedPage:
    """Return a page with the words of a font broken; some print nothing then."""
    words, fonts = page
    pairs = [
        (word._replace(text=spoil(word.text)) if name == font else word, name)
        for word, name in zip(words, fonts, strict=True)
    ]
    kept = [(word, name) for word, name in pairs if word.text]
    return tuple(word for word, _ in kept), tuple(name for _, name in kept)


def _shifted(text: str) -> str:
    """Return a text with its codes shifted; what has become a control character is lost."""
    return "".join(chr(ord(letter) - _SHIFT) for letter in text if ord(letter) > _SHIFT + 32)


def _scrambler(font: str) -> Break:
    """Return what puts other letters and figures for those of a text, always the same in a font."""
    table: dict[int, int] = {}
    for row in (string.ascii_lowercase, string.ascii_uppercase, string.digits):
        table |= str.maketrans(row, "".join(random.Random(font + row).sample(row, len(row))))  # noqa: S311
    return lambda text: text.translate(table)


def _unmapped(text: str) -> str:
    """Return a text of codes without Unicode, as PDFium's private ones."""
    return "".join(chr(0xE000 + ord(letter) % 256) for letter in text)


def _found(pages: Sequence[PrintedPage], start: int = 0) -> set[tuple[int, int]]:
    """Return the pages and numbers of lines that are put right or told to be nonsense."""
    known: Shifts = {}
    found: set[tuple[int, int]] = set()
    for at, (words, fonts) in enumerate(pages, start):
        result = sort_lines(words, fonts, known)
        before, after = ({*map(_place_and_text, some)} for some in (words, result.words))
        found |= {(at, line) for line, _, _ in before ^ after}
        found |= {(at, line[0].line) for line in result.nonsense}
    return found


def _place_and_text(word: Word) -> tuple[int, float, str]:
    """Return the line of a word, where it begins, and what it says."""
    return word.line, word.x0, word.text


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit("usage: python benchmarks/reading/nonsense.py PDF...")
    main([Path(name) for name in sys.argv[1:]])
