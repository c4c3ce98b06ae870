"""What an auditor should look at across reports: leads told as the documents tell them."""

from collections.abc import Iterator, Mapping, Sequence

from csp_extract.records import (
    ChangeKind,
    ChangeRow,
    FindingKind,
    FindingRow,
    Severity,
    TrackKind,
    TrackState,
    id_of,
)
from csp_extract.track.items import LAST, Item, Paper
from csp_extract.track.leads import (
    goes_on,
    is_promise_to_check,
    is_sure_move,
    is_sure_sum,
    is_surely_dropped,
    is_told_off,
    is_unheard_of,
    may_be_reworded,
)
from csp_extract.track.outcome import Outcome
from csp_extract.track.thread import Series, Thread
from csp_extract.track.wording import at_head, days_words, named, quoted

_LONG_DAYS = 90  # from here a moved date is more than a slip
_FEW = 2  # reports that must have told of a thing before its silence is worth a look
_OF_CHANGE: Mapping[ChangeKind, FindingKind] = {
    ChangeKind.DATE_MOVED: FindingKind.DATE_MOVED,
    ChangeKind.RESTATED: FindingKind.SUM_RESTATED,
    ChangeKind.DROPPED: FindingKind.PRIORITY_DROPPED,
    ChangeKind.CONTESTED: FindingKind.CONTRADICTION,
}


def findings_across(
    threads: Sequence[Thread], became: Mapping[str, Outcome], series: Series
) -> list[FindingRow]:
    """Return the findings of a series, the gravest first, then by report; one for each lead."""
    papers = {paper.report_id: paper for paper in series.papers}
    of_lists = [
        row
        for thread in threads
        if thread.kind is TrackKind.PRIORITY
        for row in became[thread.track_id].changes
    ]
    lists = goes_on(of_lists)
    found: dict[tuple[str, ...], FindingRow] = {}
    for thread in threads:
        outcome = became[thread.track_id]
        for row in _of_state(thread, outcome, series):
            found.setdefault((row.kind, row.report_id, row.message), row)
        for change, row in _of_changes(thread, outcome, papers, series):
            pair = change.from_report, change.to_report
            if change.kind is ChangeKind.DROPPED and (
                pair not in lists or may_be_reworded(change, of_lists)
            ):
                continue
            told = change.before if change.days is None else f"{change.from_report} {change.days}"
            found.setdefault((row.kind, row.report_id, told), row)
    grave = list(Severity)
    return sorted(
        found.values(),
        key=lambda row: (grave.index(row.severity), papers[row.report_id].order, row.finding_id),
    )


def _of_changes(
    thread: Thread, outcome: Outcome, papers: Mapping[str, Paper], series: Series
) -> Iterator[tuple[ChangeRow, FindingRow]]:
    """Yield the leads that a change is by itself, each with the change.

    One move is told of a promise and of an event; the same papers and days make one lead.
    """
    for row in outcome.changes:
        kind = _OF_CHANGE.get(row.kind)
        if kind is not None and _is_sure(row, thread, papers, series):
            before, after = papers[row.from_report], papers[row.to_report]
            told = _message(thread, row, before, after)
            yield row, _finding(thread, kind, _gravity(row), after, told, row.row_ids)


def _is_sure(row: ChangeRow, thread: Thread, papers: Mapping[str, Paper], series: Series) -> bool:
    """Return whether a change is of one thing beyond doubt, told by papers of known days."""
    if None in {papers[one].meeting_date for one in (row.from_report, row.to_report)}:
        return False
    if row.kind is ChangeKind.DATE_MOVED:
        return (row.days or 0) > 0 and is_sure_move(row, thread.items, thread)
    if row.kind is ChangeKind.DROPPED:
        return is_surely_dropped(row, thread, papers[row.to_report], series)
    if row.kind is ChangeKind.RESTATED and thread.kind is TrackKind.FUNDING:
        return is_sure_sum(row, thread.items)
    return row.kind is ChangeKind.CONTESTED


def _gravity(row: ChangeRow) -> Severity:
    """Return how soon to look at a change."""
    if row.kind is ChangeKind.DATE_MOVED:
        return Severity.MEDIUM if (row.days or 0) >= _LONG_DAYS else Severity.LOW
    return Severity.HIGH if row.kind is ChangeKind.CONTESTED else Severity.MEDIUM


def _message(thread: Thread, row: ChangeRow, before: Paper, after: Paper) -> str:
    """Return what two papers say of one thing, side by side."""
    last = next(item for item in thread.items if item.row_id == row.row_ids[-1])
    name = quoted(last.name or thread.last.name)
    if row.kind is ChangeKind.DROPPED:
        return (
            f"{name} is on the list of priorities in the {named(before)} and not on that in the"
            f" {named(after)}; no words that tell why were found."
        )
    told = f"{name}: {row.before} in the {named(before)}, {row.after} in the {named(after)}"
    if not row.days:
        return f"{told}."
    return f"{told}, {abs(row.days)} days {'later' if row.days > 0 else 'earlier'}."


def _of_state(thread: Thread, outcome: Outcome, series: Series) -> Iterator[FindingRow]:
    """Yield the lead that a promise was not kept in words, or that a thing is told of no more."""
    last = thread.last
    later = series.reports_after(last.paper)
    if not later or (thread.kind is TrackKind.COMMITMENT and not is_promise_to_check(last)):
        return
    where = f"{_counted(later)}{_missing(series.missing_after(last.paper))}"
    due = last.days if thread.kind is TrackKind.COMMITMENT else None
    is_past = bool(due and series.as_of and due[1] < series.as_of)
    told = f"{at_head(last.paper)}: {quoted(last.cell('text'))}"
    if outcome.state not in {TrackState.OVERDUE, TrackState.SILENT}:
        return
    if is_past and is_unheard_of(thread, later, series):
        paper = next(
            (other for other in later if due and (other.meeting_date or LAST) > due[1]), later[0]
        )
        words = days_words(*last.days or (LAST, LAST))
        message = f"{told}, due {words}. No words that it was done were found in {where}."
        yield _finding(
            thread, FindingKind.COMMITMENT_OVERDUE, _weight(last), paper, message, _rows(thread)
        )
    elif (
        not is_past
        and outcome.state is TrackState.SILENT
        and _is_worth_a_word(thread)
        and is_unheard_of(thread, later, series)
    ):
        message = f"{told}. No word of it was found in {where}."
        yield _finding(
            thread, FindingKind.SILENT, Severity.MEDIUM, later[0], message, _rows(thread)
        )


def _is_worth_a_word(thread: Thread) -> bool:
    """Return whether silence is a lead: of somebody's promise, or of what several reports told."""
    if thread.kind is TrackKind.INITIATIVE:
        meetings = {paper.meeting_date for paper, _ in thread.steps}
        return len(meetings) >= _FEW and not is_told_off(thread)
    return thread.kind is TrackKind.COMMITMENT and bool(thread.last.cell("owner"))


def _weight(item: Item) -> Severity:
    """Return how soon to look at a promise: firm ones and orders first."""
    return Severity.MEDIUM if item.cell("strength") == "weak" else Severity.HIGH


def _counted(later: Sequence[Paper]) -> str:
    """Return the later reports in which nothing was found."""
    if len(later) > 1:
        return f"the {len(later)} later reports of the archive"
    return f"the {named(later[0])}, the only later one"


def _missing(count: int) -> str:
    """Return how many meetings the silence says nothing of, for want of their papers."""
    if not count:
        return ""
    meetings = "1 later meeting" if count == 1 else f"{count} later meetings"
    return f"; papers of {meetings} that it tells of are missing"


def _rows(thread: Thread) -> tuple[str, ...]:
    """Return the last mention, which proves what was promised."""
    return (thread.last.row_id,)


def _finding(  # noqa: PLR0917 as a row has columns
    thread: Thread,
    kind: FindingKind,
    severity: Severity,
    paper: Paper,
    message: str,
    row_ids: tuple[str, ...],
) -> FindingRow:
    """Return a row of findings.csv."""
    named = f"{kind} {thread.track_id} {paper.report_id} {' '.join(row_ids)}"
    return FindingRow(
        id_of("f", named), kind, severity, thread.track_id, paper.report_id, message, row_ids
    )
