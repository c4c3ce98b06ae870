"""Rules for days that take their month from a date told just before: "on the 7th", "Friday 5th"."""

import re
from datetime import timedelta

from csp_extract.extract.dates.calendar import WEEKDAY, Anchor, a_day, day_number
from csp_extract.extract.dates.needs import ORDINAL
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Resolution

_ORDINAL = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
_AFTER = (
    r"(?=[.,;)]|\s(?:and|at|in|to|but|when|from|with|there)\b|$)"
    r"(?!\sand\s\d|\sto\s\d|\sat\s\d\d\d)"
)
_REACH_DAYS = 31  # a weekday with its number is of this month, the one before or the next


def _same_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return a day of the month that the text told just before."""
    if anchor.near is None:
        return None
    return a_day(anchor.near.year, anchor.near.month, day_number(match["day"]), Resolution.INFERRED)


def _by_weekday(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the nearest day of that number and weekday, of those that fit the tense.

    None is nearer than a month where weekday and number do not agree.
    """
    centre = anchor.near or anchor.day
    if centre is None:
        return None
    number, name = day_number(match["day"]), match["weekday"][:3].casefold()
    around = (centre + timedelta(days=by) for by in range(-_REACH_DAYS, _REACH_DAYS + 1))
    able = [day for day in around if day.day == number and day.strftime("%a").casefold() == name]
    if anchor.near is None and anchor.is_past is not None:
        able = [day for day in able if (day <= centre) == anchor.is_past]
    if not able:
        return None
    day = min(able, key=lambda day: abs((day - centre).days))
    resolution = Resolution.INFERRED if anchor.near else Resolution.RELATIVE
    return a_day(day.year, day.month, day.day, resolution)


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "day of the month told before",
        re.compile(
            r"(?:(?<=on the )|(?<=until the )|(?<=by the )|(?<=from the ))"
            rf"(?P<day>{_ORDINAL}){_AFTER}"
        ),
        _same_month,
        (
            Example("It ran in November 2018, in Tarn on the [[7th]] and in Mere", "2018-11-07"),
            Example(
                "Booked for 17 June 2019, it was moved for the storm on the [[16th]].", "2019-06-16"
            ),
        ),
        ("it stands on the 2nd floor", "on the 5th occasion"),
        needs=ORDINAL,
    ),
    Rule(
        "weekday and day of the month told before",
        re.compile(
            rf"\b(?P<weekday>{WEEKDAY})\s(?:the\s)?(?P<day>{_ORDINAL})(?!\s(?:of\s)?(?:[A-Z]|\d{{4}}))"
        ),
        _by_weekday,
        (
            Example("From Friday 14 June 2019 until [[Sunday 16th]] it was shut", "2019-06-16"),
            Example("It will be shown on [[Saturday 5th]] at the hall", "2019-10-05"),
        ),
        ("Tuesday 9th in the table", "It will be held on Monday 5th Avenue"),
        needs=ORDINAL,
    ),
)
