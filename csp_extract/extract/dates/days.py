"""Rules for days, lists of days and stretches of days."""

import re
from itertools import pairwise

from csp_extract.extract.dates.calendar import (
    AND,
    DASH,
    DAY,
    LAST_DAY,
    MONTH,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
    Anchor,
    a_day,
    day_number,
    days,
    follows_between,
    full_year,
    is_moved,
    misprint,
    month_number,
)
from csp_extract.extract.dates.needs import DAY_AFTER_MONTH, DAY_OF_MONTH, IN_FIGURES
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision

_W = rf"(?:{WEEKDAY},?\s(?:the\s)?)?"
_OF = r"\s?(?:day\s)?(?:of\s)?"
_Y = rf"(?:,?\s?(?P<year>{YEAR})|,?\s?{SHORT_YEAR})"
_TO = rf"(?:{DASH}|\sto\s|\suntil\s|\sthrough\sto\s|/|\s(?=\d))"


def _year(match: re.Match[str]) -> int:
    return full_year(match["year"] or match["short"])


def _single(match: re.Match[str], _: Anchor) -> DateValue | None:
    return a_day(_year(match), month_number(match["month"]), day_number(match["day"]))


def _numeric(match: re.Match[str], _: Anchor) -> DateValue | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return misprint(Precision.DAY) if len(match["year"]) == 4 else None
    return a_day(full_year(match["year"]), month, int(match["day"]))


def _figures(match: re.Match[str], _: Anchor) -> DateValue | None:
    if match["joint"].strip() == "and" and not follows_between(match):
        return None
    ends = []
    for name in ("first", "last"):
        day, month, year = re.split(r"[./]", match[name])
        if not 1 <= int(month) <= 12:
            return None
        ends.append(a_day(full_year(year), int(month), int(day)))
    return _stretch(*ends)


def _iso(match: re.Match[str], _: Anchor) -> DateValue | None:
    if not 1 <= int(match["month"]) <= 12:
        return misprint(Precision.DAY)
    return a_day(int(match["year"]), int(match["month"]), int(match["day"]))


def _stretch(first: DateValue, last: DateValue) -> DateValue | None:
    """Return the stretch from one day to another; none where a day does not exist."""
    if first.start is None or last.start is None:
        return misprint(Precision.RANGE)
    return days(first.start, last.start) or misprint(Precision.RANGE)


def _within_month(match: re.Match[str], _: Anchor) -> DateValue | None:
    year, month = _year(match), month_number(match["month"])
    first, last = day_number(match["first"]), day_number(match["last"])
    is_pair = match["joint"].strip() in {"and", "&"} and last != first + 1
    if is_pair and not follows_between(match):
        return None  # "8 and 15 August" are two days
    return _stretch(a_day(year, month, first), a_day(year, month, last))


def _over_months(match: re.Match[str], _: Anchor) -> DateValue | None:
    if match["joint"].strip() == "and" and not follows_between(match):
        return None  # "27 June and 4 July" are two days
    if is_moved(match):
        return None
    end_year = _year(match)
    first_month, last_month = month_number(match["month"]), month_number(match["until"])
    start_year = full_year(match["begin"]) if match["begin"] else end_year
    if not match["begin"] and first_month > last_month:
        start_year -= 1  # "28 December to 3 January 2019"
    first = a_day(start_year, first_month, day_number(match["first"]))
    return _stretch(first, a_day(end_year, last_month, day_number(match["last"])))


def _borrowed(match: re.Match[str], _: Anchor) -> DateValue | None:
    """Return a day whose month, or whose year, is told with a later day of the same list.

    The days of a list ascend: before March 2018, one in June is of 2017.
    """
    named = re.findall(MONTH, match.string[match.start() : match.start("year")])
    later = [month_number(name) for name in named]
    year = _year(match) - sum(one > other for one, other in pairwise(later))
    month = match["own"] or match["month"] if not later else named[0]
    return a_day(year, month_number(month), day_number(match["day"]))


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "day, month, year",
        re.compile(rf"{_W}(?P<day>{DAY}){_OF}\s?(?P<month>{MONTH}){_Y}"),
        _single,
        (
            Example("The panel met on [[14 October 2019]].", "2019-10-14"),
            Example("It opened on [[Tuesday, 8th of November, 2017]] in Tarn.", "2017-11-08"),
            Example("MINUTES OF THE MEETING OF [[3RD JUNE 2020]]", "2020-06-03"),
            Example("by [[1st April ’19]]", "2019-04-01"),
        ),
        ("The 14 wardens may 2019 times", "Section 17 of the Crime and Disorder Act 1998"),
        needs=DAY_OF_MONTH,
    ),
    Rule(
        "month before the day",
        re.compile(
            rf"{_W}(?P<month>{MONTH})\s(?P<day>{DAY})(?:,\s?|\s)(?P<year>{YEAR})(?P<short>(?!))?"
        ),
        _single,
        (
            Example("held on [[March 5, 2019]]", "2019-03-05"),
            Example("signed [[October 21st 2016]] by both", "2016-10-21"),
        ),
        needs=DAY_AFTER_MONTH,
    ),
    Rule(
        "day in figures",
        re.compile(
            rf"{_W}(?<![\d./£$€-])(?P<day>3[01]|[12]\d|0?[1-9])(?P<sep>[./-])(?P<month>\d{{1,2}})(?P=sep)"
            r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"
        ),
        _numeric,
        (
            Example("agreed ([[08/11/2017]])", "2017-11-08"),
            Example("next due [[Weds 08/11/17]]", "2017-11-08"),
            Example("closing date [[8.11.17]].", "2017-11-08"),
        ),
        ("open 24/7 all year", "see paragraph 3.1.12 above"),
        needs=IN_FIGURES,
    ),
    Rule(
        "stretch of days in figures",
        re.compile(
            rf"{_W}(?<![\d./£$€-])(?P<first>\d{{1,2}}[./]\d{{1,2}}[./](?:20)?\d\d)"
            rf"(?P<joint>\s?[-–—]\s?|\s(?:to|until|and)\s){_W}"
            r"(?P<last>\d{1,2}[./]\d{1,2}[./](?:20)?\d\d)(?![\d/]|\.\d)"
        ),
        _figures,
        (
            Example("from [[01/04/2022 to 31/03/2023]]", "2022-04-01/2023-03-31"),
            Example("the period [[1.4.22 - 31.3.23]]", "2022-04-01/2023-03-31"),
        ),
        needs=IN_FIGURES,
    ),
    Rule(
        "day with a short month",
        re.compile(
            rf"(?P<day>{DAY})[-/](?P<month>{MONTH})[-/](?P<year>(?:19|20)\d\d|\d\d)(?!\d)(?P<short>(?!))?"
        ),
        _single,
        (
            Example("due [[08-Nov-2017]]", "2017-11-08"),
            Example("closed [[3-Jan-19]]", "2019-01-03"),
        ),
        needs=DAY_OF_MONTH,
    ),
    Rule(
        "ISO day",
        re.compile(
            r"(?<![\d-])(?P<year>(?:19|20)\d\d)(?P<sep>[-.])(?P<month>\d\d)(?P=sep)"
            r"(?P<day>\d\d)(?![\d-])"
        ),
        _iso,
        (
            Example("dated [[2017-11-08]]", "2017-11-08"),
            Example("from [[2019-02-28]] on", "2019-02-28"),
        ),
        needs=IN_FIGURES,
    ),
    Rule(
        "stretch of days within a month",
        re.compile(
            rf"{_W}(?P<first>{DAY})(?P<joint>{_TO}|\s?and\s|\s?&\s){_W}(?P<last>{LAST_DAY}){_OF}\s?"
            rf"(?P<month>{MONTH}){_Y}"
        ),
        _within_month,
        (
            Example("It ran on [[8 and 9 August 2017]].", "2017-08-08/2017-08-09"),
            Example("between [[25 – 29 September 2017]]", "2017-09-25/2017-09-29"),
            Example("from [[25 29 September 2017]], in schools", "2017-09-25/2017-09-29"),
            Example("the days of [[4th to 10th March 2019]]", "2019-03-04/2019-03-10"),
            Example("between [[20 and 23 April 2015]]", "2015-04-20/2015-04-23"),
        ),
        needs=DAY_OF_MONTH,
    ),
    Rule(
        "stretch of days over months",
        re.compile(
            rf"{_W}(?P<first>{DAY}){_OF}\s?(?P<month>{MONTH})(?:,?\s(?P<begin>{YEAR}))?"
            rf"(?P<joint>{DASH}|\sto\s|\suntil\s|\sand\s){_W}(?P<last>{DAY}){_OF}\s?"
            rf"(?P<until>{MONTH}){_Y}"
        ),
        _over_months,
        (
            Example("between [[8 March and 18 April 2021]]", "2021-03-08/2021-04-18"),
            Example("from [[28 June to 4 July 2018]]", "2018-06-28/2018-07-04"),
            Example("[[1 April 2018 – 31 March 2019]]", "2018-04-01/2019-03-31"),
            Example("[[20 December to 3 January 2019]]", "2018-12-20/2019-01-03"),
        ),
        needs=DAY_OF_MONTH,
    ),
    Rule(
        "day of a list",
        re.compile(
            rf"{_W}(?P<day>{DAY})(?:\s?(?P<own>{MONTH}))?(?={AND}{_W}(?:{DAY}(?:\s?{MONTH})?{AND}{_W}){{0,6}}{DAY}"
            rf"{_OF}\s?(?P<month>{MONTH}){_Y})"
        ),
        _borrowed,
        (
            Example("on [[27 June]] and 4 July 2017", "2017-06-27"),
            Example("held on [[5]], 12 and 19 June 2018", "2018-06-05"),
            Example("sessions on 5, [[12]] and 19 June 2018", "2018-06-12"),
        ),
        ("12 and 19 officers attended",),
        needs=DAY_OF_MONTH,
    ),
)
