"""What takes the place of lines of nonsense: words recognised there, or nothing, and it is told."""

from collections.abc import Iterator, Sequence
from itertools import chain

from csp_extract.read.letters import sense_of
from csp_extract.records import Page, Word

Line = tuple[Word, ...]  # words of one printed line

_READS_WELL = 0.8  # share of letters in words that could be English, of lines recognised
_ENOUGH = 8  # letters from which it can be told
_LEANS = 0.5  # degrees by which a scan may lean and its lines be in the places of the text layer's


def patched(page: Page, nonsense: Sequence[Line], scan: Page | None) -> Page:
    """Return a page without its lines of nonsense, or with what its picture says in their places.

    ``scan`` is the page as recognised, if it was. Each line is told in the warnings by its height.
    """
    words = list(page.words)
    read: list[Line] = []
    for line, found in zip(nonsense, _recognised(nonsense, scan), strict=True):
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


def _recognised(lines: Sequence[Line], scan: Page | None) -> list[Line]:
    """Return the words that a recognised page has in the place of each line, if they read as words.

    A short line reads as words if all of them together do.
    """
    if scan is None or abs(scan.turn - round(scan.turn / 90) * 90) > _LEANS:
        return [() for _ in lines]
    found = [_in_place(line, scan) for line in lines]
    is_proven = _reads_well([*chain.from_iterable(found)], _ENOUGH)
    return [line if _reads_well(line, 0 if is_proven else _ENOUGH) else () for line in found]


def _in_place(line: Line, scan: Page) -> Line:
    """Return the words that a recognised page has in the place of a line."""
    left, right = min(word.x0 for word in line), max(word.x1 for word in line)
    top, bottom = min(word.top for word in line), max(word.bottom for word in line)
    return tuple(
        word._replace(line=line[0].line)
        for word in scan.words
        if left <= (word.x0 + word.x1) / 2 <= right
        and top <= (word.top + word.bottom) / 2 <= bottom
    )


def _reads_well(words: Sequence[Word], enough: int) -> bool:
    """Return whether words have enough letters, and read as words."""
    sense = sense_of([word.text for word in words])
    return sense.share > _READS_WELL and sense.letters >= enough


def _told(lines: Sequence[Line], what: str) -> Iterator[str]:
    """Yield what became of lines, and how far from the top of the page they stand."""
    if lines:
        places = ", ".join(f"{min(word.top for word in line):.0f}" for line in lines)
        yield f"{len(lines)} lines were {what} ({places} points from the top)"
