"""Counts of what was done: so many kits issued, visits to so many homes, so many of the cameras."""

import re

from csp_extract.extract.measures.counting import (
    count,
    did,
    did_at,
    numbered,
    of_them,
    of_which,
    on_nights,
    out_of,
    since,
    there_were,
    was_done,
)
from csp_extract.extract.measures.noun_phrases import (
    ABOUT,
    ADVERB,
    AUX,
    BETWEEN,
    DONE,
    ENDS,
    NOUNS,
    PART,
    SET,
    WORD,
)
from csp_extract.extract.measures.numerals import COUNT, SPELT
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import MeasureValue

COUNTS: tuple[Rule[str, MeasureValue], ...] = (
    Rule(
        name="so many of them",
        pattern=re.compile(
            rf"(?P<value>{COUNT})\s(?:of|out\sof)\s(?:(?:the|its|our|their|these|those|all)\s)?"
            rf"(?:{COUNT}\s)?(?:(?P<them>them)|(?P<what>{NOUNS}))"
            rf"(?:\s(?:of|in|from)\s[^,.;:()]{{2,30}}?)?(?P<does>\s(?:now\s|still\s)?(?:(?:has|have|had|was|were|are)\s(?:not\s)?"
            rf"(?:now\s|since\s|all\s|been\s){{0,3}}(?:{DONE}|[a-z]+ed)|(?:{DONE})|(?:have|had|has)\s(?:one|an?|new|no)))\b"
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
            rf"\bof\s(?:which|whom)\s{ABOUT}?(?P<value>{COUNT})(?!\sper\s)\s(?:(?:have|has|had|was|were|are|been)\s)*(?P<what>(?:{WORD}\s){{0,5}}?{WORD})(?=[,.;:()]|\s?$"
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
            rf"(?P<value>{COUNT})\s(?P<what>{NOUNS})(?:\s(?:of|in|at|for|on|from|with|under|to)\s"
            rf"[^,.;:()]{{2,45}}?)?\s(?:{AUX}\s{ADVERB})?(?P<done>{DONE}){ENDS}"
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
            rf"(?P<value>{COUNT})\s(?P<what>{NOUNS})(?=,?\sand\s{COUNT}\s(?:{PART}\s){{0,4}}?{PART}"
            rf"\s(?:{AUX}\s{ADVERB})?(?:{DONE}){ENDS})"
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
            rf"(?P<value>(?<![\w-])[Oo]ne)\s(?P<what>(?:{PART}\s){{0,3}}?{PART})\s(?:was|has\sbeen|have\sbeen)\s"
            rf"{ADVERB}(?P<done>seized|served|issued|arrested|recovered|charged|convicted|stopped|reported|evicted|closed"
            rf"|prosecuted|fined){ENDS}"
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
            rf"(?:been\s)?(?P<done>{DONE})){ENDS}"
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
            rf"{ABOUT}?(?P<value>{COUNT})(?=[,.;()]|\s(?:{BETWEEN})\b|\s?$)"
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
            rf"{ABOUT}?(?P<value>{COUNT})\s(?P<what>nights|weekends|evenings|occasions|days){ENDS}"
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
            rf"(?P<value>(?<![\w-]){SPELT})\s(?P<what>(?:{PART}\s){{0,2}}?(?:arrests|assaults|burglaries|casualties|charges"
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
            rf"\b(?P<done>{DONE})\s(?:(?:up|out|with|to|on|off|back|in)\s)?{ABOUT}?"
            rf"(?P<value>{COUNT})\s{SET}(?P<what>{NOUNS}){ENDS}"
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
            rf"\b(?P<done>{DONE})\s[^.;:()\d]{{0,45}}?\b(?:in|to|at|on|of|for|with)\s{ABOUT}?"
            rf"(?P<value>{COUNT})\s{SET}(?P<what>{NOUNS}){ENDS}"
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
            rf"\b(?P<done>attended|completed|seen|used|joined|watched)\sby\s{ABOUT}?(?P<value>{COUNT})"
            rf"(?:\s(?P<what>{NOUNS}){ENDS}|(?=[,.;)]|\sof\b|\s?$))"
        ),
        value=lambda match, _: count(match, match["what"] or match["done"]),
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
            rf"(?P<quote>{ABOUT}?(?P<value>{COUNT})\s(?P<what>{NOUNS})){ENDS}"
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
            rf"(?P<what>[A-Z][\w’'-]*(?:\s{WORD}){{0,8}}?)\s(?:numbered|number|st(?:ood|ands?)\sat|(?:now\s)?total(?:led|s)?)\s{ABOUT}?"
            rf"(?P<value>{COUNT})(?=[,.;:()]|\s(?:{BETWEEN})\b|\s?$)"
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
            rf"(?P<what>(?:number\sof\s(?:{WORD}\s){{0,8}}?{WORD}|[A-Z][\w’'-]*[^\WsuiS]s\s(?:{WORD}\s){{0,7}}?{WORD}))"
            rf"\s(?:was|were|is|reached)\s{ABOUT}?(?P<value>{COUNT})(?=[,.;()]|\sin\s(?:20\d\d|the)\b|\s(?:as\sagainst"
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
