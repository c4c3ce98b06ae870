"""Rules that see a name: an operation, a head noun, a quoted title, a thing that was launched."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from csp_extract.extract.found import Span
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.rule import Example, Family, Reads, Rule
from csp_extract.records import InitiativeKind


@cache
def lexicon() -> Mapping[str, Any]:
    """Return the words of ``lexicon.toml``."""
    return tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text("utf-8"))


@cache
def _kinds() -> Mapping[str, InitiativeKind]:
    """Return the kind of each head noun."""
    return {
        head: InitiativeKind(kind) for kind, heads in lexicon()["heads"].items() for head in heads
    }


_HEADS = "|".join(sorted(map(re.escape, _kinds()), key=len, reverse=True))
_DONE = "|".join(lexicon()["verbs"]["done"])
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_CAP = rf"(?!{_MONTHS}\b)(?:[A-Z][\w’'-]*|[A-Z]{{2,}}\d?|\d{{1,3}}(?=\s[A-Z]))"
_SMALL = r"(?:of|and|for|the|in|on|to|with|against|this|your|our|a|&|from)"
_NAME = rf"{_CAP}(?:\s(?:{_SMALL}\s){{0,2}}{_CAP}){{0,6}}"
_OPENING = frozenset(
    "The A An This That These Those Our Their Its In On At For By From During Since Following After"
    " Each Every All New Members Officers Members’ Some Other Further Both Also It Work Funding"
    " January February March April May June July August September October November December".split()
)
_AUX = (
    r"(?:was|were|is|are|has been|have been|has now been|have now been|will be|is being|are being"
    r"|has|have|had been|to be)"
)
_NOT_AFTER = (
    r"(?!\s(?:[Tt]eam|[Gg]roup|[Bb]oard|[Oo]fficers?|[Mm]anager|[Cc]oordinator|[Pp]anel|[Mm]eetings?"
    r"|[Ff]und|[Ll]ead|control|room|footage|operators?)\b)"
)
_TITLE = rf"{_CAP}(?:\s(?:{_SMALL}\s){{0,2}}{_CAP}){{1,5}}"
_ADVERB = r"(?:(?:now|also|again|recently|since|successfully|officially|once|being)\s)?"
_ACTS = (
    r"launch(?:ed|ing)?|develop(?:ed|ing)?|introduc(?:ed?|ing)|produc(?:ed?|ing)|creat(?:ed?|ing)"
    r"|deliver(?:ed|ing)?|purchas(?:ed?|ing)|procur(?:ed?|ing)|install(?:ed|ing)?|organis(?:ed?|ing)"
    r"|pilot(?:ed|ing)|commission(?:ed|ing)|hold(?:ing)?|held|staged|host(?:ed|ing)|upgrad(?:ed?|ing)"
)
# Between a capitalised name and its head noun no verb stands: "Pastors continue to patrol".
_MIDDLE = (
    r"(?!(?:(?!organised|targeted|based)\w+ed|to|is|are|was|were|has|have|had|will|may|can|continues?"
    r"|gave|held|ran|runs|met|took|made|sent|led|got|also|who|which|that)\s)"
)
_PLAIN = r"(?!(?:and|of|which|that|to|by|in|for|with|was|is|next|last|first)\b)[\w’'&-]+\s"

_ASIDE = re.compile(r"\s?\([^)]{1,30}\)(?=\s)")
_SHELVES = frozenset({"website", "newsletter", "directory", "magazine", "web page", "policy"})
_PREPOSITION = re.compile(r"\s(?:for|of|to|with|in|on|at|against|from)\s|\s?\(|,")


def kind_of(name: str) -> InitiativeKind | None:
    """Return the kind that the head noun of a name says."""
    folded = _PREPOSITION.split(_ASIDE.sub("", name.casefold()))[0]
    if re.match(r"operations?\b|op\b", folded):
        return InitiativeKind.OPERATION
    if folded.startswith("project "):
        return InitiativeKind.PROJECT
    for size in (3, 2, 1):
        tail = " ".join(folded.split()[-size:]).rstrip("”\"'’)")
        for form in (tail, tail.removesuffix("s"), tail.removesuffix("es"), f"{tail}s"):
            if form in _kinds():
                return _kinds()[form]
    return None


def _is_refused(name: str) -> bool:
    """Return whether a name is that of a body, a post or a meeting."""
    words = name.casefold().rstrip("”\"'’.)").split()
    ends = (" ".join(words[-size:]) for size in (1, 2, 3))
    if any(end in _not_heads() for end in ends):
        return True
    parties = [party for party in parties_in(name) if not party.is_common]
    return any(party.span.end == len(name) for party in parties)


@cache
def _not_heads() -> frozenset[str]:
    """Return the words that a name never ends with."""
    return frozenset(lexicon()["not_heads"]["words"])


def _named(match: re.Match[str], _: None) -> str | None:
    name = match["name"]
    return None if _is_refused(name) else name


def _operation(match: re.Match[str], _: None) -> str | None:
    return match["name"]


def _with_head(match: re.Match[str], _: None) -> str | None:
    name = match["name"]
    words = name.split()
    if words[0] in _OPENING and len(words) < 3 and match["head"].islower():
        return None  # "The project" names nothing
    if len(words) > 2 and words[-2] in {"this", "that", "the", "these", "our", "a", "an", "each"}:
        return None  # "Whilst this event" does not either
    if len(words) == 2 and words[0][0].isupper() and words[1] in _SHELVES:
        return None  # "the Tarn website" is where a body publishes, not what it delivers
    return None if _is_refused(name) else name


def _capital(match: re.Match[str], anchor: None) -> str | None:
    words = match["name"].split()
    is_name = any(word[0].isupper() for word in words if word not in _OPENING)
    return _with_head(match, anchor) if is_name else None


RULES: tuple[Rule[None, str], ...] = (
    Rule(
        "operation by name",
        re.compile(
            r"\b(?P<name>(?:Operation|OPERATION|Op\.?|Project|PROJECT)\s[A-Z][\w’'-]+"
            r"(?:\s(?!Team|Group|Board|Unit|The\b)[A-Z][\w’'-]+){0,2}(?:\s\d{1,2}\b)?)"
        ),
        _operation,
        (
            Example("a stop under [[Operation Lantern]] in May", "Operation Lantern"),
            Example("[[Project Harbour Lights]] began", "Project Harbour Lights"),
        ),
        ("the operation was a success", "Project work began"),
    ),
    Rule(
        "name with a head noun",
        re.compile(
            rf"(?<![\w’'-])(?P<name>(?:{_NAME})\s(?:(?:{_MIDDLE}[a-z][\w-]+\s){{0,2}})?"
            rf"(?P<head>(?i:{_HEADS})(?:es|s)?))(?![\w-]){_NOT_AFTER}"
        ),
        _capital,
        (
            Example("the [[Safe Nights Scheme]] is open", "Safe Nights Scheme"),
            Example("a [[Hate Crime Awareness Week]] stall", "Hate Crime Awareness Week"),
            Example("funding for [[Bystander training]] in bars", "Bystander training"),
        ),
        (
            "The project was late",
            "Street Wardens continue to patrol",
            "the Youth Offending Service",
            "Community Safety Partnership",
        ),
    ),
    Rule(
        "quoted title",
        re.compile(
            r"[“\"‘](?P<name>[A-Z][\w’'-]*(?:\s[\w’'&-]+){1,6})[”\"’]"
            r"(?=\s(?:campaign|project|scheme|programme|initiative|event|production|play|drama|workshops?"
            r"|toolkit|website|app|training|pilot|leaflet|film|course|and|which|was|is|has|will|in|at|to"
            r"|aimed|,)|[.,;)])"
        ),
        _named,
        (
            Example("our “[[Lock It Up]]” campaign", "Lock It Up"),
            Example("a play called “[[Nine Doors Down]]” was shown", "Nine Doors Down"),
        ),
        ("the goal of “helping people” is",),
    ),
    Rule(
        "title of a thing",
        re.compile(
            rf"\b(?:{_HEADS}|drama|play|film|production|performance|show|exhibition|session)s?\s"
            r"(?:[\w’'-]+\s){0,6}?(?:entitled|called|titled|branded|known\sas)\s"
            rf"(?:the\s)?(?P<name>{_CAP}(?:\s(?:{_SMALL}\s){{0,2}}{_CAP}){{0,5}})"
        ),
        _named,
        (
            Example("a drama on debt entitled [[Owed]] came to Tarn", "Owed"),
            Example("a stage show called [[Nobody’s Child]] toured", "Nobody’s Child"),
        ),
        ("a body called Tarn Council", "the service called the Police"),
    ),
    Rule(
        "name that was delivered",
        re.compile(
            r"(?:(?<=^)|(?<=[.;:]\s)|(?<=\sand\s)|(?<=[Tt]he\s)|(?<=,\s)|(?<=of\s)|(?<=that\s))"
            rf"(?P<name>{_TITLE})\s{_AUX}\s{_ADVERB}(?:{_DONE})\b"
        ),
        _named,
        (
            Example("[[Ready for Winter]] was held at the quay", "Ready for Winter"),
            Example("In May the [[Big Skip Day]] was run twice", "Big Skip Day"),
        ),
        ("Tarn Council was awarded a grant", "Members were asked"),
    ),
    Rule(
        "delivery of a name",
        re.compile(
            r"\b(?:delivery|launch|introduction|production|roll[- ]?out|showing|relaunch)\sof\s"
            rf"(?:the\s|a\s|an\s|our\s)?(?P<name>{_TITLE})(?=\s(?!Team|Group|Board)|[.,;)]|$)"
        ),
        _named,
        (
            Example("the delivery of [[Street Doctors]] to schools", "Street Doctors"),
            Example("since the launch of [[Ask For Angela]] in bars", "Ask For Angela"),
        ),
        ("the launch of Tarn Town Council",),
    ),
    Rule(
        "thing that was launched",
        re.compile(
            rf"\b(?:{_ACTS})\s(?:of\s)?(?:a|an|the|its|our|their|new)\s"
            rf"(?P<name>(?:{_PLAIN}){{0,5}}?(?P<head>(?i:{_HEADS}))s?)(?![\w-]){_NOT_AFTER}"
        ),
        _with_head,
        (
            Example("It launched a [[young drivers website]] in May", "young drivers website"),
            Example("has introduced a [[victim support helpline]]", "victim support helpline"),
        ),
        ("It launched a review", "held a meeting"),
    ),
    Rule(
        "work on a thing",
        re.compile(
            r"\b(?P<name>(?:upgrade|installation|replacement|refurbishment|extension|expansion)\sof\s"
            rf"(?:the\s|a\s|new\s)?(?:{_PLAIN}){{0,4}}?(?P<head>(?i:{_HEADS}))s?)(?![\w-])"
        ),
        _named,
        (
            Example(
                "began the [[installation of the alley gates]]", "installation of the alley gates"
            ),
            Example("the [[upgrade of street lighting]] is late", "upgrade of street lighting"),
        ),
        ("the extension of the meeting",),
    ),
    Rule(
        "thing that has been launched",
        re.compile(
            r"(?:(?<=^)|(?<=[.;]\s)|(?<=\sand\s)|(?<=,\s))(?:A|An|a|an|The|the|New|Our)\s"
            rf"(?P<name>(?:{_PLAIN}){{1,5}}?(?P<head>(?i:{_HEADS}))s?)\s{_AUX}\s{_ADVERB}(?:{_DONE})\b"
        ),
        _with_head,
        (
            Example("A [[schools resource pack]] has now been developed", "schools resource pack"),
            Example("The [[subway lighting]] was upgraded in May", "subway lighting"),
        ),
        ("A review was completed",),
    ),
)


def read_names(text: str) -> list[Reads[str]]:
    """Return the names of initiatives in a piece of text in order, none overlapping another.

    An earlier rule wins the place.
    """
    kept: list[Reads[str]] = []
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            value = rule.value(match, None)
            if value is None:
                continue
            start, end = match.span("name")
            start += _article(text[start:end])
            span = Span(start, end)
            if not any(span.overlaps(other.span) for other in kept):
                kept.append(Reads(span, text[start:end], rule.name))
    return sorted(kept, key=lambda reads: reads.span)


def _article(name: str) -> int:
    """Return how many characters of a name are an article or a word that opens the sentence."""
    first, _, rest = name.partition(" ")
    return len(first) + 1 if first in _OPENING and rest else 0


FAMILY = Family("initiatives", RULES, read_names, str)
