"""Tallies told in free prose: what was done to so many, what so many did, so many a month."""

import re
from dataclasses import replace
from decimal import Decimal

from csp_extract.extract.measures.counting import count
from csp_extract.extract.measures.lexicon import direction_of, lexicon
from csp_extract.extract.measures.noun_phrases import ABOUT, AUX, BETWEEN, NOUNS, WORD
from csp_extract.extract.measures.numerals import COUNT, FIGURES, SPELT, count_of
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import MeasureUnit, MeasureValue

_FEW = 10  # under this a plural may be anything: "three options were considered"
_PLACE = r"(?:\s(?:in|across|within|from|at|of|for|with|under)\s[^,.;:()\d]{2,45}?)?"
_PARTICIPLE = (
    r"(?:[a-z]{2,}ed|[a-z]{2,}(?:ak|ow|riv|itt|awn|hos)?en|held|made|run|seen|put|sent|built|known)"
)
_STATIVE = (
    r"(?!(?:need|planned|proposed|invited|expected|required|asked|aged|based|located|appointed"
    r"|employed|elected)\b)"
)
_OLD = re.compile(r"(?i)\b(?:aged?|over|under)\s$")


def _many(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many had something done to them, or did something; never a few."""
    value = count(match, match["what"], least=_FEW)
    if value is None or _OLD.search(match.string, 0, match.start("value")):
        return None
    words = match.string[match.start("what") : match.end()]
    return replace(value, measure=" ".join(words.split()))


def _included(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many a sum of work is said to hold; never a few."""
    return count(match, match["what"], least=_FEW)


def _each(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many there are in each month or week."""
    words = re.sub(r"(?i)^(?:(?:the|an?|of|number|amount|some)\s)+", "", match["what"])
    if words.rpartition(" ")[2].casefold() in lexicon().uncounted:
        return None
    return MeasureValue(
        words, Decimal(count_of(match["value"])), MeasureUnit.COUNT, period=match["stretch"]
    )


def _more(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many more or fewer of something there were."""
    head = match["what"].rpartition(" ")[2].casefold()
    is_told = bool(match["of"]) and head == "reports"
    if _AIM.search(match.string, 0, match.start()) or (head in lexicon().uncounted and not is_told):
        return None
    value, words = match["value"], f"{match['value']} {match['way']}"
    direction = direction_of(match["way"])
    number = Decimal(count_of(value))
    what = match["what"] + (match["of"] or "")
    return MeasureValue(what, number, MeasureUnit.COUNT, direction=direction, change=words)


_AIM = re.compile(
    r"\b(?:will|would|to|could|bid\sfor|target\sof|plan(?:s|ned)?)\s(?:[a-z]+\s){0,3}$"
)


def _times(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how often something was used or seen; never a few times."""
    number = count_of(match["value"])
    return (
        MeasureValue(match["done"], Decimal(number), MeasureUnit.COUNT) if number >= _FEW else None
    )


def _of_so_many(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many of a set that is told in figures were as said."""
    words = " ".join(match["what"].split())
    noun = re.split(r"\s(?:are|were|is|have|had)\s", words)[0].rpartition(" ")[2].casefold()
    if noun in lexicon().uncounted:
        return None
    return MeasureValue(words, Decimal(count_of(match["value"])), MeasureUnit.COUNT)


def _took(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how long something takes, in the unit that its words name."""
    words = match["value"]
    value = Decimal(words) if words[0].isdigit() else Decimal(count_of(words))
    return MeasureValue(match["what"], value, MeasureUnit.COUNT)


def _strength(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return the number at which a headcount stands."""
    return MeasureValue(match["what"], Decimal(count_of(match["value"])), MeasureUnit.COUNT)


TALLIES: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="so many were anything",
        pattern=re.compile(
            rf"(?P<value>{COUNT})\s(?P<what>{NOUNS}){_PLACE}\s(?:(?:that|which|who)\s)?{AUX}\s"
            rf"(?:(?:also|now|since|already|subsequently|successfully)\s)?{_STATIVE}{_PARTICIPLE}\b"
        ),
        value=_many,
        examples=(
            Example(
                "[[Forty-one drop-in visits were undertaken]] by wardens.",
                "drop-in visits were undertaken: 41 count",
            ),
            Example(
                "and [[230 gate checks that had been undertaken]] in May",
                "gate checks that had been undertaken: 230 count",
            ),
        ),
        refuses=(
            "Three gates were undertaken.",
            "The 40 checks were undertaken.",
            "12 members were undertaken.",
            "14 wardens were appointed.",
        ),
    ),
    Rule(
        name="so many did anything",
        pattern=re.compile(
            rf"(?P<value>{COUNT})\s(?P<what>{NOUNS}){_PLACE}\s(?:(?:had|have|has)\s)?{_STATIVE}"
            rf"(?:experienced|suffered|lived|took\spart|(?!need)[a-z]{{2,}}ed)\s(?:{WORD}\s){{0,2}}?{WORD}(?=[,.;:()]|\s(?:{BETWEEN}|each)\b|\s?$)"
        ),
        value=_many,
        examples=(
            Example(
                "About [[3,100 tenants in the city suffered noise]].",
                "tenants in the city suffered noise: 3100 count",
            ),
            Example(
                "[[64 traders opposed the watch]] in May.", "traders opposed the watch: 64 count"
            ),
        ),
        refuses=("The 64 traders joined the watch.", "31 members joined the meeting."),
    ),
    Rule(
        name="work that held so many",
        pattern=re.compile(
            rf"\b(?:includ(?:ed|ing)|compris(?:ed|ing)|total(?:led|ling))\s{ABOUT}?"
            rf"(?P<quote>(?P<value>{COUNT})\s(?P<what>{NOUNS}))(?=[,.;:()]|\s(?:{BETWEEN})\b|\s?$)"
        ),
        value=_included,
        examples=(
            Example("This included [[17 night patrols]], and more.", "night patrols: 17 count"),
            Example("work comprising over [[240 gate checks]].", "gate checks: 240 count"),
        ),
        refuses=("It included 12 members.", "It included two patrols."),
    ),
    Rule(
        name="so many each month",
        pattern=re.compile(
            rf"(?<![\w’'/&-])(?P<what>(?:(?!(?:{BETWEEN})\b){WORD}\s){{0,2}}?[a-z][\w’'-]*[^\WsuiS]s)\s(?:at|averag(?:es|ed|ing)|ran\sat|running\sat)\s"
            rf"{ABOUT}?(?P<value>{FIGURES})\s(?:per|an?|each|every)\s(?P<stretch>month|week|day|year|quarter|night)\b"
        ),
        value=_each,
        examples=(
            Example("The desk had [[calls at about 640 per week]].", "calls: 640 count"),
            Example("with [[noise complaints averaging 90 a month]]", "noise complaints: 90 count"),
        ),
        refuses=("Parking charges at £9 per day.", "meetings at 4 a year"),
    ),
    Rule(
        name="so many more",
        pattern=re.compile(
            rf"(?P<value>{COUNT})\s(?P<way>more|fewer|additional|less)\s(?P<what>(?:(?!(?:{BETWEEN})\b){WORD}\s){{0,3}}?"
            rf"[A-Za-z][\w’'-]*[^\WsuiS]s)(?P<of>\sof\s(?:(?!(?:{BETWEEN})\b){WORD}\s){{0,2}}?(?!(?:{BETWEEN})\b){WORD})?(?=[,.;:()]|\s(?:{BETWEEN})\b|\s?$)"
        ),
        value=_more,
        examples=(
            Example(
                "There were [[29 more reports of noise]] than in May.",
                "reports of noise: 29 count up (29 more)",
            ),
            Example("[[Six fewer robberies]] in a year.", "robberies: 6 count down (Six fewer)"),
        ),
        refuses=("It will fit 29 more alarms.", "Two more meetings were held.", "29 more weeks"),
    ),
    Rule(
        name="headcount",
        pattern=re.compile(
            r"\b(?P<what>(?:headcount|caseload|tally))(?:\s(?:as\s(?:of|at)|in|at|for)\s[^,.;:()]{3,30}?)?\s(?:was|is|had\sreached|reached)\s"
            rf"{ABOUT}?(?P<value>{FIGURES})"
        ),
        value=_strength,
        examples=(
            Example("the [[caseload in May 2019 was 212]].", "caseload: 212 count"),
            Example("and its [[headcount is 1,310]].", "headcount: 1310 count"),
        ),
        refuses=("The caseload was £212.",),
    ),
    Rule(
        name="so many times",
        pattern=re.compile(
            rf"\b(?P<quote>(?P<done>[a-z]{{2,}}ed|seen|shown|run|given)\s{ABOUT}?(?P<value>{COUNT})\stimes)\b"
        ),
        value=_times,
        examples=(
            Example("The room was [[used 48 times]] by June.", "used: 48 count"),
            Example("The film was [[viewed 2,150 times]].", "viewed: 2150 count"),
        ),
        refuses=("The group was convened four times.",),
    ),
    Rule(
        name="so many of so many",
        pattern=re.compile(
            rf"(?P<value>{COUNT})\s(?:of|out\sof)\s(?:(?:the|its|our|their|these|those|all)\s)?{COUNT}\s"
            rf"(?P<what>{NOUNS}\s(?:are|were|is|have|had)\s(?:not\s|now\s)?[a-z]{{3,}})(?=[,.;:()]|\s(?:{BETWEEN})\b|\s?$)"
        ),
        value=_of_so_many,
        examples=(
            Example("[[Eleven of the 24 lamps are live]].", "lamps are live: 11 count"),
            Example("[[19 of its 30 sheds were ready]] in May.", "sheds were ready: 19 count"),
        ),
        refuses=("Four of the seven members were present.",),
    ),
    Rule(
        name="time that things take",
        pattern=re.compile(
            rf"\b(?P<what>(?:average|mean|median)\s(?:{WORD}\s){{0,3}}?(?:times?|wait|delay|response|duration|length)(?:\s(?:to|from|for|of)\s[^,.;:()\d]{{3,50}}?)?)"
            rf"\s(?:was|is|were|stood\sat|fell\sto|rose\sto)\s{ABOUT}?(?P<value>\d{{1,4}}(?:\.\d{{1,2}})?|{SPELT})\s(?:minutes|seconds|days|weeks|hours|months)\b(?!\s(?:and\s)?\d)"
        ),
        value=_took,
        examples=(
            Example("The [[average wait was 6.5 minutes]].", "average wait: 6.5 count"),
            Example(
                "the [[mean time from call to visit was nine days]]",
                "mean time from call to visit: 9 count",
            ),
        ),
        refuses=("The average wait was 6 minutes 20 seconds.", "The wait was 6 minutes."),
    ),
)
