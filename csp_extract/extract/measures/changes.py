"""Changes and levels: how a sentence says that a figure moved, or stands."""

import re

from csp_extract.extract.measures.figures import (
    BRACKET,
    NOUN,
    NUMBER,
    PERCENT,
    SUBJECT,
    TAIL,
    UNIT,
    VERB,
    WHAT,
    WHOLE,
    changed,
    so_to,
    stood,
    went,
    went_on,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import MeasureValue

CHANGES: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="increase in something by",
        pattern=re.compile(
            rf"\b(?P<way>{NOUN})\sin\s{WHAT},?\s(?:by|of|to)\s(?:over\s|nearly\s|around\s|some\s)?"
            rf"(?P<value>{NUMBER}){PERCENT}{BRACKET}"
        ),
        value=changed,
        examples=(
            Example(
                "There was an [[increase in theft by 6% (12 more offences)]].",
                "theft: 6 percent up (12 more offences)",
            ),
            Example(
                "a [[reduction in burglary in Westbrook of 9.5%]]",
                "burglary: 9.5 percent down",
            ),
        ),
        refuses=("An increase in council tax by £5 was agreed.",),
    ),
    Rule(
        name="per cent increase in something",
        pattern=re.compile(
            rf"(?P<value>{NUMBER}){PERCENT}{BRACKET}\s(?P<way>{NOUN})\sin\s(?:the\s)?"
            r"(?P<what>(?:[\w’'/&-]+\s){0,5}?[\w’'/&-]+)(?=\s(?:compared|in|since|on|over|from"
            r"|during"
            r"|against|between|across|and|while|whilst|with|when|for|has|was|were|an?|the|that|which|who|by|at|as|is|are|had|have)\b|[,.;:()]|\s?$)"
        ),
        value=changed,
        examples=(
            Example("a [[12% rise in vehicle crime]] since May", "vehicle crime: 12 percent up"),
            Example(
                "[[4.2 per cent reduction in fires]], which is good",
                "fires: 4.2 percent down",
            ),
        ),
        refuses=("a £12 rise in fees",),
    ),
    Rule(
        name="something rose by",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:has\s|have\s|had\s|is\s|are\s|was\s"
            r"|were\s)?"
            rf"(?:also\s|been\s)?(?P<way>{VERB})(?:,\s[^,.;]{{3,60}},)?\s(?:by\s)?(?:an\saverage\sof\s|over\s|nearly\s"
            rf"|around\s|some\s|about\s|almost\s|approximately\s|more\sthan\s)?(?P<value>{NUMBER}){PERCENT}{BRACKET}"
        ),
        value=changed,
        examples=(
            Example("[[Shoplifting rose by 14%]] over the year.", "Shoplifting: 14 percent up"),
            Example(
                "[[Arson has fallen by 3.5% (4 fewer fires)]].",
                "Arson: 3.5 percent down (4 fewer fires)",
            ),
        ),
        refuses=("Fees rose by £3.",),
    ),
    Rule(
        name="something went from to",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:has\s|have\s|had\s)?"
            rf"(?P<way>{VERB}|(?:went|gone|came)\s(?:up|down)|went|gone|moved|improved)\sfrom\s(?P<base>{WHOLE})"
            rf"(?:{PERCENT})?\s(?:[\w/’-]+\s){{0,5}}?to\s(?P<value>{WHOLE})(?P<percent>{PERCENT})?"
        ),
        value=went,
        examples=(
            Example(
                "[[Robberies fell from 40 to 31]] in the year.",
                "Robberies: 31 count down",
            ),
            Example(
                "[[Satisfaction increased from 61% to 70%]].",
                "Satisfaction: 70 percent up",
            ),
        ),
        refuses=("The budget fell from £40 to £31.",),
    ),
    Rule(
        name="then from to",
        pattern=re.compile(
            rf"(?:(?<=,\s)|(?<=\s\())from\s(?P<base>{WHOLE})(?:{PERCENT})?\s(?:[\w/’-]+\s){{0,5}}?to\s(?P<value>{WHOLE})"
            rf"(?P<percent>{PERCENT})?"
        ),
        value=went_on,
        examples=(
            Example(
                "Hate crime continued to rise, [[from 121 in 2016/17 to 134]].",
                "Hate crime: 134 count up",
            ),
            Example("Calls fell by a third in May, [[from 90 to 60]].", "Calls: 60 count down"),
            Example("Thefts fell by a third ([[from 90 to 60]] thefts).", "Thefts: 60 count down"),
        ),
        refuses=("It is open daily, from 9 to 5.",),
    ),
    Rule(
        name="by a share and so to",
        pattern=re.compile(
            rf"(?:%|\bper\scent),?\s(?P<quote>to\s(?P<value>{NUMBER})(?P<percent>{PERCENT})?(?!\s(?:and|to)\s\d))"
        ),
        value=so_to,
        examples=(
            Example("Theft fell by 12 per cent [[to 1,204]] in a year.", "Theft: 1204 count down"),
            Example("Arson rose by 4% [[to 31]].", "Arson: 31 count up"),
        ),
        refuses=("It gives 12% to 40 groups.",),
    ),
    Rule(
        name="increase of so much in something",
        pattern=re.compile(
            rf"\b(?P<way>{NOUN})\sof\s(?:over\s|nearly\s|around\s|some\s|about\s)?(?P<value>{NUMBER}){PERCENT}{BRACKET}"
            r"(?:\s(?:on|over|from)\sthe\s(?:previous|last|same)\s[a-z]+)?\sin\s"
            r"(?:the\s(?:number\sof\s)?)?(?P<what>(?!the\b|[A-Z][a-z]+\s20|20)(?:[\w’'/&-]+\s){0,5}?[\w’'/&-]+)"
            r"(?=\s(?:compared|in|since|on|over|from|during|against|between|across|and|while|whilst|with|when|for|has|was|were)\b"
            r"|[,.;:()]|\s?$)"
        ),
        value=changed,
        examples=(
            Example("an [[increase of 8.1% in knife crime]].", "knife crime: 8.1 percent up"),
            Example("a [[fall of 3 per cent in arson]] since May", "arson: 3 percent down"),
        ),
        refuses=("an increase of £8 in fees",),
    ),
    Rule(
        name="level of so many per cent",
        pattern=re.compile(
            rf"(?<![\w’'/&-])(?P<what>(?:(?!an?\b|the\b|with\b|of\b|in\b|its\b|our\b|their\b)[\w’'/&-]+\s){{1,4}}?(?:level|rate|score|(?!contribution|allocation|inflation|average|percentage|{NOUN})[a-z]{{3,}}(?:ity|tion|ance|ence|age)))\sof\s(?:over\s|nearly\s|around\s|some\s)?"
            rf"(?P<value>{NUMBER})(?P<percent>{PERCENT}){TAIL}"
        ),
        value=stood,
        examples=(
            Example("with a [[confidence level of 94%]]", "confidence level: 94 percent"),
            Example("its [[detection rate of 12.5%]] is low.", "detection rate: 12.5 percent"),
        ),
        refuses=("a rate of £94",),
    ),
    Rule(
        name="something rose to",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:has\s|have\s)?(?P<way>{VERB})(?<!\sup)\sto\s(?P<value>{WHOLE})"
            rf"(?P<percent>{PERCENT})?(?!\s(?:and|to)\s\d)(?:\s(?:in\s[\w /’-]{{3,20}}?\s)?"
            rf"from\s(?:{WHOLE})(?:{PERCENT})?|,\s(?:up|down)\sfrom\s(?:{WHOLE})(?:{PERCENT})?(?:\s(?:{UNIT})\b)?)?{TAIL}"
        ),
        value=stood,
        examples=(
            Example(
                "[[Case reviews rose to 14 from 9]] in a year.",
                "Case reviews: 14 count up",
            ),
            Example("[[Satisfaction fell to 71%]].", "Satisfaction: 71 percent down"),
            Example(
                "[[Burglary rose to 1,204 offences, an increase of 3%]].",
                "Burglary: 1204 count up (an increase of 3%)",
            ),
        ),
        refuses=("The grant rose to £14.", "It will work with up to 40."),
    ),
    Rule(
        name="so many per cent lower",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:was|were|is|are|has\sbeen|have\sbeen)\s"
            r"(?:now\s|in\s[A-Z]\w+\s(?:20\d\d\s)?)?(?:around\s|about\s|some\s|over\s|nearly\s|approximately\s)?"
            rf"(?P<value>{NUMBER}){PERCENT}{BRACKET}\s(?P<way>lower|higher|fewer|less|more|down|up|above|below)\b"
        ),
        value=changed,
        examples=(
            Example(
                "[[Burglaries at farms were 18% fewer]] than in 2016.",
                "Burglaries at farms: 18 percent down",
            ),
            Example("[[Violence was 12% lower]].", "Violence: 12 percent down"),
        ),
        refuses=("The cost was £12 lower.",),
    ),
)
