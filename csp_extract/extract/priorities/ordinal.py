"""Priorities told one after another: "the first is theft, the second fraud"."""

import re
from collections.abc import Iterator

from csp_extract.extract.found import Found, Span
from csp_extract.extract.priorities.value import ranked, value_of
from csp_extract.extract.priorities.words import NAME, OTHER_OWNER
from csp_extract.extract.reading import Reading
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import BlockKind, PriorityValue

_MIN_ITEMS = 2
_LONG = 14  # words
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_COUNT = ("one", "two", "three", "four", "five", "six", "seven")
_ONE = r"(?:priority|aim|objective|theme|goal|outcome|strand|pillar|ambition|focus)"
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET})
_NO_NAME = re.compile(r"(?:\w+ed|set|not|that|whether|about|due|under)\b", re.IGNORECASE)
_IS = r"(?:,?\s(?:is|was|being|remains|will\sbe|are)|,|\s?:|\s[–-])\s"


def _as_item(match: re.Match[str], _: None) -> str | None:
    return None if _NO_NAME.match(match["items"]) else "item"


# One item with its place; what makes a list of them is that they count from one.
PLACED: tuple[Rule[None, str], ...] = (
    Rule(
        "the first, the second",
        re.compile(
            rf"\b(?P<place>{'|'.join(_ORDINALS)})(?:\s{_ONE})?{_IS}(?:to\sbe\s)?"
            r"(?P<items>[^.:;]{3,160}?)(?=[.;]|$|,?\s(?:and|with|while)\s(?:the|a)\s(?:\w+th|second|third)\b|,\sthe\s(?:\w+th|second|third)\b)",
            re.IGNORECASE,
        ),
        _as_item,
        (
            Example("We have two aims. The first is [[safer parks]].", "item"),
            Example("Our second priority was [[fewer fires]]; more followed.", "item"),
        ),
        ("The first was agreed in May.",),
    ),
    Rule(
        "priority one is",
        re.compile(
            rf"\b{_ONE}\s(?P<place>{'|'.join(_COUNT)}|[1-7]){_IS}(?:to\sbe\s)?"
            rf"(?P<items>[^.:;]{{3,160}}?)(?=[.;]|$|,?\s(?:and|with|while)\s{_ONE}\s|,\s{_ONE}\s)",
            re.IGNORECASE,
        ),
        _as_item,
        (
            Example("Priority one is [[theft]], priority two is fraud.", "item"),
            Example("For us aim 1 remains [[calmer roads]] and aim 2 care.", "item"),
        ),
        ("Priority one was set in May.",),
    ),
)


def told_in_turn(reading: Reading) -> Iterator[Found[PriorityValue]]:
    """Yield the priorities of blocks that tell them one after another, from the first."""
    for block in reading.blocks:
        text = reading.report.slice(block)
        name = NAME.search(text) if block.kind in _PROSE else None
        if name is None or OTHER_OWNER.search(text):
            continue
        sentence = text.rfind(". ", 0, name.start()) + 1
        for rule in PLACED:
            spans = [Span(*match.span("items")) for match in _run_of(rule, text, sentence)]
            if len(spans) >= _MIN_ITEMS:
                value = value_of(reading, text[: spans[0].start], block, len(spans))
                for rank, (start, end) in enumerate(spans, 1):
                    span = Span(block.start + start, block.start + end)
                    yield Found(span, ranked(value, rank), "priorities: in turn")


def _run_of(rule: Rule[None, str], text: str, start: int) -> list[re.Match[str]]:
    """Return the matches that count on from one; what comes between is none of them."""
    found: list[re.Match[str]] = []
    for match in rule.pattern.finditer(text, start):
        place = _place(match["place"].casefold())
        is_item = rule.value(match, None) and len(match["items"].split()) <= _LONG
        if is_item and place == len(found):
            found.append(match)
    return found


def _place(word: str) -> int:
    """Return the place in its list that a number or ordinal gives an item, from 0."""
    for words in (_ORDINALS, _COUNT):
        if word in words:
            return words.index(word)
    return int(word) - 1
