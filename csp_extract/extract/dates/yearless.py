"""Which year an expression without one means: by the days told near, the tense, and the weekday."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from csp_extract.extract.dates.calendar import Anchor, last_of
from csp_extract.records import DateValue, Resolution

END = 32  # the last day of its month, whichever that is
_SOON_DAYS = 150
_LONG_AGO_DAYS = 210  # a day told as past is hardly so old, if the next is soon
_TOO_LONG_AGO_DAYS = 300
_PAST_WEIGHT = 1.3  # reports tell more of what is past than of what is to come
_LASTING = frozenset({"until", "till"})
_LIMIT = re.compile(
    r"\b(?P<word>until|till|by|before|no later than)\s(?:the\s)?(?:(?:end|middle)\s(?:of\s)?)?$",
    re.IGNORECASE,
)


class MonthDay(NamedTuple):
    """A day without its year."""

    month: int
    day: int


class Stretch(NamedTuple):
    """First and last day of an expression in one of the years it may mean."""

    start: date
    end: date


class Told(NamedTuple):
    """The stretch that is meant, and the one that may be meant instead."""

    start: date
    end: date
    other: Stretch | None
    # The year is taken from the text around, whichever day of it was the nearest.
    resolution: Resolution = Resolution.INFERRED


def limit_of(match: re.Match[str]) -> str:
    """Return the word right before that says that something lasts until then, or is due by then."""
    limit = _LIMIT.search(match.string, max(0, match.start() - 30), match.start())
    return limit["word"].casefold() if limit else ""


def whole_month(number: int) -> tuple[MonthDay, MonthDay]:
    """Return the first and the last day of a month, whatever its year."""
    return MonthDay(number, 1), MonthDay(number, END)


def tell(
    first: MonthDay, last: MonthDay, anchor: Anchor, weekday: str = "", *, limit: str = ""
) -> Told | None:
    """Return the stretch of days that is meant; ``None`` where nothing tells the year.

    A day told near in the text goes before the time of writing; a weekday that fits one year only
    decides.
    """
    centre = anchor.near or anchor.day
    if centre is None:
        return None
    able = list(_stretches(first, last, centre.year))
    fitting = [one for one in able if weekday and _is_on(one.start, weekday)] or able
    if not fitting:
        return None
    if len(fitting) == 1:
        return Told(*fitting[0], None)
    if anchor.near is not None:
        chosen = _nearest(fitting, anchor.near, anchor)
        return Told(*chosen, None)
    return _by_tense(fitting, centre, anchor, limit)


def _stretches(first: MonthDay, last: MonthDay, year: int) -> Iterator[Stretch]:
    """Yield the stretch in the years about one."""
    for end_year in (year - 1, year, year + 1, year + 2):
        try:
            start = _date(end_year - (first > last), first)
            yield Stretch(start, _date(end_year, last))
        except ValueError:
            continue  # 29 February


def _date(year: int, day: MonthDay) -> date:
    """Return a day of a year.

    Raises:
        ValueError: the year has no such day.
    """
    return last_of(year, day.month) if day.day == END else date(year, day.month, day.day)


def _is_on(day: date, weekday: str) -> bool:
    return day.strftime("%a").casefold() == weekday[:3].casefold()


def _nearest(able: list[Stretch], near: date, anchor: Anchor) -> Stretch:
    """Return the stretch nearest to a day told in the text, among those that fit the tense."""
    fitting = [one for one in able if _fits(one, anchor)] or able
    return min(fitting, key=lambda one: (abs((one.start - near).days), one.start.year != near.year))


def _fits(one: Stretch, anchor: Anchor) -> bool:
    """Return whether a stretch is past, or to come, as the tense has it."""
    if anchor.day is None or anchor.is_past is None:
        return True
    return one.start <= anchor.day if anchor.is_past else one.end >= anchor.day


def _by_tense(able: list[Stretch], day: date, anchor: Anchor, limit: str) -> Told:
    """Return the last stretch that has begun, or the first that has not ended.

    Without a tense the nearer one is chosen and the other kept; so it is where the tense says past
    of a day long gone whose next one is near.
    """
    begun = [one for one in able if one.start <= day] or able[:1]
    open_ = [one for one in able if one.end >= day] or able[-1:]
    past, coming = begun[-1], open_[0]
    if past == coming:
        return Told(*past, None)
    ago, ahead = (day - past.end).days, (coming.start - day).days
    if anchor.is_past is False:
        return Told(*coming, None)
    if anchor.is_past is True and not (ago > _LONG_AGO_DAYS and ahead < _SOON_DAYS):
        return Told(*past, None)
    if anchor.is_past is True:
        is_coming = limit in _LASTING or ago > _TOO_LONG_AGO_DAYS
    else:
        is_coming = ahead * _PAST_WEIGHT < ago or (limit != "" and ahead < _SOON_DAYS)
    chosen, other = (coming, past) if is_coming else (past, coming)
    return Told(*chosen, other)


def beside(value: DateValue | None, other: DateValue | None) -> DateValue | None:
    """Return the reading that is chosen, with the other as a candidate."""
    if value is None or other is None or not other.edtf:
        return value
    return replace(value, candidates=(other.edtf,))
