"""Things named beside their money: items of a capital budget, headings of an award."""

import re
from collections.abc import Iterator, Sequence

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import is_person, is_refused, kind_of
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import Block, BlockKind

_ITEMS = frozenset({BlockKind.BULLET, BlockKind.PARAGRAPH})
# "Tarn Lamps £40k - put off", "2. Server room £12,000."
_PRICED = re.compile(
    r"(?:\d{1,2}\.\s)?(?P<name>[A-Z][\w’'&/-]+(?:\s[\w’'&/-]+){0,8}?)\s?(?:[-–—:]\s?)?"
    r"(?:(?:an?\s)?additional\s)?£\d"
)
_CAPITAL = re.compile(r"\b(?:capital|projects?|schemes?|works)\b", re.IGNORECASE)
# Kinds of cost, which a thing has and is not.
_COST = re.compile(
    r"\b(?:total|budget|costs?|salar\w+|fees?|income|expenditure|grants?|funding|reserves?|balance|savings?"
    r"|receipts?|underspend|overspend|contingency|increase|decrease|reduction|loss|between|of|at|over)$",
    re.IGNORECASE,
)
# "Beck Trust – Night Van", "Tarn Police – Bikes for Holm – A. Clerk".
_AWARD = re.compile(
    r"(?P<who>[^–—]{3,60}?)\s[–—-]\s(?P<what>[A-Z][^–—£]{3,60}?)(?:\s[–—-]\s[^–—]{3,40})?$"
)
_AWARDED = re.compile(r"\b(?:award(?:ed|s|ing)?|grant(?:ed)?|fund(?:ed)?)\b[^.]{0,80}£\d")
_NEAR = 2  # blocks after a heading that may tell of its award
_LEAST = 2  # items of a budget


def priced_names(reading: Reading) -> Iterator[Reads[str]]:
    """Yield the items of lists of capital schemes and the things that awards are headed by."""
    yield from _capital_items(reading)
    for index, block in enumerate(reading.blocks):
        if block.kind is BlockKind.HEADING and (span := _awarded(reading, index)):
            yield Reads(span, reading.report.text[span.start : span.end], "heading of an award")


def _capital_items(reading: Reading) -> Iterator[Reads[str]]:
    """Yield the items that open with a thing and its cost, where a list of schemes has several."""
    runs: dict[str, list[Span]] = {}
    for block in reading.blocks:
        if block.kind not in _ITEMS or not _CAPITAL.search(_above(reading, block)):
            continue
        match = _PRICED.match(reading.report.slice(block))
        if match and _is_thing(match["name"]):
            start, end = match.span("name")
            runs.setdefault(block.section, []).append(Span(block.start + start, block.start + end))
    for spans in runs.values():
        yield from _reads(reading, spans)


def _reads(reading: Reading, spans: Sequence[Span]) -> Iterator[Reads[str]]:
    """Yield the items of one list, where they are more than one sentence by chance."""
    if len(spans) >= _LEAST:
        for span in spans:
            words = reading.report.text[span.start : span.end]
            yield Reads(span, words, "item of a capital budget")


def _above(reading: Reading, block: Block) -> str:
    """Return what stands over an item: its heading, and the sentence that leads it in."""
    lead = reading.report.slice(reading.blocks[block.lead_in]) if block.lead_in >= 0 else ""
    return f"{block.section} {lead}"


def _is_thing(name: str) -> bool:
    """Return whether an item names a thing, and no kind of cost, body or person."""
    is_body = any(party.span == Span(0, len(name)) for party in parties_in(name))
    return " " in name and not (_COST.search(name) or is_body or is_person(name))


def _awarded(reading: Reading, index: int) -> Span | None:
    """Return what a heading says after the payee, where the text tells of the award."""
    block = reading.blocks[index]
    match = _AWARD.match(reading.report.slice(block))
    if match is None or (is_refused(match["what"]) and not kind_of(match["what"])):
        return None
    following = reading.blocks[index + 1 : index + 1 + _NEAR]
    told = " ".join(
        reading.report.slice(one) for one in following if one.kind is not BlockKind.HEADING
    )
    is_paid = _AWARDED.search(told) is not None and match["who"] in told
    if not is_paid or any(
        party.span.end == len(match["what"]) for party in parties_in(match["what"])
    ):
        return None
    start, end = match.span("what")
    return Span(block.start + start, block.start + end)
