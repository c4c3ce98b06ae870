"""Names of one report brought together: which are of one thing, under which name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from csp_extract.extract.initiatives.thing import Thing
from csp_extract.extract.initiatives.words import YEARS, kind_of
from csp_extract.extract.reading import Reading

_GENERIC = re.compile(
    r"\b(?:project|scheme|campaign|programme|initiative|pilot|strategy|training|event|service|week"
    r"|website)s?$",
    re.IGNORECASE,
)
_COINED = re.compile(r"\b(?:[A-Z][a-z]+-[A-Z][a-z]+|[A-Z][a-z]+[A-Z]\w+|[A-Z]\d\w*)\b")
_COUNT = re.compile(r"^(?:(?:new|further|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s)+")
_RENAMED = re.compile(
    r",?\s(?:(?:(?!\sand\s(?:an?|the)\s)[^.;]){0,70}?\s)??(?:renamed|re-named|rebranded(?:\sas)?|relaunched\sas|now\s(?:called|known\sas)"
    r"|under\sthe\sname(?:\sof)?|took\sthe\sname|known\sas|called)\s(?:the\s)?[“\"‘]?"
)


def merge(reading: Reading, things: Sequence[Thing]) -> list[Thing]:
    """Return each initiative once, under its fullest name; other names become aliases."""
    kept: list[Thing] = []
    for thing in things:
        same = next((one for one in kept if _is_one(reading, one, thing)), None)
        same = same or _short_of(things, kept, thing) or _long_of(things, kept, thing)
        if same is None:
            kept.append(thing)
            continue
        if _is_longer_form(thing.name, same.name) or _has_front(thing.name, same.name):
            thing.name, same.name = same.name, thing.name
        same.spans.append(thing.span)
        if thing.name.casefold() != same.name.casefold() and thing.name not in same.aliases:
            same.aliases.append(thing.name)
    return kept


def _short_of(things: Sequence[Thing], kept: Sequence[Thing], thing: Thing) -> Thing | None:
    """Return the one thing whose name ends in this one: "Holm Street Marshals scheme"."""
    short = _bare(thing.name)
    if len(short.split()) < 2 or thing.name.islower():
        return None
    longer = {_bare(one.name) for one in things if _bare(one.name).endswith(f" {short}")}
    return (
        next((one for one in kept if _bare(one.name) in longer), None) if len(longer) == 1 else None
    )


def _long_of(things: Sequence[Thing], kept: Sequence[Thing], thing: Thing) -> Thing | None:
    """Return the one thing that was told before by the end of this name alone."""
    ends = (one for one in kept if _has_front(thing.name, one.name))
    return next((one for one in ends if _short_of(things, [thing], one) is thing), None)


def _has_front(left: str, right: str) -> bool:
    """Return whether the left name is the right one with more words before it."""
    one, two = _bare(left), _bare(right)
    return one != two and one.endswith(f" {two}")


def other_names(thing: Thing) -> tuple[str, ...]:
    """Return the aliases of a thing, but for those that differ from its name in form alone."""
    own = {_plain(thing.name), _bare(thing.name)}
    others = (
        alias
        for alias in thing.aliases
        if not own & {_plain(alias), _bare(alias)}
        or (alias.startswith("Op") and _plain(alias) not in own)
    )
    return tuple(dict.fromkeys(others))


def _plain(name: str) -> str:
    """Return a name without case, count and plural."""
    return _COUNT.sub("", name.casefold()).removesuffix("s")


def _is_one(reading: Reading, left: Thing, right: Thing) -> bool:
    """Return whether two names are of one thing."""
    if _is_same(left.name, right.name) or right.name in left.aliases:
        return True
    between = reading.report.text[left.span.end : right.span.start]
    return len(between) < 110 and _RENAMED.fullmatch(between) is not None


def _is_same(left: str, right: str) -> bool:
    """Return whether two names are one, but for case and head noun, or by a coined word."""
    one, two = _bare(left), _bare(right)
    years = [match[0] for name in (left, right) if (match := YEARS.search(name))]
    if len(years) > 1 and _plain_years(years[0]) != _plain_years(years[1]):
        return False  # the plan, and the one before it
    coined = set(_COINED.findall(left)) & set(_COINED.findall(right))
    if coined and _told_apart(left, right, coined):
        return False  # one scheme in two towns: "NightBus Beck", "NightBus Holm"
    is_form = _is_longer_form(left, right) or _is_longer_form(right, left)
    is_form |= any(
        re.fullmatch(r"Review \d{1,2}", short) is not None and long.endswith(f" {short}")
        for short, long in ((left, right), (right, left))
    )
    return bool(one) and (one == two or bool(coined) or is_form)


def _plain_years(years: str) -> list[str]:
    """Return the figures of years, the last by its last two: "2017-20", "2017 to 2020"."""
    return [figures[-2:] for figures in re.findall(r"\d+", years)]


def _told_apart(left: str, right: str, coined: set[str]) -> bool:
    """Return whether each of two names has a capitalised word beside the coined one."""
    rest = [
        {word for word in name.split() if word[:1].isupper() and word not in coined}
        for name in (left, right)
    ]
    return bool(rest[0] - rest[1]) and bool(rest[1] - rest[0])


def _is_longer_form(left: str, right: str) -> bool:
    """Return whether the left name is the right one with its noun: "Harbourlink youth sessions"."""
    rest = left.removeprefix(f"{right} ")
    return rest != left and rest.islower() and kind_of(rest) is not None


@lru_cache(maxsize=4096)  # every two names of a report are compared
def _bare(name: str) -> str:
    """Return a name without case, count, closing head noun and plural."""
    folded = re.sub(r"[“”\"‘’']", "", name.casefold()).removeprefix("the ").strip()
    folded = YEARS.sub("", folded)
    folded = _COUNT.sub("", re.sub(r"^op\.?\s", "operation ", folded))
    folded = re.sub(r"^(?:town centre )?public spaces? protection order", "pspo", folded)
    folded = folded.removeprefix("town centre ") if folded.endswith("pspo") else folded
    folded = re.sub(r"^(?:domestic homicide review|dhr)\s?(?=\d)", "dhr", folded)
    bare = _GENERIC.sub("", folded).strip() if len(folded.split()) > 2 else folded
    return (bare or folded).removesuffix("s")
