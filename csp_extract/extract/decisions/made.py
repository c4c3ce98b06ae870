"""How the record of a meeting, or of a person with the power to decide, tells what it did."""

import re

from csp_extract.extract.decisions.bodies import BODY, COMMITTEE
from csp_extract.extract.decisions.clauses import AFTER, CLAUSE
from csp_extract.extract.decisions.openings import (
    Opening,
    body_agreed,
    body_resolved,
    it_was_resolved,
    one_decided,
    to_award,
    was_noted,
)
from csp_extract.extract.rule import Example, Rule

# What is received or agreed and yet no matter for decision.
_NO_MATTER = r"(?:It|This|There|These|Apologies|Concerns?|No|Members|[\w’' ]{0,60}[Aa]pologies)\s"

MADE: tuple[Rule[str, Opening], ...] = (
    Rule(
        name="was noted",
        pattern=re.compile(
            rf"^(?:(?:On|Upon|Following|After|Subject)\s[^.;:]{{3,100}},\s)?(?P<from>(?!{_NO_MATTER})[A-Zt]"
            r"[^.;:]{3,160}?\b(?:was|were)\s(?:then\s|duly\s|unanimously\s|formally\s|(?:[a-z]+ed|taken\sas\sread)\sand\s)?"
            r"(?P<verb>noted|accepted|approved|endorsed|adopted|deferred|agreed|ratified"
            r"|confirmed|rejected|referred)(?:\sand\s(?:signed|noted|approved|agreed|adopted))?)\b(?=\s?\.?$|,?\s(?:and\ssigned|as\s(?:an?\s)?(?:correct|true|accurate)"
            r"|to\s(?:the|a)\s(?:[\w]+\s){0,3}meeting|to\s(?:the\s)?[A-Z]|until\b|unanimously|without\b|,?\sonce\b"
            r"|for\s(?:consideration|approval|decision|information)\b|back\sto\b|,?\ssubject\sto))"
        ),
        value=was_noted,
        examples=(
            Example("[[The work plan was noted]].", "noted"),
            Example("[[The minutes were taken as read and confirmed]].", "approved"),
            Example("[[Consideration of the bid was deferred to the next meeting]].", "deferred"),
            Example("[[The clerk's letter, sent round before, was received and noted]].", "noted"),
            Example("On the motion of Cllr Hale, [[the fees were approved]].", "approved"),
        ),
        refuses=(
            "The plan was approved by another body in March.",
            "It was noted.",
            "Apologies were noted.",
            "There were 14 bids approved.",
        ),
    ),
    Rule(
        name="it was resolved that",
        pattern=re.compile(
            r"(?P<from>\b[Ii]t was (?:unanimously |then |also )?(?P<verb>resolved|agreed|decided"
            rf"|RESOLVED|AGREED|DECIDED))(?:{AFTER}|{CLAUSE})"
        ),
        value=it_was_resolved,
        examples=(
            Example("After debate [[it was resolved that the item be deferred]].", "deferred"),
            Example("[[It was unanimously agreed that the plan be adopted]].", "approved"),
            Example(
                "[[It was agreed, upon the motion of Cllr Hale, that the minutes be signed]].",
                "agreed",
            ),
            Example("[[It was agreed the clerk would reply]].", "agreed"),
            Example("[[It was decided that the group would meet each month]].", "resolved"),
        ),
        refuses=("It was agreed by all.", "It was agreed the fee was fair."),
    ),
    Rule(
        name="body resolved",
        pattern=re.compile(
            rf"(?P<from>(?:{BODY})\s(?:has\s)?(?:unanimously\s|then\s|also\s|therefore\s|formally\s)?"
            r"(?P<verb>resolved|RESOLVED|decided|DECIDED|voted|recommended|RECOMMENDED)(?:\sunanimously)?"
            r"(?:\sto\s(?:the\s)?(?:Full\s)?[A-Z][\w ]{2,40}?)?)(?=,?\s(?:that|to)\b)"
        ),
        value=body_resolved,
        examples=(
            Example(
                "After debate [[the Cabinet Member resolved that the plan be noted]].", "noted"
            ),
            Example("[[The Panel recommended to Council that fees be frozen]].", "recommended"),
            Example("[[Members voted unanimously to refuse the bid]].", "rejected"),
        ),
        refuses=("Members resolved their differences.",),
    ),
    Rule(
        name="body agreed",
        pattern=re.compile(
            rf"^(?:[^.;:]{{3,120}},\s)?(?P<from>(?:{COMMITTEE})\s(?:unanimously\s|then\s|also\s|therefore\s|duly\s"
            r"|(?:considered|received|discussed|debated|reviewed|heard|welcomed|scrutinised)\s(?:[^.;:]{3,120}?\s)?and\s|had\sbefore\s(?:it|them),?\sand,?\s)?"
            r"(?P<verb>(?:noted\sand\s)?(?:(?:agreed|AGREED)(?=\s(?:that|to|the|its|their|an?|both|all|on)\b|:?\s\(?(?:a|i|1)\)\s)"
            r"(?!\s(?:that\s)?[^.;:]{2,60}?\s(?:was|were|had)\b(?!\sto\s))|agreed(?=\swith\s(?:this|the|these)\s(?:approach|proposals?|recommendations?|suggestion)\b)|(?:approved|APPROVED|endorsed"
            r"|ENDORSED|deferred|rejected|adopted|accepted|ratified|homologated|NOTED)"
            r"(?=,?\s[\w£*])(?!\s(?:by|with|in|at|on|for|as|of|when|after|and)\b))"
            r"|(?:received\sand\s)?noted(?=\s(?:the|its|a)\s(?:[\w’'&-]+\s){0,7}?(?:reports?|updates?|minutes"
            r"|papers?|presentation|progress|position|contents?|log|plan|programme|figures|actions?"
            r"|performance|terms|information|risks?|work)\b)"
            r"|(?<![Mm]embers\s)(?:asked|requested)(?=\sthat\s[^.;]{3,160}\bbe\s\w+)|instructed(?=\sthe\s)))"
        ),
        value=body_agreed,
        examples=(
            Example("[[The Panel agreed to set up a working group]].", "agreed"),
            Example("[[Members noted the update]].", "noted"),
            Example(
                "[[The Group had before it, and NOTED, a report of the Chief Officer]].", "noted"
            ),
            Example("[[The Board discussed the bid and agreed to support it]].", "agreed"),
            Example("[[Cabinet agreed: (i) to adopt the plan]].", "agreed"),
            Example("[[The Joint Panel endorsed plans for a new depot]].", "endorsed"),
            Example("[[The Scrutiny Committee asked that fees be reviewed]].", "agreed"),
        ),
        refuses=(
            "The Panel met in May.",
            "Members noted that crime had fallen.",
            "The Panel agreed that crime was high.",
            "The Committee approved of it.",
        ),
    ),
    Rule(
        name="one person decided",
        pattern=re.compile(
            r"^(?P<from>(?:I(?:,\s[^.:;]{3,220}?)?|The\s(?:[A-Z][\w]+\s(?:and\s|for\s)?){0,5}(?:Commissioner|PCC|PFCC|Leader|Mayor|Member"
            r"|Holder|Director))\s(?:(?:have|has)\s(?:also\s|therefore\s)?(?P<not>not\s)?"
            r"(?:approved|agreed|decided|endorsed|rejected|refused|accepted|awarded|put\soff)|agreed(?=\sto\s(?:provide|fund|award|grant)\b)|(?:(?:do|does)\s)?(?:hereby\s)?(?:approves?"
            r"|agrees?|endorses?|accepts?(?!\sthat)|awards?|supports?)))\b(?=\s(?:to|that|the|an?|in|grants?|funding|this|with"
            r"|[A-Z][\w’'-]+)\b|\s£|:\s)"
        ),
        value=one_decided,
        examples=(
            Example("[[I have approved grants to three forums]].", "approved"),
            Example("[[The Deputy Mayor has not agreed to the request]].", "rejected"),
            Example("[[I, Ann Hale, Mayor, do hereby approve: the Safety Plan]].", "approved"),
        ),
        refuses=("The Leader has approved of late.",),
    ),
    Rule(
        name="to award",
        pattern=re.compile(
            r"^(?P<from>)To\s(?=(?:award|approve|agree|allocate|grant|fund|provide\s(?:funding|£)|accept)\b)"
        ),
        value=to_award,
        examples=(
            Example("To [[award the Hale Trust £2,000 for a minibus]].", "resolved"),
            Example("To [[approve the grants listed at Annex A]].", "approved"),
        ),
        refuses=("To find out more, call the office.",),
    ),
)
