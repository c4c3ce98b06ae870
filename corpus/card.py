"""Write the figures of the data card: ``python corpus/card.py`` prints docs/figures.md."""

import csv
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from overlap import shares

from csp_extract.evaluate.learning.marked import read_passages
from csp_extract.evaluate.rows import TABLES, read_gold

CORPUS = Path(__file__).parent
_SPLITS = ("train", "development", "test")


def main() -> None:
    """Print every figure that the corpus and the committed scores hold."""
    print("# Figures of the corpus and of the evaluation\n")
    print("Written by `python corpus/card.py`; what they mean is in [corpus.md](corpus.md) and")
    print("[evaluation.md](evaluation.md).\n")
    for part in (_bodies(), _tables(), _judgements(), _overlap(), _agreement(), _distance()):
        print("\n".join(part) + "\n")


def _rows(file: str) -> list[dict[str, str]]:
    """Return the lines of one of the corpus's tables."""
    with (CORPUS / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield the lines of a table."""
    names = list(head)
    yield "| " + " | ".join(names) + " |"
    yield "|---" + "|---:" * (len(names) - 1) + "|"
    for row in rows:
        yield "| " + " | ".join(map(str, row)) + " |"


def _bodies() -> Iterator[str]:
    """Yield who reports, how often, when and how it is printed."""
    yield "## Bodies\n"
    papers = _rows("manifest.csv")
    names = sorted({(row["split"], row["body"]) for row in papers}, key=_by_split)
    rows = []
    for split, body in names:
        own = [row for row in papers if row["body"] == body]
        years = sorted(row["meeting_date"][:4] for row in own)
        slug = own[0]["source"].split("/")[1]
        story = tomllib.loads((CORPUS / "reports" / slug / "story.toml").read_text("utf-8"))
        layouts = len({row["layout"] for row in own})
        told = (len(story["track"]), len(story.get("finding", ())))
        span = f"{years[0]} to {years[-1]}"
        rows.append((body, story["type"], split, len(own), span, layouts, *told))
    yield from _table("body type split papers years layouts tracks findings".split(), rows)
    producers = Counter(row["producer"] for row in papers)
    told = ", ".join(f"{name} {count}" for name, count in sorted(producers.items()))
    yield f"\n{len(papers)} papers in {len({row['layout'] for row in papers})} layouts: {told}."


def _by_split(pair: tuple[str, str]) -> tuple[int, str]:
    """Return the order of bodies: by split, then by name."""
    return _SPLITS.index(pair[0]), pair[1]


def _tables() -> Iterator[str]:
    """Yield how much was annotated, and how much of it careful readers may leave out."""
    yield "## Annotations\n"
    splits = {row["id"]: row["split"] for row in _rows("manifest.csv")}
    counts: Counter[tuple[str, str]] = Counter()
    optional: Counter[str] = Counter()
    for name, rows in read_gold(CORPUS / "gold").items():
        for row in rows:
            counts[row.table, splits[name]] += 1
            optional[row.table] += row.is_optional
    passages = read_passages(CORPUS / "passages")
    marks = Counter(mark.table for one in passages for mark in one.marks if not mark.is_mention)
    rows = [
        (table, *(counts[table, split] for split in _SPLITS), optional[table], marks[table] or "")
        for table in TABLES
    ]
    yield from _table(("table", *_SPLITS, "of these optional", "passages"), rows)
    yield f"\nThe {len(passages)} passages are of as many further bodies, without dates and sums."


def _judgements() -> Iterator[str]:
    """Yield how many pairs are judged."""
    yield "## Judgements\n"
    counts = Counter((row["table"], row["judgement"]) for row in _rows("judgements.csv"))
    tables = sorted({table for table, _ in counts})
    rows = [(table, counts[table, "same"], counts[table, "different"]) for table in tables]
    yield from _table(("table", "the same thing", "another, though alike"), rows)


def _overlap() -> Iterator[str]:
    """Yield how alike the writing of the bodies is."""
    found = shares()
    most, one, two = found[0]
    yield "## Runs of five words that two bodies have in common\n"
    yield f"At most {most:.1%} ({one}, {two}); {median(share for share, *_ in found):.1%} in the"
    yield f"middle of {len(found)} pairs."


def _agreement() -> Iterator[str]:
    """Yield how far two careful readers agree."""
    board = json.loads((CORPUS / "agreement.json").read_text("utf-8"))
    yield f"## Agreement of two readers on {board['reports']} papers\n"
    names = ("f1", "value_f1", "strict_f1")
    rows = [
        (table, *(f"{figures[name]:.3f}" for name in names))
        for table, figures in board["tables"].items()
        if "f1" in figures
    ]
    yield from _table(("table", "F1", "with the value", "same span"), rows)


def _distance() -> Iterator[str]:
    """Yield the scores on test bodies beside those on development bodies."""
    runs = _rows("test_runs.csv")
    last = runs[-1]
    tables = json.loads((CORPUS / "scores.json").read_text("utf-8"))["tables"]
    yield "## Test bodies against development bodies\n"
    yield f"Last opened for: {last['reason']} ({last['commit']}). F1, with the value in brackets.\n"
    rows = [
        (table, _pair(figures["f1"], figures["value_f1"]), *_of_runs(table, runs))
        for table, figures in tables.items()
        if "f1" in figures
    ]
    yield from _table(("table", "development", "test, last", "test, first"), rows)


def _of_runs(table: str, runs: list[dict[str, str]]) -> Iterator[str]:
    """Yield the last and the first score of a table on the test bodies."""
    for run in (runs[-1], runs[0]):
        yield _pair(run.get(f"{table}_f1"), run.get(f"{table}_value_f1"))


def _pair(score: float | str | None, value: float | str | None) -> str:
    """Return a score and its value score."""
    return f"{float(score):.3f} ({float(value):.3f})" if score and value else ""


if __name__ == "__main__":
    main()
