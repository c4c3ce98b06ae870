"""The course of a thing as all its sentences tell it, where the nearest cue alone misleads."""

import re

from csp_extract.extract.initiatives.gather import Clause, Thing

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
    r"|repeat(?:ed)?(?! of)|will return|returns on|(?:this|next) year['’]s|so far|this time"
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


def _tells(clause: Clause) -> bool:
    """Return whether a mention is the subject of a verb that reports."""
    before = clause.text[: clause.span.start]
    return before in _OPENS and _REPORTED.match(clause.text, clause.span.end) is not None
