"""Rules and chains weighed against one another: rows more, and rows fewer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from csp_extract.extract.found import Found, Span
from csp_extract.extract.learned import Chain
from csp_extract.extract.reading import Reading
from csp_extract.extract.roles import numbers
from csp_extract.extract.roles.clauses import clauses_of
from csp_extract.extract.roles.commitments import commitment_of
from csp_extract.extract.roles.decisions import decision_of
from csp_extract.extract.roles.looks import looks_of
from csp_extract.extract.roles.measures import measure_of_number
from csp_extract.extract.roles.within import places_of
from csp_extract.records import MeasureValue, Value

V = TypeVar("V", bound=Value)
YES, NO = "Y", "N"


class Limits(NamedTuple):
    """From which probability a clause is a row of its own, and under which no rule makes one."""

    add: float
    drop: float


# By table, as leaving out bodies showed them best: models/csp_en/scores.json.
LIMITS: Mapping[str, Limits] = {
    "decisions": Limits(0.85, 0.01),
    "commitments": Limits(0.85, 0.01),
    "measures": Limits(0.75, 0.06),
}


class Judged(NamedTuple):
    """A stretch of the report, and how likely it holds a row of the table."""

    span: Span
    chance: float


def weigh(reading: Reading, chains: Mapping[str, Chain]) -> Iterator[tuple[str, list[Found[Any]]]]:
    """Yield the rows of each table that a chain knows; its rows are in force for the next.

    The caller puts them into the reading: commitments look at the decisions around them.
    """
    clauses = clauses_of(reading)
    looks = looks_of(reading, clauses)
    spans = [clause.span for clause in clauses]
    makers: Mapping[str, Callable[[int], Found[Any] | None]] = {
        "decisions": lambda place: decision_of(reading, clauses[place]),
        "commitments": lambda place: commitment_of(reading, clauses[place]),
    }
    for table, make in makers.items():
        if table in chains:
            judged = judge(chains[table], spans, looks)
            yield table, weighed(getattr(reading, table), judged, LIMITS[table], make)
    if "measures" in chains:
        yield "measures", _measures(reading, chains["measures"])


def _measures(reading: Reading, chain: Chain) -> list[Found[MeasureValue]]:
    """Return the figures of the report: of them a chain judges the numbers, not the clauses."""
    figures = numbers.numbers_of(reading)
    spans = [figure.span for figure in figures]
    judged = judge(chain, spans, numbers.looks_of(reading, figures))

    def make(place: int) -> Found[MeasureValue] | None:
        return measure_of_number(reading, figures[place])

    return weighed(reading.measures, judged, LIMITS["measures"], make)


def judge(chain: Chain, spans: Sequence[Span], looks: Sequence[Sequence[str]]) -> list[Judged]:
    """Return the stretches with the probability that the chain gives them."""
    [table] = chain.marginals([looks])
    chances = table[:, chain.column(YES)].tolist()
    return [Judged(span, chance) for span, chance in zip(spans, chances, strict=True)]


def weighed(
    found: Sequence[Found[V]],
    judged: Sequence[Judged],
    limits: Limits,
    make: Callable[[int], Found[V] | None],
) -> list[Found[V]]:
    """Return the rows of the rules that the chain does not think wrong, and those it is sure of."""
    touched: set[int] = set()
    rows = []
    spans = [each.span for each in judged]
    for row in found:
        places = places_of(row.span, spans)
        touched.update(places)
        chance = max((judged[place].chance for place in places), default=1.0)
        if chance >= limits.drop:
            rows.append(row)
    for place, each in enumerate(judged):
        new = make(place) if each.chance >= limits.add and place not in touched else None
        if new is not None and not any(new.span.overlaps(row.span) for row in rows):
            rows.append(new)
    return sorted(rows, key=lambda row: (row.span, row.rule))
