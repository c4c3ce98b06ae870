"""Promises by a day in the calendar: "is scheduled for", "opens on", "the next meeting is on"."""

import re

from csp_extract.extract.commitments.acts import (
    MONTH,
    WHEN,
    Sentence,
    active,
    clause_of,
    without_date,
)
from csp_extract.extract.commitments.manners import PLANNED
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.subjects import SubjectKind
from csp_extract.extract.commitments.verbs import base_of, singular_off
from csp_extract.extract.rule import Example, Rule

BE = r"(?:is|are|am|has been|have been)\s(?:now\s|also\s|currently\s|still\s|provisionally\s)?"
FIRM = "programmed|scheduled|timetabled|planned|due|booked|set|arranged|earmarked"
_HELD = re.compile(
    r"\b(?:meeting|event|conference|session|workshop|day|week|course|exercise|visit|seminar"
    r"|consultation|forum|summit|fair|surgery)s?$",
    re.IGNORECASE,
)
_DATE_AHEAD = (
    r"(?=(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s|early\s|mid|late|next\s|spring"
    rf"|summer|autumn|winter|{MONTH}|20\d\d|Q[1-4]|end\s))"
)


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


def _next_is_on(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return the next of a row of meetings or events."""
    clause = clause_of(sentence, match.end("what"), match.end())
    if clause is None:
        return None
    return Promise(f"hold {match['what']}", "", *PLANNED, clause.span)


def _launches_on(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what somebody is doing on a day; that the day is to come, the dates must say."""
    return active(sentence, match.start(), base_of(match["ing"]), match.end("ing"), PLANNED)


def _opens_on(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what comes to pass on a day; that the day is to come, the dates must say."""
    verb = {"goes live": "go", "takes place": "take"}.get(match["verb"])
    if verb is not None:
        return active(sentence, match.start(), verb, match.start() + len(verb) + 2, PLANNED)
    verb_end = match.end("verb")
    return active(sentence, match.start(), singular_off(match["verb"]), verb_end, PLANNED)


RULES: tuple[Rule[Sentence, Promise], ...] = (
    Rule(
        name="is scheduled for",
        pattern=re.compile(
            rf"\b{BE}(?P<how>{FIRM})\s(?:(?:for|on|in|during|from)\s)?(?:the\s)?{_DATE_AHEAD}"
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
            r"\b(?:is|are)\s(?:also\s)?(?P<ing>(?!being|going|having|taking)[a-z]+ing)\b(?!\sto\s)"
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
)
