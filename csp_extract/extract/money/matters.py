"""What a paragraph is about, for sums that it counts without saying again what they are for.

"Alley Gates 2. The contract costs £40,000." and "A new depot was looked at. It would have cost
£2m." tell the matter once: in the head that opens the paragraph, or as the subject of the sentence,
or of the one before, where the sentence goes on about it.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from csp_extract.extract.found import Found
from csp_extract.extract.money.before import with_things_before
from csp_extract.extract.money.heads import named_section, run_in_heads
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import AmountKind, AmountValue

# Kinds whose purpose a head may tell, and those whose purpose the subject of a sentence may tell;
# the subject of a gift is who gives it.
_HEADED = frozenset(AmountKind) - {
    AmountKind.THRESHOLD,
    AmountKind.FINE,
    AmountKind.VALUE_OF_GOODS,
}
_OF_A_THING = _HEADED - {AmountKind.GRANT, AmountKind.ALLOCATION}
_VERB = (
    r"(?:is|was|are|were|has|have|had|will|would|can|could|may|starts?|started|stood|stands|costs?"
    r"|continues?|continued|remains?|ended|ends|opened|opens|began|begins|runs?|ran|went|goes"
    r"|came|comes|raised|brought)"
)
_SUBJECT = re.compile(
    r"(?:(?:In|During|For|From|Since|By|At|After)\s[^,£]{3,40},\s)?"
    r"(?P<what>(?:[\w’'&/-]+\s){0,6}?[\w’'&/-]+)(?:,\s[^£,]{3,60},)?"
    rf"(?:\s(?:for|of|with|from|in)\s(?:[\w’'&/-]+\s){{0,6}}?[\w’'&/-]+)?,?\s(?:which\s)?{_VERB}\b"
)
_GOES_ON = re.compile(
    r"(?:It(?!\s(?:is|was|has been)\s\w+ed\b)|Its|They|Their|Those"
    r"|The (?:final |total |annual )?(?:cost|costs|price|contract|bill|work|works))\b"
)
_A_NAME = re.compile(
    r"(?:(?:[Tt]he|[Aa]ll|[Bb]oth)\s)?(?P<name>(?!The\b|An?\b|Ours?\b|Only\b|Each\b)[A-Z][\w’'-]*(?:\s(?:of\s|and\s|for\s|the\s)?"
    r"(?:[A-Z0-9][\w’'-]*)){1,6})"
)
_A_THING = re.compile(r"An?\s(?P<name>(?:[a-z][\w’'-]*\s){0,4}[a-z][\w’'-]*)")
_GENERAL = re.compile(
    r"\b(?:financ\w+|funds?|funding|money|budgets?|resources?|grants?|report|reports|progress|costs?"
    r"|spending|awards?|recommendations?|sums?|amounts?|totals?|balance|underspend|overspend"
    r"|estimates?|increase|reduction|decrease|rise|cut|bids?|bill|account|contract|business case"
    r"|savings?|year|quarter|instalments?"
    r"|members|councill?ors?|officers|panel|committee|board|cabinet|chair\w*|tenders?|figures?"
    r"|table|sources?|number|review|proposal|decision|claim|motion|amendment|20\d\d)\b",
    re.IGNORECASE,
)


def with_matters(
    reading: Reading, amounts: Sequence[Found[AmountValue]], names: Collection[str]
) -> list[Found[AmountValue]]:
    """Return the sums with an empty purpose filled by what the words around are about.

    ``names`` are the things that the report names elsewhere; one of them may be a head alone.
    """
    known = {name.casefold() for name in names}
    told = [
        _told(reading, amount, known) if _is_open(amount.value) else amount for amount in amounts
    ]
    return with_things_before(reading, told)


def _is_open(value: AmountValue) -> bool:
    """Return whether a sum is for a thing that its own clause does not name."""
    return not value.purpose and value.kind in _HEADED and not value.recipient


def _told(
    reading: Reading, amount: Found[AmountValue], known: Collection[str]
) -> Found[AmountValue]:
    """Return a sum with the matter of its sentence, or else of its paragraph."""
    home = reading.passage_at(amount.span.start)
    if home is None or home.block.table >= 0:
        return amount
    is_of_a_thing = amount.value.kind in _OF_A_THING
    what = (subject_of(home) or _before(reading, home)) if is_of_a_thing else ""
    what = what or _head(reading, home, known)
    return replace(amount, value=replace(amount.value, purpose=what)) if what else amount


def subject_of(passage: Passage) -> str:
    """Return what a sentence speaks of: a thing by its name, or one brought in by "a"."""
    match = _SUBJECT.match(passage.text)
    thing = match and (_A_NAME.fullmatch(match["what"]) or _A_THING.fullmatch(match["what"]))
    return _thing(thing["name"]) if thing else ""


def _before(reading: Reading, home: Passage) -> str:
    """Return the subject of the sentence before, if a sentence goes on about it."""
    last = reading.passages[home.index - 1] if home.index else None
    if last is None or last.block_index != home.block_index or not _GOES_ON.match(home.text):
        return ""
    match = _SUBJECT.match(last.text)
    return subject_of(last) or (_thing(match["what"].removeprefix("The ")) if match else "")


def _head(reading: Reading, home: Passage, known: Collection[str]) -> str:
    """Return the nearest head over a sum that is a name: "Alley Gates. They are..."."""
    heads = (
        _thing(head)
        for head in run_in_heads(reading, home)
        if head.casefold() in known or _A_NAME.fullmatch(head)
    )
    return next(filter(None, heads), "") or named_section(home, known)


def _thing(words: str) -> str:
    """Return words that name a thing, nothing where they name a sum, a paper or a body."""
    is_party = any(len(party.name) * 2 > len(words) for party in parties_in(words))
    return "" if is_party or _GENERAL.search(words) else words
