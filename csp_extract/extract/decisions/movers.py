"""Who moved a decision: named before it, in it, or right after it."""

import re

from csp_extract.extract.decisions.resolutions import Resolution
from csp_extract.extract.reading import Reading

_NAME = (
    r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Rev"
    r"|Baroness)\.?\s(?:[A-Z][\w’'.-]*\s?){1,3}"
)
_MOVED = re.compile(
    rf"\b(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED|[Pp]roposer:?"
    r"|(?:[Oo]n|[Uu]pon) the (?:motion|proposition|proposal) of)"
    rf"\s?(?:by|from|:)?\s?(?P<name>{_NAME})"
    rf"|(?P<before>{_NAME})(?:,\sseconded\sby\s{_NAME},\s)?(?:proposed|moved)\b"
    rf"|[Aa]mendment\sby\s(?P<by>{_NAME})"
)
_OPENS = re.compile(r"(?:\(?\s?(?:It was |Upon being |On being |Following debate, it was )?)")


def plain(text: str) -> str:
    """Return the text of a passage on one line, character for character."""
    return text.replace("\n", " ")


def mover_near(reading: Reading, resolution: Resolution) -> str:
    """Return the mover's name as printed, or nothing where the minutes do not say."""
    passage = reading.passages[resolution.said]
    own = reading.passage_at(resolution.span.start)
    found = _MOVED.search(plain(passage.text)) or _MOVED.search(plain(own.text) if own else "")
    for place in (passage.index - 1, passage.index + 1):
        if found is None and 0 <= place < len(reading.passages):
            text = plain(reading.passages[place].text)
            found = _MOVED.match(text, len(_opening_of(text)))
            if place > passage.index and " that " in text:
                found = None  # the next motion
    if found is None:
        return ""
    name = found["name"] or found["before"] or found["by"]
    return re.sub(r"\s(?:and|seconded|that)\b.*", "", " ".join(name.split()))


def _opening_of(text: str) -> str:
    """Return the words that may stand before "proposed by" in a sentence of its own."""
    opening = _OPENS.match(text)
    return opening[0] if opening else ""
