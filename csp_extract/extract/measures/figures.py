"""Figures of performance: how numbers and subjects are written, and the measure they make."""

import re
from decimal import Decimal, InvalidOperation

from csp_extract.extract.measures.lexicon import direction_of, lexicon
from csp_extract.records import Direction, MeasureUnit, MeasureValue

NUMBER = r"(?<![\d£$€.,/])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d£$€.,/])\d{1,7}(?:\.\d{1,3})?"
PERCENT = r"\s?(?:%|per\s?cent)(?!\w)"
NOUN = r"increase|decrease|reduction|rise|fall|drop|decline|growth"
VERB = r"increased|decreased|reduced|risen|rose|fallen|fell|dropped|declined|grew|grown|up|down"
# Words before a verb, from the beginning of a word, within one clause.
SUBJECT = (
    r"(?<![\w’'/&-])(?:(?!\d|that\b|but\b|while\b|whilst\b|which\b)[\w’'/&-]+\s){0,6}?"
    r"[\w’'/&-]+"
)
_UNIT = "|".join(sorted(lexicon().counted, key=len, reverse=True))
# "to 1,204 offences, an increase of 3%", "at 82%, two points down": the figure with its change.
TAIL = (
    rf"(?:\s(?:{_UNIT})\b)?(?:,\s(?P<tail>an?\s(?:{NOUN})\sof\s(?:{NUMBER})(?:{PERCENT})?"
    r"|(?:an?|two|three|four|five|\d{1,2})\s(?:percentage\s)?points?\s(?:up|down|higher|lower|more|less)))?"
)
BRACKET = r"(?:\s\((?P<change>[^()£]{1,60})\))?"
WHAT = r"(?P<what>(?:[\w’'/&-]+\s){0,9}?[\w’'/&-]+)"
_AREA = re.compile(
    r"\s(?:in|across|within)\s(?P<area>(?:the\s)?[A-Z][\w’'-]+(?:\s(?:and\s"
    r"|of\s)?[A-Z][\w’'-]+){0,3})"
)
_OPENS = re.compile(
    r"^(?:the|a|an|there|that|this|it|and|but|while|whilst|also|showed|shows|saw|seen|was|were|is"
    r"|has|have|been|reported|recorded|number of|levels? of|overall)\s",
    re.IGNORECASE,
)


def _number(text: str) -> Decimal | None:
    """Return the value of a numeral."""
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _measure(
    what: str, value: str, unit: MeasureUnit, direction: Direction | None, change: str = ""
) -> MeasureValue | None:
    """Return the measure of a subject's words, with the place in them as its area."""
    area = _AREA.search(f" {what}")
    words = f" {what}".replace(area[0], "", 1) if area else what
    words = words.strip()
    while (opening := _OPENS.match(words)) is not None:
        words = words[opening.end() :]
    number = _number(value)
    if not words or number is None:
        return None
    place = re.sub(r"^the\s", "", area["area"]) if area else ""
    return MeasureValue(
        measure=words, value=number, unit=unit, direction=direction, change=change, area=place
    )


def changed(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a change of so many per cent."""
    return _measure(
        match["what"],
        match["value"],
        MeasureUnit.PERCENT,
        direction_of(match["way"]),
        match["change"] or "",
    )


def went(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the figure that something went to, and from which."""
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    start = match.string[match.start("from") : match.end()]
    return _measure(match["what"], match["value"], unit, direction_of(match["way"]), start)


def counted(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a count of people, events or offences; the words end at what is counted."""
    words = match["what"].split()
    heads = [at for at, word in enumerate(words) if word.casefold() in lexicon().counted]
    if (
        _YEAR.fullmatch(match["value"])
        or not heads
        or heads[0] > 4
        or words[0].casefold() in _NO_COUNT
        or _IS_NO_COUNT.search(match.string, max(0, match.start() - 24), match.start())
        or _TO_TARGET.match(match.string, match.end())
        or _is_turnout(match, words)
        or (
            (words[heads[0]].casefold() in {"fire", "contact", "report", "call"})
            and match["value"] != "1"
        )
        or (
            words[heads[0]].casefold() == "members"
            and not match.string.startswith(" of ", match.end())
        )
    ):
        return None
    moved = _MOVED.match(match.string, match.end())
    way = direction_of(moved["way"]) if moved else None
    change = moved["change"] if moved else ""
    return _measure(match["what"], match["value"], MeasureUnit.COUNT, way or Direction.NONE, change)


_MOVED = re.compile(
    rf",?\s(?:which\sis\s|representing\s"
    rf"|compared\sto\s)?\(?(?P<change>an?\s(?P<way>{NOUN})\sof\s(?:{NUMBER})(?:{PERCENT})?)"
)
# "Group 1 cases" and "fewer than 300 calls": a name, or a target.
_IS_NO_COUNT = re.compile(
    r"(?:\b(?:Group|Phase|Tier|Stage|Level|Year|Section|Priority|Unit|Category|Grade)|[Ff]ewer\sthan"
    r"|target\sof|up\sto)\s$"
)
_TO_TARGET = re.compile(r"\s(?:to\sspare|short\sof|(?:a|per)\syear\sby)\b")
# Who came to an event, or answered a consultation: its reach, which the initiative tells.
_CAME = re.compile(
    r"\s(?:attended|came|turned\sout|answered|replied|responded|filled|wrote|have\swritten)\b"
)
_CAME_TO = re.compile(r"\b(?:visited|named|chosen|answered)\sby\s(?:more\sthan\s|over\s|some\s)?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_COUNT = frozenset(
    "and or to of in on at by months month years year days day weeks week hours hour minutes pm am"
    " per more less fewer mph miles".split()
)


def _is_turnout(match: re.Match[str], words: list[str]) -> bool:
    """Return whether bare "people" are counted at an event or in a consultation."""
    if words[:1] != ["people"]:
        return False
    verb = match.start("what") + len("people")
    before = _CAME_TO.search(match.string, max(0, match.start() - 40), match.start())
    return bool(before or _CAME.match(match.string, verb))


def stood(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the level at which a share stands, or that it went to."""
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    if match["what"].casefold() in {"which", "who", "it", "they", "this"}:
        return None
    given = match.groupdict()
    tail = given["tail"] or ""
    words = [given.get("way") or "", *tail.split()]
    way = next((way for word in words if (way := direction_of(word))), Direction.NONE)
    return _measure(match["what"], match["value"], unit, way, given.get("from") or tail)


def share(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the share of a group that is or does something."""
    return _measure(match["what"], match["value"], MeasureUnit.PERCENT, Direction.NONE)


def rate(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a rate per so many people or households."""
    return _measure(match["what"], match["value"], MeasureUnit.RATE, Direction.NONE)
