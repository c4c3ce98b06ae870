"""What earlier families found in a clause: dates by what they are for, sums, names, priorities."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from csp_extract.extract.found import Span
from csp_extract.extract.reading import Reading
from csp_extract.records import DateValue


def places_of(span: Span, stretches: Sequence[Span]) -> range:
    """Return the places of the stretches, in order and apart, that share characters with a span."""
    first = bisect_right(stretches, span.start, key=lambda each: each.end)
    return range(first, bisect_left(stretches, span.end, key=lambda each: each.start))


def found_within(reading: Reading, clauses: Sequence[Span]) -> list[list[str]]:
    """Return for each clause what was found in it, as features."""
    rows: list[list[str]] = [[] for _ in clauses]
    for found in reading.dates:
        looks = list(_of_date(reading, found.value))
        for place in places_of(found.span, clauses):
            rows[place] += looks
    for name, table in (
        ("sum", reading.amounts),
        ("name", reading.initiatives),
        ("priority", reading.priorities),
    ):
        for row in table:
            for place in places_of(row.span, clauses):
                rows[place].append(f"holds {name}")
    return rows


def _of_date(reading: Reading, value: DateValue) -> Iterator[str]:
    """Yield what a date is for, and whether it is to come at the meeting."""
    yield f"date={value.role}"
    meeting = reading.about.meeting_date
    if meeting and value.end:
        yield "date to come" if value.end >= meeting else "date past"
