"""Figures as papers speak of them: six in ten, a 14% fall seen, a sign after a name, an average."""

import re
from decimal import Decimal

from csp_extract.extract.measures.figures import (
    BRACKET,
    NOUN,
    NUMBER,
    PERCENT,
    SUBJECT,
    changed,
    measure_of,
    stood,
)
from csp_extract.extract.measures.lexicon import direction_of
from csp_extract.extract.measures.noun_phrases import ABOUT, NOUNS
from csp_extract.extract.measures.numerals import COUNT, SPELT, count_of
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import Direction, MeasureUnit, MeasureValue

_ABOUT = rf"{ABOUT}?"
_MOVED_IN = re.compile(
    rf"\b(?:{NOUN})\sin\s(?:the\s(?:number\sof\s)?)?(?P<what>(?:[\w’'/&-]+\s){{0,4}}?[\w’'/&-]+)"
    r"(?=\s(?:compared|in|since|on|over|from|during|against|between|across|and|of|for)\b|[,.;:()])"
)
_SIGNS = {"+": Direction.UP, "-": Direction.DOWN, "–": Direction.DOWN}


def _in_ten(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a share told in whole numbers as a share of a hundred."""
    part, whole = count_of(match["value"]), count_of(match["whole"])
    if not part < whole:
        return None
    words = re.sub(r"^(?:of\s)?(?:the\s|our\s|all\s)?", "", match["what"])
    return MeasureValue(words, Decimal(round(100 * part / whole)), MeasureUnit.PERCENT)


def _signed(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the change that stands with its sign after what it is of."""
    direction = _SIGNS[match["sign"]]
    return measure_of(match["what"], match["value"], MeasureUnit.PERCENT, direction)


def _were(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many of those told of were women, or children."""
    number = Decimal(count_of(match["value"]))
    return MeasureValue(match["what"], number, MeasureUnit.COUNT)


def _again(match: re.Match[str], text: str) -> MeasureValue | None:
    """Return a second change of what the sentence has just told of."""
    before = list(_MOVED_IN.finditer(text, 0, match.start()))
    if not before:
        return None
    way = direction_of(match["way"])
    return measure_of(before[-1]["what"], match["value"], MeasureUnit.PERCENT, way)


SPOKEN: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="so many in ten",
        pattern=re.compile(
            rf"{_ABOUT}(?P<value>(?<![\w-]){SPELT})\s(?:in|out\sof)\s(?:every\s)?(?P<whole>{SPELT}|10|20|100)\s"
            rf"(?P<what>(?:of\s(?:the\s|our\s|all\s|those\s)?)?{NOUNS})(?![\w-])"
        ),
        value=_in_ten,
        examples=(
            Example("[[Six in ten tenants]] had seen a scam.", "tenants: 60 percent"),
            Example("and [[three out of four traders]] agreed.", "traders: 75 percent"),
        ),
        refuses=("It took two in five.", "Two in the ten wards."),
    ),
    Rule(
        name="saw a change",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:has\s|have\s|had\s)?(?:also\s)?(?:saw|seen|showed|shows|shown|had|experienced"
            rf"|recorded|reported)\san?\s(?:further\s|significant\s|slight\s|small\s|large\s)?"
            rf"(?P<value>{NUMBER}){PERCENT}{BRACKET}\s(?P<way>{NOUN})\b(?!\sin\b)"
        ),
        value=changed,
        examples=(
            Example(
                "[[Vehicle crime saw a 14% reduction]] on last year.",
                "Vehicle crime: 14 percent down",
            ),
            Example(
                "[[Hate crime has shown a 3 per cent rise]].",
                "Hate crime: 3 percent up",
            ),
        ),
        refuses=("The fund saw a £14 rise.",),
    ),
    Rule(
        name="and a change on",
        pattern=re.compile(
            rf"(?<=\b[Aa]\s)(?P<value>{NUMBER}){PERCENT}\s(?P<way>{NOUN})(?=\s(?:on|over|from|against)\s)"
        ),
        value=_again,
        examples=(
            Example(
                "There was an increase in theft in 2022, a [[4% rise]] on 2019.",
                "theft: 4 percent up",
            ),
            Example(
                "There was a fall in arson over the year, a [[9% drop]] from 2019.",
                "arson: 9 percent down",
            ),
        ),
        refuses=("It is a 4% rise on the fee.",),
    ),
    Rule(
        name="name and signed change",
        pattern=re.compile(
            r"^(?:[–•-]\s)?(?P<what>[A-Z][^:.;,\d+–-]{3,60}?):?\s\(?"
            rf"(?P<sign>[+–-])\s?(?P<value>\d{{1,4}}(?:\.\d{{1,2}})?){PERCENT}"
        ),
        value=_signed,
        examples=(
            Example("[[Robbery +4.5%]]", "Robbery: 4.5 percent up"),
            Example("[[Theft from shops: -12%]]", "Theft from shops: 12 percent down"),
        ),
        refuses=("Fees +£4", "Rates for 2019-20%"),
    ),
    Rule(
        name="so many of them were somebody",
        pattern=re.compile(
            rf"(?:(?<=;\s)|(?<=,\s)|(?<=and\s)|(?<=^))(?P<value>{COUNT})\s(?:of\s(?:them|these)\s)?(?:were|are)\s"
            r"(?P<what>(?:(?:young|male|female|repeat|new|older|under)\s)?(?:women|men|children|girls|boys|adults|females|males"
            r"|juveniles|victims|tenants|families|residents|offenders|new\scases))\b"
        ),
        value=_were,
        examples=(
            Example("It helped 118 people; [[74 were women]].", "women: 74 count"),
            Example("and [[nine of them were children]].", "children: 9 count"),
        ),
        refuses=("In 2019 were women asked?",),
    ),
    Rule(
        name="an average of so many",
        pattern=re.compile(
            r"(?<![\w’'-])(?P<what>(?:(?!(?:above|below|the|a|an|of|at|to|and|with|against|by|than|from|is|was|on)\s)[\w’'-]+\s){0,3}?(?:average|mean|median|total))\s(?:figure\s)?of\s"
            rf"(?P<value>{NUMBER})(?P<percent>{PERCENT})?(?=[,.;:()]|\s?$)"
        ),
        value=lambda match, text: (
            stood(match, text) if match["what"].split()[-1] != "total" else None
        ),
        examples=(
            Example(
                "This is above the [[three-year average of 14,776]].",
                "three-year average: 14776 count",
            ),
            Example("against a [[force average of 61%]].", "force average: 61 percent"),
        ),
        refuses=("an average of £61", "The average of 12 weeks is met."),
    ),
    Rule(
        name="target met at",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:has\s|have\s|had\s)?(?:exceeded|met|missed|beat|achieved|surpassed)\s"
            rf"(?:the|its|their)\s[^.;:]{{0,60}}?target\s(?:at|with)\s(?P<value>{NUMBER})(?P<percent>{PERCENT})"
        ),
        value=stood,
        examples=(
            Example(
                "[[Call handling exceeded the target at 96.5%]].", "Call handling: 96.5 percent"
            ),
            Example(
                "[[Attendance missed its ten minute target at 81%]].", "Attendance: 81 percent"
            ),
        ),
        refuses=("The club met its target at 9pm.",),
    ),
)
