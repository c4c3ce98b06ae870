"""The time of a paper that tells no meeting: where what it tells as done ends.

An extract, a web page or a loose appendix has years in its text and no masthead; what it leaves
without a year was written about the last of the days that it tells as done.
"""

from collections.abc import Sequence
from datetime import date

from csp_extract.extract.dates.drafting import Read, is_done
from csp_extract.records import Precision

# From the finest: the years of plans and budgets tell the time only where nothing else does.
_FINE = frozenset({Precision.DAY, Precision.MONTH})
_COARSE = frozenset({Precision.QUARTER, Precision.HALF, Precision.SEASON, Precision.VAGUE})
_LONGEST_DAYS = 366


def day_of_paper(reads: Sequence[Read]) -> date | None:
    """Return a day about which a paper was written, from the days told with their year alone."""
    for precisions in (_FINE | {Precision.RANGE}, _COARSE):
        done, to_come = _told(reads, precisions)
        day = _turn(done, to_come)
        if day is not None:
            return day
    return None


def _told(reads: Sequence[Read], precisions: frozenset[Precision]) -> tuple[list[date], list[date]]:
    """Return the days that are told as done, and those told as to come."""
    done: list[date] = []
    to_come: list[date] = []
    for passage, read in reads:
        value = read.value
        if value.precision not in precisions or value.start is None or value.end is None:
            continue
        if (value.end - value.start).days > _LONGEST_DAYS:
            continue
        past = is_done(passage, read.span)
        if past is not None:
            (done if past else to_come).append(value.end)
    return done, to_come


def _turn(done: Sequence[date], to_come: Sequence[date]) -> date | None:
    """Return the last day told as done, of those that fewest others contradict."""
    if not done:
        return min(to_come, default=None)

    def contradicted(day: date) -> int:
        return sum(other > day for other in done) + sum(other < day for other in to_come)

    fewest = min(map(contradicted, done))
    return max(day for day in done if contradicted(day) == fewest)
