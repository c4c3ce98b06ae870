"""What a paper says of its committee's other meetings: the last one, and the next."""

import re

from csp_extract.track.items import Row
from csp_extract.track.words import fold, lexicon

_HELD = (
    r"(?:,?\s(?:which\swas|that\swas|to\sbe|will\sbe|is|was|of|held|on|dated|at|as|for)"
    r"|\s?[:–—-])*"
)
_WEEKDAY = r"(?:\s?(?:Mon|Tue|Wed|Thu|Fri)\w*,?)?(?:\sthe)?\s?"
_WHOSE = r"(?P<whose>(?:\s(?:of|by)\s[^.;:,]{1,60}?)?)"
_LAST = re.compile(
    r"\b(?:the|our|this\s\w+'s|your)\s(?:last|previous|preceding)\s(?:\w+\s){0,2}?meeting"
    rf"{_WHOSE}{_HELD}{_WEEKDAY}$"
    rf"|\b(?:committee|commission|panel|forum|we|members)\slast\smet{_HELD}{_WEEKDAY}$",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\bminutes?\s(?:of|from)\s(?P<whose>(?:the|its|our|this|their)?[^.;:]{0,60}?)"
    rf"(?:\s?meetings?)?{_HELD}{_WEEKDAY}$",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:correct|true|accurate)\srecord|\b(?:approv|agree|confirm|sign|adopt|accept)\w*",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\bnext\s(?:\w+\s){{0,2}}?meetings?{_WHOSE}{_HELD}{_WEEKDAY}$"
    rf"|\b(?:next\smeets?|meets?\s(?:next|again)){_HELD}{_WEEKDAY}$",
    re.IGNORECASE,
)
_NEXT_HEAD = re.compile(r"\bnext\s(?:\w+\s){0,2}meeting", re.IGNORECASE)
_CUE = re.compile(
    r"\bmeet|\bmet\b|\bminute", re.IGNORECASE
)  # without one, no sentence is looked at
_NO_WORDS = re.compile(r"[\W\d]*")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+")


def told_of(row: Row, committee: str) -> bool | None:
    """Return whether a row of dates.csv tells the next meeting of a committee, or the last one.

    Neither gives nothing: another body's meeting, or a day on which something else is to happen.
    """
    if row.get("precision") != "day" or not row["start"]:
        return None
    if not _CUE.search(row["quote"]) and not _NEXT_HEAD.search(row.get("section", "")):
        return None
    place = int(row["char_start"]) - int(row.get("quote_start") or row["char_start"])
    before = " ".join(row["quote"][:place].split())
    after = row["quote"][place:]
    if match := _NEXT.search(before):
        return True if _is_own(match, committee) else None
    if _NEXT_HEAD.search(row.get("section", "")) and _NO_WORDS.fullmatch(before):
        return True
    if match := _LAST.search(before):
        return False if _is_own(match, committee) else None
    match = _MINUTES.search(before)
    if match and _APPROVED.search(before[: match.start()] + after):
        return False if _is_own(match, committee) else None
    return None


def _is_own(match: re.Match[str], committee: str) -> bool:
    """Return whether the meeting is the committee's own: no name is given, or its own."""
    whose = match["whose"] or ""
    names = {word.casefold() for word in _CAPITAL.findall(whose)}
    own = set(fold(committee).split()) | lexicon("assemblies")
    return names <= own


def committee_key(committee: str) -> str:
    """Return what stays of a committee's name when it becomes a panel or meets online."""
    words = re.sub(r"\(.*?\)", "", fold(committee)).replace("-", " ").split()
    return " ".join(word for word in words if word not in lexicon("assemblies"))
