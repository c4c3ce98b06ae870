"""Promises by a verb or noun of planning: "plans to", "is scheduled for", "it is proposed to"."""

import re

from csp_extract.extract.commitments.acts import (
    MONTH,
    NO_VERB,
    WHEN,
    Manner,
    Sentence,
    active,
    clause_of,
    passive,
    without_date,
)
from csp_extract.extract.commitments.manners import (
    EXPECTED,
    INTENDED,
    ONGOING,
    PLANNED,
    RECOMMENDED,
    REQUESTED,
)
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.subjects import SubjectKind, is_somebody, owner_of
from csp_extract.extract.commitments.verbs import base_of, is_participle, singular_off
from csp_extract.extract.commitments.will import ADVERB
from csp_extract.extract.rule import Example, Rule

_BE = r"(?:is|are|am|has been|have been)\s(?:now\s|also\s|currently\s|still\s|provisionally\s)?"
_TO = rf"to\s{ADVERB}(?:be\s{ADVERB}(?P<part>[a-z-]+)|(?P<verb>(?!be\b|have\b)[a-z-]+))\b"
_FIRM = "programmed|scheduled|timetabled|planned|due|booked|set|arranged|earmarked"
_HELD = re.compile(
    r"\b(?:meeting|event|conference|session|workshop|day|week|course|exercise|visit|seminar"
    r"|consultation|forum|summit|fair|surgery)s?$",
    re.IGNORECASE,
)
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
_THERE_ARE = re.compile(
    r"\b(?:there (?:are|is)|has|have|with) (?:also |now |further )?$", re.IGNORECASE
)
_DATE_AHEAD = (
    r"(?=(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s|early\s|mid|late|next\s|spring"
    rf"|summer|autumn|winter|{MONTH}|20\d\d|Q[1-4]|end\s))"
)


def _is_planned_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what is planned, due or expected to be done, or to come to pass."""
    manner = _MANNERS.get(match["how"].lower(), PLANNED)
    if match["part"]:
        return passive(sentence, match.start(), match["part"], match.end(), manner)
    return active(sentence, match.start(), match["verb"], match.end(), manner)


def _is_scheduled_for(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what is scheduled: a meeting is held, anything else is what the participle says."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or clause.subject.kind is not SubjectKind.THING:
        return None
    words = clause.subject.words
    verb = "complete" if match["how"] in {"due", "set"} else base_of(match["how"])
    verb = "hold" if _HELD.search(words.split(" of ")[0]) else verb
    rest = without_date(sentence.text[match.end("how") : clause.span.end])
    rest = (
        ""
        if rest in {"for", "on", "in", "to"}
        else re.sub(rf"^(?:for|on|in)\s{WHEN},?\s?", "", rest)
    )
    return Promise(f"{verb} {words} {rest}".strip(), "", *PLANNED, clause.span)


def _plans_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody plans to do; a thing that "aims to" only tells its purpose."""
    is_firm = match["how"].lower().startswith(("plan", "going", "prepar"))
    return _by_somebody(match, sentence, PLANNED if is_firm else INTENDED)


def _has_agreed_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody has bound itself to do."""
    return _by_somebody(match, sentence, PLANNED)


def _by_somebody(match: re.Match[str], sentence: Sentence, manner: Manner) -> Promise | None:
    """Return the act if its subject is somebody."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or not clause.subject.can_promise:
        return None
    doing = match.groupdict().get("ing")
    verb = base_of(doing) if doing else match["verb"]
    return active(sentence, match.start(), verb, match.end(), manner)


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


def _launches_on(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody is doing on a day; that the day is to come, the dates must say."""
    return active(sentence, match.start(), base_of(match["ing"]), match.end("ing"), PLANNED)


def _next_is_on(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the next of a row of meetings or events."""
    clause = clause_of(sentence, match.end("what"), match.end())
    if clause is None:
        return None
    return Promise(f"hold {match['what']}", "", *PLANNED, clause.span)


def _is_asked_to(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody is asked to do; to note or to receive is no act."""
    if match["verb"] in {"note", "receive", "consider", "comment", "be", "read"}:
        return None
    manner = RECOMMENDED if match["how"] == "recommended" else REQUESTED
    return _by_somebody(match, sentence, manner)


def _it_is_proposed_that(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the act of a proposal in the subjunctive: "that the group meets", "be disbanded"."""
    clause = clause_of(sentence, match.start(), match.end())
    manner = _MANNERS.get(match["how"].lower(), PLANNED)
    if clause is None:
        return None
    rest = without_date(sentence.text[match.end() : clause.span.end])
    if match["part"]:
        if not is_participle(match["part"]) or base_of(match["part"]) == "note":
            return None
        return Promise(
            f"{base_of(match['part'])} {match['what']}{rest}".strip(), "", *manner, clause.span
        )
    if not is_somebody(match["who"]) or match["verb"] in NO_VERB:
        return None
    verb = singular_off(match["verb"])
    return Promise(f"{verb} {rest}", owner_of(match["who"]), *manner, clause.span)


def _opens_on(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what comes to pass on a day; that the day is to come, the dates must say."""
    verb = {"goes live": "go", "takes place": "take"}.get(match["verb"])
    if verb is not None:
        return active(sentence, match.start(), verb, match.start() + len(verb) + 2, PLANNED)
    verb_end = match.end("verb")
    return active(sentence, match.start(), singular_off(match["verb"]), verb_end, PLANNED)


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
            r"|suggested)"
            r" that (?:(?P<what>(?:[\w’'-]+ ){1,10}?)be (?P<part>[a-z-]+)"
            r"|(?P<who>(?:[\w’'-]+ ){1,8}?)(?P<verb>(?!will|shall|is|are|to|be)[a-z]+)(?<=s))\b"
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
        name="is scheduled for",
        pattern=re.compile(
            rf"\b{_BE}(?P<how>{_FIRM})\s(?:(?:for|on|in|during|from)\s)?(?:the\s)?{_DATE_AHEAD}"
        ),
        value=_is_scheduled_for,
        examples=(
            Example(
                "The forum met in May and [[the next meeting is scheduled for 12 September 2019]].",
                "-: hold the next meeting (planned)",
            ),
            Example(
                "[[A refresh of the website is planned for spring 2020]].",
                "-: plan A refresh of the website (planned)",
            ),
        ),
        refuses=("The next meeting was scheduled for 12 May 2019.",),
    ),
    Rule(
        name="is planned to",
        pattern=re.compile(
            rf"\b{_BE}(?P<how>{_FIRM}|expected|anticipated|envisaged|hoped|intended"
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
        ),
        refuses=(
            "Demand is expected to increase.",
            "The contract was due to be awarded in June.",
        ),
    ),
    Rule(
        name="plans to",
        pattern=re.compile(
            rf"\b(?:(?:is|are)\s{ADVERB})?(?P<how>plans?|planning|aims?|aiming|intends?|intending"
            r"|proposes?|proposing|hopes?|hoping|seeks?|seeking|looking|wish(?:es)?|going"
            r"|preparing)"
            rf"\sto\s{ADVERB}(?:be\s(?P<ing>[a-z]+ing)|(?P<verb>(?!be\b|have\b)[a-z-]+))\b"
        ),
        value=_plans_to,
        examples=(
            Example(
                "[[The Partnership plans to open a second hub]] so that visits are shorter.",
                "Partnership: open a second hub (planned)",
            ),
            Example(
                "[[Officers are looking to recruit three volunteers by May 2021]].",
                "Officers: recruit three volunteers (planned)",
            ),
        ),
        refuses=("The project aims to reduce harm.", "The board had planned to meet in May."),
    ),
    Rule(
        name="has agreed to",
        pattern=re.compile(
            r"\b(?:has|have)\s(?:also\s|now\s|since\s)?(?:agreed|committed|pledged|undertaken"
            r"|offered"
            rf"|promised|decided)\s(?:itself\s)?to\s{ADVERB}(?P<verb>(?!be\b|have\b)[a-z-]+)\b"
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
        ),
        refuses=("The board had agreed to fund a nurse.",),
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
    Rule(
        name="next meeting is on",
        pattern=re.compile(
            r"\b(?P<what>[Tt]he\snext\s(?:[\w’'-]+\s){0,6}?(?:meeting|event|session|forum"
            r"|conference"
            r"|review|workshop))\s(?:is|takes\splace|is\sto\stake\splace|will\sbe"
            r"|will\stake\splace)"
            rf"\s(?:on|in|at)\s(?:the\s)?{_DATE_AHEAD}"
        ),
        value=_next_is_on,
        examples=(
            Example(
                "[[The next meeting is on 3 March 2020]].", "-: hold The next meeting (planned)"
            ),
            Example(
                "[[The next public forum takes place in May]].",
                "-: hold The next public forum (planned)",
            ),
        ),
        refuses=("The next meeting was on 3 March 2020.",),
    ),
    Rule(
        name="doing on a day to come",
        pattern=re.compile(
            r"\b(?:is|are)\s(?:also\s)?(?P<ing>(?!being|going|having|taking)[a-z]+ing)\b"
            rf"(?=[^.;]{{0,120}}?\s(?:on|in|during|from)\s{_DATE_AHEAD})"
        ),
        value=_launches_on,
        examples=(
            Example(
                "[[Tarn Police is hosting a youth summit on 4 May 2021]].",
                "Tarn Police: host a youth summit (planned)",
            ),
            Example(
                "[[The council is opening a new kiosk in June 2021]].",
                "council: open a new kiosk (planned)",
            ),
        ),
        refuses=("The council was opening a kiosk on 4 May 2021.",),
    ),
    Rule(
        name="opens on a day to come",
        pattern=re.compile(
            r"\b(?P<verb>opens|closes|begins|starts|commences|ends|launches|concludes|reopens"
            r"|goes\slive"
            rf"|takes\splace)\s(?:on|in|from|at)\s(?:the\s)?{_DATE_AHEAD}"
        ),
        value=_opens_on,
        examples=(
            Example("[[The survey closes on 30 April 2019]].", "-: close the survey (planned)"),
            Example("[[A new course starts in May]].", "-: start a new course (planned)"),
        ),
        refuses=("The survey closed on 30 April 2019.",),
    ),
    Rule(
        name="agreed to",
        pattern=re.compile(rf"\bagreed\sto\s{ADVERB}(?P<verb>(?!be\b|have\b)[a-z-]+)\b"),
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
        ),
        refuses=("Agreed to differ.",),
    ),
)
