"""Rules for lists of priorities that stand within one sentence."""

import re

from csp_extract.extract.priorities.items import as_items, as_many
from csp_extract.extract.priorities.words import NAMES
from csp_extract.extract.rule import Example, Rule

# What can be read of a list without naming priorities: a focus, something that is put first.
FOCUS = re.compile(r"\b(?:focus|concentrat|emphasis|themes|prioriti[sz])", re.IGNORECASE)
_ARE = (
    r"(?:(?:are|were|remain(?:ed)?|included?|(?:(?:will|would|should|shall|to)\s)?be"
    r"|(?:has|have|had)\sbeen|continued?\sto\sbe)(?:\s(?:now|currently|still|therefore|to\sbe|again))?"
    r"(?!\s\w+ed\s(?:by|in|on|at|during|as|for|to|and|under|with|through|from)\b))"
)
# Who says so, before what is said: "He advised that".
_SAID = (
    r"(?:^|\b(?:said|replied|advised|reported|stated|noted|confirmed|explained|heard|agreed|told|added"
    r"|informed)\s(?:[\w’']+\s){0,3}?that\s)"
)


INLINE: tuple[Rule[None, str], ...] = (
    Rule(
        "priorities listed after a verb",
        re.compile(
            rf"\b(?:{NAMES})\b(?:,?\s[\w’'/()&–-]+){{0,14}}?,?\s{_ARE}(?:;(?=[^;]*$))?\s(?P<items>[^:]{{6,400}})$",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example("The three aims are; [[theft, fraud and noise.]]", "items"),
            Example("Its priorities for 2020 are [[theft, fraud and noise.]]", "items"),
            Example("The key themes were [[litter, dogs and late bars.]]", "items"),
            Example("Priorities to be pursued in May were [[arson, theft and noise.]]", "items"),
            Example("It proposed that our aims should be [[calm, trust and care.]]", "items"),
            Example(
                "Priorities, as agreed in May, continue to be [[arson, theft and noise.]]", "items"
            ),
        ),
        ("The priorities are reviewed by the Board, the Panel and the Forum.",),
    ),
    Rule(
        "priorities told as",
        re.compile(
            rf"\b(?:{NAMES})\b(?:,?\s[\w’'/()&–-]+){{0,12}}?\s(?:are|were|was|been|be|being)\s(?:\w+ly\s)?"
            r"(?:\w+ed|set|given|told|shown|put|chosen)\sas\s?(?:being\s|to\sbe\s|follows\s?[:–]\s)?:?\s(?P<items>[^:]{6,500})$",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example("Its priorities for 2020 were listed as [[theft, fraud and arson.]]", "items"),
            Example("The aims had been given as [[safer parks; and calmer roads.]]", "items"),
        ),
        ("The priorities are seen as right.",),
    ),
    Rule(
        "priorities listed after a colon",
        re.compile(
            rf"\b(?:{NAMES})\b(?:,?\s[\w’'/()&–-]+){{0,10}}?(?:\s?:|\s?;(?=[^;]*$)|\s[–—-](?![^:]*\s[–-]\s))\s(?P<items>[^:]{{6,500}})$",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example("The priorities stay unchanged: [[arson, fraud and noise.]]", "items"),
            Example("It holds three priorities; [[arson, fraud and noise.]]", "items"),
            Example("It set these strategic aims: [[safer parks; calmer roads.]]", "items"),
        ),
        ("Priority work was funded in: Tarn, Beck and Holm were chosen.",),
    ),
    Rule(
        "priorities taken up in the next sentence",
        re.compile(
            rf"\b(?:{NAMES})\b[^.:;]{{0,120}}\.\s(?:(?:[A-Z][^.:;,]{{1,40}},?\s)?(?:they|these|those)|[^.:;]{{0,60}}\sthese\s[^.:;]{{3,60}},\swhich)"
            r"\s(?:are|were|remain|include)\s?(?:as\sfollows\s?)?:?\s(?P<items>[^:]{6,500})$",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example(
                "The priorities still stand. They are: [[safer parks; and calmer roads.]]", "items"
            ),
            Example("It has three aims. These are [[theft, fraud and noise.]]", "items"),
            Example(
                "We had six aims. In May these were cut to two, which are: [[trust and care.]]",
                "items",
            ),
        ),
        ("The priorities were set in May. They are reviewed by the Board, the Panel and Members.",),
    ),
    Rule(
        "priorities in apposition to their number",
        re.compile(
            rf"\b(?:two|three|four|five|six)\s(?:[\w’'/-]+\s){{0,3}}?(?:{NAMES})\b"
            r"(?P<said>[^.:;,–]{0,60}?)(?:,|\s–)\s(?P<items>[^.:;–]{6,300}?)(?:,|\s–)\s"
            r"(?=(?:\w+\s){0,2}?(?:are|were|remain|stand|sit|join|run|carry|apply|will|have|form)\b)",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example("Two priorities agreed for 2020, [[theft and fraud]], stand apart.", "items"),
            Example("The three aims – [[calm, trust and care]] – remain in force.", "items"),
        ),
        ("Two priorities, as we said in May, remain.",),
    ),
    Rule(
        "priorities chosen in the next sentence",
        re.compile(
            rf"\b(?:{NAMES})\b[^.:;]{{0,160}}\.\s(?:For\s20[\d/–-]+,?\s|This\syear,?\s)?"
            r"(?:the\s)?[A-Z][\w\s]{2,60}?\s(?:selected|chose|picked|settled\son)\s(?P<items>[^:.]{6,300})",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example(
                "Boroughs set local priorities. Hale chose [[theft, fraud and noise]].", "items"
            ),
            Example(
                "Each sets its own priorities. For 2020/21 Hale picked [[arson, theft and noise]].",
                "items",
            ),
        ),
        ("The priorities stand. The Board chose Councillor Hale as its chair.",),
    ),
    Rule(
        "areas in focus",
        re.compile(
            r"\b(?:focus\w*|concentrat\w+)\s(?:[\w’'-]+\s){0,3}?(?:on|upon)\s(?:these\s|the\sfollowing\s)?"
            r"(?:two|three|four|five|six|seven|eight)\s(?:[\w’'-]+\s){0,2}?(?:areas|issues|themes|things)"
            r"[^.:;]{0,40}?(?::|\s–|,\snamely)\s(?P<items>[^:]{6,400})$",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example(
                "Last year we concentrated on four areas: [[theft, dogs, noise and drugs.]]",
                "items",
            ),
            Example("It will focus on three issues – [[arson, fraud and noise.]]", "items"),
        ),
        ("Patrols took place in four areas: Tarn, Beck, Hale and Holm.",),
    ),
    Rule(
        "things that remain priorities",
        re.compile(
            rf"{_SAID}(?P<items>(?:(?!\bthat\b)[^:;.]){{6,300}}?)\s(?:remain(?:ed)?|continued?\sto\sbe|became"
            r"|(?:are|were|(?:have|has|had)\sbeen)(?:\s(?:retained|identified|agreed|adopted|chosen|set"
            r"|selected|confirmed)(?:\sas)?)?)\s(?:the\s|our\s|its\s|their\s)?"
            rf"(?:[\w’'/-]+\s){{0,3}}?(?:{NAMES})(?<!priority)\b(?!\s(?:of|for)\s(?:all|every|many)\b)",
        ),
        as_items,
        (
            Example("[[Theft, fraud and arson]] remain priorities for the group.", "items"),
            Example("[[Dogs, noise and litter]] have been adopted as local priorities.", "items"),
            Example("He said that [[dogs, noise and litter]] had been ward priorities.", "items"),
        ),
        ("The plans for Tarn, Beck and Hale remain.",),
    ),
    Rule(
        "priorities told by name",
        re.compile(
            rf"\b(?:{NAMES})\b(?:\s[\w’'/–-]+){{0,8}}?(?:,|\s\(|\s[–-]|(?=\swhich\s))\s?"
            r"(?:namely|being|these\sbeing|which\s(?:are|were|includ(?:e|ed|es))|that\sis|comprising|consisting\sof)\s?[:,]?\s(?P<items>[^:)]{6,400})",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example("It has three priorities, namely [[theft, fraud and noise.]]", "items"),
            Example("The aims of the CSP, being [[safety, trust and calm.]]", "items"),
            Example("It has three themes which include [[theft, fraud and noise.]]", "items"),
        ),
        ("It has three priorities, which are under review.",),
    ),
    Rule(
        "things chosen as priorities",
        re.compile(
            r"\b(?:identif\w+|adopt\w*|chose|chosen|select\w*|agreed?|set|named?|kept|keep|retain\w*"
            r"|propos\w+|recommend\w*|confirm\w*|approved?|listed|treat\w*|turn(?:ed)?\sto"
            r"|ha(?:s|ve|d)(?!\s(?:\w+ed|been|chosen|set|kept|also|now)\b))\s(?!to\b|that\b)"
            r"(?P<items>[^:;.]{6,300}?)\sas\s(?:[\w’'/-]+\s){0,4}?"
            r"(?:priorities|objectives|priority\sareas|themes|aims)\b",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example("Members chose [[parking, litter and noise]] as local priorities.", "items"),
            Example("It adopted [[theft, fraud and arson]] as its priorities.", "items"),
            Example("It has named [[safe homes, parks and roads]] as its themes.", "items"),
            Example("It would turn to [[theft, fraud and arson]] as its priorities.", "items"),
        ),
        ("The plan was adopted as one of our priorities.",),
    ),
    Rule(
        "priorities set as",
        re.compile(
            r"\b(?:set|sets|identif\w+|agreed?|confirm\w*|defin\w+|g[ai]ves?|names?d?|list(?:s|ed)?|describ\w+"
            r"|adopted|stat\w+|show\w*|ha(?:s|ve|d))\s(?:out\s)?(?:[\w’'/-]+\s){0,6}?"
            rf"(?:{NAMES})\b(?:\s[\w’'/()&–-]+){{0,8}}?\sas\s?:?\s(?P<items>[^:]{{6,400}})$",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("It set its priorities for 2020 as [[theft, fraud and arson.]]", "items"),
            Example("The plan gives our aims as [[calm, trust and care.]]", "items"),
        ),
        ("We set priorities as our partners do.",),
    ),
    Rule(
        "what priorities seek",
        re.compile(
            rf"\b(?:{NAMES})(?<!priority)\b(?:[^.:;]{{0,120}}\.\s(?:They|These)"
            r"|(?:\s(?!(?:and|by|that)\b)[\w’'/()&–-]+){0,8}?)\s"
            r"(?:(?:seek|sought|aim(?:ed)?|intend(?:ed)?|set\sout|are|were|remain(?:ed)?)\sto(?!\sbe\b)"
            r"|(?:relate|refer)(?:d|red)?\sto|cover(?:ed)?|comprised?|concern(?:ed)?"
            r"|(?:focus(?:ed|es)?|centred?|concentrated?)\s(?:up)?on)\s?:?\s(?P<items>[^:.]{6,500})\.?$",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example(
                "Its aims are fixed. These seek to [[cut theft; end fraud; and help all]].", "items"
            ),
            Example("The priorities cover [[theft, fraud and noise]].", "items"),
            Example("The three themes relate to [[theft, fraud and noise]].", "items"),
        ),
        ("The priorities aim to make a difference.", "Priorities are set and cover a, b and c."),
    ),
    Rule(
        "things that somebody has as priorities",
        re.compile(
            rf"\b(?:ha(?:s|ve|d)|with|took)\sas\s(?:its|our|their|the)\s(?:[\w’'/-]+\s){{0,4}}?(?:{NAMES})\s?:?\s"
            r"(?P<items>[^:.]{6,400})",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("The plan had as its aims [[cutting theft, fraud and arson]].", "items"),
            Example("With as its aims [[trust, calm and care]].", "items"),
        ),
        ("It has as its aims what we all want.",),
    ),
    Rule(
        "priorities of",
        re.compile(
            rf"\b(?:{NAMES})(?<!priority)\sof\s(?!(?i:the|our|all|each|this|a)\b)"
            r"(?P<items>(?:[^,.:;]{3,60},\s){1,6}[^,.:;]{0,60}?\band\s[^,.:;]{3,60}(?=[,.:]|$)"
            r"|(?:[^.:;]{3,80};\s){1,8}[^.:;]{3,80}(?=\.|$))",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("Beside the priorities of [[theft, fraud and arson]], it met twice.", "items"),
            Example("It kept to its priorities of [[calm, trust and care]].", "items"),
        ),
        ("The priorities of residents, partners and members differ.",),
    ),
    Rule(
        "priorities in brackets",
        re.compile(
            rf"\b(?:two|three|four|five|six|seven|eight)\b[^.:;()]{{0,60}}?\b(?:{NAMES})\b[^.:;()]{{0,60}}"
            r"\((?P<items>[^():]{6,300})\)",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example("All three priorities stay ([[theft, fraud and arson]]).", "items"),
            Example("The two aims ([[trust and care]]) stand.", "items"),
        ),
        ("All three priorities (see pages 4, 5 and 6) stay.",),
    ),
    Rule(
        "things put first",
        re.compile(
            r"(?<!\band\s)\bprioriti[sz](?:e|es|ed|ing)\s(?:the\sfollowing\s?:?\s)?(?P<items>[^:.]{6,300})",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("This year it prioritised [[theft, fraud and arson]].", "items"),
            Example("It will prioritise [[knife crime, car crime and hate crime]].", "items"),
        ),
        ("Calls are prioritised by threat, harm and risk.", "We prioritise calls."),
    ),
    Rule(
        "things that a focus is on",
        re.compile(
            rf"\b(?:focus|emphasis)\b[^.:;]{{0,60}}?\s(?:is|was|{_ARE})\son\s?:?\s(?P<items>[^:]{{6,400}})$",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("The focus for 2020 will be on: [[theft; fraud; and arson.]]", "items"),
            Example("Our focus should be on [[theft, fraud and arson.]]", "items"),
        ),
        ("The focus of the talk was on costs.",),
    ),
)
