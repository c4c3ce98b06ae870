"""Who or what a clause is about: someone who can promise, or a thing that comes to pass."""

import re
from enum import StrEnum
from typing import NamedTuple

from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.organisations import Party, parties_in

# What may stand before the subject of a clause.
_OPENING = re.compile(
    r"(?:(?:and|but|that|where|so|then|also|therefore|however|in addition|additionally|finally"
    r"|furthermore|meanwhile|going forward|alongside this|to this end|ACTION"
    r"|Action|whom|which(?=\s(?:the|our|its|all)\s))\b[,:]?\s+){1,3}",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"(?:in|by|from|during|following|over|throughout|at|on|as|to|once|after|when|within|for|with"
    r"|through|under|before|until|subject|given|due|starting|beginning|moving|going|looking|having"
    r"|since|while|whilst|although|building|based|working|despite|prior|because|regardless|irrespective"
    r"|alongside|together|across|depending)\b[^,]{1,140},\s+",
    re.IGNORECASE,
)
# "Over the next twelve months the Partnership": a stretch of time without its comma.
_BARE = re.compile(
    r"for\sthe\s(?:first|second|third|last|next)\stime\s|(?:in|by|during|over|from|throughout|within)\s(?:[\w/’-]+\s){0,5}?(?:months?|years?|weeks?"
    r"|period"
    r"|quarter|spring|summer|autumn|winter|20\d\d(?:[/-]\d{2,4})?)\s(?!of\b|and\b|to\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|a|an|our|their|its|both|all)\s+", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:this|it|these|those|which|that|who|there|such|what|each|both|all|some)"
    r"(?:\s+(?:also|then|in turn))?$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|PC|PCSO|DC|PS|Sgt|Insp|DI|DCI|DS|ACC"
    r"|DCC|CC|Supt|Ch Insp|Chief Inspector|Inspector|Sergeant|Superintendent)\.?\s+"
    r"[A-Z][\w'’.-]*(?:\s[A-Z][\w'’-]*){0,2}|[A-Z][a-z]+(?:\s[A-Z]\.?)?\s[A-Z][a-z'’-]+)"
    r"(?:\s\([^()]{2,60}\)|(?:,\s[^,]{3,80}){1,3},?)?$|(?!IT|UK|EU|ID|AI|TV|HQ)[A-Z]{2}$"
)
_BREAK = re.compile(r"\s(?:of|for|in|on|to|from|with|at|within|across|that|which|who)\b|,|\(")
_WE = re.compile(r"(?:we|I|they|he|she)(?:['’](?:re|ve))?(?:\s\w+)?$", re.IGNORECASE)
_AS_WELL = re.compile(
    r"(?:,?\s(?:in partnership with|together with|alongside|along with|working with|supported by"
    r"|in (?:conjunction|consultation|liaison) with|through|via)\b.{0,120}|,)$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s(?:has|have|had|is|are|was|were|will|shall|can|may|would|could|should|might|must|(?:also\s)?(?:[a-z]{3,15}ed|met|took"
    r"|held|led|ran))\s"
)
_RELATIVE = re.compile(
    r"(?<=\w),\s(?:the\s\w+\sof\s|(?:under|in|by|to|from|on|for|of|at|with|through)\s)?"
    r"(?:which|who|whom|whose)\s"
)
# A name, or the letters it is cut to: "Halford Alliance", "the HSCG".
_NAMED = re.compile(
    r"(?:[Tt]he\s)?(?:[A-Z][a-z’'-]+\s(?:(?:and|of|for|&)\s(?:the\s)?)?){0,6}[A-Z][\w’'-]+"
)
# Names of what is done, written or given.
_NO_BODY = re.compile(
    r"\b(?:Operation|Project|Programme|Scheme|Plan|Strategy|Fund|Grant|Act|Bill|Order|Policy|Charter"
    r"|Day|Week|Month|Campaign|Review|Report|Framework|Protocol|Review|CCTV|ASB|PSPO|Consultation|Meeting)s?\b"
)
_DETERMINER = re.compile(r"(?:These|This|Those|That|Any|Each|Every|No|Some|Many|Most|Such)\s")
# "choose two members", "it was resolved by the Board": an act or a sentence, not a name.
_DOES = re.compile(
    r"(?P<verb>[a-z-]+)\s(?:the|an?|its|our|their|all|any|one|two|three|four|five|six|\d+)\s"
)
_IS = re.compile(r"\b(?:is|are|was|were|be|has|have|had)\b")
_ADDRESSED = frozenset({"you", "yourself", "yourselves"})  # readers, whoever they are
_ADVERB = re.compile(r"(?<=\w)\s(?:now|also|still|then|therefore|currently|already)$")
_LONGEST = 110  # characters that name an owner; more is a description


class SubjectKind(StrEnum):
    """What the subject of a clause can do."""

    AGENT = "agent"
    WE = "we"
    PRONOUN = "pronoun"
    THING = "thing"
    NONE = "none"


class Subject(NamedTuple):
    """The subject of a clause: where its words begin, its words, what it is."""

    start: int  # offset into the text that was read
    words: str
    kind: SubjectKind
    stands_for: str = ""  # whom a pronoun means, in the words of a sentence before

    @property
    def can_promise(self) -> bool:
        """Return whether it is somebody."""
        return bool(self.stands_for) or self.kind in {SubjectKind.AGENT, SubjectKind.WE}

    @property
    def owner(self) -> str:
        """Return the words that name the owner, without an article; nobody for a thing."""
        named = owner_of(self.words) if self.kind is SubjectKind.AGENT else ""
        return named or self.stands_for


def subject_of(text: str, start: int, end: int) -> Subject:
    """Return the subject that stands in ``text[start:end]``, after what may open the clause."""
    place = start + len(text[start:end]) - len(text[start:end].lstrip(' \n,“"‘'))
    for opening in (_OPENING, _FRONTED, _OPENING, _FRONTED):
        match = opening.match(text, place, end)
        if match:
            place = match.end()
    bare = _BARE.match(text, place, end)
    if bare:
        place = bare.end()
    words = _before_verb(_RELATIVE.split(text[place:end].strip(), maxsplit=1)[0])
    words = _ADVERB.sub("", words)
    place += len(text[place:end]) - len(text[place:end].lstrip())
    return Subject(place, words, _kind_of(words))


def as_named(subject: Subject, verb: str) -> Subject:
    """Return the subject as somebody, where its words are a name and only people do the verb."""
    is_name = subject.kind is SubjectKind.THING and bool(_NAMED.fullmatch(subject.words))
    if not is_name or verb not in lexicon().minds or _NO_BODY.search(subject.words):
        return subject
    return subject._replace(kind=SubjectKind.AGENT)


def _before_verb(words: str) -> str:
    """Return the subject of coordinated verbs: "the board has met and" is about the board."""
    if not re.search(r"(?:\band|\bbut|,)$", words):
        return words
    verb = _VERB.search(words)
    return words[: verb.start()].strip() if verb else re.sub(r"\s?(?:and|but|,)$", "", words)


def _kind_of(words: str) -> SubjectKind:
    """Return what a subject is."""
    plain = words.rstrip(" ,")
    if not plain:
        return SubjectKind.NONE
    if _PRONOUN.match(plain):
        return SubjectKind.PRONOUN
    if _WE.match(plain):
        return SubjectKind.WE
    return SubjectKind.AGENT if is_somebody(plain) else SubjectKind.THING


def is_somebody(words: str) -> bool:
    """Return whether a noun phrase has a body, an office or a person for its head."""
    bare = _ARTICLE.sub("", words, count=1)
    if _PERSON.match(bare) and not (_NO_BODY.search(bare) or _DETERMINER.match(bare)):
        return True
    stop = _BREAK.search(bare)
    head_end = stop.start() if stop else len(bare)
    does = _DOES.match(words)
    if _IS.search(bare, 0, head_end) or (does and does["verb"] in lexicon().acts):
        return False
    head = bare[:head_end].split(" and ")[0].split()
    if head and head[-1].lower() in lexicon().somebody:
        return True
    parties = parties_in(bare)
    return bool(parties) and _is_head(bare, parties[0], head_end)


def _is_head(words: str, party: Party, stop: int) -> bool:
    """Return whether the party is the head noun rather than its owner or its attribute."""
    if party.span.start >= stop:
        return False
    rest = words[party.span.end :].lstrip()
    return not rest or bool(
        re.match(r"(?:['’](?:\s|$)|,|\(|and\b|of\b|for\b|in\b|at\b|from\b|with\b|to\b|on\b)", rest)
        or re.match(r"(?:across|within|together|alongside|also|working|representatives?)\b", rest)
        or (party.is_common is False and re.match(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?$", rest))
    )


def owner_of(words: str) -> str:
    """Return the words that name an owner, without an article; too long a text names nobody."""
    bare = _AS_WELL.sub("", _ARTICLE.sub("", words.strip(), count=1)).strip(" ,;:")
    if bare.lower() in _ADDRESSED:
        return ""
    if len(bare) <= _LONGEST:
        return bare
    parties = parties_in(bare)
    return parties[0].name if parties else ""
