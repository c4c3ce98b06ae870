"""Rules for repetitions, as RFC 5545 has them."""

import re

from csp_extract.extract.dates.calendar import (
    AND,
    DAY,
    MONTH,
    NO_YEAR,
    NUMBERS,
    WEEKDAY,
    WEEKDAYS,
    Anchor,
    day_number,
    month_number,
)
from csp_extract.extract.dates.needs import A_WEEKDAY, EACH, MONTHS_OR_YEAR, OF_YEAR
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": -1,
}  # fmt: skip
# "every other", "alternate", "each third" month.
_EVERY = {"alternate": 2, "other": 2, "second": 2, "third": 3, "fourth": 4, "two": 2, "three": 3}
_UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_LONG_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAYS = rf"{_LONG_DAY}s?"
_MONTHS = rf"{MONTH}(?:{AND}{MONTH}){{0,5}}"
_COUNT = r"(?:two|three|four|five|six|2|3|4|5|6|other|second|fortnight)"


def _rule(rrule: str) -> DateValue:
    return DateValue(precision=Precision.RECURRENCE, resolution=Resolution.EXPLICIT, rrule=rrule)


def _weekday_of_month(match: re.Match[str], _: Anchor) -> DateValue | None:
    place = _ORDINALS[match["place"].casefold()]
    day = WEEKDAYS[match["weekday"][:2].casefold()]
    words = match["every"].split()
    count = _EVERY.get(words[0], _EVERY.get(words[-1], 1))
    every = f";INTERVAL={count}" if count > 1 else ""
    return _rule(f"FREQ=MONTHLY{every};BYDAY={place}{day}")


def _day_of_year(match: re.Match[str], _: Anchor) -> DateValue | None:
    names = re.findall(MONTH, match["months"])
    on = f";BYMONTHDAY={day_number(match['day'])}" if match["day"] else ""
    return _rule(f"FREQ=YEARLY;BYMONTH={','.join(str(month_number(name)) for name in names)}{on}")


def _every(match: re.Match[str], _: Anchor) -> DateValue | None:
    count = (match["count"] or "").casefold()
    if match["unit"] == "quarter":
        return _rule("FREQ=MONTHLY;INTERVAL=3")
    if match["unit"] == "fortnight":
        return _rule("FREQ=WEEKLY;INTERVAL=2")
    if match["unit"]:
        return _rule("FREQ=MONTHLY")
    number = 2 if count in {"other", "second"} else NUMBERS.get(count) or int(count)
    if match["many"] == "quarter":
        return _rule(f"FREQ=MONTHLY;INTERVAL={3 * number}")
    return _rule(f"FREQ={_UNITS[match['many']]};INTERVAL={number}")


def _code(weekday: str) -> str:
    return WEEKDAYS[weekday[:2].casefold()]


def _weekdays(match: re.Match[str], _: Anchor) -> DateValue | None:
    """Return certain days of every week; one day in the singular, as "on Monday", is no habit."""
    names = re.findall(_LONG_DAY, match["weekdays"])
    is_every = match[0].casefold().startswith(("every", "each"))
    is_habit = is_every or match["weekdays"].endswith("s") or (match["nights"] or "").endswith("s")
    if not is_habit:
        return None
    every = ";INTERVAL=2" if match["other"] else ""
    return _rule(f"FREQ=WEEKLY{every};BYDAY={','.join(_code(name) for name in names)}")


def _week_days(match: re.Match[str], _: Anchor) -> DateValue | None:
    """Return the days of every week from one to another."""
    names = list(WEEKDAYS.values())
    first, last = names.index(_code(match["first"])), names.index(_code(match["last"]))
    if first >= last:
        return None
    return _rule(f"FREQ=WEEKLY;BYDAY={','.join(names[first : last + 1])}")


def _alternate(match: re.Match[str], _: Anchor) -> DateValue | None:
    if match["weekday"]:
        return _rule(f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_code(match['weekday'])}")
    if match["unit"] == "weekend":
        return _rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU")
    return _rule(f"FREQ={_UNITS[match['unit']]};INTERVAL=2")


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "weekday of the month",
        re.compile(
            rf"\b(?P<place>[Ff]irst|1st|[Ss]econd|2nd|[Tt]hird|3rd|[Ff]ourth|4th|[Ll]ast)\s(?P<weekday>{WEEKDAY})\s(?:of|in)\s"
            r"(?P<every>(?:each|every)(?:\s(?:other|second|third|fourth|two|three))?|alternate|the|a)"
            r"\s(?:calendar\s)?months?\b"
        ),
        _weekday_of_month,
        (
            Example("meets on the [[first Tuesday of each month]]", "FREQ=MONTHLY;BYDAY=1TU"),
            Example("on the [[last Friday of every month]]", "FREQ=MONTHLY;BYDAY=-1FR"),
            Example(
                "the [[second Wednesday of each third month]]", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE"
            ),
        ),
        needs=MONTHS_OR_YEAR,
    ),
    Rule(
        "day or month of every year",
        re.compile(
            rf"(?:(?P<day>{DAY})\s(?:of\s)?|\b)(?P<months>{_MONTHS})\s(?:of\s|in\s)?"
            r"(?:each|every|any)\s(?:calendar\s)?year\b"
        ),
        _day_of_year,
        (
            Example("marked on [[25 November each year]]", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25"),
            Example("reviewed in [[May of every year]]", "FREQ=YEARLY;BYMONTH=5"),
            Example("paid in [[March and September each year]]", "FREQ=YEARLY;BYMONTH=3,9"),
        ),
        ("the march of progress",),
        needs=OF_YEAR,
    ),
    Rule(
        "every month by name",
        re.compile(
            rf"\b(?:[Ee]very|[Ee]ach)\s(?P<months>{_MONTHS})(?P<day>(?!))?{NO_YEAR}(?!\s\d)"
        ),
        _day_of_year,
        (
            Example("run by the force [[each July]]", "FREQ=YEARLY;BYMONTH=7"),
            Example("A report goes to Cabinet [[every Oct.]]", "FREQ=YEARLY;BYMONTH=10"),
            Example("reviewed [[each June and December]]", "FREQ=YEARLY;BYMONTH=6,12"),
        ),
        ("every march was quiet",),
        needs=EACH,
    ),
    Rule(
        "weekdays",
        re.compile(
            rf"(?:\b(?:[Ee]very|[Ee]ach)\s|(?<=\b[Oo]n )|(?<=\b[Oo]ver ))(?P<other>other\s)?"
            rf"(?P<weekdays>{_DAYS}(?:(?:,|\s?and|\s?&|,\sand)\s{_DAYS}){{0,6}})"
            r"(?:\s(?P<nights>nights?|evenings?|mornings?|afternoons?))?(?!\s?\d|,?\s\d|\s(?:the\s)?\d)\b"
        ),
        _weekdays,
        (
            Example("patrols on [[Friday and Saturday nights]] go on", "FREQ=WEEKLY;BYDAY=FR,SA"),
            Example(
                "It is open [[every Monday, Tuesday and Friday]].", "FREQ=WEEKLY;BYDAY=MO,TU,FR"
            ),
            Example("marshals on [[Saturdays]] until three", "FREQ=WEEKLY;BYDAY=SA"),
            Example("a clinic [[every other Tuesday]]", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ),
        ("They met on Monday", "the grants end on Sunday", "on Friday night 12 were held"),
        needs=A_WEEKDAY,
    ),
    Rule(
        "weekdays from one to another",
        re.compile(
            rf"\b(?P<first>{_LONG_DAY})s?\s?(?:[-–]|to)\s?(?P<last>{_LONG_DAY})s?\b(?!\s\d|,\s\d{{1,2}}(?:st|nd|rd|th)?\s[A-Z])"
        ),
        _week_days,
        (
            Example("It is staffed [[Monday to Friday]].", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            Example("open [[Thursday – Sunday]] only", "FREQ=WEEKLY;BYDAY=TH,FR,SA,SU"),
        ),
        needs=A_WEEKDAY,
    ),
    Rule(
        "alternate days, weeks or months",
        re.compile(
            rf"\b(?:[Aa]lternate|[Ee]very\sother)\s(?:(?P<weekday>{_LONG_DAY})s?|(?P<unit>day|week|month|year|weekend)s?)\b"
        ),
        _alternate,
        (
            Example("held upon [[alternate weekends]]", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"),
            Example("[[Alternate Mondays]] at two", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ),
        needs=EACH,
    ),
    Rule(
        "every so often",
        re.compile(
            rf"\b(?:[Ee]very|[Ee]ach)\s(?:(?P<count>{_COUNT})\s(?P<many>day|week|month|quarter|year)s?"
            r"|(?P<unit>fortnight|month|quarter))\b(?!\s(?:of|\d|groups?))"
        ),
        _every,
        (
            Example("the group meets [[every two months]]", "FREQ=MONTHLY;INTERVAL=2"),
            Example("surveyed [[every three years]]", "FREQ=YEARLY;INTERVAL=3"),
        ),
        # "each year" says no more than "yearly" does.
        ("each of the months", "every yearly sum", "surveyed each year", "open every day"),
        needs=EACH,
    ),
)
