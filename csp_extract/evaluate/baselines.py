"""What simple means would find in the same texts, so that a reader sees what ours is worth.

``search_dates`` of dateparser for dates, a plain expression for sums of money, and runs of
capitalised words for initiatives.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from csp_extract.evaluate.rows import PredictedReport, PredictedRow

_SUM = re.compile(r"£\s?(\d[\d,]*(?:\.\d+)?)")
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
_EMPTY = {"total_of": "", "aliases": "", "para": "", "source": "baseline"}


def baseline(report: PredictedReport) -> PredictedReport:
    """Return what the simple means find in a report's text."""
    rows: Mapping[str, tuple[PredictedRow, ...]] = {
        **dict.fromkeys(report.rows, ()),
        "dates": tuple(_dates(report.text)),
        "amounts": tuple(_sums(report.text)),
        "initiatives": tuple(_names(report.text)),
    }
    return replace(report, rows=rows)


def _row(table: str, start: int, end: int, text: str, cells: Mapping[str, str]) -> PredictedRow:
    """Return a row at a place of the text."""
    return PredictedRow(table, f"{table}{start}", start, end, {**_EMPTY, "text": text, **cells})


def _dates(text: str) -> Iterator[PredictedRow]:
    """Yield what ``search_dates`` finds, line by line as it expects prose."""
    from dateparser.search import search_dates  # noqa: PLC0415 slow to load

    settings = {"DATE_ORDER": "DMY", "RETURN_TIME_SPAN": False}
    at = 0
    for line in text.split("\n"):
        found = search_dates(line, languages=["en"], settings=settings) or []
        place = 0
        for words, moment in found:
            start = line.find(words, place)
            if start < 0:
                continue
            place = start + len(words)
            month = re.fullmatch(r"[A-Za-z]+ \d{4}", words)
            first = moment.date().replace(day=1) if month else moment.date()
            last = first
            if month:
                last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
            cells = {"start": first.isoformat(), "end": last.isoformat()}
            yield _row("dates", at + start, at + place, words, cells)
        at += len(line) + 1


def _sums(text: str) -> Iterator[PredictedRow]:
    """Yield every figure after a pound sign."""
    for match in _SUM.finditer(text):
        value = Decimal(match[1].replace(",", ""))
        cells = {"value": str(value), "value_max": "", "currency": "GBP"}
        yield _row("amounts", match.start(), match.end(), match[0], cells)


def _names(text: str) -> Iterator[PredictedRow]:
    """Yield every run of capitalised words."""
    for match in _NAME.finditer(text):
        yield _row("initiatives", match.start(), match.end(), match[0], {"name": match[0]})
