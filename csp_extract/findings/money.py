"""Sums that do not agree: with their parts, with a percentage, or with themselves."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from csp_extract.findings.row import Row, finding
from csp_extract.records import (
    AmountKind,
    AmountStatus,
    FindingKind,
    FindingRow,
    Severity,
)

_NUMERAL = re.compile(r"\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
} | {"twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy-five": 75}
_PERCENT = rf"(?P<percent>\d{{1,3}}(?:\.\d{{1,2}})?|{'|'.join(_NUMBER_WORDS)})\s?(?:%|per\s?cent)"
# A share before its sum: "ten per cent (£60,000)", "fifteen per cent, that is £84,000".
_BEFORE = re.compile(
    rf"\b{_PERCENT}(?:,?\s(?:or|that is|that is to say|namely|i\.e\.|equal to)|,)?\s?\(?$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s?\({_PERCENT}\)", re.IGNORECASE)
_OF_WHICH = re.compile(r"\bof (?:which|this|that|it)\b|\bfrom which\b", re.IGNORECASE)
_ROSE = re.compile(
    rf"^[^£.;]{{0,40}}\b(?:an? )?(?:increase|rise|growth|reduction|decrease|fall|cut|drop) of"
    rf" (?:about |some |around |nearly |just over )?{_PERCENT}"
)
_BIG = Decimal("0.05")  # of the total: a miss of more is no slip of the last digit
_SETTLED = frozenset({AmountStatus.AGREED, AmountStatus.CONFIRMED, AmountStatus.RECEIVED})
_AWARDS = frozenset({AmountKind.GRANT, AmountKind.BUDGET, AmountKind.ALLOCATION})
_CELL = "money: cell"  # the source of sums in tables
_LEAST_DIGITS = 5  # shorter sums share their digits by chance


class Amount(NamedTuple):
    """A row of amounts.csv, as far as its findings need it."""

    row_id: str
    report_id: str
    text: str
    quote: str
    quote_start: int
    span: tuple[int, int]  # half-open characters of the quote
    value: Decimal | None
    is_plain: bool  # no rate, no range
    kind: str
    status: str
    funder: str
    purpose: str
    years: str
    parts: tuple[str, ...]
    is_cell: bool

    @classmethod
    def of(cls, row: Row) -> "Amount":
        """Return a row of amounts.csv."""
        quote = int(row["quote_start"])
        return cls(
            row_id=row["amount_id"],
            report_id=row["report_id"],
            text=row["text"],
            quote=row["quote"],
            quote_start=quote,
            span=(int(row["char_start"]) - quote, int(row["char_end"]) - quote),
            value=Decimal(row["value"]) if row["value"] else None,
            is_plain=not row["per"] and not row["value_max"],
            kind=row["kind"],
            status=row["status"],
            funder=row["funder"],
            purpose=row["purpose"] or row["recipient"],
            years=row["financial_years"],
            parts=tuple(row["total_of"].split("; ")) if row["total_of"] else (),
            is_cell=row["source"].startswith(_CELL),
        )

    @property
    def before(self) -> str:
        """The words of the sentence before the sum."""
        return self.quote[: self.span[0]]

    @property
    def after(self) -> str:
        """The words of the sentence after the sum."""
        return self.quote[self.span[1] :]


class Share(NamedTuple):
    """A percentage as printed, with the half of its last digit."""

    percent: Decimal
    slack: Decimal


def money_findings(rows: Sequence[Row], _: Row) -> Iterator[FindingRow]:
    """Yield what does not agree among the sums of a report, from its rows of amounts.csv."""
    amounts = [Amount.of(row) for row in rows]
    by_id = {amount.row_id: amount for amount in amounts}
    for amount in amounts:
        yield from _parts(amount, by_id)
    yield from _percentages(amounts)
    yield from _restated(amounts)


def _parts(total: Amount, by_id: Mapping[str, Amount]) -> Iterator[FindingRow]:
    """Yield a finding where a total misses the sum of its parts by more than rounding."""
    parts = [by_id[part] for part in total.parts if part in by_id]
    values = [part.value for part in parts if part.value is not None]
    whole = total.value
    if whole is None or len(values) < len(parts) or not parts:
        return
    added = sum(values, Decimal(0))
    if abs(added - whole) <= sum((_grain(one) for one in (*parts, total)), Decimal(0)) / 2:
        return
    is_big = abs(added - whole) > abs(whole) * _BIG
    yield finding(
        total.report_id,
        FindingKind.PARTS_DO_NOT_ADD_UP,
        Severity.HIGH if is_big else Severity.MEDIUM,
        f"{_pounds(whole)} is given as a total, but its {len(parts)} parts add up to"
        f" {_pounds(added)}: {_pounds(abs(added - whole))} {'more' if added > whole else 'less'}.",
        (total.row_id, *(part.row_id for part in parts)),
    )


def _percentages(amounts: Sequence[Amount]) -> Iterator[FindingRow]:
    """Yield a finding for each percentage that does not fit the sums beside it."""
    sentences: dict[tuple[str, int], list[Amount]] = {}
    for amount in amounts:
        sentences.setdefault((amount.report_id, amount.quote_start), []).append(amount)
    for group in sentences.values():
        for first, second in pairwise(group):
            yield from _share_of(first, second)
            yield from _change_between(first, second)


def _share_of(base: Amount, part: Amount) -> Iterator[FindingRow]:
    """Yield a finding where a sum is not the printed percentage of the one before it."""
    between = base.quote[base.span[1] : part.span[0]]
    share = _share(_BEFORE.search(between) or _AFTER.match(part.after))
    is_part = _OF_WHICH.search(between) or part.row_id in base.parts
    if share is None or not is_part or not base.value or part.value is None:
        return
    actual = part.value / base.value * 100
    slack = share.slack + (_grain(part) + _grain(base)) / 2 / abs(base.value) * 100
    if abs(actual - share.percent) > slack:
        yield _percentage(
            (base, part),
            f"{part.text} is called {share.percent}% of {base.text}, but is {actual:.1f}% of it.",
        )


def _change_between(first: Amount, second: Amount) -> Iterator[FindingRow]:
    """Yield a finding where "from A to B, a rise of n%" is no rise of n%."""
    between = first.quote[first.span[1] : second.span[0]]
    share = _share(_ROSE.match(second.after))
    is_change = first.before.endswith("from ") and between.strip() == "to"
    if share is None or not is_change or not first.value or second.value is None:
        return
    base = abs(first.value)
    actual = abs(second.value - first.value) / base * 100
    slack = share.slack + (_grain(first) + _grain(second)) / base * 100
    if abs(actual - share.percent) > slack:
        yield _percentage(
            (first, second),
            f"From {first.text} to {second.text} is a change of"
            f" {actual:.1f}%, not of {share.percent}%.",
        )


def _percentage(pair: tuple[Amount, Amount], message: str) -> FindingRow:
    """Return the finding of a percentage that does not fit two sums."""
    return finding(
        pair[0].report_id,
        FindingKind.PERCENTAGE_WRONG,
        Severity.MEDIUM,
        message,
        tuple(amount.row_id for amount in pair),
    )


def _share(match: re.Match[str] | None) -> Share | None:
    """Return the percentage that a match printed; words are as round as figures."""
    if match is None:
        return None
    printed = match["percent"].casefold()
    if printed in _NUMBER_WORDS:
        return Share(Decimal(_NUMBER_WORDS[printed]), Decimal("0.5"))
    decimals = len(printed.partition(".")[2])
    return Share(Decimal(printed), Decimal(5) / 10 ** (decimals + 1))


def _restated(amounts: Sequence[Amount]) -> Iterator[FindingRow]:
    """Yield a finding for each award that has two values, and for digits that changed places."""
    awards = [amount for amount in amounts if _is_award(amount)]
    told: set[frozenset[Decimal]] = set()
    for first, second in combinations(awards, 2):
        one, two = first.value, second.value
        if one is None or two is None or one == two or frozenset((one, two)) in told:
            continue
        is_swapped = _are_swapped(first, second)
        if is_swapped or _are_one_award(first, second, awards):
            told.add(frozenset((one, two)))
            yield _two_values(first, second, is_swapped=is_swapped)


def _two_values(first: Amount, second: Amount, *, is_swapped: bool) -> FindingRow:
    """Return the finding of a sum that has two values."""
    one, two = first.text, second.text
    kind = FindingKind.MISPRINT if is_swapped else FindingKind.SUM_RESTATED
    message = (
        f"{one} and {two} have the same digits in another order: one may be a misprint."
        if is_swapped
        else f"The {first.kind} of {first.years} from"
        f" {first.funder} for {first.purpose} is {one} in"
        f" one place and {two} in another."
    )
    rows = (first.row_id, second.row_id)
    return finding(first.report_id, kind, Severity.LOW, message, rows)


def _is_award(amount: Amount) -> bool:
    """Return whether a sum is money given or set for something, not a rate nor a bound."""
    return amount.is_plain and (amount.value or 0) > 0 and amount.kind in _AWARDS


def _are_swapped(first: Amount, second: Amount) -> bool:
    """Return whether two sums are long and have the same digits, two of them in other places."""
    one, two = f"{first.value:f}", f"{second.value:f}"
    if len(one) != len(two) or len(one.rstrip("0")) < _LEAST_DIGITS:
        return False
    differing = [place for place in range(len(one)) if one[place] != two[place]]
    return sorted(one) == sorted(two) and len(differing) == 2


def _are_one_award(first: Amount, second: Amount, awards: Sequence[Amount]) -> bool:
    """Return whether all that is said of two sums is the same, and they are no instalments.

    Two cells of a table are told apart by heads that no column keeps.
    """
    key = _award(first)
    if all(amount.is_cell for amount in (first, second)):
        return False
    if key is None or key != _award(second) or _are_tied(first, second):
        return False
    values = {other.value for other in awards if _award(other) == key}
    return len(values) == 2


def _award(amount: Amount) -> tuple[str, ...] | None:
    """Return who gives what for what in which year, ``None`` where any of it is not told."""
    is_told = amount.funder and amount.purpose and amount.years and "; " not in amount.years
    if not is_told or amount.status not in _SETTLED:
        return None
    words = (amount.funder, amount.purpose, amount.years, amount.kind, amount.status)
    return tuple(word.casefold().removeprefix("the ") for word in words)


def _are_tied(first: Amount, second: Amount) -> bool:
    """Return whether one sum is a part of the other."""
    return first.row_id in second.parts or second.row_id in first.parts


def _grain(amount: Amount) -> Decimal:
    """Return the worth of the last printed digit: 1,000 of "£12k", 100,000 of "£1.2m"."""
    printed, value = _NUMERAL.search(amount.text), amount.value
    if printed is None or not value:
        return Decimal(0)
    plain = Decimal(re.sub(r"[,\s]", "", printed[0]))
    decimals = len(printed[0].partition(".")[2])
    return abs(value) / plain / 10**decimals if plain else Decimal(0)


def _pounds(value: Decimal) -> str:
    """Return a sum as a reader writes it; whole units without a point."""
    return f"{value:,.2f}".removesuffix(".00")
