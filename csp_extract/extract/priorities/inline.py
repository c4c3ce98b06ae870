"""Lists of priorities that stand within one sentence, and the items of such a list."""

import re
from collections.abc import Iterator

from csp_extract.extract.found import Span
from csp_extract.extract.priorities.words import NAMES, OTHER_LIST
from csp_extract.extract.rule import Example, Rule

_MIN_ITEMS = 2
_LONG = 14  # words; a longer item is a clause
_LABEL = re.compile(r"^\(?(?:[a-h]|[ivx]{1,4}|\d)\)\s")
# Where the sentence goes on after its list.
_AFTER = re.compile(
    r",?\s(?:and\s)?(?:this|these|which|it|we|while|whilst|where|with work|in line|as set)\s"
)
# What follows "priorities are" when nothing is listed: a passive, a place, a judgement.
_NO_ITEM = re.compile(
    r"(?:\w+ed|set|being|based|shown|drawn|built|kept|met|made|given|chosen|under|in|on|at|still"
    r"|not|also|due|subject|available|likely|clear|part|what|how|that|there|similar|consistent"
    r"|currently|now|as|all|both|broadly|the\s(?:same|responsibility|following))\b",
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|will|would|should)\b")


def _as_items(match: re.Match[str], _: None) -> str | None:
    items = match["items"]
    spans = list(split_items(items))
    words = [items[start:end] for start, end in spans]
    if len(words) < _MIN_ITEMS or _NO_ITEM.match(words[0]) or OTHER_LIST.search(match[0]):
        return None
    if len(words) == _MIN_ITEMS and not re.search(r":|\b[Tt]wo\b|[“\"]", match[0]):
        return None  # "to cut crime and help victims" may be one aim
    is_list = all(len(item.split()) <= _LONG and not _VERB.search(item) for item in words)
    return "items" if is_list else None


INLINE: tuple[Rule[None, str], ...] = (
    Rule(
        "priorities listed after a verb",
        re.compile(
            rf"\b(?:{NAMES})\b(?:\s[\w’'/()–-]+){{0,10}}?\s(?:are|were|remain|will\sbe|would\sbe)\s"
            r"(?:now\s|currently\s|to\sbe\s)?(?P<items>[^:]{6,400})$",
            re.IGNORECASE,
        ),
        _as_items,
        (
            Example("Its priorities for 2020 are [[theft, fraud and noise.]]", "items"),
            Example("The key themes were [[litter, dogs and late bars.]]", "items"),
        ),
        ("The priorities are reviewed by the Board, the Panel and the Forum.",),
    ),
    Rule(
        "priorities listed after a colon",
        re.compile(
            rf"\b(?:{NAMES})\b(?:,?\s[\w’'/()–-]+){{0,10}}?\s?:\s(?P<items>[^:]{{6,500}})$",
            re.IGNORECASE,
        ),
        _as_items,
        (
            Example("The priorities stay unchanged: [[arson, fraud and noise.]]", "items"),
            Example("It set these strategic aims: [[safer parks; calmer roads.]]", "items"),
        ),
        ("Priority work was funded in: Tarn, Beck and Holm were chosen.",),
    ),
    Rule(
        "priorities taken up in the next sentence",
        re.compile(
            rf"\b(?:{NAMES})\b[^.:;]{{0,120}}\.\s(?:They|These|Those)\s(?:are|were|remain)\s?"
            r"(?:as\sfollows\s?)?:?\s(?P<items>[^:]{6,500})$",
            re.IGNORECASE,
        ),
        _as_items,
        (
            Example(
                "The priorities still stand. They are: [[safer parks; and calmer roads.]]", "items"
            ),
            Example("It has three aims. These are [[theft, fraud and noise.]]", "items"),
        ),
        ("The priorities were set in May. They are reviewed by the Board, the Panel and Members.",),
    ),
    Rule(
        "priorities told by name",
        re.compile(
            rf"\b(?:{NAMES})\b(?:\s[\w’'/–-]+){{0,6}}?(?:,|\s\(|\s[–-])\s?"
            r"(?:namely|being|these\sbeing|which\sare|that\sis)\s(?P<items>[^:)]{6,400})",
            re.IGNORECASE,
        ),
        _as_items,
        (
            Example("It has three priorities, namely [[theft, fraud and noise.]]", "items"),
            Example("The aims of the CSP, being [[safety, trust and calm.]]", "items"),
        ),
        ("It has three priorities, which are under review.",),
    ),
    Rule(
        "things chosen as priorities",
        re.compile(
            r"\b(?:identified|adopted|chose|chosen|selected|agreed|set|named)\s"
            r"(?P<items>[^:;.]{6,300}?)\sas\s(?:[\w’'/-]+\s){0,4}?"
            r"(?:priorities|objectives|priority\sareas|themes|aims)\b",
            re.IGNORECASE,
        ),
        _as_items,
        (
            Example("Members chose [[parking, litter and noise]] as local priorities.", "items"),
            Example("It adopted [[theft, fraud and arson]] as its priorities.", "items"),
        ),
        ("The plan was adopted as one of our priorities.",),
    ),
)


def split_items(items: str) -> Iterator[tuple[int, int]]:
    """Yield the items of a list in order: parted by semicolons, else by commas and a last "and"."""
    after = _AFTER.search(items)
    items = items[: after.start()] if after else items
    joint = r"\s?;\s(?:and\s)?" if ";" in items else r"\s?,\s(?:and\s)?|\sand\s(?=[^,]*$)"
    start = 0
    for match in re.finditer(rf"{joint}|$", items):
        first, last = _bare(items, start, match.start())
        if last > first:
            yield first, last
        start = match.end()


def _bare(items: str, start: int, end: int) -> Span:
    """Return the words of an item without label, quotation marks and closing punctuation."""
    label = _LABEL.match(items[start:end].lstrip())
    piece = items[start:end].lstrip()[label.end() if label else 0 :].lstrip("“\"‘' ")
    first = end - len(piece)
    return Span(first, first + len(piece.rstrip(".;,:”\"’' ")))
