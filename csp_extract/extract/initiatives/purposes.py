"""Rules that see a thing without a name, by what it is to do or by what was done with it."""

import re

from csp_extract.extract.alternatives import one_of
from csp_extract.extract.initiatives.named import as_named
from csp_extract.extract.initiatives.words import DONE, PLAIN, kinds
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import InitiativeKind

_ARTICLE = r"(?:an?|the|its|our|their)\s"
_PROJECT = r"(?:project|programme|scheme|initiative|pilot|campaign|service|course)"
_PAID = (
    r"(?:[Ff]und(?:ed|ing|s)?|[Cc]ommission(?:ed|ing)?|[Ll]aunch(?:ed|ing)?|[Ss]et(?:ting)?\sup"
    r"|[Dd]evelop(?:ed|ing)?|[Dd]eliver(?:ed|ing)?|[Ss]upport(?:ed|ing)?|[Pp]ilot(?:ed|ing)?"
    r"|delivery\sof|(?:[Ff]unding|[Gg]rants?|£[\d,.]+(?:k|m)?)\s(?:for|towards))"
)
# To where what a thing is to do has been told.
_TO_THE_END = r"(?:\s(?!which\b|that\b|who\b|where\b|and\swould\b)[\w’'/&()-]+){1,12}?"
_END = r"(?=[.,;:]|\sto\s(?:better|further|help|ensure|enable)\b|\s(?:which|that|who|where)\b|$)"
# Works are bought or built; only a thing that can be touched is upgraded or installed.
_WORKS = (
    r"(?:upgrad(?:e|ing)|install(?:ing)?|refurbish(?:ing)?|replac(?:e|ing)|deploy(?:ing)?|fit(?:ting)?"
    r"|renew(?:ing)?|purchas(?:e|ing)|procur(?:e|ing)|rebuild(?:ing)?)"
)
_MEANS = (
    r"(?:aim(?:s|ed|ing)?|plan(?:s|ned|ning)?|look(?:s|ed|ing)?|hop(?:es|ed|ing)|intend(?:s|ed|ing)?"
    r"|propos(?:es|ed|ing)|[Ff]und(?:s|ing)?|[Cc]ontracts?|[Bb]id)\s(?:to|at)"
)
_FIXED = one_of(head for head, kind in kinds().items() if kind is InitiativeKind.EQUIPMENT)
_NOT_WORKS = re.compile(
    r"\b(?:vacanc|posts?\b|officers?\b|staff|members?\b|plan\b|strategy|policy|contract|agreement|need"
    r"|system\sof|with(?:in)?\b|into\b)"
)


def _works(match: re.Match[str], _: None) -> str | None:
    """Return works on a thing that can be touched, and not the filling of a post or of a need."""
    return None if _NOT_WORKS.search(match["name"]) else match["name"]


PURPOSES: tuple[Rule[None, str], ...] = (
    Rule(
        "thing told by what it is to do",
        re.compile(
            rf"\b{_PAID}\s(?:{_ARTICLE})?(?:new\s)?"
            rf"(?P<name>(?:{PLAIN}){{0,3}}?{_PROJECT}\s(?:to(?!\s(?:be|have|date)\b)){_TO_THE_END}){_END}"
        ),
        as_named,
        (
            Example(
                "The group gave funding for a [[project to mend the paths by Tarn Water]].",
                "project to mend the paths by Tarn Water",
            ),
            Example(
                "agreed to fund a [[programme to hear from young carers]].",
                "programme to hear from young carers",
            ),
        ),
        (
            "It funded the project to date.",
            "They funded programmes to mend their ways.",
            "The officer asked the service to report back.",
        ),
    ),
    Rule(
        "works that somebody means to do",
        re.compile(
            rf"\b{_MEANS}\s(?P<name>(?:develop(?:ing)?\sand\s)?{_WORKS}(?:\sand\s{_WORKS})?\s(?:{_ARTICLE}|its\s)?"
            r"(?:(?!and\b|to\b|which\b|that\b|whose\b|as\b|so\b|by\b|during\b|from\b|this\b|these\b|any\b|it\b)"
            r"[\w’'-]+\s?){1,7})(?<!\s)"
        ),
        _works,
        (
            Example(
                "Officers were aiming to [[replace the lamps in Holm Park]] and to",
                "replace the lamps in Holm Park",
            ),
            Example(
                "are looking at [[upgrading forty bus shelters]], of",
                "upgrading forty bus shelters",
            ),
        ),
        (
            "Officers were aiming to reduce crime",
            "It planned to replace two officers",
            "hoping to renew the contract",
        ),
    ),
    Rule(
        "what somebody was commissioned to do",
        re.compile(
            rf"\b(?:been|was|were|is|are)\s(?:re-?)?commissioned\sto\s(?P<name>(?!be\b)[a-z]+{_TO_THE_END}){_END}"
        ),
        lambda match, _: match["name"],
        (
            Example(
                "A trust has been commissioned to [[teach tenants how to bank safely]].",
                "teach tenants how to bank safely",
            ),
            Example(
                "Two drivers were commissioned to [[carry meals to the hill farms]], which",
                "carry meals to the hill farms",
            ),
        ),
        ("The report was commissioned in May.", "A van is commissioned to be ready."),
    ),
    Rule(
        "thing that was put in place",
        re.compile(
            rf"(?:\b(?:[Tt]he|[Aa]n?|and|of|with)\s|,\s)(?P<name>(?:{PLAIN}){{0,3}}?(?P<head>(?i:{_FIXED}|alley-gate))s?)"
            rf"(?![\w-])\s(?:that|which)\s(?:has|have|had|was|were)\s(?:now\s|recently\s|just\s)?(?:been\s)?(?:{DONE})\b"
        ),
        as_named,
        (
            Example("praised the [[alley-gates]] that had been installed", "alley-gates"),
            Example("and [[sun-powered cameras]] that have been fitted", "sun-powered cameras"),
        ),
        (
            "the project that was agreed",
            "the county wide initiative that had been launched",
            "the board that had been set up",
        ),
    ),
)
