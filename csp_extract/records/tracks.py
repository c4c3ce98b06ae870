"""What is known across reports: tracks, changes, judgements, the chain and the findings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from csp_extract.records.column import Column


class TrackKind(StrEnum):
    """What sort of thing is followed through the archive."""

    INITIATIVE = "initiative"
    PRIORITY = "priority"
    FUNDING = "funding"
    COMMITMENT = "commitment"
    EVENT = "event"


class TrackState(StrEnum):
    """How a track stands as of its last look; each kind has its own of these."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    RECURRING = "recurring"
    COMPLETED = "completed"
    ENDED = "ended"
    SILENT = "silent"
    CURRENT = "current"
    DROPPED = "dropped"
    CONTESTED = "contested"
    OPEN = "open"
    FULFILLED = "fulfilled"
    OVERDUE = "overdue"
    SUPERSEDED = "superseded"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"


class ChangeKind(StrEnum):
    """What changed between a report and the next of its series that tells of the thing."""

    ADDED = "added"
    RETAINED = "retained"
    RESTATED = "restated"
    REWORDED = "reworded"
    MERGED = "merged"
    SPLIT = "split"
    ABSORBED = "absorbed"
    DROPPED = "dropped"
    RETURNED = "returned"
    LAUNCHED = "launched"
    STATUS_CHANGED = "status_changed"
    AMOUNT_CHANGED = "amount_changed"
    DATE_MOVED = "date_moved"
    FULFILLED = "fulfilled"
    OVERDUE = "overdue"
    CONTESTED = "contested"
    SUPERSEDED = "superseded"
    SILENT = "silent"


class Judgement(StrEnum):
    """Whether two mentions are the same thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Relation(StrEnum):
    """How one track hangs on another."""

    PAYS_FOR = "pays_for"  # funding, initiative
    SERVES = "serves"  # initiative, priority
    PROMISES = "promises"  # commitment, initiative


class FindingKind(StrEnum):
    """What an auditor is led to."""

    COMMITMENT_OVERDUE = "commitment_overdue"
    SILENT = "silent"
    SUM_RESTATED = "sum_restated"
    PARTS_DO_NOT_ADD_UP = "parts_do_not_add_up"
    PERCENTAGE_WRONG = "percentage_wrong"
    WEEKDAY_WRONG = "weekday_wrong"
    PRIORITY_DROPPED = "priority_dropped"
    DATE_MOVED = "date_moved"
    CONTRADICTION = "contradiction"
    MISPRINT = "misprint"
    MEETING_ON_WEEKEND = "meeting_on_weekend"
    END_BEFORE_START = "end_before_start"
    PAPERS_MISSING = "papers_missing"  # papers tell of a meeting of which there are none
    MEETING_DATE_DIFFERS = "meeting_date_differs"
    PAST_AFTER_MEETING = "past_after_meeting"  # told as done on a day after the report's meeting


class MeetingStatus(StrEnum):
    """What the archive has of a meeting."""

    PAPERS = "papers"
    MISSING = (
        "missing"  # later papers tell of it; there are papers before and after, and none of it
    )
    BEFORE = "before"  # told of, and before the first paper
    AHEAD = "ahead"  # told of, and after the last paper
    OTHER_COMMITTEE = "other_committee"  # told of; the papers of that day are another committee's


class Severity(StrEnum):
    """How soon an auditor should look."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One thing followed through the archive: tracks.csv."""

    track_id: Annotated[str, Column("id of the track: a hash of its first mention")]
    kind: Annotated[TrackKind, Column("what sort of thing it is")]
    body: Annotated[str, Column("council or authority whose reports tell of it")] = ""
    name: Annotated[str, Column("fullest name used")] = ""
    aliases: Annotated[tuple[str, ...], Column("other names and wordings used")] = ()
    themes: Annotated[tuple[str, ...], Column("community safety themes")] = ()
    first_report: Annotated[str, Column("report_id of the first report that tells of it")] = ""
    last_report: Annotated[str, Column("report_id of the last one")] = ""
    first_date: Annotated[date | None, Column("meeting date of the first")] = None
    last_date: Annotated[date | None, Column("meeting date of the last")] = None
    n_reports: Annotated[int, Column("how many reports tell of it", unit="reports")] = 0
    state: Annotated[TrackState | None, Column("how it stands as of as_of")] = None
    as_of: Annotated[date | None, Column("meeting date of the last report of the series")] = None


@dataclass(frozen=True, slots=True)
class TrackMentionRow:
    """A mention's place in a track: track_mentions.csv."""

    track_id: Annotated[str, Column("track that the mention belongs to")]
    table: Annotated[str, Column("table of the mention")]
    row_id: Annotated[str, Column("id of the mention")]
    report_id: Annotated[str, Column("report the mention stands in")] = ""
    meeting_date: Annotated[date | None, Column("meeting date of that report")] = None
    score: Annotated[float | None, Column("best likeness to another mention of the track")] = None
    reason: Annotated[str, Column("what tied it to that mention, in words")] = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What changed between two reports that tell of a track: changes.csv."""

    change_id: Annotated[str, Column("hash of track, kind and reports")]
    track_id: Annotated[str, Column("track that changed")]
    kind: Annotated[ChangeKind, Column("what changed")]
    from_report: Annotated[str, Column("report before")] = ""
    to_report: Annotated[str, Column("report that tells of the change")] = ""
    from_date: Annotated[date | None, Column("meeting date before")] = None
    to_date: Annotated[date | None, Column("meeting date of the change")] = None
    before: Annotated[str, Column("words or value before")] = ""
    after: Annotated[str, Column("words or value after; empty where nothing is said")] = ""
    days: Annotated[int | None, Column("by how far a date moved", unit="days")] = None
    row_ids: Annotated[tuple[str, ...], Column("mentions that prove it")] = ()


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A judgement on two mentions: links.csv."""

    left_table: Annotated[str, Column("table of the earlier mention")]
    left_id: Annotated[str, Column("id of the earlier mention")]
    right_table: Annotated[str, Column("table of the later mention")]
    right_id: Annotated[str, Column("id of the later mention")]
    judgement: Annotated[Judgement, Column("same thing or not")]
    score: Annotated[float | None, Column("probability of the same, by the matcher")] = None
    reasons: Annotated[str, Column("what speaks for it and against it, in words")] = ""
    who: Annotated[str, Column("matcher, or the person who judged")] = ""
    when: Annotated[str, Column("when a person judged, ISO 8601")] = ""


@dataclass(frozen=True, slots=True)
class ChainRow:
    """A link of money, initiative, priority and commitment: chain.csv."""

    from_track: Annotated[str, Column("track that hangs on the other")]
    to_track: Annotated[str, Column("track it hangs on")]
    relation: Annotated[Relation, Column("how")]
    row_ids: Annotated[tuple[str, ...], Column("mentions that prove it")] = ()


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Something that an auditor should look at: findings.csv."""

    finding_id: Annotated[str, Column("hash of kind, track, report and rows")]
    kind: Annotated[FindingKind, Column("what it is")]
    severity: Annotated[Severity, Column("how soon to look")]
    track_id: Annotated[str, Column("track it is about, where it is about one")] = ""
    report_id: Annotated[str, Column("report that shows it")] = ""
    message: Annotated[str, Column("a sentence to check; a lead, not a verdict")] = ""
    row_ids: Annotated[tuple[str, ...], Column("mentions that prove it")] = ()


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting of a committee: meetings.csv."""

    meeting_id: Annotated[str, Column("hash of body, committee and day")]
    body: Annotated[str, Column("council or authority")] = ""
    committee: Annotated[str, Column("committee or panel, as its papers name it")] = ""
    meeting_date: Annotated[date | None, Column("day of the meeting")] = None
    status: Annotated[MeetingStatus | None, Column("what the archive has of it")] = None
    report_ids: Annotated[
        tuple[str, ...], Column("its papers: report, minutes, decisions ...")
    ] = ()
    kinds: Annotated[tuple[str, ...], Column("sort of each paper, in the same order")] = ()
    row_ids: Annotated[tuple[str, ...], Column("dates in other papers that tell of it")] = ()


# The tables across reports, in the order of the contract, with the record of a row.
TRACK_TABLES: Mapping[str, type] = {
    "tracks": TrackRow,
    "track_mentions": TrackMentionRow,
    "changes": ChangeRow,
    "links": LinkRow,
    "chain": ChainRow,
    "findings": FindingRow,
    "meetings": MeetingRow,
}
