"""Figures in brackets: a share after each thing of a list, a number after a subject, a sign."""

import re
from dataclasses import replace
from decimal import Decimal

from csp_extract.extract.measures.figures import (
    NOUN,
    NUMBER,
    PERCENT,
    SUBJECT,
    VERB,
    measure_of,
)
from csp_extract.extract.measures.lexicon import direction_of, lexicon
from csp_extract.extract.measures.noun_phrases import BETWEEN, WORD
from csp_extract.extract.measures.numerals import FIGURES, count_of
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import Direction, MeasureUnit, MeasureValue

_WAYS = rf"(?P<way>(?:{NOUN})s?)\sin\b|\b(?P<verb>{VERB})\b"
_WAY = re.compile(_WAYS)
# What a listed share is of: the words since the last comma, "in" or link of clauses.
_LISTED = (
    rf"(?:(?!(?:{BETWEEN}|with|terms|respect)\b)[\w’'/&-]+\s)"
    r"(?:(?!(?:and|but|in|with)\s)[\w’'/&-]+\s){0,5}?"
)
_SIGNS = {"+": Direction.UP, "-": Direction.DOWN, "–": Direction.DOWN, "−": Direction.DOWN}
_MOVED = (
    rf"(?:(?:has|have|had|was|were|is|are)\s)?(?:also\s|been\s)?(?:(?P<verb>{VERB})\s(?:by\s)?(?P<much>(?:{NUMBER}){PERCENT})"
    rf"|(?P<share>(?:{NUMBER}){PERCENT})\s(?P<way>lower|higher|fewer|more|less|up|down|above|below))"
)
# After a sign, which NUMBER does not allow for.
_UNSIGNED = r"\d{1,4}(?:\.\d{1,2})?"
_ASIDE = r"(?P<aside>\s(?:in\snumber\s)?\((?P<more>[^()£]{1,40})\))?"


def _listed(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the share in brackets after a thing of a list, with the list's way."""
    ways = list(_WAY.finditer(match.string, 0, match.end("what")))
    if not ways:
        return None
    said = ways[-1]["way"] or ways[-1]["verb"]
    way = direction_of(said) or direction_of(said.removesuffix("s"))
    return measure_of(match["what"], match["value"], MeasureUnit.PERCENT, way)


def _numbered(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the number in brackets after a subject, and by how much it moved."""
    way = direction_of(match["verb"] or match["way"])
    change = match["much"] or match["share"]
    if match["more"]:
        change = f"{change} ({match['more']})"
    return measure_of(match["what"], match["value"], MeasureUnit.COUNT, way, change)


def _part(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many of those told of, with their share in brackets, were or did something."""
    words = re.sub(r"^(?:(?:have|had|has|were|was|been)\s)+", "", match["what"])
    value = Decimal(count_of(match["value"]))
    return MeasureValue(words, value, MeasureUnit.COUNT) if words else None


def _signed(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the change with its sign in brackets after the words that tell of it."""
    way = _SIGNS[match["sign"]]
    return measure_of(match["what"], match["value"], MeasureUnit.PERCENT, way)


def _in_numbers(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a change told in whole numbers after a verb of movement."""
    words = match["what"].split()
    if _UNCOUNTED.search(match["what"]) or words[-1].casefold() in {"it", "this", "they"}:
        return None
    head = (match["unit"] or "").strip().rpartition(" ")[2].casefold()
    if head in lexicon().uncounted:
        return None
    change = match["value"] + (match["share"] or "")
    way = direction_of(match["way"])
    return measure_of(match["what"], match["value"], MeasureUnit.COUNT, way, change)


_UNCOUNTED = re.compile(r"(?i)\b(?:cost|budget|fund|grant|precept|price|fee|spend|tax|time|age)")


# "611 calls, which is a fall of 12 calls": the change of the figure before it.
_OF_BEFORE = re.compile(r"\d[^.;:]{0,80}(?:,|\(|\bwhich\s(?:is|was|represents|represented))\s?$")


_PROPOSED = re.compile(
    r"\s(?:is|was|were|has\sbeen|had\sbeen)\s(?:proposed|agreed|approved|requested|recommended|planned)\b"
)


def _net(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many more or fewer there were of something."""
    head = match["what"].rpartition(" ")[2].casefold()
    is_change = _OF_BEFORE.search(match.string, 0, match.start("quote"))
    if _PROPOSED.match(match.string, match.end("quote")):
        return None
    if is_change or head in lexicon().uncounted - {"officers"}:
        return None
    value = measure_of(match["what"], match["value"], MeasureUnit.COUNT, direction_of(match["way"]))
    return replace(value, change=match["value"]) if value else None


BRACKETED: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="subject with its number moved",
        pattern=re.compile(rf"(?P<what>{SUBJECT})\s\((?P<value>{FIGURES})\)\s{_MOVED}{_ASIDE}"),
        value=_numbered,
        examples=(
            Example(
                "[[Robbery offences (52) fell by 9% (-5 offences)]] in May.",
                "Robbery offences: 52 count down (9% (-5 offences))",
            ),
            Example("[[Calls to farms (118) were 7% more]].", "Calls to farms: 118 count up (7%)"),
        ),
        refuses=("The Act (118) was made.", "The fee (£52) rose by 9%."),
    ),
    Rule(
        name="part with its share in brackets",
        pattern=re.compile(
            rf"(?P<quote>(?P<value>{FIGURES})\s\((?:{NUMBER}){PERCENT}\))\s(?P<what>(?:were|was|had|have|has|met|are|chose|did|said|[a-z]+ed)"
            rf"(?:\s(?!and\b|but\b|while\b|whilst\b){WORD}){{0,7}})"
        ),
        value=_part,
        examples=(
            Example(
                "[[212 (40%)]] were fitted by wardens.",
                "fitted by wardens: 212 count",
            ),
            Example("Of 60 tested, [[45 (75%)]] passed the test.", "passed the test: 45 count"),
        ),
        refuses=("£212 (40%) was spent",),
    ),
    Rule(
        name="listed with its share in brackets",
        pattern=re.compile(
            rf"(?:(?<=,\s)|(?<=\bin\s)|(?<=\bof\s)|(?<=\band\s)|(?<=\bfor\s))(?P<what>{_LISTED})"
            rf"\((?P<value>{NUMBER}){PERCENT}\)"
        ),
        value=_listed,
        examples=(
            Example(
                "There were reductions in [[cycle theft (4%)]] and arson.",
                "cycle theft: 4 percent down",
            ),
            Example(
                "An increase in fraud, [[theft from shops (12.5%)]].",
                "theft from shops: 12.5 percent up",
            ),
        ),
        refuses=("Replies came from tenants, shop owners (12%).", "a rise in fees (£4)"),
    ),
    Rule(
        name="signed change in brackets",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:was|were|is|are|had\sgone|has\sgone|have\sgone|went)\s(?:also\s|going\s)?(?:up|down|lower|higher)"
            rf"(?:\s[\w’'-]+){{0,4}}?\s\((?P<sign>[+–−-])\s?(?P<value>{_UNSIGNED})(?P<percent>{PERCENT})\)"
        ),
        value=_signed,
        examples=(
            Example("[[Thefts were down on the year (-7.4%)]].", "Thefts: 7.4 percent down"),
            Example("[[Arson was up (+3%)]].", "Arson: 3 percent up"),
        ),
        refuses=("The fee was up (+£3).",),
    ),
    Rule(
        name="something rose by so many",
        pattern=re.compile(
            rf"(?P<what>{SUBJECT})\s(?:(?:has|have|had|is|are|was|were)\s)?(?:also\s|been\s)?(?P<way>{VERB})\sby\s"
            rf"(?:over\s|nearly\s|around\s|some\s|about\s|almost\s|just\s)?(?P<value>{FIGURES})(?P<share>\s\([+–−-]?(?:{NUMBER}){PERCENT}\))?"
            rf"(?!\s?%|\sper\s?cent|\spercent|\s(?:percentage\s)?points?|\sto\s\d)(?P<unit>(?:\s(?!(?:{BETWEEN})\b){WORD}){{1,3}}?(?=[,.;:()]|\s(?:{BETWEEN})\b|\s?$)|(?=[,.;:()]|\s(?:{BETWEEN})\b|\s?$))"
        ),
        value=_in_numbers,
        examples=(
            Example(
                "[[The number of wardens had increased by 12]] since May.",
                "wardens: 12 count up (12)",
            ),
            Example(
                "[[Prosecutions fell by 3 (11%)]] in a year.",
                "Prosecutions: 3 count down (3 (11%))",
            ),
        ),
        refuses=(
            "The cost rose by 12 on average.",
            "Fees fell by £3.",
            "Confidence rose by 3 points.",
            "The wait fell by 12 days.",
        ),
    ),
    Rule(
        name="increase of so many",
        pattern=re.compile(
            rf"(?P<quote>\b(?:[Aa]n?\s)?(?:net\s|further\s|total\s|overall\s)?(?P<way>{NOUN})\sof\s(?:over\s|nearly\s|around\s|some\s)?(?P<value>{FIGURES})\s"
            rf"(?P<what>(?:(?!(?:{BETWEEN}|per|percent|percentage)\b){WORD}\s){{0,3}}?[A-Za-z][\w’'-]*[^\WsuiS]s)\b)(?=[,.;:()]|\s(?:{BETWEEN})\b|\s?$)"
        ),
        value=_net,
        examples=(
            Example(
                "There was [[a net increase of 36 wardens]] since May.",
                "wardens: 36 count up (36)",
            ),
            Example("[[a fall of 112 burglaries]]", "burglaries: 112 count down (112)"),
        ),
        refuses=(
            "an increase of 6 wardens was proposed",
            "an increase of 3 weeks",
            "an increase of £36 fees",
            "a rise of 3 points",
        ),
    ),
)
