"""Rules that see a name by its own words: an operation, a head noun, a plan with its years."""

import re

from csp_extract.extract.alternatives import one_of
from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import (
    CAP,
    HEADS,
    LAST,
    MIDDLE,
    NOT_AFTER,
    OPENING,
    SMALL,
    TITLED,
    is_refused,
    kind_of,
    lexicon,
)
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import InitiativeKind

# What a plan says is no act of launching it.
_FRAME = re.compile(
    r"\b(?:objectives?|outcomes?|priorities|aims|themes|performance|progress|chapter\s\w+|part|page\s\d+|actions?|requirements?"
    r"|terms|duties)\s(?:of|in|against|under)\s(?:the\s|its\s|our\s|their\s)?(?:current\s|draft\s)?(?:[\w’'-]+\splan\sand\s)?$"
)

_SHELVES = frozenset({"website", "newsletter", "directory", "magazine", "web page", "policy"})
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
# An acronym before a plural in small letters says whose the things are, or of what sort.
_ALL_OF_IT = re.compile(r"(?:[Tt]he\s|[Oo]ur\s)?[A-Z]{2,}(?:[’']s)?\s[a-z]+s")
# A state of a paper, or what it is for in any field, names none.
_STATE = re.compile(
    r"(?i:(?:that\s)?(?:the\s|a\s)?(?:finali[sz]ed|Draft|Final|Revised|Updated|Refreshed|Proposed|Existing|Implementation"
    r"|Performance|Decision-Making)\s(?:Strategy|Plan|Framework|Policy|Protocol))"
)
# "marked ‘Minor’ or ‘Not known": the mark before a space closes what was quoted.
_CLOSED = re.compile(r"(?:^|\s)[\w-]*[^\Ws][’']\s")
_BODY_BEFORE = re.compile(
    r"(?:Partnership|Council|Board|Group|Trust|Forum|Panel|CSP)[,:]?\s[“\"‘']$"
)


# "under the priority of 'Keeping Well'": what stands there is one.
_PRIORITY_OF = re.compile(
    r"\b(?:priority|objective|theme|aim|outcome|heading)(?:\s(?:of|called|entitled))?[\s:]+[“\"‘']?$",
    re.IGNORECASE,
)
_SPEAKER = frozenset({"We", "They", "You", "I", "He", "She"})


def is_frame(before: str) -> bool:
    """Return whether the words before a plan only say what it holds: "the aims of the Plan"."""
    return _FRAME.search(before) is not None


def as_named(match: re.Match[str], _: None) -> str | None:
    """Return the name, unless it is that of a body, a post, a meeting or a priority."""
    name = match["name"]
    if name.split(maxsplit=1)[0] in _SPEAKER:
        return None  # "We expect projects" is a clause
    before = match.string[max(0, match.start("name") - 40) : match.start("name")]
    return None if is_refused(name) or _PRIORITY_OF.search(before) else name


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
    is_bare = len(words) == 2 and words[1].startswith(match["head"])
    if words[0] in OPENING and (is_bare or (len(words) < 3 and match["head"].islower())):
        return None  # "The project" names nothing
    if len(words) > 2 and words[-2] in {"this", "that", "the", "these", "our", "a", "an", "each"}:
        return None  # "Whilst this event" does not either
    if _ALL_OF_IT.fullmatch(name) and kind_of(name) is not InitiativeKind.EQUIPMENT:
        return None  # "CSP projects" are all that it runs
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
    if words[-1] in {"Plan", "Strategy", "strategy", "Framework"} and is_frame(before):
        return None
    if _CLOSED.search(match["name"]):
        return None  # the end of what is quoted
    if _STATE.fullmatch(match["name"]):
        return None  # "the Implementation Strategy" is one of many
    if match["head"] == "Drive" and len(words) == 2:
        return None  # a street
    if before.endswith((" no ", " on ")) and match["head"] in {"Day", "Night"}:
        return None  # "on Women's Day" is a date
    if before.endswith(" no ") or _OTHERS.match(match["name"]) or _COUNTED.match(match["name"]):
        return None
    return with_head(match, anchor) if is_name else None


def _quoted(match: re.Match[str], anchor: None) -> str | None:
    """Return a title in quotation marks, unless two quotations were taken for one, or a body's."""
    before = match.string[max(0, match.start("name") - 20) : match.start("name")]
    if _CLOSED.search(match["name"]) or _BODY_BEFORE.search(before):
        return None
    return as_named(match, anchor)


# A head noun before "and" ends one name: "the Locks Project and the Lights Scheme" are two.
_WORD = rf"(?!(?i:{HEADS})s?\sand\b){CAP}"
# "to the Home Office with the Knives Strategy": the second article opens another name.
_JOIN = rf"\s(?!(?:with|to|from|on|in|at)\sthe\s)(?:{SMALL}\s){{0,2}}"
_NAME = rf"{_WORD}(?:{_JOIN}(?:{_WORD}|Spring|Summer|Autumn|Winter)){{0,6}}"


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
            r"(?:\sNo\.?\s?\d{1,2})?)(?![\w-])(?!\smay\b|[’']s)"
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
            "powers to make Public Space Protection Order’s",
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
            rf"(?<![\w’'/-])(?<!\d\.)(?P<name>(?:{_NAME})\s(?:\([A-Z]{{2,6}}\)\s)?(?:(?:{MIDDLE}[a-z][\w-]+\s){{0,2}})?"
            rf"(?P<head>(?i:{HEADS})(?:es|s)?|(?:{TITLED})(?!\s[A-Z])))(?![\w-]){LAST}{NOT_AFTER}"
        ),
        _capital,
        (
            Example("the [[Safe Nights Scheme]] is open", "Safe Nights Scheme"),
            Example("a [[Water Safety Week]] stall", "Water Safety Week"),
            Example("funding for [[Bystander training]] in bars", "Bystander training"),
            Example("at 2.9 [[Shop Safety Project]] rose", "Shop Safety Project"),
            Example(
                "sent to the Home Office with the [[Calm Streets Strategy]]",
                "Calm Streets Strategy",
            ),
        ),
        (
            "The project was late",
            "Street Wardens continue to patrol",
            "the Youth Offending Service",
            "Community Safety Partnership",
            "It rained last week",
            "We ask that projects end",
            "The CSP projects go ahead",
            "the Implementation Strategy was noted",
            "between Copse Drive, Holm Fields and",
            "the Police view regarding CCTV was told",
            "Finalised strategy agreed",
            "the Member Champions met",
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
        _quoted,
        (
            Example("our “[[Lock It Up]]” campaign", "Lock It Up"),
            Example("a play called “[[Nine Doors Down]]” was shown", "Nine Doors Down"),
            Example("'[[Walk Away]]', a play on knives", "Walk Away"),
        ),
        (
            "the goal of “helping people” is",
            "the page, marked “Agenda Item 6”, is",
            "fires put down as 'Minor' or 'Not known'.",
            "the work of the Partnership ‘Calmer Tarn’, and",
        ),
    ),
)
