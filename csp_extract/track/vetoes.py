"""What forbids that two mentions are one thing, however alike their words."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from csp_extract.records import TrackKind
from csp_extract.track.items import Item
from csp_extract.track.words import cues, fold, form_stems, stems, written_out

Veto = Callable[[Item, Item], bool]

_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        ("first one i", "second two ii", "third three iii", "fourth four iv", "fifth five v"), 1
    )
    for word in words.split()
}
_NUMBERED = re.compile(
    r"\b(?P<noun>phase|review|stage|part|round|tranche|wave|volume|strand|lot|mace|order|tier)s?"
    r"(?: no\.? ?| number | |(?=\d))(?P<number>\d{1,2}|one|two|three|four|five|i{1,3}|iv|v)\b"
    r"|\b(?P<ordinal>first|second|third|fourth|fifth|\d(?:st|nd|rd|th))"
    r" (?P<counted>phase|review|stage|round|tranche|wave)\b"
)
_OPERATION = re.compile(r"\bop(?:eration|\.)? (?P<code>[a-z][a-z'-]+)")
_KNOWN = 1 << 14  # names kept in mind; the same come back in every pair
_YEAR_DAYS = 365
_WEEKS = 28  # days by which what comes round each year may come sooner or later
_YEAR = re.compile(r"\b(20\d\d)(?:\s?[/–-]\s?(\d\d(?:\d\d)?))?(?!\d)")


def other_operation(left: Item, right: Item) -> bool:
    """Are operations of different code names."""
    mine, theirs = _codes(left.name), _codes(right.name)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def other_number(left: Item, right: Item) -> bool:
    """Are numbered differently: another phase, review or round."""
    mine, theirs = _numbers(left.name), _numbers(right.name)
    return any(mine[noun].isdisjoint(theirs[noun]) for noun in mine.keys() & theirs.keys())


def other_edition(left: Item, right: Item) -> bool:
    """Name different years: another edition."""
    mine, theirs = _years(left.name), _years(right.name)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def other_span(left: Item, right: Item) -> bool:
    """Are plans of different stretches of years."""
    mine, theirs = _spans(left.name), _spans(right.name)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def one_list(left: Item, right: Item) -> bool:
    """Are two items of one list."""
    if left.paper != right.paper or left.cell("owner") != right.cell("owner"):
        return False
    ranks = left.cell("rank"), right.cell("rank")
    return "" not in ranks and ranks[0] != ranks[1]


def other_financial_year(left: Item, right: Item) -> bool:
    """Are money of different financial years."""
    return bool(left.years and right.years) and left.years.isdisjoint(right.years)


def other_round(left: Item, right: Item) -> bool:
    """Come in the same weeks of different years: what is held each year, another time."""
    if not left.days or not right.days or left.paper == right.paper:
        return False
    apart = abs((left.days[0] - right.days[0]).days)
    is_round = apart >= _YEAR_DAYS - _WEEKS and (apart + _WEEKS) % _YEAR_DAYS <= 2 * _WEEKS
    later = max(left, right, key=lambda item: item.order)
    return is_round and not cues("moved").search(fold(later.cell("quote")))


def forms_alone(left: Item, right: Item) -> bool:
    """Have no thing in common, only words of acting, reporting and months, and no date."""
    if left.days == right.days:
        return False
    common = (left.words & right.around) | (right.words & left.around)
    if common <= form_stems() | stems("months") | stems("answers"):
        return True
    if left.words == right.words:
        common |= left.around & right.around
    return common <= left.verb & right.verb


def other_step(left: Item, right: Item) -> bool:
    """Are due at different times by one report: two steps."""
    if left.paper != right.paper or not left.days or not right.days:
        return False
    first, second = sorted((left.days, right.days))
    return first[1] < second[0]


def other_list(left: Item, right: Item) -> bool:
    """Stand in lists of different sorts and owners."""
    kinds, owners = (
        [item.words_of(column) for item in (left, right)] for column in ("kind", "owner")
    )
    return all(kinds + owners) and kinds[0] != kinds[1] and owners[0].isdisjoint(owners[1])


def other_recipient(left: Item, right: Item) -> bool:
    """Are money for different recipients."""
    dull = stems("generic") | stems("money")
    mine, theirs = (item.words_of("recipient") - dull for item in (left, right))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def other_place(left: Item, right: Item) -> bool:
    """Have different places in their names."""
    mine, theirs = left.places, right.places
    return bool(mine and theirs) and mine.isdisjoint(theirs)


VETOES: Mapping[TrackKind, tuple[Veto, ...]] = {
    TrackKind.INITIATIVE: (other_operation, other_number, other_place, other_span),
    TrackKind.PRIORITY: (one_list, other_list),
    TrackKind.FUNDING: (other_operation, other_number, other_financial_year, other_recipient),
    TrackKind.COMMITMENT: (
        other_operation,
        other_number,
        other_edition,
        other_place,
        other_round,
        other_step,
        forms_alone,
    ),
    TrackKind.EVENT: (other_operation, other_number, other_place, other_round),
}


def veto_of(kind: TrackKind, left: Item, right: Item) -> str:
    """Return what forbids that two items are one thing, in words; nothing where nothing does."""
    for veto in VETOES[kind]:
        if veto(left, right):
            return (veto.__doc__ or "").splitlines()[0].rstrip(".").lower()
    return ""


@lru_cache(_KNOWN)
def _codes(name: str) -> frozenset[str]:
    """Return the code names of the operations that a name names."""
    return frozenset(match["code"] for match in _OPERATION.finditer(fold(name)))


@lru_cache(_KNOWN)
def _numbers(name: str) -> Mapping[str, frozenset[str]]:
    """Return the numbers that a name gives its phase, review or round, by noun."""
    found: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(written_out(name)):
        noun = match["noun"] or match["counted"]
        number = match["number"] or re.sub(r"(?<=\d)\D+", "", match["ordinal"])
        found.setdefault(noun, set()).add(_ORDINALS.get(number, number))
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


@lru_cache(_KNOWN)
def _spans(name: str) -> frozenset[tuple[str, str]]:
    """Return the stretches of several years that a name has, by the last figures of both ends."""
    pairs = (match.groups() for match in _YEAR.finditer(name) if match[2])
    return frozenset((a[-2:], b[-2:]) for a, b in pairs if int(b[-2:]) - int(a[-2:]) > 1)


@lru_cache(_KNOWN)
def _years(name: str) -> frozenset[str]:
    """Return the years that a name has, each as its first."""
    return frozenset(match[1] for match in _YEAR.finditer(name))
