"""Tracking scored over the bodies of a board: both ways, as data and as lines."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from csp_extract.evaluate.changes import DAYS_NEAR
from csp_extract.evaluate.gold_tables import body_of, gold_id, gold_tables
from csp_extract.evaluate.locate import locate
from csp_extract.evaluate.match import match_rows
from csp_extract.evaluate.rows import TABLES, GoldRow, PredictedReport, read_cells
from csp_extract.evaluate.score import Rate
from csp_extract.evaluate.stories import read_stories
from csp_extract.evaluate.tracking import (
    KINDS,
    TrackedRows,
    TrackingCounts,
    score_body,
)
from csp_extract.records import cells_of
from csp_extract.track import track

Gold = Mapping[str, Sequence[GoldRow]]
Rows = Sequence[Mapping[str, str]]
_REPORTS = ("from_report", "to_report", "report_id")


def score_tracking(
    gold_place: Path, gold: Gold, run: Mapping[str, PredictedReport], out: Path
) -> dict[str, dict[str, TrackingCounts]]:
    """Return the counts of each body, on gold mentions and end to end; nothing without stories.

    ``gold`` and ``run`` hold the reports of the board by name.
    """
    bodies = _bodies(gold)
    stories = read_stories(gold_place, bodies)
    scored: dict[str, dict[str, TrackingCounts]] = {"on_gold_mentions": {}, "end_to_end": {}}
    hard = _hard_pairs(gold_place.parent / "judgements.csv", gold)
    for body, story in stories.items():
        own = {name: gold[name] for name in bodies[body]}
        scored["on_gold_mentions"][body] = score_body(
            story, own, _on_gold(own, run), hard.get(body, ())
        )
        if (out / "tracks.csv").exists():
            scored["end_to_end"][body] = score_body(story, own, _of_run(own, run, out))
    return {way: counts for way, counts in scored.items() if counts}


def _bodies(gold: Gold) -> dict[str, list[str]]:
    """Return the names of each body's reports; a name is the body and the day of the meeting."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(gold):
        found[body_of(name)].append(name)
    return found


def _on_gold(gold: Gold, run: Mapping[str, PredictedReport]) -> TrackedRows:
    """Return what the tracker says of the rows that the annotators wrote."""
    tables, texts = gold_tables(gold, run)
    found = {
        name: [cells_of(row) for row in rows] for name, rows in track(tables, texts).rows.items()
    }
    return _told(found, {row["row_id"]: row["row_id"] for row in found["track_mentions"]}, {})


def _of_run(gold: Gold, run: Mapping[str, PredictedReport], out: Path) -> TrackedRows:
    """Return what the run said, its rows tied to those of the gold."""
    names = {run[name].report_id: name for name in gold if name in run}
    found = {
        name: list(read_cells(out / f"{name}.csv"))
        for name in ("tracks", "track_mentions", "changes", "findings")
    }
    found["changes"] = [row for row in found["changes"] if row["to_report"] in names]
    found["findings"] = [row for row in found["findings"] if row["report_id"] in names]
    ties = {
        row_id: gold_id(name, place)
        for name in gold
        if name in run
        for place, row_id in _ties(gold[name], run[name])
    }
    return _told(found, ties, names)


def _told(
    found: Mapping[str, Rows], ties: Mapping[str, str], names: Mapping[str, str]
) -> TrackedRows:
    """Return what a tracker said, in the names of the gold."""

    def named(rows: Rows) -> list[dict[str, str]]:
        return [
            {**row, **{key: names.get(row[key], row[key]) for key in _REPORTS if key in row}}
            for row in rows
        ]

    return TrackedRows(
        {ties[row["row_id"]]: row["track_id"] for row in found["track_mentions"]
         if row["row_id"] in ties},
        {row["track_id"]: row for row in found["tracks"]},
        named(found["changes"]),
        named(found["findings"]),
    )  # fmt: skip


def _ties(gold: Sequence[GoldRow], report: PredictedReport) -> Iterator[tuple[int, str]]:
    """Yield the annotations of a report that the run found: place in the file, id of the row."""
    for table in TABLES:
        places = [place for place, row in enumerate(gold) if row.table == table]
        wanted = [gold[place] for place in places]
        rows = report.rows[table]
        for left, right in match_rows(wanted, locate(wanted, report.text), rows).pairs:
            yield places[left], rows[right].row_id


def _hard_pairs(file: Path, gold: Gold) -> dict[str, list[tuple[str, str, str]]]:
    """Return the pairs that are judged different, by body, as gold ids.

    A pair whose words stand more than once in their paragraph is left out: nobody can say which.
    """
    places: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for name, rows in gold.items():
        for place, row in enumerate(rows):
            places[name, row.table, row.para, row.quote].append(gold_id(name, place))
    pairs: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for line in read_cells(file):
        if line["judgement"] != "different" or line["left_report"] not in gold:
            continue
        ends = [
            places[
                line[f"{side}_report"], line["table"], line[f"{side}_para"], line[f"{side}_quote"]
            ]
            for side in ("left", "right")
        ]
        if [len(end) for end in ends] == [1, 1]:
            pairs[line["body"]].append((line["table"], ends[0][0], ends[1][0]))
    return pairs


def tracking_board(scored: Mapping[str, Mapping[str, TrackingCounts]]) -> dict[str, Any]:
    """Return the scores of tracking as plain data: both ways, all bodies, then each."""
    board: dict[str, Any] = {}
    for way, bodies in scored.items():
        total = TrackingCounts()
        for counts in bodies.values():
            total.add(counts)
        board[way] = {
            **_figures(total),
            "groups": {body: _figures(counts) for body, counts in bodies.items()},
        }
    return board


def _figures(counts: TrackingCounts) -> dict[str, Any]:
    """Return the figures of some bodies, rounded to a tenth of a point."""
    near = sum(slip <= DAYS_NEAR for slip in counts.slips)
    return {
        "links": {kind: _link_figures(kind, counts) for kind in KINDS},
        "changes": _with_total(counts.changes, "right"),
        "states": {
            kind: {"gold": tally["gold"], "accuracy": _share(tally["right"], tally["gold"])}
            for kind, tally in sorted([*counts.states.items(), ("all", _sum(counts.states))])
        },
        "slippage": {
            "gold": counts.slips_gold,
            "found": len(counts.slips),
            "days_right": _share(near, counts.slips_gold),
            "median_days_off": median(counts.slips) if counts.slips else 0,
        },
        "findings": _with_total(counts.findings, "found"),
    }


def _link_figures(kind: str, counts: TrackingCounts) -> dict[str, Any]:
    """Return the figures of the links of one kind."""
    found = counts.clusters[kind].agreement()
    table = KINDS[kind]
    return {
        "mentions": found.mentions,
        "pairs": _rounded(found.pairs),
        "b_cubed": _rounded(found.b_cubed),
        "hard_pairs": counts.hard[table],
        "hard_wrong": _share(counts.hard_wrong[table], counts.hard[table]),
    }


def _with_total(tallies: Mapping[str, Counter[str]], met: str) -> dict[str, Any]:
    """Return the rates by kind and of all; ``met`` counts the gold that was found."""
    return {
        kind: {
            "gold": tally["gold"],
            "predicted": tally["predicted"],
            **_rounded(_rate(tally, met)),
        }
        for kind, tally in [*sorted(tallies.items()), ("all", _sum(tallies))]
    }


def _rate(tally: Counter[str], met: str) -> Rate:
    """Return the rate of a tally; findings have more than one way to be right."""
    precision = Rate.of(tally["right"], tally["predicted"], 1).precision
    recall = Rate.of(tally[met], 1, tally["gold"]).recall
    total = precision + recall
    return Rate(precision, recall, 2 * precision * recall / total if total else 0.0)


def _sum(tallies: Mapping[str, Counter[str]]) -> Counter[str]:
    """Return all tallies together."""
    total: Counter[str] = Counter()
    for tally in tallies.values():
        total.update(tally)
    return total


def _rounded(rate: Rate) -> dict[str, float]:
    """Return a rate as data."""
    return {name: round(value, 3) for name, value in rate._asdict().items()}


def _share(part: int, whole: int) -> float:
    """Return a share, nought of nothing."""
    return round(part / whole, 3) if whole else 0.0


def write_tracking(board: Mapping[str, Any]) -> str:
    """Return the scores of tracking as lines of text."""
    return "".join(f"{line}\n" for way, figures in board.items() for line in _lines(way, figures))


def _lines(way: str, figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of one way of scoring."""
    yield ""
    yield f"tracking {way.replace('_', ' ')}"
    rates = f"{'P':>5} {'R':>5} {'F1':>5}"
    yield f"{'links':<12} {'rows':>5}  {rates}  B3{rates[2:]}  hard pairs linked"
    for kind, link in figures["links"].items():
        pairs, cubed = link["pairs"], link["b_cubed"]
        hard = f"{link['hard_wrong']:.3f} of {link['hard_pairs']}" if link["hard_pairs"] else ""
        yield (
            f"{kind:<12} {link['mentions']:>5}  {pairs['precision']:>5.3f} {pairs['recall']:>5.3f}"
            f" {pairs['f1']:>5.3f}  {cubed['precision']:>5.3f} {cubed['recall']:>5.3f}"
            f" {cubed['f1']:>5.3f}  {hard}"
        )
    for name in ("changes", "findings"):
        yield f"{name:<20} {'gold':>5} {'found':>5}  {rates}"
        for kind, rate in figures[name].items():
            yield (
                f"  {kind:<18} {rate['gold']:>5} {rate['predicted']:>5}  {rate['precision']:>5.3f}"
                f" {rate['recall']:>5.3f} {rate['f1']:>5.3f}"
            )
    states = "  ".join(
        f"{kind} {s['accuracy']:.3f} of {s['gold']}" for kind, s in figures["states"].items()
    )
    yield f"states: {states}"
    slip = figures["slippage"]
    yield (
        f"slippage: {slip['found']} of {slip['gold']} moved dates found, {slip['days_right']:.3f}"
        f" of all within {DAYS_NEAR} days; median of those found {slip['median_days_off']} days off"
    )


def write_tracking_lapses(scored: Mapping[str, Mapping[str, TrackingCounts]]) -> str:
    """Return every error of tracking as a line: body, way of scoring, what is wrong."""
    return "".join(
        f"{body}\ttracking {way.replace('_', ' ')}\t{lapse}\n"
        for way, bodies in scored.items()
        for body, counts in bodies.items()
        for lapse in counts.lapses
    )
