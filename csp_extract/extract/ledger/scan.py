"""The greedy scanner: whatever might be money, a date or a promise. Knows no rule of any family."""

import re
from collections.abc import Iterator

from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind, CandidateKind

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_STRETCH = r"(?:day|week|fortnight|month|quarter|year|spring|summer|autumn|winter)"
_CURRENCY = re.compile(r"[£€$](?:\s?\d[\d,.]{0,15}(?<=\d))?|\bGBP\s?\d[\d,.]{0,15}(?<=\d)")
_DATE = re.compile(
    # Told apart by the first letter, so that most places of a text are passed after one look.
    rf"\b(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?{_MONTH}\b(?:,?\s(?:19|20)\d\d\b)?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|Q[1-4]\b|FY\s?\d\d\b"
    rf"|(?:next|last|previous|coming|current|this|each|every)\s{_STRETCH}\b)"
    r"|(?=\d)(?<![\d.,£])(?:(?<!/)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)(?![\d/])"
    r"|(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?(?![\d,])"
    r"|(?<!/)\d{1,2}/\d{1,2}(?![\d/]))",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"\b(?:will|shall|would|going to|(?:is|are|am) to|plan(?:s|ned|ning)? to|aim(?:s|ed|ing)? to"
    r"|intend(?:s|ed|ing)? to|expect(?:s|ed)? to|hope[sd]? to|due to be|scheduled (?:for|to)"
    r"|continues? to|asked to|be recommended|recommended that|resolved that)\b|\bACTION:",
)
_FIGURE = re.compile(r"\(?[-−–]?\d[\d,.]{0,15}(?<=\d)\)?")


def scan(passage: Passage, caption: str = "") -> Iterator[tuple[Span, CandidateKind]]:
    """Yield every stretch of a passage that somebody must account for, as spans of the report.

    ``caption`` is the title of the table that a cell stands in.
    """
    patterns = {
        CandidateKind.CURRENCY: _CURRENCY,
        CandidateKind.DATE: _DATE,
        CandidateKind.FORWARD: _FORWARD,
    }
    for kind, pattern in patterns.items():
        for match in pattern.finditer(passage.text):
            yield Span(passage.start + match.start(), passage.start + match.end()), kind
    block = passage.block
    heads = f"{block.col_head} {block.row_head} {caption}"
    if block.kind is BlockKind.CELL and "£" in heads and "£" not in passage.text:
        figure = _FIGURE.search(passage.text)
        if figure is not None and not block.is_head:
            span = Span(passage.start + figure.start(), passage.start + figure.end())
            yield span, CandidateKind.MONEY_FIGURE
