"""Names of one report brought together: what is one thing, where it is told, what follows of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import CLASSES, HEADS, YEARS, kind_of
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
_GENERIC = re.compile(
    r"\b(?:project|scheme|campaign|programme|initiative|pilot|strategy|training|event|service|week"
    r"|website)s?$",
    re.IGNORECASE,
)
_COINED = re.compile(r"\b(?:[A-Z][a-z]+-[A-Z][a-z]+|[A-Z][a-z]+[A-Z]\w+|[A-Z]\d\w*)\b")
_COUNT = re.compile(r"^(?:(?:new|further|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s)+")
_RENAMED = re.compile(
    r",?\s(?:[^.;]{0,70}?\s)??(?:renamed|re-named|rebranded(?:\sas)?|relaunched\sas|now\s(?:called|known\sas)"
    r"|under\sthe\sname(?:\sof)?|took\sthe\sname|known\sas|called)\s(?:the\s)?[“\"‘]?"
)
_TAKEN_UP = re.compile(
    rf"(?:The|This|These|That)\s(?:new\s|whole\s|first\s|second\s|third\s)?"
    rf"(?P<noun>{HEADS}|{CLASSES}|operation|work|contract|grant)s?\b"
    r"|(?:It|They)(?=\s)"
    r"|(?:By|In|Since|So far|To date|At|From|After|Until)\b[^.;]{0,40}?,?\s(?:it|they)\s"
)


class Clause(NamedTuple):
    """A sentence that says something of an initiative, and where it names it."""

    passage: Passage
    span: Span  # in the passage; empty at its start where the sentence only takes the thing up
    noun: str = ""  # the noun that takes the thing up: "The scheme"

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.passage.text


@dataclass
class Thing:
    """An initiative while its mentions are gathered."""

    span: Span
    name: str
    rule: str
    lead_in: str = ""
    aliases: list[str] = field(default_factory=list)
    mentions: list[Clause] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)  # of the other names that were read
    taken_up: list[Clause] = field(default_factory=list)  # "It", "The scheme" right after
    after: list[Clause] = field(default_factory=list)  # what else its paragraph says, of it alone

    @property
    def clauses(self) -> list[Clause]:
        """The sentences that are surely about it."""
        return [*self.mentions, *self.taken_up]


def merge(reading: Reading, things: Sequence[Thing]) -> list[Thing]:
    """Return each initiative once, under its fullest name; other names become aliases."""
    kept: list[Thing] = []
    for thing in things:
        same = next((one for one in kept if _is_one(reading, one, thing)), None)
        same = same or _short_of(things, kept, thing) or _long_of(things, kept, thing)
        if same is None:
            kept.append(thing)
            continue
        if _is_longer_form(thing.name, same.name) or _has_front(thing.name, same.name):
            thing.name, same.name = same.name, thing.name
        same.spans.append(thing.span)
        if thing.name.casefold() != same.name.casefold() and thing.name not in same.aliases:
            same.aliases.append(thing.name)
    return kept


def _short_of(things: Sequence[Thing], kept: Sequence[Thing], thing: Thing) -> Thing | None:
    """Return the one thing whose name ends in this one: "Holm Street Marshals scheme"."""
    short = _bare(thing.name)
    if len(short.split()) < 2 or thing.name.islower():
        return None
    longer = {_bare(one.name) for one in things if _bare(one.name).endswith(f" {short}")}
    return (
        next((one for one in kept if _bare(one.name) in longer), None) if len(longer) == 1 else None
    )


def _long_of(things: Sequence[Thing], kept: Sequence[Thing], thing: Thing) -> Thing | None:
    """Return the one thing that was told before by the end of this name alone."""
    ends = (one for one in kept if _has_front(thing.name, one.name))
    return next((one for one in ends if _short_of(things, [thing], one) is thing), None)


def _has_front(left: str, right: str) -> bool:
    """Return whether the left name is the right one with more words before it."""
    one, two = _bare(left), _bare(right)
    return one != two and one.endswith(f" {two}")


def other_names(thing: Thing) -> tuple[str, ...]:
    """Return the aliases of a thing, but for those that differ from its name in form alone."""
    own = {_plain(thing.name), _bare(thing.name)}
    others = (
        alias
        for alias in thing.aliases
        if not own & {_plain(alias), _bare(alias)}
        or (alias.startswith("Op") and _plain(alias) not in own)
    )
    return tuple(dict.fromkeys(others))


def _plain(name: str) -> str:
    """Return a name without case, count and plural."""
    return _COUNT.sub("", name.casefold()).removesuffix("s")


def _is_one(reading: Reading, left: Thing, right: Thing) -> bool:
    """Return whether two names are of one thing."""
    if _is_same(left.name, right.name) or right.name in left.aliases:
        return True
    between = reading.report.text[left.span.end : right.span.start]
    return len(between) < 110 and _RENAMED.fullmatch(between) is not None


def _is_same(left: str, right: str) -> bool:
    """Return whether two names are one, but for case and head noun, or by a coined word."""
    one, two = _bare(left), _bare(right)
    years = [match[0] for name in (left, right) if (match := YEARS.search(name))]
    if len(years) > 1 and _plain_years(years[0]) != _plain_years(years[1]):
        return False  # the plan, and the one before it
    coined = set(_COINED.findall(left)) & set(_COINED.findall(right))
    if coined and _told_apart(left, right, coined):
        return False  # one scheme in two towns: "NightBus Beck", "NightBus Holm"
    is_form = _is_longer_form(left, right) or _is_longer_form(right, left)
    is_form |= any(
        re.fullmatch(r"Review \d{1,2}", short) is not None and long.endswith(f" {short}")
        for short, long in ((left, right), (right, left))
    )
    return bool(one) and (one == two or bool(coined) or is_form)


def _plain_years(years: str) -> list[str]:
    """Return the figures of years, the last by its last two: "2017-20", "2017 to 2020"."""
    return [figures[-2:] for figures in re.findall(r"\d+", years)]


def _told_apart(left: str, right: str, coined: set[str]) -> bool:
    """Return whether each of two names has a capitalised word beside the coined one."""
    rest = [
        {word for word in name.split() if word[:1].isupper() and word not in coined}
        for name in (left, right)
    ]
    return bool(rest[0] - rest[1]) and bool(rest[1] - rest[0])


def _is_longer_form(left: str, right: str) -> bool:
    """Return whether the left name is the right one with its noun: "Harbourlink youth sessions"."""
    rest = left.removeprefix(f"{right} ")
    return rest != left and rest.islower() and kind_of(rest) is not None


@lru_cache(maxsize=4096)  # every two names of a report are compared
def _bare(name: str) -> str:
    """Return a name without case, count, closing head noun and plural."""
    folded = re.sub(r"[“”\"‘’']", "", name.casefold()).removeprefix("the ").strip()
    folded = YEARS.sub("", folded)
    folded = _COUNT.sub("", re.sub(r"^op\.?\s", "operation ", folded))
    folded = re.sub(r"^(?:town centre )?public spaces? protection order", "pspo", folded)
    folded = folded.removeprefix("town centre ") if folded.endswith("pspo") else folded
    folded = re.sub(r"^(?:domestic homicide review|dhr)\s?(?=\d)", "dhr", folded)
    bare = _GENERIC.sub("", folded).strip() if len(folded.split()) > 2 else folded
    return (bare or folded).removesuffix("s")


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
    names = sorted({thing.name, *thing.aliases}, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
    for match in pattern.finditer(reading.report.text):
        passage = reading.passage_at(match.start())
        if passage is not None and match.end() <= passage.end:
            yield Clause(passage, Span(match.start() - passage.start, match.end() - passage.start))


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
    if short and _stands_alone(text, thing.name, short):
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
        for use in re.finditer(rf"(?<!\()(?<![\w-]){re.escape(word)}(?![\w-])", text)
    )


def _stands_alone(text: str, name: str, short: str) -> bool:
    """Return whether a part of a name is used by itself, and as a name of nothing else."""
    whole = [Span(*use.span()) for use in re.finditer(re.escape(name), text)]
    alone = [
        use
        for use in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text)
        if not any(span.overlaps(Span(*use.span())) for span in whole)
    ]
    return bool(alone) and not any(_is_place_or_body(text, use) for use in alone)


def _is_place_or_body(text: str, use: re.Match[str]) -> bool:
    """Return whether a word stands as a place ("in Tarn") or within another name."""
    before, after = text[max(0, use.start() - 12) : use.start()], text[use.end() : use.end() + 40]
    is_place = re.search(r"\b(?:in|at|near|across|to|around|from)\s$", before) is not None
    is_within = re.match(r"(?:[’']s)?\s[A-Z]", after) or re.search(r"[A-Z]\w*\s$", before)
    return is_place or is_within is not None or bool(parties_in(use[0]))


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
