"""Who pays where a sentence only says "he": the one that the sentence before speaks of.

"A new Commissioner was elected in May. He has confirmed £9,000", "The Ministry named its grant
on 2 March. It is £9,000".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.money.clause import TELLING, says
from csp_extract.extract.money.payers import may_pay, named_parties
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountKind, AmountValue

_GIVER = re.compile(r"(?:He|She|They|It)\s(?P<verb>[^£;:.]{2,80})$")
_GIFT = re.compile(r"(?:It|This|That)\s(?:is|was|will be|comes? to|came to|stands at)\s(?:\w+\s)?$")
# "The Ministry named its grant", "The Commissioner has told us of his award".
_OWN_GIFT = re.compile(
    r"[^.;£]{0,60}\b(?:his|her|its|their)\s(?:[\w-]+\s){0,3}?"
    r"(?:grants?|award|contribution|funding|allocation)\b"
)
_LEADS = re.compile(r"(?:(?:The|A|An|Our|Its)\s)?(?:(?:new|former|present|incoming)\s)?")
_PAID = frozenset(
    {AmountKind.GRANT, AmountKind.ALLOCATION, AmountKind.CONTRIBUTION, AmountKind.MATCH_FUNDING}
)


def with_antecedents(
    reading: Reading, amounts: Sequence[Found[AmountValue]]
) -> list[Found[AmountValue]]:
    """Return the sums with the payer that a pronoun stands for."""
    return [
        replace(amount, value=_given(amount.value, funder))
        if (funder := _payer(reading, amount))
        else amount
        for amount in amounts
    ]


def _given(value: AmountValue, funder: str) -> AmountValue:
    """Return a sum as what a payer gives: a grant, where no word tells what it is."""
    return replace(value, funder=funder, kind=value.kind or AmountKind.GRANT)


def _payer(reading: Reading, amount: Found[AmountValue]) -> str:
    """Return whom the pronoun that opens a sentence stands for, where it gives the sum."""
    home = reading.passage_at(amount.span.start)
    value = amount.value
    if home is None or value.funder or value.kind not in _PAID | {None} or home.index == 0:
        return ""
    last = reading.passages[home.index - 1]
    if last.block_index != home.block_index:
        return ""
    before = home.text[: amount.span.start - home.start]
    giver = _GIVER.match(before)
    if giver and not TELLING.search(giver["verb"]) and _gives(giver["verb"]):
        return _subject(last)
    return _owner(last) if _GIFT.fullmatch(before) else ""


def _gives(words: str) -> bool:
    """Return whether a pronoun gives the sum after some words, and does not get it."""
    return says("gives", words + "£") and not says("gets", words + "£")


def _subject(passage: Passage) -> str:
    """Return the first body that a sentence opens with."""
    parties = named_parties(passage.text, {})
    is_subject = bool(parties) and bool(_LEADS.fullmatch(passage.text[: parties[0].span.start]))
    return parties[0].name if is_subject and may_pay(parties[0]) else ""


def _owner(passage: Passage) -> str:
    """Return the body whose own gift a sentence speaks of."""
    for party in filter(may_pay, named_parties(passage.text, {})):
        if _OWN_GIFT.match(passage.text, party.span.end):
            return party.name
    return ""
