"""Why nothing took a candidate: one refusal for each reason, the first that fits is told."""

import re
from dataclasses import dataclass

from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, CandidateKind, Reason

_ACT = r"(?:Act|Regulations?|Order|Measure|Rules|Bill)"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason and the words by which it is known; ``examples`` mark the candidate refused."""

    reason: Reason
    kinds: frozenset[CandidateKind]
    pattern: re.Pattern[str]  # its match must touch the candidate
    examples: tuple[str, ...]


_DATE = frozenset({CandidateKind.DATE})
_FORWARD = frozenset({CandidateKind.FORWARD})
_CURRENCY = frozenset({CandidateKind.CURRENCY})

REFUSALS: tuple[Refusal, ...] = (
    Refusal(
        Reason.SIGN_ALONE,
        _CURRENCY,
        re.compile(r"[£€$](?!\s?\d)"),
        ("all sums are given in [[£]]", "the [[£]] fell"),
    ),
    Refusal(
        Reason.ACT_YEAR,
        _DATE,
        re.compile(rf"\b{_ACT}(?:\s\([^)]{{1,40}}\))?,?\s(?:19|20)\d\d"),
        ("under the Licensing Act [[2003]]", "the Fire Safety (England) Regulations [[2022]]"),
    ),
    Refusal(
        Reason.ROUND_THE_CLOCK,
        _DATE,
        re.compile(r"\b24/7(?!\d)"),
        ("the line is open [[24/7]]",),
    ),
    Refusal(
        Reason.WEB_ADDRESS,
        _DATE,
        re.compile(r"(?:https?://|www\.)\S{1,300}|\S{1,80}@\S{1,80}"),
        ("see www.example.org/plan/[[2022]]/final",),
    ),
    Refusal(
        Reason.TELEPHONE,
        _DATE,
        re.compile(
            r"(?:\b(?:tel|telephone|phone|call|ext)\b\D{0,12}|\b0)\d[\d ]{3,14}", re.IGNORECASE
        ),
        ("telephone 01632 [[2017]] 44", "call ext. [[2041]]"),
    ),
    Refusal(
        Reason.REFERENCE,
        _DATE,
        re.compile(
            r"\b[A-Z]{2,}[\w/-]{0,12}/[\w/-]{1,20}"
            r"|\b(?i:minutes?|ref|no)\.?\s(?:[A-Z]{1,6}[/-])?\d[\w/.-]{0,20}"
        ),
        ("decision PCC/D/[[2023/18]]", "see minute [[44/24]]"),
    ),
    Refusal(
        Reason.SCHOOL_YEAR,
        _DATE,
        re.compile(
            r"\b(?:this|each|every) year [1-9](?:\d)?(?!\d)|\b(?:each|every) year group",
            re.IGNORECASE,
        ),
        ("talks for [[every year]] group",),
    ),
    Refusal(
        Reason.NOT_MONTH,
        _DATE,
        re.compile(
            r"\bmay(?! \d)|\bmarch(?:es|ed)?\b(?! \d)|\bMay (?=(?:I|we|be|have)\b)"
            r"|\bMarch (?=(?:and rally|against|for)\b)"
        ),
        ("residents [[may]] apply", "a [[march]] through the town"),
    ),
    Refusal(
        Reason.YARDSTICK,
        _DATE,
        re.compile(r"\b(?:last|previous|current|this|each|every)\s\w{3,9}\b", re.IGNORECASE),
        ("more than in the [[previous year]]", "lower than [[last quarter]]"),
    ),
    Refusal(
        Reason.RECALL,
        _FORWARD,
        re.compile(r"\bwill (?:recall|remember|be aware|note|know|have (?:seen|noted|heard))\b"),
        ("Members [[will]] recall the scheme", "the Panel [[will]] be aware of this"),
    ),
    Refusal(
        Reason.NOTING,
        _FORWARD,
        re.compile(
            r"\basked to (?:note|receive|consider)\b"
            r"|\b(?:recommended|resolved) that .{0,60}?\bnoted?\b"
        ),
        (
            "Members are [[asked to]] note the report",
            "It was [[resolved that]] the report be noted",
        ),
    ),
    Refusal(
        Reason.NEGATED,
        _FORWARD,
        re.compile(
            r"\b(?:will|shall|would|is to|are to|continues to)\s(?:not|no longer|never)\b"
            r"|\bnot (?:going|planned|planning|intended|expected|due|asked) to\b"
        ),
        ("the unit [[will]] not reopen",),
    ),
    Refusal(
        Reason.TOLD_AS_PAST,
        _FORWARD,
        re.compile(
            r"\bwould\b|\b(?:had|was|were)\s(?:been )?(?:going|asked) to\b"
            r"|\b(?:planned|aimed|intended|hoped|expected) to\b"
        ),
        ("they said it [[would]] help", "it was [[planned to]] open"),
    ),
    Refusal(
        Reason.MONEY_DECIDED,
        _FORWARD,
        re.compile(r"\bwill (?:be|total|receive|amount to)\s(?:\w+\s){0,3}[£€$]"),
        ("the grant for the year [[will]] be £9,400", "it [[will]] total £300"),
    ),
    Refusal(
        Reason.CONDITION,
        _FORWARD,
        re.compile(
            r"\b(?:[Ii]f|[Oo]nce|[Uu]nless|[Ss]hould|[Ww]here|[Ww]hen|[Uu]ntil"
            r"|subject to)\b"
            r".{1,160}?\b(?:will|shall|is to|are to)\b"
            r"|\b(?:will|shall)\b.{1,120}?\b(?:if|once|unless|should|subject to)\b"
        ),
        ("If funds allow, the shop [[will]] open", "it [[will]] close unless a tenant is found"),
    ),
    Refusal(
        Reason.EFFECT,
        _FORWARD,
        re.compile(
            r"\b(?:[Tt]his|[Tt]hese|[Ii]t|which|that|[Tt]hey|hopefully)\s"
            r"(?:will|shall|aims? to|is to|are to)\b"
            r"|\bwill (?:also )?(?:help|enable|allow|ensure|enhance|improve|increase|reduce|result"
            r"|lead to|mean|make|have an?|be able|benefit|need|require|depend|remain|always|often"
            r"|link|complement|correct|contribute|build on|reflect|affect|apply|cost|include)\b"
        ),
        ("This [[will]] make the park safer", "The lights [[will]] reduce fear"),
    ),
)


def reason_for(passage: Passage, span: Span, kind: CandidateKind) -> Reason:
    """Return why a candidate became no row: by where it stands, then by the words around it."""
    place = _by_place(passage, kind)
    if place is not None:
        return place
    inside = Span(span.start - passage.start, span.end - passage.start)
    for refusal in REFUSALS:
        if kind in refusal.kinds and any(
            inside.overlaps(Span(*match.span())) for match in refusal.pattern.finditer(passage.text)
        ):
            return refusal.reason
    return Reason.COUNT if kind is CandidateKind.MONEY_FIGURE else Reason.OTHER


def _by_place(passage: Passage, kind: CandidateKind) -> Reason | None:
    """Return the reason that the kind of block gives by itself."""
    block = passage.block
    if block.kind is BlockKind.CONTENTS:
        return Reason.IN_CONTENTS
    if block.is_head or block.kind is BlockKind.CAPTION:
        return Reason.IN_HEAD
    if block.kind in {BlockKind.HEADING, BlockKind.TITLE, BlockKind.MASTHEAD}:
        return Reason.IN_HEADING if kind is not CandidateKind.CURRENCY else None
    return None
