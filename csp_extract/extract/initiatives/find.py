"""The initiatives of a report: each once, with every mention and what is said of it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from csp_extract.extract.found import Found, Span, Target
from csp_extract.extract.initiatives.by_use import names_by_use
from csp_extract.extract.initiatives.course import is_put_off
from csp_extract.extract.initiatives.funders import funder_of, funder_of_table
from csp_extract.extract.initiatives.funds import own_funds
from csp_extract.extract.initiatives.gather import gather
from csp_extract.extract.initiatives.kind import kind_of_thing
from csp_extract.extract.initiatives.listed import listed_names, table_names
from csp_extract.extract.initiatives.merge import merge, other_names
from csp_extract.extract.initiatives.parties import lead_of, partners_of
from csp_extract.extract.initiatives.people import audience_of, reach_of
from csp_extract.extract.initiatives.places import area_of
from csp_extract.extract.initiatives.priced import priced_names
from csp_extract.extract.initiatives.rows import cells_beside, count_in
from csp_extract.extract.initiatives.rules import read_names
from csp_extract.extract.initiatives.series import in_series
from csp_extract.extract.initiatives.status import stage_of
from csp_extract.extract.initiatives.thing import Thing
from csp_extract.extract.initiatives.topics import LONE, is_heading_name, is_run_in, topic_of
from csp_extract.extract.initiatives.words import lexicon
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind, InitiativeKind, InitiativeStatus, InitiativeValue
from csp_extract.themes import themes_in

_READ = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.BULLET,
        BlockKind.CELL,
        BlockKind.FOOTNOTE,
        BlockKind.HEADING,
    }
)
# Under these heads papers are listed and nothing is reported.
_SHELF = re.compile(
    r"\b(?:papers relied on|papers used|sources"
    r"|background (?:papers|documents|reading|information and papers)"
    r"|list of appendices|appendices"
    r"|(?:legal|financial|equalit\w+|resource|data protection)\b|implications"
    r"|supporting documents|glossary|contents|minutes of the (?:last|previous) meeting)\b",
    re.IGNORECASE,
)


_PAYEES = re.compile("|".join(lexicon()["payees"]["heads"]), re.IGNORECASE)
# Between a name and the noun that says what it is.
_APPOSED = re.compile(
    r"(?:[.:]\s(?:The|This)|[”\"’]?(?:,|\s[–—-])\s(?:a|an|the|our|its)(?:\snew)?)\s"
)


def find_initiatives(reading: Reading) -> list[Found[InitiativeValue]]:
    """Return the initiatives of the report in the order of their first mention."""
    things = merge(reading, _candidates(reading))
    gather(reading, things)
    return [_found(reading, thing) for thing in things]


def complete(
    reading: Reading, names: Sequence[Reads[str]], known: Sequence[Found[InitiativeValue]]
) -> list[Found[InitiativeValue]]:
    """Return the initiatives of further names, each once, but for those that are known."""
    told = {name.casefold() for row in known for name in (row.value.name, *row.value.aliases)}
    things = merge(reading, [Thing(reads.span, reads.value, reads.rule) for reads in names])
    things = [thing for thing in things if thing.name.casefold() not in told]
    gather(reading, things)
    return [_found(reading, thing) for thing in things]


def _candidates(reading: Reading) -> list[Thing]:
    """Return what could be an initiative, in order, none overlapping another."""
    things = [
        Thing(reads.span, reads.value, reads.rule, lead) for reads, lead in listed_names(reading)
    ]
    taken = [row.span for row in reading.priorities] + [_payee(reading, one) for one in things]
    things += [Thing(reads.span, reads.value, reads.rule) for reads in priced_names(reading)]
    for reads in table_names(reading):
        things.append(Thing(reads.span, reads.value, reads.rule))
        taken.append(_rest_of_cell(reading, reads.span))
    for passage in reading.passages:
        if is_read(reading, passage):
            for reads in _names_in(reading, passage):
                span = Span(passage.start + reads.span.start, passage.start + reads.span.end)
                things.append(Thing(span, reads.value, reads.rule))
    others = (*in_series(reading), *names_by_use(reading), *own_funds(reading))
    things += [Thing(reads.span, reads.value, reads.rule) for reads in others]
    kept: list[Thing] = []
    for thing in things:
        if not any(thing.span.overlaps(other) for other in (*taken, *(one.span for one in kept))):
            kept.append(thing)
    return sorted(_not_again(reading, kept), key=lambda thing: thing.span)


def _payee(reading: Reading, item: Thing) -> Span:
    """Return what stands before the name of an item: whom the money for it goes to."""
    passage = reading.passage_at(item.span.start)
    return Span(passage.start, item.span.start) if passage else item.span


def _rest_of_cell(reading: Reading, name: Span) -> Span:
    """Return what a cell says after the name that it opens with."""
    passage = reading.passage_at(name.start)
    return Span(name.end, max(passage.block.end, name.end)) if passage else name


def _not_again(reading: Reading, things: list[Thing]) -> Iterator[Thing]:
    """Yield the things, but for nouns that only say what a name beside them is."""
    for thing in things:
        is_noun = thing.name.islower()
        if not is_noun or not any(_is_said_of(reading, thing, other) for other in things):
            yield thing


def _is_said_of(reading: Reading, noun: Thing, name: Thing) -> bool:
    """Return whether a noun goes with a name: "Bright Doors. The scheme", "a scheme, Bright"."""
    text = reading.report.text
    if name.name.islower():
        return False
    if name.span.end <= noun.span.start:
        between = text[name.span.end : noun.span.start]
        return _APPOSED.fullmatch(between) is not None
    return re.fullmatch(r",\s[“\"‘]?", text[noun.span.end : name.span.start]) is not None


def _names_in(reading: Reading, passage: Passage) -> list[Reads[str]]:
    """Return the names that a passage tells, but for what only looks like one in its place."""
    names = read_names(passage.text)
    if passage.block.kind is BlockKind.HEADING:
        return [name for name in names if is_heading_name(passage.text, name)]
    if passage.block.kind is BlockKind.CELL:
        names = [name for name in names if " " in name.value or name.rule not in LONE]
    if passage.is_first and (topic := topic_of(reading, passage)):
        names = [topic, *(name for name in names if not name.span.overlaps(topic.span))]
    return [name for name in names if not is_run_in(reading, passage, name)]


def is_read(reading: Reading, passage: Passage) -> bool:
    """Return whether a passage is text of the report that may tell of an initiative."""
    block = passage.block
    if block.table >= 0 and _PAYEES.fullmatch(reading.head_of(block)):
        return False
    is_column = block.is_head and not block.col_head and block.row <= 0
    return block.kind in _READ and not is_column and not _SHELF.search(block.section)


def _found(reading: Reading, thing: Thing) -> Found[InitiativeValue]:
    """Return an initiative with what its row and its sentences say of it."""
    row = cells_beside(reading, thing)
    lead = row.get("lead") or lead_of(thing)
    kind = kind_of_thing(reading, thing)
    stage = stage_of(reading, thing, kind, row.get("status", ""))
    status = stage.status
    is_operation = kind is InitiativeKind.OPERATION
    if is_operation and status is InitiativeStatus.UNSTATED and not is_put_off(thing):
        status = InitiativeStatus.IN_PROGRESS  # an operation that is told of without an end runs
    value = InitiativeValue(
        name=thing.name,
        aliases=other_names(thing),
        kind=kind,
        status=status,
        status_date=stage.since,
        lead=lead,
        funder=row.get("funder") or funder_of(thing) or funder_of_table(reading, thing),
        partners=partners_of(thing, lead),
        audience=row.get("audience") or audience_of(thing),
        reach=count_in(row.get("reach", "")) or reach_of(thing),
        area=row.get("area") or area_of(reading, thing),
        themes=_themes_of(thing),
        mentions=tuple(
            f"{clause.passage.start + clause.span.start}-{clause.passage.start + clause.span.end}"
            for clause in thing.mentions
        ),
    )
    return Found(thing.span, value, f"initiatives: {thing.rule}", _targets(reading, thing))


def _themes_of(thing: Thing) -> tuple[str, ...]:
    """Return its themes: by its name, else by the heading above it, else by its sentence."""
    texts = [thing.name, *thing.aliases]
    blocks = [clause.passage.block for clause in thing.mentions]
    return (
        themes_in(" / ".join(texts))
        or next((found for block in blocks if (found := themes_in(block.section))), ())
        or next((found for clause in thing.mentions if (found := themes_in(clause.text))), ())
    )


def _targets(reading: Reading, thing: Thing) -> dict[str, tuple[Target, ...]]:
    """Return the sums and dates told in the same sentences, and the priority told as heading."""
    near = [clause.passage.span for clause in thing.mentions] + _row_spans(reading, thing)
    amounts = _within([row.span for row in reading.amounts], near)
    dates = _within([row.span for row in reading.dates], near)
    found = {"amounts": amounts, "dates": dates, "priorities": _priorities_above(reading, thing)}
    columns = {"amounts": "amount_ids", "dates": "date_ids", "priorities": "priority_ids"}
    return {
        columns[table]: tuple(Target(table, span) for span in spans)
        for table, spans in found.items()
        if spans
    }


def _within(spans: Sequence[Span], near: Iterable[Span]) -> list[Span]:
    """Return those of spans in order that stand within others."""
    held = set()
    for span in near:
        place = bisect_left(spans, (span.start, 0))
        while place < len(spans) and spans[place].start < span.end:
            if span.holds(spans[place]):
                held.add(place)
            place += 1
    return [spans[place] for place in sorted(held)]


def _row_spans(reading: Reading, thing: Thing) -> list[Span]:
    """Return the cells of the rows that name it."""
    rows = {
        (clause.passage.block.table, clause.passage.block.row)
        for clause in thing.mentions
        if clause.passage.block.kind is BlockKind.CELL
    }
    return [
        other.span
        for other in reading.passages
        if rows and (other.block.table, other.block.row) in rows
    ]


def _priorities_above(reading: Reading, thing: Thing) -> Sequence[Span]:
    """Return the priorities whose words stand in a heading above a mention."""
    headings = {text.casefold() for clause in thing.mentions for text in clause.passage.block.path}
    text = reading.report.text
    return [
        row.span
        for row in reading.priorities
        if any(text[row.span.start : row.span.end].casefold() in heading for heading in headings)
    ]
