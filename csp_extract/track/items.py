"""What the tracker works on: papers in their series, and the mentions that may be followed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from csp_extract.records import TrackKind
from csp_extract.themes import themes_in
from csp_extract.track.series import series_of
from csp_extract.track.words import fold, form_stems, lexicon, names_in, stems, tokens

Row = Mapping[str, str]
LAST = date(9999, 12, 31)  # a paper without a meeting date comes after those with one

# The table, its id and the columns that name the thing, first filled first.
SOURCES: Mapping[TrackKind, tuple[str, str, tuple[str, ...]]] = {
    TrackKind.INITIATIVE: ("initiatives", "initiative_id", ("name", "text")),
    TrackKind.PRIORITY: ("priorities", "priority_id", ("text",)),
    TrackKind.FUNDING: ("amounts", "amount_id", ("purpose", "recipient", "funder", "text")),
    TrackKind.COMMITMENT: ("commitments", "commitment_id", ("action", "text")),
    TrackKind.EVENT: ("dates", "date_id", ("event", "text")),
}
# What a date must do to be an event that is followed; stretches and habits are not.
_EVENT_ROLES = frozenset(
    "event launch completion publication review deadline planned other".split()
)
_AT_PLACE = re.compile(r"(?:\b(?:at|in|for|around)|,) ((?:[A-Z][\w'’-]+ ?){1,3})")
_NO_PLACE = re.compile(
    r"Jan|Feb|Mar(?:ch)?\b|Apr|May\b|Ju[nl]|Aug|Sep|Oct|Nov|Dec|Q\d|Spring|Summer|Autumn|Winter|Year"
    r"|Phase|Quarter|Council|District|Borough|County|The\b"
)
_APRIL = 4  # financial years begin with it
_THIN = 2  # words beside act and form; a promise of so few stands for the sentence before
_BEFORE = 400  # characters before a promise in which that sentence is looked for
_SENTENCE = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z£\d])")
_SUBJECT = re.compile(r"(?:\S+ ){1,6}?(?:is|are|was|were|be|to|will|shall|should|must|has|have)\b")
_AROUND = 400  # characters of a sentence that may tell what it is about


@dataclass(frozen=True)
class Paper:
    """A report with its place in a series."""

    report_id: str
    series: str
    body: str
    kind: str
    meeting_date: date | None
    text: str = field(default="", compare=False)
    committee: str = field(default="", compare=False)

    @property
    def order(self) -> tuple[date, bool, str]:
        """Its place in time: by meeting, the report before the minutes of the same meeting."""
        return self.meeting_date or LAST, self.kind in {"minutes", "decision"}, self.report_id

    def is_of_meeting(self, other: "Paper") -> bool:
        """Return whether two papers are known to be of one meeting."""
        return self.meeting_date is not None and self.meeting_date == other.meeting_date


@dataclass(frozen=True)
class Item:
    """A mention that may belong to a track."""

    kind: TrackKind
    table: str
    row_id: str
    paper: Paper
    cells: Row = field(repr=False, compare=False)

    @property
    def order(self) -> tuple[tuple[date, bool, str], int, str]:
        """Its place among the items of a series, in reading order."""
        return self.paper.order, int(self.cells.get("char_start") or 0), self.row_id

    @cached_property
    def name(self) -> str:
        """What the thing is called here."""
        cells = [cell for name in SOURCES[self.kind][2] if (cell := self.cell(name))]
        return next((cell for cell in cells if self._tells(cell)), cells[0] if cells else "")

    def _tells(self, name: str) -> bool:
        """Return whether a name tells one thing from another, as "second instalment" does not."""
        is_money = self.kind is TrackKind.FUNDING
        return not is_money or not frozenset(tokens(name)) <= stems("money")

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything the thing is called here, folded."""
        aliases = self.cell("aliases").split("; ") if self.cell("aliases") else []
        return frozenset(names_in([self.name, *aliases]))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that tell what it is, as stems; of money, also who has it."""
        words = frozenset(tokens(self.name))
        if self.kind is not TrackKind.FUNDING:
            return words
        return (words | self.words_of("purpose") | self.words_of("recipient")) - stems("money")

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words that only the thing has, not those of the form it is told in."""
        return self.words - form_stems()

    @cached_property
    def before(self) -> frozenset[str]:
        """The words of the sentence before in its paragraph: what "it" and "the work" stand for."""
        start = int(self.cell("char_start") or 0)
        line = self.paper.text[
            max(self.paper.text.rfind("\n", 0, start) + 1, start - _BEFORE) : start
        ]
        sentences = [part for part in _SENTENCE.split(line) if part.strip()]
        own = sentences[-1:] if line.rstrip().endswith((".", ";", ":")) else sentences[-2:]
        return frozenset(tokens(" ".join(own)))

    @cached_property
    def act(self) -> str:
        """The verb that leads a promise, as a stem: one for all verbs of the same act."""
        return next(iter(tokens(self.cell("action"))), "")

    @cached_property
    def verb(self) -> frozenset[str]:
        """The act where a verb leads the promise: not the subject of "cameras are to be fitted"."""
        is_subject = _SUBJECT.match(self.cell("action"))
        return frozenset() if is_subject or not self.act else frozenset({self.act})

    @cached_property
    def around(self) -> frozenset[str]:
        """The words of the sentence around, and of what else the row says the thing is for."""
        said = (self.cell(name) for name in ("quote", "purpose", "recipient", "section"))
        words = self.words | frozenset(tokens(" ".join(said)[:_AROUND]))
        is_thin = self.kind is TrackKind.COMMITMENT and len(self.own_words) <= _THIN
        return words | self.before if is_thin else words

    @cached_property
    def beside(self) -> frozenset[str]:
        """What is said around the thing, without its own words."""
        return self.around - self.words

    @cached_property
    def places(self) -> frozenset[str]:
        """The words of the places where it happens: what sets one town's day off another's.

        By its name alone; wide areas such as the district are no place.
        """
        found = [match[1] for match in _AT_PLACE.finditer(self.name)]
        named = [place for place in found if not _NO_PLACE.match(place)]
        words = fold(" ".join(named)).replace("'s", "").split()
        return frozenset(words) - lexicon("wide")

    @cached_property
    def years(self) -> frozenset[str]:
        """The financial years that a sum is for."""
        cell = self.cell("financial_years")
        return frozenset(cell.split("; ")) if cell else frozenset()

    @property
    def assumed_years(self) -> frozenset[str]:
        """The financial years that a sum is for, or that of its meeting where it names none."""
        day = self.paper.meeting_date
        if self.years or day is None:
            return self.years
        first = day.year - (day.month < _APRIL)
        return frozenset({f"{first}/{(first + 1) % 100:02}"})

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """First and last day of the date that the row has: the event's, or when it is due."""
        first = self.day("start") or self.day("due_start")
        last = self.day("end") or self.day("due_end") or first
        return (first, last) if first and last else None

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The themes that its words tell."""
        return themes_in(self.name)

    def words_of(self, column: str) -> frozenset[str]:
        """Return the telling words of a cell."""
        if column not in self._words:
            self._words[column] = frozenset(tokens(self.cell(column)))
        return self._words[column]

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {}

    def cell(self, name: str) -> str:
        """Return what the row says in a column, nothing where it has none."""
        return self.cells.get(name, "")

    def day(self, name: str) -> date | None:
        """Return the day that a column holds."""
        cell = self.cell(name)
        return date.fromisoformat(cell) if cell else None


def papers_of(reports: Sequence[Row], texts: Mapping[str, str]) -> dict[str, Paper]:
    """Return the papers of an archive by id, each in its series.

    Duplicates are left out, and drafts of which there is the final.
    """
    read = [
        row
        for row in reports
        if row["report_id"] and not row.get("duplicate_of") and not row.get("superseded_by")
    ]
    series = series_of(read, texts)
    return {
        row["report_id"]: Paper(
            row["report_id"],
            series[row["report_id"]],
            row["body"],
            row["kind"],
            date.fromisoformat(row["meeting_date"]) if row["meeting_date"] else None,
            texts.get(row["report_id"], ""),
            row["committee"],
        )
        for row in read
    }


def items_of(rows: Mapping[str, Sequence[Row]], papers: Mapping[str, Paper]) -> Iterator[Item]:
    """Yield every mention that may belong to a track."""
    for kind, (table, key, _) in SOURCES.items():
        for row in rows.get(table, ()):
            paper = papers.get(row["report_id"])
            if paper is not None and _is_followed(kind, row):
                yield Item(kind, table, row[key], paper, row)


def _is_followed(kind: TrackKind, row: Row) -> bool:
    """Return whether a row is of the sort that tracks follow."""
    if kind is TrackKind.EVENT:
        return row.get("role") in _EVENT_ROLES and bool(row.get("start"))
    if kind is TrackKind.FUNDING:
        return bool(row.get("value")) and row.get("kind") not in {"threshold", "fine"}
    return True


def promises_in(items: Iterable[Item]) -> dict[str, list[str]]:
    """Return the words of the promises of each report."""
    found: dict[str, list[str]] = defaultdict(list)
    for item in items:
        if item.kind is TrackKind.COMMITMENT:
            found[item.paper.report_id].append(item.cell("text"))
    return found
