"""Rules that see a name because a clause says what it is, or that it began, ran or ended."""

import re

from csp_extract.extract.initiatives.named import as_named
from csp_extract.extract.initiatives.words import (
    ADVERB,
    AUX,
    BEGUN,
    CLASSES,
    COINED,
    DONE,
    HEADS,
    NOT_AFTER,
    OPENING,
    PLAIN,
    TITLE,
    is_ordinary,
    is_person,
)
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.rule import Example, Rule

_BODY = re.compile(
    r"\b(?:Council|Police|Board|Committee|Partnership|Authority|Constabulary|Group|Panel)$"
)
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_ARTICLE = r"(?:A|An|The|a|an|the|this|This|its|Its|their|our|Our|new|New|one)\s"
# What such a thing is for, between its head noun and its name: "course for front-line staff, X".
_FOR = r"(?:\s(?:for|on|about|with|in|against|aimed\sat)\s(?:[a-z][\w’'-]*+\s?){1,6}(?<!\s))?"
_CALLED = (
    r"(?:entitled|called|titled|branded(?:\sas)?|known\sas|named|renamed|re-named|rebranded(?:\sas)?"
    r"|relaunched\sas|under\sthe\s(?:name|title|banner)(?:\sof)?|operating\sas|trading\sas)"
)
_ENDS = r"(?=[”\"’]?(?:\s[a-z(]|[,.;:)]|$))"


def _coined(match: re.Match[str], anchor: None) -> str | None:
    """Return a name, unless it is a lone common noun, or a person's."""
    name = match["name"]
    if name.split()[0] in OPENING or is_person(name) or _is_office(name):
        return None
    if _ACRONYMS.fullmatch(name):
        return None  # "three orders (PSPOs)": what they are for short
    if " " not in name and (is_ordinary(name) or (name.isupper() and "-" not in name)):
        return None
    return as_named(match, anchor)


def _is_office(name: str) -> bool:
    """Return whether a name is that of an office, with its area: "Commissioner for Tarnshire"."""
    parties = [party for party in parties_in(name) if party.span.start == 0]
    return any(
        party.kind == "role" and name[party.span.end :].startswith((" for ", " of "))
        for party in parties
    )


def _titled(match: re.Match[str], _: None) -> str | None:
    """Return a title that a thing is said to bear, unless only a public body could bear it."""
    name = match["name"]
    return None if _BODY.search(name) else name


TOLD: tuple[Rule[None, str], ...] = (
    Rule(
        "title of a thing",
        re.compile(
            rf"\b(?:{HEADS}|{CLASSES})s?,?\s"
            rf"(?:[\w’'-]+,?\s){{0,6}}?{_CALLED}\s(?:the\s)?[“\"‘]?(?P<name>{COINED}){_ENDS}"
        ),
        _titled,
        (
            Example("a drama on debt entitled [[Owed]] came to Tarn", "Owed"),
            Example("a stage show called [[Nobody’s Child]] toured", "Nobody’s Child"),
            Example("the outreach service, renamed [[Harbourlink]] in May", "Harbourlink"),
        ),
        ("a body called Tarn Council", "the service called the Police"),
    ),
    Rule(
        "name beside its noun",
        re.compile(
            rf"\b{_ARTICLE}(?:{PLAIN}){{0,5}}?(?P<head>(?i:{HEADS})|{CLASSES})s?{_FOR}"
            rf"(?:,\s|\s[–—-]\s|\s\((?:the\s)?[“\"‘]?)(?P<name>{COINED})"
            r"(?=,(?!\s[A-Z])|\s[–—-]\s|[”\"’]?\)|\s\(|\s?[.;]|$)"
        ),
        _coined,
        (
            Example("A new outreach scheme, [[Harbourlink]], will start", "Harbourlink"),
            Example("a course for bar staff, [[Look and Act]], has run twice", "Look and Act"),
        ),
        (
            "In the last scheme, Beck, Tarn and Holm took part",
            "For the project, Members agreed",
            "the three town schemes (PSPOs) lapse",
            "In the last scheme, Commissioner for Tarnshire",
        ),
    ),
    Rule(
        "name right after its noun",
        re.compile(
            rf"\b{_ARTICLE}(?:{PLAIN}){{0,4}}?(?P<head>{HEADS})\s[“\"‘]?(?P<name>{TITLE})"
            r"(?=[”\"’]?\s(?:ran|was|were|is|has|had|will|which|for|in|at|opened|began|ended|continues?)\b)"
        ),
        _coined,
        (
            Example("The summer programme [[Sun and Shade]] ran in five parks", "Sun and Shade"),
            Example("a new project [[Bright Doors]] has begun", "Bright Doors"),
        ),
        ("In the scheme Tarn Council has led", "the service Councillor Hall was in"),
    ),
    Rule(
        "noun beside its name",
        re.compile(
            rf"(?:(?<=^)|(?<=[.;:(]\s)|(?<=\b[a-z]\s)|(?<=[a-z]{{2}}\s))(?P<name>{COINED})(?:,\s|\s[–—-]\s|\s\()"
            rf"(?:a|an|the|our|its|their)\s(?:{PLAIN}|and\s){{0,5}}?(?P<head>{HEADS}|{CLASSES})s?"
            r"(?=[,.)]|\s(?:for|to|that|which|in|on|at|run|led|aimed|with|designed|where|by|against|of)\b)"
        ),
        _coined,
        (
            Example(
                "[[Harbourlink]], a new outreach scheme for rough sleepers, opened", "Harbourlink"
            ),
            Example("We fund [[Bright Doors]], a project to fit locks", "Bright Doors"),
        ),
        ("Beck, the market town, has grown", "Councillor Hall, the scheme lead, spoke"),
    ),
    Rule(
        "name that is a thing",
        re.compile(
            rf"(?:(?<=^)|(?<=[.;:]\s)|(?<=[Tt]he\s))(?P<name>{COINED})\s(?:is|was|will\sbe)\s(?:now\s)?(?:a|an|our|the)\s"
            rf"(?:{PLAIN}){{0,4}}?(?P<head>{HEADS}|{CLASSES})s?"
            rf"(?=\s(?:for|to|that|which|in|on|of|run|led|aimed|with|designed|where|by|delivered|between)\b){NOT_AFTER}"
        ),
        _coined,
        (
            Example("[[Homeward Bound]] is a morning for new drivers", "Homeward Bound"),
            Example("[[Harbourlink]] is an outreach service run by volunteers", "Harbourlink"),
        ),
        ("Members said it is a scheme", "Tarn Council is a project partner"),
    ),
    Rule(
        "name that was delivered",
        re.compile(
            r"(?:(?<=^)|(?<=[.;:]\s)|(?<=\sand\s)|(?<=[Tt]he\s)|(?<=,\s)|(?<=of\s)|(?<=that\s))"
            rf"(?P<name>{TITLE})(?:\s\([A-Z][^)]{{1,40}}\))?\s{AUX}\s{ADVERB}(?:{DONE})\b"
        ),
        _coined,
        (
            Example("[[Ready for Winter]] was held at the quay", "Ready for Winter"),
            Example("In May the [[Big Skip Day Out]] was run twice", "Big Skip Day Out"),
        ),
        ("Tarn Council was awarded a grant", "Members were asked"),
    ),
    Rule(
        "name that began or ended",
        re.compile(
            r"(?:(?<=^)|(?<=[.;:]\s)|(?<=^The\s)|(?<=\.\sThe\s)|(?<=that\s))"
            rf"(?P<name>{COINED})(?:\s\([A-Z][^)]{{1,40}}\))?"
            rf"\s(?:(?:has|have|had|will|did|to)\s)?{ADVERB}(?:{BEGUN})"
        ),
        _coined,
        (
            Example("[[Harbourlink]] opened on 3 May with a tea", "Harbourlink"),
            Example("[[Bright Doors]] will restart in June", "Bright Doors"),
        ),
        (
            "Consultation opened in June",
            "Councillor Hall opened the debate",
            "Officers continue to patrol",
        ),
    ),
    Rule(
        "lone name that was launched",
        re.compile(
            rf"(?:(?<=^)|(?<=[.;:]\s))(?P<name>{COINED})\s{AUX}\s{ADVERB}"
            r"(?:launched|relaunched|opened|extended|rolled out|piloted|renewed|discontinued"
            r"|wound up|closed|suspended|recommissioned|renamed|set up|begun|run by|delivered by"
            r"|led by|funded by)\b"
        ),
        _coined,
        (
            Example("[[Harbourlink]] was launched in May", "Harbourlink"),
            Example("[[Harbourlink]] is run by volunteers", "Harbourlink"),
        ),
        ("Recruitment was suspended", "Members were asked"),
    ),
    Rule(
        "name that somebody runs",
        re.compile(
            r"\b(?:[Rr]uns?|[Rr]an|[Ll]aunch(?:ed|ing)?|[Pp]iloted|[Ii]ntroduced|[Ss]taged|[Rr]elaunched"
            r"|set up|[Rr]olled out|[Rr]unning|[Pp]romoted)\s(?:the|a|an|our|its|their)\s(?:new\s)?"
            rf"(?P<name>{TITLE})"
            r"(?=\s(?:in|on|at|with|for|to|across|from|during|again|which|that|and)\b|\s\(|[.,;]|$)"
        ),
        as_named,
        (
            Example("we run the [[Harbour Pot]] with schools", "Harbour Pot"),
            Example("It launched the [[Big Lock Up]] in May", "Big Lock Up"),
        ),
        ("They run the Tarn Youth Council", "It set up a Task Group"),
    ),
    Rule(
        "name that reached people",
        re.compile(
            rf"(?:(?<=^)|(?<=[.;:]\s))(?P<name>{TITLE})\s(?:(?:has|have|had)\s)?"
            r"(?:now\s|since\s|so far\s)?"
            r"(?:by\s[\w\s]{3,25}\s)?(?:worked\swith|reached|engaged|been\s(?:seen|attended)\sby)\s"
            r"(?:some\s|over\s|about\s|around\s|nearly\s)?\d"
        ),
        _coined,
        (
            Example("[[Fresh Start]] has worked with 40 families", "Fresh Start"),
            Example("[[Bright Doors]] had by 31 March reached 200 homes", "Bright Doors"),
        ),
        ("Tarn Council has worked with 40 families",),
    ),
    Rule(
        "name with what was done to it",
        re.compile(
            rf"(?:(?<=^)|(?<=[a-z]\s)|(?<=[.;:]\s))(?P<name>{TITLE}),\s(?:now\s)?(?:begun|launched|opened|started"
            r"|delivered|run|piloted|set\sup|rolled\sout|staged|funded|held)\s(?:by|in|on|with|at|for|from|across)\b"
        ),
        _coined,
        (
            Example(
                "and its neighbour [[Upper Vale Link]], begun by volunteers", "Upper Vale Link"
            ),
            Example("[[Fresh Start]], run by two churches, has room", "Fresh Start"),
        ),
        ("Beck Trust, funded by the Council, met",),
    ),
    Rule(
        "delivery of a name",
        re.compile(
            r"\b(?:(?:delivery|launch|introduction|production|roll[- ]?out|showing|relaunch|pilot"
            r"|opening|refresh|revision|adoption|publication)\sof|contract\sfor)\s"
            rf"(?:the\s|a\s|an\s|our\s)?(?P<name>{TITLE})(?=\s(?!Team|Group|Board)|[.,;)]|$)"
        ),
        as_named,
        (
            Example("the delivery of [[Bright Doors]] to schools", "Bright Doors"),
            Example("since the launch of [[Speak Up Loud]] in bars", "Speak Up Loud"),
        ),
        ("the launch of Tarn Town Council",),
    ),
)
