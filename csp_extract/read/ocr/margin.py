"""Short words in the margin of a line, doubtfully read: numbers of paragraphs for the most part."""

from collections.abc import Sequence
from itertools import pairwise

from csp_extract.read.ocr.hocr import ReadLine, ReadWord
from csp_extract.read.ocr.unread import nearest

# In parts of the size of the line's font.
_LEVEL = 0.3  # how far the baselines of one line differ
_REACH = 8.0  # from a number in the margin to its paragraph
_WIDE = 1.0  # the least gap between the two

_CERTAIN = 0.94  # read so surely that a second reading gains nothing
_SHORT = 6  # letters of a number in the margin at most: "4.12.3"


def without_margin(
    lines: Sequence[ReadLine],
) -> tuple[list[ReadLine], list[tuple[int, ReadWord]]]:
    """Return lines without what hangs in their margins, and that, each with its line's place."""
    parted = [_parted(line) for line in lines]
    rest = [line for _, line in parted if line.words and not _stands_alone(line, lines)]
    margin = [word for words, _ in parted for word in words]
    margin += [word for _, line in parted if _stands_alone(line, lines) for word in line.words]
    return rest, [(nearest(rest, word), word) for word in margin]


def _parted(line: ReadLine) -> tuple[tuple[ReadWord, ...], ReadLine]:
    """Return the number that hangs before a line, doubtfully read, and the line."""
    for at, (left, right) in enumerate(pairwise(line.words[:3]), 1):
        is_short = sum(len(word.text) for word in line.words[:at]) <= _SHORT
        if is_short and right.x0 - left.x1 > _WIDE * line.size:
            if min(word.surety for word in line.words[:at]) < _CERTAIN:
                return line.words[:at], line._replace(words=line.words[at:])
            break
    return (), line


def _stands_alone(line: ReadLine, lines: Sequence[ReadLine]) -> bool:
    """Return whether a line is a short word in the margin of another one, doubtfully read."""
    if len(line.words) != 1 or len(line.words[0].text) > _SHORT:
        return False
    (word,) = line.words
    return word.surety < _CERTAIN and any(
        abs(other.baseline - line.baseline) <= _LEVEL * max(line.size, other.size)
        and 0 < other.words[0].x0 - word.x1 <= _REACH * other.size
        and len(other.words) > 1
        for other in lines
        if other.words
    )
