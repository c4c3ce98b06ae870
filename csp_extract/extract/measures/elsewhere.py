"""Figures set beside others: of another place, or of the next thing: "and arson by 3%"."""

import re
from dataclasses import replace

from csp_extract.extract.measures.figures import NOUN, NUMBER, PERCENT, SUBJECT, VERB, measure_of
from csp_extract.extract.measures.lexicon import direction_of
from csp_extract.extract.measures.noun_phrases import BETWEEN, WORD
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
    way = direction_of(match["way"])
    value = measure_of(first["what"], match["value"], MeasureUnit.PERCENT, way)
    if value is None:
        return None
    given = match.groupdict()
    area = given.get("area") or given.get("place") or given.get("wide") or ""
    return replace(value, area=re.sub(r"^the\s", "", area))


_OTHER = rf"(?!(?:{BETWEEN}|nearly|almost|roughly|target|approximately|some|least)\b){WORD}"
_LAST = re.compile(rf"\b(?P<way>{VERB})\s(?:by\s)?(?:[a-z]+\s)?(?:{NUMBER}){PERCENT}")


def _as_before(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the change of another thing, moved the way of the one before it."""
    before = list(_LAST.finditer(match.string, 0, match.start("quote")))
    if not before or match.start("quote") - before[-1].end() > _NEAR:
        return None
    way = direction_of(before[-1]["way"])
    what = match["what"].strip()
    return measure_of(what, match["value"], MeasureUnit.PERCENT, way)


_NEAR = 120  # characters after the change told with its verb


ELSEWHERE: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="change of another place",
        pattern=re.compile(
            rf"{_BESIDE}(?:an?|the)\s(?P<quote>(?:overall\s)?(?P<area>{_WIDE})\s(?P<way>{NOUN})\sof\s(?P<value>{NUMBER}){PERCENT})"
        ),
        value=_of_the_same,
        examples=(
            Example(
                "Arson had fallen, compared to a [[national rise of 4%]].",
                "Arson: 4 percent up",
            ),
            Example(
                "Theft grew, against a [[countywide fall of 9 per cent]].",
                "Theft: 9 percent down",
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
            rf"{_BESIDE}(?:an?|the)\s(?P<quote>(?P<value>{NUMBER}){PERCENT}\s(?P<way>{NOUN})\s(?:{_PLACE}))"
        ),
        value=_of_the_same,
        examples=(
            Example(
                "Arson had fallen, compared to a [[4% rise across Northshire]].",
                "Arson: 4 percent up",
            ),
            Example("Theft grew, against a [[9% fall nationally]].", "Theft: 9 percent down"),
        ),
        refuses=("Theft grew, against a £9 fall nationally.",),
    ),
    Rule(
        name="and another by a share",
        pattern=re.compile(
            r"(?:(?<=%)|(?<=\bper\scent)|(?<=\)))(?:,\s|,?\sand\s)"
            rf"(?P<quote>(?P<what>(?:{_OTHER}\s){{1,5}}?)(?:by\s)?(?P<value>{NUMBER}){PERCENT})(?=[,.;)]|\s(?:and|in|on|over|compared|since|from)\b|\s?$)"
        ),
        value=_as_before,
        examples=(
            Example("Theft had risen by 5% and [[arson by 3%]].", "arson: 3 percent up"),
            Example(
                "Burglary was down 8%, [[vehicle crime 11%]].",
                "vehicle crime: 11 percent down",
            ),
        ),
        refuses=("Theft, at 5%, nearly 4% of crime.", "It is 31%, target 28%."),
    ),
)
