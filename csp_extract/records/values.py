"""What each mention table says beyond provenance: one record a table, declared once."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from csp_extract.records.codes import (
    AmountKind,
    AmountStatus,
    Bound,
    CommitmentModality,
    DateRole,
    DecisionVerb,
    Direction,
    InitiativeKind,
    InitiativeStatus,
    MeasureUnit,
    Per,
    Precision,
    PriorityKind,
    Qualifier,
    Resolution,
    Scope,
    Strength,
)
from csp_extract.records.column import Column


@dataclass(frozen=True, slots=True)
class Value:
    """The base of what a mention can say."""


@dataclass(frozen=True, slots=True)
class DateValue(Value):
    """A date expression: dates.csv."""

    edtf: Annotated[str, Column("ISO 8601-2 form; empty where the calendar has no such date")] = ""
    start: Annotated[date | None, Column("first day, inclusive")] = None
    end: Annotated[date | None, Column("last day, inclusive")] = None
    candidates: Annotated[tuple[str, ...], Column("other possible readings, EDTF")] = ()
    precision: Annotated[Precision | None, Column("how fine the expression is")] = None
    resolution: Annotated[Resolution | None, Column("how its year was found")] = None
    bound: Annotated[Bound | None, Column("which way it limits time")] = None
    role: Annotated[DateRole | None, Column("what it does in its sentence")] = None
    event: Annotated[str, Column("what happened or is to happen then, in the report's words")] = ""
    rrule: Annotated[str, Column("RFC 5545 rule of a repetition")] = ""


@dataclass(frozen=True, slots=True)
class AmountValue(Value):
    """A sum of money: amounts.csv."""

    value: Annotated[Decimal | None, Column("sum in units of currency")] = None
    value_max: Annotated[Decimal | None, Column("upper end of a range")] = None
    currency: Annotated[str, Column("ISO 4217")] = ""
    qualifier: Annotated[Qualifier | None, Column("how exactly it is stated")] = None
    per: Annotated[Per | None, Column("what a rate is counted by")] = None
    kind: Annotated[AmountKind | None, Column("what the sum is")] = None
    status: Annotated[AmountStatus | None, Column("how far it has come")] = None
    scope: Annotated[Scope | None, Column("own, shared or a wider pot")] = None
    funder: Annotated[str, Column("who pays")] = ""
    recipient: Annotated[str, Column("who gets it")] = ""
    purpose: Annotated[str, Column("what for")] = ""
    financial_years: Annotated[tuple[str, ...], Column("years it is for, as 2017/18")] = ()
    total_of: Annotated[tuple[str, ...], Column("amount_ids of the parts it is the sum of")] = ()
    initiative_id: Annotated[str, Column("initiative it pays for")] = ""


@dataclass(frozen=True, slots=True)
class InitiativeValue(Value):
    """An initiative of a report: initiatives.csv."""

    name: Annotated[str, Column("fullest name used")] = ""
    aliases: Annotated[tuple[str, ...], Column("other names used")] = ()
    kind: Annotated[InitiativeKind | None, Column("sort of activity")] = None
    status: Annotated[InitiativeStatus | None, Column("how far it is at the meeting date")] = None
    status_date: Annotated[str, Column("when it reached that status, EDTF")] = ""
    lead: Annotated[str, Column("who runs it")] = ""
    funder: Annotated[str, Column("who pays")] = ""
    partners: Annotated[tuple[str, ...], Column("who helps")] = ()
    audience: Annotated[str, Column("whom it is for")] = ""
    reach: Annotated[int | None, Column("how many it reached", unit="people")] = None
    area: Annotated[str, Column("where")] = ""
    themes: Annotated[tuple[str, ...], Column("community safety themes")] = ()
    priority_ids: Annotated[tuple[str, ...], Column("priorities it serves")] = ()
    amount_ids: Annotated[tuple[str, ...], Column("sums that pay for it")] = ()
    date_ids: Annotated[tuple[str, ...], Column("dates said of it")] = ()
    mentions: Annotated[tuple[str, ...], Column("char_start-char_end of every mention")] = ()


@dataclass(frozen=True, slots=True)
class PriorityValue(Value):
    """An item of a list of priorities: priorities.csv."""

    owner: Annotated[str, Column("whose priority")] = ""
    rank: Annotated[int | None, Column("place in its list, from 1")] = None
    list_size: Annotated[int | None, Column("number of items in its list")] = None
    period: Annotated[str, Column("years the list is for, as 2017/18")] = ""
    kind: Annotated[PriorityKind | None, Column("strategic, policing, corporate, operational")] = (
        None
    )
    themes: Annotated[tuple[str, ...], Column("community safety themes")] = ()


@dataclass(frozen=True, slots=True)
class CommitmentValue(Value):
    """Something that somebody says will be done: commitments.csv."""

    action: Annotated[str, Column("verb and object, from the report")] = ""
    owner: Annotated[str, Column("who is to do it")] = ""
    due: Annotated[str, Column("by when, EDTF")] = ""
    due_start: Annotated[date | None, Column("first day of the due date")] = None
    due_end: Annotated[date | None, Column("last day of the due date")] = None
    modality: Annotated[CommitmentModality | None, Column("in what manner it is promised")] = None
    strength: Annotated[Strength | None, Column("how strongly; empty for ongoing work")] = None
    initiative_id: Annotated[str, Column("initiative it is about")] = ""


@dataclass(frozen=True, slots=True)
class DecisionValue(Value):
    """A resolution or recommendation: decisions.csv."""

    verb: Annotated[DecisionVerb | None, Column("what the meeting did or is asked to do")] = None
    status: Annotated[str, Column("carried, amended, lost, deferred, where told")] = ""
    mover: Annotated[str, Column("who moved it, where told")] = ""


@dataclass(frozen=True, slots=True)
class MeasureValue(Value):
    """A performance figure: measures.csv."""

    measure: Annotated[str, Column("what was counted")] = ""
    value: Annotated[Decimal | None, Column("the figure")] = None
    unit: Annotated[MeasureUnit | None, Column("count, percent or rate")] = None
    direction: Annotated[Direction | None, Column("which way it moved")] = None
    change: Annotated[str, Column("the change in other terms, as printed")] = ""
    period: Annotated[str, Column("stretch it covers, as printed")] = ""
    compared_with: Annotated[str, Column("what it is compared with, as printed")] = ""
    area: Annotated[str, Column("where")] = ""
    rag: Annotated[str, Column("red, amber or green, where given")] = ""
