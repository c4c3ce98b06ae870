"""The items of a list of priorities that stands within one sentence."""

import re
from collections.abc import Iterator, Sequence

from csp_extract.extract.found import Span
from csp_extract.extract.priorities.words import OTHER_LIST, PARTNER, PLURAL

_MIN_ITEMS = 2
_LONG = 14  # words; a longer item is a clause, unless semicolons part them
_LONG_CLAUSE = 26
_GERUND = re.compile(r"\s*(?:[Tt]o\s)?[A-Z]?[a-z-]+ing\s")
_NEXT_GERUND = r"\s?,\s(?:and\s)?(?=[A-Z]?[a-z-]+ing\s)|\sand\s(?=[A-Z]?[a-z-]+ing\s[^,]*$)"
_QUOTED = re.compile(r"[“\"‘][^“”\"‘]{3,90}[”\"’](?=\s?[,;.)]|\s(?:and|&)\s|$)")
_NUMBERED = re.compile(r"\s?[;,]?\s?(?:\band\s)?\(?(?:\d|[a-h]|[ivx]{1,4})\)\s")
# A comma, outside brackets.
_SERIAL = r"\s?,\s(?![^()]*\))(?:and\s)?"
_COMMA = rf"{_SERIAL}|\sand\s(?=[^,]*$)"
# "a; b; c and d": without an "and" after the last semicolon, one before the last item.
_AND_LAST = re.compile(r";\s?and\b|;[^;]*(?:,[^;]*|\sand\s[^;]*\sand\s[^;]*)$|^[^;]*;[^;]*$")
_LAST_AND = r"\s?;\s(?:and\s)?|\sand\s(?=[^;]*$)"
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TOLD = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
# "..., and fraud for 2018/19": the years of the whole list.
_YEARS = re.compile(
    r"\s(?:for|in|during|from)\s(?:the\s(?:\w+\s)?(?:year|period)\s)?20\d\d[\d\s/–to-]*$"
)
# "burglary, theft and, as everywhere, fraud": said of an item, none itself.
_ASIDE = re.compile(r"(?:and,?\s)?(?:as|like|especially|particularly|including)\b", re.IGNORECASE)
_LABEL = re.compile(r"^\(?(?:[a-h]|[ivx]{1,4}|\d)\)\s")
# Where the sentence goes on after its list.
_AFTER = re.compile(
    r",?\s(?:and\s)?(?:this|these|which|it|we|while|whilst|where|with work|in line"
    r"|as set|with each|each of)\s"
    r"|,\s(?:but|although|though|subject\sto|pending|following|after|before|until|unless|because|so\sthat"
    r"|as\s(?:well\sas|agreed|approved|before|now)|together\swith|along(?:side)?\swith|with\s(?:a|an|the|no)"
    r"|(?:all|most|both|none)\sof|for\s(?:each|every))\s"
    r"|,\s(?:and|with)\s(?:all|each|most|both|none|no|they|there|work|progress|the\s\w+)\s"
    r"(?:of\s\w+\s)?(?:is|are|was|were|has|have|had|will|would|being)\s"
)
# What follows "priorities are" when nothing is listed: a passive, a place, a judgement.
NO_ITEM = re.compile(
    r"(?:(?!(?:shed|organi[sz]ed|armed|aggravated|targeted|unauthori[sz]ed|uninsured|improved|increased"
    r"|reduced|continued|abandoned)\b)\w+ed|set|being|based|shown|drawn|built|kept|met|made|given|chosen"
    r"|taken|put|brought|sent|seen|driven|written|laid|led|left|held|told|thought|felt|under|in|on|at|by|over|according|still|see"
    r"|page|appendix|section|para\w*|annex|e\.g|which|those|these|this|them|it|and|not|also|due|subject|available"
    r"|likely|clear|part|what|how|that|there|similar|consistent|currently|now|as|all|both|broadly"
    r"|unchanged|the\s(?:same|responsibility|following))\b",
    re.IGNORECASE,
)
_NAME_WORDS = 4
_NEAR = 20  # characters in which the number of what is named stands before it
_CLAUSE = re.compile(r"(?:to|that|how|by|for|with)\b|\w+ing\b")
_TELLS_TWO = re.compile(r"[:;]|\b[Tt]wo\b|[“\"]")
# "people who are at risk", "a place people are glad of": the verb is not that of a clause.
_RELATIVE = re.compile(r"\b(?:who|that|which|where|people|residents|everyone)\s.*")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|will|would|should)\b")
# "High priority cases include": of what sort they are.
_ADJECTIVE = re.compile(
    r"priority\s(?!areas?|themes?|issues?|outcomes?|crimes?|concerns?|for|of|is|was|will|are|were)\w",
    re.IGNORECASE,
)
_AREAS = re.compile(r"priority areas", re.IGNORECASE)
# "rose in all priority areas: Eastgate, Millfield": where, not what.
_WHERE = re.compile(r"\b(?:in|across|within|from|at)\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE)


def as_items(match: re.Match[str], _: None) -> str | None:
    """Return the word "items" where a match holds a list of things that can be priorities."""
    items = match["items"]
    words = [items[start:end] for start, end in items_of(match)]
    if len(words) < _MIN_ITEMS or NO_ITEM.match(words[0]) or OTHER_LIST.search(match[0]):
        return None
    if sum(PARTNER.fullmatch(word) is not None for word in words) > 1:
        return None  # whose priorities they are, not what they are
    before = match.string[: match.start()]
    if (_AREAS.match(match[0]) and _WHERE.search(before)) or _ADJECTIVE.match(match[0]):
        return None
    if len(words) == _MIN_ITEMS and not (_tells_two(match) or _are_names(match, words)):
        return None  # "to cut crime and help victims" may be one aim
    longest = _LONG_CLAUSE if ";" in items else _LONG
    is_list = all(
        len(item.split()) <= longest and not _VERB.search(_RELATIVE.sub("", item)) for item in words
    )
    return "items" if is_list else None


def as_many(match: re.Match[str], _: None) -> str | None:
    """Return the word "items" where a match lists three things or more, whatever names them."""
    count = len(list(items_of(match)))
    return as_items(match, None) if count > _MIN_ITEMS else None


def _tells_two(match: re.Match[str]) -> bool:
    """Return whether a match, or the words right before it, say that two things are listed."""
    return _TELLS_TWO.search(match.string, max(0, match.start() - _NEAR), match.end()) is not None


def _are_names(match: re.Match[str], words: Sequence[str]) -> bool:
    """Return whether two items after "priorities are" are two names of things."""
    return PLURAL.search(match[0]) is not None and all(
        len(item.split()) <= _NAME_WORDS and not _CLAUSE.match(item) for item in words
    )


def items_of(match: re.Match[str]) -> Iterator[Span]:
    """Yield the items of the list in a match, as many as it says it has where it says so."""
    told = _TOLD.findall(match.string[: match.start("items")])
    return split_items(match["items"], NUMBERS.index(told[-1].casefold()) + 2 if told else 0)


def split_items(items: str, told: int = 0) -> Iterator[Span]:
    """Yield the items of a list in order, parted as the list itself parts them.

    Numbers part them first of all, then quotation marks, semicolons, and commas with a last "and".
    Where more than one begins with a verb in "-ing", all do: "Reducing litter, dogs and noise,
    Protecting children" has two.
    """
    after = _AFTER.search(items)
    if after and ";" not in items[after.end() :]:
        items = items[: after.start()]
    quoted = [match.span() for match in _QUOTED.finditer(items)]
    if len(quoted) >= _MIN_ITEMS and items.lstrip()[0] in '“"‘':
        yield from (_bare(items, *span) for span in quoted)
        return
    start = 0
    for match in re.finditer(rf"{_joint_of(items, told)}|$", items):
        first, last = _bare(items, start, match.start())
        if last > first and not _ASIDE.match(items[first:last]):
            yield Span(first, last)
        start = match.end()


def _joint_of(items: str, told: int) -> str:
    """Return the pattern of what stands between the items of a list."""
    if len(_NUMBERED.findall(items)) >= _MIN_ITEMS and _LABEL.match(items.lstrip()):
        return _NUMBERED.pattern
    if ";" in items:
        return r"\s?;\s(?:and\s)?" if _AND_LAST.search(items) else _LAST_AND
    by_comma = _SERIAL if re.search(r",\sand\s[^,]*$", items) else _COMMA
    is_counted = len(re.findall(by_comma, items)) + 1 == told
    if not is_counted and _GERUND.match(items) and _ends_parallel(items):
        return _NEXT_GERUND
    return by_comma


def _ends_parallel(items: str) -> bool:
    """Return whether the last of several items begins with a verb in "-ing", and holds no comma."""
    joints = list(re.finditer(_NEXT_GERUND, items))
    return bool(joints) and "," not in items[joints[-1].end() :]


def _bare(items: str, start: int, end: int) -> Span:
    """Return the words of an item without label, quotation marks and closing punctuation."""
    label = _LABEL.match(items[start:end].lstrip())
    piece = items[start:end].lstrip()[label.end() if label else 0 :].lstrip("“\"‘' ")
    first = end - len(piece)
    piece = _YEARS.sub("", piece.rstrip(".;,:”\"’' "))
    return Span(first, first + len(piece))
