"""Reports that say the same, or nearly: a copy saved again, a draft and its final, a supplement.

Two texts are compared by their shingles, all runs of five words. A sample of each text's shingles,
chosen by their hash alone, finds the pairs worth comparing through an index; those are then
compared in full. So the cost grows with the number of texts that are alike, and the order in which
files come changes nothing.
"""

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from csp_extract.batch.versions import earlier_of, is_one_meeting, settled
from csp_extract.records import ReportRecord, ReportRow

Hashes = NDArray[np.uint64]

_WORDS = 5  # of a shingle
_SAMPLE = np.uint64((1 << 64) // 16)  # a shingle whose hash is smaller is in the sample
_COMMON = 40  # texts that share a shingle from which it is boilerplate and finds no pair
_LOOSE = 0.3  # of the smaller sample is shared by a pair that is compared in full
_SHORT = 60  # words: less is no text that can be told from another
_NEAR = 0.6  # shared part of all shingles of two texts from which they are nearly the same
_HELD = 0.8  # part of one text's shingles that stands in the other, as in a supplement

# What a pack prints on its pages, and the paper alone does not have.
_STAMP = re.compile(
    r"(?:agenda )?item(?: no\.?)? ?\d{1,3}[a-z]?|minute item \d{1,3}|page \d{1,4}"
    r"|public document pack",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Text:
    """A report as compared: a hash of all its words, and its sample of shingles."""

    record: ReportRecord
    whole: bytes
    sample: Hashes

    @property
    def report_id(self) -> str:
        """The id of the report."""
        return self.record.row.report_id


def name_alike(records: Sequence[ReportRecord]) -> list[ReportRecord]:
    """Return the records, in their order, with what is the same or nearly the same named.

    A report whose words are all those of another has its id in ``duplicate_of`` and keeps its rows;
    a report that is nearly another one, or is held in another, has a warning. A draft has its final
    in ``superseded_by``, and a paper the one of the same meeting that holds all of it.
    """
    texts = sorted(_texts(records), key=lambda text: _rank(text.record.row))
    first: dict[bytes, str] = {}
    for text in texts:
        first.setdefault(text.whole, text.report_id)
    same = {
        text.report_id: first[text.whole] for text in texts if text.report_id != first[text.whole]
    }
    pairs = [
        _compared(*pair) for pair in _pairs([text for text in texts if text.report_id not in same])
    ]
    notes: dict[str, list[str]] = {}
    for pair in pairs:
        for text, note in _notes(pair):
            notes.setdefault(text.report_id, []).append(note)
    newer = settled(ends for pair in pairs if (ends := _replaced(pair)))
    return [_named(record, same, notes, newer) for record in records]


def _pairs(texts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Yield the pairs of texts whose samples have much in common, in the order of the texts."""
    holders: dict[int, list[int]] = {}
    for place, text in enumerate(texts):
        for shingle in text.sample.tolist():
            holders.setdefault(shingle, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) < _COMMON:
            shared.update(combinations(places, 2))
    for (left, right), count in sorted(shared.items()):
        smaller = min(len(texts[left].sample), len(texts[right].sample))
        if count >= _LOOSE * smaller:
            yield texts[left], texts[right]


class _Pair(NamedTuple):
    """Two texts after comparing all of their words."""

    left: _Text
    right: _Text
    shared: float  # common shingles as a part of all
    held: float  # as a part of the smaller text's
    is_left_small: bool

    @property
    def by_size(self) -> tuple[_Text, _Text]:
        """The smaller text and the larger one."""
        return (self.left, self.right) if self.is_left_small else (self.right, self.left)


def _compared(left: _Text, right: _Text) -> _Pair:
    """Return two texts with what they have in common."""
    one, two = _shingles(_words(left.record)), _shingles(_words(right.record))
    common = len(np.intersect1d(one, two, assume_unique=True))
    shared = common / (len(one) + len(two) - common)
    return _Pair(left, right, shared, common / min(len(one), len(two)), len(one) <= len(two))


def _notes(pair: _Pair) -> Iterator[tuple[_Text, str]]:
    """Yield what is to be said of each of two texts."""
    if pair.shared >= _NEAR:
        for text, other in ((pair.left, pair.right), (pair.right, pair.left)):
            yield text, f"nearly the same words as {other.report_id} ({pair.shared:.0%} in common)"
    elif pair.held >= _HELD:
        small, large = pair.by_size
        yield small, f"its words stand in {large.report_id} too ({pair.held:.0%} of them)"
        yield large, f"holds the words of {small.report_id} ({pair.held:.0%} of them)"


def _replaced(pair: _Pair) -> tuple[str, str] | None:
    """Return the ids of a paper and of the one that takes its place, if one of two does."""
    left, right = pair.left.record, pair.right.record
    if pair.shared >= _NEAR:
        earlier = earlier_of(left, right)
        if earlier is not None:
            later = right if earlier is left else left
            return earlier.row.report_id, later.row.report_id
    elif pair.held >= _HELD and left.row.kind == right.row.kind:
        small, large = pair.by_size
        if is_one_meeting(left.row, right.row):
            return small.report_id, large.report_id
    return None


def _named(
    record: ReportRecord,
    same: Mapping[str, str],
    notes: Mapping[str, Sequence[str]],
    newer: Mapping[str, str],
) -> ReportRecord:
    """Return a record with what was found about it."""
    row = record.row
    if row.report_id in same:
        row = replace(row, duplicate_of=same[row.report_id])
    if row.report_id in notes:
        row = replace(row, warnings=(*row.warnings, *notes[row.report_id]))
    if row.report_id in newer:
        row = replace(row, superseded_by=newer[row.report_id])
    return record if row is record.row else replace(record, row=row)


def _rank(row: ReportRow) -> tuple[bool, str, int]:
    """Return the place of a report among those of the same words: the first is the original.

    A report filed alone comes before one in a pack.
    """
    return bool(row.part_of), row.path, row.page_from or 0


def _texts(records: Sequence[ReportRecord]) -> Iterator[_Text]:
    """Yield the texts that are long enough to be compared."""
    for record in records:
        words = _words(record) if record.row.report_id else []
        if len(words) >= _SHORT:
            whole = hashlib.blake2b(" ".join(words).encode(), digest_size=16).digest()
            shingles = _shingles(words)
            yield _Text(record, whole, shingles[shingles < _SAMPLE])


def _words(record: ReportRecord) -> list[str]:
    """Return the words of a report without case, marks, and what a pack stamps on its pages."""
    lines = (line for line in record.text.splitlines() if not _STAMP.fullmatch(line.strip()))
    return _WORD.findall("\n".join(lines).casefold())


def _shingles(words: Sequence[str]) -> Hashes:
    """Return the hashes of all runs of words, sorted, each once."""
    hashed = np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint64)
    count = len(hashed) - _WORDS + 1
    total = np.zeros(count, dtype=np.uint64)
    for place in range(_WORDS):
        total = _mixed(total + hashed[place : place + count])
    return np.unique(total)


def _mixed(values: Hashes) -> Hashes:
    """Return numbers scattered over all 64 bits (the finaliser of splitmix64)."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
