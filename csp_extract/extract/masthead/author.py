"""Whose report it is: by the form, by the masthead, or by the sentence that opens minutes."""

import re
from collections.abc import Mapping, Sequence

from csp_extract.extract.masthead.fields import fields_in, printed
from csp_extract.extract.organisations import PartyKind, parties_in
from csp_extract.extract.reading import Reading

_LINE = re.compile(r"(?:joint )?report (?:of|by|from)(?: the)?:?\s*(?P<who>[^\n]*)", re.IGNORECASE)
# A post in running text: capitalised words, and what ties them ("Head of Housing (North)").
_POST = (
    r"[A-Z][\w’'&/-]*:?(?:(?:,? (?:and|&|of|for|the|to)){1,3} [A-Z][\w’'&/-]*"
    r"|,? [A-Z][\w’'&/-]*:?| [–-] [A-Z]\w*| \([A-Z]\w{1,20}\)){0,12}"
)
_REPORT_OF = re.compile(rf"\breport (?:of|by|from) (?:the )?(?P<who>{_POST})")
_PRESENTED = re.compile(
    rf"^(?:The )?(?P<who>{_POST})(?:, [^.,\n]{{1,40}},)? (?:submitted|presented|introduced|gave"
    r"|provided) (?:(?:an?|the|this|his|her) )?(?:[\w’'-]+ ){0,3}"
    r"(?:report|update|presentation|briefing|overview|paper)\b",
    re.MULTILINE,
)
_OPENING = 1500  # characters in which minutes say whose report came before the meeting


def author_of(reading: Reading, fields: Mapping[str, str], lines: Sequence[str]) -> str:
    """Return the author of a paper: one who holds an office before one who does not.

    ``fields`` are the first values of the form, ``lines`` those of the masthead.
    """
    return (
        _office_among(reading)
        or fields.get("author")
        or _in_masthead(lines)
        or _in_words(reading.report.text)
    )


def _office_among(reading: Reading) -> str:
    """Return the first author of the form that holds an office: "From" may name a board."""
    values = [
        printed(reading, span) for column, _, span in fields_in(reading) if column == "author"
    ]
    return next((value for value in values if _holds_office(value)), "")


def _holds_office(words: str) -> bool:
    """Return whether an office is named."""
    return any(party.kind is PartyKind.ROLE for party in parties_in(words))


def _in_masthead(lines: Sequence[str]) -> str:
    """Return who stands after "Report of" in the masthead."""
    for place, line in enumerate(lines):
        match = _LINE.match(line)
        if match:
            return match["who"].strip() or next(iter(lines[place + 1 : place + 2]), "")
    return ""


def _in_words(text: str) -> str:
    """Return the office whose report the text names, if it names no other's.

    Else, in the opening, the one who presented the report.
    """
    named = {who for match in _REPORT_OF.finditer(text) if _is_post(who := match["who"])}
    if named:
        return named.pop() if len(named) == 1 else ""
    told = (match["who"] for match in _PRESENTED.finditer(text, 0, _OPENING))
    return next((who for who in told if _is_post(who)), "")


def _is_post(words: str) -> bool:
    """Return whether words name an office that few hold: "Officers" are anybody."""
    held = [party for party in parties_in(words) if party.kind is PartyKind.ROLE]
    return any(not party.is_common or party.name != words for party in held)
