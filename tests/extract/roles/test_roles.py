"""Clauses are cut and seen, chains are weighed against rules, and rows say what the words say."""

from collections.abc import Sequence

import numpy as np
import pytest

from csp_extract.extract.components import Roles, make_roles, reading_of
from csp_extract.extract.found import Found, Span
from csp_extract.extract.learned import Chain
from csp_extract.extract.model import build_model
from csp_extract.extract.reading import Reading
from csp_extract.extract.roles.clauses import Clause, clauses_of, words_of
from csp_extract.extract.roles.commitments import commitment_of
from csp_extract.extract.roles.decisions import decision_of
from csp_extract.extract.roles.looks import looks_of
from csp_extract.extract.roles.measures import measure_of_number
from csp_extract.extract.roles.numbers import numbers_of
from csp_extract.extract.roles.weigh import Judged, Limits, weighed
from csp_extract.records import DecisionValue, DecisionVerb

MODEL = build_model()


def _read(text: str) -> Reading:
    return reading_of(MODEL(text))


def _only(text: str) -> tuple[Reading, Clause]:
    reading = _read(text)
    return reading, clauses_of(reading)[0]


def test_clauses_are_cut_where_statements_end() -> None:
    """A clause ends at a stop, before a new subject with its verb, at a colon or a dash."""
    text = "The hub closed in May, but the wardens will look for rooms; a lease is being drawn up."
    reading = _read(text)
    assert [text[slice(*clause.span)] for clause in clauses_of(reading)] == [
        "The hub closed in May",
        "the wardens will look for rooms",
        "a lease is being drawn up.",
    ]


def test_looks_are_the_same_each_time() -> None:
    """Features come in one order, or training would not give the same bytes."""
    reading = _read("The Panel will meet again, and again, in the old hall.")
    clauses = clauses_of(reading)
    looks = looks_of(reading, clauses)
    assert looks == looks_of(reading, clauses)
    assert {"w=again", "the panel", "0=the", "block=paragraph"} <= set(looks[0])


def test_words_are_without_what_joins_them() -> None:
    """What a row quotes has no "and" before it and no stop behind."""
    reading, clause = _only("and the clerk will write to the club.")
    span = words_of(reading, clause)
    assert span is not None
    assert reading.report.text[slice(*span)] == "the clerk will write to the club"


@pytest.mark.parametrize(
    ("text", "owner", "action", "modality"),
    [
        ("The wardens will paint the gate", "wardens", "paint the gate", "will"),
        ("Vice Chair to email the school", "Vice Chair", "email the school", "planned"),
        (
            "Talks are under way with the bus firm",
            "",
            "Talks are under way with the bus firm",
            "ongoing",
        ),
        ("Next walk booked for the hill path", "", "Next walk booked for the hill path", "planned"),
    ],
)
def test_commitment_says_what_the_words_say(
    text: str, owner: str, action: str, modality: str
) -> None:
    """Owner and act are read where the words have them, else the owner is empty."""
    found = commitment_of(*_only(text))
    assert found is not None
    value = found.value
    assert (value.owner, value.action, value.modality) == (owner, action, modality)


def test_decision_takes_its_verb_from_what_leads_it_in() -> None:
    """Under a lead-in that recommends, an act is recommended; words of their own win."""
    reading = _read("It is recommended that:\n• the fence is mended\n• the report is noted")
    clauses = clauses_of(reading)
    verbs = [found.value.verb for clause in clauses[1:] if (found := decision_of(reading, clause))]
    assert verbs == [DecisionVerb.RECOMMENDED, DecisionVerb.NOTED]


def test_report_decides_nothing_of_a_day_that_has_passed() -> None:
    """In a report of June, what was approved in March was decided elsewhere."""
    text = "Report to the Panel, 12 June 2019\nThe Mayor approved the grant on 4 March 2019."
    reading = _read(text)
    clause = next(each for each in clauses_of(reading) if "Mayor" in each.passage.text)
    assert decision_of(reading, clause) is None


@pytest.mark.parametrize(
    ("text", "nth", "reads"),
    [
        ("In all 318 people used the bus.", 0, ("people used the bus", "318", "count", "")),
        ("Fires were down by 12%, as hoped.", 0, ("Fires", "12", "percent", "down")),
    ],
)
def test_measure_says_what_is_counted(text: str, nth: int, reads: tuple[str, ...]) -> None:
    """What is counted stands after the number, else before it."""
    reading = _read(text)
    found = measure_of_number(reading, numbers_of(reading)[nth])
    assert found is not None
    value = found.value
    told = (value.measure, str(value.value), str(value.unit), str(value.direction or ""))
    assert told == reads


def test_numbers_of_dates_and_sums_are_none() -> None:
    """A day, a year and a sum of money are no figures of performance."""
    reading = _read("On 4 May 2019 the fund paid £3,000 for 40 lamps.")
    assert [number.value for number in numbers_of(reading)] == ["40"]


def _row(start: int, end: int, rule: str = "rule") -> Found[DecisionValue]:
    return Found(Span(start, end), DecisionValue(), rule)


def _weighed(chances: Sequence[float], limits: Limits) -> list[tuple[int, str]]:
    """Return the rows where rules found 0-9 and chains judged three stretches of ten."""
    judged = [Judged(Span(10 * at, 10 * at + 9), chance) for at, chance in enumerate(chances)]
    rows = weighed([_row(0, 9)], judged, limits, lambda at: _row(*judged[at].span, "learned"))
    return [(row.span.start, row.rule) for row in rows]


def test_sure_clauses_become_rows_and_unlikely_rows_go() -> None:
    """From one limit on a clause is a row; under the other a rule's row is none."""
    assert _weighed([0.5, 0.9, 0.7], Limits(0.8, 0.1)) == [(0, "rule"), (10, "learned")]
    assert _weighed([0.05, 0.1, 0.8], Limits(0.8, 0.1)) == [(20, "learned")]
    assert _weighed([0.99, 0.0, 0.0], Limits(0.8, 0.1)) == [(0, "rule")]


def test_component_adds_its_rows_to_the_document() -> None:
    """A trained component writes rows into the span groups; an untrained one leaves them alone."""
    chain = Chain(
        ("N", "Y"), ("bias", "w=gate"), np.array([[3.0, 0.0], [-9.0, 9.0]]), np.zeros((2, 2))
    )
    text = "Gate, next Friday.\nThe hall is old."
    for chains, rows in (({}, []), ({"commitments": chain}, ["commitments: learned"])):
        part = make_roles(MODEL, "csp_roles")
        assert isinstance(part, Roles)
        part.chains = dict(chains)
        doc = part(MODEL(text))
        assert [found.rule for found in reading_of(doc).commitments] == rows
        assert len(doc.spans["commitments"]) == len(rows)


def test_a_signature_decides_nothing() -> None:
    """The end of a notice is none of its decisions, however sure the chain is."""
    assert decision_of(*_only("Signed by the Commissioner on 4 May 2021.")) is None


def test_an_order_is_its_own_act_and_names_no_owner() -> None:
    """Behind "nominate" stands who is nominated, not who promises to join."""
    reading, clause = _only("nominate two Members to join the steering group")
    row = commitment_of(reading, clause)
    assert row is not None
    assert row.value.action == "nominate two Members to join the steering group"
    assert row.value.owner == ""
