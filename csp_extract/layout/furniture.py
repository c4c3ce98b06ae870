"""Running heads and feet: what repeats at the edges of pages, and lone page numbers."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence

from csp_extract.layout.line import Line
from csp_extract.records import Page

EDGE = 0.13  # part of the page height in which heads and feet stand
_SHARE = 0.4  # of the pages on which a repeated line must stand (alternating ones on half)
_FEW = 2
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page\s*|p\.?\s*)?[-–—|]?\s*(?P<page>\d{1,4})\s*[-–—|]?(?:\s*(?:of|/)\s*(?P<of>\d{1,4}))?"
    r"|page\s*\|\s*\d{1,4}|\d{1,4}\s*\|\s*page|tudalen\s*\d{1,4}(?:\s*o\s*\d{1,4})?"
    r"|[ivx]{1,5}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PRINTED = re.compile(
    r"(?:https?://|file://|www\.)\S+(?:\s+\d+/\d+)?|\d{1,2}/\d{1,2}/\d{2,4},?\s*\d{1,2}:\d{2}.*",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"\W*(?:this )?page (?:is |has been )?(?:intentionally |deliberately )?left "
    r"(?:intentionally )?blank\W*",
    re.IGNORECASE,
)
_RINGS = 2  # of heads and feet around the text: those of the pack, and those of the report
_ITEM = re.compile(
    r"(?:agenda\s+)?item\s*(?:no\.?|number)?\s*:?\s*\d{1,3}[a-z]?(?:\s+\d{1,4})?", re.IGNORECASE
)


def is_furniture(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> set[int]:
    """Return the ``id`` of every line, page by page, that is a running head or foot."""
    edges = [_at_edges(page, own) for page, own in zip(pages, lines, strict=True)]
    counts = Counter(
        key
        for page, own in zip(pages, edges, strict=True)
        for key in {_key(page, line) for line in own}
    )
    needed = max(_FEW, round(_SHARE * len(pages)))
    repeated = {key for key, count in counts.items() if count >= needed}
    counted = _counted(pages, edges)
    found: set[int] = set()
    for page, own, edge_lines in zip(pages, lines, edges, strict=True):
        is_first = len(pages) > 1 and page.number == pages[0].number
        again = [line for line in edge_lines if _key(page, line) in repeated]
        found.update(
            id(line)
            for line in again
            if not (is_first and _is_head(page, line)) and not _is_in_row(line, own, again)
        )
        found.update(id(line) for line in _outermost(page, edge_lines, own, counted))
        found.update(id(line) for line in edge_lines if _is_beside(page, line, edge_lines))
        if _says_blank(line for line in own if id(line) not in found):
            found.update(map(id, own))
    return found


def _is_in_row(line: Line, lines: Sequence[Line], again: Sequence[Line]) -> bool:
    """Return whether a line without letters stands beside words that do not come again.

    So do the figures of a table's row, and the number of a paragraph, at the top of a page.
    """
    if any(map(str.isalpha, line.text)):
        return False
    known = set(map(id, again))
    return any(
        id(other) not in known and abs(other.bottom - line.bottom) < line.size / 2
        for other in lines
    )


def _counted(pages: Sequence[Page], edges: Sequence[Sequence[Line]]) -> set[int]:
    """Return by how much the lone figures at the edges are ahead of their pages, where they count.

    Figures of a table at the foot of a page do not go up by one from page to page.
    """
    ahead: Counter[int] = Counter()
    for page, own in zip(pages, edges, strict=True):
        bare = [line for line in own if _is_bare(line)]
        ahead.update({int(line.text) - page.number for line in bare})
    if len(pages) == 1:
        return {1 - pages[0].number}
    return {step for step, count in ahead.items() if count >= max(_FEW, len(pages) // 2)}


def _outermost(
    page: Page, edge_lines: Sequence[Line], own: Sequence[Line], counted: Container[int]
) -> list[Line]:
    """Return the lines that have the form of a running head or foot and stand outside all others.

    A pack stamps the number of its page and of its item outside of those of the report.
    """
    stamps = [line for line in edge_lines if _is_head(page, line) and _is_item(line)]
    peeled: list[Line] = []
    for _ in range(_RINGS):
        gone = {id(line) for line in (*peeled, *stamps)}
        rest = [line for line in own if id(line) not in gone]
        found = [
            line
            for line in edge_lines
            if id(line) not in gone
            and (_has_form(line) or _says_again(page, line, own))
            and _is_outermost(page, line, rest)
            and (_stands_alone(line, rest) or int(line.text) - page.number in counted)
        ]
        peeled += found
        if not any(_is_numbered(line) for line in found) and not stamps:
            break
    return peeled


def _stands_alone(line: Line, lines: Sequence[Line]) -> bool:
    """Return whether a line is more than a figure, or a figure with nothing beside it.

    A figure beside other words may be a cell of a table.
    """
    beside = [other for other in lines if abs(other.bottom - line.bottom) < line.size / 2]
    return not _is_bare(line) or len(beside) == 1


def _is_bare(line: Line) -> bool:
    """Return whether a line is a figure and nothing else."""
    return line.text.isdecimal()


def _says_blank(lines: Iterable[Line]) -> bool:
    """Return whether all that a page says is that it says nothing."""
    return _BLANK.fullmatch(" ".join(line.text for line in lines)) is not None


def _at_edges(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Return the lines in the upper and the lower margin."""
    upper, lower = EDGE * page.height, (1 - EDGE) * page.height
    return [line for line in lines if line.bottom < upper or line.top > lower]


def _is_head(page: Page, line: Line) -> bool:
    """Return whether a line stands in the upper margin."""
    return line.bottom < EDGE * page.height


def _is_foot(page: Page, line: Line) -> bool:
    """Return whether a line stands in the lower margin."""
    return line.top > (1 - EDGE) * page.height


def _key(page: Page, line: Line) -> tuple[str, bool, int]:
    """Return what makes two lines of different pages the same: words, edge, height."""
    words = _NUMBER.sub("#", line.text.casefold())
    return words, _is_head(page, line), round(line.top / 6)


def _has_form(line: Line) -> bool:
    """Return whether a line has the form of a page number or of a browser's head or foot."""
    return _is_page_number(line) or _is_item(line) or _is_printed(line)


def _is_page_number(line: Line) -> bool:
    """Return whether a line has the form of a page number, and is no year: "2018", "2014/15"."""
    found = _PAGE_NUMBER.fullmatch(line.text.strip())
    if found is None or _YEAR.fullmatch(found["page"] or ""):
        return False
    return not found["of"] or int(found["page"]) <= int(found["of"])


def _is_beside(page: Page, line: Line, lines: Sequence[Line]) -> bool:
    """Return whether a line stands beside what can only be a running head or foot.

    That is the address or the time that a browser prints, or a page number at the foot.
    """
    return any(
        other is not line
        and abs(other.bottom - line.bottom) < line.size / 2
        and (_is_printed(other) or (_is_foot(page, line) and _is_numbered(other)))
        for other in lines
    )


def _is_printed(line: Line) -> bool:
    """Return whether a line has the form of a browser's head or foot."""
    return _PRINTED.fullmatch(line.text.strip()) is not None


def _is_item(line: Line) -> bool:
    """Return whether a line is the number of an agenda item."""
    return _ITEM.fullmatch(line.text.strip()) is not None


def _is_numbered(line: Line) -> bool:
    """Return whether a line says that it is the number of a page."""
    text = line.text.strip()
    return (
        text.casefold().lstrip().startswith(("page", "tudalen"))
        and _PAGE_NUMBER.fullmatch(text) is not None
    )


def _says_again(page: Page, line: Line, lines: Sequence[Line]) -> bool:
    """Return whether a line at the foot repeats a line that stood above on its page."""
    words = line.text.casefold()
    return _is_foot(page, line) and any(
        other is not line and other.bottom < line.top and other.text.casefold() == words
        for other in lines
    )


def _is_outermost(page: Page, line: Line, lines: Sequence[Line]) -> bool:
    """Return whether nothing but lines of the same height stands further out."""
    if _is_head(page, line):
        return all(other.top >= line.top - line.size for other in lines) and not _is_item(line)
    return all(other.bottom <= line.bottom + line.size for other in lines)
