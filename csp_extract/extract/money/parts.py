"""What a total and its parts say of one another, where running text tells them as such."""

from collections.abc import Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Reading
from csp_extract.records import AmountKind, AmountStatus, AmountValue

Sums = list[Found[AmountValue]]

_NOT_GIVEN = frozenset({AmountKind.VARIANCE, AmountKind.SPEND, AmountKind.COST})
# Statuses of a whole that say nothing of what it is made of or goes to.
_CUT_OFF = frozenset({AmountStatus.TOP_SLICED, AmountStatus.RETURNED, AmountStatus.CARRIED_FORWARD})


def share_told(reading: Reading, found: Sums, total: int, parts: Sequence[int]) -> None:
    """Fill what is open of a total's parts from the total, and the payer from whichever tells."""
    if not _is_told_later(reading, found, total, parts):
        _share_funder(reading, found, [total, *parts])
    whole = found[total].value
    for place in parts:
        found[place] = replace(found[place], value=_as_part(found[place].value, whole))


def _is_told_later(reading: Reading, found: Sums, total: int, parts: Sequence[int]) -> bool:
    """Return whether a total follows its parts in a sentence of its own, with its own payer."""
    home = reading.passage_at(found[total].span.start)
    return home is not None and found[parts[-1]].span.end <= home.start


def _as_part(part: AmountValue, whole: AmountValue) -> AmountValue:
    """Return a part with what is said of the whole, where it does not speak for itself."""
    kind = part.kind or whole.kind
    is_open = part.status is AmountStatus.UNSTATED and kind is whole.kind
    is_told = is_open and whole.status not in _CUT_OFF
    return replace(
        part,
        kind=kind,
        status=whole.status if is_told else part.status,
        financial_years=part.financial_years or (whole.financial_years if is_open else ()),
    )


def _share_funder(reading: Reading, found: Sums, places: Sequence[int]) -> None:
    """Fill the empty funders of a total and its parts where one alone is told.

    Another body named among the sums may have paid some of them, so then nothing is filled in.
    """
    told = {found[place].value.funder for place in places} - {""}
    spans = [found[place].span for place in places]
    among = reading.report.text[min(spans).start : max(spans).end]
    if len(told) != 1 or {party.name for party in parties_in(among)} - told:
        return
    (funder,) = told
    for place in places:
        value = found[place].value
        if value.kind in _NOT_GIVEN or funder in value.recipient:
            continue  # who holds the whole, or keeps a part, does not pay it to itself
        found[place] = replace(found[place], value=replace(value, funder=funder))
