"""Words that decide nothing themselves: the lines under them do."""

import re
from dataclasses import dataclass
from functools import lru_cache

from csp_extract.extract.decisions.bodies import BODY, GROUP
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Example, Family, Reads, Rule
from csp_extract.extract.sieve import Sieve


@dataclass(frozen=True, slots=True)
class Lead:
    """What the lines under a line or heading are."""

    how: str  # resolved, agreed, recommended, requested
    who: str = ""  # who is asked to decide, where said
    needs_verb: bool = False  # only lines that begin with a verb of deciding decide
    in_minutes: bool = False  # in minutes it decides; elsewhere it tells of another
    is_strict: bool = False  # only lines that read as decisions decide
    takes_next: bool = False  # its sentence goes on in the next block


_DASH = r"\s*[./:–—-]{0,3}\s*$"
_HOW = {"agreed": "agreed", "agree": "agreed"}


def _how(word: str) -> str:
    return _HOW.get(word.lower(), "resolved")


def _decided(match: re.Match[str], _: None) -> Lead:
    takes_next = match["rest"].lower().endswith(("that", "to"))
    return Lead(_how(match["verb"]), takes_next=takes_next)


def _recommended(_: re.Match[str], __: None) -> Lead:
    return Lead("recommended")


def _body_decided(match: re.Match[str], _: None) -> Lead:
    if match["did"]:  # each item begins with the verb of what it did
        return Lead("agreed", in_minutes=True, is_strict=True, needs_verb=True)
    if match["verb"] is None:  # what it agreed is named, and then told item by item
        return Lead(_how(match["how"]), in_minutes=True, is_strict=True)
    takes_next = match["rest"].lower().endswith(("that", "to"))
    return Lead(_how(match["verb"]), in_minutes=True, takes_next=takes_next)


def _moved(_: re.Match[str], __: None) -> Lead:
    return Lead("resolved", is_strict=True)


def _body(match: re.Match[str], _: None) -> Lead:
    return Lead("recommended", _who(match), needs_verb=True)


def _that_body(match: re.Match[str], _: None) -> Lead:
    return Lead("recommended", _who(match))


def _asked(match: re.Match[str], _: None) -> Lead:
    return Lead("requested", _who(match))


def _who(match: re.Match[str]) -> str:
    return re.sub(r"^[Tt]he\s", "", " ".join((match["who"] or "").split()))


_LEADS_ON = tuple(":–-")


def _leads_on(text: str) -> bool:
    return text.rstrip().endswith(_LEADS_ON)


LEADS: tuple[Rule[None, Lead], ...] = (
    Rule(
        "bare verb of deciding",
        re.compile(
            r"^(?:It was\s|The meeting\s)?(?:(?i:unanimously)\s)?(?P<verb>RESOLVED|Resolved"
            r"|resolved|AGREED|Agreed|DECIDED|Decided|DECISIONS?|Decisions?|RESOLUTIONS?|Resolutions?)"
            r"(?P<rest>(?:,?\s\(?(?:unanimously|accordingly|nem\.? con\.?|made|taken"
            r"|(?:by|on)\s[^.:;]{3,60})\)?)?"
            rf"(?:\s?[:–-]?\s(?:that|That|THAT|to|TO)(?:\s(?:the\s)?{BODY}(?=\s?[:–-]?\s*$))?)?){_DASH}"
        ),
        _decided,
        (
            Example("[[RESOLVED –]]", "resolved"),
            Example("[[Unanimously resolved that:]]", "resolved"),
            Example("[[AGREED to]]", "agreed"),
            Example("[[Resolved that Cabinet:]]", "resolved"),
            Example("[[Resolved: That]]", "resolved"),
        ),
        ("Resolved cases:", "Agreed actions"),
    ),
    Rule(
        "bare word of recommending",
        re.compile(
            r"^(?:(?:Officers?(?:’s|'s|s’)?|Proposed|Draft|Final|Key|Summary of)\s)?"
            r"(?:RECOMMENDED|Recommended|(?:RECOMMENDATION|[Rr]ecommendation)(?:S|s|\([sS]\))?"
            r"|(?i:(?:recommended|proposed) (?:decision|action|resolution|recommendation)s?)"
            rf"|[Dd]ecisions? (?:required|sought))(?:\s(?:that|That|to))?{_DASH}"
        ),
        _recommended,
        (
            Example("[[Recommendations:]]", "recommended"),
            Example("[[RECOMMENDED that –]]", "recommended"),
        ),
        ("Recommended reading:",),
    ),
    Rule(
        "recommendations led in",
        re.compile(
            r"\b(?:(?:makes?|made|with|has|had|submits|proposes)\s(?:the\s)?following"
            r"\s(?:\w+\s)?[Rr]ecommendations?"
            r"|^[Rr]ecommendations? (?:from|of|arising from|to) [^.:;]{3,80}"
            r"(?:\s(?:are|were|included?)|(?=:))|[Tt]he\s(?:\w+\s)?recommendations?\s(?:\w+\s)?"
            r"(?:are|is|were))\b[^.:;]{0,60}:[–-]?\s*$"
        ),
        _recommended,
        (
            Example(
                "This paper [[makes the following recommendations to the Board:]]", "recommended"
            ),
            Example("[[Recommendations of the working group were:]]", "recommended"),
        ),
        ("The recommendations are welcome.",),
        needs=_leads_on,
    ),
    Rule(
        "body decides as follows",
        re.compile(
            rf"(?:{BODY})\s(?:(?:then|also|therefore|unanimously|accordingly|further)\s)?"
            r"(?P<verb>resolved|RESOLVED|agreed|AGREED|decided|DECIDED)"
            r"(?P<rest>(?:\sto\s(?:AGREE|agree))?(?:,?\s(?:unanimously|accordingly))?"
            r"(?:\s(?:that|to|(?:to\s)?the following(?:\s(?:for|as)\s[^.:;]{3,90})?|as follows))?)"
            rf"{_DASH}"
            rf"|^(?:{BODY})\s(?P<how>agreed|approved|accepted|resolved)\s(?:the|its|these|those)\s"
            r"[^.;:]{3,90}:\s*$"
            rf"|^(?:{BODY})\s(?:(?:considered|discussed|received|noted|heard|reviewed|debated|having)\s[^.;:]{{3,160}}?"
            r",?\s(?P<did>and))\s?[:–-]{1,2}\s*$"
        ),
        _body_decided,
        (
            Example("After debate [[the Panel agreed to:-]]", "agreed"),
            Example("[[The Local Committee (Hale) resolved to AGREE that:]]", "resolved"),
            Example("[[The Executive agreed the proposals in the report, namely:]]", "agreed"),
            Example("[[Cabinet agreed to the following for the reasons given.]]", "agreed"),
            Example("[[The Committee considered the report and:]]", "agreed"),
        ),
        ("The members resolved their differences.",),
    ),
    Rule(
        "motion led in",
        re.compile(
            r"^It was (?:moved|MOVED|proposed|PROPOSED) by\b[^.;:]{3,120}:\s*$"
            r"|\b(?:(?:Cllr|Councillor|Mr|Mrs|Ms)\.?\s[A-Z][\w’'-]+|Chair(?:man)?|Convener)\b"
            r"[^.;:]{0,60}?\s(?:moved|MOVED"
            r"|proposed|PROPOSED)\b(?P<rest>[^.;:]{0,120}):\s*$"
        ),
        _moved,
        (
            Example("[[Councillor Hale MOVED (with Councillor Dale seconding):]]", "resolved"),
            Example("[[Cllr Field proposed, seconded by Cllr Oak:]]", "resolved"),
            Example("[[It was moved by Cllr Field and seconded by Cllr Oak:]]", "resolved"),
        ),
        ("Councillor Hale moved house.",),
        needs=_leads_on,
    ),
    Rule(
        "body recommends as follows",
        re.compile(
            rf"(?:{BODY}|[Tt]he\s(?:[Rr]eview|[Rr]eport)|\b[Ww]e|^I)\s(?:therefore\s|also\s)?"
            r"(?:recommends?|recommended|proposes?)(?:\sto\s[^.:;]{3,40})?"
            r"(?:\s(?:that|the following(?:\s\w+)?|as follows))?\s?[:–-]{1,2}\s*$"
        ),
        _recommended,
        (
            Example("[[The Task Group recommends that:]]", "recommended"),
            Example("[[The Review recommends the following:]]", "recommended"),
        ),
        ("The Panel recommends a walk.",),
        needs=_leads_on,
    ),
    Rule(
        "following was agreed",
        re.compile(
            r"\b(?:[Tt]he\sfollowing(?:\s(?:decisions?|recommendations?|resolutions?|points?))?\s(?:was|were)"
            r"|[Ii]t\swas)\s(?:then\s|also\s|unanimously\s)?(?P<verb>agreed|AGREED|resolved|RESOLVED|approved)"
            r"(?P<rest>(?:\sthat)?)\s?[:–-]{1,2}\s*$"
        ),
        _decided,
        (
            Example("After debate [[the following was agreed:]]", "agreed"),
            Example("[[The following resolutions were approved:]]", "resolved"),
        ),
        ("The following points were made:",),
        needs=_leads_on,
    ),
    Rule(
        "body asked what to do",
        re.compile(
            rf"^What\s(?:is|are|do|does|should)\s(?P<who>{BODY}|you)\s(?:being\s)?(?:asked|need(?:ed)?|required|invited)?"
            r"\s?to\s(?:do|decide)\s?\?\s*$"
        ),
        _asked,
        (
            Example("[[What is the Board being asked to do?]]", "requested"),
            Example("[[What are Members asked to decide?]]", "requested"),
        ),
        ("What is the Board?",),
    ),
    Rule(
        "that the body",
        re.compile(
            rf"^(?:It is recommended\s)?(?:[Tt]hat|THAT)(?:\s(?P<who>{BODY})"
            r"(?:\s(?:agrees?|resolves?)(?:\s(?:to|that))?)?)?\s?[:–-]{1,2}\s*$"
        ),
        _that_body,
        (
            Example("[[That the Committee:-]]", "recommended"),
            Example("[[That Cabinet resolves to:]]", "recommended"),
            Example("[[That:]]", "recommended"),
        ),
        ("That Committee sat.",),
        needs=_leads_on,
    ),
    Rule(
        "body asked as follows",
        re.compile(
            rf"^(?:[Tt]hat\s)?(?P<who>{BODY})\s(?:(?:is|are|be)\s(?:therefore\s|also\s)?)?(?:asked|invited|requested|recommended"
            r"|RECOMMENDED|ASKED)(?:\s(?:to|that))?\s?[:–-]{1,2}\s*$"
        ),
        _asked,
        (
            Example("[[The Board is asked to:-]]", "requested"),
            Example("[[The Committee are invited:]]", "requested"),
            Example("[[the Fire Authority be recommended to:]]", "requested"),
        ),
        ("Residents asked:",),
        needs=_leads_on,
    ),
    Rule(
        "body alone",
        re.compile(rf"^(?P<who>(?:The\s)?(?:{GROUP}))\s?[:–-]{{1,2}}\s*$"),
        _body,
        (
            Example("[[The Committee:-]]", "recommended"),
            Example("[[Cabinet:]]", "recommended"),
        ),
        ("The Committee Room:",),
        needs=_leads_on,
    ),
)


_WORTH_TRYING = Sieve(LEADS)


@lru_cache(maxsize=8192)  # asked by decisions and by commitments, of every line
def lead_of(text: str) -> tuple[Lead, str] | None:
    """Return what the lines under a text are, and the rule that says so."""
    plain = " ".join(text.split())
    for rule in _WORTH_TRYING(plain):
        match = rule.pattern.search(plain) if not rule.needs or rule.needs(plain) else None
        if match is not None:
            lead = rule.value(match, None)
            return (lead, rule.name) if lead else None
    return None


def read_lead(text: str) -> list[Reads[Lead]]:
    """Return the words of a text that make the lines under it decisions."""
    for rule in LEADS:
        match = rule.pattern.search(text)
        lead = rule.value(match, None) if match else None
        if match is not None and lead is not None:
            return [Reads(Span(match.start(), match.end()), lead, rule.name)]
    return []


FAMILY: Family[None, Lead] = Family("leads of decisions", LEADS, read_lead, lambda lead: lead.how)
