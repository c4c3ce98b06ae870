"""Rules for lists within a sentence that stand before the word that makes them priorities."""

import re

from csp_extract.extract.priorities.items import as_items
from csp_extract.extract.priorities.words import NAMES, SAID
from csp_extract.extract.rule import Example, Rule

BEFORE: tuple[Rule[None, str], ...] = (
    Rule(
        "things that remain priorities",
        re.compile(
            rf"{SAID}(?P<items>(?:(?!\bthat\b)[^:;.]){{6,300}}?)\s(?:remain(?:ed)?|continued?\sto\sbe|became"
            r"|(?:will|would|should|shall|to)\s(?:\w+\s)?be|emerged\sas|stood\sout\sas|top(?:ped)?\sthe\slist\sof|(?:are|were)\samong(?:st)?|feature\w*\samong(?:st)?|(?:make|made)\sup|form(?:ed)?"
            r"|(?:are|were|be|(?:have|has|had)\sbeen)(?:\s(?:retained|identified|agreed|adopted|chosen|set"
            r"|selected|confirmed)(?:\sas)?)?)\s(?:the\s|our\s|its\s|their\s)?"
            rf"(?:[\w’'/-]+\s){{0,3}}?(?:{NAMES})(?<!priority)\b(?!\s(?:of|for)\s(?:all|every|many)\b)",
        ),
        as_items,
        (
            Example("[[Theft, fraud and arson]] remain priorities for the group.", "items"),
            Example("[[Dogs, noise and litter]] have been adopted as local priorities.", "items"),
            Example("He said that [[dogs, noise and litter]] had been ward priorities.", "items"),
        ),
        ("The plans for Tarn, Beck and Hale remain.",),
    ),
    Rule(
        "things chosen as priorities",
        re.compile(
            r"\b(?:identif\w+|adopt\w*|cho(?:se|ose|oses|osing|sen)|select\w*|agreed?|set|named?|kept|keeps?|retain\w*"
            r"|propos\w+|recommend\w*|confirm\w*|approved?|listed|treat\w*|turn(?:ed)?\sto|point(?:s|ed)?\sto"
            r"|saw|sees?|put|highlight\w*|recogni[sz]\w+|view(?:s|ed)?|describ\w+|designat\w+|regard\w*|establish\w*"
            r"|vot\w+\sfor|decid\w+\son|put\sforward|suggest\w*|singled?\sout|determin\w+|pick(?:s|ed)?|flag(?:s|ged)|nominat\w+|took|takes?|include[sd]?|add(?:s|ed)?|support\w*|endors\w+"
            r"|ha(?:s|ve|d)(?!\s(?:\w+ed|been|chosen|set|kept|also|now)\b))\s(?!to\b|that\b)"
            r"(?P<items>[^:;.]{6,300}?)\s(?:as|among(?:st)?)\s(?:[\w’'/-]+\s){0,4}?"
            r"(?:priorities|objectives|priority\s(?:areas|themes|issues|outcomes)|themes|aims|ambitions|areas\sof\sfocus"
            r"|focus\sareas|(?:key|main|priority)\s(?:issues|areas|concerns|risks)(?=\s(?:for|to|facing)\b))\b",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example("Members chose [[parking, litter and noise]] as local priorities.", "items"),
            Example("It adopted [[theft, fraud and arson]] as its priorities.", "items"),
            Example("It has named [[safe homes, parks and roads]] as its themes.", "items"),
            Example("It would turn to [[theft, fraud and arson]] as its priorities.", "items"),
        ),
        ("The plan was adopted as one of our priorities.",),
    ),
)
