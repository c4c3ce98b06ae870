"""Coined names, known by how the whole report uses them: as things, not as places or bodies.

One sentence does not tell "Farm Link grew" from "Great Tarn grew". A report that speaks of "in
Great Tarn" elsewhere, or that has "Beck Homes" say or agree something, tells by it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import (
    CAP,
    CLASSES,
    HEADS,
    OPENING,
    is_ordinary,
    is_person,
    is_refused,
    lexicon,
    one_of,
)
from csp_extract.extract.organisations import acronyms_of, parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind

Use = tuple[Passage, Span]
_LINK = r"(?:of|and|for|the|to|with|your|our|is|a|an|no|it|&|am|y|yr|yng|o|ar|i)"
_NAME = re.compile(
    rf"(?<![\w’'&-])(?:(?:Fri|Satur|Sun)day\sNight|{CAP})(?:(?:,\s|\s(?:{_LINK}\s){{0,2}})(?:{CAP}|Spring|Summer|Autumn|Winter)){{0,5}}"
    r"(?![\w-]|[’'](?!s?\s))"
)
_AND = re.compile(r",\s|\s(?:and|&|for|of|to|with)\s(?:the\s)?")
# "Second Harbour" is a name, as no run of capitals begins with the verb.
_ORDINALS = frozenset({"First", "Second", "Third"})
_OWNED = re.compile(r"[’']s?$")
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CELL})
_LEAST = 2  # sentences that use a name before its use as any subject says anything
# Nouns beside a thing that no place or body has: "the Tarn Link contract".
_NOUN = r"(?:contract|evaluation|tender|referrals|volunteers|process|sessions)"
# What only a thing is or does, that is run for people or bought for them.
_DOES = re.compile(
    rf"(?:\s\([^)]{{1,40}}\))?(?:,\s[^,.;()]{{3,70}},)?\s(?:(?:has|have|had|was|were|is|are|will|be|been|being|also|now|not|since"
    r"|again|therefore|so\sfar)\s)*"
    rf"(?:{one_of(lexicon()['verbs']['lives'])})\b"
)
_SUBJECT = re.compile(
    r"\s(?:is|was|will|has|had|now|grew|helped|saw|drew|made|took|gave|went|came|ran|began|met|won|led"
    r"|should|may|lost|continues?|runs|works|helps|offers|covers|brings|provides|[a-z]{2,}ed)\b"
)
_TAKEN_UP = re.compile(
    rf"(?:[Tt]he|[Tt]his|[Tt]hese|[Oo]ur|[Ii]ts)\s(?:[\w’'-]+\s){{0,2}}?(?:{HEADS}|{CLASSES}|contract|programme)s?\b"
    r"|It\s(?:is|was|has|will|had|now|runs|began|opened|helps|saw)\b"
    r"|In\sits\s(?:\w+\s){1,2}(?:year|months|weeks)\b|Of\sthe\s[\d,]+\s(?:[\w-]+\s){1,4}(?:bought|given|fitted|held)"
)
_BEFORE = re.compile(
    rf"\b(?:referrals?\s(?:to|under|from)|calls\sto|evaluation\sof|pilot\sof|extension\sof|renamed"
    rf"|known\sas|branded|supplied\sby|review\sof|future\sof|volunteers\s(?:for|of)|(?:{HEADS})s?,)\s(?:the\s)?[“\"‘]?$"
)
# Only a thing is held or launched; a body is funded and supported as well.
_HELD = re.compile(
    r"\b(?:held|hold|holds|ran|runs?|launch(?:ed)?|staged|hosted|introduced|piloted|promoted?"
    r"|extended|brought back|[Bb]ring back|repeated|promotes)\s(?:the\s|our\s|its\s)?[“\"‘]?$"
)
_BESIDE = re.compile(
    rf"[”\"’']?(?:,\s|\s[–—-]\s|\s\()(?:which|a|an|the|our|its)\s(?:[\w’'-]+\s){{0,5}}?(?:{HEADS}|{CLASSES})s?\b"
)
_GLOSS = re.compile(
    r"\s\((?:the\s)?[“\"‘]?(?P<gloss>[A-Z][a-z]+(?:\s[A-Za-z][a-z]*){1,4})[”\"’]?\)(?!\s[(A-Z])"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|across|around|outside|into|towards|within|off|beside|between|throughout)\s(?:the\s)?$"
)
_AGENT = re.compile(
    r"(?:\b(?:by|charity|firm|company|town|village|district|Councillors?|Cllr|Mr|Mrs|Ms|Dr"
    r"|Inspector|Sergeant|Superintendent|member\sof)|[A-Z][\w’'-]*,)\s(?:the\s)?$"
)
_SPEAKS = re.compile(
    r"(?:[’']s\s(?:own|share|officers?|staff|members|contract)|\s(?:said|says|told|asked|agreed|reported|wrote"
    r"|considers?|believes?|wants?|hopes?|intends?|undertook|moved|seconded|noted|conducted|tested|thanked"
    r"|(?:has|had|have)\s(?:asked|agreed|confirmed|offered|chosen|awarded|said|told|bid|applied|undertaken|given"
    r"|withdrawn|indicated|promised)|(?:is|are)\sto\s(?!be\b)|received\s£)\b)"
)
_WITHIN = re.compile(r"[’']?s?\s[A-Z]")
_PLACED = re.compile(
    r"[’']?s?\s(?:estate|wards?|area|town\scentre|market|station|harbour|park|school|residents|police"
    r"|partnership|council|district|villages?|commons|seafront)\b"
)


_PASSIVE = re.compile(
    r"(?:\s\([^)]{1,40}\))?(?:,\s[^,.;()]{3,70},)?\s"
    r"(?:(?:has|is|was|will)\s(?:(?:now|also|again|since|been|being|be|not)\s)*"
    r"(?:absorbed|paused|launched|relaunched|extended|renamed|opened|reopened|rolled\sout|supplied"
    r"|brought\sback|stood\sdown|used\sto|handed\sout|folded\sinto|merged\swith|put on hold"
    r"|kept\sopen|run\sby|funded|paid\sfor|set\sup|in\sits|in\sthe\slast|working\swith"
    r"|worked\swith|helped|seen)|(?:helps|offers|provides|runs|took\sits)\b"
    r"|(?:received|took)\s[\d,]+\sreferrals)"
)


def names_by_use(reading: Reading) -> Iterator[Reads[str]]:
    """Yield the first use of each name that the report uses as that of a thing."""
    uses = _uses(reading)
    about = reading.about
    acronyms = acronyms_of(reading.report.text)
    bodies = {short for short, name in acronyms.items() if is_refused(name) or parties_in(name)}
    operations = set(re.findall(r"\b(?:Operation|Project)\s([A-Z]\w+)", reading.report.text))
    known = {*acronyms.values(), *bodies, *operations, about.body, about.partnership}
    for name, places in uses.items():
        if name in known or not _could_be(name):
            continue
        if _is_proper(reading.report.text, name, places) and _is_thing(reading, name, places):
            passage, span = places[0]
            start = passage.start
            yield Reads(Span(start + span.start, start + span.end), name, "name by its use")


def _uses(reading: Reading) -> Mapping[str, Sequence[Use]]:
    """Return where each run of capitals stands; a list of names counts for each of them."""
    runs = [
        (passage, span)
        for passage in reading.passages
        if passage.block.kind in _READ
        for match in _NAME.finditer(passage.text)
        if (span := _trimmed(passage.text, match.start(), match.end()))
    ]
    whole = {passage.text[span.start : span.end] for passage, span in runs}
    uses: dict[str, list[Use]] = defaultdict(list)
    for passage, span in runs:
        for part in _parts(passage.text, span, whole):
            uses[passage.text[part.start : part.end]].append((passage, part))
    return uses


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a run without the words that only open its sentence; none where nothing is left."""
    end -= len(text[start:end]) - len(_OWNED.sub("", text[start:end]))
    while (word := text[start:end].split(" ", 1)[0].rstrip(",")) in OPENING - _ORDINALS:
        if " " not in text[start:end]:
            return None
        start += len(word) + 1
    return Span(start, end) if text[start:end][:1].isupper() and end - start > 2 else None


def _parts(text: str, span: Span, whole: set[str]) -> Iterator[Span]:
    """Yield the names of a run: parts of it where one of them stands by itself elsewhere."""
    cuts = [joint.span() for joint in _AND.finditer(text, span.start, span.end)]
    edges = [(span.start, span.start), *cuts, (span.end, span.end)]
    parts = [Span(one[1], two[0]) for one, two in pairwise(edges)]
    named = [part for part in parts if text[part.start : part.end] in whole]
    yield from (parts if len(parts) > 1 and named else [span])


def _could_be(name: str) -> bool:
    """Return whether the words could be a coined name: no chapter, body or person."""
    words = name.split()
    if words[0] in OPENING - _ORDINALS or words[-1].casefold() in lexicon()["chapters"]["words"]:
        return False
    if (is_refused(name) and words[-1] != "Watch") or is_person(name) or re.search(r"20\d\d", name):
        return False
    if words[-1] == "Watch" and len(words) > 1:
        return name != "Neighbourhood Watch"
    return not any(party.span.start == 0 or not party.is_common for party in parties_in(name))


def _is_proper(text: str, name: str, places: Sequence[Use]) -> bool:
    """Return whether the capitals are those of a name and not of the opening of a sentence."""
    words = name.split()
    if len(words) > 1:
        return sum(word[0].isupper() for word in words) > 1
    if is_ordinary(name) or len(name) < 3:
        return False
    if re.search(r"[a-z][A-Z]", name):
        return True
    if name.casefold() in lexicon()["ordinary"]["acronyms"] or name.endswith("s"):
        return False
    is_passive = any(
        not passage.text[: span.start] and _PASSIVE.match(passage.text[span.end :])
        for passage, span in places
    )
    if is_passive and not re.search(rf"(?<![\w-]){name.casefold()}(?![\w-])", text):
        return True
    return not name.isupper() and any(_is_inside(passage, span) for passage, span in places)


def _is_inside(passage: Passage, span: Span) -> bool:
    """Return whether a word stands in the middle of a sentence, and not within a longer name."""
    before, after = passage.text[: span.start], passage.text[span.end :]
    is_run = re.search(r"[A-Z][\w’'-]*,?\s$", before) or _WITHIN.match(after)
    return re.search(r"[a-z,(“]\s?[“\"‘]?$", before) is not None and is_run is None


def _is_thing(reading: Reading, name: str, places: Sequence[Use]) -> bool:
    """Return whether a name is told of as a thing, seldom a place, and never as somebody."""
    told, located, is_subject = 0, 0, False
    for passage, span in places:
        before, after = passage.text[: span.start], passage.text[span.end :]
        if _AGENT.search(before) or _SPEAKS.match(after):
            return False
        located += bool(_PLACE.search(before) or _PLACED.match(after))
        opens = before in {"", "The "} or before.endswith((": ", "; ", " that "))
        is_subject |= opens and _SUBJECT.match(after) is not None
        told += _is_told(reading, passage, before, after, is_lone=" " not in name)
    if located * 4 >= len(places) or (located and told < _LEAST):
        return False
    many = len({passage.index for passage, _ in places}) >= _LEAST
    return bool(told) or (is_subject and " " in name and (many or len(name.split()) > 1))


def _is_told(reading: Reading, passage: Passage, before: str, after: str, *, is_lone: bool) -> bool:
    """Return whether one use says that the name is a thing's."""
    gloss = _GLOSS.match(after)
    if gloss and (parties_in(gloss["gloss"]) or is_refused(gloss["gloss"])):
        return False
    if gloss or _BEFORE.search(before) or _BESIDE.match(after):
        return True
    if not is_lone and before.endswith(("the ", "The ")) and re.match(rf"\s{_NOUN}\b", after):
        return True
    if not is_lone and _HELD.search(before):
        return True
    opens = before in {"", "The "} or before.endswith((": ", "; ", " that ", " and "))
    if opens and _DOES.match(after):
        return True
    is_title = passage.is_first and not before and after.strip() in {"", ".", ":"}
    following = reading.passages[passage.index + 1 : passage.index + 2]
    return (
        is_title
        and bool(following)
        and following[0].block_index == passage.block_index
        and _TAKEN_UP.match(following[0].text) is not None
    )
