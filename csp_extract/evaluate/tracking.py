"""Scores of tracking: on gold mentions, and end to end.

*On gold mentions* the tracker works on the rows that the annotators wrote, so that its own errors
are seen alone. *End to end* it has worked on what the run extracted, and the run's rows are matched
to the gold's first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from csp_extract.evaluate.awards import Awards
from csp_extract.evaluate.changes import Event, Moves, Telling
from csp_extract.evaluate.clusters import ClusterCounts, compare_clusters
from csp_extract.evaluate.gold_tables import gold_id
from csp_extract.evaluate.rows import GoldRow
from csp_extract.evaluate.stories import Story, StoryChange

# The table whose rows make the tracks of each kind.
KINDS: Mapping[str, str] = {
    "initiative": "initiatives",
    "priority": "priorities",
    "funding": "amounts",
    "commitment": "commitments",
    "event": "dates",
}
KIND_OF = {table: kind for kind, table in KINDS.items()}
# Leads on the archive itself, which no story was asked to list.
_UNASKED = frozenset({"papers_missing", "meeting_date_differs"})
_UNTOLD = frozenset({"silent", "overdue"})  # states that say what a finding of a promise says
# A finding that the story does not list is right where the story has the change behind it.
_BEHIND: Mapping[str, frozenset[str]] = {
    "commitment_overdue": frozenset({"overdue", "silent"}),
    "silent": frozenset({"silent"}),
    "date_moved": frozenset({"date_moved"}),
    "sum_restated": frozenset({"restated", "amount_changed", "contested"}),
    "priority_dropped": frozenset({"dropped"}),
}


@dataclass(frozen=True)
class TrackedRows:
    """What a tracker said, with report ids put back into names and row ids into gold ids."""

    members: Mapping[str, str]  # gold id of a mention to track id
    tracks: Mapping[str, Mapping[str, str]]
    changes: Sequence[Mapping[str, str]]
    findings: Sequence[Mapping[str, str]]


@dataclass
class TrackingCounts:
    """Counts of one body, or of several added up."""

    clusters: dict[str, ClusterCounts] = field(default_factory=lambda: defaultdict(ClusterCounts))
    hard: Counter[str] = field(default_factory=Counter)  # different pairs judged, by table
    hard_wrong: Counter[str] = field(default_factory=Counter)
    changes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    states: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    slips: list[int] = field(default_factory=list)  # how far off each slippage of the gold is
    slips_gold: int = 0
    findings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lapses: list[str] = field(default_factory=list)

    def add(self, other: "TrackingCounts") -> None:
        """Add the counts of another body."""
        for kind, counts in other.clusters.items():
            self.clusters[kind].add(counts)
        self.hard.update(other.hard)
        self.hard_wrong.update(other.hard_wrong)
        for name in ("changes", "states", "findings"):
            for kind, counter in getattr(other, name).items():
                getattr(self, name)[kind].update(counter)
        self.slips += other.slips
        self.slips_gold += other.slips_gold
        self.lapses += other.lapses


def score_body(
    story: Story,
    gold: Mapping[str, Sequence[GoldRow]],
    told: TrackedRows,
    hard: Iterable[tuple[str, str, str]] = (),
) -> TrackingCounts:
    """Return how well a tracker followed one body.

    ``gold`` are the annotations by report; ``hard`` are pairs of gold ids of a table that look
    alike and are not the same. Optional annotations count nowhere.
    """
    counts = TrackingCounts()
    wanted = {
        (row.table, gold_id(name, place)): row.track
        for name, rows in gold.items()
        for place, row in enumerate(rows)
        if row.track and not row.is_optional
    }
    awards = Awards(gold)
    for kind, table in KINDS.items():
        own = {key: track for (of, key), track in wanted.items() if of == table}
        judged = partial(awards.is_judged, kind)
        counts.clusters[kind] = compare_clusters(own, told.members, judged)
    _score_hard(hard, told, counts)
    homes = _homes(wanted, told)
    _score_changes(story, gold, told, homes, counts)
    _score_states(story, wanted, told, homes, counts)
    _score_findings(story, gold, told, homes, counts)
    return counts


def _score_hard(
    hard: Iterable[tuple[str, str, str]], told: TrackedRows, counts: TrackingCounts
) -> None:
    """Count the pairs that look alike, and those of them that were linked."""
    for table, left, right in hard:
        if left in told.members and right in told.members:
            counts.hard[table] += 1
            if told.members[left] == told.members[right]:
                counts.hard_wrong[table] += 1
                counts.lapses.append(f"{table}\tlinked wrongly\t{left}\t{right}")


def _homes(wanted: Mapping[tuple[str, str], str], told: TrackedRows) -> dict[str, str]:
    """Return the track of the gold that each predicted track shares most mentions with."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, mention), track_id in wanted.items():
        if mention in told.members:
            shared[told.members[mention]][track_id] += 1
    return {
        predicted: min(tally, key=lambda name: (-tally[name], name))
        for predicted, tally in shared.items()
    }


def _score_changes(
    story: Story,
    gold: Mapping[str, Sequence[GoldRow]],
    told: TrackedRows,
    homes: Mapping[str, str],
    counts: TrackingCounts,
) -> None:
    """Count the changes found, missed and made up, and how far off their days are."""
    telling = Telling.of(story, gold, _meetings(gold), Awards(gold).streams)
    wanted = telling.wanted()
    found = telling.without_twins(wanted, telling.found(told.changes, homes))
    for event in sorted(wanted.keys() | found.keys()):
        tally = counts.changes[event.kind]
        tally["gold"] += event in wanted
        tally["predicted"] += event in found
        tally["right"] += event in wanted and event in found
        if (event in wanted) != (event in found):
            counts.lapses.append(
                "\t".join(["changes", "missed" if event in wanted else "spurious", *event])
            )
    _score_days(wanted, found, counts)


def _score_days(
    wanted: Mapping[Event, StoryChange],
    found: Mapping[Event, Mapping[str, str]],
    counts: TrackingCounts,
) -> None:
    """Count how far off the slippage of each moved date is."""
    for event, change in wanted.items():
        if change.days and event.kind == "date_moved":
            counts.slips_gold += 1
            if event in found and found[event]["days"]:
                counts.slips.append(abs(int(found[event]["days"]) - change.days))


def _meetings(gold: Mapping[str, Sequence[GoldRow]]) -> dict[str, str]:
    """Return the day of the meeting of each report; its papers tell of one moment."""
    return {
        name: str(
            next((r.values.get("meeting_date", name) for r in rows if r.table == "report"), name)
        )
        for name, rows in gold.items()
    }


def _score_states(
    story: Story,
    wanted: Mapping[tuple[str, str], str],
    told: TrackedRows,
    homes: Mapping[str, str],
    counts: TrackingCounts,
) -> None:
    """Count the tracks whose last state is right; a track that was not found is wrong.

    Of several predicted tracks in one of the story, the largest counts; of money, which writers
    follow over the years, the one told last.
    """
    sizes = Counter(told.members[key] for _, key in wanted if key in told.members)

    def rank(pair: tuple[str, str]) -> tuple[str, int, str]:
        track = told.tracks[pair[0]]
        last = track.get("last_date", "") if track["kind"] == "funding" else ""
        return last, sizes[pair[0]], pair[0]

    best: dict[str, str] = {}
    for predicted, home in sorted(homes.items(), key=rank, reverse=True):
        if told.tracks[predicted]["kind"] == story.kinds.get(home):
            best.setdefault(home, predicted)
    seen = {(KIND_OF[table], track_id) for (table, _), track_id in wanted.items()}
    for track_id, state in story.states.items():
        kind = story.kinds[track_id]
        if (kind, track_id) not in seen:
            continue
        got = told.tracks[best[track_id]]["state"] if track_id in best else ""
        counts.states[kind]["gold"] += 1
        counts.states[kind]["right"] += got == state
        if got != state:
            counts.lapses.append(f"states\t{kind}\t{track_id}\t{state}\t{got}")


def _score_findings(
    story: Story,
    gold: Mapping[str, Sequence[GoldRow]],
    told: TrackedRows,
    homes: Mapping[str, str],
    counts: TrackingCounts,
) -> None:
    """Count the findings of the story that were found, and those predicted that it bears out."""
    meetings = _meetings(gold)
    behind = {(change.track, change.kind) for change in story.changes}
    behind |= {(track, state) for track, state in story.states.items() if state in _UNTOLD}
    moved = Moves.of(story, told.changes, meetings)
    of_track = {(_sort(found.kind, found.track, story), found.track) for found in story.findings}
    of_day = {(found.kind, meetings.get(found.report)) for found in story.findings}
    predicted = set()
    slipped = set()
    for row in told.findings:
        if row["kind"] in _UNASKED:
            continue
        home = homes.get(row["track_id"], "")
        if moved.bear_out(row, home):
            slipped.add(home)
        if home in story.kinds or not row["track_id"]:  # else of a thing that is not followed
            day = "" if home else meetings.get(row["report_id"], row["report_id"])
            predicted.add((row["kind"], home, day))
    for kind, home, day in sorted(predicted):
        is_right = (_sort(kind, home, story), home) in of_track if home else (kind, day) in of_day
        is_right = is_right or any((home, change) in behind for change in _BEHIND.get(kind, ()))
        is_right = is_right or (kind == "date_moved" and home in slipped)
        counts.findings[kind]["predicted"] += 1
        counts.findings[kind]["right"] += is_right
        if not is_right:
            counts.lapses.append(f"findings\tspurious\t{kind}\t{home}\t{day}")
    got = {(_sort(kind, home, story), home) for kind, home, _ in predicted if home}
    got_days = {(kind, day) for kind, home, day in predicted if not home}
    for found in story.findings:
        is_found = (_sort(found.kind, found.track, story), found.track) in got
        is_found = is_found or (found.kind, meetings.get(found.report)) in got_days
        counts.findings[found.kind]["gold"] += 1
        counts.findings[found.kind]["found"] += is_found
        if not is_found:
            counts.lapses.append(f"findings\tmissed\t{found.kind}\t{found.track}\t{found.report}")


def _sort(kind: str, track_id: str, story: Story) -> str:
    """Return a kind of finding; a promise of which nothing is said is overdue or silent alike."""
    is_promise = story.kinds.get(track_id) == "commitment"
    return "unkept" if is_promise and kind in {"silent", "commitment_overdue"} else kind
