"""The words that say when an act is due, and an act without them."""

import re

from csp_extract.records.year import MONTH_NAMES

MONTH = (
    rf"(?:{MONTH_NAMES}"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
WHEN = (
    r"(?:(?:the\s)?(?:(?:beginning|start|middle|end|close)\sof\s)?(?:(?:early|mid|late"
    r"|later(?:\sin)?)[\s-])?"
    r"(?:the\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?(?:{MONTH}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter"
    r"|Q[1-4]|20\d\d|(?:this|next)\s(?:week|month|quarter|year)|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|(?:the\s)?(?:next|coming|new)\s(?:financial\s|\d{1,2}\s|few\s|twelve\s|six\s"
    r"|three\s)?(?:week|month|quarter|year)s?|year\send)"
    r"(?:,?\s(?:of\s)?(?:20\d\d(?:\s?[/-]\s?\d{2,4})?|this year|next year))?)"
)
_LAST_WHEN = re.compile(
    rf",?\s(?:(?:from|between)\s(?:\d{{1,2}}(?:st|nd|rd|th)?|{WHEN})\s(?:to|until|and)\s{WHEN}"
    r"|(?:on|in|by|from|during|until|for|at|before|starting|later|over|within|throughout|this"
    rf"|next|w/c|week commencing)?\s?{WHEN})$"
)
_INNER_WHEN = re.compile(
    rf"\s(?:on|by|from|during|until|in)\s{WHEN}(?=\s(?:at|in|to|for|with|and|as|using|via)\b)"
)
DATED = re.compile(rf"\b(?:20\d\d|{MONTH_NAMES})\b")


def without_date(rest: str) -> str:
    """Return the words after a verb without the dates that say when."""
    without = _LAST_WHEN.sub("", " " + rest.strip())
    return _INNER_WHEN.sub("", without).strip(" ,;:.")
