"""The report's own data, from its form, its masthead, its title and its text."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from csp_extract.extract.dates import read_date
from csp_extract.extract.found import Span
from csp_extract.extract.masthead.fields import fields_in, lexicon
from csp_extract.extract.masthead.names import body_of, names_in, partnership_of
from csp_extract.extract.reading import Reading
from csp_extract.records import About, Block, BlockKind, Precision, ReportKind

_HEAD_KINDS = frozenset({BlockKind.MASTHEAD, BlockKind.TITLE})
_REPORT_OF = re.compile(
    r"(?:joint )?report (?:of|by|from)(?: the)?:?\s*(?P<who>[^\n]*)", re.IGNORECASE
)
_HELD_ON = re.compile(r"\b(?:held|meeting|meet)\b[^.\n]{0,80}?\bon\b", re.IGNORECASE)
_CLASSIFICATION = re.compile(
    r"(?:not for publication|for publication|open|public|part (?:1|2|i|ii)|exempt|official"
    r"|unrestricted|restricted|confidential|non[- ]exempt)\b.{0,40}",
    re.IGNORECASE,
)
_WELSH = re.compile(r"\b(?:yn|y|yr|ac|gyda|oedd|wedi|bydd|hefyd|ei|cymunedol)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|with|is|will|that|by|has)\b")


def read_about(reading: Reading) -> About:
    """Return what the report says of itself; what the caller gave beats the masthead."""
    fields = _first_values(reading)
    lines = [reading.report.slice(block) for block in _head_blocks(reading)]
    text = reading.report.text
    named = names_in(text)
    return About(
        language=_language(text),
        title=_title(reading) or fields.get("title", ""),
        body=reading.given.body or fields.get("body") or body_of(lines, named),
        partnership=partnership_of(named),
        committee=reading.given.committee or fields.get("committee") or _committee(lines),
        meeting_date=reading.given.meeting_date or _meeting_date(reading, fields, lines),
        author=fields.get("author") or _author(lines),
        contact=fields.get("contact", ""),
        kind=_kind(lines),
        item_number=fields.get("item_number", ""),
        classification=fields.get("classification") or _classification(lines),
        wards=fields.get("wards", ""),
    )


def _first_values(reading: Reading) -> dict[str, str]:
    """Return the first value that the form gives for each column."""
    values: dict[str, str] = {}
    for column, span in fields_in(reading):
        values.setdefault(column, _printed(reading, span))
    return values


def _printed(reading: Reading, span: Span) -> str:
    """Return the words of a span on one line."""
    return " ".join(reading.report.text[span.start : span.end].split()).rstrip(".;,")


def _head_blocks(reading: Reading) -> list[Block]:
    """Return the masthead and title; where there is neither, the lines above the first number."""
    head = [block for block in reading.blocks[:60] if block.kind in _HEAD_KINDS]
    return head or list(_before_numbers(reading.blocks[:12]))


def _before_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks before the first printed number."""
    for block in blocks:
        if block.label:
            return
        yield block


def _title(reading: Reading) -> str:
    """Return the title as printed."""
    titles = [block for block in reading.blocks if block.kind is BlockKind.TITLE]
    return " ".join(_printed(reading, Span(block.start, block.end)) for block in titles[:2])


def _committee(lines: Sequence[str]) -> str:
    """Return the line of the masthead that names a meeting."""
    heads = "|".join(lexicon()["committee"]["heads"])
    ends = re.compile(rf"\b(?:{heads})(?: \([^)]*\))?$", re.IGNORECASE)
    candidates = [line for line in lines if ends.search(line) and not _REPORT_OF.match(line)]
    scrutinised = [line for line in candidates if not line.casefold().endswith("council")]
    return next(iter(scrutinised or candidates), "").removeprefix("To ").strip()


def _meeting_date(reading: Reading, fields: dict[str, str], lines: Sequence[str]) -> date | None:
    """Return the day of the meeting: from the form, the masthead, or the words of minutes."""
    for words in (fields.get("meeting_date", ""), *lines):
        day = _day(words)
        if day is not None:
            return day
    opening = reading.report.text[:1500]
    held = _HELD_ON.search(opening)
    return _day(opening[held.end() : held.end() + 40]) if held else None


def _day(words: str) -> date | None:
    """Return the day that the words name, if it is one day."""
    value = read_date(words) if words else None
    is_day = value is not None and value.precision is Precision.DAY
    return value.start if is_day and value is not None else None


def _author(lines: Sequence[str]) -> str:
    """Return who stands after "Report of" in the masthead."""
    for place, line in enumerate(lines):
        match = _REPORT_OF.match(line)
        if match:
            return match["who"].strip() or next(iter(lines[place + 1 : place + 2]), "")
    return ""


def _classification(lines: Sequence[str]) -> str:
    """Return the masthead line that says who may read the paper."""
    return next((line for line in lines if _CLASSIFICATION.fullmatch(line)), "")


def _kind(lines: Sequence[str]) -> ReportKind | None:
    """Return the sort of paper that its title or masthead says; a paper with neither has none."""
    head = " ".join(lines).casefold()
    for kind, words in lexicon()["kinds"].items():
        if any(re.search(rf"\b{re.escape(word)}\b", head) for word in words):
            return ReportKind(kind)
    return ReportKind.REPORT if head else None


def _language(text: str) -> str:
    """Return the language that most of the small words belong to."""
    english, welsh = len(_ENGLISH.findall(text)), len(_WELSH.findall(text))
    if english + welsh < 5:
        return ""
    return "cy" if welsh > english else "en"
