"""What a person says of rows: two are the same thing or not, a cell is wrong, a row is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from csp_extract.records.column import Column


class CorrectionKind(StrEnum):
    """What a correction does."""

    SAME = "same"  # two mentions are one thing
    DIFFERENT = "different"  # two mentions are two things
    SET = "set"  # a cell holds what the person says, or nothing
    DROP = "drop"  # a row is none


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a person says: corrections.csv, replayed on every run.

    A row is found again by its id, and after an upgrade by its report and words.
    """

    correction_id: Annotated[str, Column("hash of what it is about; the last word on it counts")]
    kind: Annotated[CorrectionKind, Column("what it does")]
    table: Annotated[str, Column("table of the row, and of the other one")]
    row_id: Annotated[str, Column("id of the row")]
    report_id: Annotated[str, Column("report the row stands in")] = ""
    page: Annotated[str, Column("page it stands on")] = ""
    text: Annotated[str, Column("its words")] = ""
    column: Annotated[str, Column("cell that is set; empty for other kinds")] = ""
    value: Annotated[str, Column("what the cell is to hold; empty empties it")] = ""
    other_id: Annotated[str, Column("id of the other row of a judgement")] = ""
    other_report: Annotated[str, Column("report the other row stands in")] = ""
    other_page: Annotated[str, Column("page it stands on")] = ""
    other_text: Annotated[str, Column("its words")] = ""
    who: Annotated[str, Column("who says so")] = ""
    when: Annotated[str, Column("day on which it was said, as the person gave it")] = ""
    note: Annotated[str, Column("why")] = ""


@dataclass(frozen=True, slots=True)
class RedirectRow:
    """Where to look for what an earlier output called by another id: redirects.csv."""

    from_id: Annotated[str, Column("id of a track or row in an earlier output of this folder")]
    to_id: Annotated[str, Column("id under which its mentions, or some of them, are now")]
    why: Annotated[str, Column("what happened, in words")] = ""


# What people write and the program reads; what it publishes is in TABLES.md and the other maps.
REVIEW_TABLES: Mapping[str, type] = {"corrections": Correction}
