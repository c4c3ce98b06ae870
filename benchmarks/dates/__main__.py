"""Read the dates of the open corpus with ours and with four peers: ``python benchmarks/dates``.

Every reader gets the same text, line by line, and the day of the meeting to count from. Peers are
installed into an environment that is thrown away; one that does not install is said so. Scores are
those of ``csp-extract evaluate``: tolerant F1 of spans, F1 with first and last day right, and of
the annotated years, quarters, stretches and repetitions how many are read with the right value.
"""

import csv
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from csp_extract.evaluate.locate import locate
from csp_extract.evaluate.match import match_rows
from csp_extract.evaluate.rows import TABLES, GoldRow, PredictedReport, PredictedRow, read_gold
from csp_extract.evaluate.same import same_cell, same_value
from csp_extract.evaluate.score import add_up, score_report
from csp_extract.extract.dates import find_dates
from csp_extract.extract.dates.calendar import Anchor
from csp_extract.extract.dates.grammar import read_dates
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.layout import lay_out
from csp_extract.read import read_report
from csp_extract.records import About

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
PYTHON_PEERS = {"dateparser": "search_dates", "datefinder": "find_dates", "timexy": "spaCy"}
CLASSES = ("financial_year", "quarter", "range", "recurrence")


class Paper(NamedTuple):
    """A paper of the open corpus: its text, and the day that relative dates count from."""

    text: str
    day: str
    split: str


class Found(NamedTuple):
    """An expression that a reader found: where, its first and last day, its repetition."""

    start: int
    end: int
    first: str
    last: str
    rrule: str = ""


def main() -> None:
    """Print a line for each reader, over all open bodies and over the development bodies alone."""
    papers = dict(_papers())
    gold = read_gold(ROOT / "corpus" / "gold")
    size = sum(len(paper.text) for paper in papers.values())
    print(f"{len(papers)} papers, {size:,} characters; CPU seconds of each reader:")
    readings = []
    for name, found, seconds in _readings(papers):
        print(f"{name:12} {seconds:6.1f} s {size / seconds:12,.0f} characters a second", flush=True)
        readings.append((name, found))
    unread = {name: paper for name, paper in papers.items() if paper.split == "development"}
    heads = " ".join(f"{name.replace('_', ' '):>14}" for name in CLASSES)
    for title, chosen in (("all open bodies", papers), ("development bodies", unread)):
        print(f"\n{title}\n{'reader':12} {'spans':>6} {'values':>6} {heads}")
        for name, found in readings:
            print(f"{name:12} {_scores(chosen, gold, found)}")


def _papers() -> Iterator[tuple[str, Paper]]:
    """Yield the papers whose gold is open, by name."""
    with (ROOT / "corpus" / "manifest.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            if row["split"] == "test":
                continue
            file = ROOT / "corpus" / row["pdf"]
            report = lay_out(tuple(read_report(file.read_bytes(), file.name)))
            yield row["id"], Paper(report.text, row["meeting_date"], row["split"])


def _readings(
    papers: Mapping[str, Paper],
) -> Iterator[tuple[str, Mapping[str, Sequence[Found]], float]]:
    """Yield each reader that runs, what it found in each paper, and its CPU seconds."""
    began = time.process_time()
    ours = {name: list(_ours(paper)) for name, paper in papers.items()}
    yield "ours", ours, time.process_time() - began
    began = time.process_time()
    bare = {name: list(_bare(paper)) for name, paper in papers.items()}
    yield "our grammar", bare, time.process_time() - began
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        for name in PYTHON_PEERS:
            yield from _peer(
                name,
                papers,
                install=[python, "-m", "pip", "install", "--quiet", name],
                run=[python, PEERS / f"{name}_peer.py"],
            )
        yield from _peer(
            "chrono-node",
            papers,
            install=["npm", "install", "--silent", "--prefix", folder, "chrono-node"],
            run=["node", PEERS / "chrono_peer.js", f"{folder}/node_modules/chrono-node"],
        )


def _ours(paper: Paper) -> Iterator[Found]:
    """Yield what our grammar finds in plain text."""
    report = lay_out_plain(paper.text)
    about = About(meeting_date=date.fromisoformat(paper.day))
    found, _ = find_dates(Reading(report, passages_of(report), about=about))
    for row in found:
        first, last = (str(day or "") for day in (row.value.start, row.value.end))
        yield Found(*row.span, first, last, row.value.rrule)


def _bare(paper: Paper) -> Iterator[Found]:
    """Yield what the rules alone find line by line, without tense, role, event or window."""
    anchor = Anchor(date.fromisoformat(paper.day))
    start = 0
    for line in paper.text.split("\n"):
        for reads in read_dates(line, lambda _: anchor):
            value, span = reads.value, reads.span
            first, last = str(value.start or ""), str(value.end or "")
            yield Found(start + span.start, start + span.end, first, last, value.rrule)
        start += len(line) + 1


def _peer(
    name: str,
    papers: Mapping[str, Paper],
    *,
    install: Sequence[str | Path],
    run: Sequence[str | Path],
) -> Iterator[tuple[str, Mapping[str, Sequence[Found]], float]]:
    """Yield what a peer found, nothing where it does not install or does not run."""
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        told = json.dumps({key: paper._asdict() for key, paper in papers.items()})
        done = subprocess.run(run, input=told, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"{name:12} did not run: {done.stderr.strip().splitlines()[-1:]}")
        return
    read = json.loads(done.stdout)
    found = {key: [Found(*row) for row in rows] for key, rows in read["found"].items()}
    yield name, found, read["seconds"]


def _scores(
    papers: Mapping[str, Paper],
    gold: Mapping[str, Sequence[GoldRow]],
    found: Mapping[str, Sequence[Found]],
) -> str:
    """Return the scores of a reader as the cells of its line."""
    boards, right, asked = [], Counter[str](), Counter[str]()
    for name, paper in papers.items():
        rows = tuple(_rows(paper, found[name]))
        wanted = [row for row in gold[name] if row.table == "dates"]
        tables = {table: rows if table == "dates" else () for table in TABLES}
        boards.append(score_report(name, wanted, PredictedReport(name, paper.text, {}, tables)))
        matched = match_rows(wanted, locate(wanted, paper.text), rows)
        read = {left for left, place in matched.pairs if _is_right(wanted[left], rows[place])}
        for place, row in enumerate(wanted):
            if not row.is_optional:
                asked[row.values["precision"]] += 1
                right[row.values["precision"]] += place in read
    counts = add_up(boards)["dates"]
    shares = " ".join(f"{right[name]:>7} of {asked[name]:<3}" for name in CLASSES)
    return f"{counts.tolerant().f1:6.3f} {counts.value().f1:6.3f} {shares}"


def _rows(paper: Paper, found: Sequence[Found]) -> Iterator[PredictedRow]:
    for place, one in enumerate(found):
        cells = {
            "text": paper.text[one.start : one.end],
            "start": one.first,
            "end": one.last,
            "rrule": one.rrule,
            "source": "",
            "para": "",
        }
        yield PredictedRow("dates", str(place), one.start, one.end, cells)


def _is_right(gold: GoldRow, row: PredictedRow) -> bool:
    """Return whether first and last day, or the repetition, are those of the gold."""
    if gold.values.get("rrule"):
        return same_cell(gold, row.cells, "rrule")
    return same_value(gold, row)


if __name__ == "__main__":
    sys.exit(main())
