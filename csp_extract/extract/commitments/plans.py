"""Promises by a verb or noun of planning: "plans to", "is due to", "it is proposed to"."""

import re
from dataclasses import replace

from csp_extract.extract.commitments.acts import (
    IS_RUN,
    NO_VERB,
    Clause,
    Sentence,
    active,
    clause_of,
    passive,
)
from csp_extract.extract.commitments.asked import act_of
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.manners import (
    EXPECTED,
    INTENDED,
    ONGOING,
    PLANNED,
    RECOMMENDED,
    WILL,
)
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.schedule import BE, FIRM
from csp_extract.extract.commitments.subjects import SubjectKind, owner_of
from csp_extract.extract.commitments.undertakings import by_somebody
from csp_extract.extract.commitments.verbs import base_of
from csp_extract.extract.commitments.when import DATED, without_date
from csp_extract.extract.commitments.will import ADVERB
from csp_extract.extract.rule import Example, Rule

_TO = rf"to\s{ADVERB}(?:be\s{ADVERB}(?P<part>[a-z-]+)|(?P<verb>(?!be\b|have\b)[a-z-]+))\b"
_MANNERS = {
    "expected": EXPECTED,
    "anticipated": EXPECTED,
    "envisaged": EXPECTED,
    "hoped": EXPECTED,
    "intended": INTENDED,
    "proposed": INTENDED,
    "recommended": RECOMMENDED,
    "suggested": INTENDED,
}
_BY_WORD = {"going": WILL, "expects": EXPECTED, "expect": EXPECTED}
# Only somebody plans, intends or hopes: a name before these is a body's, known or not.
_ANIMATE = frozenset("plan plans planning intend intends intending hope hopes hoping means".split())
_NAMED = re.compile(r"(?:[A-Z][\w’'&-]*\s?(?:of\s|and\s|for\s)?){1,6}")
# What the rules of "will" and "is to" read; "can" before the act is no more than a hope for it.
_AUXILIARY = re.compile(r"[^,;]{1,120}?\s(?:will|shall|is to|are to)\s")
_CAN = re.compile(r"\s(?:can|could|may|might|should)(?=\s)")
_THERE_ARE = re.compile(
    r"\b(?:there (?:are|is)|has|have|with) (?:also |now |further )?$", re.IGNORECASE
)


def _is_planned_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what is planned, due or expected to be done, or to come to pass."""
    manner = _MANNERS.get(match["how"].lower(), PLANNED)
    if match["part"]:
        return passive(sentence, match.start(), match["part"], match.end(), manner)
    return active(sentence, match.start(), match["verb"], match.end(), manner)


def _plans_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody plans to do; a thing that "aims to" only tells its purpose."""
    how = match["how"].lower()
    manner = PLANNED if how.startswith(("plan", "prepar")) else INTENDED
    manner = _BY_WORD.get(how, manner)
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None:
        return None
    is_named = _NAMED.fullmatch(re.sub(r"^[Tt]he ", "", clause.subject.words))
    is_name = clause.subject.kind is SubjectKind.THING and bool(is_named)
    if _is_run_by_a_day(clause, sentence.text[match.end() : clause.span.end], match["verb"] or ""):
        rest = without_date(sentence.text[match.end() : clause.span.end])
        owner = clause.subject.owner or owner_of(clause.subject.words)
        return Promise(f"{match['verb']} {rest}".strip(), owner, *manner, clause.span)
    if is_name and how in _ANIMATE:
        doing = match["ing"]
        verb = base_of(doing) if doing else match["verb"]
        rest = without_date(sentence.text[match.end() : clause.span.end])
        is_act = verb not in {*NO_VERB, *lexicon().states}
        owner = owner_of(clause.subject.words)
        return Promise(f"{verb} {rest}".strip(), owner, *manner, clause.span) if is_act else None
    return by_somebody(match, sentence, manner)


def _is_run_by_a_day(clause: Clause, rest: str, verb: str) -> bool:
    """Return whether a clause says what a project means to do by a day, or somebody to have."""
    if not DATED.search(rest):
        return False
    if verb == "have":
        return clause.subject.can_promise
    is_project = clause.subject.kind is SubjectKind.THING and IS_RUN.search(clause.subject.words)
    return bool(is_project) and bool(verb) and verb not in {*lexicon().states, *lexicon().fates}


def _it_is_proposed_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what an impersonal "it is proposed to" puts forward."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or match["verb"] in {"note", "be"}:
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    manner = _MANNERS.get(match["how"].lower(), PLANNED)
    return Promise(f"{match['verb']} {rest}", "", *manner, clause.span)


def _plans_in_place(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what plans or work under way are to bring about."""
    clause = clause_of(sentence, match.start("noun"), match.end())
    is_said = match["state"] or _THERE_ARE.search(sentence.text, 0, match.start())
    if clause is None or not is_said or match["verb"] in NO_VERB:
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    is_work = match["noun"].lower().startswith(("work", "discussion", "negotiation"))
    manner = ONGOING if is_work else PLANNED
    return Promise(f"{match['verb']} {rest}", clause.subject.owner, *manner, clause.span)


def _it_is_proposed_that(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the act of a proposal: "that the group meets", "it be disbanded", "can be done"."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None:
        return None
    words = sentence.text[match.end() : clause.span.end]
    if _AUXILIARY.match(words):
        return None
    manner = _MANNERS.get(match["how"].lower(), PLANNED)
    asked = act_of("that " + _CAN.sub("", words, count=1), "", manner)
    return replace(asked, clause=clause.span) if asked else None


RULES: tuple[Rule[Sentence, Promise], ...] = (
    Rule(
        name="it is proposed to",
        pattern=re.compile(
            rf"\b[Ii]t is (?:[a-z]+ly |also |therefore |now )?(?P<how>proposed|planned|intended"
            rf"|hoped"
            rf"|anticipated|recommended|suggested|envisaged) to {ADVERB}(?P<verb>[a-z-]+)\b"
        ),
        value=_it_is_proposed_to,
        examples=(
            Example(
                "[[It is proposed to extend the scheme to Westbrook]].",
                "-: extend the scheme to Westbrook (planned)",
            ),
            Example("[[It is hoped to appoint a lead by July]].", "-: appoint a lead (expected)"),
        ),
        refuses=("It was hoped to appoint a lead.",),
    ),
    Rule(
        name="it is proposed that",
        pattern=re.compile(
            r"\b[Ii]t is (?:[a-z]+ly |also |therefore |now )?(?P<how>proposed|planned|intended"
            r"|suggested|hoped|expected|anticipated)"
            r" that (?=[\w’'(])"
        ),
        value=_it_is_proposed_that,
        examples=(
            Example(
                "[[It is proposed that the steering group meets monthly]].",
                "steering group: meet monthly (planned)",
            ),
            Example(
                "[[It is suggested that the old signs be removed]].",
                "-: remove the old signs (planned)",
            ),
        ),
        refuses=("It was proposed that the group meets monthly.",),
    ),
    Rule(
        name="is planned to",
        pattern=re.compile(
            rf"\b{BE}(?P<how>{FIRM}|expected|anticipated|envisaged|hoped|intended"
            rf"|proposed)\s{_TO}"
        ),
        value=_is_planned_to,
        examples=(
            Example(
                "[[The contract is expected to be awarded in June]].",
                "-: award the contract (expected)",
            ),
            Example(
                "[[Rangers are due to start patrols on 3 May 2022]].",
                "Rangers: start patrols (planned)",
            ),
            Example(
                "[[The audit is on course to be finished by May]].", "-: finish the audit (planned)"
            ),
        ),
        refuses=(
            "Demand is expected to increase.",
            "The contract was due to be awarded in June.",
        ),
    ),
    Rule(
        name="plans to",
        pattern=re.compile(
            rf"\b(?:(?:is|are)\s{ADVERB})?(?P<how>(?<!\b[Aa] )(?<!\b[Tt]he )(?<!\bour )plans?"
            r"|planning|aims?|aiming|intends?|intending"
            r"|proposes?|proposing|hopes?|hoping|expects?|means?|undertakes?|promises|pledges|seeks?|seeking|trying|looking|wish(?:es)?|going"
            r"|preparing)"
            rf"\sto\s{ADVERB}(?:be\s(?P<ing>[a-z]+ing)|(?P<verb>(?!be\b)[a-z-]+))\b"
        ),
        value=_plans_to,
        examples=(
            Example(
                "[[The Partnership plans to open a second hub]] so that visits are shorter.",
                "Partnership: open a second hub (planned)",
            ),
            Example(
                "[[The project aims to reach 40 tenants by May 2021]].",
                "project: reach 40 tenants (planned)",
            ),
            Example(
                "[[Officers are looking to recruit three volunteers by May 2021]].",
                "Officers: recruit three volunteers (planned)",
            ),
        ),
        refuses=("The project aims to reduce harm.", "The board had planned to meet in May."),
    ),
    Rule(
        name="plans are in place to",
        pattern=re.compile(
            r"(?<!\bno )(?<!\bany )\b(?P<noun>[Pp]lans|[Aa]rrangements|[Pp]reparations"
            r"|[Pp]roposals|[Dd]iscussions"
            r"|[Nn]egotiations|[Ww]ork)\s(?P<state>(?:is|are|has|have)\s(?:now\s|also\s"
            r"|currently\s|already\s)?"
            r"(?:in\splace|under\s?way|in\shand|ongoing|on-going|being\smade|being\sdeveloped|begun"
            r"|started|commenced|in\sprogress|continuing|taking\splace)\s)?"
            rf"to\s{ADVERB}(?P<verb>(?!be\b|have\b)[a-z-]+)\b"
        ),
        value=_plans_in_place,
        examples=(
            Example(
                "[[Plans are in place to train all door staff by October 2019]].",
                "-: train all door staff (planned)",
            ),
            Example(
                "[[Work is under way to map the footpaths]].", "-: map the footpaths (ongoing)"
            ),
        ),
        refuses=("Work was under way to map the footpaths.",),
    ),
)
