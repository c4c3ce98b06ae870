"""A paper to learn from: laid out, with its annotations in place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from csp_extract.records import Report, ReportKind


class Mark(NamedTuple):
    """An annotation in its place: half-open characters of the report's text."""

    start: int
    end: int
    table: str
    values: Mapping[str, str]
    is_optional: bool
    is_mention: bool  # an initiative named again


@dataclass(frozen=True)
class Paper:
    """A paper with its marks, in order; whose it is decides in which fold it stands."""

    name: str
    body: str
    report: Report
    marks: tuple[Mark, ...]
    kind: ReportKind | None = None
    meeting_date: date | None = None
    is_passage: bool = False  # invented to be learned from; no rule was written with it in sight
