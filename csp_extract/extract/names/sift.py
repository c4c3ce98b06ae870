"""Names that a chain is sure of beside those of the rules, and without those it thinks wrong."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from csp_extract.extract.found import Found, Span
from csp_extract.extract.initiatives.find import complete, is_read
from csp_extract.extract.initiatives.words import DONE, HEADS, is_person, is_refused
from csp_extract.extract.learned import Chain
from csp_extract.extract.names.looks import Word, looks_of, words_of
from csp_extract.extract.organisations import acronyms_of
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import InitiativeValue

OPENS, GOES_ON, OUT = "B", "I", "O"
# As leaving out bodies showed them best: models/csp_en/scores.json.
ADD, DROP = 0.7, 0.05
_EDGE = 0.5  # a word less likely than that is no part of a name
_SHORTEST = 3  # characters
# What stands between a sort of thing and its name: "a scheme, Lark,", "a scheme to be called Lark".
_CALLED = (
    r"(?:(?:now|since|to\sbe|which\sis|which\swas)\s)?"
    r"(?:called|named|renamed|entitled|titled|branded|known\sas|under\sthe\sname(?:\sof)?)\s"
)
_NAMED_AS = re.compile(rf"(?:,\s(?:{_CALLED})?|\s{_CALLED})(?:the\s)?[“\"‘]?")
_LEADS = frozenset("a an the this these its our their both all of".split())
# No name begins with them, if it is not written so: "On Track", but "At Tarn the sessions".
_STRAYS = frozenset("at in on for by with to from".split())
# Nor does a name end with them.
_TRAILS = frozenset("is are was were has have had will and or of the in for to which that".split())
_QUOTES = frozenset('“”"‘')
# Without a capital inside or a word of delivery a sentence is not worth the chain.
_MAY_NAME = re.compile(
    rf"[a-z,;:“\"‘(]\s[“\"‘(]?[A-Z]|^[A-Z][\w’'-]+\s[A-Z]|\b(?:{HEADS})s?\b|\b(?:{DONE})\b"
)


class Line(NamedTuple):
    """A passage that may name initiatives, its words, and what each looks like."""

    passage: Passage
    words: Sequence[Word]
    looks: Sequence[Sequence[str]]


class Likely(NamedTuple):
    """A word of the report, and how likely it stands in a name."""

    span: Span
    chance: float


def lines_of(reading: Reading) -> list[Line]:
    """Return the passages that may name initiatives."""
    acronyms = acronyms_of(reading.report.text)
    named = sorted(_named(reading))
    lines, place = [], 0
    for passage in reading.passages:
        while place < len(named) and named[place].end <= passage.start:
            place += 1
        if not is_read(reading, passage) or not _MAY_NAME.search(passage.text):
            continue
        own = []
        for span in named[place:]:
            if span.start >= passage.end:
                break
            own.append(span)
        words = words_of(passage.text)
        lines.append(Line(passage, words, looks_of(reading, passage, words, own, acronyms)))
    return lines


def _named(reading: Reading) -> Iterator[Span]:
    """Yield where the rows of the rules are named."""
    for row in reading.initiatives:
        yield from mentions_of(row)


def mentions_of(row: Found[InitiativeValue]) -> set[Span]:
    """Return every place that names the initiative of a row."""
    return {row.span, *(Span(*map(int, each.split("-"))) for each in row.value.mentions)}


def sift(reading: Reading, chain: Chain) -> list[Found[InitiativeValue]]:
    """Return the rows of the rules that the chain does not think wrong, and those it is sure of."""
    return sifted(reading, judge(lines_of(reading), chain), ADD, DROP)


Judged = list[tuple[Line, list[float]]]


def judge(lines: Sequence[Line], chain: Chain) -> Judged:
    """Return the lines, and how likely each word of theirs stands in a name."""
    out = chain.column(OUT)
    tables = chain.marginals([line.looks for line in lines])
    return [(line, (1 - table[:, out]).tolist()) for line, table in zip(lines, tables, strict=True)]


def sifted(
    reading: Reading, judged: Judged, add: float, drop: float
) -> list[Found[InitiativeValue]]:
    """Return the rows of the rules and of the chain, under these limits."""
    likely = {line.passage.index: _placed(line, chances) for line, chances in judged}
    kept = [row for row in reading.initiatives if _chance_of(reading, likely, row) >= drop]
    taken = [span for row in reading.initiatives for span in mentions_of(row)]
    taken += [row.span for row in reading.priorities]
    new = [
        reads
        for line, chances in judged
        for reads in _sure(line, chances, add)
        if not any(reads.span.overlaps(span) for span in taken)
    ]
    known = sorted([*taken, *(reads.span for reads in new)])
    new = [reads for reads in new if not _is_sort_of(reading.report.text, reads, known)]
    rows = [*kept, *complete(reading, new, kept)]
    return sorted(rows, key=lambda row: (row.span, row.rule))


def _is_sort_of(text: str, reads: Reads[str], known: Sequence[Span]) -> bool:
    """Return whether words only tell what sort the named thing after them is: "a scheme, Lark"."""
    end = reads.span.end
    place = bisect_left(known, (end, 0))
    if not reads.value.islower() or place == len(known):
        return False
    return _NAMED_AS.fullmatch(text, end, known[place].start) is not None


def _placed(line: Line, chances: Sequence[float]) -> list[Likely]:
    """Return the words of a line by their characters in the report."""
    start = line.passage.start
    return [
        Likely(Span(start + word.start, start + word.end), chance)
        for word, chance in zip(line.words, chances, strict=True)
    ]


def _chance_of(
    reading: Reading, likely: Mapping[int, Sequence[Likely]], row: Found[InitiativeValue]
) -> float:
    """Return how likely the words of a row are a name where they are it most; 1 where unjudged."""
    chances = []
    for span in mentions_of(row):
        passage = reading.passage_at(span.start)
        words = likely.get(passage.index, ()) if passage else ()
        inside = [word.chance for word in words if word.span.overlaps(span)]
        if inside:
            chances.append(sum(inside) / len(inside))
    return max(chances, default=1.0)


def _leads(word: Word) -> bool:
    """Return whether a word stands before a name and is no part of it: "the", "both of our"."""
    return word.folded in _LEADS or word.text in _QUOTES


def _trails(word: Word) -> bool:
    """Return whether a word stands behind a name and is no part of it: "is", "of"."""
    return word.text in _TRAILS or word.text in _QUOTES


def _strays(words: Sequence[Word]) -> bool:
    """Return whether words tell where or for what, and then of a thing."""
    holds_thing = any(word.text in _LEADS for word in words)
    return words[0].text in _STRAYS or (words[0].folded in _STRAYS and holds_thing)


def _sure(line: Line, chances: Sequence[float], add: float) -> Iterator[Reads[str]]:
    """Yield the names of a line that the chain is sure of."""
    at = 0
    while at < len(chances):
        end = at
        while end < len(chances) and chances[end] >= _EDGE:
            end += 1
        if end > at and sum(chances[at:end]) / (end - at) >= add:
            first = next((one for one in range(at, end) if not _leads(line.words[one])), at)
            last = next(
                (one for one in range(end - 1, first, -1) if not _trails(line.words[one])), first
            )
            start, stop = line.words[first].start, line.words[last].end
            name = line.passage.text[start:stop]
            is_name = len(name) >= _SHORTEST and not _strays(line.words[first : last + 1])
            if is_name and not is_refused(name) and not is_person(name):
                whole = Span(line.passage.start + start, line.passage.start + stop)
                yield Reads(whole, name, "learned")
        at = max(end, at + 1)
