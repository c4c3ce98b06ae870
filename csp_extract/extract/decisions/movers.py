"""Who moved a decision: named before it, in it, or right after it."""

import re

from csp_extract.extract.decisions.resolutions import Resolution
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind

_NAME = (
    r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Rev"
    r"|Baroness)\.?\s(?:[A-Z][\w’'.-]*\s?){1,3}"
)
_OFFICE = (
    r"(?:Convener|Vice-Convener|Provost|Chair(?:man|woman|person)?|Vice-Chair(?:man)?|Leader|Mayor)"
)
_MOVED = re.compile(
    rf"\b(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED|[Pp]roposer:?"
    r"|(?:[Oo]n|[Uu]pon) the (?:motion|proposition|proposal) of)"
    rf"\s?(?:by|from|:)?\s?(?P<name>{_NAME})"
    rf"|(?P<before>{_NAME})(?:,\sseconded\sby\s{_NAME},\s)?(?i:proposed|moved)\b"
    rf"|(?P<office>{_OFFICE}),\sseconded\sby\s{_NAME},\s(?:proposed|moved)\b"
    rf"|(?P<officer>(?:The\s)?{_OFFICE}(?:\sof\sthe\s[A-Z]\w+)?)\s(?i:proposed|moved)\sand\s{_NAME}"
    rf"|[Aa]mendment\sby\s(?P<by>{_NAME})"
)
_REST = re.compile(r"\s(?:and|seconded|that)\b")
_OPENS = re.compile(
    r"(?:\(?\s?(?:It was (?:then )?|Upon being |On being |Following debate, it was )?)"
)


def plain(text: str) -> str:
    """Return the text of a passage on one line, character for character."""
    return text.replace("\n", " ")


def mover_near(reading: Reading, resolution: Resolution, last: Resolution) -> str:
    """Return the mover's name as printed, or nothing where the minutes do not say.

    ``last`` is the last thing resolved with it: who moved a list is named before or after it all.
    """
    passage = reading.passages[resolution.said]
    own = reading.passage_at(resolution.span.start)
    end = reading.passage_at(last.span.start) or passage
    found = _MOVED.search(plain(passage.text)) or _MOVED.search(plain(own.text) if own else "")
    for place in (_before(reading, passage), max(passage.index, end.index) + 1):
        if found is None and 0 <= place < len(reading.passages):
            text = plain(reading.passages[place].text)
            found = _MOVED.match(text, len(_opening_of(text)))
            if place > passage.index and " that " in text:
                found = None  # the next motion
    if found is None:
        return ""
    name = found["name"] or found["before"] or found["by"] or found["office"] or found["officer"]
    return _REST.split(" ".join(name.split()), maxsplit=1)[0]


def _before(reading: Reading, passage: Passage) -> int:
    """Return the place of the passage before, or of the one before the list and its heading."""
    place = passage.index - 1
    if passage.block.lead_in >= 0 or passage.block.kind is BlockKind.BULLET:
        while place > 0 and reading.passages[place].block.kind in _OF_A_LIST:
            place -= 1
    return place


_OF_A_LIST = frozenset({BlockKind.BULLET, BlockKind.HEADING})


def _opening_of(text: str) -> str:
    """Return the words that may stand before "proposed by" in a sentence of its own."""
    opening = _OPENS.match(text)
    return opening[0] if opening else ""
