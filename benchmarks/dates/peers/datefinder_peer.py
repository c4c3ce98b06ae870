"""datefinder's search, day first."""

from collections.abc import Iterator
from datetime import date, datetime

import datefinder
from lines import answer


def _read(line: str, base: datetime) -> Iterator[tuple[str, date]]:
    for day, words in datefinder.find_dates(
        line, source=True, base_date=base, first="day", strict=False
    ):
        yield words.strip(), day.date()


answer(_read)
