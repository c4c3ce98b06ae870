"""Labels with their values: what the form of a paper says."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from csp_extract.data import read_data
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Reading
from csp_extract.records import Block, BlockKind

# "Report author: ...", "Agenda Item 7", "REPORT OF: ..." in a line of their own.
_LINE = re.compile(r"(?P<label>[A-Z][A-Za-z/()’' &]{0,48}?)\??\s*[:–—]\s*(?P<value>\S[^\n]*)")
_NUMBERED = re.compile(
    r"(?P<label>(?:agenda )?item(?: no\.?| number)?|paper|report no\.?)[ :]*"
    r"(?P<value>\d{1,3}[A-Za-z]?(?:\.\d{1,2})?|[A-Z]\d?)$",
    re.IGNORECASE,
)
_COLON = re.compile(r"\w[)*?]?\s?:\s")
_LABEL_WORDS = 6
_NAMED = frozenset({"committee", "body", "item_number"})  # whose labels are words of names too
_FORM_KINDS = frozenset({BlockKind.FIELD, BlockKind.CELL})
_LINE_KINDS = frozenset(
    {BlockKind.MASTHEAD, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE}
)


def lexicon() -> Mapping[str, Any]:
    """Return the words of ``lexicon.toml``."""
    return read_data(__package__)


@cache
def _columns() -> Mapping[str, str]:
    """Return the column of each label."""
    return {label: column for column, labels in lexicon()["labels"].items() for label in labels}


def column_of(label: str) -> str:
    """Return the column that a printed label stands for, or nothing."""
    plain = _plain(label)
    if plain in lexicon()["attendance"]["labels"]:
        return ""
    singular = plain.removesuffix("s")
    known = _columns().get(plain) or _columns().get(singular) or ""
    return known or (
        "meeting_date" if plain.endswith(" meeting") else ""
    )  # "Cabinet Meeting: 3 May"


def is_weak(label: str) -> bool:
    """Return whether a label may stand for other things too, and gives way to a plainer one."""
    return _plain(label) in lexicon()["weak"]["labels"]


def _plain(label: str) -> str:
    """Return a label without its marks, in lower case."""
    return re.sub(r"\(s\)|[:.*?]", "", label).strip().casefold()


def fields_in(reading: Reading) -> Iterator[tuple[str, bool, Span]]:
    """Yield the column of each label, whether the label is weak, and where its value stands.

    A form may stand at the head of a paper or at its end; a line with a label counts only before
    the first numbered section or among the last lines, lest prose with a colon be read as a form.
    A weak label counts at the head alone: "Date" at the end is the day of signing.
    """
    last = len(reading.blocks) - 1
    opening = _opening(reading)
    for index, block in enumerate(reading.blocks):
        span = Span(block.start, block.end)
        if block.kind in _FORM_KINDS and not block.is_head and block.row_head:
            column = column_of(block.row_head)
            weak = is_weak(block.row_head)
            first, *others = split_at_labels(reading, span)
            if column and span.start < span.end and (index < opening or not weak):
                yield column, weak, first[1]
            yield from ((found, False, value) for found, value in others)
        elif block.kind in _LINE_KINDS and (index < opening or index > last - 12):
            for column, weak, value in _labelled_line(reading, block):
                if index < opening or not weak:
                    yield column, weak, value


def printed(reading: Reading, span: Span) -> str:
    """Return the words of a span on one line."""
    return " ".join(reading.report.text[span.start : span.end].split()).rstrip(".;,")


def split_at_labels(reading: Reading, span: Span) -> list[tuple[str, Span]]:
    """Return the parts of a value into which the print ran the lines of a form together.

    Each has the column of the label before it; the first, which has none before it, an empty one.
    """
    text = reading.report.text[span.start : span.end]
    column, start = "", span.start
    parts = []
    for colon in _COLON.finditer(text):
        words = list(re.finditer(r"\S+", text[: colon.end()]))[-_LABEL_WORDS:]
        for word in words:
            label = text[word.start() : colon.end()].strip()
            if word.start() and _is_plain(label):
                parts.append((column, Span(start, span.start + word.start())))
                column, start = column_of(label), span.start + colon.end()
                break
    return [*parts, (column, Span(start, span.end))]


def _is_plain(label: str) -> bool:
    """Return whether words can only be a label: "Board:" may be the end of a title."""
    column = column_of(label)
    is_bare = " " not in label and column in _NAMED
    return label[0].isupper() and bool(column) and not is_weak(label) and not is_bare


def _opening(reading: Reading) -> int:
    """Return the index of the first block that belongs to the body of the paper."""
    for index, block in enumerate(reading.blocks):
        is_numbered = block.label[:1].isdigit() and block.kind is not BlockKind.MASTHEAD
        if is_numbered or block.kind is BlockKind.BULLET:
            return index
    return min(20, len(reading.blocks))


def _labelled_line(reading: Reading, block: Block) -> Iterator[tuple[str, bool, Span]]:
    """Yield the field of a line that begins with a known label."""
    text = reading.report.slice(block)
    match = _NUMBERED.match(text) or _LINE.match(text)
    column = column_of(match["label"]) if match else ""
    if match and column:
        start, end = match.span("value")
        yield column, is_weak(match["label"]), Span(block.start + start, block.start + end)
