"""Which reports belong to one body's series, whatever the body calls itself over the years."""

from collections.abc import Mapping, Sequence

from csp_extract.track.words import fold, lexicon

Row = Mapping[str, str]


def series_of(reports: Sequence[Row]) -> dict[str, str]:
    """Return the key of the series of each report by its id.

    A report that names no body belongs to the only one of the archive; where there are several it
    is a series of its own, for nothing may be followed between bodies that are perhaps two.
    """
    keys = {row["report_id"]: _key(row["body"] or row["partnership"]) for row in reports}
    known = sorted({key for key in keys.values() if key})
    only = known[0] if len(known) == 1 else ""
    return {report: key or only or report for report, key in keys.items()}


def _key(body: str) -> str:
    """Return what stays of a body's name when it becomes a borough or loses an article."""
    words = fold(body).replace("'", "").split()
    sort = next((word for word in words if word in {"police", "fire", "panel"}), "")
    place = [word for word in words if word not in lexicon("body_words")]
    return " ".join([*place, sort]).strip()
