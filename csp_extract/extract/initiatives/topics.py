"""Names by their place: a heading that is one, an item that opens with its title."""

import re

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import CAP, HEADS, TITLE, TITLED, lexicon
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind

# Rules that trust the first word of a sentence; in a cell every first word has a capital.
LONE = frozenset({"name that began or ended", "lone name that was launched"})
_AS_HEADING = frozenset({"operation by name", "scheme known everywhere"})
_TOPIC = re.compile(rf"(?P<name>{TITLE})(?:\s\([A-Z][\w&]{{1,7}}\))?(?:[.:]|\s?[–—-](?=\s)|$)")
# One coined word, and what it is: "Nightlink: radio scheme that covers forty bars".
_GLOSSED = re.compile(
    rf"(?P<name>{CAP})(?::|\s[–—-])\s(?:an?\s|our\s|the\s)?(?:[a-z][\w-]*\s){{0,3}}(?:{HEADS})s?\b"
)
_BODY = re.compile(
    r"\b(?:Council|Police|Board|Committee|Partnership|Authority|Constabulary|Group|Panel|Service"
    r"|Services|Commissioner|Trust|Cabinet|Forum|Officers?|Managers?|Act|Review|Wards?|Road|Street)$"
)


def is_heading_name(text: str, name: Reads[str]) -> bool:
    """Return whether a heading is the name itself: of an operation, a scheme, a week."""
    is_whole = name.span.end - name.span.start >= len(text.rstrip(" :.")) - 4
    is_titled = re.search(rf"\b(?:{TITLED})$", name.value) is not None
    return is_whole and (name.rule in _AS_HEADING or is_titled)


def topic_of(reading: Reading, passage: Passage) -> Reads[str] | None:
    """Return the title that an item of a list opens with, where text about it follows."""
    if passage.block.kind is not BlockKind.BULLET:
        return None
    match = _TOPIC.match(passage.text) or _GLOSSED.match(passage.text)
    if match is None or not _has_more(reading, passage, match.end()):
        return None
    name = match["name"]
    last = name.casefold().split()[-1]
    if last in lexicon()["chapters"]["words"] or _BODY.search(name):
        return None
    if re.match(r"\s?(?:(?:County|Borough)\s)?(?:Councillor|Cllr)\b", passage.text[match.end() :]):
        return None  # whose portfolio it is
    return Reads(Span(*match.span("name")), name, "title that opens an item")


def _has_more(reading: Reading, passage: Passage, end: int) -> bool:
    """Return whether text about the title follows, in the item or in items under it."""
    if passage.text[end:].strip() or len(reading.passages_of(passage.block_index)) > 1:
        return True
    following = reading.blocks[passage.block_index + 1 : passage.block_index + 2]
    return any(
        block.kind is BlockKind.BULLET and block.level > passage.block.level for block in following
    )


def is_run_in(reading: Reading, passage: Passage, name: Reads[str]) -> bool:
    """Return whether a name is only the subject that a paragraph opens with: "Street lighting."."""
    is_whole = passage.text.rstrip(" .:") == name.value
    is_plain = sum(word[0].isupper() and not word.isupper() for word in name.value.split()) < 2
    is_opening = passage.is_first and len(reading.passages_of(passage.block_index)) > 1
    is_paragraph = passage.block.kind is BlockKind.PARAGRAPH
    return is_whole and is_plain and is_opening and is_paragraph
