"""Numbers that are no dates, found before any rule reads."""

import re
from functools import lru_cache

from csp_extract.extract.dates.calendar import MONTH
from csp_extract.extract.found import Span

_MONEY = (
    r"(?:[£$€]|GBP|EUR)\s?\d[\d,]*(?:\.\d+)?(?:\s?[-–]\s?\d[\d,.]*)?"
    r"(?:\s?(?:k|m|bn|million|billion)\b)?"
)
_LAWS = (
    r"\b(?:Act|ACT|Regulations?|Directive|Rules|Measure|Order|Regs|Statutory Instrument|Code)s?"
    rf"(?:,? \([^)]{{1,40}}\))?(?:(?: of)? (?!{MONTH})[A-Z]\w+){{0,3}},? (?:of )?(?:19|20)\d\d\b"
    r"(?!\s?[/–-]\s?\d)"
)
_TELEPHONES = (
    r"\b(?:Tel(?:ephone)?|Phone|Fax|Mobile|Ext)\.?:?\s*[\d\s()+-]{5,20}",
    r"(?<!\d)0\d{2,4}[\s)-]+\d{3,4}[\s-]?\d{3,4}(?!\d)",
)
_SCHOOL_YEARS = (
    rf"\b[Yy]ears? (?:groups? )?(?:1[0-3]|[1-9])\b(?! (?:of|to \d{{4}}|{MONTH}))"
    rf"(?:(?:,| and| to| &| or)? ?(?:1[0-3]|[1-9])\b(?!\d)){{0,12}}(?! ?{MONTH})"
)
_ADDRESSES = (
    r"\b(?:[Pp]ara(?:graph)?s?|[Ss]ections?|[Mm]inutes?|[Ii]tems?|[Aa]ppendi(?:x|ces)|[Tt]ables?"
    r"|[Ff]igures?|[Pp]ages?|[Cc]lauses?|[Rr]ef(?:erence)?|[Nn]o|[Nn]umber|[Rr]ecommendations?"
    r"|[Aa]rticle|[Ss]ch(?:edule)?|s|p)\.?:? ?(?:[A-Z]{1,4})?\d{1,4}(?:[./]\d{1,4}){0,4}"
    rf"(?:\([a-z]+\))?(?!\s?/\s?\d\d\d\d)\b(?! {MONTH})"
)
_REFERENCES = (
    (
        rf"\b(?!{MONTH}[/-]\d\d\b|FY\b)"
        r"[A-Z]{2,8}(?:[/-][A-Z0-9]{1,8})*[/-]\d[\w/-]*"
    ),
    r"\b[A-Z]{2,8}(?:/[A-Z]{1,4}){0,3}/\s(?:19|20)\d\d/\d{1,4}\b",  # broken over two lines
    r"(?<![\d/])\d{1,4}/\d{4}(?:-\d{2})?\b(?=\)| refers|:)",
    r"(?<![\d/])\d{1,3}/(?:19|20)\d\d-\d\d\b",
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b",
)
_TIMES = (r"\d{1,2}[:.]\d{2}\s?(?:am|pm|hrs|hours|noon)\b", r"\b\d{1,2}:\d{2}\b")
_MASKS = re.compile(
    "|".join(
        (
            r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\S+",
            _MONEY,
            _LAWS,
            r"(?:19|20)\d\d(?:\s[A-Z][a-z]+){0,4}\sAct\b",
            *_TELEPHONES,
            r"\b24\s?/\s?7\b(?!/\d)|\b101\b|\b999\b",
            _SCHOOL_YEARS,
            _ADDRESSES,
            *_REFERENCES,
            *_TIMES,
            r"\d[\d,.]*\s?(?:%|per cent|percent)",
        )
    )
)


@lru_cache(maxsize=1024)  # what stands by itself is read in all passages, then what counts from it
def masks_in(text: str) -> tuple[Span, ...]:
    """Return the spans that hold numbers of other kinds: money, Acts, telephones, references."""
    return tuple(Span(*match.span()) for match in _MASKS.finditer(text))
