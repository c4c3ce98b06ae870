"""What the Python peers share: lines in, rows out, and how wide an expression is."""

import calendar
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime

# Words of a line, and the day it reads as, in order.
Read = Callable[[str, datetime], Iterator[tuple[str, date]]]
_DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?![\d:])")
_YEAR = re.compile(r"(?:19|20)\d\d")


def answer(read: Read) -> None:
    """Read papers from standard input, and write what is found in each and the CPU seconds."""
    papers = json.load(sys.stdin)
    began = time.process_time()
    found = {name: list(_rows(paper, read)) for name, paper in papers.items()}
    json.dump({"found": found, "seconds": time.process_time() - began}, sys.stdout)


def _rows(paper: dict[str, str], read: Read) -> Iterator[tuple[int, int, str, str]]:
    base, start = datetime.fromisoformat(paper["day"]), 0
    for line in paper["text"].split("\n"):
        at = 0
        for words, day in read(line, base):
            place = line.find(words, at)
            if place < 0:
                continue
            at = place + len(words)
            first, last = _width(words, day)
            yield start + place, start + at, first.isoformat(), last.isoformat()
        start += len(line) + 1


def _width(words: str, day: date) -> tuple[date, date]:
    """Return the day, or the month or year that the words name: peers tell a day of it."""
    if _DAY.search(words) or not re.search(r"[A-Za-z]{3}|\d{4}", words):
        return day, day
    if _YEAR.fullmatch(words.strip()):
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if re.search(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", words):
        last = calendar.monthrange(day.year, day.month)[1]
        return day.replace(day=1), day.replace(day=last)
    return day, day
