"""The page of words that are no row: told by the rows that stand before and after them."""

from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

from csp_extract.tables.cells import Row


def pages_of(out: Path, report_id: str, words: str, rows: Iterable[Row]) -> tuple[int, ...]:
    """Return the page on which words of a report stand; two where they stand between two pages.

    ``rows`` are those of the mention tables; none is returned where the text lacks the words.
    """
    file = out / "texts" / f"{report_id}.txt"
    text = file.read_bytes().decode("utf-8") if file.exists() and words else ""
    start = text.find(words.partition(" | ")[0]) if words else -1
    if start < 0:
        return ()
    own = [row for row in rows if row["report_id"] == report_id]
    places = sorted((int(row["char_start"]), int(row["page"])) for row in own)
    at = bisect_right([place for place, _ in places], start)
    around = {page for _, page in places[max(at - 1, 0) : at + 1]}
    return tuple(sorted(around))


def page_words(pages: tuple[int, ...]) -> str:
    """Return pages as words: "page 2", "page 2 or 3"."""
    return f"page {' or '.join(map(str, pages))}" if pages else ""
