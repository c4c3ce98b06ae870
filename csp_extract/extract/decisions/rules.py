"""How a resolution or recommendation opens in a sentence."""

import re
from collections.abc import Collection
from dataclasses import replace

from csp_extract.extract.decisions.openings import (
    Opening,
    asked,
    body_agreed,
    in_capitals,
    it_was_resolved,
    moved,
    one_decided,
    please,
    put,
    recommended,
    resolved,
    was_noted,
    we_ask,
)
from csp_extract.extract.decisions.verbs import verb_of
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Example, Family, Reads, Rule

# What may follow the verb that opens a decision.
_AFTER = (
    r"(?:,?\s\(?(?:unanimously|accordingly|nem con)\)?)?"
    r"(?:,?\s\(?(?:on|upon|by|with|following|having)\s[^.;:]{3,140}?(?:,|\))?(?=\s(?:that|to)\b|:))?"
    r"\s?[:,–-]?"
    r"(?=\s+(?:that|That|THAT|to)\b|\s*:|\s*[–-]\s|\s*$)"
)
_WHO = (
    r"(?P<who>(?:[Mm]embers(?: of (?:the )?[A-Z][\w ]{2,40}?)?|[Tt]he [\w&, ]{3,60}?"
    r"|[A-Z][\w&, ]{2,50}?"
    r"|[Cc]ouncillors))"
)


RULES: tuple[Rule[str, Opening], ...] = (
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
            r"(?:^|(?<=\s))(?P<from>(?P<verb>RESOLVED|RECOMMENDED|AGREED|^Resolved|^Agreed"
            r"|^(?:Decision|DECISION)(?=\s?[:–-]\s?(?:That|to|noted|agreed|approved|endorsed|continued|instructed)\b)))"
            rf"{_AFTER}"
        ),
        value=resolved,
        examples=(
            Example("[[RESOLVED that the minutes be approved]].", "approved"),
            Example("[[AGREED: That officers arrange a site visit]].", "agreed"),
            Example(
                "[[RESOLVED, on the proposal of Cllr Hale seconded by Cllr Dale, that the plan be"
                " endorsed]].",
                "endorsed",
            ),
        ),
        refuses=("The agreed plan was circulated.", "The matter was resolved by officers."),
    ),
    Rule(
        name="it was resolved that",
        pattern=re.compile(
            r"(?P<from>\b[Ii]t was (?:unanimously |then |also )?(?P<verb>resolved|agreed|RESOLVED"
            rf"|AGREED)){_AFTER}"
        ),
        value=it_was_resolved,
        examples=(
            Example("After debate [[it was resolved that the item be deferred]].", "deferred"),
            Example("[[It was unanimously agreed that the plan be adopted]].", "approved"),
            Example(
                "[[It was agreed, upon the motion of Cllr Hale, that the minutes be signed]].",
                "agreed",
            ),
        ),
        refuses=("It was agreed by all.",),
    ),
    Rule(
        name="recommended that",
        pattern=re.compile(
            r"(?P<from>\b[Ii]t is (?:therefore |further |also )?(?:recommended|RECOMMENDED)"
            r"|^Recommendations?(?:\s\d+)?(?=\s?[:–-])"
            r"|^RECOMMENDATIONS?(?=\s?[:–-])|(?:The )?(?:[Cc]ommittee|[Pp]anel"
            r"|[Bb]oard) recommends)"
            r"\s?[:–-]?(?=\s+(?:that|That)\b|\s*$|\s)"
        ),
        value=recommended,
        examples=(
            Example("[[It is recommended that the strategy is endorsed]].", "endorsed"),
            Example("[[Recommendation: That the report be noted]].", "noted"),
        ),
        refuses=("The recommended speed is 20 mph.", "It was recommended reading."),
    ),
    Rule(
        name="is asked to",
        pattern=re.compile(
            rf"^(?P<from>{_WHO}\s(?:(?:is|are)\s(?:therefore\s|also\s)?|(?=may\swish\sto\b))(?P<how>asked|invited|requested|may\swish"
            r"|recommended|RECOMMENDED|ASKED)(?=\s(?:to|that)\b(?!\s(?:see|attend|visit|contact|refer|read|recall|bear)\b)"
            r"|\s?:|\s\((?:a|i|1)\)\s))(?:\sto\b)?\s?:?"
        ),
        value=asked,
        examples=(
            Example("[[Members are asked to note the figures]].", "noted"),
            Example("[[The Committee is invited to endorse the plan]].", "endorsed"),
            Example("[[Cabinet is recommended to release the funds]].", "recommended"),
        ),
        refuses=("Residents asked to see the figures.",),
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
    Rule(
        name="amendment put",
        pattern=re.compile(
            r"^(?P<from>(?:An|A\sfurther|A\ssecond|The|One)\s(?:[a-z]+\s)?(?:amendment|motion),?"
            r"\s(?:moved\s|proposed\s|put\s)?by\s[A-Z][^.;]{3,220}?\b(?:was|were)\s(?:then\s|put"
            r"\s(?:to\sthe\svote\s)?and\s)?(?P<fate>lost|carried|defeated|rejected))\b"
        ),
        value=put,
        examples=(
            Example(
                "[[An amendment by Cllr Hale, to move the date, was lost]] by 6 to 5.", "rejected"
            ),
            Example(
                "[[A further amendment, moved by Councillor Field, that fees rise, was carried]].",
                "agreed",
            ),
        ),
        refuses=("The amendment was carried.",),
    ),
    Rule(
        name="moved that",
        pattern=re.compile(
            r"(?P<from>\b(?:[Pp]roposed"
            r"|[Mm]oved)(?:\sas\san\samendment|\sby\s[^.;]{3,60}?(?:,?\s(?:and\s)?seconded(?:\sby)?"
            r"\s[^.;]{3,60}?)?|,?\s(?:and\s)?seconded(?:\sby)?\s[^.;]{3,60}?),?"
            r"|(?<=,\s)moved)(?=\sthat\b)"
        ),
        value=moved,
        examples=(
            Example(
                "Councillor Field [[proposed, seconded by Councillor Dale, that the item be"
                " deferred]].",
                "deferred",
            ),
            Example("It was [[moved by Councillor Field that the plan be adopted]].", "approved"),
        ),
        refuses=("It is proposed that the group meets.",),
    ),
    Rule(
        name="body agreed",
        pattern=re.compile(
            r"^(?P<from>(?:The\s)?(?:Members|Panel|Committee|Sub-Committee|Commission|Board|Cabinet|Council|Forum"
            r"|Partnership|Authority|Executive)\s(?:unanimously\s|then\s|duly\s)?(?P<verb>(?:agreed|resolved|approved|endorsed"
            r"|noted|deferred|rejected)(?=\s(?:that|to|the)\b)|(?:asked|requested|recommended)(?=\sthat\b)))\b"
        ),
        value=body_agreed,
        examples=(
            Example("[[The Panel agreed to set up a working group]].", "agreed"),
            Example("[[Members noted the update]].", "noted"),
        ),
        refuses=("The Panel met in May.",),
    ),
    Rule(
        name="was noted",
        pattern=re.compile(
            r"^(?P<from>(?:The\s|An?\s|That\s|Consideration\s)[^.;:]{3,160}?\b(?:was|were)\s(?:then\s"
            r"|duly\s|unanimously\s)?(?:noted|approved|endorsed|adopted|deferred|agreed"
            r"|confirmed|rejected|referred)(?:\sand\ssigned)?)\b(?=\s?\.?$|,?\s(?:and\ssigned|as\sa\s(?:correct|true)"
            r"|to\s(?:the|a)\s(?:[\w]+\s){0,3}meeting|to\s(?:the\s)?[A-Z]|until\b|unanimously|without\b|,?\sonce\b"
            r"|subject\sto))"
        ),
        value=was_noted,
        examples=(
            Example("[[The work plan was noted]].", "noted"),
            Example("[[Consideration of the bid was deferred to the next meeting]].", "deferred"),
        ),
        refuses=("The plan was approved by another body in March.", "It was noted."),
    ),
    Rule(
        name="one person decided",
        pattern=re.compile(
            r"^(?P<from>(?:I|The\s(?:[A-Z][\w]+\s(?:and\s|for\s)?){0,5}(?:Commissioner|Leader|Mayor|Member"
            r"|Holder|Director))\s(?:(?:have|has)\s(?:also\s|therefore\s)?(?P<not>not\s)?"
            r"(?:approved|agreed|decided|endorsed|rejected|refused|accepted|awarded|put\soff)|(?:hereby\s)?(?:approves?"
            r"|agrees?|endorses?|accepts?(?!\sthat)|awards?|supports?)))\b(?=\s(?:to|that|the|an?|in|grants?|funding|this|with"
            r"|[A-Z][\w’'-]+)\b|\s£)"
        ),
        value=one_decided,
        examples=(
            Example("[[I have approved grants to three forums]].", "approved"),
            Example("[[The Deputy Mayor has not agreed to the request]].", "rejected"),
        ),
        refuses=("The Leader has approved of late.",),
    ),
)


# "The board agreed to" and "it was agreed that" decide in minutes, "I have approved" in the record
# of a decision; elsewhere they tell of another meeting.
IN_MINUTES = frozenset({"body agreed", "it was resolved that", "was noted"})
IN_RECORDS = frozenset({"one person decided"})


def read_opening(sentence: str, barred: Collection[str] = ()) -> Opening | None:
    """Return how a sentence introduces a decision, or ``None``; barred rules are not tried."""
    plain = sentence.replace("\n", " ")
    for rule in RULES:
        match = None if rule.name in barred else rule.pattern.search(plain)
        if match is not None:
            return rule.value(match, plain)
    return None


def read(sentence: str) -> list[Reads[Opening]]:
    """Return the decision of a sentence, from its introduction to its last word."""
    opening = read_opening(sentence)
    if opening is None or opening.is_open:
        return []
    end = opening.end or len(sentence.rstrip(" .;"))
    verb = opening.verb or verb_of(sentence[opening.act : end], opening.how)
    return [Reads(Span(opening.start, end), replace(opening, verb=verb), opening.rule)]


def show(opening: Opening) -> str:
    """Write a decision the way the examples do: its verb."""
    return str(opening.verb)


FAMILY: Family[str, Opening] = Family("decisions", RULES, read, show)
