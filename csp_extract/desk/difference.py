"""What another run changed: rows gained, lost, changed and moved, tracks, and why."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from csp_extract.desk.history import in_words
from csp_extract.errors import WrongCallError
from csp_extract.records import Correction
from csp_extract.reviewing import open_book
from csp_extract.tables import EVERY, TABLES, read_last
from csp_extract.tables.cells import Row
from csp_extract.track import moved_rows, redirects

# Tables told row by row; of the others only the number of rows is told, for their rows follow.
_TOLD = (*(name for name in TABLES if name != "candidates"), "tracks", "changes", "findings")
_PLACE = frozenset("page page_end para section char_start char_end quote_start bbox quote".split())
_INNER = frozenset({"confidence", "source", "bytes"})  # how it was read, not what it says
_MADE_BY = {
    "rules": "other rules or models",
    "tracked_by": "other rules of the tracker",
    "settings": "other settings",
    "ocr_engine": "other character recognition",
}
_GAINED, _LOST, _CHANGED, _MOVED = "gained", "lost", "changed", "moved"


class Difference(NamedTuple):
    """One row that two outputs tell differently."""

    table: str
    what: str  # gained, lost, changed, or moved: the same on another place
    row_id: str
    report_id: str
    cells: str  # column: before -> after
    why: str


@dataclass(frozen=True)
class Output:
    """The tables of an output, and what made them."""

    place: Path

    @cached_property
    def rows(self) -> Mapping[str, Sequence[Row]]:
        """The rows of every table."""
        found = read_last(self.place)
        if "reports" not in found:
            raise WrongCallError(f"no tables in {self.place}: run csp-extract run first")
        return found

    @cached_property
    def made(self) -> Mapping[str, Any]:
        """What run.json says."""
        try:
            found: dict[str, Any] = json.loads((self.place / "run.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found

    def table(self, name: str) -> dict[str, Row]:
        """Return the rows of a table by their ids; inputs that gave no report by their paths."""
        key = EVERY[name].key
        return {row.get(key) or row.get("path", ""): row for row in self.rows.get(name, ())}

    @cached_property
    def reports(self) -> set[str]:
        """The reports that were read."""
        return {row["report_id"] for row in self.rows["reports"]} - {""}

    @cached_property
    def book(self) -> tuple[Correction, ...]:
        """The corrections that people made of it."""
        try:
            return open_book(self.place, None).corrections
        except WrongCallError:
            return ()

    @cached_property
    def touched(self) -> dict[str, str]:
        """The rows that people had a hand in, and who."""
        found = {
            key: row["corrected"]
            for name in TABLES
            for key, row in self.table(name).items()
            if row.get("corrected")
        }
        for one in self.book:
            found |= dict.fromkeys({one.row_id, one.other_id} - {""}, one.who or "a person")
        return found


def differences(before: Output, after: Output) -> list[Difference]:
    """Return what two outputs tell differently, table by table.

    Raises:
        WrongCallError: one of them holds no tables.
    """
    causes = _Causes(before, after)
    found = [one for name in _TOLD for one in _of_table(name, causes)]
    order = {name: nth for nth, name in enumerate(_TOLD)}
    return sorted(found, key=lambda one: (order[one.table], one.what, one.report_id, one.row_id))


def _of_table(name: str, causes: "_Causes") -> Iterator[Difference]:
    """Yield the differences of one table."""
    olds, news = causes.before.table(name), causes.after.table(name)
    moved = causes.moved.get(name, {})
    for key, row in news.items():
        if key not in olds and key not in moved.values():
            yield Difference(
                name, _GAINED, key, _report(row), _said(name, row), causes.of(row, key)
            )
    for key, row in olds.items():
        now = moved.get(key, key)
        if now not in news:
            led = causes.led.get(key, "")
            said = f"now {led}" if led else _said(name, row)
            yield Difference(name, _LOST, key, _report(row), said, causes.of(row, key))
            continue
        changed = [
            column
            for column, cell in news[now].items()
            if column in row and cell != row[column] and column not in _INNER
        ]
        if changed:
            what = _MOVED if _PLACE.issuperset(changed) else _CHANGED
            cells = "; ".join(
                f"{column}: {row[column] or '-'} -> {news[now][column] or '-'}"
                for column in changed
                if what == _MOVED or column not in _PLACE
            )
            yield Difference(name, what, now, _report(row), cells, causes.of(news[now], now))


def _report(row: Row) -> str:
    """Return the report of a row, the last of a track or change."""
    return row.get("report_id") or row.get("to_report") or row.get("last_report") or ""


def _said(name: str, row: Row) -> str:
    """Return what a row says in one cell."""
    if name == "changes":
        return in_words(row)
    columns = ("name", "message", "text", "path")
    kind = f"{row['kind']}: " if name in {"tracks", "findings"} else ""
    return kind + next((row[one] for one in columns if row.get(one)), "")


class _Causes:
    """Why two outputs differ."""

    def __init__(self, before: Output, after: Output) -> None:
        self.before, self.after = before, after
        self.moved: dict[str, dict[str, str]] = defaultdict(dict)
        for table, old, new in moved_rows(before.rows, after.rows):
            self.moved[table][old] = new
        self.led: dict[str, str] = {}
        plain = {name: rows for name, rows in before.rows.items() if name != "redirects"}
        for row in redirects(plain, after.rows):
            led = f"{row.to_id} ({row.why})"
            self.led[row.from_id] = (
                f"{self.led[row.from_id]}, {led}" if row.from_id in self.led else led
            )

    @cached_property
    def general(self) -> str:
        """The cause that any row may have: another program, other settings, what others tell."""
        one, two = self.before.made, self.after.made
        if one.get("version") != two.get("version"):
            return f"version {one.get('version')} -> {two.get('version')}"
        for name, cause in _MADE_BY.items():
            if one.get(name) and two.get(name) and one[name] != two[name]:
                return cause
        if one.get("as_of", "") != two.get("as_of", ""):
            return "another day as of which states hold"
        causes = []
        if self.before.reports != self.after.reports:
            causes.append("other reports")
        if self.before.book != self.after.book:
            causes.append("corrections")
        return " or ".join(causes)

    def of(self, row: Row, row_id: str) -> str:
        """Return why a row is another: the nearest cause that there is."""
        ids = [row_id, *row.get("row_ids", "").split("; ")]
        ids += self._mentions.get(row.get("track_id", ""), ())
        reports = {row.get("report_id", ""), row.get("from_report", ""), row.get("to_report", "")}
        reports |= {self._home[one] for one in ids if one in self._home}
        if reports & (self.after.reports - self.before.reports):
            return "new report"
        if reports & (self.before.reports - self.after.reports):
            return "report no longer read"
        by = {**self.before.touched, **self.after.touched}
        whose = next((by[one] for one in ids if one in by), "")
        is_said_anew = self.before.book != self.after.book
        return f"correction by {whose}" if whose and is_said_anew else self.general

    @cached_property
    def _home(self) -> dict[str, str]:
        """The report of every mention of both outputs."""
        return {
            key: row["report_id"]
            for output in (self.before, self.after)
            for name in TABLES
            if name != "reports"
            for key, row in output.table(name).items()
        }

    @cached_property
    def _mentions(self) -> dict[str, list[str]]:
        """The mentions of every track of both outputs."""
        found: dict[str, list[str]] = defaultdict(list)
        for output in (self.before, self.after):
            for row in output.rows.get("track_mentions", ()):
                found[row["track_id"]].append(row["row_id"])
        return found


def told(before: Output, after: Output, found: Iterable[Difference]) -> Iterator[str]:
    """Yield differences as lines for a person: every table in numbers, then row by row."""
    found = list(found)
    counts = Counter((one.table, one.what) for one in found)
    for name in EVERY:
        old, new = (len(output.rows.get(name, ())) for output in (before, after))
        parts = [
            f"{count} {what}"
            for what in (_GAINED, _LOST, _CHANGED, _MOVED)
            if (count := counts[name, what])
        ]
        if parts or old != new:
            yield f"{name}: {old} -> {new} rows" + (f", {', '.join(parts)}" if parts else "")
    marks = {_GAINED: "+", _LOST: "-", _CHANGED: "~", _MOVED: ">"}
    for one in found:
        yield f"{marks[one.what]} {one.table} {one.row_id}  {one.cells}" + (
            f"  [{one.why}]" if one.why else ""
        )
