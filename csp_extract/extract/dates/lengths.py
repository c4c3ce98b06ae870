"""Rules for lengths of time up to the time of writing, or from it: the next six months."""

import re
from datetime import date, timedelta

from csp_extract.extract.dates.calendar import NUMBERS, Anchor, last_of, unknown, value_of
from csp_extract.extract.dates.needs import THIS_OR_LAST
from csp_extract.extract.dates.units import STEPS
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision, Resolution


def _length(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the stretch of so many months or years up to the time of writing, or from it."""
    if anchor.day is None:
        return unknown(Precision.VAGUE)
    step = STEPS.get(match["which"].casefold(), -1)
    start, end = sorted((anchor.day, _edge(match, anchor.day, step)))
    edtf = f"{start.isoformat()}/{end.isoformat()}"
    return value_of(start, end, edtf, Precision.VAGUE, Resolution.RELATIVE)


_DAYS = {"days": 1, "weeks": 7}


def _edge(match: re.Match[str], day: date, step: int) -> date:
    """Return the day so many days, weeks, months or years before or after another."""
    if match["fortnight"]:
        return day + timedelta(days=14 * step)
    word, unit = match["count"].casefold(), match["unit"]
    count = NUMBERS.get(word) or (18 if word == "eighteen" else int(word))
    if unit in _DAYS:
        return day + timedelta(days=step * count * _DAYS[unit])
    return _shifted(day, step * count * (12 if unit == "years" else 1))


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
        _length,
        (
            Example("over the [[last 12 months]]", "2018-10-01/2019-10-01"),
            Example("for the [[next two years]]", "2019-10-01/2021-10-01"),
            Example("arrests in the [[past six weeks]]", "2019-08-20/2019-10-01"),
            Example("two thefts in the [[last fortnight]]", "2019-09-17/2019-10-01"),
        ),
        ("a 12 month contract", "a two year post"),
        needs=THIS_OR_LAST,
    ),
)
