"""Rules for lists within a sentence of what a body puts first, though it names no priorities."""

import re

from csp_extract.extract.priorities.items import as_items, as_many
from csp_extract.extract.priorities.words import ARE, SAID
from csp_extract.extract.rule import Example, Rule

# What can be read of a list without naming priorities: a focus, something that is put first.
FOCUS = re.compile(
    r"\b(?:focus|concentrat|emphasis|themes|prioriti[sz]|(?:key|main) (?:issue|area|concern|risk))",
    re.IGNORECASE,
)
# Who can put something first for long, and the words that say for how long.
_BODIES = r"(?:partnership|csp|board|plan|strategy|commissioner|pcc|panel|we|group|authority|force)"
_FOR_YEARS = (
    r"\b(?:20\d\d(?:\s?[/–-]\s?\d{2,4})?|(?:coming|next|this|new)\s(?:(?:two|three|four|five|twelve|12|financial|municipal)\s)?"
    r"(?:years?|months|quarter))\b"
)


def _for_years(match: re.Match[str], _: None) -> str | None:
    """Return the word "items" where what a sentence lists is put first for a year or longer."""
    return as_many(match, None) if re.search(_FOR_YEARS, match.string, re.IGNORECASE) else None


FOCUSED: tuple[Rule[None, str], ...] = (
    Rule(
        "areas in focus",
        re.compile(
            r"\b(?:focus\w*|concentrat\w+)\s(?:[\w’'-]+\s){0,3}?(?:on|upon)\s(?:these\s|the\sfollowing\s)?"
            r"(?:two|three|four|five|six|seven|eight)\s(?:[\w’'-]+\s){0,2}?(?:areas|issues|themes|things)"
            r"[^.:;]{0,40}?(?::|\s–|,\snamely)\s(?P<items>[^:]{6,400})$",
            re.IGNORECASE,
        ),
        as_items,
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
        "things put first",
        re.compile(
            r"(?<!\band\s)\bprioriti[sz](?:e|es|ed|ing)\s(?:the\sfollowing\s?:?\s)?(?P<items>[^:.]{6,300})",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("This year it prioritised [[theft, fraud and arson]].", "items"),
            Example("It will prioritise [[knife crime, car crime and hate crime]].", "items"),
        ),
        ("Calls are prioritised by threat, harm and risk.", "We prioritise calls."),
    ),
    Rule(
        "things that a focus is on",
        re.compile(
            rf"\b(?:focus|emphasis)\b[^.:;]{{0,60}}?\s(?:is|was|{ARE})\son\s?:?\s(?P<items>[^:]{{6,400}})$",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("The focus for 2020 will be on: [[theft; fraud; and arson.]]", "items"),
            Example("Our focus should be on [[theft, fraud and arson.]]", "items"),
        ),
        ("The focus of the talk was on costs.",),
    ),
    Rule(
        "the focus of a year",
        re.compile(
            rf"\bfocus\sfor\s(?:[\w’'-]+\s){{0,3}}?{_FOR_YEARS}\s(?:is|was|{ARE})\s?:?\s(?!on\b)(?P<items>[^:]{{6,400}})$",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("The agreed focus for 2020 is [[theft, fraud and arson.]]", "items"),
            Example("Our focus for the coming year will be [[calm, trust and care.]]", "items"),
        ),
        ("The focus for 2020 is under review.",),
    ),
    Rule(
        "what a body focuses on for years",
        re.compile(
            rf"\b(?:{_BODIES})\b[^.:;]{{0,80}}?\s(?:focus\w*|concentrat\w+)\s(?:[\w’'-]+\s){{0,4}}?(?:up)?on\s?:?\s"
            r"(?P<items>[^:.]{6,400})",
            re.IGNORECASE,
        ),
        _for_years,
        (
            Example(
                "Over the next three years the Board will focus on [[theft, fraud and noise]].",
                "items",
            ),
            Example("In 2014/15 the CSP concentrated on [[theft, fraud and arson]].", "items"),
            Example("The Crime Plan 2021-25 focuses on: [[theft; fraud; and noise]].", "items"),
        ),
        (
            "The Board focused on the budget, the risk register and the rota.",
            "Over the next year the Board will focus on delivery, and we will report back.",
        ),
    ),
    Rule(
        "what a body will have in focus",
        re.compile(
            rf"{SAID}(?P<items>(?:(?!\bthat\b)[^:;.]){{6,300}}?)\s(?:(?:will|would|should|shall|to)\s(?:\w+\s)?be|remain(?:ed)?|(?:have|had)\sbeen)\s"
            rf"(?:the|our|its|their)\s(?:[\w’'-]+\s)?focus\b(?=[^.:;]{{0,80}}(?:{_BODIES}|{_FOR_YEARS}))",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("[[Theft, fraud and noise]] will be the focus of the Partnership.", "items"),
            Example("[[Theft, fraud and noise]] will be our focus in the coming year.", "items"),
        ),
        ("Costs, staffing and estates will be the focus of the talk.",),
    ),
    Rule(
        "what a plan gives priority to",
        re.compile(
            rf"\b(?:{_BODIES})\b[^.:;]{{0,60}}?\s(?:gives?|gave|will\sgive|giving|attach\w*|accords?)\s(?:\w+\s)?priority\sto\s"
            r"(?P<items>[^:.]{6,400})",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("The plan for 2012 gives priority to [[theft, fraud and noise]].", "items"),
            Example("The strategy gave high priority to [[arson, theft and noise]].", "items"),
        ),
        ("Officers gave priority to repairs in Tarn, Beck and Hale.",),
    ),
)
