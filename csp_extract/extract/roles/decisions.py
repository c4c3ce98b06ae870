"""The decision of a clause that a chain is sure of."""

import re

from csp_extract.extract.decisions.papers import is_decision
from csp_extract.extract.decisions.told import is_told
from csp_extract.extract.decisions.verbs import verb_of
from csp_extract.extract.found import Found, Span
from csp_extract.extract.learned import rule_of
from csp_extract.extract.reading import Reading
from csp_extract.extract.roles.clauses import Clause, words_of
from csp_extract.records import DecisionValue, Precision

RULE = rule_of("decisions")
_HOW = re.compile(r"\b(?P<how>resolv|agree|recommend|request)\w*", re.IGNORECASE)
_HOWS = {
    "resolv": "resolved",
    "agree": "agreed",
    "recommend": "recommended",
    "request": "requested",
}
_SIGNED = re.compile(r"(?:[Ss]igned|SIGNED|[Cc]ountersigned)\b|[Dd]ated?\b")  # the end of a notice
_REACH = 300  # characters above in which a list of decisions is led in


def decision_of(reading: Reading, clause: Clause) -> Found[DecisionValue] | None:
    """Return the decision of a clause; its verb is told by its words, or by those above it."""
    own = words_of(reading, clause)
    if own is None or _is_of_another_day(reading, clause.passage.span):
        return None
    text = reading.report.text
    if _SIGNED.match(text, own.start, own.end):
        return None
    verb = verb_of(text[own.start : own.end], _how(reading, own))
    return Found(own, DecisionValue(verb), RULE)


def _is_of_another_day(reading: Reading, sentence: Span) -> bool:
    """Return whether a report tells what was decided on a day that has passed, elsewhere."""
    written = reading.about.drafted_to or reading.about.meeting_date
    if written is None or is_told(reading) or is_decision(reading):
        return False
    return any(
        sentence.holds(found.span)
        and found.value.precision is Precision.DAY
        and found.value.end is not None
        and found.value.end < written
        for found in reading.dates
    )


def _how(reading: Reading, span: Span) -> str:
    """Return how the paper calls what is decided: in the words, above them, or by its kind."""
    text = reading.report.text
    own = _HOW.search(text, span.start, span.end)
    above = list(_HOW.finditer(text, max(0, span.start - _REACH), span.start))
    said = own or (above[-1] if above else None)
    if said is not None:
        return _HOWS[said["how"].lower()]
    return "resolved" if is_told(reading) else "recommended"
