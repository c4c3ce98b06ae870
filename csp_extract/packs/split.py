"""Where the papers of a pack begin: what speaks for it, weighed page by page.

No sign is enough alone, and nothing is split without a sign that the file is a pack at all: a
report keeps its appendices, whatever numbering or title they have of their own. Where a page looks
like the first of a paper and the proof is short, the file stays whole there and a warning says so.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from csp_extract.packs.agenda import Agenda, Listed, agenda_of, is_pack_cover, opens_with
from csp_extract.packs.numbers import (
    Number,
    begins,
    ends,
    goes_on,
    numbers_on,
    own_numbers,
    running_offset,
)
from csp_extract.packs.outline import Entry, entries_of
from csp_extract.packs.sheet import Sheet
from csp_extract.packs.signs import Signs, signs_of
from csp_extract.records import Bookmark, Page

_ENOUGH = 3  # points from which a page is the first of a paper
_DOUBT = 2  # points from which a user is told that it may be
_SKIPPED = 9  # items without a paper between two with one
_SURE = 4  # points of a first page that prove a pack without a front sheet
_PAPERS = 3  # papers with a full masthead that prove a pack without a front sheet

_LISTED_PAGE, _LISTED_TITLE, _ENTRY, _ITEM, _MASTHEAD, _MINUTES, _SMALL = 3, 2, 2, 2, 2, 2, 1


_GOES_ON = "the items go on"


class Part(NamedTuple):
    """A paper of a pack: its first and its last page, from 1; the first may be the agenda."""

    page_from: int
    page_to: int
    is_agenda: bool = False


class Split(NamedTuple):
    """The papers of a pack in order, none where the file is one paper; and what is in doubt."""

    parts: tuple[Part, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """What is known of a whole file before its pages are weighed."""

    sheets: tuple[Sheet, ...]
    signs: tuple[Signs, ...]
    numbers: tuple[frozenset[Number], ...]  # of the papers, without those that run through
    agenda: Agenda
    entries: Mapping[int, Entry]
    pages: frozenset[int]  # where the agenda says that an item begins
    is_pack: bool  # a front sheet or a cover says so

    @property
    def named(self) -> frozenset[int]:
        """The pages on which papers begin where the agenda or the bookmarks name several.

        They name all then: what else looks like a first page is that of an appendix.
        """
        found = self.pages | frozenset(self.entries)
        return found if max(len(self.pages), len(self.entries)) > 1 else frozenset()


@dataclass
class _Weigher:
    """Goes through a file, and knows what paper it is in."""

    file: _File
    items: set[str] = field(default_factory=set)  # numbers that the paper carries
    count: int = 0  # the number of its item
    in_appendix: bool = False
    listed: set[Listed] = field(default_factory=set)  # items whose papers have begun
    dates: frozenset[str] = frozenset()

    def weigh(self, at: int) -> dict[str, int]:
        """Return what speaks for the page as the first of a paper, with its points."""
        file, signs = self.file, self.file.signs[at]
        new = signs.items - self.items
        if at + 1 <= file.agenda.last_page or signs.is_blank:
            return {}
        if at + 1 in file.pages:
            return {"the agenda names the page": _LISTED_PAGE}
        front = dict(self._told_in_front(at))
        is_attached = signs.is_appendix or signs.is_form
        is_bound = is_attached or (bool(signs.items) and _GOES_ON not in front)
        if (is_bound and not new) or goes_on(file.numbers[at], file.numbers[at - 1]):
            return {}
        return front | dict(self._shown(at, new, is_told=bool(front)))

    def _told_in_front(self, at: int) -> Iterator[tuple[str, int]]:
        """Yield what agenda and bookmarks say of a page."""
        if self._listed_at(at):
            yield "its title is on the agenda", _LISTED_TITLE
        entry = self.file.entries.get(at + 1)
        if entry is not None and (not entry.item or _count(entry.item) != self.count):
            yield "a bookmark", _ENTRY
            if self.file.is_pack and _is_after(_count(entry.item), self.count):
                yield _GOES_ON, _SMALL

    def _shown(self, at: int, new: frozenset[str], *, is_told: bool) -> Iterator[tuple[str, int]]:
        """Yield what a page shows itself; the first page of a paper that is appended shows much."""
        signs = self.file.signs[at]
        if new:
            yield min(new), _ITEM
            if self.file.is_pack and any(_is_after(_count(item), self.count) for item in new):
                yield _GOES_ON, _SMALL
        is_of_meeting = bool(self.dates & signs.dates)
        if self.in_appendix and not (is_told or is_of_meeting):
            return
        if signs.has_masthead:
            yield "a masthead", _MASTHEAD
            if is_of_meeting and self.file.is_pack:
                yield "the date of the meeting", _SMALL
        if signs.is_minutes:
            yield "minutes", _MINUTES
            if self.file.is_pack:
                yield "minutes in a pack", _SMALL
        yield from self._numbering(at)

    def _numbering(self, at: int) -> Iterator[tuple[str, int]]:
        """Yield what the printed numbers of a page and its paragraphs say."""
        before = self.file.numbers[at - 1]
        if begins(self.file.numbers[at], before):
            yield "its pages are numbered from 1", _SMALL
            if ends(before):
                yield "the page before is the last of its paper", _SMALL
        elif self.file.signs[at].restarts:
            yield "its paragraphs are numbered from 1", _SMALL

    def _listed_at(self, at: int) -> Listed | None:
        """Return the item of the agenda that a page begins, if its paper has not begun yet."""
        waiting = (item for item in self.file.agenda.items if item not in self.listed)
        return next(
            (item for item in waiting if opens_with(self.file.sheets[at], item.title)), None
        )

    def begin(self, at: int) -> None:
        """Note that a paper begins on a page."""
        signs, entry = self.file.signs[at], self.file.entries.get(at + 1)
        listed = self._listed_at(at)
        if listed is not None:
            self.listed.add(listed)
        self.items = set(signs.items)
        numbers = [_count(item) for item in (*signs.items, *([entry.item] if entry else []))]
        self.count = min((number for number in numbers if number >= self.count), default=self.count)
        self.in_appendix = False
        self.dates = self.dates or signs.dates

    def pass_by(self, at: int) -> None:
        """Note what a page of the same paper shows."""
        signs = self.file.signs[at]
        self.in_appendix = self.in_appendix or signs.is_appendix
        if not self.in_appendix:
            self.items |= signs.items


def split_pack(pages: Sequence[Page], outline: Sequence[Bookmark] = ()) -> Split:
    """Return the papers of a file, and doubts about them."""
    file = _look(pages, outline)
    weigher = _Weigher(file)
    weigher.begin(0)
    starts: dict[int, int] = {}
    doubts: dict[int, dict[str, int]] = {}
    for at in range(1, len(pages)):
        reasons = weigher.weigh(at)
        points = sum(reasons.values())
        if points >= _DOUBT and reasons != doubts.get(at - 1):
            doubts[at] = reasons
        if points >= _ENOUGH and (not file.named or at + 1 in file.named):
            starts[at] = points
            weigher.begin(at)
        else:
            weigher.pass_by(at)
    if not _is_proven(file, starts):
        starts = {}
    parts = _parts(list(starts), len(pages), has_agenda=bool(file.agenda.last_page))
    return Split(parts, tuple(_doubt(at, why) for at, why in doubts.items() if at not in starts))


def _look(pages: Sequence[Page], outline: Sequence[Bookmark]) -> _File:
    """Return what is known of a file at a glance."""
    sheets = tuple(Sheet.of(page) for page in pages)
    printed = [numbers_on(sheet) for sheet in sheets]
    offset = running_offset(printed)
    agenda = agenda_of(sheets)
    return _File(
        sheets,
        tuple(signs_of(sheet) for sheet in sheets),
        tuple(own_numbers(found, place, offset) for place, found in enumerate(printed, 1)),
        agenda,
        entries_of(outline),
        frozenset(_listed_pages(agenda, offset, len(pages))),
        bool(agenda.last_page) or any(is_pack_cover(sheet) for sheet in sheets[:2]),
    )


def _listed_pages(agenda: Agenda, offset: int | None, count: int) -> Iterator[int]:
    """Yield the pages of the file on which items begin, where its printed numbers prove them."""
    if offset is None:
        return
    for item in agenda.items:
        if agenda.last_page < item.page - offset <= count:
            yield item.page - offset


def _count(item: str) -> int:
    """Return the number of an item without its words and letters, 0 where it has none."""
    found = re.search(r"\d+", item)
    return int(found[0]) if found else 0


def _is_after(number: int, last: int) -> bool:
    """Return whether an item may follow on another."""
    return last < number <= last + _SKIPPED


def _is_proven(file: _File, starts: Mapping[int, int]) -> bool:
    """Return whether a file is a pack: its front says so, or its papers do."""
    firsts = [file.signs[at] for at in (0, *starts)]
    papers = [signs for signs in firsts if signs.has_masthead]
    days = [signs.dates for signs in papers]
    return (
        file.is_pack
        or any(points >= _SURE for points in starts.values())
        or len(frozenset().union(*(signs.items for signs in firsts))) > 1
        or sum(at + 1 in file.entries for at in starts) > 1
        or (len(papers) > 1 and bool(frozenset.intersection(*days)))
        or len(papers) >= _PAPERS
    )


def _parts(starts: Sequence[int], count: int, *, has_agenda: bool) -> tuple[Part, ...]:
    """Return the papers between the starts; none without a start."""
    if not starts:
        return ()
    bounds = pairwise([0, *starts, count])
    return tuple(Part(first + 1, last, has_agenda and not first) for first, last in bounds)


def _doubt(at: int, reasons: Mapping[str, int]) -> str:
    """Return the warning that a page may begin a paper."""
    return f"page {at + 1}: may begin another paper ({', '.join(reasons)}); it was not parted there"
