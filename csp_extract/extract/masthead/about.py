"""The report's own data, from its form, its masthead, its title and its text."""

import re
from collections.abc import Sequence

from csp_extract.extract.decisions.told import is_told
from csp_extract.extract.masthead.author import author_of
from csp_extract.extract.masthead.fields import fields_in, lexicon, printed
from csp_extract.extract.masthead.meeting import committee_in, committee_of, day_of_meeting
from csp_extract.extract.masthead.names import body_of, names_in, partnership_of
from csp_extract.extract.masthead.title import MINUTES, before_numbers, title_of
from csp_extract.extract.reading import Reading
from csp_extract.records import About, Block, BlockKind, ReportKind

_HEAD_KINDS = frozenset({BlockKind.MASTHEAD, BlockKind.TITLE})
_CLASSIFICATION = re.compile(
    r"(?:not for publication|for publication|open|public|part (?:1|2|i|ii)|exempt|official"
    r"|unrestricted|restricted|confidential|non[- ]exempt)\b.{0,40}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_LAST_LINES = 12
_REPORT = re.compile(
    r"\b(?:annual|yearly|progress|update|monitoring|half-year) report\b|\bupdate on\b"
)
# Labels that only the form of a decision has; a report's form may have one of them.
_DECISION_FORM = re.compile(
    r"^(?:Decision (?:status|by|title|maker|made|ref(?:erence)?(?: number)?|date|details|taken)"
    r"|Is Key decision|Is subject to call in|Decided (?:at meeting|by)"
    r"|Date (?:signed|of decision|decision (?:made|taken))"
    r"|Proposed decision|Authorisation name|Authorised by|Effective from)\b",
    re.IGNORECASE | re.MULTILINE,
)
_OF_DECISIONS = frozenset(
    "decision status|decision by|decision title|decision reference number|authorisation name"
    "|proposed decision".split("|")
)
_FORM_REACH = 6000
# An item as a council's web pages keep it: "Meeting: 14/07/2020 - Housing Committee (Item 20)".
_OF_MEETING = re.compile(r"^Meeting: \d{1,2}/\d{1,2}/\d{4} - [^\n]{3,90}\(Item \d", re.MULTILINE)
_OPENING = 1500
_WELSH = re.compile(r"\b(?:yn|y|yr|ac|gyda|oedd|wedi|bydd|hefyd|ei|cymunedol)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|with|is|will|that|by|has)\b")


def read_about(reading: Reading) -> About:
    """Return what the report says of itself; what the caller gave beats the masthead."""
    fields = _first_values(reading)
    lines = [reading.report.slice(block) for block in _head_blocks(reading)]
    text = reading.report.text
    named = names_in(text)
    day = reading.given.meeting_date or day_of_meeting(fields, lines, text)
    called = [name for name in (fields.get("body", ""),) if names_in(name)]
    body = reading.given.body or next(iter(called), "") or body_of(lines, named)
    return About(
        language=_language(text),
        title=title_of(reading, fields, day),
        body=body,
        partnership=_partnership(lines, named),
        committee=reading.given.committee
        or committee_of(fields, lines, body)
        or committee_in(text),
        meeting_date=day,
        author=author_of(reading, fields, lines),
        contact=fields.get("contact") or _contact(reading),
        kind=_kind(reading, lines),
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
            best[column] = is_weak, printed(reading, span)
    return {column: value for column, (_, value) in best.items()}


def _head_blocks(reading: Reading) -> list[Block]:
    """Return the masthead and title; where there is neither, the lines above the first number."""
    head = [block for block in reading.blocks[:60] if block.kind in _HEAD_KINDS]
    return head or list(before_numbers(reading.blocks[:12]))


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


def _kind(reading: Reading, lines: Sequence[str]) -> ReportKind | None:
    """Return the sort of paper: as its head says, else as its form or its words give away.

    A paper with neither head nor such words has none.
    """
    head = " ".join(lines).casefold()
    is_report = _REPORT.search(head) and not MINUTES.search(head)  # "Annual report on the plan"
    named = ReportKind.REPORT if is_report else _named_kind(head)
    if named not in {None, ReportKind.REPORT, ReportKind.PLAN}:
        return named
    text = reading.report.text
    labels = {label.casefold() for label in _DECISION_FORM.findall(text[:_FORM_REACH])}
    if len(labels) > 1 or labels & _OF_DECISIONS:
        return ReportKind.DECISION
    if _OF_MEETING.search(text[:_OPENING]) or is_told(reading):
        return ReportKind.MINUTES
    return named or (ReportKind.REPORT if head else None)


def _named_kind(head: str) -> ReportKind | None:
    """Return the sort of paper that the words of a head name."""
    for kind, words in lexicon()["kinds"].items():
        if any(re.search(rf"\b{re.escape(word)}\b", head) for word in words):
            return ReportKind(kind)
    return None


def _language(text: str) -> str:
    """Return the language that most of the small words belong to."""
    english, welsh = len(_ENGLISH.findall(text)), len(_WELSH.findall(text))
    if english + welsh < 5:
        return ""
    return "cy" if welsh > english else "en"
