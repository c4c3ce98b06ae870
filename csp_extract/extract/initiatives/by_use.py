"""Coined names, known by how the whole report uses them: as things, not as places or bodies.

One sentence does not tell "Farm Link grew" from "Great Tarn grew". A report that speaks of "in
Great Tarn" elsewhere, or that has "Beck Homes" say or agree something, tells by it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import (
    CAP,
    OPENING,
    SMALL,
    is_person,
    is_refused,
    lexicon,
)
from csp_extract.extract.organisations import acronyms_of, parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind

_NAME = re.compile(rf"(?<![\w’'-]){CAP}(?:\s(?:{SMALL}\s)?{CAP}){{1,3}}(?![\w-])")
_LEAST = 2  # sentences that use a name before its use says anything
_SUBJECT = re.compile(
    r"\s(?:is|was|will|has|had|now|grew|helped|saw|drew|made|took|gave|went|came|ran|began|met|won|led"
    r"|continues?|runs|works|helps|offers|covers|brings|[a-z]{2,}ed)\b"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|across|around|outside|into|towards|within|off|beside)\s(?:the\s)?$"
)
_AGENT = re.compile(
    r"(?:\b(?:by|with|between|charity|firm|company|town|village|district|Councillors?|Cllr|Mr|Mrs|Ms|Dr"
    r"|Inspector|Sergeant|Superintendent)|[A-Z][\w’'-]*,?)\s(?:the\s)?$"
)
_SPEAKS = re.compile(
    r"(?:[’']s\s(?:own|share|officers?|staff|members)|\s(?:said|says|told|asked|agreed|reported|wrote"
    r"|considers?|believes?|wants?|hopes?|intends?|undertook|have|are|were"
    r"|(?:has|had)\s(?:asked|agreed|confirmed|offered|chosen|awarded|said|told|bid|applied|undertaken))\b"
    r"|(?:,?\s(?:and\s)?[A-Z]))"
)


def names_by_use(reading: Reading) -> Iterator[Reads[str]]:
    """Yield the first use of each name that the report uses as that of a thing."""
    uses: dict[str, list[tuple[Passage, Span]]] = defaultdict(list)
    for passage in reading.passages:
        if passage.block.kind in {BlockKind.PARAGRAPH, BlockKind.BULLET}:
            for match in _NAME.finditer(passage.text):
                uses[match[0]].append((passage, Span(*match.span())))
    about = reading.about
    known = {*acronyms_of(reading.report.text).values(), about.body, about.partnership}
    for name, places in uses.items():
        if len({passage.index for passage, _ in places}) < _LEAST or name in known:
            continue
        if _could_be(name) and _is_thing(places):
            passage, span = places[0]
            start = passage.start
            yield Reads(Span(start + span.start, start + span.end), name, "name by its use")


def _could_be(name: str) -> bool:
    """Return whether the words could be a coined name: no chapter, body or person."""
    words = name.split()
    if words[0] in OPENING or words[-1].casefold() in lexicon()["chapters"]["words"]:
        return False
    return not (is_refused(name) or parties_in(name) or is_person(name))


def _is_thing(places: list[tuple[Passage, Span]]) -> bool:
    """Return whether a name is a subject somewhere, seldom a place, and never somebody who acts."""
    is_subject, located = False, 0
    for passage, span in places:
        before, after = passage.text[: span.start], passage.text[span.end :]
        if _AGENT.search(before) or _SPEAKS.match(after):
            return False
        located += _PLACE.search(before) is not None
        opens = before in {"", "The "} or before.endswith((": ", "; "))
        is_subject |= opens and _SUBJECT.match(after) is not None
    return is_subject and located * 3 <= len(places)
