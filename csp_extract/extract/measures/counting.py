"""What the rules of counts read: the number and what was counted, or nothing."""

import re
from decimal import Decimal

from csp_extract.extract.measures.lexicon import lexicon
from csp_extract.extract.measures.noun_phrases import WORD
from csp_extract.extract.measures.numerals import DIALLED, count_of
from csp_extract.records import MeasureUnit, MeasureValue

# "(the|these) 12 cameras" are known already; "up to" and "target of" are no counts.
_KNOWN = re.compile(
    r"\b(?:the|these|those|its|our|their|his|her|both|other|first|last|next|every|each|any|up\sto"
    r"|target\sof|Group|Phase|Tier|Stage|Level|Year|Section|Priority|Unit|Category|Grade|Objective"
    r"|Theme|Paragraph|Appendix|Table|Item|DHR|fewer\sthan|less\sthan|from\s[\d,]+\sto|of\sthe)\s$",
    re.IGNORECASE,
)
# "with 45 calls to spare": how far from a target.
_TO_TARGET = re.compile(r"\s(?:to\sspare|short\sof)\b")
_CARRIED = re.compile(r"\b(?:acted|carried|completed|discharged|implemented|met)\b")
_FEW = 10  # under this a plural may be anything: "in two languages"


def count(match: re.Match[str], words: str, *, least: int = 1) -> MeasureValue | None:
    """Return the count, unless its noun is a stretch of time, a part of a text or a body."""
    number = count_of(match["value"])
    if _TO_TARGET.match(match.string, match.end()) or DIALLED.match(
        match.string, match.start("value")
    ):
        return None
    head = re.findall(r"[\w’'&-]+", words)[-1].casefold()
    is_carried = head == "recommendations" and _CARRIED.search(match[0])
    if number < least or (head in lexicon().uncounted and not is_carried):
        return None
    if _KNOWN.search(match.string, max(0, match.start("value") - 20), match.start("value")):
        return None
    return MeasureValue(
        measure=" ".join(words.split()), value=Decimal(number), unit=MeasureUnit.COUNT
    )


def was_done(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many things had something done to them."""
    value = count(match, match["what"])
    if value is None:
        return None
    words = match.string[match.start("what") : match.end()]
    return MeasureValue(measure=" ".join(words.split()), value=value.value, unit=value.unit)


def did(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many things somebody did something to."""
    return count(match, match["what"])


def did_at(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return at how many places, or to how many people; a small number may be of anything."""
    return count(match, match["what"], least=_FEW)


def there_were(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many there were; a small number only of what papers count."""
    last = re.findall(r"[\w’'&-]+", match["what"])[-1].casefold()
    return count(match, match["what"], least=1 if last in lexicon().counted else _FEW)


def out_of(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many of a set; "one of the two" tells of one thing, not of a count."""
    before = match.string[max(0, match.start() - 5) : match.start()]
    if match["value"].casefold() == "one" or re.search(r"\b(?:in|at|from)\s$", before):
        return None
    words = match["what"] or match["them"]
    value = count(match, words)
    if value is None or (match["them"] and not match["does"]):
        return None
    said = match.string[match.start("what" if match["what"] else "them") : match.end()]
    return MeasureValue(measure=" ".join(said.split()), value=value.value, unit=value.unit)


def of_which(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many of those just told of were or did something."""
    first = match["what"].split()[0].casefold()
    if first in lexicon().uncounted or _MONTH.match(match["what"]):
        return None
    return MeasureValue(
        measure=match["what"], value=Decimal(count_of(match["value"])), unit=MeasureUnit.COUNT
    )


def since(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many of those told of before had something done to them."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    if (re.search(r"\b[A-Z][\w’'-]+\s$", before) and len(match["value"]) == 1) or re.search(
        r"\ball\sbut\s$", before
    ):
        return None
    words = re.sub(r"^(?:have|had|were)\s|\b(?:already|now|since|all|been)\s", "", match["what"])
    return MeasureValue(
        measure=words, value=Decimal(count_of(match["value"])), unit=MeasureUnit.COUNT
    )


def on_nights(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return on how many nights something ran; a few are a rota."""
    number = count_of(match["value"])
    if number < _FEW:
        return None
    return MeasureValue(match["what"], Decimal(number), MeasureUnit.COUNT)


_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)")


def of_them(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the number of the things that the words before "of which" name."""
    before = _BEFORE.search(match.string, max(0, match.start() - 80), match.start())
    return _named(before[1], match["value"]) if before else None


_BEFORE = re.compile(rf"((?:{WORD}\s){{0,7}}{WORD}),?\s$")


def numbered(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the number that a subject had."""
    return _named(match["what"], match["value"])


def _named(what: str, value: str) -> MeasureValue | None:
    """Return the number of what a subject names, unless it names no count."""
    words = what.split()
    while words and words[0].casefold() in _OPENERS:
        words = words[1:]
    if not words or words[-1].casefold() in lexicon().uncounted:
        return None
    return MeasureValue(
        measure=" ".join(words), value=Decimal(count_of(value)), unit=MeasureUnit.COUNT
    )


_OPENERS = frozenset("the a an and but that while whilst number of numbers total".split())
