"""Which of two papers with nearly the same words takes the place of the other.

Only where they say so: one calls itself a draft, a later version, revised, or it holds the whole of
the other, which was filed for the same meeting. Two papers that merely look alike both stand.
"""

import re
from collections.abc import Iterable, Mapping

from csp_extract.records import ReportRecord, ReportRow

_HEAD = 500  # characters of a paper in which it says that it is a draft
_DRAFT_NAME = re.compile(r"(?<![a-z])draft(?![a-z])", re.IGNORECASE)
# A mark of the paper itself, not of a plan that it speaks of: a line alone, or capitals.
_DRAFT_MARK = re.compile(
    r"^(?i:\W*(?:draft(?: (?:minutes|report|paper|copy))?"
    r"|(?:minutes|report|paper) ?[-–—(]+ ?draft)\W*)$"
    r"|\bDRAFT\b(?! [A-Z]{2})|(?i:\(draft\))",
    re.MULTILINE,
)
_LATER_NAME = re.compile(
    r"(?<![a-z])(?:final|revised|amended|corrected|updated|replacement|approved)(?![a-z])",
    re.IGNORECASE,
)
_VERSION = re.compile(
    r"(?<![a-z])v(?:er(?:sion)?)?[ ._-]?(\d{1,2}(?:\.\d{1,2})?)(?!\d)", re.IGNORECASE
)


def earlier_of(left: ReportRecord, right: ReportRecord) -> ReportRecord | None:
    """Return which of two papers of nearly the same words the other replaces, if they say so."""
    if not is_one_meeting(left.row, right.row):
        return None
    for mark in (_draftness, _age):
        one, two = mark(left), mark(right)
        if one != two:
            return left if one > two else right
    return None


def is_one_meeting(left: ReportRow, right: ReportRow) -> bool:
    """Return whether two papers were filed for one meeting; both must tell its day."""
    pairs = ((left.body, right.body), (left.committee, right.committee))
    is_other = any(one and two and one.casefold() != two.casefold() for one, two in pairs)
    return left.meeting_date == right.meeting_date is not None and not is_other


def followed(replaced: Mapping[str, str]) -> dict[str, str]:
    """Return what takes the place of each paper in the end: a draft, a second draft, a final."""
    ends = {}
    for first in replaced:
        last, seen = replaced[first], {first}
        while last in replaced and last not in seen:
            seen.add(last)
            last = replaced[last]
        ends[first] = last
    return {first: last for first, last in ends.items() if first != last}


def settled(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what takes the place of each paper, from pairs of the earlier and the later one."""
    replaced: dict[str, str] = {}
    for earlier, later in sorted(pairs):
        replaced.setdefault(earlier, later)
    return followed(replaced)


def _draftness(record: ReportRecord) -> bool:
    """Return whether a paper calls itself a draft: in its file's name, or at its head."""
    stem = record.row.path.rsplit("/", 1)[-1].replace("_", " ")
    return bool(_DRAFT_NAME.search(stem) or _DRAFT_MARK.search(record.text[:_HEAD]))


def _age(record: ReportRecord) -> float:
    """Return how early a version of a paper is, by its file's name: the later, the smaller."""
    stem = record.row.path.rsplit("/", 1)[-1].replace("_", " ")
    number = _VERSION.search(stem)
    if number:
        return -float(number[1])
    return -1.0 if _LATER_NAME.search(stem) else 0.0
