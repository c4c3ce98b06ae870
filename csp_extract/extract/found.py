"""What a family of rules gives back: a value and the characters that prove it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from csp_extract.records import Value

V = TypeVar("V", bound=Value)


class Span(NamedTuple):
    """Half-open characters of the report text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Return whether ``other`` lies within."""
        return self.start <= other.start and other.end <= self.end


class Target(NamedTuple):
    """The row of another table that a value points at, by the span it stands on."""

    table: str
    span: Span


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """A mention before it has an id: its exact characters, its value and the rule that said so.

    ``targets`` holds, by column, the rows that the value points at; their ids are known only when
    the whole report is read, and are filled in then.
    """

    span: Span
    value: V
    rule: str
    targets: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
