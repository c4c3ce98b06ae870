"""Figures of performance: how numbers and subjects are written, and the measure they make."""

import re
from decimal import Decimal, InvalidOperation

from csp_extract.extract.measures.lexicon import direction_of, lexicon
from csp_extract.extract.measures.numerals import DIALLED, SPELT, count_of
from csp_extract.records import Direction, MeasureUnit, MeasureValue

NUMBER = (
    r"(?<![\w£$€.,/])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)"
    r"|(?<![\w£$€.,/])\d{1,7}(?:\.\d{1,3})?(?!,?\d)"
)
WHOLE = rf"(?:{NUMBER}|{SPELT})"
PERCENT = r"\s?(?:%|per\s?cent)(?!\w)"
NOUN = r"increase|decrease|reduction|rise|fall|drop|decline|growth"
VERB = (
    r"increased|decreased|reduced|risen|rose|fallen|fell|dropped|declined|grew|grown|down"
    r"|(?<!made\s)(?<!makes\s)(?<!make\s)up"
    r"|increasing|decreasing|reducing|rising|falling|dropping|declining|growing"
)
# Words before a verb, from the beginning of a word, within one clause.
SUBJECT = (
    r"(?<![\w’'/&-])(?:(?!\d|that\b|but\b|while\b|whilst\b|which\b|because\b|where\b|when\b|why\b|whether\b|how\b)[\w’'/&-]+\s){0,8}?"
    r"[\w’'/&-]+"
)
UNIT = "|".join(sorted(lexicon().counted, key=len, reverse=True))
# "to 1,204 offences, an increase of 3%", "at 82%, two points down": the figure with its change.
TAIL = (
    rf"(?:\s(?:{UNIT})\b)?(?:,\s(?P<tail>an?\s(?:{NOUN})\sof\s(?:{NUMBER})(?:{PERCENT})?"
    r"|(?:an?|two|three|four|five|\d{1,2})\s(?:percentage\s)?points?\s(?:up|down|higher|lower|more|less)))?"
)
BRACKET = r"(?:\s\((?P<change>[^()£]{1,60})\))?"
WHAT = r"(?P<what>(?:[\w’'/&-]+\s){0,9}?[\w’'/&-]+)"
_AREA = re.compile(
    r"\s(?:in|across|within)\s(?P<area>(?:the\s)?[A-Z][\w’'-]+(?:\s(?:and\s"
    r"|of\s)?[A-Z][\w’'-]+){0,3})"
)
_OPENS = re.compile(
    r"^(?:the|a|an|its|our|their|with|due to|because of|as|so|although|since|there|that|this|it"
    r"|and|but|while|whilst|also|showed|shows|saw|seen|was|were|is|has|have|been|number of"
    r"|levels? of|overall|in total)\s",
    re.IGNORECASE,
)


# What is left of a verb at the end of its subject: "the wait has been" brought down to.
_CLOSES = re.compile(
    r"(?:(?:^|\s)(?:is|are|was|were|has|have|had|been|be|brought|cut|goes|go|continues?|continued|to))+$"
)


def _number(text: str) -> Decimal | None:
    """Return the value of a numeral."""
    if text[:1].isalpha():
        return Decimal(count_of(text))
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def measure_of(
    what: str, value: str, unit: MeasureUnit, direction: Direction | None, change: str = ""
) -> MeasureValue | None:
    """Return the measure of a subject's words, with the place in them as its area."""
    area = _AREA.search(f" {what}")
    words = f" {what}".replace(area[0], "", 1) if area else what
    words = words.strip()
    while (opening := _OPENS.match(words)) is not None:
        words = words[opening.end() :]
    words = _CLOSES.sub("", words)
    number = _number(value)
    if not words or number is None:
        return None
    place = re.sub(r"^the\s", "", area["area"]) if area else ""
    return MeasureValue(
        measure=words, value=number, unit=unit, direction=direction, change=change, area=place
    )


_TAX = re.compile(r"(?i)\b(?:council\stax|precept|business\srates)\b")
_FROM_TO = re.compile(r"\d\sto\s\d|[a-z]\sto\s\d")


def changed(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a change of so many per cent; another figure of it is the change, not its own."""
    if _TAX.search(match["what"]):
        return None
    aside = match["change"] or ""
    change = "" if _FROM_TO.search(aside) else aside
    way = direction_of(match["way"])
    return measure_of(match["what"], match["value"], MeasureUnit.PERCENT, way, change)


def went(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the figure that something went to, and from which."""
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    way = direction_of(match["way"]) or direction_of(match["way"].rpartition(" ")[2])
    return measure_of(match["what"], match["value"], unit, way or _between(match))


def went_on(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the figure that a subject came to after an aside: "continued to rise, from 4 to 9"."""
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    subject = _MOVING.match(match.string[: match.start()].rpartition("; ")[2])
    if subject is None:
        return None
    return measure_of(subject["what"], match["value"], unit, _between(match))


def so_to(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the figure to which a change by a share led: "fell by 12% to 1,204"."""
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    before = list(_BY.finditer(match.string, 0, match.start("quote")))
    if not before:
        return None
    way = direction_of(before[-1]["way"])
    return measure_of(before[-1]["what"], match["value"], unit, way)


_BY = re.compile(
    rf"(?P<what>{SUBJECT})\s(?:has\s|have\s|had\s|is\s|are\s|was\s|were\s)?(?:also\s|been\s)?"
    rf"(?P<way>{VERB})\s(?:by\s)?(?:an\saverage\sof\s|[a-z]+\s)?(?:{NUMBER}){PERCENT}"
)


def _between(match: re.Match[str]) -> Direction:
    """Return which way leads from the first of two numbers to the second."""
    before, after = _number(match["base"]), _number(match["value"])
    if before is None or after is None or before == after:
        return Direction.NONE
    return Direction.UP if after > before else Direction.DOWN


_MOVING = re.compile(
    rf"(?:.*,\s)?(?P<what>{SUBJECT})\s(?:has\s|have\s|had\s)?(?:also\s|again\s)?(?:continued?\sto\s)?"
    rf"(?:{VERB}|{NOUN}|grow)\b[^.;:]*$"
)


def counted(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a count of people, events or offences; the words end at what is counted."""
    words = match["what"].split()
    heads = [at for at, word in enumerate(words) if word.casefold() in lexicon().counted]
    if (
        _YEAR.fullmatch(match["value"])
        or DIALLED.match(match.string, match.start("value"))
        or not heads
        or heads[0] > 4
        or words[0].casefold() in _NO_COUNT
        or _IS_NO_COUNT.search(match.string, max(0, match.start() - 24), match.start())
        or _TO_TARGET.match(match.string, match.end())
        or (
            (words[heads[0]].casefold() in {"fire", "contact", "report", "call"})
            and match["value"] != "1"
        )
        or (
            words[heads[0]].casefold() == "members"
            and (not _OF_STAFF.match(match.string, match.end()) or len(match["value"]) == 1)
        )
    ):
        return None
    moved = _MOVED.match(match.string, match.end())
    way = direction_of(moved["way"]) if moved else None
    change = moved["change"] if moved else ""
    return measure_of(match["what"], match["value"], MeasureUnit.COUNT, way, change)


_MOVED = re.compile(
    rf",?\s(?:which\sis\s|representing\s"
    rf"|compared\sto\s)?\(?(?P<change>an?\s(?P<way>{NOUN})\sof\s(?:{NUMBER})(?:{PERCENT})?)"
)
# "Group 1 cases" and "fewer than 300 calls": a name, or a target.
_IS_NO_COUNT = re.compile(
    r"(?:\b(?:Group|Phase|Tier|Stage|Level|Year|Section|Priority|Unit|Category|Grade)|[Ff]ewer\sthan"
    rf"|target\sof|up\sto|aged|[Uu]nder|[Yy]ear|\d\sto|(?:{NOUN})\sof)\s$|[([][+–−-]$|\d[–-]$"
)
_TO_TARGET = re.compile(r"\s(?:to\sspare|short\sof|(?:a|per)\syear\sby)\b")
_OF_STAFF = re.compile(r"\sof\s(?:[\w’']+\s){0,3}?(?:staff|public|community)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_COUNT = frozenset(
    "and or to of in on at by months month years year days day weeks week hours hour minutes pm am"
    " per more less fewer mph miles".split()
)


def labelled(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a figure after its label, where the label names what papers count."""
    words = {word.casefold() for word in re.findall(r"[\w’'-]+", match["what"])}
    if not words & (lexicon().counted | lexicon().labels):
        return None
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    return measure_of(match["what"], match["value"], unit, None)


def stood(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the level at which a share stands, or that it went to."""
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    if match["what"].casefold() in {"which", "who", "it", "they", "this"}:
        return None
    if _RULED.search(match["what"]):
        return None
    if match["value"][0].isalpha() and _TIME.match(match.string, match.end("value")):
        return None
    given = match.groupdict()
    tail = given.get("tail") or ""
    words = [given.get("way") or "", *tail.split()]
    way = next((way for word in words if (way := direction_of(word))), None)
    subject = measure_of(match["what"], match["value"], unit, way, tail)
    counted = list(_COUNTED.finditer(match.string, 0, match.start("value")))
    if subject is None and counted:  # "40 thefts in May had risen to 52"
        return measure_of(counted[-1]["what"], match["value"], unit, way, tail)
    return subject


# Shares that are set, and measure nothing.
_RULED = re.compile(r"(?i)\b(?:threshold|target|limit|maximum|precept|council tax|inflation|vat)\b")
_COUNTED = re.compile(rf"(?:{NUMBER})\s(?P<what>(?:[\w’'/&-]+\s){{0,3}}?(?:{UNIT}))\b")
_TIME = re.compile(r"\s(?:days|weeks|months|years|hours|minutes|evenings|nights)\b")


def share(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the share of a group that is or does something."""
    return measure_of(match["what"], match["value"], MeasureUnit.PERCENT, None)


def rate(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a rate per so many people or households; its noun may stand before it."""
    words = match["what"].strip()
    if not words:
        before = list(_COUNTED.finditer(match.string, 0, match.start()))
        label = _LABEL.match(match.string)
        words = before[-1]["what"] if before else label["what"] if label else ""
    return measure_of(words, match["value"], MeasureUnit.RATE, None)


_LABEL = re.compile(r"(?:[–•-]\s)?(?P<what>[A-Z][^:.;,\d]{3,70}):")
