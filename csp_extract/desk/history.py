"""What became of one thing: its track with every page and words, and what a finding rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from csp_extract.desk.places import page_words, pages_of
from csp_extract.desk.show import describe_row, marked
from csp_extract.errors import NoSuchRowError
from csp_extract.review import key_column
from csp_extract.tables import TABLES, read_rows
from csp_extract.tables.cells import Row
from csp_extract.track import MATCHER

_TOLD_LATER = frozenset({"fulfilled", "overdue", "absorbed"})  # by words that need be no row
_PROVEN = {"findings": "finding_id", "changes": "change_id"}


def describe(out: Path, row_id: str) -> list[str]:
    """Return what an output knows of an id, as lines for a person; old ids are followed.

    Raises:
        NoSuchRowError: no table has the id, nor did the last output in this folder.
        WrongCallError: OUT holds no tables.
    """
    book = _Output(out)
    lines = book.described(row_id)
    if lines:
        return lines
    for to_id, why in book.led_to(row_id):
        lines += [f"{row_id} is now {to_id}: {why}", "", *book.described(to_id), ""]
    if not lines:
        raise NoSuchRowError(f"no row {row_id} in {out}")
    return lines[:-1]


class _Output:
    """The tables of an output, read when first asked for."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.reports = {row["report_id"]: row for row in read_rows(out, "reports")}

    @cached_property
    def mentions(self) -> Mapping[str, tuple[str, Row]]:
        """The table and the row of every mention."""
        return {
            row[key_column(name)]: (name, row)
            for name in TABLES
            if name != "reports"
            for row in read_rows(self.out, name)
        }

    def led_to(self, row_id: str) -> list[tuple[str, str]]:
        """Return where an id of an earlier output leads, and why."""
        rows = read_rows(self.out, "redirects")
        return [(row["to_id"], row["why"]) for row in rows if row["from_id"] == row_id]

    def described(self, row_id: str) -> list[str]:
        """Return the lines on a row, a track, a change or a finding; none where there is none."""
        if row_id and row_id in self.reports:
            return [describe_row("reports", self.reports[row_id], self.reports[row_id])]
        if row_id in self.mentions:
            table, row = self.mentions[row_id]
            return [describe_row(table, row, self.reports[row["report_id"]])]
        for row in read_rows(self.out, "tracks"):
            if row["track_id"] == row_id:
                return list(self.track(row))
        for name, key in _PROVEN.items():
            for row in read_rows(self.out, name):
                if row[key] == row_id:
                    return list(self.proven(name, row))
        return []

    def track(self, track: Row) -> Iterator[str]:
        """Yield the history of a track: each mention in order, and what changed with it."""
        reports = "1 report" if track["n_reports"] == "1" else f"{track['n_reports']} reports"
        yield f"{track['kind']} {track['track_id']} in the papers of {track['body'] or 'one body'}"
        yield f"  “{track['name']}”: {track['state']} as of {track['as_of']}, told of in {reports}"
        for name in ("aliases", "themes"):
            if track[name]:
                yield f"  {name}: {track[name]}"
        for to_id, why in self.led_to(track["track_id"]):
            yield f"  see {to_id} too: {why}"
        held = list(self._of(track, "track_mentions"))
        yield from self._steps(held, list(self._of(track, "changes")))
        yield from self._judgements({row["row_id"] for row in held})
        for nth, row in enumerate(self._of(track, "findings")):
            if not nth:
                yield ""
            yield f"{row['severity']} {row['kind']}: {row['message']} [{row['row_ids']}]"

    def _steps(self, held: Sequence[Row], changes: Sequence[Row]) -> Iterator[str]:
        """Yield what each report tells of a track, in the order of the meetings."""
        days = {row["to_report"]: row["to_date"] for row in changes}
        days |= {row["report_id"]: row["meeting_date"] for row in held}
        for report_id in sorted(days, key=lambda one: (days[one] or "9999", one)):
            yield ""
            yield f"{days[report_id] or 'undated'}  {self.reports[report_id]['path']}"
            for row in held:
                if row["report_id"] == report_id:
                    yield from self.mention(row)
            for row in changes:
                if row["to_report"] == report_id:
                    yield f"  * {in_words(row)}{self._where(row)} [{row['row_ids']}]"

    def _where(self, change: Row) -> str:
        """Return the page of the words of a later paper, where a change rests on such words."""
        if change["kind"] not in _TOLD_LATER or not change["after"]:
            return ""
        rows = (row for _, row in self.mentions.values())
        page = page_words(pages_of(self.out, change["to_report"], change["after"], rows))
        return f" ({page})" if page else ""

    def mention(self, held: Row) -> Iterator[str]:
        """Yield a mention of a track: where it stands, its words, and what tied it."""
        table, row = self.mentions[held["row_id"]]
        para = f", {row['para']}" if row["para"] else ""
        signed = f", corrected by {row['corrected']}" if row["corrected"] else ""
        yield f"  page {row['page']}{para}  {table} {held['row_id']}{signed}"
        yield f"    {marked(row)}"
        if held["reason"]:
            yield f"    tied at {held['score'] or '-'}: {held['reason']}"

    def proven(self, name: str, row: Row) -> Iterator[str]:
        """Yield a change or a finding, then every row that proves it."""
        if name == "findings":
            yield f"finding {row['finding_id']}, {row['severity']} {row['kind']}"
            yield f"  {row['message']}"
        else:
            yield f"change {row['change_id']}: {in_words(row)}"
        if row["track_id"]:
            yield f"  track {row['track_id']}"
        for row_id in row["row_ids"].split("; "):
            if row_id in self.mentions:
                table, proof = self.mentions[row_id]
                yield ""
                yield describe_row(table, proof, self.reports[proof["report_id"]])

    def _of(self, track: Row, name: str) -> Iterable[Row]:
        """Yield the rows of a table that belong to a track."""
        return (r for r in read_rows(self.out, name) if r["track_id"] == track["track_id"])

    def _judgements(self, own: set[str]) -> Iterator[str]:
        """Yield what people judged of the mentions of a track."""
        for row in read_rows(self.out, "links"):
            if row["who"] != MATCHER and own & {row["left_id"], row["right_id"]}:
                when = f", {row['when']}" if row["when"] else ""
                yield ""
                yield (
                    f"{row['left_id']} and {row['right_id']}: {row['judgement']}"
                    f" ({row['who']}{when}; {row['reasons']})"
                )


def in_words(row: Row) -> str:
    """Return a change in words."""
    told = row["kind"].replace("_", " ")
    words = [" ".join(row[name].split()) for name in ("before", "after")]
    if any(words):
        told += f": {words[0] or '(nothing)'} -> {words[1] or '(nothing)'}"
    return f"{told}, {row['days']} days" if row["days"] else told
