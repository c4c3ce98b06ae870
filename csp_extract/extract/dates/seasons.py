"""Rules for seasons that tell no year: which one the tense points at."""

import re
from dataclasses import replace
from datetime import timedelta

from csp_extract.extract.dates.calendar import SEASONS, YEAR, Anchor, a_season
from csp_extract.extract.dates.needs import SEASON
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Resolution

_BEGUN_DAYS = 60  # a season told as past has nearly gone
_SEASON = "|".join(SEASONS)
_CAPITAL = "|".join(name.title() for name in SEASONS)
_PART = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[-\s])"
# What is named after a season, or lies within one, is not the season.
_NOT_NAME = rf"(?!\s(?:of\s)?(?:{YEAR}|holidays?|term|fair|fete|school|break|recess|half))"


def _season(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the season that the tense points at; without a tense it may be every year's."""
    if anchor.day is None or anchor.is_past is None:
        return None
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    read = [a_season(match["season"], year, Resolution.RELATIVE) for year in years]
    if anchor.is_past:
        edge = anchor.day - timedelta(days=_BEGUN_DAYS)
        begun = [value for value in read if value and value.start and value.start <= edge]
        return begun[-1] if begun else None
    open_ = [value for value in read if value and value.end and value.end >= anchor.day]
    return open_[0] if open_ else None


def _end_of_season(match: re.Match[str], anchor: Anchor) -> DateValue | None:
    """Return the season whose end is meant: which day that is, nobody knows."""
    return _season(match, replace(anchor, is_past=anchor.is_past or False))


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        "season without a year",
        re.compile(
            rf"(?:(?<=in )|(?<=by )|(?<=over )|(?<=during )|(?<=throughout )|(?<=until )|(?<=the ))"
            rf"{_PART}?(?P<season>{_SEASON})\b(?:\smonths)?{_NOT_NAME}"
        ),
        _season,
        (
            Example("It will reopen in the [[spring]].", "2020-21"),
            Example("Visits will go on over the [[winter months]].", "2019-24"),
            Example("A reply will come in [[late spring]].", "2020-21"),
        ),
        ("Get Set for Summer", "thefts rise in the summer"),
        needs=SEASON,
    ),
    Rule(
        "season in capitals without a year",
        re.compile(
            r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=\b[Oo]ver )|(?<=[Dd]uring )|(?<=[Uu]ntil )"
            r"|(?<=\b(?:[Ii]n|[Bb]y) the )|(?<=\b[Oo]ver the )|(?<=[Dd]uring the )"
            r"|(?<=[Uu]ntil the ))"
            rf"{_PART}?(?P<season>{_CAPITAL})\b(?:\smonths)?{_NOT_NAME}(?!\s(?:[A-Z]|\d))"
        ),
        _season,
        (
            Example("It will be let by the [[Autumn]].", "2019-23"),
            Example("Consultation will open in [[early Spring]], on paper", "2020-21"),
        ),
        ("It was run in Summer Fields", "Lights will be shown by the Winter Fair"),
        needs=SEASON,
    ),
    Rule(
        "end of a season",
        re.compile(
            rf"\bend\sof\s(?:the\s)?(?P<season>{_SEASON}|{_CAPITAL})\b(?!\s(?:of\s)?{YEAR}|\s[Tt]erm)"
        ),
        _end_of_season,
        (
            Example("It will be in post by the [[end of the summer]].", "2020-22"),
            Example("The survey will close at the [[end of winter]].", "2019-24"),
        ),
        needs=SEASON,
    ),
)
