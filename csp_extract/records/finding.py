"""Something that an auditor should look at: findings.csv."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from csp_extract.records.column import Column


class FindingKind(StrEnum):
    """What is to be looked at."""

    PARTS_DO_NOT_ADD_UP = "parts_do_not_add_up"  # a total misses its parts by more than rounding
    PERCENTAGE_DOES_NOT_FIT = "percentage_does_not_fit"  # "ten per cent (£61,000) of £600,000"
    SUM_RESTATED = "sum_restated"  # one award with two values in one report
    DIGITS_SWAPPED = "digits_swapped"  # two sums of the same digits in another order


class Severity(StrEnum):
    """How much depends on it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """A row of findings.csv: a lead for an auditor, with the rows that show it."""

    finding_id: Annotated[str, Column("id of the row, the same on every run")]
    kind: Annotated[FindingKind, Column("what is to be looked at")]
    severity: Annotated[Severity, Column("how much depends on it")]
    track_id: Annotated[str, Column("track it is about, empty where one report shows it")]
    report_id: Annotated[str, Column("report that shows it")]
    message: Annotated[str, Column("what was found, in a sentence")]
    row_ids: Annotated[tuple[str, ...], Column("rows that show it")]

    @classmethod
    def within(
        cls,
        report_id: str,
        kind: FindingKind,
        severity: Severity,
        message: str,
        row_ids: tuple[str, ...],
    ) -> "Finding":
        """Return a finding that one report shows by itself, its id a hash of kind and rows."""
        name = "|".join((report_id, kind, *row_ids))
        digest = hashlib.sha256(name.encode()).hexdigest()
        return cls(f"f{digest[:12]}", kind, severity, "", report_id, message, row_ids)
