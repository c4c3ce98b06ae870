"""Figures of performance in a sentence: changes, counts, shares and rates."""

import re
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.measures.counts import COUNTS
from csp_extract.extract.measures.figures import (
    BRACKET,
    NOUN,
    NUMBER,
    PERCENT,
    SUBJECT,
    TAIL,
    VERB,
    WHAT,
    WHOLE,
    changed,
    counted,
    labelled,
    rate,
    share,
    stood,
    went,
    went_on,
)
from csp_extract.extract.measures.lexicon import lexicon
from csp_extract.extract.measures.numerals import SPELT
from csp_extract.extract.rule import Example, Family, Reads, Rule
from csp_extract.records import Direction, MeasureValue

RULES: tuple[Rule[str, MeasureValue], ...] = (
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
                "a [[reduction in burglary in Westbrook of 9.5%]]", "burglary: 9.5 percent down"
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
            r"|against|between|across|and|while|whilst|with|when|for|has|was|were)\b|[,.;:()]|\s?$)"
        ),
        value=changed,
        examples=(
            Example("a [[12% rise in vehicle crime]] since May", "vehicle crime: 12 percent up"),
            Example(
                "[[4.2 per cent reduction in fires]], which is good", "fires: 4.2 percent down"
            ),
        ),
        refuses=("a £12 rise in fees",),
    ),
    Rule(
        name="something rose by",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:has\s|have\s|had\s|is\s|are\s|was\s"
            r"|were\s)?"
            rf"(?:also\s|been\s)?(?P<way>{VERB})(?:,\s[^,.;]{{3,60}},)?\s(?:by\s)?(?:over\s|nearly\s"
            rf"|around\s)?(?P<value>{NUMBER}){PERCENT}{BRACKET}"
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
            rf"(?<=,\s)from\s(?P<base>{WHOLE})(?:{PERCENT})?\s(?:[\w/’-]+\s){{0,5}}?to\s(?P<value>{WHOLE})"
            rf"(?P<percent>{PERCENT})?"
        ),
        value=went_on,
        examples=(
            Example(
                "Hate crime continued to rise, [[from 121 in 2016/17 to 134]].",
                "Hate crime: 134 count up",
            ),
            Example("Calls fell by a third in May, [[from 90 to 60]].", "Calls: 60 count down"),
        ),
        refuses=("It is open daily, from 9 to 5.",),
    ),
    Rule(
        name="something rose to",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:has\s|have\s)?(?P<way>{VERB})(?<!\sup)\sto\s(?P<value>{WHOLE})"
            rf"(?P<percent>{PERCENT})?(?!\s(?:and|to)\s\d)(?:\s(?:in\s[\w /’-]{{3,20}}?\s)?"
            rf"from\s(?:{WHOLE})(?:{PERCENT})?)?{TAIL}"
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
            rf"(?P<what>{SUBJECT})\s(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:now\s|in\s[A-Z]\w+\s(?:20\d\d\s)?)?"
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
    Rule(
        name="so many per cent said",
        pattern=re.compile(
            rf"(?P<value>{NUMBER}){PERCENT}\s(?P<what>(?:said|felt|feel|thought|think|agreed|reported|wanted|told|rated|supported)"
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
            rf"(?P<what>{SUBJECT})\s(?:stands\sat|stood\sat|was|is|reached|remains\sat"
            rf"|remained\sat)"
            rf"\s(?P<value>{NUMBER})(?P<percent>{PERCENT}){TAIL}"
        ),
        value=stood,
        examples=(
            Example("[[Victim satisfaction stands at 81%]].", "Victim satisfaction: 81 percent"),
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
            rf"(?P<value>{NUMBER})\s(?P<what>(?:[\w’'/&-]+\s){{0,4}}?)per\s(?:1,?000|10,?000"
            rf"|100,?000)"
            r"\s(?:of\s(?:the\s)?)?(?:population|people|residents|households)"
        ),
        value=rate,
        examples=(
            Example("[[6.4 offences per 1,000 population]] were recorded.", "offences: 6.4 rate"),
            Example("[[31 incidents per 10,000 people]]", "incidents: 31 rate"),
        ),
        refuses=("£6 per 1,000 leaflets",),
    ),
    Rule(
        name="share of a group",
        pattern=re.compile(
            rf"(?P<value>{NUMBER}){PERCENT}\sof\s(?P<what>(?:the\s|all\s"
            rf"|those\s)?(?:[\w’'/&-]+\s){{1,8}}?[\w’'/&-]+)"
            r"(?=[,.;:()]|\s(?:compared|in\s(?:the|20\d\d|[A-Z])|against|while|whilst|and|but)\b"
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
    *COUNTS,
    Rule(
        name="count of something",
        pattern=re.compile(
            rf"(?:\b(?:over|nearly|around|approximately|almost"
            rf"|some)\s)?(?P<value>{NUMBER})\s(?P<what>(?:(?!(?:and|or|to|by|which|that|who"
            rf"|where|was|were|when|of)\b)[\w’'/&-]+\s){{0,4}}?"
            rf"(?:{'|'.join(sorted(lexicon().counted, key=len, reverse=True))})\b"
            r"(?:\s(?:were\s|was\s)?[a-z]+ed(?:\s(?:up\s)?(?:for|to|with|at|home)\s(?:(?!and\b"
            r"|or\b|in\b|the\b)[a-z-]+\s?){1,3})?)?)(?<!\s)"
        ),
        value=counted,
        examples=(
            Example("[[45 homes visits]] took place.", "homes visits: 45 count"),
            Example("In total [[1,204 offences]].", "offences: 1204 count"),
        ),
        refuses=("The 12 month order", "£45 fines were issued", "Members met on 12 May."),
    ),
)


_HINT = re.compile(rf"\d|\b{SPELT}")


class Figure(NamedTuple):
    """A figure of a sentence, and where in it the number itself stands."""

    reads: Reads[MeasureValue]
    at: int


def figures(text: str) -> list[Figure]:
    """Return the figures of a sentence, in order; an earlier rule wins over a later one."""
    found: list[Figure] = []
    if not _HINT.search(text):
        return found
    text = text.replace("\n", " ")
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            span = Span(*match.span("quote" if "quote" in rule.pattern.groupindex else 0))
            if any(span.overlaps(other.reads.span) for other in found):
                continue
            value = rule.value(match, text)
            if value is not None:
                found.append(Figure(Reads(span, value, rule.name), match.start("value")))
    return sorted(found, key=lambda figure: figure.reads.span)


def read(text: str) -> list[Reads[MeasureValue]]:
    """Return the figures of a sentence without their places."""
    return [figure.reads for figure in figures(text)]


def show(value: MeasureValue) -> str:
    """Write a figure the way the examples do: ``measure: value unit direction (change)``."""
    has_moved = value.direction not in {None, Direction.NONE}
    way = f" {value.direction}" if has_moved else ""
    change = f" ({value.change})" if value.change else ""
    return f"{value.measure}: {value.value} {value.unit}{way}{change}"


FAMILY: Family[str, MeasureValue] = Family("measures", RULES, read, show)
