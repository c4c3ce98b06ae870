"""Shares, rates and labelled figures: what is so, of how many, and per how many."""

import re

from csp_extract.extract.measures.figures import (
    NOUN,
    NUMBER,
    PERCENT,
    SUBJECT,
    TAIL,
    WHOLE,
    labelled,
    rate,
    share,
    stood,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import MeasureValue

SHARES: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="so many per cent said",
        pattern=re.compile(
            rf"(?P<value>{NUMBER}){PERCENT}\s(?P<what>(?:said|stated|felt|feel|thought|think|agreed|reported|wanted|told|rated|supported"
            r"|were|had|have|would|did|knew|know|live|lived|took|came)"
            r"(?:\s(?!and\b|but\b|while\b|whilst\b)[\w’'-]+){0,12})"
        ),
        value=share,
        examples=(
            Example(
                "Of those asked, [[68% said they felt safe]].", "said they felt safe: 68 percent"
            ),
            Example("and [[9% thought otherwise]].", "thought otherwise: 9 percent"),
        ),
        refuses=("£9 felt a fair price",),
    ),
    Rule(
        name="label and figure",
        pattern=re.compile(
            rf"^(?:[–•-]\s)?(?P<what>[A-Z][^:.;,\d]{{3,70}}):\s(?:over\s|around\s|some\s)?(?P<value>{WHOLE})(?P<percent>{PERCENT})?"
            r"(?=[,.;]|\s\(|\sin\s(?:20|the)|\sso\sfar\b|\sagainst\b|\scompared\b|\s?$)"
        ),
        value=labelled,
        examples=(
            Example(
                "[[Nuisance bike complaints: 96]] in 2017.", "Nuisance bike complaints: 96 count"
            ),
            Example("[[Victims satisfied: 84%]], unchanged.", "Victims satisfied: 84 percent"),
        ),
        refuses=("Agenda item: 7", "Wards affected: 12"),
    ),
    Rule(
        name="share stands at",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:stands\sat|stood\sat|(?:was|is)(?:\s(?:now|currently|still|at|just|only))?|reached"
            r"|(?:has\s|have\s|had\s)?(?:remain(?:s|ed)?|stayed|held|continues?|continued)\s(?:(?:consistently|very|relatively)\s)?"
            r"(?:(?:high|low|steady|stable|static|level|constant|unchanged|strong)\s)?at)"
            rf"\s(?P<value>{NUMBER})(?P<percent>{PERCENT}){TAIL}"
        ),
        value=stood,
        examples=(
            Example(
                "[[Victim satisfaction remained high at 81%]].", "Victim satisfaction: 81 percent"
            ),
            Example("[[The detection rate was 14.3%]] in May.", "detection rate: 14.3 percent"),
            Example(
                "[[Confidence stood at 64%, two points down]].",
                "Confidence: 64 percent down (two points down)",
            ),
        ),
        refuses=("The fee was £14.",),
    ),
    Rule(
        name="rate per population",
        pattern=re.compile(
            rf"(?P<value>{NUMBER})\s(?P<what>(?:[\w’'/&-]+\s){{0,4}}?)per\s(?:(?:1,?000|10,?000"
            rf"|100,?000|million)"
            r"\s(?:of\s(?:the\s)?)?(?:population|people|residents|households|inhabitants|adults|children|dwellings)"
            r"|head\sof\spopulation)"
        ),
        value=rate,
        examples=(
            Example("[[6.4 offences per 1,000 population]] were recorded.", "offences: 6.4 rate"),
            Example("[[31 incidents per 10,000 people]]", "incidents: 31 rate"),
        ),
        refuses=("£6 per 1,000 leaflets",),
    ),
    Rule(
        name="so much per population was",
        pattern=re.compile(
            r"(?<![\w’'/&-])(?P<what>(?:(?!(?:the|that|in|of|for)\s)[\w’'/&-]+\s){1,4}?)per\s(?:1,?000|10,?000|100,?000|million)\s"
            r"(?:of\s(?:the\s)?)?(?:population|people|residents|households|inhabitants|adults|children|dwellings)\s"
            rf"(?:was|were|is|stood\sat|fell\sto|rose\sto|had\s(?:fallen|risen)\sto)\s(?P<value>{NUMBER})"
        ),
        value=rate,
        examples=(
            Example("[[Theft per 1,000 households was 4.1]], a low.", "Theft: 4.1 rate"),
            Example("the [[crime per 10,000 population stood at 310]]", "crime: 310 rate"),
        ),
        refuses=("The cost per 1,000 leaflets was £6.",),
    ),
    Rule(
        name="share of a group",
        pattern=re.compile(
            rf"(?P<value>{NUMBER}){PERCENT}\sof\s(?P<what>(?:the\s|all\s"
            rf"|those\s)?(?:[\w’'/&-]+\s){{1,14}}?[\w’'/&-]+)"
            r"(?=[,.;:()]|\s(?:compared|in\s(?:the|20\d\d|[A-Z])|against|while|whilst|and|but|where|which|because|since)\b|\s[–—]"
            r"|\s?$)"
        ),
        value=share,
        examples=(
            Example(
                "[[72% of respondents felt safe]], which is good.",
                "respondents felt safe: 72 percent",
            ),
            Example("[[15% of victims declined support]]", "victims declined support: 15 percent"),
        ),
        refuses=("£15 of vouchers",),
    ),
    Rule(
        name="accounts for a share",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:accounts?\sfor|accounted\sfor|made\sup|makes?\sup|represents?|represented)\s"
            rf"(?:over\s|nearly\s|around\s|some\s|about\s|just\s)?(?P<value>{NUMBER})(?P<percent>{PERCENT})(?!\s(?:of|{NOUN})\b)"
        ),
        value=stood,
        examples=(
            Example("[[Noise accounts for 52%]].", "Noise: 52 percent"),
            Example("[[Litter makes up 9 per cent]], as before", "Litter: 9 percent"),
        ),
        refuses=("Rent accounts for £52.", "Noise, which represented a 9% rise"),
    ),
)
