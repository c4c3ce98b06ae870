"""Where each annotation stands in the text that the program read.

Gold has a paragraph and words, not offsets, so that it holds for every layout of the same report.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from csp_extract.evaluate.fold import FoldedText, fold
from csp_extract.evaluate.rows import GoldRow

Place = tuple[int, int]


def locate(gold: Sequence[GoldRow], text: str) -> list[Place | None]:
    """Return the half-open characters of each annotation, ``None`` where its words are not there.

    Words that stand several times are taken in their own paragraph, in reading order: the second
    annotation of a table with the same words gets the second place, and words within those of
    another annotation of the table ("March 2017" in "18 March 2017") are passed over.
    """
    folded = FoldedText(text)
    regions = _regions(text, {row.para for row in gold if row.para})
    taken: dict[str, set[Place]] = defaultdict(set)
    places: list[Place | None] = []
    for row in gold:
        found = folded.find_all(row.quote) or folded.find_nearly(row.quote)
        used = taken[row.table]
        place = _choose(found, regions.get(fold(row.para), []), used)
        if place is not None:
            used.add(place)
        places.append(place)
    return places


def _choose(found: Sequence[Place], regions: Sequence[Place], used: set[Place]) -> Place | None:
    """Return the first unused place in the paragraph, else the first unused, else the first."""
    inside = [place for place in found if any(first <= place[0] < last for first, last in regions)]
    unused = [
        place
        for place in (*inside, *found)
        if not any(place[0] < last and first < place[1] for first, last in used)
    ]
    return next(iter(unused or inside or found), None)


def _regions(text: str, paras: set[str]) -> dict[str, list[Place]]:
    """Return the stretches of text of each paragraph address, from its line to the next address."""
    wanted = {fold(para): para for para in paras}
    lines = [(match.start(), fold(match[0])) for match in re.finditer(r"[^\n]+", text)]
    heads = sorted((start, para) for start, line in lines for para in _addresses(line, wanted))
    starts = [start for start, _ in heads]
    regions: dict[str, list[Place]] = defaultdict(list)
    for start, para in heads:
        following = bisect_right(starts, start)
        end = starts[following] if following < len(starts) else len(text)
        regions[para].append((start, end))
    return regions


def _addresses(line: str, wanted: dict[str, str]) -> list[str]:
    """Return the addresses that the line begins with: a printed number, or a whole heading."""
    first = line.split(" ", 1)[0]
    found = {first, first.rstrip(".:)"), line, line.rstrip(":")} & wanted.keys()
    return sorted(found, key=len)[-1:]
