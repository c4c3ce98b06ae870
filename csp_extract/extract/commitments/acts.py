"""Verb, object and owner of an act, from the words around the cue that promises it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from csp_extract.extract.commitments.agents import without_agent
from csp_extract.extract.commitments.clauses import clause_end, clause_start, trimmed
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.pronouns import Meant, antecedent_of, as_body, resolve
from csp_extract.extract.commitments.scope import governed_by
from csp_extract.extract.commitments.subjects import (
    Subject,
    SubjectKind,
    as_named,
    is_somebody,
    owner_of,
    subject_of,
)
from csp_extract.extract.commitments.verbs import base_of, is_participle
from csp_extract.extract.commitments.when import DATED, without_date
from csp_extract.extract.found import Span
from csp_extract.records import CommitmentModality, Strength

_PARTICLE = re.compile(
    r"\s(?:out|up|forward|back|down|off|together|(?:on|over)(?!\s(?:the|an?|its|their|our|each|every"
    r"|this|behalf)\b))(?=\s(?!\d|[A-Z])|$)"
)
# "The work that will be done" describes the work.
# With a day of its own it tells of the work what is to come: "a worker who will start in May".
_DESCRIBES = re.compile(r"(?:\bthat|(?:,\s)?\bwho|(?:,\s)?\bwhich)\s+(?:also\s)?\Z")
# What nobody does, and what is done whenever it comes up: "any complaint will be recorded".
_NOBODY = re.compile(r"(?:no|none|neither|nobody|nothing|any)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,?\s?(?:and|but|then|so)\b(?!\s(?:will|shall|is|are|has|have)\b)\s)?")
_CAPITAL_ARTICLE = re.compile(r"\b(?:The|A|An|This|These|Our|Their|All|Further|New)(?=\s)")
NO_VERB = frozenset(
    "a all also always an any at be both by each for from generally have if in it its likely never"
    " no normally not often of on only our probably sometimes still that the their this to"
    " typically unlikely usually with you your".split()
)
# "is to contribute £9,000": money already decided.
_PAYS = frozenset({"bear", "contribute", "fund", "give", "match", "meet", "pay", "put"})
_SUM = re.compile(r"(?:[a-z]+\s){0,5}(?:£|\d{1,3}\s?%)")
# "have the team up and running": the only thing that having promises.
_IN_PLACE = re.compile(
    r"\b(?:in\s(?:place|post|operation|use)|up\sand\srunning|ready|complete|finished|operational|[a-z]{3,15}ed)\b"
)
# "The new team will start in May": without an object the subject is what comes about.
_OF_ITSELF = frozenset({"begin", "close", "commence", "launch", "open", "reopen", "run", "start"})
_BARE = re.compile(r"(?:$|(?:again|in|on|at|from|by|this|next|w/c|until|between)\b)")
# What somebody runs acts for its people, where a day says when: "the clinic will see them by May".
IS_RUN = re.compile(r"\b(?:programme|project|scheme|pilot|service|office|hub|clinic|course)$")
# What nobody does: an effect.
EFFECT = re.compile(
    r"\b(?:increase|reduction|rise|fall|decrease|growth|demand|pressure|saving|need|shortage|cost)s?\b",
    re.IGNORECASE,
)
# What takes effect by law, or by the lapse of money.
_BY_LAW = re.compile(
    r"\b(?:Act|Acts|Bill|Regulations|legislation|dut(?:y|ies))\b(?!\s(?:team|officer))"
)
_MONEY = re.compile(r"\b(?:fund|funding|grant)s?$")
# "the manner in which it is to be applied": a clause that describes.
_RELATIVE_TO = re.compile(
    r"(?<=\w)\s(?:in|by|to|on|upon|under|at|for|from|with|against|through|of)\swhich\s[^,;]*\Z"
)
_ANY_TO = re.compile(r"\s*to\s(?:[a-z]+ly\s)?(?P<verb>[a-z-]+)")
# "will find it hard", "members will find the figures": what one meets with, and no search.
_FINDS = re.compile(r"(?:that|it|them|themselves|itself|attached|enclosed|below)\b|$")
_READERS = re.compile(r"(?:members|you|readers|councillors|residents)\b", re.IGNORECASE)
_PHRASES = {
    "take": ("place", "effect"),
    "come": ("into", "to ", "back", "before", "forward"),
    "go": ("live", "ahead", "up", "out", "down", "to ", "in ", "into "),
    "carry": ("on",),
    "reach": ("my ", "our ", "us ", "the office", "the Panel", "the Committee", "the Commissioner"),
}
_OUTER = re.compile(
    r"(?P<it>\bit (?:is|was)\s{1,2}(?:[a-z]+ly |also |therefore |now )?)"
    r"(?P<how>proposed|planned|intended|hoped|anticipated|expected|envisaged"
    r"|recommended|suggested|agreed) (?:that )?$",
    re.IGNORECASE,
)
_HOW = {
    "planned": (CommitmentModality.PLANNED, Strength.FIRM),
    "agreed": (CommitmentModality.RESOLVED, Strength.DIRECTIVE),
    "recommended": (CommitmentModality.RECOMMENDED, Strength.DIRECTIVE),
    "proposed": (CommitmentModality.PLANNED, Strength.WEAK),
    "suggested": (CommitmentModality.PLANNED, Strength.WEAK),
    "intended": (CommitmentModality.PLANNED, Strength.WEAK),
}


class Manner(NamedTuple):
    """In what manner an act is promised."""

    modality: CommitmentModality
    strength: Strength | None


class Sentence(NamedTuple):
    """A sentence as it is being read: where the last promise ended, and whose it was."""

    text: str
    floor: int = 0
    previous: Subject | None = None
    meant: Meant = Meant()


class Clause(NamedTuple):
    """A clause around a cue: its subject, its characters, and its manner if one stands outside."""

    subject: Subject
    span: Span
    outer: Manner | None


def clause_of(sentence: Sentence, cue: int, verb_end: int) -> Clause | None:
    """Return the clause whose cue begins at ``cue``, or ``None`` where a scope takes it away."""
    text, floor = sentence.text, sentence.floor
    start = clause_start(text, cue, floor)
    end = clause_end(text, verb_end)
    if governed_by(text, cue, Span(start, end)):
        return None
    describes = _DESCRIBES.search(text, 0, cue)
    if describes and not _tells_more(text, describes, cue, end):
        return None
    if _RELATIVE_TO.search(text, max(0, cue - 160), cue):
        return None
    subject = as_body(subject_of(text, start, cue), sentence.meant)
    subject = as_named(subject, base_of(text[cue:verb_end].split()[-1]))
    if _BY_LAW.search(subject.words) and not is_somebody(subject.words):
        return None
    if _NOBODY.match(subject.words):
        return None
    if subject.kind is SubjectKind.NONE and sentence.previous is not None:
        subject = sentence.previous
    if describes:
        subject = antecedent_of(text, describes.start())
        start = start if describes[0][0] == "," else subject.start
    elif subject.kind in {SubjectKind.PRONOUN, SubjectKind.WE}:
        subject = resolve(subject, text[cue:verb_end].split()[-1], sentence.meant)
    outer = _OUTER.search(text, max(0, start - 60), start)
    manner = None
    if outer:
        start = outer.start()
        manner = Manner(
            *_HOW.get(outer["how"].lower(), (CommitmentModality.EXPECTED, Strength.WEAK))
        )
    joint = _AND.match(text, start, end)
    start = joint.end() if joint else start
    return Clause(subject, trimmed(text, start, end), manner)


def _tells_more(text: str, describes: re.Match[str], cue: int, end: int) -> bool:
    """Return whether a relative clause tells something new of a thing that has a name."""
    is_dated = text.startswith("will ", cue) and DATED.search(text, cue, end) is not None
    return (describes[0][0] == "," or is_dated) and bool(
        antecedent_of(text, describes.start()).words
    )


def active(
    sentence: Sentence, cue: int, verb: str, verb_end: int, manner: Manner
) -> Promise | None:
    """Return the promise of somebody who acts, or of a thing that comes to pass."""
    clause = clause_of(sentence, cue, verb_end)
    if clause is None or (verb in NO_VERB and verb != "have"):
        return None
    words_after = sentence.text[verb_end : clause.span.end]
    rest = without_date(words_after)
    if not _is_act(clause.subject, verb, rest, is_dated=bool(DATED.search(words_after))):
        return None
    subject = clause.subject
    is_phrase = verb in _PHRASES and f"{rest} ".startswith(_PHRASES[verb]) and not subject.owner
    is_self = verb in _OF_ITSELF and bool(_BARE.match(rest))
    is_named = subject.kind is not SubjectKind.PRONOUN
    is_thing = is_phrase or is_self or subject.kind is SubjectKind.THING
    words = [verb, subject.words, rest] if is_thing else [verb, rest]
    if is_phrase and (rest.startswith("to ") or verb == "reach") and is_named:
        words = [owner_of(subject.words), "to", verb, rest]
    elif is_phrase and not rest.startswith("to "):
        particle, _, rest = rest.partition(" ")
        named = subject.words if is_named else ""
        words = [verb, particle, named, rest]
    return _promise(clause, words, "" if is_phrase or is_self else subject.owner, manner)


def _is_act(subject: Subject, verb: str, rest: str, *, is_dated: bool) -> bool:
    """Return whether the verb is an act that this subject can be taken at its word for."""
    following = _ANY_TO.match(rest)
    if verb == "find" and (_FINDS.match(rest) or _READERS.match(subject.words)):
        return False
    effects = {*lexicon().states, *lexicon().fates}
    if verb == "continue" and following and following["verb"] in effects:
        return False
    if (verb in {"work", "have"} and not rest) or (verb in _PAYS and _SUM.match(rest)):
        return False
    if subject.can_promise:
        is_in_place = verb == "have" and bool(_IN_PLACE.search(rest))
        return is_in_place or (verb not in lexicon().states and len(verb) > 1)
    return subject.kind is not SubjectKind.NONE and _comes_to_pass(
        subject, verb, rest, is_dated=is_dated
    )


def _comes_to_pass(subject: Subject, verb: str, rest: str, *, is_dated: bool) -> bool:
    """Return whether a thing can do what the verb says: open, begin, take place."""
    is_thing = subject.kind is SubjectKind.THING
    if subject.words.lower() == "there":
        return False
    if verb in _PHRASES and f"{rest} ".startswith(_PHRASES[verb]):
        return True
    if verb == "continue":
        return is_thing and not _ANY_TO.match(rest) and not _MONEY.search(subject.words)
    if EFFECT.search(subject.words):
        return False
    is_run = is_thing and bool(IS_RUN.search(subject.words))
    if is_run and verb not in {*lexicon().fates, *lexicon().states} and is_dated:
        return True
    is_whole = verb not in {"deliver", "complete", "host", "visit", "meet"}
    return verb in lexicon().happens and (is_whole or is_thing)


def passive(
    sentence: Sentence, cue: int, participle: str, verb_end: int, manner: Manner
) -> Promise | None:
    """Return the promise that something will be done, with the agent after "by" as its owner."""
    clause = clause_of(sentence, cue, verb_end)
    if clause is None or not is_participle(participle):
        return None
    verb, subject = base_of(participle), clause.subject
    if verb in lexicon().fates or verb in lexicon().states or subject.kind is SubjectKind.NONE:
        return None
    if subject.words.lower() == "there":
        return None
    if verb in {"meet", "fund", "finance"} and sentence.text.startswith(" from ", verb_end):
        return None  # money already decided
    particle = _PARTICLE.match(sentence.text, verb_end, clause.span.end)
    if particle:
        verb, verb_end = verb + particle[0], particle.end()
    rest, owner = without_agent(sentence.text[verb_end : clause.span.end], verb)
    object_ = "" if subject.kind is SubjectKind.PRONOUN else subject.words
    return _promise(clause, (verb, object_, without_date(rest)), owner, manner)


def _promise(clause: Clause, words: Sequence[str], owner: str, manner: Manner) -> Promise:
    """Return the promise of a clause; a manner that stands outside the clause wins."""
    action = " ".join(_uncapitalised(word.strip()) for word in words if word.strip())
    return Promise(action, owner, *(clause.outer or manner), clause.span)


def _uncapitalised(words: str) -> str:
    """Return the words without the capital of an article that opened a sentence."""
    article = _CAPITAL_ARTICLE.match(words)
    return words[0].lower() + words[1:] if article else words
