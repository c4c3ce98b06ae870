"""The heads over a sum: what opens its paragraph or its list, and the heading of its section.

"Alley gates. The contract costs £40,000." tells in two words what the whole paragraph is about; so
does the first line of an item for the items under it.
"""

import re
from collections.abc import Collection, Iterator

from csp_extract.extract.reading import Passage, Reading

_RUN_IN = re.compile(r"(?:[-•–*]\s)?(?P<what>[A-Z][^.;:,?!£]{2,60})[.:]")
_MOST_WORDS = 6
_SPEAKS = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|can|could|may|must|do|does|did|gave|got|came|went"
    r"|ran|met|see|note|yes|no|none|not|we|us|they|it|he|she|you|this|these|there|then|here|thanks"
    r"|so far|as follows|following)\b|\b\w{3,}ed\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|an?|our)\s", re.IGNORECASE)


def run_in_heads(reading: Reading, home: Passage) -> Iterator[str]:
    """Yield the words that open the paragraph of a sum as its head, then those of its lead-ins."""
    index, seen = home.block_index, home.index
    while index >= 0:
        first = next(iter(reading.passages_of(index)), None)
        if first is not None and first.index != seen and (head := head_in(first.text)):
            yield head
        index = reading.blocks[index].lead_in


def head_in(text: str) -> str:
    """Return the words of a sentence that is no sentence but a head, such as "Alley gates."."""
    match = _RUN_IN.fullmatch(text.strip())
    if match is None or len(match["what"].split()) > _MOST_WORDS or _SPEAKS.search(match["what"]):
        return ""
    return match["what"]


def named_section(home: Passage, known: Collection[str]) -> str:
    """Return the thing of the report that the heading of a section names, or nothing."""
    name = _ARTICLE.sub("", home.block.section.split(":", maxsplit=1)[0].strip(), count=1)
    return name if name.casefold() in known else ""
