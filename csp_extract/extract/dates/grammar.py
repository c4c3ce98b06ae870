"""The date rules together, and the reader that applies them all to a piece of text.

Rules value what they bound; the few expressions that are best counted by a library are given to
dateparser one by one (``bounded.py``).
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from csp_extract.extract.dates import (
    bounded,
    days,
    feasts,
    inherited,
    lengths,
    meetings,
    months,
    months_alone,
    needs,
    parts,
    quarters,
    recurrences,
    relative,
    seasons,
    stretches,
    units,
    year_pairs,
    years,
)
from csp_extract.extract.dates.calendar import Anchor
from csp_extract.extract.dates.masks import masks_in
from csp_extract.extract.dates.needs import Need
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Family, Reads, Rule
from csp_extract.records import DateValue, Precision

DateRule = Rule[Anchor, DateValue]


class RuleSet(NamedTuple):
    """Rules, sorted by what a text must hold for any of them to match in it."""

    gate: Need
    rules: tuple[DateRule, ...]
    needed: tuple[tuple[Callable[[str], bool], tuple[DateRule, ...]], ...]


def _rule_set(gate: Need, *rules: DateRule) -> RuleSet:
    """Return rules grouped by what they need; ``gate`` holds for all."""
    needed: dict[Callable[[str], bool], list[DateRule]] = {}
    for rule in rules:
        needed.setdefault(rule.needs or gate, []).append(rule)
    return RuleSet(gate, rules, tuple((need, tuple(group)) for need, group in needed.items()))


EXPLICIT = _rule_set(
    needs.FIGURES,  # whatever stands by itself tells a year
    *days.RULES,
    *months.RULES,
    *feasts.RULES,
    *quarters.RULES,
    *year_pairs.RULES,
    *years.RULES,
    *stretches.RULES,
)
RELATIVE = _rule_set(
    needs.ANYTHING,
    *relative.RULES,
    *months_alone.RULES,
    *seasons.RULES,
    *units.RULES,
    *lengths.RULES,
    *parts.RULES,
    *quarters.NEAR,
    *recurrences.RULES,
    *feasts.RELATIVE,
    *bounded.RULES,
    *meetings.RULES,
    *stretches.RELATIVE,
)
INHERITED = _rule_set(needs.ORDINAL, *inherited.RULES)
AnchorOf = Callable[[Span], Anchor]


def read_dates(text: str, anchor_of: AnchorOf, *sets: RuleSet) -> list[Reads[DateValue]]:
    """Return the date expressions of a piece of text in order, none overlapping another.

    ``anchor_of`` says from where an expression at a span counts.
    """
    matches = [
        (rule, match)
        for rules in sets or (EXPLICIT, RELATIVE)
        if rules.gate(text)
        for need, group in rules.needed
        if need(text)
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

    counted = longest_first([*own, *read_dates(text, anchor_of, RELATIVE)])

    def told_before(span: Span) -> Anchor:
        return replace(anchor_of(span), near=near(counted, span))

    return longest_first([*counted, *read_dates(text, told_before, INHERITED)])


# What a year-less expression after it takes its year from.
_NEAR = 8  # expressions back that are looked at
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|in comparison with|against|than|unlike|(?:up|down) from)"
    r"\s(?:(?:in|on|for|the|those|that|of|figures?|\d[\d,.]*)\s){0,4}$",
    re.IGNORECASE,
)
_LENDS = frozenset({Precision.DAY, Precision.MONTH})
_YEAR_DAYS = 366


def near(explicit: Sequence[Reads[DateValue]], span: Span, text: str = "") -> date | None:
    """Return the first day of the last day or month told before a span of a text.

    What figures are only compared with lends no year.
    """
    place = bisect_right(explicit, span.start, key=lambda reads: reads.span.end)
    told = (
        reads.value.start
        for reads in reversed(explicit[max(0, place - _NEAR) : place])
        if _lends(reads.value)
        and not _COMPARED.search(text, max(0, reads.span.start - 40), reads.span.start)
    )
    return next((day for day in told if day), None)


def _lends(value: DateValue) -> bool:
    """Return whether a value lends its year: a day, a month, or a stretch within one year."""
    if value.precision is not Precision.RANGE:
        return value.precision in _LENDS
    if value.start is None or value.end is None:
        return False
    return (value.end - value.start).days < _YEAR_DAYS


def _show(value: DateValue) -> str:
    return value.rrule or value.edtf


FAMILY = Family("dates", (*EXPLICIT.rules, *RELATIVE.rules, *INHERITED.rules), _read_example, _show)
