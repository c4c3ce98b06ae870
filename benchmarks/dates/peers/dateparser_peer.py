"""dateparser's search, in English and day first; a month must be told, lest figures be days."""

from collections.abc import Iterator
from datetime import date, datetime

from dateparser.search import search_dates
from lines import answer


def _read(line: str, base: datetime) -> Iterator[tuple[str, date]]:
    settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": base, "REQUIRE_PARTS": ["month"]}
    for words, day in search_dates(line, languages=["en"], settings=settings) or ():
        yield words, day.date()


answer(_read)
