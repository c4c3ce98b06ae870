"""The initiatives of a report: each once, with every mention and what is said of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from csp_extract.extract.found import Found, Span, Target
from csp_extract.extract.initiatives.listed import listed_names, table_names
from csp_extract.extract.initiatives.rules import kind_of, read_names
from csp_extract.extract.initiatives.state import (
    area_of,
    audience_of,
    funder_of_list,
    leader_before,
    partners_of,
    party_after,
    reach_of,
    status_of,
)
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import (
    BlockKind,
    InitiativeKind,
    InitiativeStatus,
    InitiativeValue,
    Precision,
)

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CELL, BlockKind.FOOTNOTE})
_BRACKET = re.compile(
    r"\s\((?:the\s)?[“\"‘']?(?P<short>[A-Z][\w&-]{1,14}(?:\s[A-Z][\w-]+)?)[”\"’']?\)"
)
_GENERIC = re.compile(
    r"\b(?:project|scheme|campaign|programme|initiative|pilot|strategy|training|event|service|week"
    r"|website)s?$",
    re.IGNORECASE,
)
_COINED = re.compile(r"\b(?:[A-Z][a-z]+-[A-Z][a-z]+|[A-Z][a-z]+[A-Z]\w+|[A-Z]\d\w*)\b")
_HAPPENED = re.compile(r"\b(?:held|took place|attended)\b")
_DAYS = frozenset({Precision.DAY, Precision.RANGE, Precision.MONTH})
# Kinds that go on when they were launched; the others happen and are over.
_STANDING = frozenset(
    {
        InitiativeKind.EQUIPMENT,
        InitiativeKind.PUBLICATION,
        InitiativeKind.SCHEME,
        InitiativeKind.SERVICE,
        InitiativeKind.STRATEGY,
    }
)


_NOUN_AFTER = re.compile(r"[”\"’']?\s(?P<noun>[a-z]+)\b")
_TAKEN_UP = re.compile(
    r"(?:The|This)\s(?:project|scheme|campaign|programme|initiative|pilot|training|event|service"
    r"|operation|course|toolkit|website)\b|It(?=\s(?:is|was|has|will)\b)"
)


@dataclass
class _Thing:
    """An initiative while its mentions are gathered."""

    span: Span
    name: str
    rule: str
    lead_in: str = ""
    aliases: list[str] = field(default_factory=list)
    mentions: list[tuple[Passage, Span]] = field(default_factory=list)


def find_initiatives(reading: Reading) -> list[Found[InitiativeValue]]:
    """Return the initiatives of the report in the order of their first mention."""
    things = _merged(_candidates(reading))
    for thing in things:
        _gather(reading, thing)
    return [_found(reading, thing) for thing in things]


def _candidates(reading: Reading) -> list[_Thing]:
    """Return what could be an initiative, in order, none overlapping another."""
    taken = [row.span for row in reading.priorities]
    things = [
        _Thing(reads.span, reads.value, reads.rule, lead) for reads, lead in listed_names(reading)
    ]
    things += [_Thing(reads.span, reads.value, reads.rule) for reads in table_names(reading)]
    for passage in reading.passages:
        if passage.block.kind not in _READ or passage.block.is_head:
            continue
        for reads in read_names(passage.text):
            span = Span(passage.start + reads.span.start, passage.start + reads.span.end)
            things.append(_Thing(span, reads.value, reads.rule))
    kept: list[_Thing] = []
    for thing in things:
        if not any(thing.span.overlaps(other) for other in (*taken, *(one.span for one in kept))):
            kept.append(thing)
    return sorted(kept, key=lambda thing: thing.span)


def _merged(things: Sequence[_Thing]) -> list[_Thing]:
    """Return each initiative once; another wording of its name becomes an alias."""
    kept: list[_Thing] = []
    for thing in things:
        same = next((one for one in kept if _is_same(one.name, thing.name)), None)
        if same is None:
            kept.append(thing)
        elif thing.name != same.name and thing.name not in same.aliases:
            same.aliases.append(thing.name)
    return kept


def _is_same(left: str, right: str) -> bool:
    """Return whether two names are one, but for case and head noun, or by a coined word."""
    one, two = _bare(left), _bare(right)
    coined = set(_COINED.findall(left)) & set(_COINED.findall(right))
    return bool(one) and (one == two or bool(coined))


def _bare(name: str) -> str:
    """Return a name without case, closing head noun and plural."""
    folded = re.sub(r"[“”\"‘’']", "", name.casefold()).removeprefix("the ").strip()
    folded = re.sub(r"^op\.?\s", "operation ", folded)
    bare = _GENERIC.sub("", folded).strip() if len(folded.split()) > 2 else folded
    return (bare or folded).removesuffix("s")


def _gather(reading: Reading, thing: _Thing) -> None:
    """Fill in the mentions of an initiative, and the short form its first mention explains."""
    text = reading.report.text
    bracket = _BRACKET.match(text, thing.span.end)
    if bracket:
        thing.aliases.append(bracket["short"])
    names = [thing.name, *thing.aliases]
    pattern = re.compile(
        r"(?<![\w-])(?:"
        + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        + r")(?![\w-])"
    )
    for match in pattern.finditer(text):
        passage = reading.passage_at(match.start())
        if passage is not None and match.end() <= passage.end:
            span = Span(match.start() - passage.start, match.end() - passage.start)
            thing.mentions.append((passage, span))


def _found(reading: Reading, thing: _Thing) -> Found[InitiativeValue]:
    """Return an initiative with what its sentences say of it."""
    places = [(passage.text, span) for passage, span in thing.mentions]
    places += list(_taken_up(reading, thing))
    lead = _first(party_after(text, span, "lead") for text, span in places)
    lead = lead or _first(leader_before(text, span) for text, span in places)
    funder = _first(party_after(text, span, "funder") for text, span in places)
    kind, status = _kind_and_status(reading, thing)
    value = InitiativeValue(
        name=thing.name,
        aliases=tuple(dict.fromkeys(thing.aliases)),
        kind=kind,
        status=status,
        lead=lead,
        funder=funder or funder_of_list(thing.lead_in),
        partners=next((got for text, span in places if (got := partners_of(text, span, lead))), ()),
        audience=_first(audience_of(text, span) for text, span in places),
        reach=next((count for text, span in places if (count := reach_of(text, span))), None),
        area=_first(area_of(text, span) for text, span in places),
        mentions=tuple(
            f"{passage.start + span.start}-{passage.start + span.end}"
            for passage, span in thing.mentions
        ),
    )
    return Found(thing.span, value, f"initiatives: {thing.rule}", _targets(reading, thing))


def _taken_up(reading: Reading, thing: _Thing) -> Iterator[tuple[str, Span]]:
    """Yield the sentences right after a mention that take it up as "The scheme" or "It"."""
    for passage, _ in thing.mentions:
        following = reading.passages[passage.index + 1 : passage.index + 2]
        for other in following:
            match = _TAKEN_UP.match(other.text)
            if match and other.block_index == passage.block_index:
                yield other.text, Span(*match.span())


def _kind_and_status(reading: Reading, thing: _Thing) -> tuple[InitiativeKind, InitiativeStatus]:
    """Return kind and status; what no cue says, a day told in the same sentence may."""
    kind = kind_of(thing.name) or _kind_after(reading, thing)
    status = status_of(thing.mentions, thing.lead_in)
    if kind is InitiativeKind.OPERATION:
        is_told = status not in {InitiativeStatus.UNSTATED, InitiativeStatus.RECURRING}
        return kind, status if is_told else InitiativeStatus.IN_PROGRESS
    if status is InitiativeStatus.UNSTATED:
        status = _dated_status(reading, thing, is_standing=kind in _STANDING)
    is_happening = status is InitiativeStatus.COMPLETED or any(
        re.search(r"\b(?:held|took place|attended)\b", passage.text)
        for passage, _ in thing.mentions
    )
    return kind or (InitiativeKind.EVENT if is_happening else InitiativeKind.OTHER), status


def _kind_after(reading: Reading, thing: _Thing) -> InitiativeKind | None:
    """Return the kind that the word after a name says: the “Lock It” campaign."""
    following = _NOUN_AFTER.match(reading.report.text, thing.span.end)
    return kind_of(following["noun"]) if following else None


def _dated_status(reading: Reading, thing: _Thing, *, is_standing: bool) -> InitiativeStatus:
    """Return the status that the day told with an initiative leaves: past or to come."""
    writing = reading.about.drafted_to or reading.about.drafted_from or reading.about.meeting_date
    days = [
        date.value.end
        for date in reading.dates
        for passage, _ in thing.mentions
        if passage.span.holds(date.span) and date.value.end and date.value.precision in _DAYS
    ]
    if writing is None or not days:
        return InitiativeStatus.UNSTATED
    if min(days) > writing:
        return InitiativeStatus.PLANNED
    return InitiativeStatus.IN_PROGRESS if is_standing else InitiativeStatus.COMPLETED


def _first(names: Iterable[str]) -> str:
    """Return the first name that is not empty."""
    return next((name for name in names if name), "")


def _targets(reading: Reading, thing: _Thing) -> dict[str, tuple[Target, ...]]:
    """Return the sums and dates told in the same sentences, and the priority told as heading."""
    passages = [passage.span for passage, _ in thing.mentions]
    row = [
        other.span
        for passage, _ in thing.mentions
        if passage.block.kind is BlockKind.CELL
        for other in reading.passages
        if other.block.table == passage.block.table and other.block.row == passage.block.row
    ]
    near = [*passages, *row]
    amounts = [a.span for a in reading.amounts if any(span.holds(a.span) for span in near)]
    dates = [d.span for d in reading.dates if any(span.holds(d.span) for span in near)]
    headings = {text.casefold() for passage, _ in thing.mentions for text in passage.block.path}
    priorities = [
        row.span
        for row in reading.priorities
        if any(
            reading.report.text[row.span.start : row.span.end].casefold() in heading
            for heading in headings
        )
    ]
    found = {"amount_ids": amounts, "date_ids": dates, "priority_ids": priorities}
    tables = {"amount_ids": "amounts", "date_ids": "dates", "priority_ids": "priorities"}
    return {
        column: tuple(Target(tables[column], span) for span in spans)
        for column, spans in found.items()
        if spans
    }
