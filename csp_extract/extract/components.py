"""The families as spaCy components, so that any spaCy user can load and combine them.

Each component writes a span group named after its table; ``span._.csp`` gives the row behind a
span as a dictionary of cells. A ``Doc`` made from plain text is read as one paragraph a line.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan

from csp_extract.extract import aims, names
from csp_extract.extract.commitments import find_commitments
from csp_extract.extract.dates import find_dates
from csp_extract.extract.decisions import find_decisions
from csp_extract.extract.found import Found
from csp_extract.extract.initiatives import find_initiatives
from csp_extract.extract.learned import Part
from csp_extract.extract.ledger import find_candidates
from csp_extract.extract.masthead import read_about
from csp_extract.extract.measures import find_measures
from csp_extract.extract.money import find_amounts, with_payments
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.priorities import find_priorities
from csp_extract.extract.reading import Reading
from csp_extract.extract.roles import weigh
from csp_extract.extract.sentences import passages_of
from csp_extract.records import Report, cells_of
from csp_extract.settings import Given

Component = Callable[[Doc], Doc]

# A reading lives as long as its Doc and is never serialised with it.
_readings: WeakKeyDictionary[Doc, Reading] = WeakKeyDictionary()


def attach(doc: Doc, report: Report, given: Given) -> None:
    """Tie a laid-out report to the ``Doc`` made of its text."""
    _readings[doc] = Reading(report, passages_of(report), given)


def reading_of(doc: Doc) -> Reading:
    """Return the reading tied to a ``Doc``; plain text is laid out as one paragraph a line."""
    if doc not in _readings:
        attach(doc, lay_out_plain(doc.text), Given())
    return _readings[doc]


def _row_of(span: DocSpan) -> dict[str, str]:
    """Return the cells of the row that a span of one of our groups stands for."""
    group = span.doc.spans.get(span.label_)
    rows = group.attrs.get("rows", {}) if group is not None else {}
    return dict(rows.get(f"{span.start_char}-{span.end_char}", {}))


if not DocSpan.has_extension("csp"):
    DocSpan.set_extension("csp", getter=_row_of)


def _store(doc: Doc, table: str, found: Sequence[Found[Any]]) -> None:
    """Write a family's mentions into the span group of its table."""
    spans, rows = [], {}
    for mention in found:
        span = doc.char_span(*mention.span, label=table, alignment_mode="expand")
        if span is None:
            continue
        spans.append(span)
        exact = {"char_start": str(mention.span.start), "char_end": str(mention.span.end)}
        rows[f"{span.start_char}-{span.end_char}"] = cells_of(mention.value) | exact
    doc.spans[table] = SpanGroup(doc, name=table, spans=spans, attrs={"rows": rows})


def _family(table: str, find: Callable[[Reading], Sequence[Found[Any]]]) -> Component:
    """Return the component that runs one family and keeps what it found."""

    def component(doc: Doc) -> Doc:
        reading = reading_of(doc)
        found = sorted(find(reading), key=lambda mention: (mention.span, mention.rule))
        setattr(reading, table, found)
        _store(doc, table, found)
        return doc

    return component


@Language.factory("csp_structure", assigns=["token.is_sent_start"])
def make_structure(nlp: Language, name: str) -> Component:  # noqa: ARG001 spaCy calls it so
    """Make the component that marks where the passages begin."""

    def structure(doc: Doc) -> Doc:
        starts = {passage.start for passage in reading_of(doc).passages}
        marks = [1 if token.i == 0 or token.idx in starts else -1 for token in doc]
        # All at once: spaCy looks through the whole document at each single assignment.
        array: Any = np.array(marks, dtype="int64").astype("uint64")
        return doc.from_array(["SENT_START"], array)

    return structure


@Language.factory("csp_masthead")
def make_masthead(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that reads what a report says of itself."""

    def masthead(doc: Doc) -> Doc:
        reading = reading_of(doc)
        reading.about = read_about(reading)
        return doc

    return masthead


@Language.factory("csp_dates")
def make_dates(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds dates and the days between which the report was drafted."""

    def find(reading: Reading) -> Sequence[Found[Any]]:
        dates, window = find_dates(reading)
        reading.about = replace(
            reading.about,
            drafted_from=window.earliest,
            drafted_to=window.latest,
            drafted_from_words=window.done,
            drafted_to_words=window.to_come,
        )
        return dates

    return _family("dates", find)


@Language.factory("csp_amounts")
def make_amounts(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds sums of money."""
    return _family("amounts", find_amounts)


@Language.factory("csp_priorities")
def make_priorities(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds lists of priorities."""
    return _family("priorities", find_priorities)


class Aims(Part):
    """The trained component that finds priorities by what was learned of lines and lists."""

    def __call__(self, doc: Doc) -> Doc:
        """Put priorities that the chains are sure of beside those of the rules."""
        if self.is_trained:
            reading = reading_of(doc)
            reading.priorities = aims.sift(reading, self.chains)
            _store(doc, "priorities", reading.priorities)
        return doc


@Language.factory("csp_aims")
def make_aims(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the trained component that tells which lines and lists are of priorities."""
    return Aims(name)


@Language.factory("csp_initiatives")
def make_initiatives(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds initiatives."""
    return _family("initiatives", find_initiatives)


class Names(Part):
    """The trained component that weighs names of initiatives against what was learned of words."""

    def __call__(self, doc: Doc) -> Doc:
        """Put names that the chain is sure of beside those of the rules, and take some away."""
        for table, chain in self.chains.items():
            reading = reading_of(doc)
            reading.initiatives = names.sift(reading, chain)
            _store(doc, table, reading.initiatives)
        return doc


@Language.factory("csp_names")
def make_names(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the trained component that tells which words name an initiative."""
    return Names(name)


@Language.factory("csp_payments")
def make_payments(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that tells which initiative each sum pays for."""

    def payments(doc: Doc) -> Doc:
        reading = reading_of(doc)
        reading.amounts, reading.initiatives = with_payments(reading)
        _store(doc, "amounts", reading.amounts)
        _store(doc, "initiatives", reading.initiatives)
        return doc

    return payments


@Language.factory("csp_commitments")
def make_commitments(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds commitments."""
    return _family("commitments", find_commitments)


@Language.factory("csp_decisions")
def make_decisions(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds resolutions and recommendations."""
    return _family("decisions", find_decisions)


@Language.factory("csp_measures")
def make_measures(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds performance figures."""
    return _family("measures", find_measures)


class Roles(Part):
    """The trained component that weighs rules against what was learned of each clause."""

    def __call__(self, doc: Doc) -> Doc:
        """Put rows that the chains are sure of beside those of the rules, and take some away."""
        reading = reading_of(doc)
        for table, found in weigh(reading, self.chains) if self.is_trained else ():
            setattr(reading, table, found)
            _store(doc, table, found)
        return doc


@Language.factory("csp_roles")
def make_roles(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the trained component that tells what each clause does: decide, promise, measure."""
    return Roles(name)


@Language.factory("csp_ledger")
def make_ledger(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that accounts for what no family took; it runs last."""
    return _family("candidates", find_candidates)
