"""Counts of what was done: so many kits issued, visits to so many homes, so many of the cameras."""

import re
from decimal import Decimal

from csp_extract.extract.measures.lexicon import lexicon
from csp_extract.extract.measures.numerals import COUNT, SPELT, count_of
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import MeasureUnit, MeasureValue

_WORD = r"[\w’'/&-]+"
_DONE = "|".join(sorted(lexicon().outputs, key=len, reverse=True))
_BETWEEN = "|".join(lexicon().links)
# The noun counted: a plural, and no name of a link before it.
_PLURAL = (
    r"(?:[A-Za-z][\w’'/&-]*[^\WsuiS]s|people|persons|men|women|children|staff|premises|taxis)"
    r"(?![\w’'/&-])"
)
_PART = rf"(?!(?:{_BETWEEN})\b|{SPELT})[A-Za-z]{_WORD}"
_NOUNS = rf"(?:{_PART}\s(?:and\s(?={_PART}\s{_PLURAL}))?){{0,4}}?(?!(?:{_BETWEEN})\b){_PLURAL}"
# "of the 790 families", "of our schools".
_SET = rf"(?:(?:of|out\sof)\s(?:(?:the|its|our|their|these|those|all)\s)?(?:{COUNT}\s)?)?"
# Where the noun phrase ends.
_ENDS = rf"(?=[,.;:()\]–]|\s(?:{_BETWEEN}|safer?)\b|\s?$)"
_ABOUT = (
    r"(?:(?:over|around|about|nearly|almost|some|only|just|approximately|more\sthan|at\sleast"
    r"|a\stotal\sof|a\sfurther|another)\s)"
)
_AUX = r"(?:were|was|have\sbeen|has\sbeen|had\sbeen)"
_ADVERB = r"(?:(?:also|now|since|already|either|subsequently|successfully|so\sfar|all|since)\s)?"
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


def _counted(match: re.Match[str], words: str, *, least: int = 1) -> MeasureValue | None:
    """Return the count, unless its noun is a stretch of time, a part of a text or a body."""
    number = count_of(match["value"])
    if _TO_TARGET.match(match.string, match.end()):
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
    value = _counted(match, match["what"])
    if value is None:
        return None
    words = match.string[match.start("what") : match.end()]
    return MeasureValue(measure=" ".join(words.split()), value=value.value, unit=value.unit)


def did(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many things somebody did something to."""
    return _counted(match, match["what"])


def did_at(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return at how many places, or to how many people; a small number may be of anything."""
    return _counted(match, match["what"], least=_FEW)


def there_were(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many there were; a small number only of what papers count."""
    last = re.findall(r"[\w’'&-]+", match["what"])[-1].casefold()
    return _counted(match, match["what"], least=1 if last in lexicon().counted else _FEW)


def out_of(match: re.Match[str], _: str) -> MeasureValue | None:
    """Return how many of a set; "one of the two" tells of one thing, not of a count."""
    before = match.string[max(0, match.start() - 5) : match.start()]
    if match["value"].casefold() == "one" or re.search(r"\b(?:in|at|from)\s$", before):
        return None
    words = match["what"] or match["them"]
    value = _counted(match, words)
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
    if re.search(r"\b[A-Z][\w’'-]+\s$", before) and len(match["value"]) == 1:
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


_BEFORE = re.compile(rf"((?:{_WORD}\s){{0,7}}{_WORD}),?\s$")


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


COUNTS: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="so many of them",
        pattern=re.compile(
            rf"(?P<value>{COUNT})\s(?:of|out\sof)\s(?:(?:the|its|our|their|these|those|all)\s)?"
            rf"(?:{COUNT}\s)?(?:(?P<them>them)|(?P<what>{_NOUNS}))"
            rf"(?:\s(?:of|in|from)\s[^,.;:()]{{2,30}}?)?(?P<does>\s(?:now\s|still\s)?(?:(?:has|have|had|was|were|are)\s(?:not\s)?"
            rf"(?:now\s|since\s|all\s|been\s){{0,3}}(?:{_DONE}|[a-z]+ed)|(?:{_DONE})|(?:have|had|has)\s(?:one|an?|new|no)))\b"
        ),
        value=out_of,
        examples=(
            Example(
                "[[Twelve of the 40 cameras had been replaced]] by June.",
                "cameras had been replaced: 12 count",
            ),
            Example(
                "Notices were served, and [[9 of them paid]].",
                "them paid: 9 count",
            ),
            Example("[[31 of our 60 schools have a]] named lead.", "schools have a: 31 count"),
        ),
        refuses=(
            "Two of the three priorities are new.",
            "One of the cameras was replaced.",
            "Four of the seven members have paid.",
        ),
    ),
    Rule(
        name="of which so many",
        pattern=re.compile(
            rf"\bof\s(?:which|whom)\s{_ABOUT}?(?P<value>{COUNT})(?!\sper\s)\s(?:(?:have|has|had|was|were|are|been)\s)*(?P<what>(?:{_WORD}\s){{0,5}}?{_WORD})(?=[,.;:()]|\s?$"
            r"|\s(?:and|but|by|in|under|within|at|from|when|while|where|which|who|so|as)\b)"
        ),
        value=of_which,
        examples=(
            Example(
                "It drew 212 replies, [[of which 171 were in favour]].", "in favour: 171 count"
            ),
            Example("[[of whom 9 were women with children]]", "women with children: 9 count"),
        ),
        refuses=("the Panel, of which two members are new", "of which 12 May is the first"),
    ),
    Rule(
        name="so many were done",
        pattern=re.compile(
            rf"(?P<value>{COUNT})\s(?P<what>{_NOUNS})(?:\s(?:of|in|at|for|on|from|with|under|to)\s"
            rf"[^,.;:()]{{2,45}}?)?\s(?:{_AUX}\s{_ADVERB})?(?P<done>{_DONE}){_ENDS}"
        ),
        value=was_done,
        examples=(
            Example(
                "[[Six notices of £80 each have been served]] since May.",
                "notices of £80 each have been served: 6 count",
            ),
            Example("and [[29 gates fitted]].", "gates fitted: 29 count"),
        ),
        refuses=(
            "The two papers were received.",
            "Three weeks were given to it.",
            "These nine kits were issued to sheriffs.",
        ),
    ),
    Rule(
        name="so many and so many were done",
        pattern=re.compile(
            rf"(?P<value>{COUNT})\s(?P<what>{_NOUNS})(?=,?\sand\s{COUNT}\s(?:{_PART}\s){{0,4}}?{_PART}"
            rf"\s(?:{_AUX}\s{_ADVERB})?(?:{_DONE}){_ENDS})"
        ),
        value=did,
        examples=(
            Example(
                "[[Eight improvement notices]] and one closure notice have been served.",
                "improvement notices: 8 count",
            ),
            Example("[[14 machines]] and six trailers were seized.", "machines: 14 count"),
        ),
        refuses=("Two councils and one charity were visited.",),
    ),
    Rule(
        name="one was done",
        pattern=re.compile(
            rf"(?P<value>(?<![\w-])[Oo]ne)\s(?P<what>(?:{_PART}\s){{0,3}}?{_PART})\s(?:was|has\sbeen|have\sbeen)\s"
            rf"{_ADVERB}(?P<done>seized|served|issued|arrested|recovered|charged|convicted|stopped|reported|evicted|closed"
            rf"|prosecuted|fined){_ENDS}"
        ),
        value=was_done,
        examples=(
            Example("[[One horse box was seized]].", "horse box was seized: 1 count"),
            Example(
                "and [[one closure notice has been served]]",
                "closure notice has been served: 1 count",
            ),
        ),
        refuses=("One of them was closed.", "One meeting was held."),
    ),
    Rule(
        name="so many since had",
        pattern=re.compile(
            rf"(?<![\w’'])(?P<value>{COUNT})\s(?P<what>(?:have|had|were)\s(?:already\s|now\s|since\s|all\s){{0,2}}"
            rf"(?:been\s)?(?P<done>{_DONE})){_ENDS}"
        ),
        value=since,
        examples=(
            Example("Of the 500 packs, [[347 had been distributed]].", "distributed: 347 count"),
            Example("but [[nine have already been paid]]", "paid: 9 count"),
        ),
        refuses=("and one has been paid", "in 2019 were delivered"),
    ),
    Rule(
        name="of which there were so many",
        pattern=re.compile(
            r"\bof\swhich\sthere\s(?:were|are|have\sbeen|had\sbeen)\s"
            rf"{_ABOUT}?(?P<value>{COUNT})(?=[,.;()]|\s(?:{_BETWEEN})\b|\s?$)"
        ),
        value=of_them,
        examples=(
            Example("Sessions, [[of which there were 94]] in May.", "Sessions: 94 count"),
            Example(
                "Reports of breaches, [[of which there were some 1,500]], fell.",
                "Reports of breaches: 1500 count",
            ),
        ),
        refuses=("Meetings, of which there were three",),
    ),
    Rule(
        name="on so many nights",
        pattern=re.compile(
            r"\b(?:conducted|deployed|held|mounted|operated|ran|run|used|went|out|patrolled|opened)\b[^.;:,\d]{0,45}?\bon\s"
            rf"{_ABOUT}?(?P<value>{COUNT})\s(?P<what>nights|weekends|evenings|occasions|days){_ENDS}"
        ),
        value=on_nights,
        examples=(
            Example("The bus [[went out on 103 nights]].", "nights: 103 count"),
            Example("It was [[used on 23 occasions]].", "occasions: 23 count"),
        ),
        refuses=("It will be held on three days.",),
    ),
    Rule(
        name="so many events in a time",
        pattern=re.compile(
            rf"(?P<value>(?<![\w-]){SPELT})\s(?P<what>(?:{_PART}\s){{0,2}}?(?:arrests|assaults|burglaries|casualties|charges"
            r"|collisions|complaints|convictions|deaths|fires|incidents|offences|prosecutions|rapes|rescues|robberies|seizures"
            r"|thefts|warrants))(?=\s(?:since|so\sfar|this|last|during)\b)"
        ),
        value=did,
        examples=(
            Example("[[Four thefts]] since April.", "thefts: 4 count"),
            Example(
                "There was [[two serious collisions]] last year.", "serious collisions: 2 count"
            ),
        ),
        refuses=("Two plans since April.",),
    ),
    Rule(
        name="did so many",
        pattern=re.compile(
            rf"\b(?P<done>{_DONE})\s(?:(?:up|out|with|to|on|off|back|in)\s)?{_ABOUT}?"
            rf"(?P<value>{COUNT})\s{_SET}(?P<what>{_NOUNS}){_ENDS}"
        ),
        value=did,
        examples=(
            Example("Officers [[seized 17 bikes]] in May.", "bikes: 17 count"),
            Example("Police [[executed six warrants]].", "warrants: 6 count"),
        ),
        refuses=("Officers visited two authorities.", "They met with the three agencies."),
    ),
    Rule(
        name="did in so many places",
        pattern=re.compile(
            rf"\b(?P<done>{_DONE})\s[^.;:()\d]{{0,45}}?\b(?:in|to|at|on|of|for|with)\s{_ABOUT}?"
            rf"(?P<value>{COUNT})\s{_SET}(?P<what>{_NOUNS}){_ENDS}"
        ),
        value=did_at,
        examples=(
            Example(
                "The team [[fitted locks and alarms in 58 homes]].",
                "homes: 58 count",
            ),
            Example("Packs were [[delivered by hand to 620 households]].", "households: 620 count"),
        ),
        refuses=("Leaflets were delivered in nine languages.", "It was made in 14 days."),
    ),
    Rule(
        name="attended by so many",
        pattern=re.compile(
            rf"\b(?P<done>attended|completed|seen|used|joined|watched)\sby\s{_ABOUT}?(?P<value>{COUNT})"
            rf"(?:\s(?P<what>{_NOUNS}){_ENDS}|(?=[,.;)]|\sof\b|\s?$))"
        ),
        value=lambda match, _: _counted(match, match["what"] or match["done"]),
        examples=(
            Example("The course was [[attended by 1,940]].", "attended: 1940 count"),
            Example("It was [[completed by 31 young drivers]] in May.", "young drivers: 31 count"),
        ),
        refuses=("It was attended by Councillor Hale.", "It was attended by the three agencies."),
    ),
    Rule(
        name="there were so many",
        pattern=re.compile(
            r"\b[Tt]here\s(?:were|are|have\sbeen|had\sbeen)\s(?:now\s|also\s|still\s|then\s|currently\s)?"
            rf"(?P<quote>{_ABOUT}?(?P<value>{COUNT})\s(?P<what>{_NOUNS})){_ENDS}"
        ),
        value=there_were,
        examples=(
            Example("There are now [[34 No Knock Zones]].", "No Knock Zones: 34 count"),
            Example("There were [[four thefts]] in May.", "thefts: 4 count"),
        ),
        refuses=("There are three options.", "There are 22 members of the Panel."),
    ),
    Rule(
        name="the number of something was",
        pattern=re.compile(
            rf"(?P<what>[A-Z][\w’'-]*(?:\s{_WORD}){{0,8}}?)\s(?:numbered|number|stood\sat|totalled)\s{_ABOUT}?"
            rf"(?P<value>{COUNT})(?=[,.;:()]|\s(?:{_BETWEEN})\b|\s?$)"
        ),
        value=numbered,
        examples=(
            Example("[[Reports of theft numbered 1,298]] in 2019.", "Reports of theft: 1298 count"),
            Example("[[The number of zones stood at 57]], as hoped.", "zones: 57 count"),
        ),
        refuses=("please call the number 101.",),
    ),
    Rule(
        name="a plural was so many",
        pattern=re.compile(
            rf"(?P<what>(?:number\sof\s(?:{_WORD}\s){{0,8}}?{_WORD}|[A-Z][\w’'-]*[^\WsuiS]s\s(?:{_WORD}\s){{0,7}}?{_WORD}))"
            rf"\s(?:was|were|is|reached)\s{_ABOUT}?(?P<value>{COUNT})(?=[,.;()]|\sin\s(?:20\d\d|the)\b|\s(?:as\sagainst"
            r"|against|compared|and\sthose|and\sthat)\b|\s?$)"
        ),
        value=numbered,
        examples=(
            Example("the [[number of persons hurt was 186]] in 2013", "persons hurt: 186 count"),
            Example(
                "[[Referrals to the service were 734]].", "Referrals to the service: 734 count"
            ),
        ),
        refuses=("The Officers were in 12 cars.",),
    ),
)
