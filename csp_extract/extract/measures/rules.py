"""Figures of performance in a sentence: changes, counts, shares and rates."""

import re
from dataclasses import replace
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.measures.bracketed import BRACKETED
from csp_extract.extract.measures.changes import CHANGES
from csp_extract.extract.measures.counts import COUNTS
from csp_extract.extract.measures.elsewhere import ELSEWHERE
from csp_extract.extract.measures.figures import NUMBER, counted
from csp_extract.extract.measures.lexicon import lexicon
from csp_extract.extract.measures.numerals import SPELT
from csp_extract.extract.measures.shares import SHARES
from csp_extract.extract.measures.spoken import SPOKEN
from csp_extract.extract.measures.tallies import TALLIES
from csp_extract.extract.rule import Example, Family, Reads, Rule
from csp_extract.extract.sieve import Sieve
from csp_extract.records import Direction, MeasureUnit, MeasureValue

# What offences are of: "incidents of domestic abuse", "offences of violence with injury".
_OF_WHAT = (
    r"(?:\sof\s(?:(?!the\b|this\b|which\b)[a-z-]+\s){0,2}?(?:violence|abuse|theft|damage|burglary|arson|robbery"
    r"|behaviour|crime|harassment|stalking|assault|nuisance|disorder)\b(?:\swith(?:out)?\sinjury)?)?"
)
# A noun of count that another follows is none: "fixed penalty notices".
_LAST = rf"(?!\s(?:{'|'.join(sorted(noun for noun in lexicon().counted if noun.endswith('s')))})\b)"
RULES: tuple[Rule[str, MeasureValue], ...] = (
    *BRACKETED,
    *ELSEWHERE,
    *CHANGES,
    *SHARES,
    *SPOKEN,
    *COUNTS,
    *TALLIES,
    Rule(
        name="count of something",
        pattern=re.compile(
            rf"(?:\b(?:over|nearly|around|approximately|almost"
            rf"|some)\s)?(?<!per\s)(?P<value>{NUMBER})\s(?P<what>(?:(?!(?:and|or|to|by|which|that|who"
            rf"|where|was|were|is|are|has|had|have|when|of)\b)[\w’'/&-]+\s){{0,4}}?"
            rf"(?i:{'|'.join(sorted(lexicon().counted, key=len, reverse=True))})\b{_LAST}{_OF_WHAT}"
            r"(?:\s(?:were\s|was\s)?[a-z]+ed(?:\s(?:up\s)?(?:for|to|with|at|home)\s(?:(?!and\b"
            r"|or\b|in\b|the\b)[a-z-]++\s?){1,3})?)?)(?<!\s)"
        ),
        value=counted,
        examples=(
            Example("[[45 homes visits]] took place.", "homes visits: 45 count"),
            Example("In total [[1,204 offences]].", "offences: 1204 count"),
            Example(
                "It cost us [[40 parking penalty notices]].", "parking penalty notices: 40 count"
            ),
        ),
        refuses=(
            "The 12 month order",
            "87.9 per 1,000 residents",
            "£45 fines were issued",
            "Members met on 12 May.",
        ),
    ),
)


# "fell to 4.2 offences per 1,000 households": a rate, whatever else is said of it.
_PER = re.compile(r"\s(?:[a-z]+\s){0,2}?per\s(?:1,?000|10,?000|100,?000|million)\b")
_HINT = re.compile(rf"\d|\b{SPELT}")
_WORTH_TRYING = Sieve(RULES)


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
    for rule in _WORTH_TRYING(text):
        for match in rule.pattern.finditer(text):
            span = Span(*match.span("quote" if "quote" in rule.pattern.groupindex else 0))
            if any(span.overlaps(other.reads.span) for other in found):
                continue
            value = rule.value(match, text)
            if value is not None and _PER.match(text, span.end):
                value = replace(value, unit=MeasureUnit.RATE)
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
