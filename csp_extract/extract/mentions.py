"""The one way from a laid-out report to mentions with ids and proof."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language

from csp_extract.extract.components import attach, reading_of
from csp_extract.extract.confidence import confidence_of
from csp_extract.extract.found import Found, Span, Target
from csp_extract.extract.reading import Reading
from csp_extract.records import About, Mention, Provenance, Report, TextSource, folded, id_of
from csp_extract.settings import Given

# Table names with the letter that begins the ids of their rows.
ID_LETTERS: Mapping[str, str] = {
    "dates": "d",
    "amounts": "a",
    "initiatives": "i",
    "priorities": "p",
    "commitments": "c",
    "decisions": "v",
    "measures": "m",
    "candidates": "k",
}
_LISTS = frozenset({"total_of", "priority_ids", "amount_ids", "date_ids"})


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one report says: of itself, and its mentions by table in reading order."""

    about: About
    mentions: Mapping[str, tuple[Mention[Any], ...]]


def extract_mentions(nlp: Language, report: Report, report_id: str, given: Given) -> Extraction:
    """Run the pipeline over a laid-out report and return what it says, with ids and proof."""
    doc = nlp.make_doc(report.text)
    attach(doc, report, given)
    reading = reading_of(nlp(doc))
    found = {table: list(getattr(reading, table)) for table in ID_LETTERS}
    ids = {table: _ids(reading, report_id, table, rows) for table, rows in found.items()}
    by_span = {
        table: dict(zip((row.span for row in reversed(rows)), reversed(ids[table]), strict=True))
        for table, rows in found.items()
    }
    mentions = {
        table: tuple(
            Mention(row_id, _prove(reading, report_id, table, mention), _point(mention, by_span))
            for row_id, mention in zip(ids[table], rows, strict=True)
        )
        for table, rows in found.items()
    }
    return Extraction(reading.about, mentions)


def _ids(reading: Reading, report_id: str, table: str, rows: Sequence[Found[Any]]) -> list[str]:
    """Return the id of each row: a hash of report, table, page, folded text and its ordinal."""
    seen: Counter[tuple[int, str]] = Counter()
    ids: list[str] = []
    for mention in rows:
        page = _pages(reading.report, mention.span)[0]
        words = folded(reading.report.text[mention.span.start : mention.span.end])
        seen[page, words] += 1
        place = (report_id, table, str(page), words, str(seen[page, words]))
        ids.append(id_of(ID_LETTERS[table], *place))
    return ids


def _point(mention: Found[Any], ids: Mapping[str, Mapping[Span, str]]) -> Any:
    """Return the mention's value with the ids of the rows it points at filled in."""
    cells = {
        column: _ids_of(targets, ids, is_list=column in _LISTS)
        for column, targets in mention.targets.items()
    }
    return replace(mention.value, **cells) if cells else mention.value


def _ids_of(
    targets: Sequence[Target], ids: Mapping[str, Mapping[Span, str]], *, is_list: bool
) -> tuple[str, ...] | str:
    """Return the ids of the targets that became rows; of a single column, the first."""
    found = tuple(ids[table][span] for table, span in targets if span in ids[table])
    return found if is_list else next(iter(found), "")


def _pages(report: Report, span: Span) -> tuple[int, int]:
    """Return the pages of the first and the last word of a span."""
    places = report.places_of(span.start, span.end)
    return (places[0].box.page, places[-1].box.page) if places else (0, 0)


def _prove(reading: Reading, report_id: str, table: str, mention: Found[Any]) -> Provenance:
    """Return where a mention stands."""
    report, span = reading.report, mention.span
    passage, last = reading.passage_at(span.start), reading.passage_at(span.end - 1)
    if passage is None or last is None:
        raise ValueError(f"characters {span} stand in no passage of {report_id}")
    quote = Span(min(passage.start, span.start), max(passage.end, last.end, span.end))
    page, page_end = _pages(report, span)
    return Provenance(
        report_id=report_id,
        page=page,
        page_end=page_end,
        para=passage.block.para or f"p{page}",
        section=passage.block.section,
        text=report.text[span.start : span.end],
        char_start=span.start,
        char_end=span.end,
        quote=report.text[quote.start : quote.end],
        quote_start=quote.start,
        bbox=report.boxes_of(span.start, span.end),
        text_source=TextSource.OCR if page in report.ocr_pages else TextSource.TEXT,
        confidence=_confidence(report, table, mention),
        source=mention.rule,
    )


def _confidence(report: Report, table: str, mention: Found[Any]) -> float | None:
    """Return how often such a row is right: its rule, and the characters that it was read from."""
    span, usual = mention.span, confidence_of(table, mention.rule)
    return None if usual is None else usual * report.confidence_of(span.start, span.end)
