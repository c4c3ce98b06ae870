"""Find the decisions of a report."""

from csp_extract.extract.decisions.items import MADE
from csp_extract.extract.decisions.leads import FAMILY as LEADS
from csp_extract.extract.decisions.movers import mover_near
from csp_extract.extract.decisions.resolutions import Resolution, resolutions_in
from csp_extract.extract.decisions.rules import FAMILY
from csp_extract.extract.decisions.sections import HEADED
from csp_extract.extract.found import Found
from csp_extract.extract.reading import Reading
from csp_extract.records import BlockKind, DecisionValue, DecisionVerb

FAMILIES = (FAMILY, LEADS)
# Their fate is told apart.
_MOTIONS = frozenset(
    {
        "moved that",
        "councillor moved that",
        "recommendation moved",
        "amendment put",
        "motion led in",
    }
)
__all__ = ["FAMILIES", "find_decisions"]


def find_decisions(reading: Reading) -> list[Found[DecisionValue]]:
    """Return the decisions of the report, in order."""
    found = resolutions_in(reading)
    lists = [_list_of(reading, each) for each in found]
    last = dict(zip(lists, found, strict=True))  # a later one of the same list takes its place
    return [_decision(reading, each, last[place]) for each, place in zip(found, lists, strict=True)]


def _list_of(reading: Reading, resolution: Resolution) -> int:
    """Return the place of the passage or heading that leads in the list of a resolution."""
    if resolution.rule != HEADED:
        return resolution.said
    place = resolution.said
    while place > 0 and reading.passages[place].block.kind in {BlockKind.BULLET, BlockKind.FIELD}:
        place -= 1
    return place


def _decision(reading: Reading, each: Resolution, last: Resolution) -> Found[DecisionValue]:
    """Return the row of a resolution; what was moved and resolved was carried."""
    mover = mover_near(reading, each, last)
    is_carried = bool(mover) and each.how in MADE and each.rule not in _MOTIONS
    is_put_off = each.how in MADE and each.verb is DecisionVerb.DEFERRED
    told = "deferred" if is_put_off else "carried" if is_carried else ""
    status = each.status or told
    return Found(each.span, DecisionValue(each.verb, status, mover), each.rule)
