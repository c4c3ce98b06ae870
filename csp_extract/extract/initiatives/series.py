"""Names that a sentence lists after the noun of what they are: "three projects: A, B and C"."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from csp_extract.extract.alternatives import one_of
from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import (
    CAP,
    OPENING,
    SMALL,
    is_person,
    is_refused,
    kind_of,
    lexicon,
)
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.MASTHEAD, BlockKind.FIELD})
_NOUNS = one_of(lexicon()["series"]["nouns"])
_DONE = "|".join(lexicon()["series"]["done"])
_CUE = re.compile(
    rf"\b(?i:{_NOUNS})(?:\s(?:{_DONE})\b[^.:;]{{0,60}}?)?,?"
    r"(?:\s?:|\s(?:namely|including|such\sas|called|being)|\s(?:were|are|include[sd]?)\s?:)\s"
    r"(?P<items>[^.:]{5,400})"
)
# What was funded or delivered, thing by thing: "It funded a lighting audit and bar staff training".
_DELIVERED = re.compile(
    rf"\b(?:{_DONE})\s(?=(?:an?|the|new|\d{{1,3}}|two|three|four)\s)(?P<items>[^.:;]{{5,300}})"
)
# What such work was made of: "The package comprised new lamps, a drop-in and bar staff training".
_MADE_OF = re.compile(
    rf"\b(?:{_NOUNS}|[Tt]h(?:is|ese)|packages?|measures|work|offer|funding|grant)"
    r"(?:\s(?!and\b|or\b|are\b|is\b)[\w’'-]+){0,6}?,?"
    r"\s(?:includ(?:es?|ed|ing)|compris(?:es?|ed|ing)|consist(?:s|ed|ing)\sof|such\sas)\s"
    r"(?P<items>[^.:;]{5,300})"
)
# Such a list ends where its sentence goes on.
_AFTER = re.compile(r",?\s(?:which|that|who|were|was|are|is|will|have|has|had|in\s20\d\d)\b|\s\(")
_JOINT = re.compile(r"\s?;\s(?:and\s)?|\s?,\s(?:and\s)?|\sand\s(?=[^,;]*$)")
_SEMI = re.compile(r"\s?;\s(?:and\s)?")
_ARTICLE = re.compile(r"(?:(?:the|a|an|our|its|their|new|two|three|four|\d{1,3})\s|[“\"‘'])+")
_COINED = re.compile(rf"{CAP}(?:\s(?:(?:{SMALL})\s){{0,2}}{CAP}){{0,6}}")
_MIN_ITEMS = 2
_LONG = 8  # words


def in_series(reading: Reading) -> Iterator[Reads[str]]:
    """Yield the names of each list that a sentence leads in with the noun of what they are."""
    for passage in reading.passages:
        if passage.block.kind not in _READ:
            continue
        start, text = _whole(reading, passage)
        for match in _CUE.finditer(text):
            yield from _names(match, start, _is_name)
        for match in (*_DELIVERED.finditer(text), *_MADE_OF.finditer(text)):
            yield from _names(match, start, _is_thing)


def _names(match: re.Match[str], start: int, is_one: Callable[[str], bool]) -> Iterator[Reads[str]]:
    """Yield the items of a list that are names, where at least half of several are."""
    spans = list(_items(match["items"]))
    names = [span for span in spans if is_one(match["items"][span.start : span.end])]
    if len(spans) < _MIN_ITEMS or len(names) < _MIN_ITEMS or len(names) * 2 < len(spans):
        return
    first = start + match.start("items")
    for span in names:
        name = match["items"][span.start : span.end]
        yield Reads(Span(first + span.start, first + span.end), name, "name in a list")


def _whole(reading: Reading, passage: Passage) -> tuple[int, str]:
    """Return where a sentence begins and its words, with the label that the layout cut off it."""
    start, head = passage.start, passage.block.row_head
    if passage.block.kind is BlockKind.FIELD and passage.is_first:
        start = max(reading.report.text.rfind(head, 0, start), 0)
    return start, reading.report.text[start : passage.end]


def _items(items: str) -> Iterator[Span]:
    """Yield the items of a list, without article and quotation marks."""
    after = _AFTER.search(items)
    items = items[: after.start()] if after else items
    joint = _SEMI if ";" in items else _JOINT
    edges = [(0, 0), *(match.span() for match in joint.finditer(items)), (len(items), len(items))]
    for (_, start), (end, _) in pairwise(edges):
        article = _ARTICLE.match(items[start:end])
        first = start + (article.end() if article else 0)
        last = first + len(items[first:end].rstrip(" ”\"’'"))
        if last > first:
            yield Span(first, last)


def _is_thing(item: str) -> bool:
    """Return whether an item says by its head noun what thing it is."""
    words = item.split()
    is_short = 1 < len(words) <= _LONG
    return is_short and kind_of(item) is not None and not is_refused(item)


def _is_name(item: str) -> bool:
    """Return whether an item is coined, or a thing by its head noun; bodies and people are none."""
    words = item.split()
    is_coined = _COINED.fullmatch(item) is not None and words[0] not in OPENING
    if not (_is_thing(item) or is_coined) or len(words) > _LONG or is_person(item):
        return False
    return not is_refused(item) and not any(not party.is_common for party in parties_in(item))
