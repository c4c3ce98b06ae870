"""Whether a predicted cell says what the gold says, by the annotation guide."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from csp_extract.evaluate.fold import fold
from csp_extract.evaluate.rows import GoldRow, PredictedRow

# Words that say no more than an empty cell.
_EMPTY_WORDS = frozenset({"", "unstated", "exact"})
_ARTICLES = re.compile(r"\b(?:the|a|an)\b ?")
_LISTS = frozenset({"financial_years", "partners", "total_of"})
_EXACT = frozenset(
    "edtf start end precision resolution bound role rrule currency qualifier per kind status scope"
    " rank modality strength due verb unit direction rag meeting_date drafted_from"
    " drafted_to".split()
)
_NUMBERS = frozenset({"value", "value_max", "reach", "rank", "list_size"})
# "2017-20", "2017/20" and "2017-2020" are one stretch of years.
_YEARS = re.compile(r"(20\d\d) ?(?:[/-]|to) ?(?:20)?(\d\d)")


def is_empty(value: Any) -> bool:
    """Return whether a gold value or a cell states nothing."""
    return value is None or value == [] or str(value).strip().casefold() in _EMPTY_WORDS


def same_value(gold: GoldRow, predicted: PredictedRow) -> bool:
    """Return whether the value proper is right: first and last day, sum, words, verb."""
    match gold.table:
        case "dates":
            return _same_interval(gold, predicted, ("start", "end"))
        case "amounts":
            return all(same_cell(gold, predicted.cells, name) for name in ("value", "value_max"))
        case "measures":
            return same_cell(gold, predicted.cells, "value")
        case "decisions":
            return same_cell(gold, predicted.cells, "verb")
        case _:
            return True


def _same_interval(gold: GoldRow, predicted: PredictedRow, names: tuple[str, str]) -> bool:
    """Return whether first and last day agree with the gold or one of its alternatives."""
    cells = tuple(predicted.cells.get(name, "") for name in names)
    stated = tuple(str(gold.values.get(name) or "") for name in names)
    return cells in {stated, *gold.intervals}


def same_cell(gold: GoldRow, cells: Mapping[str, str], name: str) -> bool:
    """Return whether the cell says what the gold, or an alternative of it, says in the column."""
    if name == "aliases":
        return _same_names(gold, cells)
    accepted = [gold.values.get(name), *gold.others.get(name, [])]
    if name == "due":
        accepted += [one if one == two else f"{one}/{two}" for one, two in gold.intervals]
        accepted += [_month_of(pair) for pair in gold.intervals]
    return any(_same(value, cells.get(name, ""), name) for value in accepted)


def _same_names(gold: GoldRow, cells: Mapping[str, str]) -> bool:
    """Return whether half of the other names on each side are among all names of the other.

    Which of its names a thing has as its fullest, and which as aliases, is one question; that the
    names are known is another.
    """
    mine = [str(value) for value in gold.values.get("aliases") or []]
    theirs = [value for value in cells.get("aliases", "").split("; ") if value]
    own = {fold(str(value)) for value in (gold.quote, gold.values.get("name", ""))}
    met = sum(
        fold(value) == fold(cells["name"]) or any(same_words(value, other) for other in theirs)
        for value in mine
    )
    meeting = sum(
        fold(value) in own or any(same_words(value, other) for other in mine) for value in theirs
    )
    return met * 2 >= len(mine) and meeting * 2 >= len(theirs)


def _month_of(pair: Sequence[str]) -> str:
    """Return the EDTF month that a pair of first and last day may stand for."""
    return pair[0][:7] if pair[0].endswith("-01") and pair[0][:7] == pair[1][:7] else pair[0]


def _same(value: Any, cell: str, name: str) -> bool:
    """Return whether one gold value and one cell say the same."""
    if is_empty(value) or is_empty(cell):
        return is_empty(value) and is_empty(cell)
    if name in _NUMBERS:
        return _same_number(str(value), cell)
    if name in _LISTS:
        return _same_list(value if isinstance(value, list) else [value], cell)
    if name == "period":
        return _years(fold(str(value))) == _years(fold(cell))
    if name in _EXACT:
        return fold(str(value)) == fold(cell)
    return same_words(str(value), cell)


def _years(text: str) -> str:
    """Return a text with each pair of years written one way."""
    return _YEARS.sub(r"\1-\2", text)


def _same_number(value: str, cell: str) -> bool:
    """Return whether two numerals have one value."""
    try:
        return Decimal(value.replace(",", "")) == Decimal(cell.replace(",", ""))
    except InvalidOperation:
        return fold(value) == fold(cell)


def _same_list(values: Sequence[Any], cell: str) -> bool:
    """Return whether at least half of the items of each side have a partner on the other."""
    items = cell.split("; ")
    met = sum(any(same_words(str(value), item) for item in items) for value in values)
    meeting = sum(any(same_words(str(value), item) for value in values) for item in items)
    return met * 2 >= len(values) and meeting * 2 >= len(items)


def same_words(left: str, right: str) -> bool:
    """Return whether the longest run of common words is at least half of the shorter wording."""
    return common_share(_words(left), _words(right)) >= 0.5


def _words(text: str) -> list[str]:
    """Return the words of a wording, without articles and punctuation."""
    return re.findall(r"[\w£.%]+", _ARTICLES.sub("", fold(text)))


def common_share(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the longest run of common words as a share of the shorter wording."""
    if not left or not right:
        return 0.0
    best, row = 0, [0] * (len(right) + 1)
    for word in left:
        row = [0] + [row[at] + 1 if word == other else 0 for at, other in enumerate(right)]
        best = max(best, *row)
    return best / min(len(left), len(right))
