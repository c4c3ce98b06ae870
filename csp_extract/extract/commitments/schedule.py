"""Promises by a day in the calendar: "is scheduled for", "opens on", "the next meeting is on"."""

import re

from csp_extract.extract.commitments.acts import EFFECT, Sentence, active, clause_of
from csp_extract.extract.commitments.manners import EXPECTED, PLANNED, WILL
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.subjects import SubjectKind
from csp_extract.extract.commitments.verbs import base_of, singular_off
from csp_extract.extract.commitments.when import MONTH, WHEN, without_date
from csp_extract.extract.found import Span
from csp_extract.extract.rule import Example, Rule

BE = r"(?:is|are|am|has been|have been)\s(?:now\s|also\s|currently\s|still\s|provisionally\s)?"
FIRM = (
    r"programmed|scheduled|timetabled|planned|due|booked|set|arranged|rearranged|pencilled\sin"
    r"|earmarked|on\s(?:track|course|schedule|target)"
)
_HELD = re.compile(
    r"\b(?:meeting|event|conference|session|workshop|day|week|course|exercise|visit|seminar"
    r"|consultation|forum|summit|fair|surgery)s?$",
    re.IGNORECASE,
)
DATE_AHEAD = (
    r"(?=(?:the\s)?(?:(?:new|coming|beginning\sof|middle\sof|start\sof)\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s"
    r"|early\s|mid|late|next\s|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Christmas|Easter|year\b"
    rf"|{MONTH}|20\d\d|Q[1-4]|[Qq]uarter\s|end\s|w/c\s|week\s(?:commencing|beginning|of)\b"
    r"|(?:first|second|third|fourth|last)\s(?:week|quarter|half|fortnight)"
    r"|(?:nights?|mornings?|afternoons?|evenings?|weekends?|days)\sof\s"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\s\d))"
)
_DATE_AHEAD = DATE_AHEAD
# What runs out by itself: "my term of office ends in May".
_LAPSES = re.compile(
    r"\b(?:term|contract|funding|grant|order|lease|licence|tenancy|agreement|programme|secondment|year)s?\b"
)
# A plan "runs" for the years it covers.
_COVERS = re.compile(r"\b(?:plan|strategy|agreement|framework|order)\b|^it$", re.IGNORECASE)
_PURPOSE = r"(?:for\s(?:the\s)?(?:(?!by\b|on\b)[\w’'-]+\s){1,7}?(?:by|in|on|at|before)\s)?"


def _is_scheduled_for(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what is scheduled: a meeting is held, anything else is what the participle says."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or clause.subject.kind not in {SubjectKind.THING, SubjectKind.PRONOUN}:
        return None
    is_named = clause.subject.kind is SubjectKind.THING
    words = clause.subject.words if is_named else ""
    verb = "complete" if match["how"] in {"due", "set"} else base_of(match["how"])
    verb = "hold" if _HELD.search(words.split(" of ")[0]) else verb
    rest = without_date(sentence.text[match.end("how") : clause.span.end])
    rest = (
        ""
        if rest in {"for", "on", "in", "to"}
        else re.sub(rf"^(?:for|on|in)\s{WHEN},?\s?", "", rest)
    )
    return Promise(f"{verb} {words} {rest}".strip(), "", *PLANNED, clause.span)


def _is_expected_by(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what is expected by a day, in the words of the clause."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or clause.subject.kind is not SubjectKind.THING:
        return None
    words = clause.subject.words
    return None if EFFECT.search(words) else Promise(words, "", *EXPECTED, clause.span)


def _will_be_on(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what will be held on a day."""
    clause = clause_of(sentence, match.start(), match.end())
    if clause is None or clause.subject.kind is not SubjectKind.THING:
        return None
    words = clause.subject.words
    is_held = _HELD.search(words) or re.search(
        r"\b(?:next|first|last|second)$|(?<!^)\b[A-Z]", words
    )
    if not is_held or EFFECT.search(words):
        return None
    return Promise(f"hold {_lowered(words)}", "", *WILL, clause.span)


def _there_will_be(match: re.Match[str], sentence: Sentence) -> Promise | None:
    """Return what there will be on a day."""
    clause = clause_of(sentence, match.start("will"), match.end())
    if clause is None or EFFECT.search(match["what"]):
        return None
    span = Span(match.start(), clause.span.end)
    return Promise(f"hold {match['what']}", "", *WILL, span)


def _lowered(words: str) -> str:
    """Return a subject without the capital of its article."""
    return words[0].lower() + words[1:] if words.startswith(("The ", "A ", "An ")) else words


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
    clause = clause_of(sentence, match.start(), match.end())
    is_law = match["verb"] in {"comes", "takes effect"}
    if clause is None or (_LAPSES.search(clause.subject.words) and not is_law):
        return None
    if match["verb"] == "runs" and _COVERS.search(clause.subject.words):
        return None
    verb = {"goes live": "go", "takes place": "take", "takes effect": "take"}.get(match["verb"])
    if verb is not None:
        return active(sentence, match.start(), verb, match.start() + len(verb) + 2, PLANNED)
    base = {"goes": "go", "launches": "launch", "closes": "close"}.get(match["verb"])
    base = base or singular_off(match["verb"])
    return active(sentence, match.start(), base, match.end("verb"), PLANNED)


RULES: tuple[Rule[Sentence, Promise], ...] = (
    Rule(
        name="is scheduled for",
        pattern=re.compile(
            rf"\b{BE}(?P<how>{FIRM}|proposed)\s(?:{_PURPOSE}|(?:for|on|in|during|from|by|before)\s)?(?:the\s)?"
            rf"{_DATE_AHEAD}"
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
        name="is expected by",
        pattern=re.compile(
            rf"\b{BE}(?P<how>expected|anticipated|hoped\sfor|awaited|envisaged|predicted|forecast|projected)\s(?:back\s)?"
            rf"(?:by|in|on|before|during|from|for|at)\s(?:the\s)?{_DATE_AHEAD}"
        ),
        value=_is_expected_by,
        examples=(
            Example("[[A decision is expected in March]].", "-: A decision (expected)"),
            Example(
                "[[A third fair is hoped for in the spring of 2022]].", "-: A third fair (expected)"
            ),
        ),
        refuses=("A rise is expected in March.", "A decision was expected in March."),
    ),
    Rule(
        name="will be on a day",
        pattern=re.compile(
            rf"\b(?P<will>will\s(?:now\s|next\s|also\s)?be)\s(?:held\s)?(?:on|from|in"
            rf"\s[A-Z][\w’'-]+\son)\s(?:the\s)?{_DATE_AHEAD}"
        ),
        value=_will_be_on,
        examples=(
            Example("[[The fun day will be on 4 June 2022]].", "-: hold the fun day (will)"),
            Example("[[The next will be on Thurs 5 May]].", "-: hold the next (will)"),
        ),
        refuses=("The fees will be from 10 to 20 pounds.",),
    ),
    Rule(
        name="is on a day",
        pattern=re.compile(
            rf"\b(?P<will>is)\s(?:on|in\s[A-Z][\w’'-]+\son)\s(?:the\s)?{_DATE_AHEAD}"
        ),
        value=_will_be_on,
        examples=(
            Example("[[The next is on 14 September 2022]].", "-: hold the next (will)"),
            Example("[[Safer Tarn Day is on Thurs 6 October]].", "-: hold Safer Tarn Day (will)"),
        ),
        refuses=("The focus is on 2022 alone.",),
    ),
    Rule(
        name="there will be",
        pattern=re.compile(
            r"\b[Tt]here\s{1,2}(?P<will>will)\s(?:also\s|then\s)?be\s(?P<what>(?:an?|another|two|three|four|further|more)"
            rf"\s[^.;,]{{2,80}}?),?\s(?:on|in|from|during|at)\s(?:the\s)?{_DATE_AHEAD}"
        ),
        value=_there_will_be,
        examples=(
            Example("[[There will be a fun day on 4 June 2022]].", "-: hold a fun day (will)"),
            Example(
                "It worked, and [[there will be a second round in the autumn]].",
                "-: hold a second round (will)",
            ),
        ),
        refuses=("There will be an increase in demand in March.",),
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
            r"\b(?P<verb>opens|closes|begins|starts|commences|ends|launches|concludes|reopens|returns"
            r"|resumes|restarts|runs(?!\sout)|moves|goes\slive|takes\splace|takes\seffect"
            r"|comes(?=\sinto\s(?:force|effect|operation|use)\b|\sback\b)"
            r"|goes(?=\s(?:up|out|down|in)\s|\sto\s(?:the\s)?(?:[Ff]ull\s)?[A-Z]))"
            r"(?:\s(?:again|up|out|down))?(?:\son\s[a-z]{3,12}(?=\sfrom\s))?"
            rf"\s(?:(?:(?:into|to|back)\s[^.;,]{{2,40}}?,?\s)?(?:this\stime,?\s)?(?:on|in|from|at)\s(?:the\s)?{_DATE_AHEAD}"
            r"|(?=next\s(?:week|month|year)\b))"
        ),
        value=_opens_on,
        examples=(
            Example("[[The survey closes on 30 April 2019]].", "-: close the survey (planned)"),
            Example("[[A new course starts in May]].", "-: start a new course (planned)"),
            Example(
                "[[The plan goes to full Council in May]].",
                "-: plan to go to full Council (planned)",
            ),
        ),
        refuses=("The survey closed on 30 April 2019.",),
    ),
)
