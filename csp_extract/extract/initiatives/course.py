"""The course of a thing as all its sentences tell it, where the nearest cue alone misleads."""

import re

from csp_extract.extract.initiatives.thing import Clause, Thing
from csp_extract.records import BlockKind
from csp_extract.records.year import MONTH_NAMES

_REVIEW = re.compile(r"\b(?:DHR|SAR|OWHR)\s?\d|\bReview(?:\s\d{1,2})?$")
# A review is over when its report is out or what it asked for is done.
_REVIEWED = re.compile(
    r"(?<!not\s)(?<!be\s)(?:\b(?:was|were|has been|have been|and)\s(?:\w+\s)?published\b"
    r"|\bpublished on\b|\breported on\b|\b(?:was|has been) completed\b|\bconcluded\b"
    r"|\breached me\b)"
    r"|\b(?:[Aa]ll|[Tt]he last)\b[^.]{0,60}\brecommendations\b[^.]{0,60}\b(?:complete|carried out"
    r"|dealt with|discharged|finished|implemented|made)\b"
)
_REVIEWING = re.compile(
    r"\b(?:commissioned|met|began|begun|started|submitted|sent|gone to|panel|chair|draft|delayed"
    r"|held up|put back)\b"
)
_AGAIN = re.compile(
    r"\b(?:(?:held|runs?|staged|carried out|conducted|taken up|take place|mounted) again"
    r"|came back|repeat(?:ed)?(?! of)|will return|returns on|(?:this|next) year['’]s|so far"
    r"|this time"
    r"|the next (?:will|is|was)|there will be a|a (?:second|third|fourth) (?:has|will|is)"
    r"|in 20\d\d it (?:will|is)|it moves|is (?:arranged|booked|fixed) for"
    r"|it (?:will|is to) be held (?:again )?(?:on|from|between|in)"
    r"|(?:hopes?|aims?) to (?:hold|run|repeat)|(?:festive|annual|yearly)"
    r"|the (?:first|second|third|fourth|fifth|sixth) (?=(?-i:[A-Z])))",
    re.IGNORECASE,
)
# What is set beside the year before comes every year.
_YEARLY = re.compile(
    r"\b(?:than|against|compared with|up (?:from|on)|down (?:from|on)|fewer than)\b[^.]{0,40}"
    r"\b(?:last year|the year before|the previous year)\b"
)
_PLAN = (
    r"(?:\s(?:is\sto|are\sto|was\sto|were\sto|will|would|should|could|may|has\snot|have\snot)\b)"
)
_REPORTED = re.compile(
    rf"(?:\s\([^)]{{1,40}}\))?(?!{_PLAN})(?:,\s[^,.;]{{3,80}},)?(?!{_PLAN})"
    r"\s(?:(?:now|also|again|since|still)\s)?(?:is|are|was|were|has|have|had|took|ran|saw|gave|made"
    r"|held|put|went|came|drew|met|grew|began|rose|fell|[a-z]{3,}ed|provides|offers|helps|runs|works"
    r"|covers|operates|continues|supports)\b(?!\s(?:been\s|being\s|now\s)*(?:proposed|planned"
    r"|expected|hoped|due|programmed|intended|going|to\b|set\sto|drawn\sup|considered|put\soff"
    r"|delayed|postponed|designed|developed|yet\b|still\b|out\sto|not\b|never|late\b))"
)
_OPENS = frozenset({"", "The ", "Our ", "A ", "An ", "Two ", "Both "})
# What was counted of a thing, or done under it, says that it runs: "Referrals to the service were
# 90", "Nine notices were served under the Order".
_COUNTED = re.compile(r"[A-Z][a-z]+s?\s(?:to|of|under|from)\s(?:the\s|our\s)?")
_COUNT_IS = re.compile(r"\s(?:were|was|numbered|stood at)\s(?:[\d,]+|up|down)\b")
_DONE_UNDER = re.compile(
    r"\b(?:was|were|has been|have been)\s(?:\w+\s)?(?:[a-z]{2,}ed|given|made|taken|seen)"
    r"(?:\sout)?\sunder\s(?:the\s|our\s)?$"
)
# "was delivered in May and is moved every week", "was stood down, but is to be taken up again"
_GOES_ON = re.compile(
    r"[^.;:]{0,80}?(?:,?\sand\s(?:is|are)\s(?:now\s|still\s)?(?:being|(?!to\b)[a-z]+ed\b|in use)"
    r"|,\sbut\s(?:was|were|is|are|will)\s(?:to\s)?(?:be\s)?(?:taken up|resumed?|reopen(?:ed)?"
    r"|restart(?:ed)?)\b)"
)
_BEGIN = re.compile(
    r"(?:launch|start|begin|bring in|introduce|open|set up)\s(?:the\s|an?\s)?", re.IGNORECASE
)
# It was to happen and did not: the verb is its own, and says no.
_HAPPEN = (
    r"(?:take|taken|took|happen(?:ed)?|go(?:ne)?\sahead|begin|begun|start(?:ed)?|run|open(?:ed)?"
    r"|return(?:ed)?|(?:be(?:en)?\s)?(?:held|launched|run|staged|mounted|arranged|started|opened"
    r"|repeated|carried\sout))"
)
_DID_NOT = re.compile(
    r"(?:\s\([^)]{1,40}\))?(?:,\s[^,.;]{3,80},)?\s(?:"
    rf"(?:did|has|have|had|could|was|were)\s(?:not|never)\s(?:yet\s|again\s)?{_HAPPEN}\b"
    r"|(?:was|were|has\sbeen|have\sbeen|had\sto\sbe)\s(?:again\s|then\s)?"
    r"(?:not\s(?:held|run|staged|required|needed)|postponed|put\soff|deferred|called\soff))\b"
)
_TO_COME = re.compile(
    r"(?<!\bnot\s)\b(?:will\s(?:now\s)?(?!not\b)|hopes?\sto|is\shoped|plans?\sto|intends?\sto|aims?\sto"
    r"|(?:is|are)\s(?:now\s)?(?:to|due|planned|expected|arranged|booked|programmed|fixed|proposed)\b"
    rf"|(?:until|to)\s(?=(?:{MONTH_NAMES}|next|the (?:spring|summer|autumn|winter|new year))\b))"
)


def is_review(thing: Thing) -> bool:
    """Return whether the thing is a review into something that happened."""
    return _REVIEW.search(thing.name) is not None


def is_reviewed(thing: Thing) -> bool:
    """Return whether the report of a review is out, or all that it asked for is done."""
    return any(_REVIEWED.search(clause.text) for clause in thing.clauses)


def is_reviewing(thing: Thing) -> bool:
    """Return whether a review has begun."""
    return any(_REVIEWING.search(clause.text) for clause in thing.clauses)


def is_repeated(thing: Thing) -> bool:
    """Return whether its sentences say that it was held again, is to be, or comes every year."""
    return any(
        _AGAIN.search(clause.text) or _YEARLY.search(clause.text)
        for clause in (*thing.clauses, *thing.after)
    )


def is_reported(thing: Thing) -> bool:
    """Return whether a sentence tells what the thing does or did, and not what is planned."""
    return any(_tells(clause) for clause in thing.mentions)


def goes_on(words: str) -> bool:
    """Return whether a sentence, after what was done, has the same subject in the present."""
    return _GOES_ON.match(words) is not None


def is_begun_by(thing: Thing) -> bool:
    """Return whether a cell gives the beginning of a thing as a task: "Launch the operation"."""
    return any(
        clause.passage.block.kind is BlockKind.CELL
        and _BEGIN.fullmatch(clause.text[: clause.span.start])
        for clause in thing.mentions
    )


def is_put_off(thing: Thing) -> bool:
    """Return whether all that is told of a thing as a subject is that it did not happen."""
    return not is_reported(thing) and any(_did_not(clause) for clause in thing.mentions)


def is_to_come(thing: Thing) -> bool:
    """Return whether a sentence about what did not happen, or after it, says that it will."""
    told = [*thing.taken_up, *thing.after, *filter(_did_not, thing.mentions)]
    return any(_TO_COME.search(clause.text, clause.span.end) for clause in told)


def _did_not(clause: Clause) -> bool:
    """Return whether a mention is the subject of a verb that says it did not happen."""
    before = clause.text[: clause.span.start]
    return before in _OPENS and _DID_NOT.match(clause.text, clause.span.end) is not None


def _tells(clause: Clause) -> bool:
    """Return whether a mention is the subject of a verb that reports, or what it counts."""
    before = clause.text[: clause.span.start]
    if before in _OPENS:
        return _REPORTED.match(clause.text, clause.span.end) is not None
    if _COUNTED.fullmatch(before):
        return _COUNT_IS.match(clause.text, clause.span.end) is not None
    return _DONE_UNDER.search(before) is not None
