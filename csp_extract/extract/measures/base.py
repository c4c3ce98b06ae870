"""What a figure covers and what it is set against: its period, and the base of a comparison."""

import re
from dataclasses import replace
from decimal import Decimal

from csp_extract.extract.found import Span
from csp_extract.extract.measures.lexicon import direction_of
from csp_extract.extract.measures.numerals import COUNT, count_of
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import DateRole, Direction, MeasureUnit, MeasureValue
from csp_extract.records.year import MONTH_NAMES

_AGAINST = (
    r"(?:\b(?:as\s)?against|\b(?:when\s)?compared\s(?:to|with)|\bin\scomparison\s(?:to|with))\s"
)
# A stretch of time: "the same period last year", "than in 2017/18", "on the previous quarter".
_STRETCH = re.compile(
    rf"(?:{_AGAINST}|\bfrom\s|\bthan\s(?:in|for|over|during)\s)"
    r"(?P<base>(?:the\s)?(?:same|previous|preceding|last|corresponding|prior|\d{4}|Q[1-4]|[Qq]uarter\s\d"
    rf"|(?:{MONTH_NAMES}"
    r"|spring|summer|autumn|winter)\b)[^,.;()]{3,70}|(?:the\s)?(?:spring|summer|autumn|winter|year|month|quarter)\sbefore)"
    r"|\b(?:on|than|over|than\sin|upon)\s(?P<year>(?:the\s)?(?:previous|last|preceding|prior)\s"
    r"(?:(?:financial|reporting|calendar)\s)?(?:year|quarter|month|period)|20\d\d(?:\s?[/-]\s?\d\d)?)"
    r"|(?:\bthan|\bon|\bto|\bwith|\bfrom|\babove|\bbelow|\bagainst)\s(?:an?\s)?(?P<level>(?:the\s)?(?:pre-?\s?[A-Za-z]+(?:\s\(20\d\d\))?"
    r"\s(?:levels?|figures?|performance|averages?|rates?)|(?:national|county|force|regional|family|group"
    r"|(?:three|five|two|four)[\s-]year)(?:\s[\w-]+){0,2}?\s(?:average|mean|figure|rate)(?:\sof\s\d[\d,]*(?:\.\d+)?%?)?))"
)
# A number: "against 571 the year before", "(1,276 in the preceding year)", "up on the 44 of 2016".
_NUMBER = re.compile(
    rf"(?:{_AGAINST}|\b(?:up|down)\sfrom\s|\b(?:on|upon)\sthe\s|\((?=[\d,]+\s(?:in|for|the|during|last)\b)"
    rf"|\((?=20\d\d/\d\d:))(?P<base>(?:20\d\d/\d\d:\s)?(?:the\s|some\s|an?\s)?(?P<number>{COUNT}|\d+(?:\.\d+)?(?:%|\sper\scent))"
    r"(?:\s(?!and\b|but\b|while\b|whilst\b|target)[\w’'/-]+){0,8})"
)
_TO_NUMBER = re.compile(r"(?:from\s|\()(?P<base>(?P<number>[\d,.]+).{0,60}?)\sto\s\S+$")
_MUCH = rf"(?:{COUNT}|\d+(?:\.\d+)?)(?:%|\sper\scent|\s(?:percentage\s)?points?)?"
# What is said of a figure right after it: ", up 3% on last year", ", six fewer", "(down 8%)".
_CHANGE = re.compile(
    r"(?:\s[\w’'/-]+){0,12}?(?:,|\s\(|\s[–-]|,?\swhich\s(?:is|was|represents|represented))\s?(?P<change>(?P<up>up|down)\s(?:by\s|from\s(?=\d))?"
    rf"{_MUCH}|(?P<sign>[+–-])\s?(?:\d[\d,.]*)(?:%|\sper\scent)?|an?\s(?P<noun>increase|rise|decrease|reduction|fall|drop)\sof\s{_MUCH}"
    rf"|an?\s{_MUCH}\s(?P<much>increase|rise|decrease|reduction|fall|drop)"
    rf"|{_MUCH}\s(?P<than>fewer|more|less|lower|higher)\b|(?P<same>unchanged)\b"
    r"|(?P<bare>an?\s(?P<went>increase|rise|decrease|reduction|fall|drop))\s(?:on|from|over)\b)"
)
# From when a change is told: "had risen by 60 since 2016".
_SINCE = re.compile(
    r"(?:\s[\w’'-]+){0,6}?\ssince\s(?P<base>(?:last|the\sprevious)\s(?:year|quarter|month)"
    rf"|(?:(?:{MONTH_NAMES})\s)?20\d\d(?:[/-]\d\d)?)(?=[,.;:()]|\s(?!to\b)[a-z]|\s?$)"
)
_YEAR_TO = re.compile(
    r"\b(?:(?:cumulative|rolling|financial|full)\s)?(?:\d{1,2}\smonths?|twelve\smonths|(?:three|six|nine)\smonths"
    r"|year|quarter|months|period)\s(?:to|ending|ended|up\sto)\s(?:the\s)?$"
)


def complete(
    reading: Reading, passage: Passage, span: Span, following: int, value: MeasureValue
) -> MeasureValue:
    """Return the figure with the stretch that its sentence names, and what it compares with.

    ``following`` is where in the passage the next figure begins, or the passage ends.
    """
    text = passage.text.replace("\n", " ")
    inner = text[span.start - passage.start : span.end - passage.start]
    value = _with_change(text, span.end - passage.start, following, value)
    number = _TO_NUMBER.search(inner) or _number_after(text, span.start - passage.start, following)
    stretch = _STRETCH.search(text)
    if stretch and stretch.start() < span.start - passage.start < stretch.end():
        stretch = None
    base = (stretch["base"] or stretch["year"] or stretch["level"]) if stretch else ""
    moved = value.direction in {Direction.UP, Direction.DOWN}
    since = None if base or not moved else _SINCE.match(text, span.end - passage.start)
    base = since["base"] if since else base
    if number:
        base = re.sub(r"^an?\s", "", number["base"])
        value = replace(value, direction=value.direction or _way(number["number"], value))
    period = value.period or _period_of(reading, passage, span, (stretch, number, since))
    area = value.area or _area_of(text, span.start - passage.start, span.end - passage.start)
    return replace(value, period=period, compared_with=" ".join(base.split()), area=area)


def _area_of(text: str, start: int, end: int) -> str:
    """Return the place that stands right after a figure, or in its words: "in the borough"."""
    place = _PLACE.match(text, end) or _PLACE.search(text, start, end)
    return " ".join(place["area"].split()) if place else ""


_PLACE = re.compile(
    r"\s(?:in|across|within|throughout)\s(?:the\s)?(?P<area>(?!(?:"
    rf"{MONTH_NAMES}|Quarter|Spring|Summer|Autumn|Winter|Year|Phase|Q\d|Appendix|Section|Table)\b)"
    r"(?!(?:[A-Z][\w’'-]+\s){0,4}(?:Courts?|Hall|House|School|College|Hospital|Council|Parliament|Service|Board|Committee)\b)"
    r"[A-Z][\w’'-]+(?:\s(?:(?:and|of|upon|on)\s)?[A-Z][\w’'-]+){0,4}"
    r"|(?:whole\s)?(?:district|borough|county|city|town|region)(?!\s(?:council|centre|hall)\b))(?=[,.;:()]|\s(?!Act\b|Plan\b)[a-z]|\s?$)"
)


def _number_after(text: str, start: int, following: int) -> re.Match[str] | None:
    """Return the number set against a figure, begun before the next figure of the passage."""
    number = _NUMBER.search(text, start)
    return number if number and number.start() < following else None


def _with_change(text: str, end: int, following: int, value: MeasureValue) -> MeasureValue:
    """Return the figure with the change that is told right after it, if it has none yet."""
    told = _CHANGE.match(text, end)
    if told is None or value.direction or value.change or told.start("change") > following:
        return value
    if told["same"]:
        return replace(value, direction=Direction.NONE)
    if told["sign"]:
        way = Direction.UP if told["sign"] == "+" else Direction.DOWN
        return replace(value, direction=way, change=told["change"])
    if told["bare"]:
        return replace(value, direction=direction_of(told["went"]))
    word = told["up"] or told["noun"] or told["much"] or told["than"]
    return replace(value, direction=direction_of(word), change=told["change"])


def _way(base: str, value: MeasureValue) -> Direction | None:
    """Return which way a figure went from its base, where both are of one kind."""
    words = base.strip("%").removesuffix("per cent").strip()
    is_share = words != base
    if value.value is None or is_share != (value.unit is MeasureUnit.PERCENT):
        return None
    before = Decimal(words.replace(",", "")) if words[:1].isdigit() else Decimal(count_of(words))
    if before == value.value:
        return Direction.NONE
    return Direction.UP if value.value > before else Direction.DOWN


def _period_of(
    reading: Reading, passage: Passage, span: Span, bases: tuple[re.Match[str] | None, ...]
) -> str:
    """Return the stretch of a figure, with the "year to" before it.

    The date that follows it in its clause goes before one that governs the sentence. The day of
    what is still to come is no time of a figure.
    """
    text = reading.report.text
    stated = ""
    for date in reading.dates:
        at = date.span.start - passage.start
        is_planned = date.value.role is DateRole.PLANNED
        if (
            is_planned
            or not passage.span.holds(date.span)
            or any(base and base.start() <= at < base.end() for base in bases)
        ):
            continue
        if date.span.start >= span.end and _FOLLOWS.fullmatch(text, span.end, date.span.start):
            return _stretch(text, date.span)
        is_period = date.value.role is DateRole.PERIOD
        if not stated and (is_period or _FRONTED.fullmatch(text, passage.start, date.span.start)):
            stated = _stretch(text, date.span)
    this = (
        None if stated else _THIS.match(passage.text.replace("\n", " "), span.end - passage.start)
    )
    return this["period"] if this else stated


def _stretch(text: str, span: Span) -> str:
    """Return the words of a date with the "year to" before them."""
    before = _YEAR_TO.search(text, max(0, span.start - 45), span.start)
    return " ".join(text[before.start() if before else span.start : span.end].split())


# From a figure to its time: "in the town since", "between".
_FOLLOWS = re.compile(
    r"(?:\s[\w’'/-]+){0,6}?\s(?:in|since|between|during|over|to|at|from|for|by|up\sto)\s(?:the\s)?"
    r"(?:(?:year|quarter|months|(?:three|six|nine|twelve|\d{1,2})\smonths)\s(?:to|ending|ended)\s)?"
)
_THIS = re.compile(
    r"(?:\s[\w’'-]+){0,3}?\s(?P<period>this\s(?:financial\s)?(?:quarter|year|month|period))\b"
)
_FRONTED = re.compile(
    r"(?:(?:[\d.]+|[•–-])\s)?(?:In|During|Between|Over|For|By)\s(?:the\s)?"
    r"(?:(?:year|quarter|months|(?:three|six|nine|twelve|\d{1,2})\smonths)\s(?:to|from|ending|ended|up\sto)\s)?"
)
