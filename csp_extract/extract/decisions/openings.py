"""What the opening of a decision says: where it begins, what it is called, who decides."""

import re
from dataclasses import dataclass, replace

from csp_extract.extract.decisions.verbs import verb_of
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
    end: int = 0  # where the words of the decision end, if not with the sentence


_OPEN = re.compile(r"\s*(?:that)?\s*(?:the following)?\s*[:–-]?\s*$", re.IGNORECASE)


# "RECOMMENDED to Council that": to whom, before what.
_TO_BODY = re.compile(r"to\s(?:the\s)?(?:[A-Z][\w’'&-]*\s(?:and\s|of\s)?){1,6}(?=that\b)")


def open_with(match: re.Match[str], how: str, rule: str) -> Opening:
    """Return the opening of a match: its words, and where what is decided begins."""
    who = match.groupdict().get("who") or ""
    act = (
        match.end()
        + len(match.string[match.end() :])
        - len(match.string[match.end() :].lstrip(" :–-\n"))
    )
    to_body = _TO_BODY.match(match.string, act)
    act = to_body.end() if to_body else act
    is_open = bool(_OPEN.match(match.string, match.end())) or match.string.rstrip().endswith(":")
    who = re.sub(r"^[Tt]he ", "", " ".join(who.split()))
    return Opening(match.start("from"), act, how, who, is_open, rule)


def resolved(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a meeting resolved or agreed."""
    word = match["verb"].lower()
    how = {"agreed": "agreed", "recommended": "recommended"}.get(word, "resolved")
    opening = open_with(match, how, "resolved that")
    return replace(opening, verb=DecisionVerb.RECOMMENDED) if match["advice"] else opening


def in_capitals(match: re.Match[str], _: str) -> Opening:
    """Return the opening of a decision whose own verb is set in capitals: "NOTED the report"."""
    opening = open_with(match, "agreed", "verb in capitals")
    return replace(opening, act=match.start("from"), is_open=False)


def it_was_resolved(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what minutes tell was resolved or agreed."""
    how = "agreed" if match["verb"].lower() == "agreed" else "resolved"
    return open_with(match, how, "it was resolved that")


def recommended(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a paper recommends."""
    return open_with(match, "recommended", "recommended that")


def asked(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a committee is asked to do."""
    how = "recommended" if match["how"].lower() == "recommended" else "requested"
    rule = "may wish to" if match["how"] == "wish" else "is asked to"
    return open_with(match, how, rule)


BARE_THAT = "that it be"


def that_clause(match: re.Match[str], _: str) -> Opening:
    """Return the opening of a "that" clause which stands alone, and so can only be decided."""
    return replace(open_with(match, "recommended", BARE_THAT), is_open=False)


def we_ask(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what the writers ask of those they write to."""
    opening = open_with(match, "recommended", "we ask you to")
    return replace(opening, who=opening.who or match["you"] or "")


def please(match: re.Match[str], _: str) -> Opening:
    """Return the opening of a bare request: its verb is what is asked."""
    opening = open_with(match, "requested", "please note")
    return replace(opening, who="you")


def put(match: re.Match[str], _: str) -> Opening:
    """Return the opening of an amendment whose fate the same sentence tells."""
    opening = open_with(match, "agreed", "amendment put")
    is_made = match["fate"] == "carried"
    verb = DecisionVerb.AGREED if is_made else DecisionVerb.REJECTED
    return replace(opening, act=match.start("from"), end=match.end("from"), verb=verb)


def was_noted(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what minutes tell in the passive, all of it what was decided."""
    opening = open_with(match, "agreed", "was noted")
    verb = verb_of(match["verb"], "agreed")
    return replace(opening, act=match.start("from"), is_open=False, verb=verb)


def one_decided(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a person with the power to decide has decided."""
    opening = open_with(match, "agreed", "one person decided")
    verb = DecisionVerb.REJECTED if match["not"] else None
    return replace(opening, act=match.start("from"), is_open=False, verb=verb)


def moved(match: re.Match[str], _: str) -> Opening:
    """Return the opening of a motion."""
    return open_with(match, "resolved", "moved that")


def councillor_moved(match: re.Match[str], _: str) -> Opening:
    """Return the opening of a motion after the name of who moved it."""
    return open_with(match, "resolved", "councillor moved that")


def motion_moved(match: re.Match[str], _: str) -> Opening:
    """Return the opening of a motion told before who moved it; its fate is told after."""
    opening = open_with(match, "agreed", "recommendation moved")
    return replace(opening, act=match.start("from"), end=match.end("from"), is_open=False)


def proposal_agreed(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what somebody proposed and the next sentence says was agreed."""
    group = "from" if match["from"] else "also"
    start, end = match.span(group)
    return Opening(start, start, "agreed", "", is_open=False, rule="proposed and agreed", end=end)


def to_award(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what the record of a decision awards."""
    opening = open_with(match, "resolved", "to award")
    return replace(opening, start=opening.act)


def body_resolved(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a body or a person with the power to decide resolved."""
    opening = open_with(match, "resolved", "body resolved")
    is_advice = match["verb"].lower() == "recommended"
    return replace(opening, verb=DecisionVerb.RECOMMENDED) if is_advice else opening


def body_agreed(match: re.Match[str], _: str) -> Opening:
    """Return the opening of what a body agreed, from its verb on."""
    opening = open_with(match, "agreed", "body agreed")
    if match["verb"] in {"asked", "requested"}:
        return replace(opening, act=match.start("verb"), how="requested", verb=DecisionVerb.AGREED)
    return replace(opening, act=match.start("verb"))
