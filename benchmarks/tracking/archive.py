"""An archive of any size: the rows of a run, told again by other bodies under other names."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

Row = dict[str, str]
Rows = dict[str, list[Row]]

_TABLES = ("reports", "dates", "amounts", "initiatives", "priorities", "commitments")
_COPIES = 4  # of each body's papers in one series
_QUARTER = 91  # days between the copies
_NAME = re.compile(r"\b(?!January|February|March|April|August|September|October|November|December)"
                   r"([A-Z][a-z]{4,})\b")  # fmt: skip
_DAYS = frozenset("meeting_date start end due_start due_end".split())
_IDS = frozenset("report_id date_id amount_id initiative_id priority_id commitment_id".split())
_LISTS = frozenset("priority_ids amount_ids date_ids total_of".split())


def archive_of(out: Path, reports: int) -> tuple[tuple[Rows, dict[str, str]], int]:
    """Return rows and texts of about so many reports, and how many the run itself has."""
    bodies = _bodies(out)
    texts = {file.stem: file.read_text("utf-8") for file in (out / "texts").glob("*.txt")}
    rows: Rows = {table: [] for table in _TABLES}
    told: dict[str, str] = {}
    for mark, body in zip(_marks(), _again(bodies), strict=False):
        if len(told) >= reports:
            break
        for copy in range(_COPIES):
            _tell(body, texts, f"{mark}{'qxzj'[copy]}", copy, (rows, told), mark)
    return (rows, told), sum(len(body["reports"]) for body in bodies)


def _bodies(out: Path) -> list[Rows]:
    """Return the rows of each body."""
    found: dict[str, Rows] = defaultdict(lambda: {table: [] for table in _TABLES})
    home: dict[str, str] = {}
    for table in _TABLES:
        with (out / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                if table == "reports" and row["status"] in {"ok", "partial"} and row["body"]:
                    home[row["report_id"]] = row["body"]
                if row["report_id"] in home:
                    found[home[row["report_id"]]][table].append(row)
    return [found[body] for body in sorted(found)]


def _again(bodies: list[Rows]) -> Iterator[Rows]:
    """Yield the bodies over and over."""
    while bodies:
        yield from bodies


def _marks() -> Iterator[str]:
    """Yield an ending for each body, of letters alone."""
    for number in count():
        yield "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")


def _tell(  # noqa: PLR0917 a copy has as many sides
    body: Rows, texts: Mapping[str, str], mark: str, copy: int, into: tuple[Rows, dict[str, str]],
    own: str,
) -> None:  # fmt: skip
    """Add one body's papers under names that end in a mark, their days moved."""
    rows, told = into
    for table, lines in body.items():
        for line in lines:
            row = {name: _cell(name, value, mark, copy) for name, value in line.items()}
            if table == "reports":
                row["body"] = f"{line['body'].split()[0]}{own} Council"
                told[row["report_id"]] = _NAME.sub(rf"\1{mark}", texts[line["report_id"]])
            rows[table].append(row)


def _cell(name: str, value: str, mark: str, copy: int) -> str:
    """Return a cell as the copy has it."""
    if not value:
        return value
    if name in _DAYS:
        return str(date.fromisoformat(value) + timedelta(_QUARTER * copy))
    if name in _IDS:
        return value + mark
    if name in _LISTS:
        return "; ".join(one + mark for one in value.split("; "))
    return _NAME.sub(rf"\1{mark}", value)


def first_body(rows: Rows) -> Rows:
    """Return the rows of the first body of an archive alone."""
    body = rows["reports"][0]["body"]
    own = {row["report_id"] for row in rows["reports"] if row["body"] == body}
    return {
        table: list(islice((row for row in lines if row["report_id"] in own), len(lines)))
        for table, lines in rows.items()
    }
