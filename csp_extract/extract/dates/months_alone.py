"""Rules for months that tell no year: they borrow it, or count from the time of writing."""

import re

from csp_extract.extract.dates.calendar import (
    DASH,
    MONTH,
    NO_YEAR,
    PART,
    Anchor,
    a_day,
    a_month,
    a_third,
    between_parts,
    follows_between,
    month_number,
    months,
    unknown,
)
from csp_extract.extract.dates.needs import (
    MONTH_ALONE,
    THE_END,
)
from csp_extract.extract.dates.yearless import (
    END,
    MonthDay,
    beside,
    limit_of,
    tell,
    whole_month,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision


def _month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.MONTH)
    told = tell(*whole_month(month), anchor, limit=limit_of(match))
    if told is None:
        return None
    other = a_month(told.other.start.year, month) if told.other else None
    return beside(a_month(told.start.year, month, told.resolution), other)


# The words beside a month that has no year and no day: "May" and "March" are names and verbs too.
_BEFORE = re.compile(
    r"(?:(?:\b(?:in|by|from|until|since|till|during|for|before|after|and|to|throughout|than|or|not"
    r"|last|of))\s|(?<=, )|(?<=\())$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s(?:will|saw|was|is)\b")
_NOUN = re.compile(
    r"\s(?:[A-Z][\w&]*\s(?:(?:and|of|&)\s)?){0,5}(?:meetings?|reports?|figures?|Board|Committee|Cabinet|Panel|Council|round|edition|deadline"
    r"|survey|elections?|date|budget|workshop|event|session|draft|paper|minutes|bulletin)\b"
)
_GOES_ON = re.compile(r",|\sand\s|\)")


def _is_told(match: re.Match[str]) -> bool:
    """Return whether the words around say that a name of a month is a month."""
    text, start = match.string, match.start()
    before = _BEFORE.search(text, max(0, start - 12), start)
    if start == 0:
        return _OPENS.match(text, match.end()) is not None
    if before is None:
        is_named = (
            text[max(0, start - 5) : start]
            .casefold()
            .endswith(("the ", "’s ", "'s ", "our ", "its "))
        )
        return is_named and _NOUN.match(text, match.end()) is not None
    return bool(before[0].strip()) or _GOES_ON.match(text, match.end()) is not None


def _end_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.DAY)
    told = tell(MonthDay(month, END), MonthDay(month, END), anchor, limit=limit_of(match))
    if told is None:
        return None
    end = told.end
    other = told.other.end if told.other else None
    return beside(
        a_day(end.year, end.month, end.day, told.resolution),
        a_day(other.year, other.month, other.day) if other else None,
    )


def _part_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    whole = _month(match, anchor)
    if whole is None or whole.start is None or whole.end is None:
        return whole
    assert whole.resolution is not None
    return a_third(match["part"], whole.start, whole.end, whole.resolution)


def _parts(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the stretch from a part of one month to a part of another."""
    first, last = month_number(match["first"]), month_number(match["month"])
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    told = tell(whole_month(first)[0], whole_month(last)[1], anchor)
    return between_parts(match, told.start.year, told.end.year, told.resolution) if told else None


def _months(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    first, last = month_number(match["first"]), month_number(match["month"])
    if match["joint"] and not follows_between(match) and last != first % 12 + 1:
        return None  # "April and June" are two months, "May and June" a stretch
    if anchor.near is None and anchor.day is None:
        return unknown(Precision.RANGE)
    told = tell(whole_month(first)[0], whole_month(last)[1], anchor)
    if told is None:
        return None
    return months((told.start.year, first), (told.end.year, last), resolution=told.resolution)


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "month without a year",
        re.compile(
            rf"(?P<month>{MONTH}){NO_YEAR}"
            r"(?!\s(?:\d|[A-Z][a-z]+day|[A-Z][a-z]+\s(?:Road|Street|Day|Fair)))"
        ),
        lambda match, anchor: _month(match, anchor) if _is_told(match) else None,
        (
            Example("The scheme will start in [[January]].", "2020-01"),
            Example("[[November]] will see a week of action.", "2019-11"),
            Example("It is to go to the [[December]] meeting, and will be short.", "2019-12"),
            Example("It will be read at the [[December]] Audit and Standards Committee", "2019-12"),
        ),
        ("We may march in step", "officers from may"),
        needs=MONTH_ALONE,
    ),
    Rule(
        "end of a month without a year",
        re.compile(rf"\b(?:[Ee]nd|[Cc]lose)[\s-](?:of\s)?(?P<month>{MONTH}){NO_YEAR}"),
        _end_of_month,
        (
            Example("Work will finish by the [[end of November]].", "2019-11-30"),
            Example("Bids will close at the [[end of February]].", "2020-02-29"),
            Example("It will be done by [[end Jan]]", "2020-01-31"),
        ),
        needs=THE_END,
    ),
    Rule(
        "part of a month without a year",
        re.compile(rf"\b(?P<part>{PART})(?:-|\s)(?:in\s)?(?P<month>{MONTH}){NO_YEAR}"),
        _part_of_month,
        (
            Example("It will open in [[mid-November]].", "2019-11-11/2019-11-20"),
            Example("It will close in [[late December]].", "2019-12-21/2019-12-31"),
            Example("It will be told by the [[middle of March]].", "2020-03-11/2020-03-20"),
        ),
        needs=MONTH_ALONE,
    ),
    Rule(
        "parts of months without a year",
        re.compile(
            rf"\b(?P<early>{PART})[-\s](?P<first>{MONTH})(?:{DASH}|\s(?:to|until)\s)"
            rf"(?P<late>{PART})[-\s](?P<month>{MONTH}){NO_YEAR}"
        ),
        _parts,
        (
            Example("It will run from [[late October to early January]].", "2019-10-21/2020-01-10"),
            Example("It will shut from [[mid-March to mid-April]].", "2020-03-11/2020-04-20"),
        ),
        needs=MONTH_ALONE,
    ),
    Rule(
        "months without a year",
        re.compile(
            rf"\b(?P<first>{MONTH})(?:{DASH}|\s?/\s?|\s(?:to|until|(?P<joint>and))\s)"
            rf"(?P<month>{MONTH}){NO_YEAR}(?!\s?[-/]\s?\d|\s\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH}|[’'\d]))"
        ),
        _months,
        (
            Example("Patrols will run from [[November to February]].", "2019-11/2020-02"),
            Example("Talks will be given in [[October – December]]", "2019-10/2019-12"),
            Example("Between [[April and September]] it fell", "2019-04/2019-09"),
            Example("It will be run again in [[May/June]].", "2020-05/2020-06"),
            Example("Stalls will be held in [[November and December]].", "2019-11/2019-12"),
        ),
        needs=MONTH_ALONE,
    ),
)
