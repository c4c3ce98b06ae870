"""Find the decisions of a report."""

from csp_extract.extract.decisions.movers import mover_near
from csp_extract.extract.decisions.resolutions import resolutions_in
from csp_extract.extract.decisions.rules import FAMILY
from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import DecisionValue

FAMILIES = (FAMILY,)
__all__ = ["FAMILIES", "find_decisions"]


def find_decisions(reading: Reading) -> list[Found[DecisionValue]]:
    """Return the decisions of the report, in order."""
    return [
        Found(
            resolution.span,
            DecisionValue(resolution.verb, resolution.status, mover_near(reading, resolution)),
            resolution.rule,
        )
        for resolution in resolutions_in(reading)
    ]
