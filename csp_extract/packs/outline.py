"""The outline of a pack: which bookmarks stand for its papers."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from csp_extract.records import Bookmark

_APPENDIX = re.compile(
    r"(?:.{0,40}[\s:_–—-])?"
    r"(?:appendix|appendices|annexe?|schedule|attachment|enclosure|atodiad|app)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:agenda\s+)?(?:item\s*)?(?:no\.?\s*)?0?(?P<number>\d{1,2}[a-z]?)\b[.):]?[\s_–—-]",
    re.IGNORECASE,
)
_NAMED = re.compile(r"agenda\b|.{0,40}\bminutes\b|cofnodion\b|.{0,60}\breport\b", re.IGNORECASE)


class Entry(NamedTuple):
    """A bookmark that may stand for a paper, and the number of its item where it has one."""

    title: str
    item: str


def entries_of(outline: Sequence[Bookmark]) -> Mapping[int, Entry]:
    """Return the bookmarks that may stand for papers, by the page they lead to.

    They are those of the highest level on which several lead to pages of their own. Headings of a
    report share their pages, and then none counts.
    """
    for level in sorted({mark.level for mark in outline})[:2]:
        marks = [mark for mark in outline if mark.level == level]
        if len(marks) < 2:
            continue
        if len({mark.page for mark in marks}) < len(marks):
            return {}
        return {
            mark.page: Entry(mark.title, _item_of(mark.title))
            for mark in marks
            if _stands_for_paper(mark.title)
        }
    return {}


def _stands_for_paper(title: str) -> bool:
    """Return whether a bookmark names a paper: by its item or its kind, and no appendix."""
    is_named = bool(_item_of(title)) or _NAMED.match(title) is not None
    return is_named and not _APPENDIX.match(title)


def _item_of(title: str) -> str:
    """Return the number of the agenda item that a bookmark names."""
    found = _ITEM.match(title)
    return found["number"].casefold() if found else ""
