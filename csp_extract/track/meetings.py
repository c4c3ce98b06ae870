"""The chain of a committee's meetings: those that have papers, and those that papers tell of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from csp_extract.records import FindingKind, FindingRow, MeetingRow, MeetingStatus, Severity, id_of
from csp_extract.track.items import Paper, Row
from csp_extract.track.sittings import committee_key, told_of
from csp_extract.track.wording import day_words, named

_NEAR_DAYS = 7  # a day that differs by no more from that of a meeting is that meeting's, misprinted
_SOON_DAYS = 31  # an announced meeting may be put off by as much
_LISTED = 6


class Told(NamedTuple):
    """A paper's word on a meeting of its committee: the one before, or the one after."""

    paper: Paper
    day: date
    is_next: bool
    row_id: str


@dataclass(frozen=True)
class Sitting:
    """A meeting: its papers, and the rows that tell of it."""

    day: date
    papers: tuple[Paper, ...] = ()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Chain:
    """The meetings of one committee of one body, in order."""

    body: str
    committee: str
    key: str  # of the committee, whatever it is called over the years
    series: str
    sittings: tuple[Sitting, ...]
    elsewhere: frozenset[date] = frozenset()  # days on which other committees of the body met

    @property
    def held(self) -> list[date]:
        """The days of the meetings that have papers."""
        return [sitting.day for sitting in self.sittings if sitting.papers]

    def status(self, sitting: Sitting) -> MeetingStatus:
        """Return what the archive has of a meeting."""
        if sitting.papers:
            return MeetingStatus.PAPERS
        if sitting.day in self.elsewhere:
            return MeetingStatus.OTHER_COMMITTEE
        if not self.held or sitting.day > self.held[-1]:
            return MeetingStatus.AHEAD
        return MeetingStatus.MISSING if sitting.day > self.held[0] else MeetingStatus.BEFORE

    def missing(self) -> list[Sitting]:
        """Return the meetings within the archive's reach of which it has no paper."""
        return [one for one in self.sittings if self.status(one) is MeetingStatus.MISSING]


def chains_of(papers: Iterable[Paper], dates: Iterable[Row]) -> list[Chain]:
    """Return the chain of meetings of every committee of every body."""
    homes = {paper.report_id: paper for paper in papers}
    keys = _committees(homes.values())
    told: dict[tuple[str, str], list[Told]] = defaultdict(list)
    groups: dict[tuple[str, str], list[Paper]] = defaultdict(list)
    for paper in homes.values():
        if paper.meeting_date is not None:
            groups[paper.series, keys[paper.report_id]].append(paper)
    for row in dates:
        if row["report_id"] not in homes:
            continue
        teller = homes[row["report_id"]]
        is_next = told_of(row, teller.committee) if teller.meeting_date else None
        if is_next is not None and row["start"] != str(teller.meeting_date):
            key = teller.series, keys[teller.report_id]
            day = date.fromisoformat(row["start"])
            told[key].append(Told(teller, day, is_next, row["date_id"]))
    days = {key: {p.meeting_date for p in own if p.meeting_date} for key, own in groups.items()}
    return [
        _chain(key, own, told[key], frozenset().union(
            *(found for other, found in days.items() if other[0] == key[0] and other != key)
        ))
        for key, own in sorted(groups.items())
    ]  # fmt: skip


def _committees(papers: Iterable[Paper]) -> dict[str, str]:
    """Return the key of each paper's committee.

    A paper that names none belongs to the body's only committee, or to the only one that met on its
    day.
    """
    keys = {paper.report_id: committee_key(paper.committee) for paper in papers}
    known: dict[tuple[str, date | None], set[str]] = defaultdict(set)
    for paper in papers:
        if keys[paper.report_id]:
            known[paper.series, paper.meeting_date].add(keys[paper.report_id])
            known[paper.series, None].add(keys[paper.report_id])
    for paper in papers:
        for place in ((paper.series, paper.meeting_date), (paper.series, None)):
            if not keys[paper.report_id] and len(known[place]) == 1:
                keys[paper.report_id] = next(iter(known[place]))
    return keys


def _chain(
    key: tuple[str, str], papers: Sequence[Paper], told: Sequence[Told], elsewhere: frozenset[date]
) -> Chain:
    """Return the chain of one committee."""
    by_day: dict[date, list[Paper]] = defaultdict(list)
    for paper in sorted(papers, key=lambda one: one.order):
        if paper.meeting_date is not None:
            by_day[paper.meeting_date].append(paper)
    words: dict[date, list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (one.paper.order, one.row_id)):
        words[one.day].append(one)
    sittings = tuple(
        Sitting(day, tuple(by_day.get(day, ())), tuple(words.get(day, ())))
        for day in sorted(by_day.keys() | words.keys())
    )
    body, committee = (
        _usual(names) for names in zip(*((p.body, p.committee) for p in papers), strict=True)
    )
    return Chain(body, committee, key[1], key[0], sittings, elsewhere)


def _usual(names: Iterable[str]) -> str:
    """Return the name that papers use most, the last of those in order; none where none has one."""
    counts = Counter(name for name in names if name)
    return max(counts, key=lambda name: (counts[name], name), default="")


def meeting_rows(chains: Iterable[Chain]) -> Iterator[MeetingRow]:
    """Yield a row for every meeting, in order: its papers, and the rows that tell of it."""
    for chain in chains:
        for sitting in chain.sittings:
            yield MeetingRow(
                meeting_id=id_of("g", chain.series, chain.key, str(sitting.day)),
                body=_usual(paper.body for paper in sitting.papers) or chain.body,
                committee=_usual(paper.committee for paper in sitting.papers) or chain.committee,
                meeting_date=sitting.day,
                status=chain.status(sitting),
                report_ids=tuple(paper.report_id for paper in sitting.papers),
                kinds=tuple(paper.kind for paper in sitting.papers),
                row_ids=tuple(one.row_id for one in sitting.told),
            )


def meeting_findings(chains: Iterable[Chain]) -> Iterator[FindingRow]:
    """Yield where papers tell meetings on other days than others do, and which lack papers."""
    for chain in chains:
        doubtful = set()
        for sitting in chain.sittings:
            if not sitting.papers and sitting.day not in chain.elsewhere:
                for told in sitting.told:
                    message = _doubt(told, chain.held)
                    if message:
                        doubtful.add(sitting.day)
                        yield _finding(
                            FindingKind.MEETING_DATE_DIFFERS, Severity.MEDIUM, told.paper, message,
                            (told.row_id,),
                        )  # fmt: skip
        lost = [sitting for sitting in chain.missing() if sitting.day not in doubtful]
        if lost:
            days = [day_words(sitting.day) for sitting in lost]
            told_days = ", ".join(days[:_LISTED]) + (" and others" if len(days) > _LISTED else "")
            count = f"{len(days)} meetings" if len(days) > 1 else "a meeting"
            message = (
                f"The papers of {chain.committee or chain.body} tell of {count} of which no paper"
                f" is in the archive: {told_days}."
            )
            rows = tuple(sitting.told[0].row_id for sitting in lost)
            paper = lost[0].told[0].paper
            yield _finding(FindingKind.PAPERS_MISSING, Severity.LOW, paper, message, rows)


def _doubt(told: Told, held: Sequence[date]) -> str:
    """Return what a paper says of a meeting that cannot be, as other papers tell; or nothing."""
    paper, own = told.paper, told.paper.meeting_date
    if own is None:
        return ""
    says = f"The {named(paper)} tells the {'next' if told.is_next else 'last'} meeting on"
    says = f"{says} {day_words(told.day)}"
    if told.is_next != (told.day > own):
        return f"{says}, which is not {'after' if told.is_next else 'before'} its own."
    reach = _SOON_DAYS if told.is_next else _NEAR_DAYS
    side = [day for day in held if (day > own if told.is_next else day < own)]
    near = next((day for day in side if _is_misprint(told.day, day, reach)), None)
    if near is None:
        return ""
    return (
        f"{says}; the archive has papers of a meeting on {day_words(near)} and of none on that day."
    )


def _is_misprint(told: date, held: date, reach: int) -> bool:
    """Return whether one meeting may stand behind two days: near ones, or of two years."""
    is_year_off = (told.day, told.month) == (held.day, held.month) and abs(
        told.year - held.year
    ) == 1
    return is_year_off or abs((told - held).days) <= reach


def _finding(
    kind: FindingKind, severity: Severity, paper: Paper, message: str, row_ids: tuple[str, ...]
) -> FindingRow:
    """Return a finding about a paper's word on a meeting."""
    name = id_of("f", kind, paper.report_id, *row_ids)
    return FindingRow(name, kind, severity, "", paper.report_id, message, row_ids)


def days_missing(chains: Iterable[Chain]) -> Mapping[str, tuple[date, ...]]:
    """Return the days of the meetings without papers, by series."""
    found: dict[str, set[date]] = defaultdict(set)
    for chain in chains:
        found[chain.series].update(sitting.day for sitting in chain.missing())
    return {series: tuple(sorted(days)) for series, days in found.items()}
