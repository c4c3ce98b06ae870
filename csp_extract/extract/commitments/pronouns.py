"""Whom a pronoun means: "we" the body that writes, "it" and "she" the subject before."""

import re
from typing import NamedTuple

from csp_extract.extract.commitments.clauses import clause_start
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.subjects import (
    Subject,
    SubjectKind,
    is_somebody,
    subject_of,
)
from csp_extract.extract.organisations import acronyms_of, parties_in
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import ReportKind

_FIRST = re.compile(r"(?:we|I)\b(?!\s(?:and|or)\b)", re.IGNORECASE)
_BODY = re.compile(r"it\b", re.IGNORECASE)
_PERSON = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_ANYBODY = re.compile(r"they\b", re.IGNORECASE)
_ANY = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)\b")
_FINITE = re.compile(
    r"\s(?:has|have|had|is|are|was|were|will|would|shall|can|may|plans?|intends?|aims?|meets?"
    r"|(?:also\s)?(?:[a-z]{3,15}ed|met|took|held|led|ran|said|told|gave|made|began))\s"
)
# "The Inspector said that he": who speaks is who is meant.
_SAYS = re.compile(
    r"\s(?:has\s|have\s|also\s|then\s|further\s)?(?:said|stated|advised|confirmed|added|explained"
    r"|reported|replied|noted|indicated|assured|informed|told|agreed|announced|commented|responded)\s"
)
_BRACKETED = re.compile(r"\s\([^()]{1,60}\)$")
# The nearest article or number before a noun, else the capitals that a name is written in.
_PHRASE = re.compile(
    r"^(?:.{0,90}[\s(“\"])?(?P<words>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our"
    r"|[Ff]ive|[Ss]ix|\d{1,4}|[Nn]ew|[Aa]ll)(?:\s(?!(?:is|are|was|were|has|have|had|to|in|on|by|and)\s)"
    r"[\w’'&/-]+){1,5})$",
    re.DOTALL,
)
_NAME = re.compile(
    r"(?<![\w’'&-])(?P<words>[A-Z][\w’'&-]+(?:\s(?:of\s|and\s|for\s|the\s)?[A-Z][\w’'&-]+){0,6})$"
)
_LONGEST = 90  # characters of a noun phrase
_BACK = 3  # sentences of the same paragraph among which the subject is looked for


class Meant(NamedTuple):
    """Whom the pronouns of a sentence may mean: the writers, and the subject before."""

    writer: str = ""
    before: str = ""
    bodies: frozenset[str] = frozenset()  # short names that the report explains


def as_body(subject: Subject, meant: Meant) -> Subject:
    """Return the subject as somebody, where its words are a short name that is explained."""
    is_body = subject.words.removeprefix("the ").removeprefix("The ") in meant.bodies
    return subject._replace(kind=SubjectKind.AGENT) if is_body else subject


def resolve(subject: Subject, verb: str, meant: Meant) -> Subject:
    """Return the subject with whom it stands for, where that can be told.

    "It" with a verb that things do too ("it will open") stays a thing.
    """
    if _FIRST.match(subject.words):
        return subject._replace(stands_for=meant.writer)
    if not meant.before:
        return subject
    parties = parties_in(meant.before)
    is_body = bool(parties) and parties[0].kind == "organisation"
    if _BODY.match(subject.words) and is_body and verb not in lexicon().happens:
        return subject._replace(stands_for=meant.before)
    is_fit = _ANYBODY.match(subject.words) or (_PERSON.match(subject.words) and not is_body)
    return subject._replace(stands_for=meant.before) if is_fit else subject


def antecedent_of(text: str, end: int) -> Subject:
    """Return the noun phrase that ends at ``end``, which a clause with "which" or "who" is about.

    Its words begin at the nearest article, number or capital; a phrase without one has no words.
    """
    before = _BRACKETED.sub("", text[:end].rstrip(" ,"))
    phrase = _PHRASE.match(before[-_LONGEST:]) or _NAME.search(before[-_LONGEST:])
    words = phrase["words"] if phrase else ""
    start = len(before) - len(words)
    if not words:
        return Subject(start, "", SubjectKind.NONE)
    kind = SubjectKind.AGENT if is_somebody(words) else SubjectKind.THING
    return Subject(start, words, kind)


def meant_in(reading: Reading, passage: Passage, meant: Meant) -> Meant:
    """Return whom the pronouns of a passage mean, beside what holds for the whole report."""
    if not _ANY.search(passage.text):
        return meant
    speaker = _speaker_in(passage.text.replace("\n", " "))
    if speaker:
        return meant._replace(before=speaker)
    if passage.is_first:
        return meant
    for back in range(1, _BACK + 1):
        other = reading.passages[passage.index - back]
        if other.block_index != passage.block_index:
            break
        found = _subject(other.text.replace("\n", " "))
        if found.kind is SubjectKind.AGENT:
            return meant._replace(before=found.owner)
        if found.kind is SubjectKind.THING:
            break
    return meant


def _speaker_in(text: str) -> str:
    """Return the last who says something in a sentence before a pronoun, or nothing."""
    speaker = ""
    for says in _SAYS.finditer(text):
        if not _ANY.search(text, says.end()):
            break
        start = clause_start(text, says.start())
        subject = subject_of(text, start, says.start())
        speaker = subject.owner if subject.kind is SubjectKind.AGENT else speaker
    return speaker


def _subject(text: str) -> Subject:
    """Return the subject of a sentence's first finite verb."""
    verb = _FINITE.search(text)
    return subject_of(text, 0, verb.start() if verb else 0)


def meant_by(reading: Reading) -> Meant:
    """Return what "we" and its own short names mean in a report."""
    acronyms = acronyms_of(reading.report.text)
    bodies = frozenset(short for short in acronyms if parties_in(short, acronyms))
    return Meant(_writer_of(reading), "", bodies)


def _writer_of(reading: Reading) -> str:
    """Return the body that "we" and "I" are, or nothing.

    Who decides; the author, where that is a body; or the partnership whose own paper it is.
    """
    about = reading.about
    if about.kind is ReportKind.DECISION and "Commissioner" in about.body:
        return about.body
    parties = parties_in(about.author)
    if parties and parties[0].kind == "organisation" and parties[0].name == about.author:
        return about.author
    if about.partnership and _is_of(about.partnership, about.title, about.author):
        return about.partnership
    is_own = about.kind is ReportKind.PLAN and "Commissioner" in about.body
    return about.body if is_own else ""


def _is_of(partnership: str, title: str, author: str) -> bool:
    """Return whether a paper is a partnership's own: its title or its author has its name."""
    named = " ".join(partnership.split()[:2]).casefold()
    return named in title.casefold() or named in author.casefold()
