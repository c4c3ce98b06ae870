"""The date rules together, and the reader that applies them all to a piece of text.

Rules value what they bound; the few expressions that are best counted by a library are given to
dateparser one by one (``bounded.py``).
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from csp_extract.extract.dates import (
    bounded,
    counted,
    days,
    feasts,
    meetings,
    months,
    quarters,
    recurrences,
    relative,
    stretches,
    years,
)
from csp_extract.extract.dates.calendar import MONTH, SHORT_CAPITALS, Anchor
from csp_extract.extract.dates.masks import masks_in
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Family, Reads, Rule
from csp_extract.records import DateValue, Precision

DateRule = Rule[Anchor, DateValue]


class RuleSet(NamedTuple):
    """Rules, sorted by the cheap pattern without which none of them can match."""

    gate: re.Pattern[str]
    rules: tuple[DateRule, ...]
    gated: tuple[tuple[re.Pattern[str], tuple[DateRule, ...]], ...]


_MONTH = re.compile("Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|" + "|".join(SHORT_CAPITALS))
_FEAST = re.compile(r"[Cc]hristmas|Easter|Whitsun|[Nn]ew\s?[Yy]ear|Boxing|Halloween")
_FIGURES = re.compile(r"\d\d")
_WORDS = re.compile(
    r"[JFMASOND][a-zA-Z]{2}|uarter|UARTER|Q[1-4]|[Yy]ear|[Mm]onth|[Ww]eek|[Ee]very|[Ee]ach|\d(?:st|nd|rd|th)"
    r"|spring|summer|autumn|winter|ago\b|yesterday|tomorrow|Christmas|Easter|Whitsun|Boxing|days?\b|[Ss]ince"
)


def _gate(rule: DateRule, common: re.Pattern[str]) -> re.Pattern[str]:
    """Return what a text must hold for a rule to match in it."""
    pattern = rule.pattern.pattern
    if MONTH in pattern:
        return _MONTH
    return _FEAST if "hristmas" in pattern or "[Nn]ew [Yy]ear" in pattern else common


def _rule_set(common: re.Pattern[str], *rules: DateRule) -> RuleSet:
    """Return rules sorted by what a text must hold for them; ``common`` holds for all."""
    gates = (common, _MONTH, _FEAST)
    grouped = (
        (gate, tuple(rule for rule in rules if _gate(rule, common) is gate)) for gate in gates
    )
    return RuleSet(common, rules, tuple(grouped))


EXPLICIT = _rule_set(
    _FIGURES,  # whatever stands by itself tells a year
    *days.RULES,
    *months.RULES,
    *feasts.RULES,
    *quarters.RULES,
    *years.RULES,
    *stretches.RULES,
)
RELATIVE = _rule_set(
    _WORDS,
    *relative.RULES,
    *counted.RULES,
    *quarters.NEAR,
    *recurrences.RULES,
    *feasts.RELATIVE,
    *bounded.RULES,
    *meetings.RULES,
    *stretches.RELATIVE,
)
AnchorOf = Callable[[Span], Anchor]


def read_dates(text: str, anchor_of: AnchorOf, *sets: RuleSet) -> list[Reads[DateValue]]:
    """Return the date expressions of a piece of text in order, none overlapping another.

    ``anchor_of`` says from where an expression at a span counts.
    """
    matches = [
        (rule, match)
        for rules in sets or (EXPLICIT, RELATIVE)
        if rules.gate.search(text)
        for gate, group in rules.gated
        if gate is rules.gate or gate.search(text)
        for rule in group
        for match in rule.pattern.finditer(text)
    ]
    return longest_first(list(_unmasked(text, matches, anchor_of))) if matches else []


def _unmasked(
    text: str,
    matches: Sequence[tuple[DateRule, re.Match[str]]],
    anchor_of: AnchorOf,
) -> Iterator[Reads[DateValue]]:
    """Yield what the matches read as, but for those on numbers of other kinds."""
    masks = masks_in(text)
    for rule, match in matches:
        span = Span(*match.span())
        if _touches(masks, span):
            continue
        value = rule.value(match, anchor_of(span))
        if value is not None:
            yield Reads(span, value, rule.name)


def _touches(apart: Sequence[Span], span: Span) -> bool:
    """Return whether a span shares a character with one of several that are in order and apart."""
    place = bisect_left(apart, (span.end, 0))
    return place > 0 and apart[place - 1].end > span.start


def longest_first(found: Sequence[Reads[DateValue]]) -> list[Reads[DateValue]]:
    """Return the longest of overlapping expressions, in order of place."""
    taken: list[Span] = []
    kept: list[Reads[DateValue]] = []
    for reads in sorted(found, key=lambda reads: (reads.span.start - reads.span.end, reads.span)):
        if not _touches(taken, reads.span):
            insort(taken, reads.span)
            kept.append(reads)
    return sorted(kept, key=lambda reads: reads.span)


# The day that examples are read on: they tell their year or count from here.
EXAMPLE_DAY = date(2019, 10, 1)


def _read_example(text: str) -> list[Reads[DateValue]]:
    is_future = bool(re.search(r"\bwill\b|\bnext\b", text))
    own = read_dates(text, lambda _: Anchor(), EXPLICIT)

    def anchor_of(span: Span) -> Anchor:
        return Anchor(EXAMPLE_DAY, near(own, span), is_past=False if is_future else None)

    return longest_first([*own, *read_dates(text, anchor_of, RELATIVE)])


# What a year-less expression after it takes its year from.
_NEAR = 8  # expressions back that are looked at
_LENDS = frozenset({Precision.DAY, Precision.MONTH, Precision.RANGE})


def near(explicit: Sequence[Reads[DateValue]], span: Span) -> date | None:
    """Return the first day of the last day or month told before a span."""
    place = bisect_right(explicit, span.start, key=lambda reads: reads.span.end)
    told = (
        reads.value.start
        for reads in reversed(explicit[max(0, place - _NEAR) : place])
        if reads.value.precision in _LENDS
    )
    return next((day for day in told if day), None)


def _show(value: DateValue) -> str:
    return value.rrule or value.edtf


FAMILY = Family("dates", (*EXPLICIT.rules, *RELATIVE.rules), _read_example, _show)
