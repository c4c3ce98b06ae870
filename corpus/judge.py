"""Write the pairs that a tracker must tell apart: ``python corpus/judge.py`` makes judgements.csv.

By construction: two annotations of a body with one track are the same thing, two with different
tracks are not. Kept are all pairs of neighbouring papers that are the same, and of those that are
not the ones that look most alike, for they are hard.
"""

import csv
import tomllib
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path

from rapidfuzz import fuzz

from csp_extract.evaluate.fold import fold
from csp_extract.evaluate.rows import GoldRow, read_gold

CORPUS = Path(__file__).parent
_TABLES = ("initiatives", "priorities", "commitments", "amounts")
_COLUMNS = (
    "split body table judgement left_report left_para left_quote"
    " right_report right_para right_quote likeness"
).split()
_ALIKE = 55  # percent of alike words from which a pair is hard
_HARD_EACH = 3  # pairs that are not the same, for each annotation

Mention = tuple[str, GoldRow]  # report, annotation


def main() -> None:
    """Write the judgements of all bodies."""
    gold = read_gold(CORPUS / "gold")
    splits = tomllib.loads((CORPUS / "splits.toml").read_text("utf-8"))["split"]
    rows = []
    for body, split in sorted(splits.items()):
        reports = sorted(name for name in gold if _is_of(name, body))
        for table in _TABLES:
            mentions = [
                (name, row)
                for name in reports
                for row in gold[name]
                if row.table == table and row.track and not row.is_optional
            ]
            rows += [{"split": split, "body": body, **pair} for pair in _pairs(table, mentions)]
    with (CORPUS / "judgements.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} judgements")


def _is_of(name: str, body: str) -> bool:
    """Return whether a report is one of a body."""
    return name.startswith(f"{body}-") and name[len(body) + 1 :][:4].isdigit()


def _pairs(table: str, mentions: Sequence[Mention]) -> Iterator[dict[str, str]]:
    """Yield the judgements of one table of a body."""
    tracks: dict[str, list[Mention]] = {}
    for mention in mentions:
        tracks.setdefault(mention[1].track, []).append(mention)
    for members in tracks.values():
        yield from (_judgement(table, "same", *pair) for pair in pairwise(members))
    yield from _hard(table, mentions)


def _hard(table: str, mentions: Sequence[Mention]) -> Iterator[dict[str, str]]:
    """Yield the pairs of different tracks that look most alike, a few for each annotation."""
    pairs = [pair for pair in combinations(mentions, 2) if pair[0][1].track != pair[1][1].track]
    scored = sorted((-_likeness(*pair), place) for place, pair in enumerate(pairs))
    counts: dict[int, int] = {}
    for likeness, place in scored:
        if -likeness < _ALIKE:
            break
        left, right = pairs[place]
        if max(counts.get(id(left[1]), 0), counts.get(id(right[1]), 0)) < _HARD_EACH:
            counts[id(left[1])] = counts.get(id(left[1]), 0) + 1
            counts[id(right[1])] = counts.get(id(right[1]), 0) + 1
            yield _judgement(table, "different", left, right)


def _likeness(left: Mention, right: Mention) -> float:
    """Return how alike the words of two annotations are, in percent."""
    return float(fuzz.token_sort_ratio(fold(left[1].quote), fold(right[1].quote)))


def _judgement(table: str, judgement: str, left: Mention, right: Mention) -> dict[str, str]:
    """Return a line of the judgements."""
    return {
        "table": table,
        "judgement": judgement,
        "left_report": left[0],
        "left_para": left[1].para,
        "left_quote": left[1].quote,
        "right_report": right[0],
        "right_para": right[1].para,
        "right_quote": right[1].quote,
        "likeness": f"{_likeness(left, right):.0f}",
    }


if __name__ == "__main__":
    main()
