"""What a sum is, in the words of its clause: kind, status, parties, purpose, years."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from csp_extract.extract.found import Span
from csp_extract.extract.money.words import cues, lexicon
from csp_extract.extract.organisations import Party, parties_in
from csp_extract.records import AmountKind, AmountStatus, Per, Qualifier, Scope

Code = TypeVar("Code", bound=StrEnum)

_CLAUSE = re.compile(
    r"[;:]\s|,\s(?:and|but|with|which|while|plus|of which|against)\s"
    r"|,\s(?=£\S{1,12}\s(?:having|was|were|is|has|will)\s)"
    r"|\sand\s(?!20\d\d)(?=(?:\S+\s){0,4}?(?:will|was|were|is|are|has|have|had|may|can)\s)"
    r"|\swith\s(?=the sum|a further)"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?!\d)")
_NEAR = 70  # characters from a cue to the sum it is about
# "awarded the partnership a grant of £5,000": what stands between who gets it and the sum.
_OBJECT = re.compile(r"\s(?:a|an|the|its|another)\s(?:[\w’'&-]+\s){0,7}?of\s")
_COST_OF = re.compile(
    r"\b(?:cost|price|budget|estimate|quotation)s?\s(?:of|for)\s(?:the\s|a\s|an\s)?"
    r"(?P<what>(?!£)[\w’'-]+(?:\s[\w’'-]+){0,6}?)\s"
    r"(?:is|was|are|were|will be|has been|came to|at|of)\s"
    r"(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_HAS_COST = re.compile(
    r"(?:^|\b(?:[Tt]he|[Aa]n?|[Tt]hese|[Tt]wo|[Ii]ts)\s)(?P<what>(?!It\b|This\b|That\b|They\b)[\w’'-]+"
    r"(?:\s(?!which|that|and|has|have)[\w’'-]+){0,5}?)\s(?:has\s|have\s|had\s|will\s|would\s)?cost(?:s|ing)?\s"
    r"(?:\w+\s){0,3}$"
)
_PURPOSE_END = re.compile(
    r"[.;,:)]|\sand\s(?:the\s)?(?:[A-Z]\w+\s){1,5}\w+ed\s"
    r"|\s(?:in|during|from|which|and (?:was|is|will)|but|with|by"
    r"|after|following|until|at|as|across|for(?= 20\d\d))\s|$"
)
_PURPOSE_WORDS = 12
_PEOPLE = frozenset({"members", "officers", "councillors", "residents", "partners"})
_BID = re.compile(r"\b(?:bids?|bidding|appl(?:y|ied|ying)|applications?|requests?)\b")
_NO_RECIPIENTS = frozenset(
    {"It", "This", "We", "They", "Officers", "Members", "He", "She", "There"}
)


def clause_at(text: str, span: Span) -> Span:
    """Return the clause of a passage that holds a sum."""
    start, end = 0, len(text)
    for match in _CLAUSE.finditer(text):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    return Span(start, end)


def nearest(section: str, text: str, clause: Span, span: Span, codes: type[Code]) -> Code | None:
    """Return the code whose cue stands nearest to a sum in its clause."""
    found: list[tuple[int, int, Code]] = []
    reach = len(text) if span.start == span.end else _NEAR  # a head speaks as a whole
    for place, code in enumerate(lexicon()[section]):
        for match in cues(section, code).finditer(text, clause.start, clause.end):
            distance = _distance(match, span)
            if distance <= reach:
                found.append((distance, place, codes(code)))
    return min(found)[2] if found else None


def _distance(match: re.Match[str], span: Span) -> int:
    """Return how far a cue stands from a sum; what stands after it counts half as much again."""
    if match.end() <= span.start:
        return span.start - match.end()
    return (match.start() - span.end) * 3 // 2


def kind_of(text: str, clause: Span, span: Span) -> AmountKind | None:
    """Return what a sum is."""
    return nearest("kinds", text, clause, span, AmountKind)


def status_of(text: str, clause: Span, span: Span) -> AmountStatus | None:
    """Return how far a sum has come; that a bid failed outweighs that it was made."""
    if cues("statuses", "unsuccessful").search(text, clause.start, clause.end):
        return AmountStatus.UNSUCCESSFUL
    return nearest("statuses", text, clause, span, AmountStatus)


def scope_of(text: str, clause: Span, span: Span) -> Scope | None:
    """Return whose sum it is, where words say so."""
    return nearest("scopes", text, clause, span, Scope)


def qualifier_of(text: str, span: Span) -> Qualifier | None:
    """Return how exactly a sum is stated, by the words right before it."""
    before = text[max(0, span.start - 30) : span.start]
    for code, words in lexicon()["qualifiers"].items():
        if code == "at_least" and before.endswith("from "):
            continue  # "£5,000 from the fund" is no floor, and "from £5,000" is a range's start
        if re.search(rf"(?<!\w)(?:{'|'.join(words)})\s?$", before, re.IGNORECASE):
            return Qualifier(code)
    return Qualifier.EXACT


def per_of(text: str, span: Span) -> Per | None:
    """Return what a rate is counted by, from the words right after the sum."""
    after = text[span.end : span.end + 30]
    for code, words in lexicon()["per"].items():
        if re.match(rf"\s?\(?(?:{'|'.join(words)})(?!\w)", after, re.IGNORECASE):
            return Per(code)
    return None


@cache
def _purpose() -> re.Pattern[str]:
    """Return the pattern of what may stand between a sum and its purpose."""
    verbs = "|".join(lexicon()["purposes"]["to"])
    return re.compile(
        rf"\s?\)?(?:\s[\w'’/-]+){{0,6}}?\s(?:(?:for|towards)\s"
        rf"(?!\d|\w+ 20\d\d|each |every |a period"
        rf"|(?:the )?(?:financial year|year|coming year|current year|next|last))"
        rf"|to\s(?=(?:{verbs})\b))"
    )


def purpose_of(text: str, clause: Span, span: Span) -> str:
    """Return what a sum is for: the words after "for", "towards" or "to", as they stand."""
    match = _purpose().match(text, span.end, clause.end)
    if match is None:
        return _bought(text[clause.start : span.start])
    end = _PURPOSE_END.search(text, match.end())
    words = text[match.end() : end.start() if end else len(text)].strip()
    if "£" in words:
        return ""
    return " ".join(words.split(" ")[:_PURPOSE_WORDS])


def _bought(before: str) -> str:
    """Return what a sum was paid for where it stands before: "the cost of X was", "X cost"."""
    match = _COST_OF.search(before) or _HAS_COST.search(before)
    return match["what"].strip() if match else ""


def parties_of(text: str, clause: Span, span: Span, own: Mapping[str, str]) -> tuple[str, str]:
    """Return funder and recipient of a sum, each empty where the clause does not say."""
    around = text[clause.start : clause.end]
    at = Span(span.start - clause.start, span.end - clause.start)
    parties = [party for party in parties_in(around, own) if party.name not in _PEOPLE]
    before = [party for party in parties if party.span.end <= at.start]
    after = [party for party in parties if party.span.start >= at.end]
    funder = _funder(around, at, before, after)
    recipient = _recipient(around, at, before, after, funder)
    if _BID.search(around[: at.start]) and recipient in {party.name for party in after}:
        return funder or recipient, ""  # a bid is made to those who would pay
    return funder, recipient


def _funder(text: str, at: Span, before: list[Party], after: list[Party]) -> str:
    """Return who pays: after "from" or "funded by", or the subject of a verb of giving."""
    for party in after:
        between = text[at.end : party.span.start]
        if re.search(r"\b(?:from|by|courtesy of)\s(?:the\s)?$", between) and len(between) < 60:
            return party.name
    for party in reversed(before):
        lead = text[max(0, party.span.start - 30) : party.span.start]
        if re.search(r"\b(?:from|funded by|provided by|awarded by|given by)\s(?:the\s)?$", lead):
            return party.name
    for party in reversed(before):
        between = text[party.span.end : at.start]
        if "£" in between and "total" in between:
            continue  # the payer of a part need not have paid the whole
        if _says("gives", between):
            return "" if _says("gets", between) else party.name
    return ""


def _recipient(text: str, at: Span, before: list[Party], after: list[Party], funder: str) -> str:
    """Return who gets it: after "to", or the subject of a verb of getting."""
    for party in after:
        between = text[at.end : party.span.start]
        if re.fullmatch(r"[\w\s]{0,40}?\bto\s(?:the\s)?", between):
            return party.name
    for party in before:
        between = text[party.span.end : at.start]
        is_object = not between.strip() or _OBJECT.fullmatch(between)
        is_given = bool(is_object) and _says("gives", text[: party.span.start][-60:])
        if party.name not in {funder} | _NO_RECIPIENTS and (is_given or _says("gets", between)):
            return party.name
    return "" if before else _getter(text[: at.start])


def _getter(before: str) -> str:
    """Return the subject of a verb of getting that names no body: a scheme, a group, an area."""
    verb = cues("parties", "gets").search(before)
    words = before[: verb.start()].strip().split(" ") if verb else []
    if words[:1] in (["The"], ["the"], ["A"], ["This"]):
        words = words[1:]
    return " ".join(words) if 0 < len(words) <= 6 and words[0] not in _NO_RECIPIENTS else ""


def _says(side: str, words: str) -> bool:
    """Return whether a verb of giving or getting stands among the words."""
    return bool(cues("parties", side).search(words)) and len(words) < 120


def years_in(labels: Iterable[str]) -> tuple[str, ...]:
    """Return financial years as tables write them, each once, in order."""
    return tuple(dict.fromkeys(labels))


def printed_years(text: str) -> Iterator[str]:
    """Yield the financial years printed in a text."""
    for match in _YEAR.finditer(text):
        first, last = int(match[1]), int(match[2])
        if (first + 1) % 100 == last:
            yield f"{first}/{last:02}"
