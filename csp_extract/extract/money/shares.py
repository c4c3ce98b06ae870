"""Sums of a sentence that each have a name right before them: "Ashby £400, Corby £300"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.money.getters import TO_MANY
from csp_extract.extract.money.kinds import kind_of
from csp_extract.extract.money.payers import parties_of
from csp_extract.extract.money.setting import as_head
from csp_extract.extract.money.statuses import status_of
from csp_extract.extract.money.sums import Sum
from csp_extract.extract.reading import Passage
from csp_extract.extract.rule import Reads
from csp_extract.records import AmountKind, AmountValue

# A name right before a sum: ": Ashby £400", ", the Vale £300".
_SHARE_OF = re.compile(
    r"(?:(?::|,|;|\sand)\s|\()(?:the\s)?(?P<who>[A-Z][\w’'&-]*(?:\s(?:(?:of|and|the|for)\s)?[A-Z][\w’'&-]*){0,4})"
    r"\s\(?(?:(?:about|up to|circa)\s)?$"
)
_AMONG = re.compile(r"\b(?:between|among|amongst)\s(?:the\s)?\w+")
_GIVEN_BY = re.compile(r"\bcontributions?\b[^£;.]{0,60}£\S{1,12}\s$")
_FEW = 2
_SHARED_OUT_KINDS = frozenset({AmountKind.GRANT, AmountKind.ALLOCATION, AmountKind.BUDGET})


def with_named_shares(
    passage: Passage,
    sums: Sequence[Reads[Sum]],
    found: list[Found[AmountValue]],
    own: Mapping[str, str],
) -> list[Found[AmountValue]]:
    """Return sums that each have a name right before them as the shares that these names get.

    "The grants to the clubs are: Ashby £400, Corby £300 and the Vale £200": what stands before the
    first name speaks for all.
    """
    text = passage.text
    names = [_SHARE_OF.search(text[: reads.span.start]) for reads in sums]
    if len(sums) < _FEW or not all(names[1:]) or names[0] is None:
        return _with_givers(text, names, found)
    lead = as_head(text[: names[0].start("who")])
    kind = kind_of(lead)
    if kind not in _SHARED_OUT_KINDS:
        return found
    status = status_of(lead, kind)
    funder, _ = parties_of(lead, own)
    is_getter = bool(TO_MANY.search(lead.text) or _AMONG.search(lead.text))
    shares = []
    for one, name in zip(found, names, strict=True):
        who = name["who"] if name else ""
        value = replace(
            one.value,
            kind=kind,
            status=status or one.value.status,
            funder=funder,
            recipient=who if is_getter else "",
            purpose="" if is_getter else who,
        )
        shares.append(replace(one, value=value))
    return shares


def _with_givers(
    text: str, names: Sequence[re.Match[str] | None], found: list[Found[AmountValue]]
) -> list[Found[AmountValue]]:
    """Return a whole and its parts, the names in a bracket after it as those who give them.

    "The contributions are £900 (County Council £500, Police £400)".
    """
    first = max((place for place, name in enumerate(names) if name is None), default=-1) + 1
    name = names[first] if first and len(names) - first >= _FEW else None
    if name is None or text[name.start()] != "(" or not _GIVEN_BY.search(text[: name.start()]):
        return found
    parts = [
        replace(
            one,
            value=replace(
                one.value, kind=AmountKind.CONTRIBUTION, funder=name["who"], recipient=""
            ),
        )
        for one, name in zip(found[first:], names[first:], strict=True)
        if name
    ]
    return [*found[:first], *parts]
