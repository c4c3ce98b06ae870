"""What a page shows of being the first of a paper: its masthead, its item, its numbering."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from csp_extract.data import read_data
from csp_extract.packs.sheet import Line, Sheet

_STAMP_LINES = 6  # a stamp stands among the first lines, where it is not in the margin
_SHORT = 10  # words of a line of a masthead at most
_MASTHEAD = (
    3  # things that a full masthead tells at least, the meeting or the words of a report among them
)

_ITEM = re.compile(
    r"(?P<before>.*?)\b(?P<word>agenda\s+item|item|eitem(?:\s+ar\s+yr\s+agenda)?|minute\s+item)"
    r"\s*(?P<no>no\b\.?|number\b|rhif\b)?\s*[:.]?\s*"
    r"(?P<number>\d{1,3}(?:\s?\([a-z]\)|[a-z]\b|\.\d{1,2})?)(?P<after>.*)",
    re.IGNORECASE,
)
_PAGE_AFTER = re.compile(r"\s*(?:page\b.*|\d{1,4}|[|–-].{0,12})?", re.IGNORECASE)
_APPENDIX = re.compile(
    r"(?:appendix|annex|annexe|schedule|attachment|enclosure|atodiad|appendices)\b"
    r"(?:\s*(?:[A-Z]|\d{1,2}|[ivxIVX]{1,4})(?:\.\d)?\b)?(?:\s*[:–—.-].*|\s+[A-Z(].*|\s*)",
    re.IGNORECASE,
)
_APPENDIX_AT_END = re.compile(
    r"\b(?:Appendix|APPENDIX|Annex|ANNEX|Atodiad|ATODIAD)\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})$"
)
_MINUTES = re.compile(
    r"(?:[^:]{3,60}: )?(?:draft |public |unconfirmed |the ){0,3}"
    r"(?:minutes?|cofnodion|(?:notes|record) of (?:the )?meeting)(?P<rest>\b.*)",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"\s*(?:of|o|from|for|held)\b(?! (?:the )?(?:last|previous) meeting).*", re.IGNORECASE
)
_REPORT_OF = re.compile(
    r"(?:joint )?report (?:of|by|from|to|for)\b|adroddiad\b|record of (?:an? )?(?:\w+ )?decision\b"
    r"|(?:\w+ )?decision (?:notice|record)\b",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(_MONTHS)})[a-z]*\.?,? (\d{{4}})\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](20\d{2})\b")
_PARAGRAPH = re.compile(r"A?(\d{1,2})(?:\.(\d{1,2}))?\.?\s+\S")
_LEFT_BLANK = re.compile(
    r"page (?:is |has been )?(?:intentionally |deliberately )?left (?:intentionally )?blank",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What one page shows."""

    items: frozenset[str] = (
        frozenset()
    )  # agenda items that stand alone in its margins or at its top
    told: frozenset[str] = frozenset()  # what its masthead tells
    names_report: bool = False  # "Report of the Director", "Report to Cabinet"
    dates: frozenset[str] = frozenset()  # days that its opening lines name, as 2019-3-12
    is_appendix: bool = False
    is_form: bool = False  # an impact assessment and the like: no paper, and no end of one
    is_minutes: bool = False
    is_blank: bool = False
    restarts: bool = False  # its first numbered paragraph is the first of a paper

    @property
    def has_masthead(self) -> bool:
        """Whether its masthead is that of a report to a meeting."""
        is_addressed = "meeting" in self.told or self.names_report
        return is_addressed and len(self.told) >= _MASTHEAD


def lexicon() -> Mapping[str, Any]:
    """Return the words of ``lexicon.toml``."""
    return read_data(__package__)


@cache
def _labels() -> re.Pattern[str]:
    """Return the pattern of a line that begins with a label, its value or nothing after it."""
    longest_first = {
        kind: sorted(map(re.escape, words), key=len, reverse=True)
        for kind, words in lexicon()["labels"].items()
    }
    groups = (f"(?P<{kind}>{'|'.join(words)})" for kind, words in longest_first.items())
    return re.compile(rf"(?i:{'|'.join(groups)})(?:\s*:.*|\s+[A-Z\d(£].*|\s*)")


@cache
def _meetings() -> re.Pattern[str]:
    """Return the pattern of a line that is the name of a meeting."""
    heads = "|".join(lexicon()["meetings"]["heads"])
    return re.compile(rf"(?:[\w’',&/-]+ ){{0,9}}(?:{heads})(?: \([^)]*\))?", re.IGNORECASE)


def signs_of(sheet: Sheet) -> Signs:
    """Return what a page shows."""
    opening = sheet.opening
    return Signs(
        items=frozenset(_items(sheet)),
        told=frozenset(_told(opening)),
        names_report=any(_REPORT_OF.match(line.text) for line in opening),
        dates=frozenset(_dates(line for line in opening if _is_short(line))),
        is_appendix=_is_appendix(sheet),
        is_form=_is_form(sheet),
        is_minutes=_is_minutes(sheet),
        is_blank=_is_blank(sheet),
        restarts=_restarts(sheet.cells),
    )


def _items(sheet: Sheet) -> Iterator[str]:
    """Yield the agenda items that stand alone: nothing but running words beside them.

    The word goes with the number: a report may carry the number of another list than its pack's.
    """
    stamps = (*sheet.rows[:_STAMP_LINES], *sheet.cells[:_STAMP_LINES])
    for line in (*stamps, *sheet.edges):
        found = _ITEM.fullmatch(line.text.strip())
        if found is None or not _PAGE_AFTER.fullmatch(found["after"]):
            continue
        is_margin = line.is_head or line.is_foot
        is_said = found["word"].casefold() != "item" or bool(found["no"])
        if not found["before"].strip() or (is_margin and is_said and _is_title(found["before"])):
            number = re.sub(r"\s", "", found["number"])
            yield f"{' '.join(found['word'].split())} {number}".casefold()


def _is_title(words: str) -> bool:
    """Return whether words are a running head and not a sentence: they are short and capital."""
    parts = words.split()
    return len(parts) <= 9 and sum(part[:1].isupper() for part in parts) * 2 >= len(parts)


def _told(lines: Sequence[Line]) -> Iterator[str]:
    """Yield what the lines of a masthead tell."""
    for line in lines:
        text = line.text.strip()
        label = _labels().fullmatch(text)
        if label and label.lastgroup:
            yield label.lastgroup
        elif text[:1].isupper() and _meetings().fullmatch(text):
            yield "meeting"
        elif _is_short(line) and next(_dates([line]), ""):
            yield "date"


def _is_short(line: Line) -> bool:
    """Return whether a line is no line of a paragraph."""
    return len(line.text.split()) <= _SHORT


def _dates(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the days that lines name."""
    for line in lines:
        for day, month, year in _DATE.findall(line.text):
            yield f"{year}-{_MONTHS.index(month.casefold()) + 1}-{int(day)}"
        for day, month, year in _FIGURES.findall(line.text):
            yield f"{year}-{int(month)}-{int(day)}"


def _is_appendix(sheet: Sheet) -> bool:
    """Return whether a page says at its top that it is an appendix."""
    first = (*sheet.rows[:4], *sheet.cells[:4])
    heads = [line for line in sheet.edges if line.is_head]
    return any(_APPENDIX.fullmatch(line.text.strip()) for line in (*first, *heads)) or any(
        _APPENDIX_AT_END.search(line.text) for line in heads
    )


def _is_form(sheet: Sheet) -> bool:
    """Return whether a page is headed as a form that goes with a report."""
    heads = tuple(lexicon()["attached"]["heads"])
    return any(line.text.strip().casefold().startswith(heads) for line in sheet.cells[:4])


def _is_minutes(sheet: Sheet) -> bool:
    """Return whether a page begins the minutes of a meeting."""
    company = "|".join(lexicon()["minutes"]["company"])
    is_company = re.search(rf"(?im)\b(?:{company})\b", "\n".join(row.text for row in sheet.rows))
    return is_company is not None and any(
        (found := _MINUTES.fullmatch(line.text.strip())) is not None
        and (not found["rest"].strip() or _OF_MEETING.fullmatch(found["rest"]))
        for line in sheet.opening_rows[:12]
    )


def _is_blank(sheet: Sheet) -> bool:
    """Return whether a page holds nothing, or says that it holds nothing."""
    if any(_LEFT_BLANK.search(row.text) for row in sheet.rows):
        return sum(len(row.text.split()) for row in sheet.rows) < 30
    inner = [row for row in sheet.rows if not (row.is_head or row.is_foot)]
    return not inner and not sheet.is_picture


def _restarts(lines: Sequence[Line]) -> bool:
    """Return whether the first printed paragraph number of a page is that of a first paragraph."""
    for line in lines:
        if line.is_foot or line.is_head:
            continue
        found = _PARAGRAPH.match(line.text)
        if found:
            return found[1] == "1" and found[2] in {None, "0", "1"}
    return False
