"""Who moved a decision: named before it, in it, or right after it."""

import re

from csp_extract.extract.decisions.resolutions import Resolution
from csp_extract.extract.reading import Reading

_NAME = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Rev|Baroness)\.?\s(?:[A-Z][\w’'.-]*\s?){1,3}"
_MOVED = re.compile(
    rf"\b(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED|[Oo]n the (?:motion|proposition) of|[Pp]roposer:?)"
    rf"\s?(?:by|from|:)?\s?(?P<name>{_NAME})|(?P<before>{_NAME})(?:proposed|moved)\b"
)
_REACH = 350  # characters before a decision and after it


def mover_near(reading: Reading, resolution: Resolution) -> str:
    """Return the mover's name as printed, or nothing where the minutes do not say."""
    text, span = reading.report.text, resolution.span
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.start : span.end + _REACH // 2]
    found = list(_MOVED.finditer(before)) or list(_MOVED.finditer(after))[:1]
    if not found:
        return ""
    name = found[-1]["name"] or found[-1]["before"]
    return re.sub(r"\s(?:and|seconded).*|\s+$", "", " ".join(name.split()))
