"""Figures set beside those of another place: "compared to a 3% rise across the county"."""

import re
from dataclasses import replace

from csp_extract.extract.measures.figures import NOUN, NUMBER, PERCENT, SUBJECT, VERB, measure_of
from csp_extract.extract.measures.lexicon import direction_of
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import MeasureUnit, MeasureValue

_AS = r"(?:compared|comparison)\s(?:to|with)|against|than|in\sline\swith|below|above"
_BESIDE = rf"\b(?:{_AS})\s"
_WIDE = r"(?:national|regional|county-?wide|city-?wide|force-?wide|county|force|[A-Z][\w’'-]+)"
_NAME = r"[A-Z][\w’'-]+(?:\s(?:and\s)?[A-Z][\w’'-]+){0,3}"
_PLACE = (
    rf"(?:across|in|for|throughout|within)\s(?P<place>(?:the\s)?(?:{_NAME}|county|region|force|city"
    r"|country))|(?P<wide>nationally|regionally|county-?wide)"
)
_FIRST = re.compile(
    rf"(?P<what>{SUBJECT})\s(?:(?:has|have|had|is|are|was|were)\s)?(?:also\s|been\s)?(?:{VERB})\b"
)


def _of_the_same(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the change in another place of what the sentence has just told of."""
    first = _FIRST.search(match.string, 0, match.start())
    if first is None:
        return None
    share = match["share"]
    way = direction_of(match["way"])
    value = measure_of(first["what"], match["value"], MeasureUnit.PERCENT, way, share)
    if value is None:
        return None
    given = match.groupdict()
    area = given.get("area") or given.get("place") or given.get("wide") or ""
    return replace(value, area=re.sub(r"^the\s", "", area))


ELSEWHERE: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="change of another place",
        pattern=re.compile(
            rf"{_BESIDE}(?:an?|the)\s(?P<quote>(?:overall\s)?(?P<area>{_WIDE})\s(?P<way>{NOUN})\sof\s(?P<share>(?P<value>{NUMBER}){PERCENT}))"
        ),
        value=_of_the_same,
        examples=(
            Example(
                "Arson had fallen, compared to a [[national rise of 4%]].",
                "Arson: 4 percent up (4%)",
            ),
            Example(
                "Theft grew, against a [[countywide fall of 9 per cent]].",
                "Theft: 9 percent down (9 per cent)",
            ),
        ),
        refuses=(
            "It was said against a national rise of 4%.",
            "Fees fell, against a national rise of £4.",
        ),
    ),
    Rule(
        name="change across another place",
        pattern=re.compile(
            rf"{_BESIDE}(?:an?|the)\s(?P<quote>(?P<share>(?P<value>{NUMBER}){PERCENT})\s(?P<way>{NOUN})\s(?:{_PLACE}))"
        ),
        value=_of_the_same,
        examples=(
            Example(
                "Arson had fallen, compared to a [[4% rise across Northshire]].",
                "Arson: 4 percent up (4%)",
            ),
            Example("Theft grew, against a [[9% fall nationally]].", "Theft: 9 percent down (9%)"),
        ),
        refuses=("Theft grew, against a £9 fall nationally.",),
    ),
)
