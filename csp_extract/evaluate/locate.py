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


def locate(gold: Sequence[GoldRow], text: str) -> list[tuple[Place, ...]]:
    """Return where each annotation may stand; nothing where its words are not in the text.

    Words that stand several times may stand anywhere in their own paragraph, or in the whole text
    where the paragraph does not hold them; pairing decides, one place a row.
    """
    folded = FoldedText(text)
    regions = _regions(text, {row.para for row in gold if row.para})
    places: list[tuple[Place, ...]] = []
    for row in gold:
        found = folded.find_all(row.quote) or folded.find_nearly(row.quote)
        own = regions.get(fold(row.para), [])
        inside = [place for place in found if any(a <= place[0] < b for a, b in own)]
        places.append(tuple(inside or found))
    return places


def place_each(gold: Sequence[GoldRow], text: str) -> list[Place | None]:
    """Return where each annotation stands: equal words of a table take places in their order.

    ``None`` where the words are not in the text.
    """
    used: set[tuple[str, int]] = set()
    chosen: list[Place | None] = []
    for row, spots in zip(gold, locate(gold, text), strict=True):
        free = [spot for spot in spots if (row.table, spot[0]) not in used] or list(spots)
        chosen.append(free[0] if free else None)
        if free:
            used.add((row.table, free[0][0]))
    return chosen


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
