"""Promises that sentences make."""

import re
from collections.abc import Iterator

from csp_extract.extract.commitments.place import Placed
from csp_extract.extract.commitments.pronouns import Meant, meant_by, meant_in
from csp_extract.extract.commitments.reader import plain, read
from csp_extract.extract.commitments.reported import in_present
from csp_extract.extract.commitments.subjects import is_somebody
from csp_extract.extract.decisions.told import is_told
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind

_SILENT = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CONTENTS, BlockKind.CAPTION})
# A line of a masthead that is a sentence: in a short paper it is the first of its text.
_SENTENCE = re.compile(r"[A-Z•].{24,}[.;]$", re.DOTALL)
# "In reply the Manager:", and under it "would send the figures".
_LEADS = re.compile(
    r"(?:^|\b(?:questions?|queries|reply|response|points?|raised|asked|comments)[^:]{0,40}?,?\s)"
    r"(?P<who>(?!(?:In|On|At|Following|After|With|To)\s)"
    r"(?:[Tt]he\s|[A-Z])[\w’' -]{3,70}?)(?:\s(?:also|then))?:\s?$"
)
_ITEM = re.compile(r"(?:would|will|agreed\sto|undertook\sto|offered\sto|promised\sto)\s")
# "is launching ... on": only a date to come makes it a promise.
_NEEDS_DATE = frozenset({"doing on a day to come", "opens on a day to come", "is on a day"})
# In a report "the chair agreed to" or "asked officers to" tells of what may long be done, unless a
# day to come says by when.
_IN_MINUTES = frozenset({"agreed to", "asked somebody to", "asked that", "asked for"})


def prose_promises(reading: Reading) -> Iterator[Placed]:
    """Yield the promises that sentences make, in order."""
    meant, is_minutes = meant_by(reading), is_told(reading)
    for passage in reading.passages:
        if passage.block.kind in _SILENT or passage.block.is_head:
            continue
        if passage.block.kind is BlockKind.MASTHEAD and not _SENTENCE.match(passage.text):
            continue
        yield from _promises_of(reading, passage, meant, is_minutes=is_minutes)


def _promises_of(
    reading: Reading, passage: Passage, known: Meant, *, is_minutes: bool
) -> Iterator[Placed]:
    """Yield the promises of one passage; in minutes, "it was agreed that X would" is one."""
    led = _led_by(reading, passage, is_minutes=is_minutes)
    text = led + passage.text
    if is_minutes:
        text = in_present(plain(text), is_dated=_has_date_to_come(reading, passage.span))
    meant = meant_in(reading, passage, known)
    for reads in read(text, meant._replace(before=led.strip()) if led else meant):
        start = max(0, reads.span.start - len(led))
        span = Span(passage.start + start, passage.start + reads.span.end - len(led))
        if reads.rule == "should do" and is_minutes:
            continue  # what a speaker thinks
        is_history = reads.rule in _IN_MINUTES and not is_minutes
        needs_date = is_history or reads.rule in _NEEDS_DATE
        if needs_date and not _has_date_to_come(reading, span):
            continue
        yield Placed(span, reads.value, reads.rule, passage.span)


def _led_by(reading: Reading, passage: Passage, *, is_minutes: bool) -> str:
    """Return who an item of a list is about: "The Manager:", and then "would send the figures"."""
    if not is_minutes or not passage.is_first or not _ITEM.match(passage.text):
        return ""
    place = passage.block.lead_in
    while place < 0 and passage.block_index > 0 and passage.block.label:
        before = passage.block_index - 1
        while before > 0 and reading.blocks[before].label:
            before -= 1
        place = before
    lead = plain(reading.report.slice(reading.blocks[place])) if place >= 0 else ""
    who = _LEADS.search(lead)
    return f"{who['who']} " if who and is_somebody(who["who"]) else ""


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
