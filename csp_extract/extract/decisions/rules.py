"""How a resolution or recommendation opens in a sentence."""

import re
from collections.abc import Collection
from dataclasses import replace

from csp_extract.extract.decisions.bodies import BODY, COMMITTEE, GROUP
from csp_extract.extract.decisions.openings import (
    Opening,
    asked,
    body_agreed,
    body_resolved,
    councillor_moved,
    in_capitals,
    it_was_resolved,
    motion_moved,
    moved,
    one_decided,
    please,
    proposal_agreed,
    put,
    recommended,
    resolved,
    to_award,
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
            r"(?:^|(?<=\s))(?P<from>(?:UNANIMOUSLY\s)?(?P<verb>RESOLVED|RECOMMENDED|AGREED|^Resolved"
            r"|^Agreed|^(?:Decision|DECISION)(?=\s?[:–-]\s?(?:That|to|noted|agreed|approved|endorsed"
            r"|deferred|adopted|continued|instructed)\b)))"
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
            rf"^(?P<from>{_WHO}\s(?:is|are)\s(?:therefore\s|also\s)?(?P<how>asked|invited|requested"
            r"|recommended|RECOMMENDED|ASKED)(?=\s(?:to|that)\b"
            r"(?!\s(?:see|attend|visit|contact|refer|read|recall|bear)\b)"
            r"|\s?:|\s\([ai1]\)))(?:\sto\b)?\s?:?[–-]?"
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
        name="proposed and agreed",
        pattern=re.compile(
            r"^(?:[^.;:]{3,60},\s)?(?:(?:Cllr|Councillor|Mr|Mrs|Ms)\.?\s[A-Z][^.;:]{2,60}?|She|He|They|(?:The\s|the\s)?(?:Chair(?:man|woman)?"
            r"|Vice-Chair(?:man)?|Convener|Leader))\s(?P<from>(?:proposed|suggested)\sthat\s[^.]{5,240})\.\s"
            rf"(?:This|It|The\sproposal)\swas\s(?:unanimously\s)?(?:then\s)?(?:agreed|accepted|approved|supported)"
            rf"|^(?:She|He)\s(?P<also>(?:proposed|suggested)\sthat\s[^.]{{5,240}})\.\s(?:Everyone|Everybody|All|Members|The\s(?:{GROUP}))\sagreed\b(?!\sthat)"
        ),
        value=proposal_agreed,
        examples=(
            Example(
                "Councillor Hale [[proposed that the trial go on]]. This was agreed with no vote.",
                "agreed",
            ),
            Example("She [[proposed that the Mayor be told]]. Everyone agreed.", "agreed"),
        ),
        refuses=("She proposed that the Mayor be told. Nobody seconded.",),
    ),
    Rule(
        name="recommendation moved",
        pattern=re.compile(
            r"^(?P<from>(?:The\srecommendations?|An\samendment|A\s(?:further|second)\samendment|A\smotion)\b"
            r"[^.;]{5,260}?)(?=,?\s(?:was|were)\s(?:then\s)?(?:moved|proposed)\sby\s[A-Z])"
        ),
        value=motion_moved,
        examples=(
            Example(
                "[[The recommendation that the Mayor be told]] was moved by Councillor Hale.",
                "agreed",
            ),
            Example(
                "[[An amendment to part (b), that fees rise]], was moved by Councillor Field.",
                "agreed",
            ),
        ),
        refuses=("The recommendation was discussed by Members.",),
    ),
    Rule(
        name="councillor moved that",
        pattern=re.compile(
            r"^(?:[^.;:]{3,60},\s|As\san\samendment,?\s)?(?:(?:Cllr|Councillor|Mr|Mrs|Ms)\.?\s[A-Z][^.;:]{2,60}?|[Tt]he\s(?:Chair(?:man|woman)?"
            r"|Vice-Chair(?:man)?|Convener|Leader)(?:,\sseconded\sby\s[^.;:]{3,60}?,)?)\s(?P<from>moved)(?=\sthat\b)"
        ),
        value=councillor_moved,
        examples=(
            Example("Councillor Field [[moved that the item be deferred]].", "deferred"),
            Example("On parking, the Convener [[moved that the trial end]].", "resolved"),
        ),
        refuses=("Councillor Field said that she had moved house.",),
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
        name="body resolved",
        pattern=re.compile(
            rf"(?P<from>(?:{BODY})\s(?:has\s)?(?:unanimously\s|then\s|also\s|therefore\s|formally\s)?"
            r"(?P<verb>resolved|RESOLVED|decided|DECIDED|recommended|RECOMMENDED)"
            r"(?:\sto\s(?:the\s)?(?:Full\s)?[A-Z][\w ]{2,40}?)?)(?=,?\s(?:that|to)\b)"
        ),
        value=body_resolved,
        examples=(
            Example(
                "After debate [[the Cabinet Member resolved that the plan be noted]].", "noted"
            ),
            Example("[[The Panel recommended to Council that fees be frozen]].", "recommended"),
        ),
        refuses=("Members resolved their differences.",),
    ),
    Rule(
        name="body agreed",
        pattern=re.compile(
            rf"^(?:[^.;:]{{3,120}},\s)?(?P<from>(?:{COMMITTEE})\s(?:unanimously\s|then\s|also\s|therefore\s|duly\s)?"
            r"(?P<verb>(?:noted\sand\s|considered\sand\s)?(?:agreed|AGREED|approved|APPROVED|endorsed"
            r"|ENDORSED|deferred|rejected|adopted|accepted|ratified|homologated|NOTED)(?=\s(?:that|to|the|its|a)\b)"
            r"|(?:received\sand\s)?noted(?=\s(?:the|its|a)\s(?:[\w’'&-]+\s){0,7}?(?:reports?|updates?|minutes"
            r"|papers?|presentation|progress|position|contents?|log|plan|programme|figures|actions?"
            r"|performance|terms|information|risks?|work)\b)"
            r"|(?<![Mm]embers\s)(?:asked|requested)(?=\sthat\s[^.;]{3,160}\bbe\s\w+)|instructed(?=\sthe\s)))"
        ),
        value=body_agreed,
        examples=(
            Example("[[The Panel agreed to set up a working group]].", "agreed"),
            Example("[[Members noted the update]].", "noted"),
            Example("[[The Scrutiny Committee asked that fees be reviewed]].", "agreed"),
        ),
        refuses=("The Panel met in May.", "Members noted that crime had fallen."),
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


# "The board agreed to" and "it was agreed that" decide in minutes, "I have approved" in the record
# of a decision; elsewhere they tell of another meeting.
IN_MINUTES = frozenset(
    {
        "body agreed",
        "body resolved",
        "it was resolved that",
        "was noted",
        "recommendation moved",
        "proposed and agreed",
        "councillor moved that",
    }
)
IN_RECORDS = frozenset({"one person decided", "to award"})


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
