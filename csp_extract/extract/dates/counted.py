"""Rules for what is counted in steps from the time of writing: last year, the next six months."""

import re
from datetime import date, timedelta

from csp_extract.extract.dates.calendar import (
    DAY,
    MONTH,
    NO_YEAR,
    NUMBERS,
    SEASONS,
    WEEKDAYS,
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
    full_year,
    last_of,
    misprint,
    month_number,
    months,
    unknown,
    value_of,
)
from csp_extract.extract.dates.needs import (
    A_WEEKDAY,
    MONTHS_OR_YEAR,
    OF_YEAR,
    THE_END,
    THIS_OR_LAST,
)
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution

_WHICH = (
    r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Cc]urrent|[Cc]oming|[Ff]orthcoming"
    r"|[Ff]ollowing|[Uu]pcoming)"
)
_STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "forthcoming": 1, "upcoming": 1,
          "following": 1, "this": 0, "current": 0}  # fmt: skip
_SEASON = "|".join(SEASONS)
_UNIT = (
    r"(?P<unit>week|month|quarter|(?:financial|municipal|civic|academic|school|calendar)\syear|year"
    rf"|{_SEASON})\b"
)


def _which_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    step = _STEPS[match["which"].casefold()]
    if anchor.day is None:
        return unknown(Precision.MONTH)
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
        return unknown(Precision.VAGUE)
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
        return _season(unit, step, day)
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


def _season(name: str, step: int, day: date) -> DateValue | None:
    """Return the season before, about or after a day."""
    read = [a_season(name, day.year + by, Resolution.RELATIVE) for by in (-2, -1, 0, 1)]
    able = [value for value in read if value and value.start and value.end]
    if step < 0:
        return [value for value in able if value.end and value.end < day][-1]
    if step > 0:
        return next(value for value in able if value.start and value.start > day)
    return next(value for value in able if value.start and value.start.year == day.year)


def _part_of_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return what of the calendar year is past at the time of writing, is to come, or its start."""
    if anchor.day is None:
        return unknown(Precision.VAGUE)
    part, day = match["part"].casefold(), anchor.day
    year = day.year - (match["which"].casefold() == "last")
    if part == "earlier" and year == day.year:
        start, end = date(year, 1, 1), day
    elif part == "later" and year == day.year:
        start, end = day, date(year, 12, 31)
    else:
        return a_third(part, date(year, 1, 1), date(year, 12, 31), Resolution.RELATIVE)
    return value_of(start, end, f"{start}/{end}", Precision.VAGUE, Resolution.RELATIVE)


def _month_of_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return a month of the calendar year before, of or after that of writing."""
    if anchor.day is None:
        return unknown(Precision.MONTH)
    year = anchor.day.year + _STEPS[match["which"].casefold()]
    month = month_number(match["month"])
    if match["day"]:
        return a_day(year, month, day_number(match["day"]), Resolution.RELATIVE)
    return a_month(year, month, Resolution.RELATIVE)


def _months_of_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the first or last so many months of a financial year."""
    groups = match.groupdict()
    if groups.get("pair"):
        if full_year(match["end"]) != int(match["pair"]) + 1:
            return misprint(Precision.RANGE)
        year, resolution = int(match["pair"]), Resolution.EXPLICIT
    elif anchor.day is None:
        return unknown(Precision.RANGE)
    else:
        year = financial_year_of(anchor.day) + _STEPS.get((groups.get("which") or "").casefold(), 0)
        resolution = Resolution.RELATIVE
    count = NUMBERS.get(match["count"].casefold()) or int(match["count"])
    count *= 3 if match["unit"] == "quarters" else 1
    if not 1 <= count <= 12:
        return None
    first = year * 12 + 3 + (0 if match["place"].casefold() == "first" else 12 - count)
    last = first + count - 1
    ends = (first // 12, first % 12 + 1), (last // 12, last % 12 + 1)
    return months(*ends, resolution=resolution)


def _end_of_month(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if anchor.day is None:
        return unknown(Precision.DAY)
    month = _counted("month", _STEPS.get((match["which"] or "").casefold(), 0), anchor.day)
    end = month.end if month else None
    return a_day(end.year, end.month, end.day, Resolution.RELATIVE) if end else None


def _end_of_year(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    if anchor.day is None:
        return unknown(Precision.DAY)
    day, unit = anchor.day, (match["kind"] or "").casefold().strip()
    if unit in {"financial", "municipal", "academic", "school"}:
        whole = _counted(f"{unit} year", 0, day)
        if whole is None or whole.end is None:
            return None
        return a_day(whole.end.year, whole.end.month, whole.end.day, Resolution.RELATIVE)
    return a_day(day.year, 12, 31, Resolution.RELATIVE)


def _count_of_months(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the stretch of so many months or years up to the time of writing, or from it."""
    if anchor.day is None:
        return unknown(Precision.VAGUE)
    step = _STEPS.get(match["which"].casefold(), -1)
    start, end = sorted((anchor.day, _far(match, anchor.day, step)))
    edtf = f"{start.isoformat()}/{end.isoformat()}"
    return value_of(start, end, edtf, Precision.VAGUE, Resolution.RELATIVE)


_DAYS = {"days": 1, "weeks": 7}


def _far(match: re.Match[str], day: date, step: int) -> date:
    """Return the day so many days, weeks, months or years before or after another."""
    if match["fortnight"]:
        return day + timedelta(days=14 * step)
    word, unit = match["count"].casefold(), match["unit"]
    count = NUMBERS.get(word) or (18 if word == "eighteen" else int(word))
    if unit in _DAYS:
        return day + timedelta(days=step * count * _DAYS[unit])
    return _shifted(day, step * count * (12 if unit == "years" else 1))


def _weekday(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the weekday before or after the time of writing that is meant."""
    step = _STEPS[match["which"].casefold()]
    if anchor.day is None:
        return unknown(Precision.DAY)
    if match["coming"] or (step == 0 and anchor.is_past is not True):
        step = 1
    number = list(WEEKDAYS).index(match["weekday"][:2].casefold())
    ahead = (number - anchor.day.weekday() - 1) % 7 + 1
    behind = (anchor.day.weekday() - number - 1) % 7 + 1
    day = anchor.day + timedelta(days=ahead if step > 0 else -behind)
    return a_day(day.year, day.month, day.day, Resolution.RELATIVE)


def _shifted(day: date, by: int) -> date:
    """Return the day so many months away, the last of its month where that is shorter."""
    place = day.year * 12 + day.month - 1 + by
    last = last_of(place // 12, place % 12 + 1)
    return last.replace(day=min(day.day, last.day))


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "so many months or years from now",
        re.compile(
            r"\b(?P<which>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming)\s"
            r"(?:(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen"
            r"|[2-9]|[1-9]\d)\s(?P<unit>months|years|weeks|days)|(?P<fortnight>fortnight))\b"
            r"(?!\s(?:of|in)\s(?:the|20)|[’'])"
        ),
        _count_of_months,
        (
            Example("over the [[last 12 months]]", "2018-10-01/2019-10-01"),
            Example("for the [[next two years]]", "2019-10-01/2021-10-01"),
            Example("arrests in the [[past six weeks]]", "2019-08-20/2019-10-01"),
            Example("two thefts in the [[last fortnight]]", "2019-09-17/2019-10-01"),
        ),
        ("a 12 month contract", "a two year post"),
        needs=THIS_OR_LAST,
    ),
    Rule(
        "this, last or next weekday",
        re.compile(
            r"(?:(?<=\b[Oo]n )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil )|(?<=[a-z] ))"
            r"(?P<which>last|next|this)\s(?P<coming>coming\s)?"
            r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!s|\s(?:of|in|\d)|,?\s\d)"
        ),
        _weekday,
        (
            Example("The stall opened [[last Saturday]].", "2019-09-28"),
            Example("Bids close [[next Friday]] at noon", "2019-10-04"),
        ),
        ("the last Friday of term",),
        needs=A_WEEKDAY,
    ),
    Rule(
        "last or next month by name",
        re.compile(rf"\b{_WHICH}\s(?P<month>{MONTH}){NO_YEAR}"),
        _which_month,
        (
            Example("from [[next April]]", "2020-04"),
            Example("as we said [[last March]]", "2019-03"),
        ),
        needs=THIS_OR_LAST,
    ),
    Rule(
        "this, last or next",
        re.compile(
            rf"\b{_WHICH}\s(?P<coming>coming\s|upcoming\s)?{_UNIT}(?!\s(?:group|of\s|olds?|on\syear|mile|(?:19|20)\d\d))"
        ),
        _unit,
        (
            Example("the board will meet [[next month]]", "2019-11"),
            Example("in the [[current financial year]]", "2019-04-01/2020-03-31"),
            Example("[[last year]] it fell", "2018-04-01/2019-03-31"),
            Example("for [[this coming year]]", "2020-04-01/2021-03-31"),
        ),
        ("the last weekend", "this yearly event"),
        needs=THIS_OR_LAST,
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
        needs=THE_END,
    ),
    Rule(
        "part of this year",
        re.compile(
            r"\b(?P<part>[Ee]arly|[Ee]arlier|[Ll]ate|[Ll]ater|[Mm]id)(?:\sin|-)?\s(?:the\s)?(?P<which>this|last)\syear\b"
            r"(?![’']s\s(?:plan|budget))"
        ),
        _part_of_year,
        (
            Example("We will report [[later this year]].", "2019-10-01/2019-12-31"),
            Example("It opened [[earlier this year]].", "2019-01-01/2019-10-01"),
            Example("It was due [[early last year]]", "2018-01/2018-04"),
        ),
        needs=OF_YEAR,
    ),
    Rule(
        "month of last or next year",
        re.compile(
            rf"(?:(?P<day>{DAY})\s(?:of\s)?|\b)(?P<month>{MONTH})\s(?:of\s)?"
            r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\syear\b"
        ),
        _month_of_year,
        (
            Example("granted in [[July of last year]]", "2018-07"),
            Example("It will open in [[March next year]].", "2020-03"),
            Example("It took effect on [[1 April this year]]", "2019-04-01"),
        ),
        ("the march of this yearly event",),
        needs=OF_YEAR,
    ),
    Rule(
        "first or last months of a year",
        re.compile(
            r"\b(?P<place>[Ff]irst|[Ll]ast|[Ff]inal)\s(?P<count>two|three|four|five|six|seven|eight"
            r"|nine|ten|eleven|[2-9]|1[01])\s(?P<unit>months|quarters)\s(?:of|in)\s(?:the\s)?"
            r"(?:(?:financial\s)?(?:year\s)?(?P<pair>20\d\d)\s?[/–-]\s?(?P<end>20\d\d|\d\d)(?!\d)"
            r"|(?P<which>this|last|next)?(?:current\s)?\s?(?:financial\s)?year\b)"
        ),
        _months_of_year,
        (
            Example("in the [[first five months of this year]]", "2019-04/2019-08"),
            Example("the [[first three quarters of 2018/19]]", "2018-04/2018-12"),
            Example("the [[last two months of the financial year]]", "2020-02/2020-03"),
        ),
        needs=MONTHS_OR_YEAR,
    ),
    Rule(
        "end of the month",
        re.compile(r"\bend\sof\s(?:the|(?P<which>this|next|last|the\scurrent))\smonth\b"),
        _end_of_month,
        (
            Example("He will write again by the [[end of the month]].", "2019-10-31"),
            Example("It will close at the [[end of next month]]", "2019-11-30"),
        ),
        needs=THE_END,
    ),
)
