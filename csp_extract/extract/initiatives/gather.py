"""Where a thing is told: by its name, its short forms, and what takes it up."""

import re
from collections.abc import Collection, Iterator, Sequence

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.thing import Clause, Thing
from csp_extract.extract.initiatives.words import CLASSES, HEADS, kind_of
from csp_extract.extract.organisations import acronyms_of, parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind

_BRACKET = re.compile(
    r"\s\((?:or\s)?(?:the\s)?[“\"‘']?"
    r"(?P<short>[A-Z][\w&-]{1,14}(?:\s(?:(?:and|of|for|the|a)\s)?[A-Z][\w-]+){0,4})[”\"’']?"
    r"(?:\s(?:for short|from here on|hereafter|from now on))?\)"
)
_KNOWN_AS = re.compile(
    r",?\s\(?(?:usually|also|now|better|generally|commonly)\s(?:known\sas|called)\s(?:the\s)?[“\"‘]?"
    r"(?P<short>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4})"
)
_FORMER = re.compile(
    r",?\s\(?(?:formerly|previously|once)\s(?:known\sas\s|called\s)?(?:the\s)?[“\"‘]?"
    r"(?P<short>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4})"
)
_JOINS = frozenset("-_")  # as letters and digits do
_TAKEN_UP = re.compile(
    rf"(?:The|This|These|That)\s(?:new\s|whole\s|first\s|second\s|third\s)?"
    rf"(?P<noun>{HEADS}|{CLASSES}|operation|work|contract|grant)s?\b"
    r"|(?:It|They)(?=\s)"
    r"|(?:By|In|Since|So far|To date|At|From|After|Until)\b[^.;]{0,40}?,?\s(?:it|they)\s"
)


def gather(reading: Reading, things: Sequence[Thing]) -> None:
    """Fill in the other names of each initiative, its mentions, and what follows of it."""
    for thing in things:
        thing.aliases += [name for name in _short_forms(reading, thing) if name != thing.name]
        thing.mentions = list(_mentions(reading, thing))
    spans = [(thing, mention) for thing in things for mention in thing.mentions]
    told = {(mention.passage.index, id(thing)) for thing, mention in spans}
    for thing in things:
        others = {index for index, owner in told if owner != id(thing)}
        _follow(reading, thing, others)


def _mentions(reading: Reading, thing: Thing) -> Iterator[Clause]:
    """Yield the sentences that name an initiative, in order."""
    for use in _uses_of(reading.report.text, {thing.name, *thing.aliases}):
        passage = reading.passage_at(use.start)
        if passage is not None and use.end <= passage.end:
            yield Clause(passage, Span(use.start - passage.start, use.end - passage.start))


def _uses_of(text: str, names: Collection[str]) -> Iterator[Span]:
    """Yield where one of the names stands by itself, in order, the longest where several begin."""
    uses = [use for name in names for use in _places_of(text, name)]
    floor = 0
    for start, end in sorted(uses, key=lambda use: (use.start, -use.end)):
        if start >= floor:
            yield Span(start, end)
            floor = end


def _places_of(text: str, name: str) -> Iterator[Span]:
    """Yield where a name is no part of a longer word."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (_is_of_word(text[start - 1 : start]) or _is_of_word(text[end : end + 1])):
            yield Span(start, end)
        start = text.find(name, start + 1)


def _is_of_word(letter: str) -> bool:
    """Return whether a character, if there is one, goes on with the word beside it."""
    return letter.isalnum() or letter in _JOINS


def _short_forms(reading: Reading, thing: Thing) -> Iterator[str]:
    """Yield the names that the report gives an initiative beside the one that was read."""
    text = reading.report.text
    for span in (thing.span, *thing.spans):
        for pattern in (_BRACKET, _KNOWN_AS, _FORMER):
            match = pattern.match(text, span.end)
            if match and not _is_place(text, match["short"]):
                yield match["short"]
    for acronym, words in acronyms_of(text).items():
        if words.casefold() == thing.name.casefold():
            yield acronym
    short = _proper_part(thing.name)
    if short and _stands_alone(reading, thing.name, short):
        yield short


def _proper_part(name: str) -> str:
    """Return the coined words of a name: of an operation, or before a noun in small letters."""
    operation = re.match(r"(?:Operation|Project)\s(?P<short>[A-Z]\w+)$", name)
    if operation:
        return operation["short"]
    match = re.match(
        r"(?P<short>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s(?P<rest>[a-z][a-z\s-]+)$", name
    )
    if match is None or match["short"].isupper():
        return ""  # "CCTV" is no name of "CCTV renewal"
    return match["short"] if kind_of(match["rest"]) is not None else ""


def _is_place(text: str, word: str) -> bool:
    """Return whether the report uses a bracketed word as a place or a body."""
    return any(
        _is_place_or_body(text, use)
        for use in _uses_of(text, {word})
        if text[use.start - 1 : use.start] != "("
    )


def _stands_alone(reading: Reading, name: str, short: str) -> bool:
    """Return whether a part of a name is used by itself, and as a name of nothing else.

    What is a date elsewhere is none of the "Christmas drink drive campaign".
    """
    text = reading.report.text
    whole = [Span(*use.span()) for use in re.finditer(re.escape(name), text)]
    alone = [
        use for use in _uses_of(text, {short}) if not any(span.overlaps(use) for span in whole)
    ]
    is_date = any(date.span.overlaps(use) for date in reading.dates for use in alone)
    return bool(alone) and not is_date and not any(_is_place_or_body(text, use) for use in alone)


def _is_place_or_body(text: str, use: Span) -> bool:
    """Return whether a word stands as a place ("in Tarn") or within another name."""
    before, after = text[max(0, use.start - 12) : use.start], text[use.end : use.end + 40]
    is_place = re.search(r"\b(?:in|at|near|across|to|around|from)\s$", before) is not None
    is_within = re.match(r"(?:[’']s)?\s[A-Z]", after) or re.search(r"[A-Z]\w*\s$", before)
    return is_place or is_within is not None or bool(parties_in(text[use.start : use.end]))


def _belongs(passage: Passage, head: Passage) -> bool:
    """Return whether a passage goes on with one: same paragraph, or what an item or head leads."""
    if passage.block_index == head.block_index:
        return True
    if head.block.kind is BlockKind.HEADING:
        title = head.block.section or head.text
        return passage.block.kind is not BlockKind.HEADING and passage.block.section in {
            title,
            head.text,
        }
    is_item = head.block.kind is BlockKind.BULLET and passage.block.kind is BlockKind.BULLET
    return is_item and passage.block.level > head.block.level


def _follow(reading: Reading, thing: Thing, others: set[int]) -> None:
    """Keep the sentences of the same paragraphs that come after a mention and tell of no other."""
    own = {mention.passage.index for mention in thing.mentions}
    for mention in list(thing.mentions):
        place, is_near = mention.passage.index + 1, True
        # A title that stands by itself is what all text under it is about.
        is_topic = mention.span.end - mention.span.start >= len(mention.text.rstrip(" .:")) - 7
        while place < len(reading.passages) and place not in others | own:
            passage = reading.passages[place]
            if not _belongs(passage, mention.passage):
                break
            match = _TAKEN_UP.match(passage.text)
            if is_topic and not match:
                thing.taken_up.append(Clause(passage, Span(0, 0)))
            elif match and is_near:
                noun = match["noun"] or ""
                thing.taken_up.append(Clause(passage, Span(0, match.end()), noun))
            else:
                is_near = False
                thing.after.append(Clause(passage, Span(0, 0)))
            place += 1
