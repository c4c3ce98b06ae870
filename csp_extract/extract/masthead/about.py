"""The report's own data, from its form, its masthead, its title and its text."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from csp_extract.extract.dates import read_date
from csp_extract.extract.found import Span
from csp_extract.extract.masthead.fields import fields_in, lexicon
from csp_extract.extract.masthead.names import body_of, names_in, partnership_of
from csp_extract.extract.reading import Reading
from csp_extract.records import About, Block, BlockKind, Precision, ReportKind

_TITLE_KINDS = frozenset({BlockKind.MASTHEAD, BlockKind.TITLE, BlockKind.HEADING})
_HEAD_KINDS = frozenset({BlockKind.MASTHEAD, BlockKind.TITLE})
_REPORT_OF = re.compile(
    r"(?:joint )?report (?:of|by|from)(?: the)?:?\s*(?P<who>[^\n]*)", re.IGNORECASE
)
_HELD_ON = re.compile(r"\b(?:held|meeting|meet)\b[^.\n]{0,80}?\bon\b", re.IGNORECASE)
# Of other meetings: "the last meeting held on", "the minutes of the meeting held on ... be agreed".
_OTHER_MEETING = re.compile(
    r"\b(?:last|previous|next|earlier|future|be (?:approved|agreed|confirmed|signed|deferred)"
    r"|(?:were|was) (?:approved|agreed|confirmed|signed)|true record|correct record)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_LAST_LINES = 12
_MINUTES = re.compile(r"(?:draft )?minutes? of\b", re.IGNORECASE)
_TITLE_WORDS = 3  # fewer are the name of a section
_LABEL = re.compile(r"^(?:subject|title|report title)\s?[:–—]\s?", re.IGNORECASE)
_LONGEST_HEAD_LINE = 14  # words; what is longer is a sentence, and its dates are of other things
_SENTENCE = re.compile(r"[.;]$|\b(?:is|are|was|were|has|have|had|will|would|be|set|that)\b")
_MEETING_LINE = re.compile(
    r"^(?:report to|to|meeting of|meeting|minutes of|decision[- ]maker|final decision[- ]maker"
    r"|agenda|committee)?(?: the)?:? ?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^[\d/.]{6,10} *[-–—:,]? *|,? *[-–—:]? *(?:\(item [^)]*\)|(?:mon|tues?|wed|wednes|thurs?|fri"
    r"|satur|sun)(?:day)?\b.*|\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4}.*)$",
    re.IGNORECASE,
)
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
        partnership=_partnership(lines, named),
        committee=reading.given.committee
        or _meeting_in(fields.get("committee", ""))
        or fields.get("committee")
        or _committee(lines),
        meeting_date=reading.given.meeting_date or _meeting_date(reading, fields, lines),
        author=fields.get("author") or _author(lines),
        contact=fields.get("contact") or _contact(reading),
        kind=_kind(lines),
        item_number=fields.get("item_number", ""),
        classification=fields.get("classification") or _classification(lines),
        wards=fields.get("wards", ""),
    )


def _partnership(lines: Sequence[str], named: Sequence[str]) -> str:
    """Return the one partnership that a paper is about.

    A police and crime commissioner's paper speaks of every partnership of the force area, so it is
    about one only where its masthead or title names one.
    """
    head = [name for line in lines for name in names_in(line)]
    if any("Police and Crime Commissioner" in name for name in head):
        return partnership_of(head)
    return partnership_of(named)


def _first_values(reading: Reading) -> dict[str, str]:
    """Return the value of each column that the form gives, under the plainest label first."""
    best: dict[str, tuple[bool, str]] = {}
    for column, is_weak, span in fields_in(reading):
        if column not in best or (best[column][0] and not is_weak):
            best[column] = is_weak, _printed(reading, span)
    return {column: value for column, (_, value) in best.items()}


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
    """Return the title as printed; where the layout saw none, the heading above all sections."""
    head = reading.blocks[:12]
    minutes = [block for block in head if _MINUTES.match(reading.report.slice(block))]
    titles = [block for block in minutes if block.kind in _TITLE_KINDS][:1]
    titles = titles or [block for block in reading.blocks if block.kind is BlockKind.TITLE][:2]
    if not titles:
        opening = _before_numbers(reading.blocks[:12])
        headings = [block for block in opening if block.kind is BlockKind.HEADING]
        titles = [
            block
            for block in headings[:1]
            if len(reading.report.slice(block).split()) >= _TITLE_WORDS
        ]
    words = " ".join(_printed(reading, Span(block.start, block.end)) for block in titles)
    return _LABEL.sub("", words)


def _committee(lines: Sequence[str]) -> str:
    """Return the meeting that a line of the masthead names, without label, day or item."""
    found = [name for line in lines if (name := _meeting_in(line))]
    scrutinised = [name for name in found if not name.casefold().endswith("council")]
    return next(iter(scrutinised or found), "")


def _meeting_in(line: str) -> str:
    """Return the name of a meeting if the line holds nothing else."""
    name = _WHEN.sub("", _MEETING_LINE.sub("", line.strip())).strip(" -–—:,")
    return name if _meeting_name().fullmatch(name) and not _REPORT_OF.match(line) else ""


@cache
def _meeting_name() -> re.Pattern[str]:
    """Return the pattern of the name of a meeting: capitalised words that end in its noun."""
    heads = "|".join(
        f"{head}|{head.title()}|{head.upper()}" for head in lexicon()["committee"]["heads"]
    )
    word = r"(?:[A-Z][\w’'&/-]*|\([A-Z][^)]*\)|and|of|the|for|on|in|as|&|AND|OF|THE),?"
    return re.compile(
        rf"(?:{word} ){{0,14}}(?:[Ss]ub-?|SUB-?)?(?:{heads})(?: \([^)]*\)| [A-Z1-9])?"
    )


def _meeting_date(reading: Reading, fields: dict[str, str], lines: Sequence[str]) -> date | None:
    """Return the day of the meeting: from the form, the masthead, or the words of minutes."""
    for words in (
        fields.get("meeting_date", ""),
        fields.get("committee", ""),
        *filter(_is_head_line, lines),
    ):
        day = _day(words)
        if day is not None:
            return day
    opening = reading.report.text[:1500]
    for held in _HELD_ON.finditer(opening):
        sentence = re.split(r"\n|\.\s", opening[held.start() : held.end() + 120])[0]
        before = opening[max(0, held.start() - 40) : held.start()]
        if not _OTHER_MEETING.search(before + sentence):
            return _day(opening[held.end() : held.end() + 40])
    return None


def _is_head_line(line: str) -> bool:
    """Return whether a line stands alone, as those of a masthead do, and is no sentence."""
    return len(line.split()) <= _LONGEST_HEAD_LINE and not _SENTENCE.search(line)


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


def _contact(reading: Reading) -> str:
    """Return the address that the last lines of a paper give."""
    for block in reading.blocks[-_LAST_LINES:]:
        address = _ADDRESS.search(reading.report.slice(block))
        if address:
            return address[0]
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
