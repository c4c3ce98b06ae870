"""Promises that sentences make."""

import re
from collections.abc import Iterator

from csp_extract.extract.commitments.place import Placed
from csp_extract.extract.commitments.pronouns import meant_in, writer_of
from csp_extract.extract.commitments.reader import plain, read
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind, ReportKind

_SILENT = frozenset(
    {BlockKind.MASTHEAD, BlockKind.TITLE, BlockKind.HEADING, BlockKind.CONTENTS, BlockKind.CAPTION}
)
# "is launching ... on": only a date to come makes it a promise.
_NEEDS_DATE = frozenset({"doing on a day to come", "opens on a day to come", "is on a day"})
# In a report "the chair agreed to" or "asked officers to" tells of what may long be done, unless a
# day to come says by when.
_IN_MINUTES = frozenset({"agreed to", "asked somebody to", "asked that"})
_PAST_AGREED = re.compile(
    r"\b(?:was|were) (?:agreed|resolved|noted) that (?P<who>[^.;]{2,90}?) (?:would|should) "
)


# Minutes report in the past what was said: "she would write by" is a promise to write.
_REPORTED = re.compile(
    r" would (?!(?:be (?:happy|glad|pleased|useful|helpful)|like|prefer|welcome|have)\b)"
)


def prose_promises(reading: Reading) -> Iterator[Placed]:
    """Yield the promises that sentences make, in order."""
    writer = writer_of(reading)
    for passage in reading.passages:
        if passage.block.kind in _SILENT or passage.block.is_head:
            continue
        yield from _promises_of(reading, passage, writer)


def _promises_of(reading: Reading, passage: Passage, writer: str) -> Iterator[Placed]:
    """Yield the promises of one passage; in minutes, "it was agreed that X would" is one."""
    text = passage.text
    if reading.about.kind is ReportKind.MINUTES:
        text = _as_promise(plain(text))
        if " would " in text and _has_date_to_come(reading, passage.span):
            text = _REPORTED.sub("  will ", text)
    for reads in read(text, meant_in(reading, passage, writer)):
        span = Span(passage.start + reads.span.start, passage.start + reads.span.end)
        if reads.rule == "should do" and reading.about.kind is ReportKind.MINUTES:
            continue  # what a speaker thinks
        is_told = reads.rule in _IN_MINUTES and reading.about.kind is not ReportKind.MINUTES
        needs_date = is_told or reads.rule in _NEEDS_DATE
        if needs_date and not _has_date_to_come(reading, span):
            continue
        yield Placed(span, reads.value, reads.rule, passage.span)


def _as_promise(text: str) -> str:
    """Return minutes with "agreed that X would" as "X  will", character for character."""
    return _PAST_AGREED.sub(
        lambda match: re.sub(r" (?:would|should) $", "  will  ", match[0])[: len(match[0])].ljust(
            len(match[0])
        ),
        text,
    )


def _has_date_to_come(reading: Reading, span: Span) -> bool:
    """Return whether a date in the span is later than what the report tells as past."""
    written = reading.about.drafted_to or reading.about.meeting_date
    return any(
        span.holds(found.span)
        and found.value.end is not None
        and written is not None
        and found.value.end >= written
        for found in reading.dates
    )
