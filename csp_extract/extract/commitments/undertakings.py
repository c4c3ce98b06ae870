"""What somebody has agreed or was asked to do: "has agreed to", "is asked to"."""

import re
from dataclasses import replace

from csp_extract.extract.commitments.acts import Manner, Sentence, active, clause_of
from csp_extract.extract.commitments.asked import act_of
from csp_extract.extract.commitments.manners import (
    INTENDED,
    PLANNED,
    RECOMMENDED,
    REQUESTED,
    RESOLVED,
    WILL,
)
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.subjects import is_somebody, owner_of
from csp_extract.extract.commitments.verbs import base_of
from csp_extract.extract.commitments.when import without_date
from csp_extract.extract.commitments.will import ADVERB
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Example, Rule


def _has_agreed_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody has bound itself to do; who undertakes an act says that it will."""
    is_given = match["how"].startswith(("undert", "promis", "pledg"))
    return by_somebody(match, sentence, WILL if is_given else PLANNED)


def by_somebody(match: re.Match[str], sentence: Sentence, manner: Manner) -> Promise | None:
    """Return the act if its subject is somebody."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or not clause.subject.can_promise:
        return None
    doing = match.groupdict().get("ing")
    verb = base_of(doing) if doing else match["verb"]
    return active(sentence, match.start(), verb, match.end(), manner)


def _is_asked_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody is asked to do; to note or to receive is no act."""
    if match["verb"] in {"note", "receive", "consider", "comment", "be", "read", "declare"}:
        return None
    if _ABLE.search(sentence.text, 0, match.start()) or sentence.text.startswith(":", match.end()):
        return None  # what nobody asks yet, or asks in the items of a list
    manner = RECOMMENDED if match["how"] == "recommended" else REQUESTED
    return by_somebody(match, sentence, manner)


# "which nobody could reasonably be asked to do".
_ABLE = re.compile(r"\b(?:could|can|cannot|may|might|would)\s(?:\w+ly\s|not\s)?$")


def _asked_somebody(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what a meeting asked somebody to do."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or not is_somebody(match["who"].strip()) or match["verb"] in {"note", "see"}:
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    span = Span(match.start(), clause.span.end)
    return Promise(f"{match['verb']} {rest}", owner_of(match["who"]), *REQUESTED, span)


def _intention_of(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the act that is said to be somebody's intention."""
    clause = clause_of(sentence, match.start("to"), match.end())
    if clause is None or not is_somebody(match["who"]):
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    span = Span(match.start(), clause.span.end)
    return Promise(f"{match['verb']} {rest}".strip(), owner_of(match["who"]), *INTENDED, span)


def _asked_for(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what a meeting asked to be given."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None:
        return None
    span = Span(match.start(), clause.span.end)
    words = without_date(sentence.text[match.start("what") : span.end])
    return Promise(words, "", *REQUESTED, span)


def _asked_that(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the act that a meeting asked for in the subjunctive."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None:
        return None
    manner = {"suggested": RECOMMENDED, "agreed": RESOLVED}.get(match["how"], REQUESTED)
    asked = act_of(f"that {sentence.text[match.end() : clause.span.end]}", "", manner)
    span = Span(match.start(), clause.span.end)
    return replace(asked, clause=span) if asked else None


RULES: tuple[Rule[Sentence, Promise], ...] = (
    Rule(
        name="is asked to",
        pattern=re.compile(
            rf"\b(?:is|are|be|has been|have been)\s(?:also\s|therefore\s)?(?P<how>asked|invited"
            rf"|requested|recommended"
            rf"|urged)\sto\s{ADVERB}(?P<verb>[a-z-]+)\b"
        ),
        value=_is_asked_to,
        examples=(
            Example(
                "[[Members are asked to nominate a champion for each ward]].",
                "Members: nominate a champion for each ward (requested)",
            ),
            Example(
                "[[Cabinet is recommended to adopt the revised terms]].",
                "Cabinet: adopt the revised terms (recommended)",
            ),
        ),
        refuses=("Members are asked to note the report.",),
    ),
    Rule(
        name="has agreed to",
        pattern=re.compile(
            r"\b(?:has|have)\s(?:also\s|now\s|since\s)?(?P<how>agreed|committed|pledged|undertaken"
            r"|offered"
            rf"|promised|decided)\s(?:itself\s)?to\s{ADVERB}"
            r"(?:(?<=committed to )(?P<ing>[a-z-]+ing)"
            r"|(?P<verb>(?!be\b|have\b)[a-z-]+))\b"
        ),
        value=_has_agreed_to,
        examples=(
            Example(
                "Talks went well and [[the health board has agreed to fund a nurse]].",
                "health board: fund a nurse (planned)",
            ),
            Example(
                "[[Tarn Police have committed to attend each forum]].",
                "Tarn Police: attend each forum (planned)",
            ),
            Example(
                "[[The force has committed to recruiting six mentors]].",
                "force: recruit six mentors (planned)",
            ),
        ),
        refuses=("The board had agreed to fund a nurse.",),
    ),
    Rule(
        name="asked somebody to",
        pattern=re.compile(
            r"\b(?:asked|requested|invited|instructed"
            r"|tasked)\s(?:that\s)?(?P<who>(?:the\s)?(?:[\w’'-]+\s){1,6}?)"
            rf"to\s{ADVERB}(?P<verb>(?!be\b|have\b)[a-z-]+)\b"
        ),
        value=_asked_somebody,
        examples=(
            Example(
                "The Chair [[asked officers to circulate the figures]].",
                "officers: circulate the figures (requested)",
            ),
            Example(
                "Cllr Reed [[invited the Chief Constable to speak to the panel]].",
                "Chief Constable: speak to the panel (requested)",
            ),
        ),
        refuses=("He asked why to go.",),
    ),
    Rule(
        name="agreed to",
        pattern=re.compile(
            rf"\b(?P<how>agreed|undertook|offered"
            rf"|promised|committed|pledged)\sto\s{ADVERB}"
            r"(?:(?<=committed to )(?P<ing>[a-z-]+ing)|(?P<verb>(?!be\b|have\b)[a-z-]+))\b"
        ),
        value=_has_agreed_to,
        examples=(
            Example(
                "[[Inspector Hale agreed to share the map]].",
                "Inspector Hale: share the map (planned)",
            ),
            Example(
                "[[The Head of Housing agreed to circulate a note]].",
                "Head of Housing: circulate a note (planned)",
            ),
            Example(
                "[[Inspector Hale replied and committed to sharing the map]].",
                "Inspector Hale: share the map (planned)",
            ),
        ),
        refuses=("Agreed to differ.",),
    ),
    Rule(
        name="intention of somebody",
        pattern=re.compile(
            r"\b(?:[Ii]t\s(?:is|remains)\s)?(?:the|[Tt]he)\s(?:current\s)?(?:intention|plan)\sof\s(?P<who>[^.;,]{3,80}?)"
            rf"\s(?P<to>(?:is\s)?to)\s{ADVERB}(?P<verb>(?!be\b|have\b)[a-z-]+)\b"
        ),
        value=_intention_of,
        examples=(
            Example(
                "[[It is the intention of Tarn Police to open a second hub]].",
                "Tarn Police: open a second hub (planned)",
            ),
            Example(
                "[[The intention of the Council is to replace the signs]].",
                "Council: replace the signs (planned)",
            ),
        ),
        refuses=("It was the intention of residents to object.",),
    ),
    Rule(
        name="asked for",
        pattern=re.compile(
            r"(?<!had )(?<!been )(?<!also been )\b(?:asked\sfor|requested)\s"
            r"(?P<what>(?:(?:an?|the|more|further|some|sight|copies|regular)\s)"
            r"(?:[\w’'/-]+\s){0,4}?(?:reports?|breakdown|updates?|briefing|lists?|copy|note|figures|data|information"
            r"|details?|sight|explanation|presentation|paper|review|summary|analysis|visit|meeting|letter|statistics"
            r"|clarification|of)\b)"
        ),
        value=_asked_for,
        examples=(
            Example(
                "The Panel [[asked for a report on dog fouling]].",
                "-: a report on dog fouling (requested)",
            ),
            Example(
                "Cllr Reed [[requested a breakdown of fines by ward]].",
                "-: a breakdown of fines by ward (requested)",
            ),
        ),
        refuses=("The board had asked for a report.", "He asked for calm."),
    ),
    Rule(
        name="asked that",
        pattern=re.compile(
            r"\b(?P<how>asked|requested|suggested|agreed)\sthat\s(?!(?:question|this\s(?:is|was)|it|there|he|she|they)\b)(?=[\w’'])"
        ),
        value=_asked_that,
        examples=(
            Example(
                "Members [[requested that the Superintendent provide figures for each ward]].",
                "Superintendent: provide figures for each ward (requested)",
            ),
            Example(
                "Cllr Reed [[asked that a list of premises be circulated]].",
                "-: circulate a list of premises (requested)",
            ),
        ),
        refuses=("Members asked that question.", "It was agreed that the plan was good."),
    ),
)
