"""Rules that tell a list of priorities by the words that lead it in, and an item by its label."""

import re

from csp_extract.extract.found import Span
from csp_extract.extract.priorities.before import BEFORE
from csp_extract.extract.priorities.focus import FOCUSED
from csp_extract.extract.priorities.inline import AFTER
from csp_extract.extract.priorities.ordinal import PLACED
from csp_extract.extract.priorities.words import NAMES
from csp_extract.extract.rule import Example, Family, Reads, Rule

_NOUNS = (
    r"(?:[Pp]riority|PRIORITY|[Oo]bjective|OBJECTIVE|[Tt]heme|THEME|[Aa]im|AIM|[Aa]mbition"
    r"|[Gg]oal|[Ff]ocus|[Pp]illar|[Mm]ission|[Pp]ledge|[Ss]trand|[Oo]utcome)"
)
_SORTS = r"(?:(?:[Ss]trategic|[Kk]ey|[Pp]olicing|[Ll]ocal|[Cc]ore)\s)?"
_NUMBER = r"(?:\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[A-H]|[ivx]{1,4})"

# "Priority 2" in a line or a cell of its own, and "Priority: safer roads" above a chapter.
LABEL = re.compile(rf"{_SORTS}{_NOUNS}\s(?:[Aa]rea\s)?(?P<number>{_NUMBER})\s?[:.]?")
UNNUMBERED = re.compile(rf"{_SORTS}(?P<noun>{_NOUNS})(?:\s[Aa]rea)?\s?[:–—]\s?(?=\w)")


def _as_list(_: re.Match[str], __: None) -> str | None:
    return "list"


def _as_item(_: re.Match[str], __: None) -> str | None:
    return "item"


# Lead-ins are read as whole sentences; what the rule spans is the cue itself.
LEAD_INS: tuple[Rule[None, str], ...] = (
    Rule(
        "priorities are",
        re.compile(
            rf"\b(?P<name>{NAMES})\b(?:\s[\w’'/,()&–-]+){{0,14}}?\s(?:are|were|remain|include|included|being|is|be)"
            r"(?=\s?(?::|-|–|;|$|as\s(?:follows|below|set)|set\sout|listed|detailed|shown|summarised|the\sfollowing|to:|now:|outlined))",
            re.IGNORECASE,
        ),
        _as_list,
        (
            Example("The [[priorities are]]:", "list"),
            Example("The Partnership's [[priorities for 2019/20 are]] set out below.", "list"),
        ),
        ("The grants are:",),
    ),
    Rule(
        "following priorities",
        re.compile(
            rf"\bfollowing\s(?:[\w’'/-]+\s){{0,4}}?(?P<name>{NAMES})\b(?!\sgroup)"
            r"|\bprioriti[sz](?:e|es|ed|ing)\sthe\sfollowing\b"
            rf"|\bfollowing\b[^.:;]{{0,60}}?\bas\s(?:[\w’'/-]+\s){{0,4}}?"
            rf"(?:{NAMES}|(?:key|main|top)\s(?:issues|areas|concerns|themes|risks)(?=\s(?:for|facing|to)\b))\b",
            re.IGNORECASE,
        ),
        _as_list,
        (
            Example("It adopted the [[following three strategic priorities]]:", "list"),
            Example("Work is shaped by the [[following objectives]]", "list"),
        ),
        ("the following actions were taken",),
    ),
    Rule(
        "priorities below",
        re.compile(
            rf"\b(?P<name>{NAMES})\b(?:\s[\w’'/,()&–-]+){{0,8}}?\s(?:below|as follows|namely)\b",
            re.IGNORECASE,
        ),
        _as_list,
        (
            Example("These are the [[priorities listed below]].", "list"),
            Example("The board chose five [[priority areas, as follows]]:", "list"),
        ),
        ("see the table below",),
    ),
    Rule(
        "agreed priorities with a colon",
        re.compile(
            rf"\b(?:agreed|adopted|set|identified|chose|chosen|has|have|had|retained|on|these|key|current|new|our|strategic|policing|plan|corporate|partnership|csp|’s|'s)\s"
            rf"(?:[\w’'/-]+\s){{0,5}}?(?P<name>{NAMES})\b(?:\s[\w’'/,()&–-]+){{0,9}}?\s?:$",
            re.IGNORECASE,
        ),
        _as_list,
        (
            Example("The group [[agreed four priorities for the year:]]", "list"),
            Example("[[Current priorities:]]", "list"),
        ),
        ("Costs by quarter:",),
    ),
    Rule(
        "areas to focus on",
        re.compile(
            r"\b(?:focus\w*|concentrat\w+)\s(?:[\w’'-]+\s){0,3}?(?:on|upon)\b(?:\sthe\sfollowing|\sthese)?"
            r"(?:\s[\w’'-]+){0,4}?(?:\s(?:areas|issues|themes|things))?[^.:;]{0,40}:$",
            re.IGNORECASE,
        ),
        _as_list,
        (
            Example("The group will [[focus on the following four areas:]]", "list"),
            Example("This year we [[concentrate on:]]", "list"),
        ),
        ("The talk focused on costs.",),
    ),
    Rule(
        "themes of a plan",
        re.compile(
            r"\b(?:plan|strategy|partnership|csp|board|commissioner|we)(?:[’']s)?\b[^.:;]{0,80}?"
            r"\b(?:following|these|its|our|has)\s(?:[\w’'-]+\s){0,3}?"
            r"(?P<name>themes|strands|goals|pillars|missions|pledges|ambitions|workstreams)\s?:?$",
            re.IGNORECASE,
        ),
        _as_list,
        (
            Example("The [[Plan has these four main strands]]", "list"),
            Example("The [[Board works on the following themes]]", "list"),
        ),
        ("The conference had these themes:",),
    ),
    Rule(
        "priorities and a colon",
        re.compile(
            rf"\b(?!priority\b)(?P<name>{NAMES})\b[^.:;]{{0,140}}:$",
            re.IGNORECASE,
        ),
        _as_list,
        (
            Example("Its [[priorities, chosen for 2017-20, stay:]]", "list"),
            Example("It holds six [[priorities:]]", "list"),
        ),
        ("Costs of the year:",),
    ),
)
ITEMS: tuple[Rule[None, str], ...] = (
    Rule(
        "numbered priority",
        re.compile(
            rf"^{_SORTS}{_NOUNS}"
            rf"\s(?:[Aa]rea\s)?(?P<number>{_NUMBER})\s?[:.–—-]\s?(?=\w)"
        ),
        _as_item,
        (
            Example("[[Priority 1: ]]Safer streets", "item"),
            Example("[[Objective Two – ]]Fewer victims", "item"),
            Example("[[Focus 3: ]]Calmer evenings", "item"),
        ),
        ("Priority was given to repairs",),
    ),
    Rule(
        "initials and number",
        re.compile(r"^(?:S[POTA]|K[POTA])(?P<number>\d)\s?[:–—-]\s(?=[A-Z])"),
        _as_item,
        (
            Example("[[SO1: ]]To make streets safer", "item"),
            Example("[[KP2 – ]]Fewer victims", "item"),
        ),
        ("SO14: the postcode of the hall", "SP2 cars were sold", "O2: the supply failed"),
    ),
)

# Lists within one sentence, in the order in which they are tried.
INLINE = (*AFTER, *BEFORE, *FOCUSED)


def read_cues(text: str) -> list[Reads[str]]:
    """Return the cues of a sentence in order; an earlier rule wins the place."""
    kept: list[Reads[str]] = []
    for rule in (*LEAD_INS, *ITEMS, *INLINE, *PLACED):
        for match in rule.pattern.finditer(text):
            place = match.span("items") if "items" in match.re.groupindex else match.span()
            span, value = Span(*place), rule.value(match, None)
            if value and not any(span.overlaps(other.span) for other in kept):
                kept.append(Reads(span, value, rule.name))
    return sorted(kept, key=lambda reads: reads.span)


FAMILY = Family("priorities", (*LEAD_INS, *ITEMS, *INLINE, *PLACED), read_cues, str)
