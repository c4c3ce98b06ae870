"""Which reports belong to one body's series, whatever the body calls itself over the years."""

from collections.abc import Mapping, Sequence

from csp_extract.track.words import fold, lexicon

Row = Mapping[str, str]
_HEAD = 1500  # characters of a report in which it says whose it is


def series_of(reports: Sequence[Row], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the key of the series of each report by its id.

    A report that names no body belongs to the one whose place its head names, if it names one
    alone; else to its partnership's; else to the only body of the archive. Failing all, it is a
    series of its own, for nothing may be followed between bodies that are perhaps two.
    """
    keys = {row["report_id"]: _key(row["body"]) for row in reports}
    known = frozenset(keys.values()) - {""}
    for row in reports:
        report_id = row["report_id"]
        if not keys[report_id]:
            keys[report_id] = (
                _named(row, texts.get(report_id, ""), known)
                or _key(row["partnership"])
                or (next(iter(known)) if len(known) == 1 else report_id)
            )
    return keys


def _named(row: Row, text: str, known: frozenset[str]) -> str:
    """Return the one body of the archive whose place a report names in its head, or nothing."""
    told = fold(" ".join((row["partnership"], row["committee"], row["title"], text[:_HEAD])))
    words = frozenset(told.replace("'", "").split())
    found = [key for key in known if words.issuperset(key.split())]
    return found[0] if len(found) == 1 else ""


def _key(body: str) -> str:
    """Return what stays of a body's name when it becomes a borough or loses an article."""
    words = fold(body).replace("'", "").split()
    sort = next((word for word in words if word in {"police", "fire", "panel"}), "")
    place = [word for word in words if word not in lexicon("body_words")]
    return " ".join([*place, sort]).strip() if place else ""
