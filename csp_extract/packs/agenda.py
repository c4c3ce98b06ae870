"""The front sheet of a pack: the items of the agenda, and the pages that it gives them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from csp_extract.packs.sheet import Line, Sheet
from csp_extract.packs.signs import lexicon, signs_of

_FIRST_PAGES = 6  # an agenda stands among the first pages: after a cover, notes, a list of members
_BUSINESS = 2  # kinds of formal business that an agenda lists at least
_GAP = 8  # numbers that may be left out between two items
_LETTERS = 14  # a shorter title proves nothing

_AGENDA = re.compile(
    r"(?:[\w’'/–-]+ ){0,3}"
    r"(?:agenda|a g e n d a|rhaglen|order of business|business to be transacted)"
    r"(?! items?\b)(?:[ :–/-]+[\w’'/–-]+){0,3}\W*",
    re.IGNORECASE,
)
_PACK = re.compile(
    r"public document pack|(?:public )?(?:agenda|reports) pack|agenda supplement", re.IGNORECASE
)
_ITEM = re.compile(
    r"(?:item )?(?P<number>\d{1,2}[a-z]?)[.):]?\s+"
    r"(?!(?:am|pm|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)"
    r"(?P<title>\W{0,2}[^\W\d].*)",
    re.IGNORECASE,
)
_PAGES_FIRST = re.compile(
    r"(?P<pages>\d{1,3}\s*[-–—]\s*\d{1,3})\s+(?P<item>\d{1,2}[a-z]?[.):]?\s+[^\W\d].*)"
)
_PAGES = re.compile(
    r"\(?\b(?:pages?|pp\.?|tudalennau|tudalen)\s*:?\s*(?P<first>\d{1,4})"
    r"(?:\s*(?:-|–|—|to|hyd|i)\s*\d{1,4})?\)?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\d\s*(?:-|–|—|to)\s*\d+\)?$")
_RANGE = re.compile(r"(?<![\d/])\(?(?P<first>\d{1,3})\s*[-–—]\s*(?P<last>\d{1,3})\)?$")
_LEADERS = re.compile(r"(?:\.{3,}|…+|(?:\. ){3,})\s*(?P<first>\d{1,4})$")


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of an agenda, and the printed page it begins on, 0 where the agenda does not say."""

    number: str
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the front of a pack says: its pages, and its items."""

    last_page: int = 0  # 0 where the file begins with no agenda
    items: tuple[Listed, ...] = ()


def agenda_of(sheets: Sequence[Sheet]) -> Agenda:
    """Return the agenda at the front of a file."""
    front = sheets[:_FIRST_PAGES]
    first = next((at for at, sheet in enumerate(front) if _is_agenda(sheets, at)), None)
    if first is None:
        return Agenda()
    last = first
    rows = list(sheets[first].rows)
    while last + 1 < len(sheets) and _goes_on(rows, sheets[last + 1]):
        last += 1
        rows += sheets[last].rows
    return Agenda(last + 1, tuple(_listed(rows)))


def is_pack_cover(sheet: Sheet) -> bool:
    """Return whether a page says that what follows is a pack."""
    return any(_PACK.fullmatch(line.text.strip()) for line in sheet.opening)


def title_key(words: str) -> str:
    """Return the letters and figures of a title alone."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def opens_with(sheet: Sheet, title: str) -> bool:
    """Return whether a line among the first of a page begins with the title, or is its beginning.

    A long title may break over lines on the agenda as on the page.
    """
    key = title_key(title)
    if len(key) < _LETTERS:
        return False
    lines = [title_key(line.text) for line in sheet.opening]
    whole = ["".join(lines[at : at + 3]) for at in range(len(lines))]
    return any(text.startswith(key) for text in whole)


def _is_agenda(sheets: Sequence[Sheet], at: int) -> bool:
    """Return whether a page is headed as an agenda, and lists the formal business of a meeting."""
    sheet = sheets[at]
    headed = [line for line in sheet.cells if _AGENDA.fullmatch(line.text.strip())]
    if not headed and not is_pack_cover(sheet):
        return False
    following = sheets[at + 1].rows if headed and at + 1 < len(sheets) else ()
    text = "\n".join(row.text.casefold() for row in (*sheet.rows, *following))
    found = [word for word in lexicon()["agenda"]["business"] if word in text]
    items = list(_listed(sheet.rows)) + list(_listed(following))
    return len(found) >= _BUSINESS and len(items) >= _BUSINESS


def _goes_on(rows: Sequence[Line], sheet: Sheet) -> bool:
    """Return whether a page goes on with the list of an agenda."""
    last = max((_count(item.number) for item in _listed(rows)), default=0)
    numbered = (found for row in sheet.rows if (found := _ITEM.fullmatch(_text(row))))
    first = next(numbered, None)
    if not last or first is None or signs_of(sheet).is_minutes:
        return False
    return 0 <= _count(first["number"]) - last <= _GAP


def _count(number: str) -> int:
    """Return the number of an item without its letter."""
    return int(re.sub(r"\D", "", number))


def _listed(rows: Sequence[Line]) -> Iterator[Listed]:
    """Yield the items that rows list, numbered upwards, each with the first pages after it."""
    item: Listed | None = None
    last = 0
    for row in rows:
        text = _text(row)
        if row.is_foot and not _is_of_list(text):
            continue
        found = _ITEM.fullmatch(text)
        number = _count(found["number"]) if found else 0
        if found and last <= number <= last + _GAP:
            if item is not None:
                yield item
            item, last = Listed(found["number"], _title(found["title"]), 0), number
        if item is not None and not item.page:
            item = replace(item, page=_page_in(text))
    if item is not None:
        yield item


def _text(row: Line) -> str:
    """Return the words of a row, with pages that stand before their item put after it."""
    text = row.text.strip()
    found = _PAGES_FIRST.fullmatch(text)
    return f"{found['item']} {found['pages']}" if found else text


def _is_of_list(text: str) -> bool:
    """Return whether a row at the foot of a page is of its list, and no number of the page."""
    return _ITEM.fullmatch(text) is not None or _SEVERAL.search(text) is not None


def _title(words: str) -> str:
    """Return the title of an item without the pages after it."""
    for form in (_PAGES, _LEADERS, _RANGE):
        words = words[: found.start()] if (found := form.search(words)) else words
    return words.strip()


def _page_in(text: str) -> int:
    """Return the first page that a row of an agenda names, or 0."""
    found = _PAGES.search(text) or _LEADERS.search(text.strip())
    if found:
        return int(found["first"])
    pages = _RANGE.search(text.strip())
    is_rising = pages is not None and int(pages["first"]) <= int(pages["last"])
    return int(pages["first"]) if pages and is_rising else 0
