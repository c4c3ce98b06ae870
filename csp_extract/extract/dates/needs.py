"""What a text must hold for a rule to match in it: asked once a text, for many rules together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from csp_extract.extract.dates.calendar import DASH, MONTH, NO_YEAR, SHORTS


@dataclass(frozen=True)
class Need:
    """One of some letters, which are found far sooner than a pattern, and then a pattern."""

    letters: Sequence[str]
    pattern: re.Pattern[str] | None = None

    def __call__(self, text: str) -> bool:
        """Return whether a text holds what is needed."""
        for letters in self.letters:
            if letters in text:
                return self.pattern is None or self.pattern.search(text) is not None
        return False


_MONTHS = (*SHORTS, *(name.upper() for name in SHORTS))
_NAMES = f"(?:{'|'.join(_MONTHS)})"
_DAY = r"\d(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH))?\s?(?:day\s)?(?:of\s)?[-/]?"
_TO = rf"(?:{DASH}|\s?/\s?|\s(?:to|until|till|through|and|&|or)\s|,\s)"
A_MONTH = Need(_MONTHS)
DAY_OF_MONTH = Need(_MONTHS, re.compile(_DAY + _NAMES))
MONTH_ALONE = Need(_MONTHS, re.compile(MONTH + NO_YEAR))
DAY_ALONE = Need(_MONTHS, re.compile(_DAY + MONTH + NO_YEAR))
DAY_AFTER_MONTH = Need(_MONTHS, re.compile(rf"{_NAMES}\w{{0,6}}\.?\s(?:the\s)?\d{{1,2}}(?!\d)"))
MONTH_TO_MONTH = Need(_MONTHS, re.compile(rf"{MONTH}(?:[-–\s’',]{{0,2}}\d{{2,4}})?{_TO}"))
A_YEAR = Need(("19", "20"), re.compile(r"(?:19|20)\d\d"))
YEAR_PAIR = Need("-–—‑/", re.compile(r"\d\d\s?[-–—‑/]\s?\d"))
IN_FIGURES = Need("./-", re.compile(r"\d[./-]\d"))
ORDINAL = Need(("st", "nd", "rd", "th"), re.compile(r"\d(?:st|nd|rd|th)\b"))
QUARTER = Need(("uarter", "UARTER", "Q", "q1", "q2", "q3", "q4", "q 1", "q 2", "q 3", "q 4", "qtr"))
HALF = Need(("alf", "H1", "H2", "six months"))
WEEK = Need(("eek", "/c", "/b", "/e", "we", "We", "wc", "Wc", "WC", "w e", "W e", "W/C", "W/E"))
MONTHS_OR_YEAR = Need(("onth", "ear", "uarter"))
OF_YEAR = Need(("ear",))
SEASON = Need(
    ("spring", "Spring", "ummer", "utumn", "inter", "SPRING", "SUMMER", "AUTUMN", "WINTER")
)
FEAST = Need(("hristmas", "Easter", "Whitsun", "ew Year", "ew year", "Boxing", "Halloween"))
THIS_OR_LAST = Need(("ast", "ext", "his", "revious", "urrent", "oming", "ollowing", "orthcoming"))
EACH = Need(("ach", "very", "lternate", "any"))
A_WEEKDAY = Need(("day",))
AGO = Need(("ago", "AGO"))
TIME = Need(("time", "TIME"))
YESTERDAY = Need(("esterday", "omorrow", "YESTERDAY", "TOMORROW"))
THE_END = Need(("nd", "lose"))
MEETING = Need(("meeting", "report", "update"))
FISCAL = Need(("FY",))
# What all rules of a set need.
ANYTHING = Need(("",))
FIGURES = Need("0123456789", re.compile(r"\d\d"))
