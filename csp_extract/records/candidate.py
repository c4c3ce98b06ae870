"""What the completeness ledger says of a thing that ought to be accounted for: candidates.csv."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from csp_extract.records.column import Column
from csp_extract.records.values import Value


class CandidateKind(StrEnum):
    """What the greedy scanner took a stretch of text for."""

    CURRENCY = "currency"  # a currency sign, with the figure after it where there is one
    MONEY_FIGURE = "money_figure"  # a bare number in a table under a head that says pounds
    DATE = "date"
    FORWARD = "forward"  # a cue of things to come


class Reason(StrEnum):
    """Why no row took a candidate."""

    IN_CONTENTS = "in_contents"  # a line of a contents list
    IN_HEAD = "in_head"  # a head, label or caption that tells the unit or the stretch of others
    IN_HEADING = "in_heading"  # a title or heading, which promises nothing
    SIGN_ALONE = "sign_alone"  # a currency sign with no figure
    COUNT = "count"  # a figure of something other than money
    ACT_YEAR = "act_year"
    IN_NAME = "in_name"  # part of a name: "Safer Week 2017", "Friday Night Project"
    WEEKDAY_ALONE = "weekday_alone"  # a day of the week that no date goes with
    ROUND_THE_CLOCK = "round_the_clock"  # 24/7
    REFERENCE = "reference"  # number of a minute, paper or file
    TELEPHONE = "telephone"
    WEB_ADDRESS = "web_address"
    SCHOOL_YEAR = "school_year"
    NOT_MONTH = "not_month"  # "may" the verb, "march" the walk
    YARDSTICK = "yardstick"  # "the previous year": optional by the annotation guide
    MONEY_DECIDED = "money_decided"  # "will be £9,000": a sum, not an act
    CONDITION = "condition"  # what would follow if, once, or unless something happens
    EFFECT = "effect"  # what is hoped to come of an act, not the act
    PURPOSE = "purpose"  # what a paper or an aim is for
    LEAD_IN = "lead_in"  # opens a list, whose items are read by themselves
    QUESTION = "question"  # whether, how or when something will be
    DUTY_IN_LAW = "duty_in_law"
    STANDING = "standing"  # what goes on by itself: "continues to be overseen by"
    NOUN = "noun"  # "brought its plan to a close", "plans to" that nobody has
    RECALL = "recall"  # "Members will recall", "will be aware"
    NOTING = "noting"  # a recommendation that asks for no act beyond noting
    NEGATED = "negated"
    TOLD_AS_PAST = "told_as_past"  # "would", "had planned to"
    DROPPED_BY_HAND = "dropped_by_hand"  # a person said that the row which took it is none
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CandidateValue(Value):
    """A candidate with the row that took it, or the reason why none did; never both."""

    kind: Annotated[CandidateKind | None, Column("what the scanner took it for")] = None
    table: Annotated[str, Column("table of the row that took it")] = ""
    row_id: Annotated[str, Column("row that took it")] = ""
    reason: Annotated[Reason | None, Column("why no row took it")] = None
