"""Rules for expressions that count from the time of writing or borrow their year."""

import re
from datetime import date, timedelta

from csp_extract.extract.dates.calendar import (
    DAY,
    MONTH,
    SEASONS,
    WEEKDAY,
    YEAR,
    Anchor,
    a_day,
    a_month,
    a_quarter,
    a_season,
    a_split_year,
    a_third,
    a_year,
    day_number,
    days,
    financial_year_of,
    last_of,
    month_number,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_WHICH = (
    r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Cc]urrent|[Cc]oming|[Ff]orthcoming"
    r"|[Ff]ollowing|[Uu]pcoming)"
)
_STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "forthcoming": 1, "upcoming": 1,
          "following": 1, "this": 0, "current": 0}  # fmt: skip
_NO_YEAR = rf"(?!\.?,?\s?(?:of\s)?(?:{YEAR}|[’']\d\d|\d\d\d\d))"
_SEASON = "|".join(SEASONS)


def _unknown(precision: Precision) -> DateValue:
    """Return the value of an expression that nothing in the report fixes."""
    return DateValue(precision=precision, resolution=Resolution.RELATIVE)


def _nearest_year(month: int, day: int, anchor: Anchor) -> int:
    """Return the year in which a month and day fit the tense, counted from the anchor."""
    assert anchor.day is not None
    year = anchor.day.year
    here = (month, day)
    now = (anchor.day.month, anchor.day.day)
    if anchor.is_past is True:
        return year - (here > now)
    if anchor.is_past is False:
        return year + (here < now)
    # Without a tense the nearer one: half a year either way.
    distance = (month - anchor.day.month) % 12
    over = month < anchor.day.month
    return year + over if distance <= 6 else year - (not over)


def _resolution(anchor: Anchor) -> Resolution:
    return Resolution.INFERRED if anchor.near else Resolution.RELATIVE


def _day(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month, day = month_number(match["month"]), day_number(match["day"])
    if anchor.near is not None:
        return a_day(anchor.near.year, month, day, Resolution.INFERRED)
    if anchor.day is None:
        return _unknown(Precision.DAY)
    return a_day(_nearest_year(month, day, anchor), month, day, Resolution.RELATIVE)


def _days(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    first, last = day_number(match["first"]), day_number(match["last"])
    if anchor.near is None and anchor.day is None:
        return _unknown(Precision.RANGE)
    year = anchor.near.year if anchor.near else _nearest_year(month, first, anchor)
    if first >= last or last > last_of(year, month).day:
        return None
    return days(date(year, month, first), date(year, month, last), _resolution(anchor))


def _month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    if anchor.near is not None:
        return a_month(anchor.near.year, month, Resolution.INFERRED)
    if anchor.day is None:
        return _unknown(Precision.MONTH)
    # The month of writing itself is past or to come as the tense says.
    edge = 1 if anchor.is_past else 31
    return a_month(_nearest_year(month, edge, anchor), month, Resolution.RELATIVE)


def _end_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    month = month_number(match["month"])
    if anchor.day is None:
        return _unknown(Precision.DAY)
    near = anchor.near
    year = near.year if near else _nearest_year(month, 28, anchor)
    return a_day(year, month, last_of(year, month).day, _resolution(anchor))


def _part_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    whole = _month(match, anchor)
    if whole is None or whole.start is None or whole.end is None:
        return whole
    assert whole.resolution is not None
    return a_third(match["part"], whole.start, whole.end, whole.resolution)


def _which_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    step = _STEPS[match["which"].casefold()]
    if anchor.day is None:
        return _unknown(Precision.MONTH)
    named = month_number(match["month"])
    year = anchor.day.year
    if step > 0 and named <= anchor.day.month:
        year += 1
    if step < 0 and named >= anchor.day.month:
        year -= 1
    return a_month(year, named, Resolution.RELATIVE)


def _unit(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    step = _STEPS[match["which"].casefold()]
    if match["coming"]:
        step = 1
    unit = " ".join(match["unit"].casefold().split())
    if anchor.day is None:
        return _unknown(Precision.VAGUE)
    return _counted(unit, step, anchor.day)


def _counted(unit: str, step: int, day: date) -> DateValue | None:
    """Return the week, month, quarter, year or season so many steps from that of a day."""
    relative = Resolution.RELATIVE
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
        return days(monday, monday + timedelta(days=6), relative)
    if unit == "month":
        place = day.year * 12 + day.month - 1 + step
        return a_month(place // 12, place % 12 + 1, relative)
    if unit == "quarter":
        place = financial_year_of(day) * 4 + ((day.month - 4) % 12) // 3 + step
        return a_quarter(place % 4 + 1, place // 4, relative)
    if unit in SEASONS:
        return a_season(unit, day.year + step, relative)
    if unit == "calendar year":
        return a_year(day.year + step, relative)
    kinds = {
        "municipal year": (Precision.MUNICIPAL_YEAR, 5),
        "civic year": (Precision.MUNICIPAL_YEAR, 5),
        "academic year": (Precision.ACADEMIC_YEAR, 9),
        "school year": (Precision.ACADEMIC_YEAR, 9),
    }
    precision, month = kinds.get(unit, (Precision.FINANCIAL_YEAR, 4))
    return a_split_year(day.year - (day.month < month) + step, precision, relative)


def _end_of_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if anchor.day is None:
        return _unknown(Precision.DAY)
    day, unit = anchor.day, (match["kind"] or "").casefold().strip()
    if unit in {"financial", "municipal", "academic", "school"}:
        whole = _counted(f"{unit} year", 0, day)
        if whole is None or whole.end is None:
            return None
        return a_day(whole.end.year, whole.end.month, whole.end.day, Resolution.RELATIVE)
    return a_day(day.year, 12, 31, Resolution.RELATIVE)


_UNIT = (
    r"(?P<unit>week|month|quarter|(?:financial|municipal|civic|academic|school|calendar)\syear|year"
    rf"|{_SEASON})\b"
)

RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "day without a year",
        re.compile(
            rf"(?:{WEEKDAY},?\s(?:the\s)?)?(?P<day>{DAY})\s?(?:of\s)?(?P<month>{MONTH}){_NO_YEAR}"
        ),
        _day,
        (
            Example("The panel will meet on [[14 October]].", "2019-10-14"),
            Example("It will open on [[Monday 3rd February]]", "2020-02-03"),
        ),
        ("The 12 Marches were quiet", "10 may have come"),
    ),
    Rule(
        "days without a year",
        re.compile(
            rf"(?P<first>{DAY})\s?(?:[-–—]|to|and)\s?(?P<last>{DAY})\s?(?P<month>{MONTH}){_NO_YEAR}"
        ),
        _days,
        (
            Example("A stall will run on [[21 to 25 October]].", "2019-10-21/2019-10-25"),
            Example("Patrols will cover [[7-9 November]].", "2019-11-07/2019-11-09"),
        ),
    ),
    Rule(
        "month without a year",
        re.compile(
            r"(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Ff]rom )|(?<=[Uu]ntil )|(?<=[Ss]ince )"
            r"|(?<=[Dd]uring )|(?<=[Ff]or )|(?<= of )|(?<=before )|(?<=after )|(?<=and )|(?<=to )"
            r"|(?<=throughout )|(?<=^)(?=\w+\s(?:will|saw|was|is)\b))"
            rf"(?P<month>{MONTH}){_NO_YEAR}"
            r"(?!\s(?:\d|[A-Z][a-z]+day|[A-Z][a-z]+\s(?:Road|Street|Day|Fair)))"
        ),
        _month,
        (
            Example("The scheme will start in [[January]].", "2020-01"),
            Example("[[November]] will see a week of action.", "2019-11"),
        ),
        ("We may march in step", "officers from may"),
    ),
    Rule(
        "end of a month without a year",
        re.compile(rf"\bend\sof\s(?P<month>{MONTH}){_NO_YEAR}"),
        _end_of_month,
        (
            Example("Work will finish by the [[end of November]].", "2019-11-30"),
            Example("Bids will close at the [[end of February]].", "2020-02-29"),
        ),
    ),
    Rule(
        "part of a month without a year",
        re.compile(rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[-\s](?P<month>{MONTH}){_NO_YEAR}"),
        _part_of_month,
        (
            Example("It will open in [[mid-November]].", "2019-11-11/2019-11-20"),
            Example("It will close in [[late December]].", "2019-12-21/2019-12-31"),
        ),
    ),
    Rule(
        "last or next month by name",
        re.compile(rf"\b{_WHICH}\s(?P<month>{MONTH}){_NO_YEAR}"),
        _which_month,
        (
            Example("from [[next April]]", "2020-04"),
            Example("as we said [[last March]]", "2019-03"),
        ),
    ),
    Rule(
        "this, last or next",
        re.compile(
            rf"\b{_WHICH}\s(?P<coming>coming\s|upcoming\s)?{_UNIT}(?!\s(?:group|olds?|on\syear|mile|\d))"
        ),
        _unit,
        (
            Example("the board will meet [[next month]]", "2019-11"),
            Example("in the [[current financial year]]", "2019-04-01/2020-03-31"),
            Example("[[last year]] it fell", "2018-04-01/2019-03-31"),
            Example("for [[this coming year]]", "2020-04-01/2021-03-31"),
        ),
        ("the last weekend", "this yearly event"),
    ),
    Rule(
        "end of the year",
        re.compile(
            r"\bend\sof\s(?:the|this)\s(?P<kind>(?:calendar|financial|municipal|academic|school)\s)?year\b"
        ),
        _end_of_year,
        (
            Example("by the [[end of the year]]", "2019-12-31"),
            Example("by the [[end of the financial year]]", "2020-03-31"),
        ),
    ),
)
