"""Lists of priorities that stand within one sentence, and the items of such a list."""

import re
from collections.abc import Iterator, Sequence

from csp_extract.extract.found import Span
from csp_extract.extract.priorities.words import NAMES, OTHER_LIST
from csp_extract.extract.rule import Example, Rule

_MIN_ITEMS = 2
FOCUS = re.compile(r"\b(?:focus|concentrat)", re.IGNORECASE)
_LONG = 14  # words; a longer item is a clause
_GERUND = re.compile(r"\s*(?:[Tt]o\s)?[A-Z]?[a-z-]+ing\s")
_NEXT_GERUND = re.compile(
    r"\s?,\s(?:and\s)?(?=[A-Z]?[a-z-]+ing\s)|\sand\s(?=[A-Z]?[a-z-]+ing\s[^,]*$)"
)
_LABEL = re.compile(r"^\(?(?:[a-h]|[ivx]{1,4}|\d)\)\s")
# Where the sentence goes on after its list.
_AFTER = re.compile(
    r",?\s(?:and\s)?(?:this|these|which|it|we|while|whilst|where|with work|in line|as set)\s"
)
# What follows "priorities are" when nothing is listed: a passive, a place, a judgement.
_NO_ITEM = re.compile(
    r"(?:\w+ed|set|being|based|shown|drawn|built|kept|met|made|given|chosen|under|in|on|at|still"
    r"|which|those|these|and|not|also|due|subject|available|likely|clear|part|what|how|that|there|similar|consistent"
    r"|currently|now|as|all|both|broadly|the\s(?:same|responsibility|following))\b",
)
_NAME_WORDS = 4
_CLAUSE = re.compile(r"(?:to|that|how|by|for|with)\b|\w+ing\b")
_TELLS_TWO = re.compile(r":|\b[Tt]wo\b|[“\"]")
# "people who are at risk", "a place people are glad of": the verb is not that of a clause.
_RELATIVE = re.compile(r"\b(?:who|that|which|where|people|residents|everyone)\s.*")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|will|would|should)\b")


def _as_items(match: re.Match[str], _: None) -> str | None:
    items = match["items"]
    spans = list(split_items(items))
    words = [items[start:end] for start, end in spans]
    if len(words) < _MIN_ITEMS or _NO_ITEM.match(words[0]) or OTHER_LIST.search(match[0]):
        return None
    if len(words) == _MIN_ITEMS and not (_TELLS_TWO.search(match[0]) or _are_names(match, words)):
        return None  # "to cut crime and help victims" may be one aim
    is_list = all(
        len(item.split()) <= _LONG and not _VERB.search(_RELATIVE.sub("", item)) for item in words
    )
    return "items" if is_list else None


def _are_names(match: re.Match[str], words: Sequence[str]) -> bool:
    """Return whether two items after "priorities are" are two names of things."""
    is_many = re.search(r"\b(?:priorities|objectives|aims|themes|areas)\b", match[0], re.IGNORECASE)
    return bool(is_many) and all(
        len(item.split()) <= _NAME_WORDS and not _CLAUSE.match(item) for item in words
    )


INLINE: tuple[Rule[None, str], ...] = (
    Rule(
        "priorities listed after a verb",
        re.compile(
            rf"\b(?:{NAMES})\b(?:\s[\w’'/()–-]+){{0,10}}?\s(?:are|were|remain|will\sbe|would\sbe|included?)\s"
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
            rf"\b(?:{NAMES})\b(?:,?\s[\w’'/()–-]+){{0,10}}?(?:\s?:|\s[–—](?![^:]*\s–\s))\s(?P<items>[^:]{{6,500}})$",
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
            rf"\b(?:{NAMES})\b[^.:;]{{0,120}}\.\s(?:They|These|Those)\s(?:are|were|remain|include)\s?"
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
        "priorities in apposition to their number",
        re.compile(
            rf"\b(?:two|three|four|five|six)\s(?:[\w’'/-]+\s){{0,3}}?(?:{NAMES})\b"
            r"(?P<said>[^.:;,–]{0,60}?)(?:,|\s–)\s(?P<items>[^.:;–]{6,300}?)(?:,|\s–)\s"
            r"(?=(?:\w+\s){0,2}?(?:are|were|remain|stand|sit|join|run|carry|apply|will|have|form)\b)",
            re.IGNORECASE,
        ),
        _as_items,
        (
            Example("Two priorities agreed for 2020, [[theft and fraud]], stand apart.", "items"),
            Example("The three aims – [[calm, trust and care]] – remain in force.", "items"),
        ),
        ("Two priorities, as we said in May, remain.",),
    ),
    Rule(
        "priorities chosen in the next sentence",
        re.compile(
            rf"\b(?:{NAMES})\b[^.:;]{{0,160}}\.\s(?:For\s20[\d/–-]+,?\s|This\syear,?\s)?"
            r"(?:the\s)?[A-Z][\w\s]{2,60}?\s(?:selected|chose|picked|settled\son)\s(?P<items>[^:.]{6,300})",
            re.IGNORECASE,
        ),
        _as_items,
        (
            Example(
                "Boroughs set local priorities. Hale chose [[theft, fraud and noise]].", "items"
            ),
            Example(
                "Each sets its own priorities. For 2020/21 Hale picked [[arson, theft and noise]].",
                "items",
            ),
        ),
        ("The priorities stand. The Board chose Councillor Hale as its chair.",),
    ),
    Rule(
        "areas in focus",
        re.compile(
            r"\b(?:focus\w*|concentrat\w+)\s(?:[\w’'-]+\s){0,3}?(?:on|upon)\s(?:these\s|the\sfollowing\s)?"
            r"(?:two|three|four|five|six|seven|eight)\s(?:[\w’'-]+\s){0,2}?(?:areas|issues|themes|things)"
            r"[^.:;]{0,40}?(?::|\s–|,\snamely)\s(?P<items>[^:]{6,400})$",
            re.IGNORECASE,
        ),
        _as_items,
        (
            Example(
                "Last year we concentrated on four areas: [[theft, dogs, noise and drugs.]]",
                "items",
            ),
            Example("It will focus on three issues – [[arson, fraud and noise.]]", "items"),
        ),
        ("Patrols took place in four areas: Tarn, Beck, Hale and Holm.",),
    ),
    Rule(
        "things that remain priorities",
        re.compile(
            r"^(?P<items>[A-Z][^:;.]{6,300}?)\s(?:remain(?:ed)?|continue\sto\sbe|(?:are|were|have\sbeen|had\sbeen)"
            r"\s(?:retained|identified|agreed|adopted|chosen|set|selected|confirmed)(?:\sas)?)\s(?:the\s|our\s|its\s)?"
            rf"(?:[\w’'/-]+\s){{0,3}}?(?:{NAMES})\b",
        ),
        _as_items,
        (
            Example("[[Theft, fraud and arson]] remain priorities for the group.", "items"),
            Example("[[Dogs, noise and litter]] have been adopted as local priorities.", "items"),
        ),
        ("The plans for Tarn, Beck and Hale remain.",),
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
    """Yield the items of a list in order: parted by semicolons, else by commas and a last "and".

    Where more than one begins with a verb in "-ing", all do: "Reducing litter, dogs and noise,
    Protecting children" has two.
    """
    after = _AFTER.search(items)
    items = items[: after.start()] if after else items
    joint = r"\s?;\s(?:and\s)?" if ";" in items else r"\s?,\s(?:and\s)?|\sand\s(?=[^,]*$)"
    if ";" not in items and _GERUND.match(items) and _ends_parallel(items):
        joint = _NEXT_GERUND.pattern
    start = 0
    for match in re.finditer(rf"{joint}|$", items):
        first, last = _bare(items, start, match.start())
        if last > first:
            yield first, last
        start = match.end()


def _ends_parallel(items: str) -> bool:
    """Return whether the last of several items begins with a verb in "-ing", and holds no comma."""
    joints = list(_NEXT_GERUND.finditer(items))
    return bool(joints) and "," not in items[joints[-1].end() :]


def _bare(items: str, start: int, end: int) -> Span:
    """Return the words of an item without label, quotation marks and closing punctuation."""
    label = _LABEL.match(items[start:end].lstrip())
    piece = items[start:end].lstrip()[label.end() if label else 0 :].lstrip("“\"‘' ")
    first = end - len(piece)
    return Span(first, first + len(piece.rstrip(".;,:”\"’' ")))
