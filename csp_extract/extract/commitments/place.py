"""A promise in its place in the report, and the row it becomes."""

import re
from dataclasses import dataclass

from csp_extract.extract.commitments.due import due_of
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.found import Found, Span, Target
from csp_extract.extract.reading import Reading
from csp_extract.records import CommitmentValue, DateValue


@dataclass(frozen=True, slots=True)
class Placed:
    """A promise with the characters of the report that say it."""

    span: Span
    promise: Promise
    rule: str
    sentence: Span  # where a date that governs the act may stand
    due: DateValue | None = None  # where a column of the table says so


def to_found(reading: Reading, placed: Placed) -> Found[CommitmentValue]:
    """Return the row of a placed promise, with its date and the initiative it is about."""
    promise = placed.promise
    due = placed.due or due_of(reading, placed.sentence, placed.span)
    value = CommitmentValue(
        action=_one_line(promise.action),
        owner=_one_line(promise.owner),
        due=due.edtf if due else "",
        due_start=due.start if due else None,
        due_end=due.end if due else None,
        modality=promise.modality,
        strength=promise.strength,
    )
    target = _initiative_in(reading, placed.span)
    targets = {"initiative_id": (target,)} if target else {}
    return Found(placed.span, value, placed.rule, targets)


def _initiative_in(reading: Reading, span: Span) -> Target | None:
    """Return the initiative that the promise names: its row, or the first row with its name."""
    inside = [found for found in reading.initiatives if span.overlaps(found.span)]
    if inside:
        return Target("initiatives", inside[0].span)
    words = reading.report.text[span.start : span.end].casefold()
    for found in reading.initiatives:
        name = found.value.name.casefold()
        if len(name) > 5 and name in words:
            return Target("initiatives", found.span)
    return None


def _one_line(words: str) -> str:
    """Return words with white space folded."""
    return re.sub(r"\s+", " ", words).strip()
