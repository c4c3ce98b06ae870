"""The decision of a clause that a chain is sure of."""

import re

from csp_extract.extract.decisions.told import is_told
from csp_extract.extract.decisions.verbs import verb_of
from csp_extract.extract.found import Found, Span
from csp_extract.extract.reading import Reading
from csp_extract.extract.roles.clauses import Clause, words_of
from csp_extract.records import DecisionValue

RULE = "decisions: learned"
_HOW = re.compile(r"\b(?P<how>resolv|agree|recommend|request)\w*", re.IGNORECASE)
_HOWS = {
    "resolv": "resolved",
    "agree": "agreed",
    "recommend": "recommended",
    "request": "requested",
}
_REACH = 300  # characters above in which a list of decisions is led in


def decision_of(reading: Reading, clause: Clause) -> Found[DecisionValue] | None:
    """Return the decision of a clause, to the end of its sentence."""
    own = words_of(reading, clause)
    if own is None:
        return None
    text = reading.report.text
    verb = verb_of(text[own.start : own.end], _how(reading, own))
    return Found(own, DecisionValue(verb), RULE)


def _how(reading: Reading, span: Span) -> str:
    """Return how the paper calls what is decided: in the words, above them, or by its kind."""
    text = reading.report.text
    own = _HOW.search(text, span.start, span.end)
    above = list(_HOW.finditer(text, max(0, span.start - _REACH), span.start))
    said = own or (above[-1] if above else None)
    if said is not None:
        return _HOWS[said["how"].lower()]
    return "resolved" if is_told(reading) else "recommended"
