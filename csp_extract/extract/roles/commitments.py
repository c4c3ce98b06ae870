"""The commitment of a clause that a chain is sure of: what the words say, and no more."""

import re

from csp_extract.extract.commitments.acts import Manner, Sentence, active, passive
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.manners import (
    DIRECTED,
    EXPECTED,
    INTENDED,
    ONGOING,
    PLANNED,
    RECOMMENDED,
    REQUESTED,
    RESOLVED,
    WILL,
)
from csp_extract.extract.commitments.place import Placed, to_found
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.reader import plain
from csp_extract.extract.commitments.subjects import is_somebody, owner_of, subject_of
from csp_extract.extract.commitments.when import without_date
from csp_extract.extract.found import Found, Span
from csp_extract.extract.learned import rule_of
from csp_extract.extract.reading import Reading
from csp_extract.extract.roles.clauses import Clause, words_of
from csp_extract.records import CommitmentValue, DecisionVerb

RULE = rule_of("commitments")
_ADVERBS = r"(?:(?:also|then|now|all|next|still|[a-z]+ly)\s){0,2}"
# Which words tell in what manner an act is promised; the first that stands in a clause does.
_CUES: tuple[tuple[re.Pattern[str], Manner], ...] = (
    (re.compile(r"\b(?:expected|hoped?|hopes|anticipated|envisaged|hopefully)\b"), EXPECTED),
    (re.compile(r"\b(?:asked|invited|requested|urged)\b"), REQUESTED),
    (
        re.compile(r"\b[Cc]ontinu(?:e|es|ing)\b|\b(?:ongoing|on-going|under\s?way|in\shand)\b"),
        ONGOING,
    ),
    (
        re.compile(rf"(?:\b(?:will|shall|would)|(?<=[a-z])[’']ll)\s(?P<verb>{_ADVERBS}[a-z-]+)"),
        WILL,
    ),
    (re.compile(r"\b(?:aims?|aiming|intends?|intending|hoping|wants?|looking)\sto\b"), INTENDED),
    (re.compile(r"\b(?:plans?|planning|due|set|scheduled|planned|booked)\b"), PLANNED),
    (
        re.compile(
            r"\b(?:is|are)\s(?:being\s[a-z]+ed|(?:now\s|currently\s|still\s)?[a-z]{2,}ing)\b"
        ),
        ONGOING,
    ),
    (re.compile(rf"(?:^|\s)to\s(?P<verb>{_ADVERBS}[a-z-]+)"), DIRECTED),
)
_BE = re.compile(r"be\s(?:[a-z]+ly\s)?(?P<part>[a-z-]+)")


def commitment_of(reading: Reading, clause: Clause) -> Found[CommitmentValue] | None:
    """Return the commitment of a clause; of owner and act what its words give away."""
    span = words_of(reading, clause)
    if span is None:
        return None
    promise = _promise(plain(reading.report.text[span.start : span.end]), _decided(reading, span))
    return to_found(reading, Placed(span, promise, RULE, clause.passage.span))


def _promise(text: str, decided: Manner | None) -> Promise:
    """Return the promise of a clause's words."""
    whole = Span(0, len(text))
    if _opens_with_act(text):
        return Promise(without_date(text), "", *(decided or DIRECTED), whole)
    for pattern, usual in _CUES:
        cue = pattern.search(text)
        if cue is None:
            continue
        manner = decided or usual
        verb = cue.groupdict().get("verb")
        found = _of_verb(text, cue, verb.split()[-1], manner) if verb else None
        if found is not None:
            return Promise(found.action, found.owner, found.modality, found.strength, whole)
        return Promise(without_date(text), _owner(text, cue), *manner, whole)
    modality, strength = decided or (None, None)
    return Promise(without_date(text), "", modality, strength, whole)


def _opens_with_act(text: str) -> bool:
    """Return whether a clause is an order: "nominate two Members to join the group"."""
    first, _, rest = text.partition(" ")
    return bool(rest) and first.casefold() in lexicon().acts


def _of_verb(text: str, cue: re.Match[str], verb: str, manner: Manner) -> Promise | None:
    """Return the promise of an auxiliary and its verb, as the rules read it."""
    sentence = Sentence(text)
    be = _BE.match(text, cue.start("verb"))
    if be is not None:
        return passive(sentence, cue.start(), be["part"], be.end(), manner)
    return active(sentence, cue.start(), verb, cue.end(), manner)


def _owner(text: str, cue: re.Match[str]) -> str:
    """Return who acts, if the words before the cue are somebody."""
    subject = subject_of(text, 0, cue.start())
    return owner_of(subject.words) if is_somebody(subject.words) else ""


def _decided(reading: Reading, span: Span) -> Manner | None:
    """Return the manner of an act that a decision asks for."""
    for found in reading.decisions:
        if found.span.overlaps(span):
            return RECOMMENDED if found.value.verb is DecisionVerb.RECOMMENDED else RESOLVED
    return None
