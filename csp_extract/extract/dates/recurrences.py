"""Rules for repetitions, as RFC 5545 has them."""

import re

from csp_extract.extract.dates.calendar import (
    DAY,
    MONTH,
    NUMBERS,
    WEEKDAY,
    WEEKDAYS,
    Anchor,
    day_number,
    month_number,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision

_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": -1,
}  # fmt: skip
_UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_COUNT = r"(?:two|three|four|five|six|2|3|4|5|6|other|second|fortnight)"


def _rule(rrule: str) -> DateValue:
    return DateValue(precision=Precision.RECURRENCE, rrule=rrule)


def _weekday_of_month(match: re.Match[str], _: Anchor) -> DateValue | None:
    place = _ORDINALS[match["place"].casefold()]
    day = WEEKDAYS[match["weekday"][:2].casefold()]
    every = ";INTERVAL=2" if match["every"] in {"every other", "alternate"} else ""
    return _rule(f"FREQ=MONTHLY{every};BYDAY={place}{day}")


def _day_of_year(match: re.Match[str], _: Anchor) -> DateValue | None:
    month, day = month_number(match["month"]), match["day"]
    on = f";BYMONTHDAY={day_number(day)}" if day else ""
    return _rule(f"FREQ=YEARLY;BYMONTH={month}{on}")


def _every(match: re.Match[str], _: Anchor) -> DateValue | None:
    if match["weekday"]:
        every = ";INTERVAL=2" if match["other"] else ""
        return _rule(f"FREQ=WEEKLY{every};BYDAY={WEEKDAYS[match['weekday'][:2].casefold()]}")
    count = (match["count"] or "").casefold()
    if match["unit"] == "quarter":
        return _rule("FREQ=MONTHLY;INTERVAL=3")
    if match["unit"] == "fortnight":
        return _rule("FREQ=WEEKLY;INTERVAL=2")
    number = 2 if count in {"other", "second"} else NUMBERS.get(count) or int(count or 1)
    every = f";INTERVAL={number}" if number > 1 else ""
    return _rule(f"FREQ={_UNITS[match['unit']]}{every}")


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "weekday of the month",
        re.compile(
            rf"\b(?P<place>[Ff]irst|1st|[Ss]econd|2nd|[Tt]hird|3rd|[Ff]ourth|4th|[Ll]ast)\s(?P<weekday>{WEEKDAY})\s(?:of|in)\s"
            r"(?P<every>each|every other|every|alternate|the|a)\s(?:calendar\s)?month\b"
        ),
        _weekday_of_month,
        (
            Example("meets on the [[first Tuesday of each month]]", "FREQ=MONTHLY;BYDAY=1TU"),
            Example("on the [[last Friday of every month]]", "FREQ=MONTHLY;BYDAY=-1FR"),
        ),
    ),
    Rule(
        "day or month of every year",
        re.compile(
            rf"(?:(?P<day>{DAY})\s(?:of\s)?|\b)(?P<month>{MONTH})\s(?:of\s)?(?:each|every)\syear\b"
        ),
        _day_of_year,
        (
            Example("marked on [[25 November each year]]", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25"),
            Example("reviewed in [[May of every year]]", "FREQ=YEARLY;BYMONTH=5"),
        ),
        ("the march of progress",),
    ),
    Rule(
        "every so often",
        re.compile(
            rf"\b(?:[Ee]very|[Ee]ach)\s(?:(?P<other>other\s)?(?P<weekday>{WEEKDAY})s?|(?:(?P<count>{_COUNT})\s)?"
            r"(?P<unit>day|week|fortnight|month|quarter|year)s?)\b(?!\s(?:of|\d))"
        ),
        _every,
        (
            Example("the group meets [[every two months]]", "FREQ=MONTHLY;INTERVAL=2"),
            Example("a stall [[every Thursday]]", "FREQ=WEEKLY;BYDAY=TH"),
            Example("surveyed [[each year]]", "FREQ=YEARLY"),
        ),
        ("each of the months", "every yearly sum"),
    ),
)
