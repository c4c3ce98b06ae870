"""How a resolution or recommendation opens in a sentence."""

import re
from dataclasses import dataclass, replace

from csp_extract.extract.decisions.verbs import verb_of
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Example, Family, Reads, Rule
from csp_extract.records import DecisionVerb


@dataclass(frozen=True, slots=True)
class Opening:
    """How a sentence introduces what is decided."""

    start: int  # where the words of the decision begin in the sentence
    act: int  # where what is decided begins
    how: str  # resolved, agreed, recommended, requested
    who: str  # who is asked to decide, where said
    is_open: bool  # nothing follows in the sentence: the items of a list do
    rule: str
    verb: DecisionVerb | None = None  # where what is decided stands in the same sentence


# What may follow the verb that opens a decision.
_AFTER = (
    r"(?:\s\(?(?:unanimously|accordingly)\)?)?\s?[:,–-]?"
    r"(?=\s+(?:that|That|THAT|to)\b|\s*:|\s*[–-]\s|\s*$)"
)
_OPEN = re.compile(r"\s*(?:that)?\s*(?:the following)?\s*[:–-]?\s*$", re.IGNORECASE)
_WHO = (
    r"(?P<who>(?:[Mm]embers(?: of (?:the )?[A-Z][\w ]{2,40}?)?|[Tt]he [\w&, ]{3,60}?"
    r"|[A-Z][\w&, ]{2,50}?"
    r"|[Cc]ouncillors))"
)


def _open_with(match: re.Match[str], how: str, rule: str) -> Opening:
    """Return the opening of a match: its words, and where what is decided begins."""
    who = match.groupdict().get("who") or ""
    act = (
        match.end()
        + len(match.string[match.end() :])
        - len(match.string[match.end() :].lstrip(" :–-\n"))
    )
    is_open = bool(_OPEN.match(match.string, match.end())) or match.string.rstrip().endswith(":")
    who = re.sub(r"^[Tt]he ", "", " ".join(who.split()))
    return Opening(match.start("from"), act, how, who, is_open, rule)


def _resolved(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a meeting resolved or agreed."""
    word = match["verb"].lower()
    how = {"agreed": "agreed", "recommended": "recommended"}.get(word, "resolved")
    return _open_with(match, how, "resolved that")


def _it_was_resolved(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what minutes tell was resolved or agreed."""
    how = "agreed" if match["verb"].lower() == "agreed" else "resolved"
    return _open_with(match, how, "it was resolved that")


def _recommended(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a paper recommends."""
    return _open_with(match, "recommended", "recommended that")


def _asked(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a committee is asked to do."""
    how = "recommended" if match["how"].lower() == "recommended" else "requested"
    return _open_with(match, how, "is asked to")


def _moved(match: re.Match[str], _: str) -> Opening:
    """Return the opening of a motion."""
    return _open_with(match, "resolved", "moved that")


def _body_agreed(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a body agreed, from its verb on."""
    opening = _open_with(match, "agreed", "body agreed")
    return replace(opening, act=match.start("verb"))


RULES: tuple[Rule[str, Opening], ...] = (
    Rule(
        name="resolved that",
        pattern=re.compile(
            r"(?:^|(?<=\s))(?P<from>(?P<verb>RESOLVED|RECOMMENDED|AGREED|^Resolved|^Agreed"
            r"|^(?:Decision|DECISION)(?=\s?[:–-]\s?That\b)))"
            rf"{_AFTER}"
        ),
        value=_resolved,
        examples=(
            Example("[[RESOLVED that the minutes be approved]].", "approved"),
            Example("[[AGREED: That officers arrange a site visit]].", "agreed"),
        ),
        refuses=("The agreed plan was circulated.", "The matter was resolved by officers."),
    ),
    Rule(
        name="it was resolved that",
        pattern=re.compile(
            r"(?P<from>\b[Ii]t was (?:unanimously |then |also )?(?P<verb>resolved|agreed|RESOLVED"
            rf"|AGREED)){_AFTER}"
        ),
        value=_it_was_resolved,
        examples=(
            Example("After debate [[it was resolved that the item be deferred]].", "deferred"),
            Example("[[It was unanimously agreed that the plan be adopted]].", "approved"),
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
        value=_recommended,
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
            r"|recommended|RECOMMENDED|ASKED)(?:\s(?=to\b|:|that\b)))(?:to\b)?\s?:?"
        ),
        value=_asked,
        examples=(
            Example("[[Members are asked to note the figures]].", "noted"),
            Example("[[The Committee is invited to endorse the plan]].", "endorsed"),
            Example("[[Cabinet is recommended to release the funds]].", "recommended"),
        ),
        refuses=("Residents asked to see the figures.",),
    ),
    Rule(
        name="moved that",
        pattern=re.compile(
            r"(?P<from>\b(?:[Pp]roposed"
            r"|[Mm]oved)(?:\sby\s[^.;]{3,60}?(?:,?\s(?:and\s)?seconded(?:\sby)?"
            r"\s[^.;]{3,60}?)?|,?\s(?:and\s)?seconded(?:\sby)?\s[^.;]{3,60}?),?)(?=\sthat\b)"
        ),
        value=_moved,
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
            r"^(?P<from>(?:The\s)?(?:Members|Panel|Committee|Board|Cabinet|Council|Forum"
            r"|Partnership|Authority"
            r"|Executive)\s(?:unanimously\s|then\s)?(?P<verb>agreed|resolved|approved|endorsed"
            r"|noted|deferred"
            r"|rejected))\b(?=\s(?:that|to|the)\b)"
        ),
        value=_body_agreed,
        examples=(
            Example("[[The Panel agreed to set up a working group]].", "agreed"),
            Example("[[Members noted the update]].", "noted"),
        ),
        refuses=("The Panel met in May.",),
    ),
)


_MINUTES = frozenset({"body agreed", "it was resolved that"})


def read_opening(sentence: str, *, is_minutes: bool = True) -> Opening | None:
    """Return how a sentence introduces a decision, or ``None``.

    "The board agreed to" and "it was agreed that" decide in minutes only; a report tells so of
    another meeting.
    """
    plain = sentence.replace("\n", " ")
    for rule in RULES:
        match = None if rule.name in _MINUTES and not is_minutes else rule.pattern.search(plain)
        if match is not None:
            return rule.value(match, plain)
    return None


def read(sentence: str) -> list[Reads[Opening]]:
    """Return the decision of a sentence, from its introduction to its last word."""
    opening = read_opening(sentence)
    if opening is None or opening.is_open:
        return []
    end = len(sentence.rstrip(" .;"))
    verb = verb_of(sentence[opening.act : end], opening.how)
    return [Reads(Span(opening.start, end), replace(opening, verb=verb), opening.rule)]


def show(opening: Opening) -> str:
    """Write a decision the way the examples do: its verb."""
    return str(opening.verb)


FAMILY: Family[str, Opening] = Family("decisions", RULES, read, show)
