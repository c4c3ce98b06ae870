"""What a paragraph goes on about: sums whose own sentence leaves open what the one before told."""

import re
from collections.abc import Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.money.getters import TO_MANY
from csp_extract.extract.money.kinds import kind_of
from csp_extract.extract.money.setting import as_head
from csp_extract.extract.money.statuses import status_of
from csp_extract.extract.money.years import single_year, spanned_years
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountKind, AmountStatus, AmountValue

# A sentence that goes on about the money of the one before.
_TAKES_UP = re.compile(
    r"(?:(?:It|They|This|That|These|Those|He|She|Of (?:it|this|that|these|the)|Half|Part|All)\b"
    r"|(?:The|A) (?:sum|amount|grant|award|allocation|money|fund|funding|budget|first|second|third"
    r"|balance|rest|remainder|remaining|total|other|cost|price|further|final|net|same)\b)"
)
_GIVEN = frozenset(
    {AmountKind.GRANT, AmountKind.ALLOCATION, AmountKind.CONTRIBUTION, AmountKind.MATCH_FUNDING}
)
# Sums of a paragraph that share its year.
_YEARLY = _GIVEN | {AmountKind.BUDGET}
_A_NAME = re.compile(r"[A-Z][\w’'-]*(?: (?:(?:of|and|the) )?[A-Z][\w’'-]*){0,3}")
_VERB = re.compile(r"\s(?:is|was|are|were|has|have|had|will|would|can|may|which)\s")
# Sums of which several in a sentence are told what they are by the first.
_SHARED = frozenset({AmountKind.GRANT, AmountKind.ALLOCATION, AmountKind.CONTRIBUTION})
_CUT_OFF = frozenset({AmountStatus.TOP_SLICED, AmountStatus.RETURNED, AmountStatus.CARRIED_FORWARD})
# "2023/24: £40,000": a year's share of the sum told before.
_YEAR_LINE = re.compile(r"(?:20)?\d\d ?[/–-] ?(?:20)?\d\d ?[=:–-] ?£\S+$")
# "Of this £4,000 is for gates": shares of the sum told before.
_OF_THAT = re.compile(
    r"(?:Of|Out of|From|Within) (?:this|that|it|which|these)\b|Some £\S+ of (?:this|that)"
)
# "They are £4,000 for Ashby and": the sums of what the sentence before speaks of.
_ARE = re.compile(
    r"(?:They|These|It|This|That) (?:is|are|was|were|comes? to|came to|amounts? to)\b"
)
_IS_SUM = re.compile(rf"{_ARE.pattern}\s(?:now\s|to be\s)?£")


def with_topics(
    reading: Reading, amounts: Sequence[Found[AmountValue]]
) -> list[Found[AmountValue]]:
    """Return the sums with payer, purpose and year carried on from the sentence before."""
    found: list[Found[AmountValue]] = []
    for amount in amounts:
        home = reading.passage_at(amount.span.start)
        if home is None or home.block.table >= 0:
            found.append(amount)
            continue
        last = reading.passage_at(found[-1].span.start) if found else None
        told = found[-1].value if last is not None else None
        if last is not None and told is not None and not told.financial_years:
            told = replace(told, financial_years=_years_before(reading, found, last))
        carried = _named(reading, home, amount.value)
        if last is not None and told is not None:
            span = amount.span.start - home.start
            between = home.text[max(0, found[-1].span.end - home.start) : span]
            carried = _carried(home, last, told, carried, between=between)
        found.append(replace(amount, value=carried))
    return found


def _years_before(
    reading: Reading, found: Sequence[Found[AmountValue]], last: Passage
) -> tuple[str, ...]:
    """Return the years of the nearest sum before in a paragraph that has any."""
    for amount in reversed(found):
        home = reading.passage_at(amount.span.start)
        if home is None or home.block_index != last.block_index:
            break
        if amount.value.financial_years:
            return amount.value.financial_years
    return ()


def _named(reading: Reading, home: Passage, value: AmountValue) -> AmountValue:
    """Return a sum whose sentence only says how much, as what the sentence before names."""
    before = reading.passages[home.index - 1] if home.index else None
    if before is None or before.block_index != home.block_index:
        return value
    if "£" in before.text or not _ARE.match(home.text):
        return value
    years = value.financial_years or spanned_years(before.text) or single_year(before.text)
    if value.kind is not None:
        is_of_year = value.kind in _YEARLY and bool(_IS_SUM.match(home.text))
        return replace(value, financial_years=years) if is_of_year else value
    whole = as_head(before.text)
    kind = kind_of(whole)
    is_open = value.status is AmountStatus.UNSTATED
    told = status_of(whole, kind) if is_open else None
    named = replace(value, kind=kind, status=told or value.status, financial_years=years)
    is_getter = bool(TO_MANY.search(before.text) and _A_NAME.fullmatch(value.purpose))
    if value.recipient or not is_getter:
        return named
    return replace(named, recipient=value.purpose, purpose="")  # "to the districts. They are"


def _carried(
    home: Passage, last: Passage, told: AmountValue, value: AmountValue, *, between: str
) -> AmountValue:
    """Return a sum with what is open taken from the sum before, if its sentence takes it up.

    ``between`` are the words from the sum before in one sentence.
    """
    is_next = last.index == home.index - 1
    if is_next and value.kind is None and _YEAR_LINE.match(home.text):
        return _as_share(value, told, told.kind)
    is_listed = not _VERB.search(between) or bool(_OF_THAT.match(home.text))
    if home.index == last.index and is_listed and value.kind is None and told.kind in _SHARED:
        return replace(_as_share(value, told, told.kind), purpose=value.purpose)
    if home.block_index != last.block_index or home.index == last.index:
        return value
    if value.kind is None and _OF_THAT.match(home.text):
        return _as_share(value, told, AmountKind.ALLOCATION)
    if not _TAKES_UP.match(home.text):
        is_open = value.kind in _YEARLY and not value.financial_years
        years = told.financial_years if is_open and len(told.financial_years) == 1 else ()
        return replace(value, financial_years=years) if years else value
    is_given = (value.kind or told.kind) in _GIVEN and told.kind in _GIVEN
    return replace(
        value,
        kind=value.kind or told.kind,
        funder=value.funder or (told.funder if is_given else ""),
        financial_years=value.financial_years or told.financial_years,
    )


def _as_share(value: AmountValue, told: AmountValue, kind: AmountKind | None) -> AmountValue:
    """Return a share with what is said of the whole, but for what it says of itself."""
    is_open = value.status is AmountStatus.UNSTATED
    return replace(
        value,
        kind=kind,
        status=told.status if is_open and told.status not in _CUT_OFF else value.status,
        funder=value.funder or told.funder,
        recipient=value.recipient or told.recipient,
        purpose=value.purpose or (told.purpose if kind is told.kind else ""),
        financial_years=value.financial_years or told.financial_years,
    )
