"""Priorities that the chains are sure of, beside those of the rules."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from csp_extract.extract.aims.lines import Line, lines_of
from csp_extract.extract.aims.lines import looks_of as looks_of_lines
from csp_extract.extract.aims.offers import Offer, offers_of
from csp_extract.extract.aims.sentences import looks_of as looks_of_offer
from csp_extract.extract.found import Found, Span
from csp_extract.extract.learned import Chain, rule_of
from csp_extract.extract.priorities.lists import item_span
from csp_extract.extract.priorities.value import ranked, value_of
from csp_extract.extract.reading import Reading
from csp_extract.records import PriorityValue

YES, NO = "Y", "N"
LINES, SENTENCES = "lines", "sentences"
_TABLE = "priorities"
_MIN_LINES = 2


class Limits(NamedTuple):
    """From which probability a line, and a list within a sentence, is one of priorities."""

    lines: float
    sentences: float


# As leaving out bodies showed them best: models/csp_en/scores.json.
LIMITS = Limits(0.4, 0.4)


class Judged(NamedTuple):
    """The lines and offers of a report, each with how likely it is one of priorities."""

    lines: Sequence[tuple[Line, float]]
    offers: Sequence[Sequence[tuple[Offer, float]]]


def sift(reading: Reading, chains: Mapping[str, Chain]) -> list[Found[PriorityValue]]:
    """Return the rows of the rules and those that the chains are sure of."""
    return sifted(reading, judge(reading, chains))


def judge(reading: Reading, chains: Mapping[str, Chain]) -> Judged:
    """Return what the chains think of each line and of each list that a sentence may hold."""
    lines, offers = lines_of(reading), offers_of(reading)
    [table] = chains[LINES].marginals([looks_of_lines(reading, lines)])
    chances = table[:, chains[LINES].column(YES)].tolist()
    flat = [[looks_of_offer(offer)] for each in offers for offer in each]
    column = chains[SENTENCES].column(YES)
    told = iter([float(row[0, column]) for row in chains[SENTENCES].marginals(flat)])
    return Judged(
        list(zip(lines, chances, strict=True)),
        [[(offer, next(told)) for offer in each] for each in offers],
    )


def sifted(reading: Reading, judged: Judged, limits: Limits = LIMITS) -> list[Found[PriorityValue]]:
    """Return the rows of the rules and of the chains, under these limits."""
    rows = list(reading.priorities)
    for new in (_of_lines(reading, judged, limits), _of_sentences(reading, judged, limits)):
        for group in new:
            if not any(row.span.overlaps(other.span) for row in group for other in rows):
                rows += group
    return sorted(rows, key=lambda row: (row.span, row.rule))


def _of_lines(
    reading: Reading, judged: Judged, limits: Limits
) -> Iterator[list[Found[PriorityValue]]]:
    """Yield the lines that are priorities, those that follow on one another as one list.

    A line alone is none, unless it goes on with a list of the rules.
    """
    run: list[Line] = []
    is_open = False  # a list of the rules ends right before the run
    for line, chance in (*judged.lines, (None, 0.0)):
        if line is not None and chance >= limits.lines and not line.is_ruled:
            run.append(line)
            continue
        is_ruled = line is not None and line.is_ruled
        if len(run) >= _MIN_LINES or (run and (is_open or is_ruled)):
            yield _list_of(reading, run)
        run, is_open = [], is_ruled


def _list_of(reading: Reading, run: Sequence[Line]) -> list[Found[PriorityValue]]:
    """Return the rows of a list of lines; a line that is too long is none."""
    spans = [span for line in run if (span := item_span(reading, line.place)) is not None]
    block = run[0].block
    above = reading.report.slice(reading.blocks[block.lead_in]) if block.lead_in >= 0 else ""
    value = value_of(reading, above or block.section, block, len(spans))
    return [_row(span, value, rank) for rank, span in enumerate(spans, 1)]


def _of_sentences(
    reading: Reading, judged: Judged, limits: Limits
) -> Iterator[list[Found[PriorityValue]]]:
    """Yield the likeliest list of each sentence in which rules found none."""
    for offers in judged.offers:
        best, chance = max(offers, key=lambda each: each[1])
        passage = best.passage
        is_ruled = any(row.span.overlaps(passage.span) for row in reading.priorities)
        if chance >= limits.sentences and not is_ruled:
            lead = reading.report.text[passage.start : best.items[0].start]
            value = value_of(reading, lead, passage.block, len(best.items))
            yield [_row(span, value, rank) for rank, span in enumerate(best.items, 1)]


def _row(span: Span, value: PriorityValue, rank: int) -> Found[PriorityValue]:
    """Return the row of an item."""
    return Found(span, ranked(value, rank), rule_of(_TABLE))
