"""Why a sign, a number or a name of the calendar is no sum and no date."""

import re

from csp_extract.extract.ledger.refusal import CURRENCY, DATE, Refusal
from csp_extract.records import Reason

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ACT = r"(?:Act|Regulations?|Order|Measure|Rules|Bill)"

REFUSALS: tuple[Refusal, ...] = (
    Refusal(
        Reason.SIGN_ALONE,
        CURRENCY,
        re.compile(r"[£€$](?!\s?\d)"),
        ("all sums are given in [[£]]", "the [[£]] fell"),
    ),
    Refusal(
        Reason.ACT_YEAR,
        DATE,
        re.compile(
            rf"\b{_ACT}(?:\s\([^)]{{1,40}}\))?,?\s(?:of\s)?(?:19|20)\d\d"
            rf"|\b(?:19|20)\d\d\s{_ACT}\b"
        ),
        (
            "under the Licensing Act [[2003]]",
            "the Fire Safety (England) Regulations [[2022]]",
            "section 17 of the Act of [[1998]]",
            "under section 60 of the [[2014]] Act",
        ),
    ),
    Refusal(
        Reason.ROUND_THE_CLOCK,
        DATE,
        re.compile(r"\b24/7(?!\d)"),
        ("the line is open [[24/7]]",),
    ),
    Refusal(
        Reason.WEB_ADDRESS,
        DATE,
        re.compile(r"(?:https?://|www\.)\S{1,300}|\S{1,80}@\S{1,80}"),
        ("see www.example.org/plan/[[2022]]/final",),
    ),
    Refusal(
        Reason.TELEPHONE,
        DATE,
        re.compile(
            r"(?:\b(?:tel|telephone|phone|call|ext)\b\D{0,12}|\b0)\d[\d ]{3,14}", re.IGNORECASE
        ),
        ("telephone 01632 [[2017]] 44", "call ext. [[2041]]"),
    ),
    Refusal(
        Reason.REFERENCE,
        DATE,
        re.compile(
            r"\b[A-Z]{2,}[\w/-]{0,12}/\s?[\w/-]{1,20}"
            r"|\b(?i:minutes?|ref|no)\.?\s(?:[A-Z]{1,6}[/-])?\d[\w/.-]{0,20}"
        ),
        ("decision PCC/D/[[2023/18]]", "see minute [[44/24]]"),
    ),
    Refusal(
        Reason.SCHOOL_YEAR,
        DATE,
        re.compile(
            r"\b(?:this|each|every) year [1-9](?:\d)?(?!\d)|\b(?:each|every) year group",
            re.IGNORECASE,
        ),
        ("talks for [[every year]] group",),
    ),
    Refusal(
        Reason.IN_NAME,
        DATE,
        re.compile(
            r"(?:\b[A-Z][\w’'-]+\s(?:of\s)?){2,5}(?:19|20)\d\d\b(?!\s?[/–-])"
            rf"|\b{_WEEKDAY}\s[A-Z][a-z]+"
        ),
        ("Safer Streets Week [[2017]] reached many", "[[Friday]] Night Project is open"),
    ),
    Refusal(
        Reason.WEEKDAY_ALONE,
        DATE,
        re.compile(rf"\b{_WEEKDAY}s?\b(?!,?\s(?:the\s)?\d)"),
        ("eleven passengers on a typical [[Saturday]]", "[[Thursday]] evening sessions"),
    ),
    Refusal(
        Reason.NOT_MONTH,
        DATE,
        re.compile(
            r"\bmay(?! \d)|\bmarch(?:es|ed)?\b(?! \d)|\bMay (?=(?:I|we|be|have)\b)"
            r"|\bMarch (?=(?:and rally|against|for)\b)"
        ),
        ("residents [[may]] apply", "a [[march]] through the town"),
    ),
    Refusal(
        Reason.YARDSTICK,
        DATE,
        re.compile(r"\b(?:last|previous|current|this|each|every)\s\w{3,9}\b", re.IGNORECASE),
        ("more than in the [[previous year]]", "lower than [[last quarter]]"),
    ),
)
