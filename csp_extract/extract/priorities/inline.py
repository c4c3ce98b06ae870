"""Rules for lists of priorities that stand within one sentence, after what names them."""

import re

from csp_extract.extract.priorities.items import as_items, as_many
from csp_extract.extract.priorities.words import ARE, NAMES
from csp_extract.extract.rule import Example, Rule

AFTER: tuple[Rule[None, str], ...] = (
    Rule(
        "priorities listed after a verb",
        re.compile(
            rf"\b(?:{NAMES})\b(?:,?\s[\w’'/()&–-]+){{0,16}}?,?\s{ARE}(?:;(?=[^;]*$))?\s(?P<items>[^:]{{6,400}})$",
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
        (
            "The priorities are reviewed by the Board, the Panel and the Forum.",
            "The priorities were taken into account in the Tarn Plan and the Safer Roads Strategy.",
        ),
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
            rf"\b(?:{NAMES})\b(?:,?\s[\w’'/()&–-]+){{0,16}}?(?:\s?:|\s?;(?=[^;]*$)|\s[–—-](?![^:]*\s[–-]\s))\s(?P<items>[^:]{{6,500}})$",
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
        "priorities told by name",
        re.compile(
            rf"\b(?:{NAMES})\b(?:\s[\w’'/–-]+){{0,8}}?(?:,|\s\(|\s[–-]|(?=\swhich\s))\s?"
            r"(?:namely|being|th[eo]se\sbeing|i\.?e\.?|which\s(?:are|were|includ(?:e|ed|es)|cover(?:ed)?|address|span|concern|deal\swith|relate\sto|cent(?:re|red)\son|focus(?:ed)?\son)|that\sis|comprising|consisting\sof)\s?[:,]?\s(?P<items>[^:)]{6,400})",
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
        "three priorities and what they are",
        re.compile(
            rf"\b(?=(?:three|four|five|six|seven|eight)\b)(?:[\w’'/-]+\s){{0,4}}?(?:{NAMES})\b"
            r"(?:,|\s[–—-])\s(?!(?:with|each|while|one|most|some)\b)(?P<items>[^:;–—]{6,300}?)(?:$|\s[–—-]\s)",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("It falls into three strands, [[theft, fraud and noise.]]", "items"),
            Example("It is built on three aims – [[calm, trust and care]] – and runs on.", "items"),
        ),
        ("It has three aims, each with a lead, a plan and a date.",),
    ),
    Rule(
        "three priorities to do something",
        re.compile(
            rf"\b(?=(?:three|four|five|six|seven|eight)\b)(?:[\w’'/-]+\s){{0,4}}?(?:{NAMES})\s"
            r"(?P<items>to\s(?!be\b)[^:]{6,400})$",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("It rests on three aims [[to cut theft, end fraud and help all.]]", "items"),
            Example("It has three goals [[to cut theft, to end fraud and to help all.]]", "items"),
        ),
        ("It has three priorities to be set in May, June and July.",),
    ),
    Rule(
        "somebody's priorities in brackets",
        re.compile(
            rf"(?:\b(?:the|these|those|its|our|their|all)|[’']s)\s(?:[\w’'/-]+\s){{0,4}}?(?:{NAMES})(?<!priority)\s"
            r"(?:[\w’'/-]+\s){0,5}?\((?!see\b)(?P<items>[^():]{6,300})\)",
            re.IGNORECASE,
        ),
        as_items,
        (
            Example("The priorities ([[theft, fraud and arson]]) stay.", "items"),
            Example("Work on its aims for 2020 ([[calm; trust; and care]]) went on.", "items"),
        ),
        ("The priorities (see pages 4, 5 and 6) stay.",),
    ),
    Rule(
        "priorities asked for",
        re.compile(
            rf"\bWh(?:at|ich)\b[^.:;?]{{0,80}}?\b(?:{NAMES})(?<!priority)\b[^.:;?]{{0,60}}\?\s(?P<items>[^:?]{{6,400}})$",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("What are our priorities? [[Theft, fraud and noise.]]", "items"),
            Example("Which aims were chosen for 2020? [[Calm, trust and care.]]", "items"),
        ),
        ("What are the priorities? They are reviewed by Tarn, Beck and Holm.",),
    ),
    Rule(
        "what somebody chose as priorities",
        re.compile(
            rf"\bAs\s(?:its|our|their|the|ward|local)\s(?:[\w’'/-]+\s){{0,4}}?(?:{NAMES})\b[^.:;]{{0,60}}?\s"
            r"(?:chose|chosen|selected|picked|settled\son|agreed|adopted|set|took|identified|ha[sd]|proposed?s?)\s"
            r"(?!to\b|that\b)(?P<items>[^:]{6,300})$",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("As its aims for 2020 the Board adopted [[theft, fraud and noise.]]", "items"),
            Example("As local priorities, Hale chose [[dogs, litter and noise.]]", "items"),
        ),
        ("As its priorities show, the Board agreed to meet Tarn, Beck and Hale.",),
    ),
    Rule(
        "priorities looked for and chosen",
        re.compile(
            rf"\b(?:{NAMES})(?<!priority)\b[^.:;]{{0,60}}?,?\sand\s(?:[\w’']+\s){{0,3}}?"
            r"(?:chose|selected|picked|settled\son|agreed(?:\s(?:up)?on)?|opted\sfor|adopted)\s(?!to\b|that\b)(?P<items>[^:]{6,300})$",
            re.IGNORECASE,
        ),
        as_many,
        (
            Example("They met on their aims and chose [[litter, dogs and noise.]]", "items"),
            Example("It looked at its aims again, and agreed [[trust, calm and care.]]", "items"),
        ),
        ("It looked at its aims and agreed to meet in May, June and July.",),
    ),
)
