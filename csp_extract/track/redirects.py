"""Where to look for what an earlier output called by another id: merged, split, begun earlier."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from csp_extract.records import MENTION_TABLES, RedirectRow
from csp_extract.track.words import fold

Row = Mapping[str, str]
Rows = Mapping[str, Sequence[Row]]
_LEDGER = "candidates"
_ALIKE = 0.5  # of all words of two readings that they share from which they are of one passage


def redirects(before: Rows, after: Rows) -> list[RedirectRow]:
    """Return where the ids of one output lead in the next, and those that led there before.

    Both hold the mention tables and ``track_mentions``; ``before`` has ``redirects`` too. An id
    that still names all it named needs none, and one whose mentions are gone leads nowhere.
    """
    moved = {old: new for _, old, new in moved_rows(before, after)}
    found = [
        RedirectRow(old, new, "its words are read with other bounds") for old, new in moved.items()
    ]
    found += _moved_tracks(before.get("track_mentions", ()), after["track_mentions"], moved)
    fresh = {row.from_id: row.to_id for row in found}
    then, now = (
        {row["track_id"] for row in rows} | set(_ids(tables))
        for rows, tables in (
            (before.get("track_mentions", ()), before),
            (after["track_mentions"], after),
        )
    )
    known = {(row.from_id, row.to_id) for row in found}
    for row in before.get("redirects", ()):
        start, end = row["from_id"], row["to_id"]
        end = end if end in now else fresh.get(end, "")
        is_back = start in now and start not in then
        if end and end != start and not is_back and (start, end) not in known:
            known.add((start, end))
            found.append(RedirectRow(start, end, row["why"]))
    return sorted(found, key=lambda row: (row.from_id, row.to_id))


def _moved_tracks(
    before: Sequence[Row], after: Sequence[Row], moved: Mapping[str, str]
) -> Iterator[RedirectRow]:
    """Yield where each track of the last output is now, if not where it was."""
    home = {row["row_id"]: row["track_id"] for row in after}
    old = {row["track_id"] for row in before}
    live = set(home.values())
    held: dict[str, list[str]] = defaultdict(list)
    for row in before:
        held[row["track_id"]].append(row["row_id"])
    for track_id, rows in sorted(held.items()):
        now = Counter(home[new] for one in rows if (new := moved.get(one, one)) in home)
        for other, count in sorted(now.items()):
            if other != track_id:
                is_whole = count == sum(now.values())
                why = _why(is_whole=is_whole, is_known=other in old, is_live=track_id in live)
                yield RedirectRow(track_id, other, f"{why} ({count} of {len(rows)} mentions)")


def _why(*, is_whole: bool, is_known: bool, is_live: bool) -> str:
    """Return what happened to a track whose mentions, or some of them, have another id."""
    if is_live:
        return "some of its mentions went into another track" if is_known else "split"
    if is_whole:
        return "merged into a track that was there" if is_known else "an earlier mention begins it"
    return "split"


def moved_rows(before: Rows, after: Rows) -> Iterator[tuple[str, str, str]]:
    """Yield the rows whose id changed with their bounds: the table, the old id and the new.

    The two are of one page, and have most of their words in common.
    """
    for table in MENTION_TABLES:
        if table == _LEDGER or not before.get(table):
            continue
        key = next(iter(before[table][0]))
        old, new = ({row[key] for row in rows[table]} for rows in (before, after))
        places: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in after[table]:
            if row[key] not in old:
                places[row["report_id"], row["page"]].append(row)
        for row in before[table]:
            if row[key] not in new:
                near = places.get((row["report_id"], row["page"]), ())
                alike = [one for one in near if _share(row["text"], one["text"]) >= _ALIKE]
                if len(alike) == 1:
                    yield table, row[key], alike[0][key]


def _share(left: str, right: str) -> float:
    """Return the words that two texts share as a part of all their words."""
    one, two = set(fold(left).split()), set(fold(right).split())
    return len(one & two) / len(one | two) if one | two else 0.0


def _ids(rows: Rows) -> Iterable[str]:
    """Yield the ids of all rows of the mention tables."""
    for table in MENTION_TABLES:
        for row in rows.get(table, ()):
            yield next(iter(row.values()))
