"""Figures of performance in a sentence: changes, counts, shares and rates."""

import re
from decimal import Decimal, InvalidOperation

from csp_extract.extract.found import Span
from csp_extract.extract.measures.lexicon import direction_of, lexicon
from csp_extract.extract.rule import Example, Family, Reads, Rule
from csp_extract.records import Direction, MeasureUnit, MeasureValue

_NUMBER = r"(?<![\d£$€.,/])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d£$€.,/])\d{1,7}(?:\.\d{1,3})?"
_PERCENT = r"\s?(?:%|per\s?cent)(?!\w)"
_NOUN = r"increase|decrease|reduction|rise|fall|drop|decline|growth"
_VERB = r"increased|decreased|reduced|risen|rose|fallen|fell|dropped|declined|grew|grown|up|down"
# Words before a verb, from the beginning of a word, within one clause.
_SUBJECT = (
    r"(?<![\w’'/&-])(?:(?!\d|that\b|but\b|while\b|whilst\b|which\b)[\w’'/&-]+\s){0,6}?"
    r"[\w’'/&-]+"
)
_BRACKET = r"(?:\s\((?P<change>[^()£]{1,60})\))?"
_WHAT = r"(?P<what>(?:[\w’'/&-]+\s){0,9}?[\w’'/&-]+)"
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


def _changed(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a change of so many per cent."""
    return _measure(
        match["what"],
        match["value"],
        MeasureUnit.PERCENT,
        direction_of(match["way"]),
        match["change"] or "",
    )


def _went(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the figure that something went to, and from which."""
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    start = match.string[match.start("from") : match.end()]
    return _measure(match["what"], match["value"], unit, direction_of(match["way"]), start)


def _counted(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a count of people, events or offences; the words end at what is counted."""
    words = match["what"].split()
    heads = [at for at, word in enumerate(words) if word.casefold() in lexicon().counted]
    if (
        _YEAR.fullmatch(match["value"])
        or not heads
        or heads[0] > 4
        or words[0].casefold() in _NO_COUNT
    ):
        return None
    moved = _MOVED.match(match.string, match.end())
    way = direction_of(moved["way"]) if moved else None
    change = moved["change"] if moved else ""
    return _measure(match["what"], match["value"], MeasureUnit.COUNT, way or Direction.NONE, change)


_MOVED = re.compile(
    rf",?\s(?:which\sis\s|representing\s"
    rf"|compared\sto\s)?\(?(?P<change>an?\s(?P<way>{_NOUN})\sof\s(?:{_NUMBER})(?:{_PERCENT})?)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_COUNT = frozenset(
    "and or to of in on at by months month years year days day weeks week hours hour minutes pm am"
    " per more less fewer mph miles".split()
)


def _stood(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the level at which a share stands, or that it went to."""
    unit = MeasureUnit.PERCENT if match["percent"] else MeasureUnit.COUNT
    way = direction_of(match.groupdict().get("way") or "") or Direction.NONE
    return _measure(match["what"], match["value"], unit, way, match.groupdict().get("from") or "")


def _share(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the share of a group that is or does something."""
    return _measure(match["what"], match["value"], MeasureUnit.PERCENT, Direction.NONE)


def _rate(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return a rate per so many people or households."""
    return _measure(match["what"], match["value"], MeasureUnit.RATE, Direction.NONE)


RULES: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="increase in something by",
        pattern=re.compile(
            rf"\b(?P<way>{_NOUN})\sin\s{_WHAT},?\s(?:by|of)\s(?:over\s|nearly\s|around\s|some\s)?"
            rf"(?P<value>{_NUMBER}){_PERCENT}{_BRACKET}"
        ),
        value=_changed,
        examples=(
            Example(
                "There was an [[increase in theft by 6% (12 more offences)]].",
                "theft: 6 percent up (12 more offences)",
            ),
            Example(
                "a [[reduction in burglary in Westbrook of 9.5%]]", "burglary: 9.5 percent down"
            ),
        ),
        refuses=("An increase in council tax by £5 was agreed.",),
    ),
    Rule(
        name="per cent increase in something",
        pattern=re.compile(
            rf"(?P<value>{_NUMBER}){_PERCENT}{_BRACKET}\s(?P<way>{_NOUN})\sin\s(?:the\s)?"
            r"(?P<what>(?:[\w’'/&-]+\s){0,5}?[\w’'/&-]+)(?=\s(?:compared|in|since|on|over|from"
            r"|during"
            r"|against|between|across|and|while|whilst|with|when|for|has|was|were)\b|[,.;:()]|\s?$)"
        ),
        value=_changed,
        examples=(
            Example("a [[12% rise in vehicle crime]] since May", "vehicle crime: 12 percent up"),
            Example(
                "[[4.2 per cent reduction in fires]], which is good", "fires: 4.2 percent down"
            ),
        ),
        refuses=("a £12 rise in fees",),
    ),
    Rule(
        name="something rose by",
        pattern=re.compile(
            rf"(?P<what>{_SUBJECT})\s(?:has\s|have\s|had\s|is\s|are\s|was\s"
            r"|were\s)?"
            rf"(?:also\s|been\s)?(?P<way>{_VERB})\s(?:by\s)?(?:over\s|nearly\s"
            rf"|around\s)?(?P<value>{_NUMBER}){_PERCENT}{_BRACKET}"
        ),
        value=_changed,
        examples=(
            Example("[[Shoplifting rose by 14%]] over the year.", "Shoplifting: 14 percent up"),
            Example(
                "[[Arson has fallen by 3.5% (4 fewer fires)]].",
                "Arson: 3.5 percent down (4 fewer fires)",
            ),
        ),
        refuses=("Fees rose by £3.",),
    ),
    Rule(
        name="something went from to",
        pattern=re.compile(
            rf"(?P<what>{_SUBJECT})\s(?:has\s|have\s)?"
            rf"(?P<way>{_VERB})\s(?P<from>from)\s(?:{_NUMBER})(?:{_PERCENT})?\s(?:[\w/’-]+\s){{0,5}}?to\s"
            rf"(?P<value>{_NUMBER})(?P<percent>{_PERCENT})?"
        ),
        value=_went,
        examples=(
            Example(
                "[[Robberies fell from 40 to 31]] in the year.",
                "Robberies: 31 count down (from 40 to 31)",
            ),
            Example(
                "[[Satisfaction increased from 61% to 70%]].",
                "Satisfaction: 70 percent up (from 61% to 70%)",
            ),
        ),
        refuses=("The budget fell from £40 to £31.",),
    ),
    Rule(
        name="something rose to",
        pattern=re.compile(
            rf"(?P<what>{_SUBJECT})\s(?:has\s|have\s)?(?P<way>{_VERB})\sto\s(?P<value>{_NUMBER})"
            rf"(?P<percent>{_PERCENT})?(?!\s(?:and|to)\s\d)(?:\s(?:in\s[\w /’-]{{3,20}}?\s)?"
            rf"(?P<from>from\s(?:{_NUMBER})(?:{_PERCENT})?))?"
        ),
        value=_stood,
        examples=(
            Example(
                "[[Case reviews rose to 14 from 9]] in a year.",
                "Case reviews: 14 count up (from 9)",
            ),
            Example("[[Satisfaction fell to 71%]].", "Satisfaction: 71 percent down"),
        ),
        refuses=("The grant rose to £14.",),
    ),
    Rule(
        name="share stands at",
        pattern=re.compile(
            rf"(?P<what>{_SUBJECT})\s(?:stands\sat|stood\sat|was|is|reached|remains\sat"
            rf"|remained\sat)"
            rf"\s(?P<value>{_NUMBER})(?P<percent>{_PERCENT})"
        ),
        value=_stood,
        examples=(
            Example("[[Victim satisfaction stands at 81%]].", "Victim satisfaction: 81 percent"),
            Example("[[The detection rate was 14.3%]] in May.", "detection rate: 14.3 percent"),
        ),
        refuses=("The fee was £14.",),
    ),
    Rule(
        name="rate per population",
        pattern=re.compile(
            rf"(?P<value>{_NUMBER})\s(?P<what>(?:[\w’'/&-]+\s){{0,4}}?)per\s(?:1,?000|10,?000"
            rf"|100,?000)"
            r"\s(?:of\s(?:the\s)?)?(?:population|people|residents|households)"
        ),
        value=_rate,
        examples=(
            Example("[[6.4 offences per 1,000 population]] were recorded.", "offences: 6.4 rate"),
            Example("[[31 incidents per 10,000 people]]", "incidents: 31 rate"),
        ),
        refuses=("£6 per 1,000 leaflets",),
    ),
    Rule(
        name="share of a group",
        pattern=re.compile(
            rf"(?P<value>{_NUMBER}){_PERCENT}\sof\s(?P<what>(?:the\s|all\s"
            rf"|those\s)?(?:[\w’'/&-]+\s){{1,8}}?[\w’'/&-]+)"
            r"(?=[,.;:()]|\s(?:compared|in\s(?:the|20\d\d|[A-Z])|against|while|whilst|and|but)\b"
            r"|\s?$)"
        ),
        value=_share,
        examples=(
            Example(
                "[[72% of respondents felt safe]], which is good.",
                "respondents felt safe: 72 percent",
            ),
            Example("[[15% of victims declined support]]", "victims declined support: 15 percent"),
        ),
        refuses=("£15 of vouchers",),
    ),
    Rule(
        name="count of something",
        pattern=re.compile(
            rf"(?:\b(?:over|nearly|around|approximately|almost"
            rf"|some)\s)?(?P<value>{_NUMBER})\s(?P<what>(?:(?!(?:and|or|to|by|which|that|who"
            rf"|where|was|were|when|of)\b)[\w’'/&-]+\s){{0,4}}?"
            rf"(?:{'|'.join(sorted(lexicon().counted, key=len, reverse=True))})\b"
            r"(?:\s(?:were\s|was\s)?[a-z]+ed(?:\s(?:up\s)?(?:for|to|with|at|home)\s(?:(?!and\b"
            r"|or\b|in\b|the\b)[a-z-]+\s?){1,3})?)?)(?<!\s)"
        ),
        value=_counted,
        examples=(
            Example("[[45 homes visits]] took place.", "homes visits: 45 count"),
            Example("In total [[1,204 offences recorded]].", "offences recorded: 1204 count"),
        ),
        refuses=("The 12 month order", "£45 fines were issued", "Members met on 12 May."),
    ),
)


_HINT = re.compile(r"\d")


def read(text: str) -> list[Reads[MeasureValue]]:
    """Return the figures of a sentence, in order; an earlier rule wins over a later one."""
    found: list[Reads[MeasureValue]] = []
    if not _HINT.search(text):
        return found
    text = text.replace("\n", " ")
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            span = Span(*match.span())
            value = rule.value(match, text)
            if value is not None and not any(span.overlaps(other.span) for other in found):
                found.append(Reads(span, value, rule.name))
    return sorted(found, key=lambda reads: reads.span)


def show(value: MeasureValue) -> str:
    """Write a figure the way the examples do: ``measure: value unit direction (change)``."""
    has_moved = value.direction not in {None, Direction.NONE}
    way = f" {value.direction}" if has_moved else ""
    change = f" ({value.change})" if value.change else ""
    return f"{value.measure}: {value.value} {value.unit}{way}{change}"


FAMILY: Family[str, MeasureValue] = Family("measures", RULES, read, show)
