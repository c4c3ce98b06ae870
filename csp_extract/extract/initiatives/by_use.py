"""Coined names, known by how the whole report uses them: as things, not as places or bodies.

One sentence does not tell "Farm Link grew" from "Great Tarn grew". A report that speaks of "in
Great Tarn" elsewhere, or that has "Beck Homes" say or agree something, tells by it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.evidence import (
    does_alone,
    is_place,
    is_singular,
    is_somebody,
    is_subject,
    is_told,
    takes_up,
)
from csp_extract.extract.initiatives.words import (
    CAP,
    OPENING,
    is_ordinary,
    is_person,
    is_refused,
    lexicon,
)
from csp_extract.extract.organisations import acronyms_of, parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind

Use = tuple[Passage, Span]
_LINK = r"(?:of|and|for|the|to|with|your|our|is|a|an|no|it|&|am|y|yr|yng|o|ar|i)"
_NAME = re.compile(
    rf"(?<![\w’'&-])(?:(?:Fri|Satur|Sun)day\sNight|{CAP})"
    rf"(?:(?:,\s|\s(?:{_LINK}\s){{0,2}})(?:{CAP}|Spring|Summer|Autumn|Winter)){{0,5}}"
    r"(?![\w-]|[’'](?!s?\s))"
)
_AND = re.compile(r",\s|\s(?:and|&|for|of|to|with)\s(?:the\s)?")
# "Second Harbour" is a name, as no run of capitals begins with the verb.
_OPENS = OPENING - {"First", "Second", "Third"}
_OWNED = re.compile(r"[’']s?$")
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CELL})
# Parts of a paper: "Appendices A to D".
_SHELF = re.compile(
    r"(?:Appendi|Annex|Table|Figure|Section|Schedule|Minute|Chapter|Part|Item|Agenda)"
)
_LEAST = 2  # uses as a thing that outweigh one as a place
_WITHIN = re.compile(r"[’']?s?\s[A-Z]")


def names_by_use(reading: Reading) -> Iterator[Reads[str]]:
    """Yield the first use of each name that the report uses as that of a thing."""
    uses = _uses(reading)
    about = reading.about
    acronyms = acronyms_of(reading.report.text)
    bodies = {short for short, name in acronyms.items() if is_refused(name) or parties_in(name)}
    operations = set(re.findall(r"\b(?:Operation|Project)\s([A-Z]\w+)", reading.report.text))
    known = {*acronyms.values(), *bodies, *operations, about.body, about.partnership}
    for name, places in uses.items():
        if name in known or not _could_be(name):
            continue
        if _is_proper(reading.report.text, name, places) and _is_thing(reading, name, places):
            passage, span = places[0]
            start = passage.start
            yield Reads(Span(start + span.start, start + span.end), name, "name by its use")


def _uses(reading: Reading) -> Mapping[str, Sequence[Use]]:
    """Return where each run of capitals stands; a list of names counts for each of them."""
    runs = [
        (passage, span)
        for passage in reading.passages
        if passage.block.kind in _READ
        for match in _NAME.finditer(passage.text)
        if (span := _trimmed(passage.text, match.start(), match.end()))
    ]
    whole = {passage.text[span.start : span.end] for passage, span in runs}
    uses: dict[str, list[Use]] = defaultdict(list)
    for passage, span in runs:
        for part in _parts(passage.text, span, whole):
            uses[passage.text[part.start : part.end]].append((passage, part))
    return uses


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a run without the words that only open its sentence; none where nothing is left."""
    end -= len(text[start:end]) - len(_OWNED.sub("", text[start:end]))
    while (word := text[start:end].split(" ", 1)[0].rstrip(",")) in _OPENS:
        if " " not in text[start:end]:
            return None
        start += len(word) + 1
    return Span(start, end) if text[start:end][:1].isupper() and end - start > 2 else None


def _parts(text: str, span: Span, whole: set[str]) -> Iterator[Span]:
    """Yield the names of a run: parts of it where one of them stands by itself elsewhere."""
    cuts = [joint.span() for joint in _AND.finditer(text, span.start, span.end)]
    edges = [(span.start, span.start), *cuts, (span.end, span.end)]
    parts = [Span(one[1], two[0]) for one, two in pairwise(edges)]
    named = [part for part in parts if text[part.start : part.end] in whole]
    yield from (parts if len(parts) > 1 and named else [span])


def _could_be(name: str) -> bool:
    """Return whether the words could be a coined name: no chapter, body or person."""
    words = name.split()
    if (
        _SHELF.match(name)
        or words[0] in _OPENS
        or words[-1].casefold() in lexicon()["chapters"]["words"]
    ):
        return False
    if (is_refused(name) and words[-1] != "Watch") or is_person(name) or re.search(r"20\d\d", name):
        return False
    if words[-1] == "Watch" and len(words) > 1:
        return name != "Neighbourhood Watch"
    return not any(party.span.start == 0 or not party.is_common for party in parties_in(name))


def _is_proper(text: str, name: str, places: Sequence[Use]) -> bool:
    """Return whether the capitals are those of a name and not of the opening of a sentence."""
    words = name.split()
    if len(words) > 1:
        return sum(word[0].isupper() for word in words) > 1
    if is_ordinary(name) or len(name) < 3:
        return False
    if re.search(r"[a-z][A-Z]", name):
        return True
    if name.casefold() in lexicon()["ordinary"]["acronyms"]:
        return False
    around = [(use.text[: span.start], use.text[span.end :]) for use, span in places]
    if name.endswith("s") and not name.isupper():
        return any(is_singular(after) for _, after in around)
    small = rf"(?<![\w-]){re.escape(name.casefold())}(?![\w-])"
    if any(does_alone(*words) for words in around) and not re.search(small, text):
        return True
    return not name.isupper() and any(_is_inside(*words) for words in around)


def _is_inside(before: str, after: str) -> bool:
    """Return whether a word stands in the middle of a sentence, and not within a longer name."""
    is_run = re.search(r"[A-Z][\w’'-]*,?\s$", before) or _WITHIN.match(after)
    return re.search(r"[a-z,(“]\s?[“\"‘]?$", before) is not None and is_run is None


def _is_thing(reading: Reading, name: str, places: Sequence[Use]) -> bool:
    """Return whether a name is told of as a thing, seldom a place, and never as somebody."""
    is_lone = " " not in name
    told = located = subjects = 0
    for passage, span in places:
        before, after = passage.text[: span.start], passage.text[span.end :]
        if is_somebody(before, after):
            return False
        located += is_place(before, after)
        subjects += is_subject(before, after)
        told += is_told(before, after, is_lone=is_lone) or _is_title(reading, passage, span)
    if located * 4 >= len(places) or (located and told < _LEAST):
        return False
    return told > 0 or (subjects > 0 and not is_lone)


def _is_title(reading: Reading, passage: Passage, span: Span) -> bool:
    """Return whether a name is the title of a paragraph that goes on about it as about a thing."""
    is_whole = span.start == 0 and passage.text[span.end :].strip() in {"", ".", ":"}
    following = reading.passages[passage.index + 1 : passage.index + 2]
    if not (passage.is_first and is_whole and following):
        return False
    is_coined = " " in passage.text.strip() and not _are_common(reading, passage.text)
    is_same = following[0].block_index == passage.block_index
    return is_same and takes_up(following[0].text, is_coined=is_coined)


def _are_common(reading: Reading, title: str) -> bool:
    """Return whether any longer word of a title stands in small letters in the report."""
    words = [word.casefold() for word in re.findall(r"[\w’'-]{4,}", title)]
    text = reading.report.text
    return not words or any(re.search(rf"(?<![\w-]){re.escape(word)}", text) for word in words)
