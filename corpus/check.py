"""Prove the gold: ``python corpus/check.py [id ...]``; every fault on a line, status 1 if any.

Each quote stands in its source, each word of a closed set is one, each interval agrees with its
EDTF form, no sum and no full date of a source is left out, and each track is told in the story.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent
sys.path.insert(0, str(CORPUS / "render"))

from source import printed, read_source  # noqa: E402

from csp_extract.evaluate.fold import fold  # noqa: E402
from csp_extract.records import MENTION_TABLES  # noqa: E402
from csp_extract.records.column import fields_of, is_code  # noqa: E402

_FREE = frozenset({"table", "para", "quote", "optional", "alternatives", "page", "track", "text"})
_LATER = frozenset({"total_of"})  # quotes in the gold, ids in the tables
_SUM = re.compile(r"£\s?(?!000\b)\d")
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) \d{4}\b"
)
_REPORT_KEYS = frozenset(
    "title body partnership committee meeting_date drafted_from drafted_to author contact kind"
    " wards classification item_number language".split()
)


def main(wanted: list[str]) -> int:
    """Check the papers asked for, or all; return the exit status."""
    faults = [
        f"{file.stem}: {fault}"
        for file in sorted((CORPUS / "reports").glob("*/*.md"))
        if not wanted or file.stem in wanted or file.parent.name in wanted
        for fault in _faults(file)
    ]
    print("\n".join(faults) or "the gold is proven")
    return int(bool(faults))


def _faults(file: Path) -> Iterator[str]:
    """Yield what is wrong with the gold of one paper."""
    gold = CORPUS / "gold" / f"{file.stem}.gold.jsonl"
    if not gold.exists():
        yield "no gold"
        return
    text = fold(" ".join(printed(read_source(file).blocks)))
    rows = []
    for number, line in enumerate(gold.read_text("utf-8").splitlines(), 1):
        try:
            rows.append(json.loads(line))
        except ValueError as error:
            yield f"line {number}: {error}"
    if sum(row["table"] == "report" for row in rows) != 1:
        yield "not one line for the report itself"
    tracks = _tracks(file.parent)
    for row in rows:
        yield from (
            f"{row['table']} {row['quote']!r}: {fault}" for fault in _row_faults(row, text, tracks)
        )
    yield from _left_out(text, rows)


@cache
def _tracks(folder: Path) -> frozenset[str]:
    """Return the tracks that a body's story tells."""
    story = tomllib.loads((folder / "story.toml").read_text("utf-8"))
    return frozenset(track["id"] for track in story.get("track", []))


def _row_faults(row: Mapping[str, Any], text: str, tracks: frozenset[str]) -> Iterator[str]:
    """Yield what is wrong with one annotation."""
    if fold(row["quote"]) not in text:
        yield "not in the source"
    if not row.get("para"):
        yield "no para"
    if not _is_well_formed(row.get("alternatives", [])):
        yield "alternatives are neither pairs of days nor lists by column"
    if row.get("track") and row["track"] not in tracks and not row.get("optional"):
        yield f"track {row['track']} is not in the story"
    if row["table"] == "report":
        yield from (f"no column {key}" for key in row.keys() - _FREE - _REPORT_KEYS)
        return
    columns = {column.name: column for column in fields_of(MENTION_TABLES[row["table"]])}
    for key in row.keys() - _FREE - _LATER:
        if key not in columns:
            yield f"no column {key}"
        elif is_code(columns[key].kind) and row[key] not in set(columns[key].kind):
            yield f"{key} has no word {row[key]!r}"
    if row["table"] == "dates":
        yield from _date_faults(row)


def _is_well_formed(alternatives: Any) -> bool:
    """Return whether alternatives are pairs of days, or lists of values by column."""
    entries = alternatives if isinstance(alternatives, list) else [alternatives]
    return all(
        all(isinstance(values, list) for values in entry.values())
        if isinstance(entry, dict)
        else isinstance(entry, list) and len(entry) == 2
        for entry in entries
    )


def _date_faults(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the value of a date: the calendar, and its EDTF form."""
    first, last = row.get("start"), row.get("end")
    try:
        if first and last and date.fromisoformat(first) > date.fromisoformat(last):
            yield "ends before it starts"
    except ValueError as error:
        yield str(error)
    edtf = row.get("edtf") or ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) and not edtf == first == last:
        yield "edtf, start and end disagree"
    if "/" in edtf and first and last:
        left, right = edtf.split("/")
        if not first.startswith(left[:7]) or not last.startswith(right[:7]):
            yield "edtf, start and end disagree"
    is_valued = bool(first) == bool(last) == bool(edtf)
    if not is_valued or (not edtf and not row.get("rrule") and not row.get("optional")):
        yield "no value"


def _left_out(text: str, rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield sums and full dates of a source that no annotation holds, counted by their words."""
    for table, pattern in (("amounts", _SUM), ("dates", re.compile(fold(_DAY.pattern)))):
        quotes = [fold(row["quote"]) for row in rows if row["table"] == table]
        for match in pattern.finditer(text):
            around = text[max(0, match.start() - 40) : match.end() + 40]
            if not any(quote in around and match[0] in f"{quote} {quote}" for quote in quotes):
                at = text[max(0, match.start() - 25) : match.end() + 15]
                yield f"{table}: nothing holds {at!r}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
