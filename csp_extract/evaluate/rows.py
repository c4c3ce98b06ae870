"""The two sides of a score: rows of gold, and rows that a run predicted."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from csp_extract.errors import WrongCallError

TABLES = (
    "dates",
    "amounts",
    "initiatives",
    "priorities",
    "commitments",
    "decisions",
    "measures",
)
_SUFFIX = ".gold.jsonl"
_NOT_VALUES = frozenset({"table", "para", "quote", "optional", "alternatives", "page", "track"})


@dataclass(frozen=True)
class GoldRow:
    """One annotation of a report; ``values`` holds the columns that it states."""

    table: str
    para: str
    quote: str
    values: Mapping[str, Any] = field(default_factory=dict)
    is_optional: bool = False
    intervals: tuple[tuple[str, str], ...] = ()  # other pairs of first and last day, as right
    others: Mapping[str, Sequence[Any]] = field(default_factory=dict)  # other values by column
    track: str = ""


@dataclass(frozen=True)
class PredictedRow:
    """One row of a mention table, cells as written in the CSV."""

    table: str
    row_id: str
    start: int  # half-open characters of the report's text
    end: int
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PredictedReport:
    """What a run says of one report."""

    report_id: str
    text: str
    about: Mapping[str, str]
    rows: Mapping[str, tuple[PredictedRow, ...]]


def read_gold(place: Path) -> dict[str, tuple[GoldRow, ...]]:
    """Return the gold of a folder or a file by the name that its PDF has without ``.pdf``.

    Raises:
        WrongCallError: there is no gold at the place, or a line of it cannot be read.
    """
    files = sorted(place.rglob(f"*{_SUFFIX}")) if place.is_dir() else [place]
    if not files or not files[0].exists():
        raise WrongCallError(f"no gold (*{_SUFFIX}) at {place}")
    return {file.name.removesuffix(_SUFFIX): tuple(_gold_rows(file)) for file in files}


def _gold_rows(file: Path) -> Iterator[GoldRow]:
    """Yield the annotations of one file."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            yield GoldRow(
                table=raw["table"],
                para=str(raw.get("para", "")),
                quote=raw["quote"],
                values={key: raw[key] for key in raw if key not in _NOT_VALUES},
                is_optional=bool(raw.get("optional", False)),
                **_alternatives(raw.get("alternatives") or []),
                track=raw.get("track", ""),
            )
        except (ValueError, KeyError) as error:
            raise WrongCallError(f"{file.name} line {number}: {error}") from error


def _alternatives(raw: Any) -> dict[str, Any]:
    """Return the other values of an annotation: pairs of days, and values by column."""
    intervals: list[tuple[str, str]] = []
    others: dict[str, list[Any]] = {}
    for entry in raw if isinstance(raw, list) else [raw]:
        if isinstance(entry, dict):
            for column, values in entry.items():
                others.setdefault(column, []).extend(values)
        else:
            first, last = entry
            intervals.append((first, last))
    return {"intervals": tuple(intervals), "others": others}


def read_predicted(out: Path) -> dict[str, PredictedReport]:
    """Return what the run in OUT says, by the name of each report's file without its suffix.

    Raises:
        WrongCallError: OUT holds no tables.
    """
    if not (out / "reports.csv").exists():
        raise WrongCallError(f"no tables in {out}: run csp-extract run first")
    rows: dict[str, dict[str, list[PredictedRow]]] = defaultdict(lambda: defaultdict(list))
    for table in TABLES:
        for cells in read_cells(out / f"{table}.csv"):
            row_id = next(iter(cells.values()))
            span = int(cells["char_start"]), int(cells["char_end"])
            rows[cells["report_id"]][table].append(PredictedRow(table, row_id, *span, cells))
    return {
        Path(about["path"]).stem: PredictedReport(
            about["report_id"],
            _text(out, about["report_id"]),
            about,
            {table: tuple(rows[about["report_id"]][table]) for table in TABLES},
        )
        for about in read_cells(out / "reports.csv")
        if about["report_id"] and about["status"] in {"ok", "partial"}
    }


def _text(out: Path, report_id: str) -> str:
    """Return a report's text as the run wrote it."""
    file = out / "texts" / f"{report_id}.txt"
    return file.read_text("utf-8") if file.exists() else ""


def read_cells(file: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV, the guard against formulas taken off."""
    if not file.exists():
        return
    with file.open(encoding="utf-8-sig", newline="") as handle:
        for row in csv.DictReader(handle):
            yield {name: _unguard(cell) for name, cell in row.items()}


def _unguard(cell: str) -> str:
    """Take off the quotation mark that keeps a spreadsheet from running a cell."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@\t\r") else cell
