"""Find the decisions of a report."""

import re

from csp_extract.extract.decisions.lexicon import lexicon
from csp_extract.extract.decisions.movers import mover_near
from csp_extract.extract.decisions.resolutions import Resolution, resolutions_in
from csp_extract.extract.decisions.rules import FAMILY
from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import DecisionValue

FAMILIES = (FAMILY,)
__all__ = ["FAMILIES", "find_decisions"]

_TOLD = re.compile(
    r"\A[.;)\s]*(?:The (?:motion|amendment|vote)|On being put|Upon being put|This was|Motion"
    r"|Vote)[^.]*"
)
_AFTER = 200  # characters after a resolution that may tell what became of it


def find_decisions(reading: Reading) -> list[Found[DecisionValue]]:
    """Return the decisions of the report, in order."""
    return [
        Found(
            resolution.span,
            DecisionValue(
                resolution.verb, _status_of(reading, resolution), mover_near(reading, resolution)
            ),
            resolution.rule,
        )
        for resolution in resolutions_in(reading)
    ]


def _status_of(reading: Reading, resolution: Resolution) -> str:
    """Return what became of a motion where its sentence or the vote after it says so."""
    following = reading.report.text[resolution.span.end : resolution.span.end + _AFTER]
    told = _TOLD.search(following)
    own = reading.report.text[slice(*resolution.span)]
    after = f"{own} {told[0] if told else ''}".casefold()
    for words, status in lexicon().status.items():
        if re.search(
            rf"\b(?:was|were|vote[a-z]*|motion|amendment|be|and)\s(?:[a-z]+\s)?{words}\b", after
        ):
            return status
    return ""
