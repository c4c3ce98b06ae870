"""Changes as scoring compares them: those that a story tells, and those that a tracker found.

Writers of stories have habits: some note each thing that comes up, others hardly any; one calls a
new figure restated and another changed. What no reader could foresee costs nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from csp_extract.evaluate.rows import GoldRow
from csp_extract.evaluate.stories import Story, StoryChange

# Kinds that hold from one report on; which of the later ones is named is the writer's choice.
_STANDING = frozenset({"silent", "overdue"})
# Kinds that some writers note at every step and others hardly ever, and the share of the tracks of
# their sort from which they count in a body. `launched` counts where it is noted at all.
_ROUTINE: Mapping[str, float] = {"added": 0.5, "retained": 0.5}
# Kinds by which writers call one and the same change of a sort of track.
_ALIKE: Mapping[tuple[str, str], str] = {
    ("initiative", "restated"): "reworded",
    ("initiative", "fulfilled"): "status_changed",
    ("initiative", "launched"): "status_changed",
    ("event", "fulfilled"): "status_changed",
    ("funding", "restated"): "amount_changed",
    ("funding", "contested"): "amount_changed",
}


_LATE = frozenset({"overdue", "fulfilled"})  # kinds that may tell of a moved date
_YEARS = re.compile(r"\b20\d\d/\d\d\b")


DAYS_NEAR = 3  # days by which a slippage may differ and still be right


class Event(NamedTuple):
    """What makes two changes the same: track, kind, and the meeting that tells of it."""

    track: str
    kind: str
    meeting: str


@dataclass(frozen=True)
class Telling:
    """What one body's story tells, and when its papers were before a meeting."""

    story: Story
    meetings: Mapping[str, str]  # report to day
    noted: frozenset[tuple[str, str]]  # kinds of track and change that its writer notes
    streams: frozenset[str]  # tracks of money over several years

    @classmethod
    def of(
        cls,
        story: Story,
        gold: Mapping[str, Sequence[GoldRow]],
        meetings: Mapping[str, str],
        streams: frozenset[str],
    ) -> "Telling":
        """Return the telling of a story."""
        first = min(meetings.values(), default="")
        late = frozenset(track for track, day in _begun(gold, meetings).items() if day > first)
        return cls(story, meetings, frozenset(_noted(story, late)), streams)

    def wanted(self) -> dict[Event, StoryChange]:
        """Return the changes of the story that count."""
        found: dict[Event, StoryChange] = {}
        for change in self.story.changes:
            event = self._event(change.track, change.kind, change.to_report)
            if event is not None:
                found.setdefault(event, change)
        return found

    def found(
        self, changes: Iterable[Mapping[str, str]], homes: Mapping[str, str]
    ) -> dict[Event, Mapping[str, str]]:
        """Return the changes of a tracker that count; ``homes`` are the story's tracks by its."""
        found: dict[Event, Mapping[str, str]] = {}
        for row in changes:
            home = homes.get(row["track_id"])
            if home is not None and home in self.story.kinds and not self._is_between(home, row):
                event = self._event(home, row["kind"], row["to_report"])
                if event is not None:
                    found.setdefault(event, row)
        return found

    def without_twins(
        self, wanted: Mapping[Event, StoryChange], found: Mapping[Event, Mapping[str, str]]
    ) -> dict[Event, Mapping[str, str]]:
        """Return the changes found, a moved date as that of the track on which the story has it.

        One move is told of the promise, the event and the initiative; a story notes it at one.
        """
        kept = dict(found)
        for event, row in found.items():
            twins = [
                other
                for other, change in wanted.items()
                if (other.kind, other.meeting) == (event.kind, event.meeting)
                if change.days and abs(change.days - int(row["days"] or 0)) <= DAYS_NEAR
            ]
            if event.kind == "date_moved" and event not in wanted:
                if twins or self._is_told_late(event, row):
                    del kept[event]
                kept.update({twin: row for twin in twins if twin not in found})
        return kept

    def _is_told_late(self, event: Event, row: Mapping[str, str]) -> bool:
        """Return whether the story tells at that meeting that a thing was late, by another name.

        What came late some call kept, with the days; a promise with a new day some call overdue.
        """
        return any(
            change.kind == "overdue"
            or (change.days and abs(change.days - int(row["days"] or 0)) <= DAYS_NEAR)
            for change in self.story.changes
            if change.track == event.track and change.kind in _LATE
            if self.meetings.get(change.to_report, change.to_report) == event.meeting
        )

    def _is_between(self, home: str, row: Mapping[str, str]) -> bool:
        """Return whether a change is from one year's money to the next's, which are two tracks."""
        if row["kind"] != "amount_changed" or home in self.streams:
            return False
        years = [_YEARS.findall(row.get(side, "")) for side in ("before", "after")]
        return all(years) and years[0] != years[1]

    def _event(self, track: str, kind: str, report: str) -> Event | None:
        """Return what a change is compared by, or nothing where it does not count."""
        sort = self.story.kinds[track]
        day = self.meetings.get(report, report)
        if kind in {*_ROUTINE, "launched"} and (sort, kind) not in self.noted:
            return None
        if kind == "added" and day == min(self.meetings.values()):
            return None
        return Event(track, _ALIKE.get((sort, kind), kind), "" if kind in _STANDING else day)


@dataclass(frozen=True)
class Moves:
    """The moved dates of a story, by meeting, and those that a tracker found."""

    wanted: Mapping[str, Sequence[StoryChange]]  # those whose days the story has, by meeting
    found: Mapping[tuple[str, str], Sequence[int]]  # days by track and report
    meetings: Mapping[str, str]

    @classmethod
    def of(
        cls,
        story: Story,
        changes: Iterable[Mapping[str, str]],
        meetings: Mapping[str, str],
    ) -> "Moves":
        """Return the moves of a story and of a tracker."""
        wanted: dict[str, list[StoryChange]] = defaultdict(list)
        for change in story.changes:
            if change.days:
                wanted[meetings.get(change.to_report, change.to_report)].append(change)
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row in changes:
            if row["kind"] == "date_moved":
                found[row["track_id"], row["to_report"]].append(int(row["days"] or 0))
        return cls(wanted, found, meetings)

    def bear_out(self, finding: Mapping[str, str], home: str) -> bool:
        """Return whether the story tells the move of a finding, be it at another track.

        One move is told of the promise, the event and the initiative; a story notes it at one, and
        may call what came late kept, with the days by which it was late.
        """
        day = self.meetings.get(finding["report_id"], finding["report_id"])
        return any(
            (change.track == home or change.kind == "date_moved")
            and abs(change.days - days) <= DAYS_NEAR
            for change in self.wanted.get(day, ())
            for days in self.found.get((finding["track_id"], finding["report_id"]), ())
        )


def _begun(gold: Mapping[str, Sequence[GoldRow]], meetings: Mapping[str, str]) -> Mapping[str, str]:
    """Return the day of the first meeting that is told of each track."""
    found: dict[str, str] = {}
    for name, rows in gold.items():
        for row in rows:
            found[row.track] = min(meetings[name], found.get(row.track, meetings[name]))
    return found


def _noted(story: Story, late: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the kinds of track and change that a writer notes; ``late`` began after the first."""
    could = {
        "added": Counter(kind for track, kind in story.kinds.items() if track in late),
        "retained": Counter(story.kinds.values()),
    }
    told = Counter(
        (story.kinds[track], kind)
        for track, kind in {(change.track, change.kind) for change in story.changes}
        if kind != "added" or track in late
    )
    for (sort, kind), count in told.items():
        if kind not in could or count >= _ROUTINE[kind] * could[kind][sort]:
            yield sort, kind
