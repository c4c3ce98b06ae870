"""How a sentence introduces what is resolved in so many words, or asked of a committee."""

import re

from csp_extract.extract.decisions.bodies import COMMITTEE
from csp_extract.extract.decisions.clauses import AFTER, THAT_CLAUSE
from csp_extract.extract.decisions.labels import MARK
from csp_extract.extract.decisions.openings import (
    Opening,
    asked,
    in_capitals,
    please,
    recommended,
    resolved,
    that_clause,
    we_ask,
)
from csp_extract.extract.rule import Example, Rule

_WHO = (
    r"(?P<who>(?:[Mm]embers(?: of (?:the )?[A-Z][\w ]{2,40}?)?|[Tt]he [\w&, ]{3,60}?"
    r"|[A-Z][\w&, ]{2,50}?"
    r"|[Cc]ouncillors))"
)

ASKED: tuple[Rule[str, Opening], ...] = (
    Rule(
        name="verb in capitals",
        pattern=re.compile(
            r"^(?:\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[).]\s+)?(?P<from>(?P<verb>NOTED|APPROVED|ENDORSED|DEFERRED|DELEGATED"
            r"|REQUESTED|INSTRUCTED|AUTHORISED|ACCEPTED|SUPPORTED|REFERRED|ADOPTED|THANKED))"
            r"(?=\s(?:the|that|to|an?|its|all|authority|[A-Z][a-z]+)\b)"
        ),
        value=in_capitals,
        examples=(
            Example("[[NOTED the results of the pilot]].", "noted"),
            Example("2) [[APPROVED the extension of the order]].", "approved"),
        ),
        refuses=("APPROVED DOGS ONLY", "The plan was APPROVED."),
    ),
    Rule(
        name="resolved that",
        pattern=re.compile(
            r"(?:^|(?<=\s))(?P<from>(?:UNANIMOUSLY\s)?(?P<verb>RESOLVED|RECOMMENDED|AGREED|^Resolved"
            r"|^Agreed|^Recommended(?=\s?[:–—-])|^(?:Decision|DECISION)(?=\s?[:–-]\s?(?:That|to|noted|agreed|approved|endorsed"
            r"|deferred|adopted|continued|instructed)\b)))"
            r"(?P<advice>\s(?:TO|to)\s(?:RECOMMEND|recommend)(?:\s(?:TO|to)\s(?:[A-Z][\w’']*\s?|the\s|of\s){1,7}?"
            r"(?=\s?(?:that|THAT|:)))?)?"
            rf"{AFTER}"
        ),
        value=resolved,
        examples=(
            Example("[[RESOLVED that the minutes be approved]].", "approved"),
            Example("[[AGREED: That officers arrange a site visit]].", "agreed"),
            Example("[[RESOLVED/- That the fee be waived]].", "resolved"),
            Example("[[Recommended – That the bid be approved]].", "approved"),
            Example("[[RESOLVED TO RECOMMEND TO THE COUNCIL that a fee be set]].", "recommended"),
            Example(
                "[[RESOLVED, on the proposal of Cllr Hale seconded by Cllr Dale, that the plan be"
                " endorsed]].",
                "endorsed",
            ),
        ),
        refuses=("The agreed plan was circulated.", "The matter was resolved by officers."),
    ),
    Rule(
        name="recommended that",
        pattern=re.compile(
            r"(?P<from>\b[Ii]t is (?:therefore |further |also )?(?:recommended|RECOMMENDED)"
            r"|^Recommendations?(?:\s\d+)?(?=\s?[:–-])"
            r"|^The recommendation (?:is|was)(?=\s(?:that|to)\b)"
            r"|\b[Tt]his (?:report|paper) (?:therefore |also |further )?(?:recommends|proposes)"
            r"(?=\sthat\b)"
            r"|^RECOMMENDATIONS?(?=\s?[:–-])|(?:The )?(?:[Cc]ommittee|[Pp]anel"
            r"|[Bb]oard) recommends)"
            r"\s?[:–-]?(?=\s+(?:that|That)\b|\s*$|\s)"
        ),
        value=recommended,
        examples=(
            Example("[[It is recommended that the strategy is endorsed]].", "endorsed"),
            Example("[[Recommendation: That the report be noted]].", "noted"),
            Example("[[The recommendation was to remove the bins]].", "recommended"),
            Example("As such, [[this report recommends that fees be frozen]].", "recommended"),
        ),
        refuses=("The recommended speed is 20 mph.", "It was recommended reading."),
    ),
    Rule(
        name="is asked to",
        pattern=re.compile(
            rf"^(?P<from>{_WHO}\s(?:is|are)\s(?:therefore\s|also\s|further\s|now\s|respectfully\s)?(?P<how>asked|invited|requested"
            r"|recommended|RECOMMENDED|ASKED)(?=\s(?:to|that)\b"
            r"(?!\s(?:consider|declare|disclose)\s[^.;]{0,60}interests?\b)"
            r"(?!\s(?:see|attend|visit|contact|refer|read|recall|bear)\b)"
            r"|\s?:|\s\([ai1]\)))(?:\sto\b)?\s?:?[–-]?"
        ),
        value=asked,
        examples=(
            Example("[[Members are asked to note the figures]].", "noted"),
            Example("[[The Committee is invited to endorse the plan]].", "endorsed"),
            Example("[[Cabinet is recommended to release the funds]].", "recommended"),
        ),
        refuses=(
            "Residents asked to see the figures.",
            "Members are asked to declare any interests.",
        ),
    ),
    Rule(
        name="that it be",
        pattern=re.compile(rf"^(?:{MARK})?(?P<from>)(?={THAT_CLAUSE})"),
        value=that_clause,
        examples=(
            Example("[[That the yearly return be noted]].", "noted"),
            Example("[[That Members note the yearly return]].", "noted"),
            Example("2. [[That a letter be sent to the Minister]].", "recommended"),
        ),
        refuses=(
            "That would be welcomed by traders.",
            "That report will be sent on.",
            "That the fee was paid is clear.",
        ),
    ),
    Rule(
        name="may wish to",
        pattern=re.compile(
            rf"^(?P<from>(?P<who>{COMMITTEE})\s(?:may|might)\s(?P<how>wish)\sto\b)\s?:?[–-]?"
        ),
        value=asked,
        examples=(
            Example("[[Members may wish to note the figures]].", "noted"),
            Example("[[The Panel may wish to endorse the plan]].", "endorsed"),
        ),
        refuses=("Residents may wish to call.",),
    ),
    Rule(
        name="we ask you to",
        pattern=re.compile(
            r"^(?P<from>(?:We|I)\s(?:therefore\s|now\s)?(?:ask|invite|recommend|want|would\slike"
            rf"|would\sask|are\sasking)\s(?:{_WHO}|(?P<you>you))\sto\b)\s?:?"
        ),
        value=we_ask,
        examples=(
            Example("[[We ask the Committee to note this update]].", "noted"),
            Example("[[We would like you to endorse the charter]].", "endorsed"),
        ),
        refuses=("We want people to feel safe.", "We asked you to reply by May."),
    ),
    Rule(
        name="please note",
        pattern=re.compile(
            r"^(?P<from>)Please\s(?=(?:note|approve|agree|endorse|support|adopt|comment)\b)"
        ),
        value=please,
        examples=(
            Example("[[Please note the figures]].", "noted"),
            Example("[[Please endorse the plan]].", "endorsed"),
        ),
        refuses=("Please contact the author.", "Please see the appendix."),
    ),
)
