"""What a paper is called: by its print, by its form, by the heading above all sections."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from csp_extract.extract.dates import read_date
from csp_extract.extract.found import Span
from csp_extract.extract.masthead.fields import lexicon, printed, split_at_labels
from csp_extract.extract.masthead.meeting import is_meeting
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind

_KINDS = frozenset({BlockKind.MASTHEAD, BlockKind.TITLE, BlockKind.HEADING})
MINUTES = re.compile(r"(?:draft )?minutes? of\b", re.IGNORECASE)
# What every meeting deals with before its reports.
_ROUTINE = re.compile(
    r"\W*(?:\d[\d/.]* )?(?:minutes (?:of|from) (?:the )?(?:previous|last) meeting|apologies\b"
    r"|declarations? of|public (?:questions|participation)|matters arising|any other business)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:subject|title|report title)\s?[:–—]\s?", re.IGNORECASE)
_SORT = 24  # characters that may stand before "decision notice": who takes decisions
_WORDS = 3  # fewer are the name of a section


def title_of(reading: Reading, fields: Mapping[str, str], day: date | None) -> str:
    """Return the title; what the form calls so where the print has only "Paper E" or its sort."""
    shown, called = _printed_title(reading, day), fields.get("title", "").lstrip(": ")
    is_bare = len(shown.split()) < _WORDS or _is_sort(shown)
    return called if called and is_bare else shown


def before_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks before the first printed number."""
    for block in blocks:
        if block.label:
            return
        yield block


def _printed_title(reading: Reading, day: date | None) -> str:
    """Return the title as printed; where the layout saw none, the heading above all sections."""
    blocks = _minutes(reading, day) or _titles(reading) or _headings(reading)
    parts = [
        part for block in blocks for part in split_at_labels(reading, Span(block.start, block.end))
    ]
    subjects = [value for column, value in parts if column == "title"]
    words = " ".join(printed(reading, value) for value in subjects or [part for _, part in parts])
    return _LABEL.sub("", words).rstrip(".")


def _minutes(reading: Reading, day: date | None) -> list[Block]:
    """Return the head of minutes; those of another day are what a meeting approves."""
    heads = (block for block in reading.blocks[:6] if block.kind in _KINDS)
    called = {block: reading.report.slice(block) for block in heads}
    named = {block: text for block, text in called.items() if MINUTES.match(text)}
    return [
        block
        for block, text in named.items()
        if not (_is_of_another(text, day) or _ROUTINE.match(text))
    ][:1]


def _titles(reading: Reading) -> list[Block]:
    """Return what is printed as a title; the sort of paper only where it is all there is."""
    titles = [block for block in reading.blocks if block.kind is BlockKind.TITLE][:2]
    told = [block for block in titles if not _is_empty(_words_of(reading, block))]
    return [block for block in told if not _is_sort(reading.report.slice(block))] or (
        [] if _headings(reading) else told
    )


def _words_of(reading: Reading, block: Block) -> str:
    """Return the words of a block, only those after its labels where it has any."""
    *_, (_, last) = split_at_labels(reading, Span(block.start, block.end))
    return printed(reading, last)


def _headings(reading: Reading) -> list[Block]:
    """Return the first heading above the numbers that could be a title."""
    opening = list(before_numbers(reading.blocks[:12]))
    headings = [block for block in opening if block.kind is BlockKind.HEADING][:1]
    if any(_is_sort(reading.report.slice(block)) for block in opening[:3]):  # the title is below
        headings = [block for block in opening[:4] if block.kind in _KINDS] + headings
    called = {block: reading.report.slice(block) for block in headings}
    return [block for block, text in called.items() if _could_be(text)]


def _could_be(title: str) -> bool:
    """Return whether a heading has the words of a title."""
    is_other = MINUTES.match(title) or _is_sort(title) or _is_empty(title)
    return len(title.split()) >= _WORDS and not is_other


def _is_empty(title: str) -> bool:
    """Return whether a line tells a meeting and its day, or what every meeting deals with."""
    is_sitting = is_meeting(title) and read_date(title) is not None
    return is_sitting or bool(_ROUTINE.match(title))


def _is_sort(title: str) -> bool:
    """Return whether a title says what sort of paper it is and nothing else: "Decision Notice"."""
    words = title.casefold().rstrip(":")
    return any(words.endswith(end) and len(words) < len(end) + _SORT for end in _sorts())


@cache
def _sorts() -> tuple[str, ...]:
    """Return the names of sorts of papers that have their title in a form."""
    return tuple(lexicon()["kinds"]["decision"])


def _is_of_another(text: str, day: date | None) -> bool:
    """Return whether a line tells another day."""
    told = read_date(text)
    return bool(day and told and told.start and told.start != day)
