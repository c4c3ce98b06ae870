"""From the rows of single reports to all that is known of an archive: corrected, then followed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from csp_extract.findings import findings_within
from csp_extract.records import Correction, cells_of
from csp_extract.review import Waiting, replay
from csp_extract.tables import rows_across
from csp_extract.tables.cells import Row
from csp_extract.track import MATCHER, redirects, track

Rows = Mapping[str, Sequence[Mapping[str, str]]]
_UNFOLLOWED = (
    "its rows are not followed together: they are of two bodies, or of a sort or a paper that"
    " tracks leave out"
)


@dataclass(frozen=True)
class Archive:
    """The rows of every table of an archive, and what became of people's corrections."""

    rows: dict[str, list[Row]]
    originals: Rows = field(default_factory=dict)  # of the rows that people changed or dropped
    waiting: tuple[Waiting, ...] = ()


def look_across(
    rows: Mapping[str, Sequence[Row]],
    texts: Mapping[str, str],
    corrections: Sequence[Correction] = (),
    as_of: date | None = None,
    before: Rows | None = None,
) -> Archive:
    """Return the rows as people corrected them, with those of the tables across reports.

    ``before`` are the tables of the last output in the same place, from which ids are redirected;
    what one report shows by itself comes first among the findings.
    """
    replayed = replay(rows, corrections)
    judgements = tuple(one.link for one in replayed.judgements)
    found = track(replayed.rows, texts, as_of, judgements).rows
    within = findings_within(_counted(replayed.rows))
    across = rows_across({**found, "findings": [*within, *found["findings"]]})
    whole = {**replayed.rows, **across}
    led = [cells_of(row) for row in redirects(before, whole)] if before else []
    told = {(row["left_id"], row["right_id"]) for row in across["links"] if row["who"] != MATCHER}
    idle = [
        Waiting(one.correction, _UNFOLLOWED)
        for one in replayed.judgements
        if told.isdisjoint({one.ids, one.ids[::-1]})
    ]
    return Archive({**whole, "redirects": led}, replayed.originals, (*replayed.waiting, *idle))


def _counted(rows: Rows) -> Rows:
    """Return the rows of the papers that count: no copies, and no drafts of a final."""
    told_again = {
        row["report_id"] for row in rows["reports"] if row["duplicate_of"] or row["superseded_by"]
    } - {""}
    if not told_again:
        return rows
    return {
        name: [row for row in own if row["report_id"] not in told_again]
        for name, own in rows.items()
    }
