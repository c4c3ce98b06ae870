"""The date rules together, and the reader that applies them all to a piece of text.

Rules value what they bound; the few expressions that are best counted by a library are given to
dateparser one by one (``bounded.py``).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from csp_extract.extract.dates import (
    bounded,
    counted,
    days,
    feasts,
    months,
    quarters,
    recurrences,
    relative,
    years,
)
from csp_extract.extract.dates.calendar import Anchor
from csp_extract.extract.dates.masks import masks_in
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Family, Reads, Rule
from csp_extract.records import DateValue

Rules = Sequence[Rule[Anchor, DateValue]]

EXPLICIT: Rules = (
    *days.RULES,
    *months.RULES,
    *feasts.RULES,
    *quarters.RULES,
    *years.RULES,
)
RELATIVE: Rules = (
    *relative.RULES,
    *counted.RULES,
    *quarters.NEAR,
    *recurrences.RULES,
    *feasts.RELATIVE,
    *bounded.RULES,
)
AnchorOf = Callable[[Span], Anchor]
# No expression is without one of these.
_MAY_HOLD = re.compile(
    r"\d\d|[JFMASOND][a-zA-Z]{2}|[Qq]uarter|Q[1-4]|H[12]|[Yy]ear|[Mm]onth|[Ww]eek|[Ee]very|[Ee]ach"
    r"|spring|summer|autumn|winter|[Ss]ince|ago\b|yesterday|tomorrow|[Cc]hristmas|Easter|Whitsun|Boxing"
)


def read_dates(
    text: str, anchor_of: AnchorOf, rules: Rules = (*EXPLICIT, *RELATIVE)
) -> list[Reads[DateValue]]:
    """Return the date expressions of a piece of text in order, none overlapping another.

    ``anchor_of`` says from where an expression at a span counts.
    """
    if not _MAY_HOLD.search(text):
        return []
    matches = [(rule, match) for rule in rules for match in rule.pattern.finditer(text)]
    return longest_first(list(_unmasked(text, matches, anchor_of))) if matches else []


def _unmasked(
    text: str,
    matches: Sequence[tuple[Rule[Anchor, DateValue], re.Match[str]]],
    anchor_of: AnchorOf,
) -> Iterator[Reads[DateValue]]:
    """Yield what the matches read as, but for those on numbers of other kinds."""
    masks = masks_in(text)
    for rule, match in matches:
        span = Span(*match.span())
        if any(mask.overlaps(span) for mask in masks):
            continue
        value = rule.value(match, anchor_of(span))
        if value is not None:
            yield Reads(span, value, rule.name)


def longest_first(found: Sequence[Reads[DateValue]]) -> list[Reads[DateValue]]:
    """Return the longest of overlapping expressions, in order of place."""
    kept: list[Reads[DateValue]] = []
    for reads in sorted(found, key=lambda reads: (reads.span.start - reads.span.end, reads.span)):
        if not any(reads.span.overlaps(other.span) for other in kept):
            kept.append(reads)
    return sorted(kept, key=lambda reads: reads.span)


# The day that examples are read on: they tell their year or count from here.
EXAMPLE_DAY = date(2019, 10, 1)


def _read_example(text: str) -> list[Reads[DateValue]]:
    is_future = bool(re.search(r"\bwill\b|\bnext\b", text))
    anchor = Anchor(EXAMPLE_DAY, is_past=False if is_future else None)
    return read_dates(text, lambda _: anchor)


def _show(value: DateValue) -> str:
    return value.rrule or value.edtf


FAMILY = Family("dates", (*EXPLICIT, *RELATIVE), _read_example, _show)
