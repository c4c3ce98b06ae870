"""Work that goes on, and directions without a finite verb: "continue to", "Officers to"."""

import re

from csp_extract.extract.commitments.acts import Manner, Sentence, active, clause_of, passive
from csp_extract.extract.commitments.clauses import trimmed
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.manners import (
    CONTINUED,
    DIRECTED,
    ONGOING,
    REQUESTED,
)
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.subjects import SubjectKind, is_somebody, owner_of
from csp_extract.extract.commitments.verbs import base_of, is_participle
from csp_extract.extract.commitments.when import DATED, without_date
from csp_extract.extract.commitments.will import ADVERB
from csp_extract.extract.rule import Example, Rule

_NOT_VERBS = frozenset(
    "a all an any be date each have its my our that the their this work’s".split()
)

# "Officers work alongside a team to": a plural that does something, and is directed to nothing.
_DO = re.compile(
    r"\b[a-z]+s\s(?:work|meet|attend|visit|carry|need|have|use|help|aim)\b", re.IGNORECASE
)
_MAIN = re.compile(r"\s(?:is|are|was|were|has|had|will)\s")
_RELATIVE = re.compile(
    r"\b(?:which|that|who|whom|if|what|how|when|where|whether|why|as|once|before|after|until"
    r"|because|and|so)\b|[,;:]"
)
_FINITE = re.compile(
    r"\b(?:has|have|had|is|are|was|were|will|would|could|should|might|may|can|been|continues?"
    r"|which|who|that|able|need|needs|requires?|allows?|enables?|expects?|asks?|invites?"
    r"|[a-z]{3,15}ed)\b"
)


def _continues(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the act that somebody continues."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or not clause.subject.can_promise:
        return None
    return active(sentence, match.start(), match["verb"], match.end(), ONGOING)


def _continues_something(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the work that somebody continues, named by its noun."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or not clause.subject.can_promise:
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    return Promise(f"continue {rest}", clause.subject.owner, *ONGOING, clause.span)


def _work_continues(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the work that continues."""
    clause = clause_of(sentence, match.end("what"), match.end())
    if clause is None:
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    return Promise(f"continue {match['what']} {rest}", "", *ONGOING, clause.span)


def _is_doing(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the act under way whose result is still to come."""
    verb = base_of(match["ing"])
    clause = clause_of(sentence, match.start(), match.end())
    is_under_way = verb in lexicon().under_way or " process of " in match[0]
    if not is_under_way or clause is None or not clause.subject.can_promise:
        return None
    return active(sentence, match.start(), verb, match.end(), ONGOING)


def _is_being_done(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what is being prepared."""
    if base_of(match["part"]) not in lexicon().under_way:
        return None
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or clause.subject.kind is SubjectKind.PRONOUN:
        return None
    return passive(sentence, match.start(), match["part"], match.end(), ONGOING)


def _somebody_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what a note of an action directs somebody to do."""
    who = match["who"].removeprefix("For ")
    told = _MAIN.search(sentence.text, match.end())
    if told and not _RELATIVE.search(sentence.text, match.end(), told.start()):
        return None  # what somebody has to do, and what is said of it
    if (
        _FINITE.search(who)
        or who.startswith(("To ", "We ", "I ", "You "))
        or (match["verb"] == "end" and DATED.match(sentence.text, match.end() + 1))
        or not (match["initials"] or is_somebody(who))
        or match["verb"] in _NOT_VERBS
        or _DO.search(who)
        or sentence.text[match.start("verb") :].rstrip(" .") == "action"
    ):
        return None
    clause = clause_of(sentence, match.end("who"), match.end())
    if clause is None:
        return None
    manner: Manner = REQUESTED if match["action"] else DIRECTED
    manner = CONTINUED if match["verb"] == "continue" else manner
    rest = without_date(sentence.text[match.end() : clause.span.end])
    span = trimmed(sentence.text, match.start("who"), clause.span.end)
    return Promise(f"{match['verb']} {rest}", owner_of(who), *manner, span)


def _action(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the act after the word ACTION, unless it is said who is to do it."""
    who = re.match(r"[^.;:,]{1,70}?(?=\sto\s[a-z])", match["act"])
    if who and (is_somebody(who[0]) or who[0].isupper()):
        return None
    span = trimmed(sentence.text, match.start("act"), len(sentence.text))
    act = sentence.text[slice(*span)]
    if is_somebody(act):
        return None  # who is to do what was told before
    by = _IN_BRACKETS.search(act)
    if by is None or not is_somebody(by["who"]):
        return Promise(without_date(act), "", *REQUESTED, span)
    return Promise(without_date(act[: by.start()]), by["who"], *REQUESTED, span)


# "ACTION: send the map (Head of Safety)".
_IN_BRACKETS = re.compile(r"\s\((?:[Aa]ction:?\s)?(?P<who>[^()]{2,80})\)$")


def _to_be_done(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what a note says is to be done."""
    clause = clause_of(sentence, match.start(), match.end())
    verb = base_of(match["part"])
    if (
        clause is None
        or not is_participle(match["part"])
        or verb in {*lexicon().fates, "confirm", "agree"}
    ):
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    return Promise(f"{verb} {rest}".strip(), "", *DIRECTED, clause.span)


RULES: tuple[Rule[Sentence, Promise], ...] = (
    Rule(
        name="somebody to do",
        pattern=re.compile(
            r"(?:^(?P<action>(?:ACTION|Action)\b[^A-Za-z]{1,8})|^|(?<=[:;]\s)|(?<=\d\s)|(?<=[–-]\s))(?P<who>(?P<initials>[A-Z]{2,3}(?:\s?/\s?[A-Z]{2,3})*)"
            r"|(?:The\s|the\s|All\s)?[A-Z][^.;:,]{1,70}?)\sto\s(?P<verb>[a-z-]+)\b"
            r"(?!\s(?:is|are|was|were)\b)"
        ),
        value=_somebody_to,
        examples=(
            Example(
                "[[Officers to circulate the dashboard by 3 May 2021]].",
                "Officers: circulate the dashboard (planned)",
            ),
            Example(
                "ACTION: [[Chief Inspector to bring figures to the next meeting]]",
                "Chief Inspector: bring figures to the next meeting (requested)",
            ),
            Example(
                "[[For the Committee to look at the work of the Partnership]]",
                "Committee: look at the work of the Partnership (planned)",
            ),
            Example(
                "[[Wardens to continue to patrol the marina]]",
                "Wardens: continue to patrol the marina (ongoing)",
            ),
        ),
        refuses=(
            "Report of the Chief Executive to the Cabinet.",
            "Access to services was discussed.",
            "To tell members of the season and to put the figures before them.",
            "Six officers and a leader would patrol from 2pm to midnight.",
        ),
    ),
    Rule(
        name="to be done",
        pattern=re.compile(r"^To\sbe\s(?:[a-z]+ly\s)?(?P<part>[a-z-]+)\b"),
        value=_to_be_done,
        examples=(
            Example(
                "[[To be presented to the board in May 2020]].",
                "-: present to the board (planned)",
            ),
            Example("[[To be reviewed annually]]", "-: review annually (planned)"),
        ),
        refuses=("To be confirmed",),
    ),
    Rule(
        name="action noted",
        pattern=re.compile(
            r"^(?:ACTION|Action)(?:\s(?:point|POINT))?(?:\s?\d+(?:\.\d+)*)?\s?[:–-]\s?(?P<act>[A-Z][a-z]+\s\w.+)",
            re.DOTALL,
        ),
        value=_action,
        examples=(
            Example(
                "ACTION: [[Circulate the slides to all members]].",
                "-: Circulate the slides to all members (requested)",
            ),
            Example("Action 4: [[Write to the operator]].", "-: Write to the operator (requested)"),
        ),
        refuses=("Action was taken to close the club.",),
    ),
    Rule(
        name="continues to do",
        pattern=re.compile(
            rf"\b(?:continues?|is\scontinuing|are\scontinuing)\sto\s{ADVERB}(?P<verb>(?!be\b|have\b)[a-z-]+)\b"
        ),
        value=_continues,
        examples=(
            Example(
                "[[Officers continue to meet landlords]].", "Officers: meet landlords (ongoing)"
            ),
            Example(
                "[[The Safer Tarn Partnership continues to run street surgeries]], which work.",
                "Safer Tarn Partnership: run street surgeries (ongoing)",
            ),
        ),
        refuses=("Burglary continues to fall.", "The force continues to be stretched."),
    ),
    Rule(
        name="continues something",
        pattern=re.compile(
            r"\b(?P<verb>continues?)\s(?=(?:their|its|our|his|her)\s[a-z]|with\s(?:the|its|their|our)\s)"
        ),
        value=_continues_something,
        examples=(
            Example(
                "[[The volunteers continue their patrols]].",
                "volunteers: continue their patrols (ongoing)",
            ),
            Example(
                "[[Officers continue with the review of signs]].",
                "Officers: continue with the review of signs (ongoing)",
            ),
        ),
        refuses=("Crime continues its fall.",),
    ),
    Rule(
        name="work continues",
        pattern=re.compile(
            r"\b(?P<what>(?:[Tt]he\s)?[Ww]orks?)\scontinues?\s(?=(?:on|to|with|around|in)\s)"
        ),
        value=_work_continues,
        examples=(
            Example(
                "[[Work continues on the bridge]].", "-: continue Work on the bridge (ongoing)"
            ),
            Example(
                "[[The work continues with local schools]].",
                "-: continue The work with local schools (ongoing)",
            ),
        ),
        refuses=("The fall continues in all wards.",),
    ),
    Rule(
        name="is currently doing",
        pattern=re.compile(
            r"\b(?:is|are)\s(?:(?:currently|now|actively|presently|also)\s){0,2}"
            r"(?:in\sthe\sprocess\sof\s)?(?P<ing>(?!being|working|looking\sforward)[a-z]+ing|working(?=[^.;]{0,90}\sto\s[a-z]))\b"
        ),
        value=_is_doing,
        examples=(
            Example(
                "[[The Council is currently reviewing its parking orders]].",
                "Council: review its parking orders (ongoing)",
            ),
            Example(
                "[[Officers are now drafting a charter]].", "Officers: draft a charter (ongoing)"
            ),
            Example(
                "[[The team is in the process of moving its desks]].",
                "team: move its desks (ongoing)",
            ),
        ),
        refuses=("The trend is currently rising.", "The Council was reviewing its orders."),
    ),
    Rule(
        name="is being done",
        pattern=re.compile(
            r"\b(?:is|are)\s(?:currently\s|now\s|also\s)?being\s(?P<part>[a-z-]+)\b"
        ),
        value=_is_being_done,
        examples=(
            Example(
                "[[A new protocol is being drafted by the licensing team]].",
                "licensing team: draft a new protocol (ongoing)",
            ),
            Example("[[Two bids are currently being prepared]].", "-: prepare Two bids (ongoing)"),
        ),
        refuses=("The club is being closely watched.", "Damage was being reviewed."),
    ),
)
