"""Rules that see a thing without a name, because somebody launched, held or bought it."""

import re

from csp_extract.extract.initiatives.named import as_named, with_head
from csp_extract.extract.initiatives.words import (
    ABOUT,
    ADVERB,
    AUX,
    BEGUN,
    DONE,
    HEADS,
    LAST,
    NOT_AFTER,
    PLAIN,
    kinds,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import InitiativeKind

_ACTS = (
    r"[Ll]aunch(?:ed|ing)?|[Dd]evelop(?:ed|ing)?|[Ii]ntroduc(?:ed?|ing)|[Pp]roduc(?:ed?|ing)"
    r"|[Cc]reat(?:ed?|ing)|[Dd]eliver(?:ed|ing)?|[Pp]urchas(?:ed?|ing)|[Pp]rocur(?:ed?|ing)"
    r"|[Ii]nstall(?:ed|ing)?|[Oo]rganis(?:ed?|ing)|[Pp]ilot(?:ed|ing)?|[Cc]ommission(?:ed|ing)?"
    r"|[Hh]old(?:ing)?|[Hh]eld|[Ss]taged|[Hh]ost(?:ed|ing)?|[Uu]pgrad(?:ed?|ing)"
    r"|[Pp]ublish(?:ed|ing)?|[Ii]ssu(?:ed?|ing)|[Oo]pen(?:ed|ing)?|[Ff]und(?:ed|s|ing)?"
    r"|[Ff]itt(?:ed|ing)|[Ee]stablish(?:ed|ing)?|set up|setting up|roll(?:ed|ing)? out|[Rr]uns?"
    r"|[Rr]an|running|[Bb]uy|bought|[Tt]riall?(?:ed|ing)?|attended|maintains?|[Rr]eplace[ds]?"
    r"|[Cc]onsult(?:ed|ing)? on|[Cc]omplet(?:ed?|ing)|[Rr]enew(?:ed|ing)?|[Mm]ake|[Mm]ade|making"
    r"|[Pp]ropos(?:ed?|ing)|[Ee]xtend(?:ed|ing)?|[Rr]eopen(?:ed|ing)?|asked for"
    r"|(?:pay|paid|pays|bid|apply|applied|tender(?:ed)?) for|[Bb]r(?:ing|ought) back|[Ww]rite"
    r"|(?:delivery|introduction|roll-?out|launch|provision|establishment)(?=\sof\s)"
    r"|[Dd]raft(?:ed|ing)?|work(?:ed|ing) on|moved|recruit(?:ed)?"
)
_NUMBER = (
    r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3})"
)
_MANY = rf"(?:{_NUMBER}\s(?:new\s|more\s|further\s|additional\s)?)"
_ARTICLE = r"(?:a|an|the|its|our|their|new)\s"
_MONEY = r"(?:£[\d,.]+(?:\s?(?:k|m|million))?(?:\sa\syear)?|\b[Gg]rants?|[Ff]unding)"
_SUBJECT = (
    r"(?<!\S)(?:(?<=^)|(?<=[.;:]\s)|(?<=\sand\s)|(?<=,\s)|(?<=that\s))"
    rf"(?:[Aa]\snumber\sof|A|An|a|an|The|the|All|Both|Both of our|One of the|New|Our"
    rf"|This year[’']s|(?:[Tt]he\s)?{_NUMBER})\s"
    r"(?:new\s|further\s|second\s|additional\s)?"
)


# Work that any paper calls so; a camera or a toolkit is a thing even without a word before it.
_WORKS = frozenset(
    head
    for head, kind in kinds().items()
    if kind in {InitiativeKind.PROJECT, InitiativeKind.SCHEME}
)
# Words before a head noun that tell no thing from another.
_EVERY = frozenset(
    "council partnership police the a an of all its our their new newer further second third last"
    " next first other largest main funded existing current various several many more additional"
    " local same whole previous such successful"
    " alternative planned existing original proposed off one-off refreshed revised updated draft"
    " initial two three four five six seven eight nine ten".split()
)


def _more_than_head(match: re.Match[str], anchor: None) -> str | None:
    """Return a name whose head noun is told apart by a word before it or by what it is about."""
    name = match["name"]
    first, last = (
        match.start("head") - match.start("name"),
        match.end("head") - match.start("name"),
    )
    before = [*name[:first].casefold().split(), *name[last:].removeprefix("s").split()]
    if _OPEN_END.search(name):
        return None  # "orders for a further period of": the words go on
    if " " not in match["head"] and all(word in _EVERY for word in before):
        return None  # "the largest awards" tells apart nothing
    if name.casefold().rstrip("s") == match["head"].casefold().rstrip("s"):
        return None
    return with_head(match, anchor)


def _told_apart(match: re.Match[str], anchor: None) -> str | None:
    """Return a name of two words or more that do not all stand before any thing."""
    first, *rest = match["name"].split()
    is_any = first.casefold() in _EVERY and len(rest) == 1
    return with_head(match, anchor) if rest and not is_any else None


def _on_some_thing(match: re.Match[str], anchor: None) -> str | None:
    """Return work on a thing that has a word of its own: "extension of the project" has none."""
    before = match.string[match.start("name") : match.start("head")].split(" of ", 1)[1]
    is_bare = " " not in match["head"] and all(word in _EVERY for word in before.split())
    return None if is_bare and match["head"].casefold() in _WORKS else as_named(match, anchor)


_OPEN_END = re.compile(r"\s(?:of|for|to|with|in|on|at|about|against|the|a|an)$")


DELIVERED: tuple[Rule[None, str], ...] = (
    Rule(
        "thing that money is for",
        re.compile(
            rf"{_MONEY}\s(?:is\s|was\s)?(?:to\s(?:the\s)?[A-Z][^,.;:£]{{2,60}}?\s)?(?:for|towards)\s"
            rf"(?:{_ARTICLE}|{_MANY})?(?:new\s)?"
            rf"(?P<name>(?:{PLAIN}){{1,5}}?(?P<head>{HEADS})s?(?![\w-]){LAST}(?:{ABOUT})?){NOT_AFTER}"
        ),
        _more_than_head,
        (
            Example("£4,000 for [[steel alley gates in Beck]]", "steel alley gates in Beck"),
            Example("It won funding for [[mobile speed cameras]]", "mobile speed cameras"),
            Example("£9,000 to Beck Trust for a [[bar safety course]]", "bar safety course"),
        ),
        ("£400 for the project", "a grant for officers"),
    ),
    Rule(
        "thing that was launched",
        re.compile(
            rf"(?:\b(?:{_ACTS})\s(?:of\s)?(?:{_ARTICLE}|{_MANY})|^(?:{_ACTS})\s|\b(?:project|scheme|programme)\sand\san?\s)(?:new\s)?"
            rf"(?P<name>(?:{PLAIN}){{0,5}}?(?P<head>(?i:{HEADS}))s?(?![\w-]){LAST}(?:{ABOUT})?){NOT_AFTER}"
        ),
        _more_than_head,
        (
            Example("It launched a [[young drivers website]] in May", "young drivers website"),
            Example("Publish a [[leaflet on bogus callers]]", "leaflet on bogus callers"),
            Example("for the delivery of a [[night drivers course]]", "night drivers course"),
            Example("Fund [[steel alley gates at Beck]]", "steel alley gates at Beck"),
        ),
        (
            "It launched a review",
            "held a meeting",
            "It ran the scheme",
            "It made the largest awards",
        ),
    ),
    Rule(
        "things put in place",
        re.compile(
            rf"(?:(?<=^)|(?<=[.;:]\s))(?=[A-Z][a-z])(?P<name>(?:{PLAIN}){{0,5}}?"
            rf"(?P<head>(?i:{HEADS}))(?:s|(?<=s)){LAST}(?:{ABOUT})?)\s{AUX}\s{ADVERB}(?:{DONE})\b"
        ),
        _told_apart,
        (
            Example("[[Knife arches]] were deployed at Beck", "Knife arches"),
            Example("[[Average speed cameras]] will be switched on", "Average speed cameras"),
        ),
        ("Other schemes were held", "The camera was fitted", "Council projects are funded"),
    ),
    Rule(
        "work on a thing",
        re.compile(
            r"\b(?P<name>(?:upgrade|installation|replacement|refurbishment|extension|expansion|development"
            r"|creation)\sof\s(?!existing|current)"
            rf"(?:the\s|an?\s|new\s)?(?:{PLAIN}){{0,4}}?(?P<head>(?i:{HEADS}))s?)(?![\w-]|\s[A-Z])"
        ),
        _on_some_thing,
        (
            Example(
                "began the [[installation of the alley gates]]", "installation of the alley gates"
            ),
            Example("the [[upgrade of street lighting]] is late", "upgrade of street lighting"),
        ),
        ("the extension of the meeting", "allowed the extension of the project"),
    ),
    Rule(
        "thing that has been launched",
        re.compile(
            rf"{_SUBJECT}(?P<name>(?:{PLAIN}){{0,5}}?(?P<head>(?i:{HEADS}))s?{LAST}(?:{ABOUT}){{0,2}})"
            rf"(?:,\s(?=[a-z])[^,.;()]{{3,70}},(?=\s)|\s\([^)]{{1,60}}\))?(?:,?\s(?:{AUX}\s{ADVERB}(?:{DONE}|made|moved|audited|bought)\b|(?:(?:has|have|had|will)\s)?(?:{BEGUN})"
            r"|(?:puts|covers|provides|offers|helps|helped|serves|supported|supports|dealt|costs?"
            r"|(?:has|have)\s(?:now\s)?(?:helped|supported|seen|covered|worked|dealt|reached|trained"
            r"|been\s(?:on|in|out|open|at))|(?:is|are)\s(?:now\s)?(?:open|live|in\splace|run))\b))"
        ),
        _more_than_head,
        (
            Example("A [[schools resource pack]] has now been developed", "schools resource pack"),
            Example("The [[drop-in at Beck]] had closed by May", "drop-in at Beck"),
        ),
        ("A review was completed", "The scheme has ended"),
    ),
)
