"""All rules over one sentence: promises in order, none overlapping another."""

import re

from csp_extract.extract.commitments import (
    duties,
    ongoing,
    plans,
    schedule,
    undertakings,
    will,
    wishes,
)
from csp_extract.extract.commitments.acts import Sentence
from csp_extract.extract.commitments.promise import Promise, show
from csp_extract.extract.commitments.pronouns import Meant
from csp_extract.extract.commitments.subjects import SubjectKind, subject_of
from csp_extract.extract.commitments.together import parts_of
from csp_extract.extract.rule import Family, Reads, Rule
from csp_extract.extract.sieve import Sieve

RULES: tuple[Rule[Sentence, Promise], ...] = (
    *will.RULES,
    *schedule.RULES,
    *duties.RULES,
    *wishes.RULES,
    *plans.RULES,
    *undertakings.RULES,
    *ongoing.RULES,
)
_WORTH_TRYING = Sieve(RULES)
# A sentence without any of these promises nothing.
_HINT = re.compile(
    r"[’']ll\b|\b(?:has|have|wants?|expects?|hopes|comes|moves|asked|requested|will|shall|must|should|that|to|continues?|returns|resumes|restarts"
    r"|runs|is|are|opens|closes|begins|starts|commences|ends|launches"
    r"|concludes|reopens|goes|takes)\b|ACTION|Action\b",
    re.IGNORECASE,
)
_SPACES = {ord(space): " " for space in "\n\t\r\xa0\u2009\u202f"}


def plain(text: str) -> str:
    """Return the text with every white space a plain one, character for character."""
    return text.translate(_SPACES)


_NOBODY = Meant()


def read(text: str, meant: Meant = _NOBODY) -> list[Reads[Promise]]:
    """Return the promises of a sentence, in order; coordinated verbs share their subject."""
    text = plain(text)
    if not _HINT.search(text):
        return []
    matches = sorted(
        (
            (match.start(), place, rule, match)
            for place, rule in enumerate(_WORTH_TRYING(text))
            for match in rule.pattern.finditer(text)
        ),
        key=lambda item: item[:2],
    )
    found: list[Reads[Promise]] = []
    sentence = Sentence(text, meant=meant)
    for start, _, rule, match in matches:
        if start < sentence.floor:
            continue
        promise = rule.value(match, sentence)
        if promise is None or promise.clause.start < sentence.floor:
            continue
        found += [Reads(part.clause, part, rule.name) for part in parts_of(text, promise)]
        sentence = _after(sentence, promise, start)
    return found


def _after(sentence: Sentence, promise: Promise, cue: int) -> Sentence:
    """Return the sentence as the next promise meets it."""
    subject = subject_of(sentence.text, promise.clause.start, cue)
    is_new = subject.can_promise or subject.kind is SubjectKind.THING
    before = subject if is_new else sentence.previous
    return Sentence(sentence.text, promise.clause.end, before, sentence.meant)


FAMILY: Family[Sentence, Promise] = Family("commitments", RULES, read, show)
