"""Rules that see a name by its own words: an operation, a head noun, a plan with its years."""

import re

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import (
    CAP,
    HEADS,
    LAST,
    MIDDLE,
    NOT_AFTER,
    OPENING,
    PLANS,
    SMALL,
    TITLED,
    is_refused,
    lexicon,
    one_of,
)
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.rule import Example, Rule

_SHELVES = frozenset({"website", "newsletter", "directory", "magazine", "web page", "policy"})
_YEARS = r"(?:\s(?:for\s)?20\d\d(?:\s?(?:[-–—/]|to)\s?(?:20)?\d\d)?)"
_SCHEMES = one_of(name for names in lexicon()["schemes"].values() for name in names).replace(
    "'", "[’']"
)
# A name of some words is one in small letters too: "the street pastors".
_LONG_SCHEMES = one_of(
    name
    for names in lexicon()["schemes"].values()
    for name in names
    if name[0].isupper() and (name.endswith((" Watch", "Pastors", "visits", "Marshals", "Angels")))
)


# "Reserve-funded projects" says who pays.
_BY = re.compile(r"-(?:funded|led|run|wide|based|related)$")
_OFFICE = re.compile(r"(?:[A-Z]{2,}|Mayor|Council|Commissioner|Partnership|Member|Board)s?[’']s?$")
_OTHERS = re.compile(
    r"(?:Home Office|Government|Home Office[’']s|Every|Any|No|National|Crime Survey)\b"
)
_BODIES = frozenset(
    "Council Partnership Police County District Borough Government Members Board".split()
)
_COUNTED = re.compile(
    r"(?:\d+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Both|Several|[A-Z][a-z]+-(?:one|two|three|four|five|six|seven|eight|nine)|Twenty|Thirty|Forty|Fifty)\s[a-z]+$"
)
# What a plan says is no act of launching it.
_FRAME = re.compile(
    r"\b(?:objectives?|outcomes?|priorities|aims|themes|performance|progress|chapter\s\w+|part|page\s\d+|actions?|requirements?"
    r"|terms|duties)\s(?:of|in|against|under)\s(?:the\s|its\s|our\s|their\s)?(?:current\s|draft\s)?(?:[\w’'-]+\splan\sand\s)?$"
)


# "under the priority of 'Keeping Well'": what stands there is one.
_PRIORITY_OF = re.compile(
    r"\b(?:priority|objective|theme|aim|outcome|heading)(?:\s(?:of|called|entitled))?[\s:]+[“\"‘']?$",
    re.IGNORECASE,
)
_SPEAKER = frozenset({"We", "They", "You", "I", "He", "She"})


def as_named(match: re.Match[str], _: None) -> str | None:
    """Return the name, unless it is that of a body, a post, a meeting or a priority."""
    name = match["name"]
    if name.split(maxsplit=1)[0] in _SPEAKER:
        return None  # "We expect projects" is a clause
    before = match.string[max(0, match.start("name") - 40) : match.start("name")]
    return None if is_refused(name) or _PRIORITY_OF.search(before) else name


def _plan(match: re.Match[str], anchor: None) -> str | None:
    """Return a plan, unless the words only say what it holds."""
    before = match.string[max(0, match.start("name") - 60) : match.start("name")]
    is_bare = re.match(rf"(?:(?:The|A|Our|This|New)\s)*(?:{PLANS})\b", match["name"])
    if _FRAME.search(before) or is_bare:
        return None  # "the Plan for 2021-24" has no name of its own
    return as_named(match, anchor)


def as_printed(match: re.Match[str], _: None) -> str | None:
    """Return the name, whatever it ends with, unless it is a post: "Project Officer"."""
    words = match["name"].split()
    return None if words[-1] in {"Officer", "Manager", "Board", "Lead", "Worker"} else match["name"]


def _is_whose(words: str) -> bool:
    """Return whether words only say whose a thing is: a body's name, or its acronym."""
    if re.fullmatch(r"(?:P?CSP|O?PCC)", words):
        return True
    return any(
        party.span == Span(0, len(words)) and not party.is_common for party in parties_in(words)
    )


def with_head(match: re.Match[str], _: None) -> str | None:
    """Return a name that says more than its head noun."""
    name = match["name"]
    words = name.split()
    if len(words) == 2 and words[0] in OPENING and words[1].startswith(match["head"]):
        return None
    if words[0] in OPENING and len(words) < 3 and match["head"].islower():
        return None  # "The project" names nothing
    if len(words) > 2 and words[-2] in {"this", "that", "the", "these", "our", "a", "an", "each"}:
        return None  # "Whilst this event" does not either
    if len(words) > 2 and words[-2] == "funded" and words[-1].islower():
        return None  # "Home Office funded initiative" only says who pays
    if len(words) == 2 and words[1].islower() and _OFFICE.match(words[0]):
        return None  # "the Mayor's survey": whose it is does not name it
    is_whose = words[-1].islower() and _is_whose(" ".join(words[:-1]))
    if words[0] in _SPEAKER or is_whose:
        return None  # "Tarn Partnership projects" are all that it runs
    if len(words) == 2 and words[0][0].isupper() and words[1] in _SHELVES:
        return None  # "the Tarn website" is where a body publishes, not what it delivers
    return None if is_refused(name) else name


def _capital(match: re.Match[str], anchor: None) -> str | None:
    words = match["name"].split()
    is_name = any(word[0].isupper() for word in words if word not in OPENING)
    before = match.string[max(0, match.start("name") - 60) : match.start("name")]
    if len(words) == 2 and words[1].islower() and (words[0] in _BODIES or _BY.search(words[0])):
        return None  # "Council projects" are many
    if words[-1] in {"Plan", "Strategy", "strategy", "Framework"} and _FRAME.search(before):
        return None
    if re.search(r"(?:^|\s)[\w-]*[^\Ws][’']\s", match["name"]):
        return None  # the end of what is quoted
    if before.endswith((" no ", " on ")) and match["head"] in {"Day", "Night"}:
        return None  # "on Women's Day" is a date
    if before.endswith(" no ") or _OTHERS.match(match["name"]) or _COUNTED.match(match["name"]):
        return None
    return with_head(match, anchor) if is_name else None


# A head noun before "and" ends one name: "the Locks Project and the Lights Scheme" are two.
_WORD = rf"(?!(?i:{HEADS})s?\sand\b){CAP}"
_NAME = rf"{_WORD}(?:\s(?:{SMALL}\s){{0,2}}(?:{_WORD}|Spring|Summer|Autumn|Winter)){{0,6}}"


NAMED: tuple[Rule[None, str], ...] = (
    Rule(
        "operation by name",
        re.compile(
            r"\b(?P<name>(?:[Oo]peration|OPERATION|Op\.?|Project|PROJECT)\s[A-Z][\w’'-]+"
            r"(?:\s(?!Team|Group|Board|Unit|The\b)[A-Z][\w’'-]+){0,2}(?:\s\d{1,2}\b)?)"
        ),
        as_printed,
        (
            Example("a stop under [[Operation Lantern]] in May", "Operation Lantern"),
            Example("[[Project Harbour Lights]] began", "Project Harbour Lights"),
        ),
        ("the operation was a success", "Project work began"),
    ),
    Rule(
        "plan with its years",
        re.compile(
            rf"(?<![\w’'-])(?P<name>(?:{CAP}\s(?:(?:and|of|for|on|to|in|&)\s(?:the\s)?)?){{1,8}}"
            rf"(?:{PLANS}){_YEARS}|20\d\d\s?[–/-]\s?(?:20)?\d\d\s(?:{CAP}\s(?:(?:and|of|for|&)\s)?){{2,6}}(?:{PLANS}))(?![\w/-])"
        ),
        _plan,
        (
            Example("a [[Safer Tarn Plan 2021-24]] was adopted", "Safer Tarn Plan 2021-24"),
            Example(
                "the [[Serious Violence Strategy 2023 - 2026]]",
                "Serious Violence Strategy 2023 - 2026",
            ),
        ),
        ("the plan 2019-22", "the Tarn Council 2019-22"),
    ),
    Rule(
        "numbered review",
        re.compile(
            r"(?<![\w-])(?P<name>(?:Domestic Homicide Review|DHR"
            r"|Domestic Abuse Related Death Review|(?:[A-Z][a-z]+\s){0,4}Review"
            r"|Safeguarding Adults? Review|SAR|Offensive Weapons Homicide Review|OWHR)\s?\d{1,2})"
            r"(?![\w/])"
        ),
        as_printed,
        (
            Example("the panel of [[DHR 4]] met", "DHR 4"),
            Example("[[Domestic Homicide Review 2]] was published", "Domestic Homicide Review 2"),
        ),
        ("a domestic homicide review was held", "DHR guidance"),
    ),
    Rule(
        "order for a place",
        re.compile(
            r"(?<![\w-])(?P<name>(?:[Tt]own centre )?(?:PSPO|Public Spaces? Protection Order)"
            r"(?:\sNo\.?\s?\d{1,2})?)(?![\w-])(?!\smay\b)"
        ),
        as_printed,
        (
            Example("the [[town centre PSPO]] is in force", "town centre PSPO"),
            Example(
                "[[Public Spaces Protection Order No. 2]] lapses",
                "Public Spaces Protection Order No. 2",
            ),
        ),
        (
            "Public Spaces Protection Orders are made by councils",
            "PSPOs are in force",
        ),
    ),
    Rule(
        "scheme known everywhere",
        re.compile(rf"(?<![\w’'-])(?P<name>{_SCHEMES}|(?i:{_LONG_SCHEMES}))(?![\w-])"),
        as_printed,
        (
            Example("a stall on [[Clare’s Law]] was held", "Clare’s Law"),
            Example("seven [[Community Speedwatch]] groups", "Community Speedwatch"),
            Example("the [[street pastors]] were praised", "street pastors"),
        ),
        ("the pub was watched",),
    ),
    Rule(
        "name with a head noun",
        re.compile(
            rf"(?<![\w’'/-])(?P<name>(?:{_NAME})\s(?:\([A-Z]{{2,6}}\)\s)?(?:(?:{MIDDLE}[a-z][\w-]+\s){{0,2}})?"
            rf"(?P<head>(?i:{HEADS})(?:es|s)?|(?:{TITLED})(?!\s[A-Z])))(?![\w-]){LAST}{NOT_AFTER}"
        ),
        _capital,
        (
            Example("the [[Safe Nights Scheme]] is open", "Safe Nights Scheme"),
            Example("a [[Water Safety Week]] stall", "Water Safety Week"),
            Example("funding for [[Bystander training]] in bars", "Bystander training"),
        ),
        (
            "The project was late",
            "Street Wardens continue to patrol",
            "the Youth Offending Service",
            "Community Safety Partnership",
            "It rained last week",
        ),
    ),
    Rule(
        "quoted title",
        re.compile(
            r"(?:[“\"‘]|(?<![\w])')(?P<name>(?!Agenda|Appendix|Annex|Item|Minute|Schedule|Table|Page)"
            r"[A-Z][\w’'-]*(?:,?\s[\w’'&-]+){1,6}[!?]?)[”\"’']"
            rf"(?=\s(?:(?:[\w-]+\s){{0,3}}(?:{HEADS})s?\b|talks?|production|play|drama|and|which|was|is|has|will|in|at|to"
            r"|aimed|,)|[.,;)])"
        ),
        as_named,
        (
            Example("our “[[Lock It Up]]” campaign", "Lock It Up"),
            Example("a play called “[[Nine Doors Down]]” was shown", "Nine Doors Down"),
            Example("'[[Walk Away]]', a play on knives", "Walk Away"),
        ),
        ("the goal of “helping people” is", "the page, marked “Agenda Item 6”, is"),
    ),
)
